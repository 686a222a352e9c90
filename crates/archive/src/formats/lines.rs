//! JSON lines: each a draft as the contract writes it. Media paths are relative to the file.

use std::io::Read;

use super::{Intake, Lines, Stop, any, ending};
use crate::members::Members;

/// How many bytes are handed on together, unless a line is longer.
const BLOCK: usize = 256 << 10;

pub(super) fn is_it(members: &Members) -> bool {
    any(members, is_lines)
}

fn is_lines(name: &str) -> bool {
    matches!(ending(name).as_str(), "jsonl" | "ndjson" | "jsonlines")
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(is_lines)? {
        let mut stream = match intake.members.stream(member) {
            Ok(stream) => stream,
            Err(problem) => {
                intake.fail_with(member, &problem)?;
                continue;
            }
        };
        let name = (intake.members.path(member).is_none() || intake.members.list.len() > 1)
            .then(|| intake.name(member).to_owned());
        let mut first = 1;
        let mut begun = Vec::new();
        let problem = loop {
            let mut bytes = std::mem::take(&mut begun);
            let room = BLOCK.max(bytes.len());
            let read = stream.by_ref().take(room as u64).read_to_end(&mut bytes);
            match read {
                Err(problem) => break Some(problem),
                Ok(0) => {
                    if !bytes.is_empty() {
                        intake.lines(Lines { bytes, first, member: name.clone() })?;
                    }
                    break None;
                }
                Ok(_) => {
                    let end = memchr::memrchr(b'\n', &bytes).map_or(0, |end| end + 1);
                    begun = bytes.split_off(end);
                    if end > 0 {
                        let lines = memchr::memchr_iter(b'\n', &bytes).count() as u64;
                        intake.lines(Lines { bytes, first, member: name.clone() })?;
                        first += lines;
                    }
                }
            }
        };
        drop(stream);
        match problem {
            None => intake.was_read(member),
            Some(problem) => intake.fail_with(member, &problem)?,
        }
    }
    Ok(())
}

//! The files of a tar archive (POSIX.1-2017, pax), by reading it once.

use std::io::Read;
use std::path::Path;

use gatepost_model::Limits;

use super::{At, How, Member, safe_name};
use crate::error::ArchiveError;

pub(super) fn list(
    path: &Path,
    source: impl Read,
    limits: &Limits,
) -> Result<Vec<Member>, ArchiveError> {
    let mut list: Vec<Member> = Vec::new();
    let broken = |read: usize, problem: &std::io::Error| ArchiveError::Broken {
        path: path.to_owned(),
        reason: problem.kind().to_string(),
        read,
    };
    let mut archive = tar::Archive::new(source);
    let entries = archive.entries().map_err(|problem| broken(0, &problem))?;
    for entry in entries {
        let mut entry = entry.map_err(|problem| broken(list.len(), &problem))?;
        let kind = entry.header().entry_type();
        if kind.is_dir() || kind.is_pax_global_extensions() {
            continue;
        }
        let written = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let name = safe_name(&written);
        let size = entry.size();
        let at = if kind.is_symlink() || kind.is_hard_link() {
            Err("link")
        } else if !kind.is_file() && !kind.is_contiguous() {
            Err("no-file")
        } else if size > limits.archive_member_bytes {
            Err("too-large")
        } else {
            let start = entry.raw_file_position();
            name.as_ref().map_or_else(
                |refused| Err(*refused),
                |_| Ok(At::Bytes { start, length: size, how: How::Plain }),
            )
        };
        // The reader would not say that the last member is cut off.
        let there = std::io::copy(&mut entry, &mut std::io::sink());
        match there {
            Ok(bytes) if bytes == size => {}
            Ok(_) => return Err(broken(list.len(), &std::io::ErrorKind::UnexpectedEof.into())),
            Err(problem) => return Err(broken(list.len(), &problem)),
        }
        list.push(Member { name: name.unwrap_or(written), size, at });
    }
    list.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(list)
}

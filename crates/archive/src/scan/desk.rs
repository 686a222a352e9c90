//! The folder that a report is written into.
//!
//! While a scan runs, its files lie in `.scan/`; when it is done they are renamed to their places. A scan
//! that was cut short is gone on with from what lies there: it judges for the same moment, and adds to the
//! lines that are on disk whole.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use gatepost::Gate;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::judge::Judged;
use super::summary::Summary;
use super::{Resume, page, takedown, write_whole};
use crate::error::ArchiveError;

/// What a scan that was cut short must be gone on with.
#[derive(Serialize, Deserialize)]
struct State {
    /// The archives, the pack, the registers and the options, as one number.
    fingerprint: String,
    /// The moment for which it judges.
    as_of: String,
}

/// Where the report goes.
pub(super) struct Desk {
    out: PathBuf,
    folder: PathBuf,
    report: BufWriter<File>,
    takedown: BufWriter<File>,
    /// How many bytes of the report are there from before.
    there: u64,
    /// How many bytes were handed in so far.
    taken: u64,
}

/// The moment for which a scan into a folder judged that was cut short; none if there is none.
pub fn begun_at(out: &Path) -> Option<Timestamp> {
    let state = fs::read(out.join(".scan").join("state.json")).ok()?;
    serde_json::from_slice::<State>(&state).ok()?.as_of.parse().ok()
}

impl Desk {
    pub(super) fn open(
        out: &Path,
        resume: Resume,
        fingerprint: &str,
        gate: &Gate,
    ) -> Result<Self, ArchiveError> {
        let folder = out.join(".scan");
        let wrong = |reason: String| ArchiveError::Report { path: folder.clone(), reason };
        let system = |problem: std::io::Error| wrong(problem.kind().to_string());
        let state = folder.join("state.json");
        let begun =
            fs::read(&state).ok().and_then(|json| serde_json::from_slice::<State>(&json).ok());
        let goes_on = match (resume, begun) {
            (Resume::Yes, Some(begun)) if begun.fingerprint != fingerprint => {
                return Err(wrong(
                    "the archives, the registers, the policy or the options have changed since this scan was \
                     begun: scan again without --resume"
                        .into(),
                ));
            }
            (Resume::Yes, Some(_)) => true,
            _ => false,
        };
        if !goes_on && folder.exists() {
            fs::remove_dir_all(&folder).map_err(system)?;
        }
        fs::create_dir_all(&folder).map_err(system)?;
        if !goes_on {
            let state =
                State { fingerprint: fingerprint.to_owned(), as_of: gate.moment().to_string() };
            let json =
                serde_json::to_vec(&state).expect("a text and a moment are written without fail");
            write_whole(&folder.join("state.json"), &json)?;
        }
        let report = folder.join("report.jsonl");
        let there = if goes_on { whole_lines(&report).map_err(system)? } else { 0 };
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&report)
            .map_err(system)?;
        file.set_len(there).map_err(system)?;
        let mut report = BufWriter::with_capacity(1 << 20, file);
        std::io::Seek::seek(&mut report, std::io::SeekFrom::End(0)).map_err(system)?;
        let mut takedown = BufWriter::with_capacity(
            1 << 18,
            File::create(folder.join("takedown.csv")).map_err(system)?,
        );
        takedown.write_all(takedown::HEADER).map_err(system)?;
        Ok(Self { out: out.to_owned(), folder, report, takedown, there, taken: 0 })
    }

    /// Adds a post.
    pub(super) fn add(&mut self, judged: &Judged) -> Result<(), ArchiveError> {
        let Self { report, takedown, folder, .. } = self;
        self.taken += judged.line.len() as u64;
        let written = if self.taken > self.there { report.write_all(&judged.line) } else { Ok(()) };
        let row = takedown::row(judged).map_or(Ok(()), |row| takedown.write_all(&row));
        written.and(row).map_err(|problem| ArchiveError::Report {
            path: folder.clone(),
            reason: format!("it cannot be written: {}", problem.kind()),
        })
    }

    /// Puts all files in their places.
    pub(super) fn finish(self, summary: &Summary) -> Result<(), ArchiveError> {
        let Self { out, folder, report, takedown, .. } = self;
        let system = |problem: std::io::Error| ArchiveError::Report {
            path: out.clone(),
            reason: format!("it cannot be written: {}", problem.kind()),
        };
        for file in [report, takedown] {
            let file = file.into_inner().map_err(|problem| system(problem.into_error()))?;
            file.sync_all().map_err(system)?;
        }
        let json = serde_json::to_vec_pretty(summary)
            .expect("texts and numbers are written to memory without fail");
        write_whole(&folder.join("summary.json"), &json)?;
        write_whole(&folder.join("report.html"), page::page(summary).as_bytes())?;
        for name in ["report.jsonl", "takedown.csv", "summary.json", "report.html"] {
            fs::rename(folder.join(name), out.join(name)).map_err(system)?;
        }
        fs::remove_dir_all(&folder).map_err(system)
    }
}

/// How many bytes of a file are whole lines.
fn whole_lines(path: &Path) -> std::io::Result<u64> {
    let Ok(file) = File::open(path) else { return Ok(0) };
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let (mut whole, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if read == 0 || !line.ends_with(b"\n") {
            return Ok(whole);
        }
        whole += read as u64;
    }
}

//! A scan: every post of some archives, judged, in order.
//!
//! One thread reads the archives; the posts that it hands on are judged on all cores and written in the
//! order in which they stand. What is in memory is a few batches of posts, however long the archives are.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use gatepost::Gate;
use gatepost_model::MediaSource;
use rayon::prelude::*;

use crate::error::ArchiveError;
use crate::formats::{Format, Intake, Item, Stop, recognise};
use crate::members::Members;
use crate::tally::ArchiveSummary;

mod baseline;
mod desk;
mod judge;
mod page;
mod record;
pub(crate) mod summary;
mod takedown;

use baseline::Baseline;
use desk::Desk;
pub use desk::begun_at;
use judge::{Judge, Judged};
use summary::Summary;

/// How many posts are judged together.
const BATCH: usize = 2048;

/// How many bytes of media are in memory in one batch.
const BATCH_BYTES: usize = 128 << 20;

/// How a scan goes about it.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Judge each post as of the day on which it was published, where the archive says so.
    pub as_published: AsPublished,
    /// Read messages between people too, where they lie among the posts.
    pub messages: Messages,
    /// The folder for the report; without it lines are handed on alone.
    pub out: Option<PathBuf>,
    /// Go on with a scan into that folder that was cut short.
    pub resume: Resume,
    /// The folder of an earlier report: what stands in it already is left out.
    pub baseline: Option<PathBuf>,
    /// Write the clean copies of released posts' media below the folder for the report.
    pub copies: Copies,
}

/// For which day posts are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsPublished {
    /// For today.
    #[default]
    No,
    /// For the day on which each was published.
    Yes,
}

/// Whether messages between people are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Messages {
    /// They are counted.
    #[default]
    Counted,
    /// They are read.
    Read,
}

/// Whether an earlier scan is gone on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Resume {
    /// It begins anew.
    #[default]
    No,
    /// It goes on where it was cut short.
    Yes,
}

/// Whether clean copies are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Copies {
    /// They are not.
    #[default]
    Forgotten,
    /// They are.
    Written,
}

/// How far a scan has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// How many posts were judged.
    pub posts: u64,
    /// How many of them are held.
    pub held: u64,
    /// How long it has taken.
    pub time: Duration,
}

/// A scan of archives by a gate.
pub struct Scan<'g> {
    gate: &'g Gate,
    options: Options,
}

impl<'g> Scan<'g> {
    /// A scan by this gate.
    pub fn new(gate: &'g Gate, options: Options) -> Self {
        Self { gate, options }
    }

    /// Scans archives, in order: hands each line to `lines`, and tells `progress` now and then.
    ///
    /// # Errors
    ///
    /// [`ArchiveError`] for an archive that cannot be opened, is cut off or unknown, for a report that
    /// cannot be written, and where counts do not add up. Whatever is wrong with a single file or post is
    /// a held line instead.
    pub fn run(
        &self,
        paths: &[PathBuf],
        mut lines: impl FnMut(&[u8]) -> std::io::Result<()>,
        mut progress: impl FnMut(Progress),
    ) -> Result<Summary, ArchiveError> {
        let begun = Instant::now();
        let mut desk = match &self.options.out {
            Some(out) => {
                Some(Desk::open(out, self.options.resume, &self.fingerprint(paths)?, self.gate)?)
            }
            None => None,
        };
        let baseline = match &self.options.baseline {
            Some(folder) => Some(Baseline::open(folder)?),
            None => None,
        };
        let mut summary = Summary::new(self.gate);
        let mut known = HashSet::new();
        for path in paths {
            let members = Members::open(path, &self.gate.records().school.limits)?;
            let unknown = || ArchiveError::Unknown { path: path.clone() };
            let format = recognise(&members).ok_or_else(unknown)?;
            let mut archive = ArchiveSummary::new(path.display().to_string(), format);
            let label = label_of(path);
            let judge = Judge::new(self.gate, &self.options, path, &label, format);
            let mut take = |judged: Vec<Judged>, archive: &mut ArchiveSummary| {
                for one in judged {
                    one.count(archive);
                    if baseline.as_ref().is_some_and(|baseline| baseline.knows(&one)) {
                        summary.unchanged += 1;
                        continue;
                    }
                    summary.add(&one);
                    lines(&one.line).map_err(ArchiveError::Output)?;
                    if let Some(desk) = &mut desk {
                        desk.add(&one)?;
                    }
                }
                let totals = &summary.totals;
                progress(Progress {
                    posts: totals.posts,
                    held: totals.held,
                    time: begun.elapsed(),
                });
                Ok::<(), ArchiveError>(())
            };
            let mut lines_of = ArchiveSummary::new(String::new(), format);
            std::thread::scope(|scope| {
                let (send, receive) = sync_channel(1);
                let reader = scope.spawn(|| {
                    read(
                        &members,
                        self.gate,
                        &self.options,
                        &mut archive,
                        &label,
                        &mut known,
                        send,
                    );
                });
                let done = judge_all(&judge, &receive, &mut |judged| take(judged, &mut lines_of));
                drop(receive);
                reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                done
            })?;
            if format == Format::JsonLines {
                archive.posts = lines_of.posts;
                archive.by_visibility = lines_of.by_visibility;
                archive.media = lines_of.media;
            }
            for (counts, what) in [(&archive.files, "files"), (&archive.posts, "posts")] {
                if !counts.add_up() {
                    return Err(ArchiveError::Sums { path: path.clone(), what });
                }
            }
            summary.archives.push(archive);
        }
        if let Some(desk) = desk {
            desk.finish(&summary)?;
        }
        Ok(summary)
    }

    /// What a scan that is gone on with must have in common with the one that was begun.
    fn fingerprint(&self, paths: &[PathBuf]) -> Result<String, ArchiveError> {
        let mut parts = Vec::new();
        for path in paths {
            let unreadable = |problem: std::io::Error| ArchiveError::Unreadable {
                path: path.clone(),
                reason: problem.kind().to_string(),
            };
            let found = std::fs::metadata(path).map_err(unreadable)?;
            let changed = found.modified().ok().and_then(|moment| {
                moment.duration_since(std::time::UNIX_EPOCH).ok().map(|time| time.as_nanos())
            });
            parts.push(format!("{}\n{}\n{changed:?}", path.display(), found.len()));
        }
        let digests = &self.gate.records().digests;
        parts.push(format!("{:?}\n{:?}", self.gate.pack().reference(), self.gate.scope()));
        parts.push(format!("{:?} {:?} {:?}", digests.pupils, digests.consent, digests.staff));
        parts.push(format!(
            "{:?} {:?} {:?}",
            self.options.as_published, self.options.messages, self.options.baseline
        ));
        Ok(gatepost::hex_sha256(parts.join("\n").as_bytes()))
    }
}

/// Reads an archive and hands batches on, until it ends or nobody takes them.
fn read(
    members: &Members,
    gate: &Gate,
    options: &Options,
    archive: &mut ArchiveSummary,
    label: &str,
    known: &mut HashSet<u64>,
    send: SyncSender<Vec<Item>>,
) {
    let mut batch = Vec::new();
    let mut bytes = 0;
    let format = archive.format;
    let mut give = |item: Item| {
        bytes += weight(&item);
        batch.push(item);
        if batch.len() >= BATCH || bytes >= BATCH_BYTES {
            bytes = 0;
            return send.send(std::mem::take(&mut batch)).map_err(|_| Stop);
        }
        Ok(())
    };
    let limits = gate.records().school.limits;
    let mut intake = Intake::new(members, limits, archive, label, known, &mut give);
    intake.messages = options.messages == Messages::Read;
    // Whoever takes the posts says why they want no more.
    let read =
        (format.reader())(&mut intake).and_then(|()| intake.finish(|name| format.reason(name)));
    if read.is_ok() && !batch.is_empty() {
        let _ = send.send(batch);
    }
    // Whoever takes them waits for the end.
    drop(send);
}

/// How much memory an item takes beyond its words.
fn weight(item: &Item) -> usize {
    match item {
        Item::Lines(lines) => lines.bytes.len() * 16,
        Item::Post(post) => {
            let sizes = post.draft.media.iter().map(|media| match &media.source {
                MediaSource::Bytes(bytes) => bytes.len(),
                MediaSource::File(_) => 4 << 20,
            });
            sizes.sum()
        }
    }
}

/// Judges batch after batch on all cores, and hands on what became of them, in order.
fn judge_all(
    judge: &Judge<'_>,
    receive: &Receiver<Vec<Item>>,
    take: &mut dyn FnMut(Vec<Judged>) -> Result<(), ArchiveError>,
) -> Result<(), ArchiveError> {
    for batch in receive {
        let judged: Vec<Vec<Judged>> =
            batch.into_par_iter().map(|item| judge.judge(item)).collect();
        for one in judged {
            take(one)?;
        }
    }
    Ok(())
}

/// The name of an archive, with which its posts are told apart: its file's, without endings.
fn label_of(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if path.is_dir() {
        return name;
    }
    let endings =
        ["tar.gz", "tar.zst", "tgz", "tar", "zip", "jsonl", "ndjson", "json", "xml", "csv"];
    let lower = name.to_lowercase();
    let ending = endings.iter().find(|ending| lower.ends_with(&format!(".{ending}")));
    ending
        .and_then(|ending| name.get(..name.len() - ending.len() - 1))
        .map_or(name.clone(), str::to_owned)
}

impl std::fmt::Debug for Scan<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scan").field("gate", &self.gate).finish_non_exhaustive()
    }
}

/// Writes bytes to a file that is complete when it has its name.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    let beside = path.with_extension("part");
    let written = std::fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    });
    written.map_err(|problem| ArchiveError::Report {
        path: path.to_owned(),
        reason: format!("it cannot be written: {}", problem.kind()),
    })
}

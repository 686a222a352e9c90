//! Settling: a draft is taken only when nothing of it has changed for a while.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// How long a draft must lie still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// For how long names, sizes and times of all its files must not change.
    pub settle: Duration,
    /// After how long a draft that does not come to rest is given up for this run.
    pub settle_max: Duration,
}

/// Names, sizes and times of a draft's files.
type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Drafts that are watched until they lie still.
#[derive(Default)]
pub(crate) struct Settling {
    seen: BTreeMap<PathBuf, Seen>,
}

struct Seen {
    look: Look,
    first: Instant,
    still_since: Instant,
}

/// How a draft lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Something changed, or it has not lain still for long enough.
    Arriving,
    /// It may be taken.
    Still,
    /// It has not come to rest in the time allowed.
    Restless,
}

impl Settling {
    /// Looks at a draft once more, at the moment `now`.
    pub(crate) fn look(&mut self, draft: &Path, now: Instant, pace: Pace) -> Rest {
        let look = look_at(draft);
        let arriving = look.iter().any(|(path, ..)| is_arriving(path));
        let seen = self.seen.entry(draft.to_owned()).or_insert_with(|| Seen {
            look: look.clone(),
            first: now,
            still_since: now,
        });
        if seen.look != look || arriving {
            seen.look = look;
            seen.still_since = now;
        }
        if !arriving && now.duration_since(seen.still_since) >= pace.settle {
            Rest::Still
        } else if now.duration_since(seen.first) >= pace.settle_max {
            Rest::Restless
        } else {
            Rest::Arriving
        }
    }
}

/// Everything under a draft, without following links.
fn look_at(draft: &Path) -> Look {
    let mut look = Look::new();
    let mut waiting = vec![draft.to_owned()];
    while let Some(path) = waiting.pop() {
        let found = fs::symlink_metadata(&path).ok();
        if found.as_ref().is_some_and(fs::Metadata::is_dir)
            && let Ok(listing) = fs::read_dir(&path)
        {
            waiting.extend(listing.filter_map(Result::ok).map(|entry| entry.path()));
        }
        let size = found.as_ref().map_or(0, fs::Metadata::len);
        look.push((path, size, found.and_then(|found| found.modified().ok())));
    }
    look.sort();
    look
}

/// True for the names that programs give to files they are still writing.
fn is_arriving(path: &Path) -> bool {
    let name = crate::inbox::name_of(path).to_lowercase();
    [".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp"]
        .iter()
        .any(|ending| name.ends_with(ending))
        || name.starts_with(".syncthing.")
        || name.starts_with("~syncthing~")
        || name.starts_with(".~lock.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace =
        Pace { settle: Duration::from_secs(10), settle_max: Duration::from_mins(10) };

    #[test]
    fn a_draft_is_still_when_nothing_changed_for_long_enough() {
        let inbox = tempfile::tempdir().unwrap();
        let draft = inbox.path().join("sports-day");
        fs::create_dir(&draft).unwrap();
        fs::write(draft.join("post.txt"), "a").unwrap();
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut settling = Settling::default();
        assert_eq!(settling.look(&draft, at(0), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(9), PACE), Rest::Arriving);
        fs::write(draft.join("post.txt"), "ab").unwrap();
        assert_eq!(settling.look(&draft, at(10), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(20), PACE), Rest::Still);
    }

    #[test]
    fn a_file_that_is_being_written_keeps_it_waiting() {
        let inbox = tempfile::tempdir().unwrap();
        let draft = inbox.path().join("sports-day");
        fs::create_dir(&draft).unwrap();
        fs::write(draft.join("IMG_1.jpg.part"), "a").unwrap();
        let start = Instant::now();
        let mut settling = Settling::default();
        let none = Pace { settle: Duration::ZERO, ..PACE };
        assert_eq!(settling.look(&draft, start, none), Rest::Arriving);
        assert_eq!(settling.look(&draft, start + Duration::from_mins(10), none), Rest::Restless);
    }
}

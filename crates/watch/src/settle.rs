//! Settling: a draft is taken only when nothing of it has changed for a while.

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use gatepost::{Limits, Media, MediaSource};

/// How long a draft must lie still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// For how long names, sizes and times of all its files must not change. Zero takes every draft as
    /// it is, photos that are cut off too.
    pub settle: Duration,
    /// After how long a draft that does not come to rest is taken all the same, and held as incomplete.
    pub settle_max: Duration,
}

/// Names, sizes and times of a draft's files.
pub(crate) type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Drafts that are watched until they lie still.
pub(crate) struct Settling {
    seen: BTreeMap<PathBuf, Seen>,
    limits: Limits,
}

struct Seen {
    look: Look,
    first: Instant,
    still_since: Instant,
    /// Whether its photos were found to be whole since it last changed.
    whole: bool,
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
    pub(crate) fn new(limits: Limits) -> Self {
        Self { seen: BTreeMap::new(), limits }
    }

    /// Looks at a draft once more, at the moment `now`.
    pub(crate) fn look(&mut self, draft: &Path, now: Instant, pace: Pace) -> Rest {
        let look = look_at(draft);
        let arriving = look.iter().any(|(path, ..)| is_arriving(path));
        let seen = self.seen.entry(draft.to_owned()).or_insert_with(|| Seen {
            look: look.clone(),
            first: now,
            still_since: now,
            whole: pace.settle.is_zero(),
        });
        if seen.look != look || arriving {
            seen.look = look;
            seen.still_since = now;
            seen.whole = pace.settle.is_zero();
        }
        let still = !arriving && now.duration_since(seen.still_since) >= pace.settle;
        if still && !seen.whole {
            seen.whole =
                seen.look.iter().all(|(path, size, _)| is_whole(path, *size, &self.limits));
        }
        if still && seen.whole {
            Rest::Still
        } else if now.duration_since(seen.first) >= pace.settle_max {
            Rest::Restless
        } else {
            Rest::Arriving
        }
    }
}

/// True unless a file is a photo whose end is missing. What cannot be read, or is no photo, is left to
/// the gate.
fn is_whole(path: &Path, size: u64, limits: &Limits) -> bool {
    let is_photo = path.extension().is_some_and(|ending| {
        ["jpg", "jpeg", "jpe", "png"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    });
    if !is_photo || size > limits.media_bytes {
        return true;
    }
    let file =
        Media { name: crate::inbox::name_of(path), source: MediaSource::File(path.to_owned()) };
    gatepost::read_media(&file, limits).map_or(true, |bytes| {
        catch_unwind(|| gatepost_image::is_whole(&bytes, limits)).unwrap_or(true)
    })
}

/// Everything under a draft, without following links.
pub(crate) fn look_at(draft: &Path) -> Look {
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
        let mut settling = Settling::new(Limits::default());
        assert_eq!(settling.look(&draft, at(0), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(9), PACE), Rest::Arriving);
        fs::write(draft.join("post.txt"), "ab").unwrap();
        assert_eq!(settling.look(&draft, at(10), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(20), PACE), Rest::Still);
    }

    #[test]
    fn a_photo_whose_end_is_missing_keeps_it_waiting() {
        let inbox = tempfile::tempdir().unwrap();
        let draft = inbox.path().join("sports-day");
        fs::create_dir(&draft).unwrap();
        let photo = gatepost_example::photo::Jpeg::new(64, 48, 1).build();
        fs::write(draft.join("IMG_1.jpg"), &photo[..photo.len() / 2]).unwrap();
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut settling = Settling::new(Limits::default());
        assert_eq!(settling.look(&draft, at(0), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(60), PACE), Rest::Arriving, "still, and not whole");
        fs::write(draft.join("IMG_1.jpg"), &photo).unwrap();
        assert_eq!(settling.look(&draft, at(61), PACE), Rest::Arriving);
        assert_eq!(settling.look(&draft, at(71), PACE), Rest::Still);
    }

    #[test]
    fn a_file_that_is_being_written_keeps_it_waiting() {
        let inbox = tempfile::tempdir().unwrap();
        let draft = inbox.path().join("sports-day");
        fs::create_dir(&draft).unwrap();
        fs::write(draft.join("IMG_1.jpg.part"), "a").unwrap();
        let start = Instant::now();
        let mut settling = Settling::new(Limits::default());
        let none = Pace { settle: Duration::ZERO, ..PACE };
        assert_eq!(settling.look(&draft, start, none), Rest::Arriving);
        assert_eq!(settling.look(&draft, start + Duration::from_mins(10), none), Rest::Restless);
    }
}

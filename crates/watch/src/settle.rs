//! Settling: a draft is taken only when nothing of it has changed for a while.

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use gatepost::{Limits, Media, MediaSource};

/// How long a draft must lie still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pace {
    /// For how long names, sizes and times of all its files must not change. With zero, only files that
    /// are cut off or still being written keep a draft waiting.
    pub(crate) settle: Duration,
    /// After how long a draft that does not come to rest is taken all the same, and held as incomplete.
    pub(crate) settle_max: Duration,
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
    /// Whether its files were found to be whole since it last changed.
    whole: bool,
    /// Whether it was found to be as it was returned to its author, since it last changed.
    is_returned: Option<bool>,
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

    /// Takes other limits from here on.
    pub(crate) fn set_limits(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// Forgets drafts that are gone.
    pub(crate) fn keep<'p>(&mut self, waiting: impl Iterator<Item = &'p Path>) {
        let waiting: std::collections::BTreeSet<&Path> = waiting.collect();
        self.seen.retain(|path, _| waiting.contains(path.as_path()));
    }

    /// Whether a draft that lies still is as it was returned to its author; `ask` is asked once for as
    /// long as it does not change.
    pub(crate) fn is_returned(&mut self, draft: &Path, ask: impl FnOnce() -> bool) -> bool {
        match self.seen.get_mut(draft) {
            Some(seen) => *seen.is_returned.get_or_insert_with(ask),
            None => ask(),
        }
    }

    /// Looks at a draft once more, at the moment `now`.
    pub(crate) fn look(&mut self, draft: &Path, now: Instant, pace: Pace) -> Rest {
        let look = look_at(draft);
        let arriving = look.iter().any(|(path, ..)| is_arriving(path));
        let seen = self.seen.entry(draft.to_owned()).or_insert_with(|| Seen {
            look: look.clone(),
            first: now,
            still_since: now,
            whole: false,
            is_returned: None,
        });
        if seen.look != look || arriving {
            seen.look = look;
            seen.still_since = now;
            seen.whole = false;
            seen.is_returned = None;
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

/// True unless a file is a photo or film whose end is missing, or one of which only the room is there yet.
/// What cannot be read, or is neither, is left to the gate.
fn is_whole(path: &Path, size: u64, limits: &Limits) -> bool {
    const MEDIA: [&str; 17] = [
        "jpg", "jpeg", "jpe", "png", "gif", "webp", "heic", "heif", "hif", "avif", "tif", "tiff",
        "mp4", "m4v", "mov", "qt", "3gp",
    ];
    let is_media = path
        .extension()
        .is_some_and(|ending| MEDIA.iter().any(|known| ending.eq_ignore_ascii_case(known)));
    if !is_media || size > limits.media_bytes {
        return true;
    }
    // Films are never read whole, however often they are looked at while they arrive.
    if let Ok(Ok(Some(is_whole))) = catch_unwind(|| gatepost::is_whole_film(path, limits)) {
        return is_whole;
    }
    let file =
        Media { name: crate::inbox::name_of(path), source: MediaSource::File(path.to_owned()) };
    gatepost::read_media(&file, limits).map_or(true, |bytes| {
        let is_room = bytes.len() > 16 && bytes.iter().take(16).all(|byte| *byte == 0);
        !is_room && catch_unwind(|| gatepost_image::is_whole(&bytes, limits)).unwrap_or(true)
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
pub(crate) fn is_arriving(path: &Path) -> bool {
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
    fn a_photo_whose_end_is_missing_waits_also_without_a_time_to_settle() {
        let inbox = tempfile::tempdir().unwrap();
        let draft = inbox.path().join("sports-day");
        fs::create_dir(&draft).unwrap();
        let photo = gatepost_example::photo::Jpeg::new(64, 48, 1).build();
        let start = Instant::now();
        let mut settling = Settling::new(Limits::default());
        let none = Pace { settle: Duration::ZERO, ..PACE };
        for cut in [&photo[..photo.len() - 2], &vec![0; photo.len()]] {
            fs::write(draft.join("IMG_1.jpg"), cut).unwrap();
            assert_eq!(settling.look(&draft, start, none), Rest::Arriving);
        }
        fs::write(draft.join("IMG_1.jpg"), &photo).unwrap();
        assert_eq!(settling.look(&draft, start, none), Rest::Still);
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

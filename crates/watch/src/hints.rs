//! Events of the file system: hints to look now. The listing is the truth; without any event a draft is
//! found all the same, a little later.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How the inbox is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// By events, and by listing it every few seconds as well.
    Events,
    /// By listing it alone: no events come, as on most network shares.
    Polling,
}

/// Whether events are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listen {
    /// If they come.
    #[default]
    IfEventsCome,
    /// Never.
    Never,
}

/// What wakes the watched folder.
pub(crate) struct Hints {
    mode: Mode,
    woken: Receiver<()>,
    /// Kept so that events go on coming, and so that the channel stays open.
    _watcher: Option<RecommendedWatcher>,
    _open: SyncSender<()>,
}

impl Hints {
    /// Asks for events of the inbox, and tries whether they come.
    pub(crate) fn new(inbox: &Path, listen: Listen) -> Self {
        // One hint is as good as many.
        let (open, woken) = sync_channel(1);
        let watcher = match listen {
            Listen::Never => None,
            Listen::IfEventsCome => watcher(inbox, open.clone()),
        };
        let works = watcher.is_some() && events_come(inbox, &woken);
        let mode = if works { Mode::Events } else { Mode::Polling };
        Self { mode, woken, _watcher: watcher.filter(|_| works), _open: open }
    }

    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    /// Waits for a hint, for so long at most. True if there was one.
    pub(crate) fn wait(&self, at_most: Duration) -> bool {
        match self.woken.recv_timeout(at_most) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(at_most);
                false
            }
        }
    }

    /// True if something was hinted at since the last look.
    pub(crate) fn is_woken(&self) -> bool {
        self.woken.try_recv().is_ok()
    }
}

fn watcher(inbox: &Path, wake: SyncSender<()>) -> Option<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Our own reading raises events too: they must not wake us.
        let is_news = event.as_ref().map_or(true, |event| match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        });
        if is_news && let Err(TrySendError::Disconnected(())) = wake.try_send(()) {
            // Nobody listens any more.
        }
    })
    .ok()?;
    watcher.watch(inbox, RecursiveMode::Recursive).ok()?;
    Some(watcher)
}

/// Writes a file of our own into the inbox and waits for its event.
fn events_come(inbox: &Path, woken: &Receiver<()>) -> bool {
    let probe = probe_in(inbox);
    let wrote = fs::write(&probe, "gatepost looks whether it is told of changes here\n").is_ok();
    let came = wrote && woken.recv_timeout(Duration::from_secs(2)).is_ok();
    let _ = fs::remove_file(&probe);
    // Removing it is an event as well.
    let until = Instant::now() + Duration::from_millis(50);
    while Instant::now() < until && woken.recv_timeout(Duration::from_millis(10)).is_ok() {}
    came
}

fn probe_in(inbox: &Path) -> PathBuf {
    inbox.join(format!("{}probe", crate::inbox::OURS))
}

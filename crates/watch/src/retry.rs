//! What could not be done is tried again, after pauses that grow.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::WatchError;
use crate::health::Waiting;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_mins(5);

/// Drafts and jobs that are waiting to be tried again.
#[derive(Debug, Default)]
pub(crate) struct Retries {
    waiting: BTreeMap<PathBuf, Retry>,
}

#[derive(Debug)]
struct Retry {
    due: Instant,
    pause: Duration,
    problem: String,
    account: String,
    draft: String,
}

impl Retries {
    /// True if this was never tried in vain, or its pause is over.
    pub(crate) fn is_due(&self, path: &Path) -> bool {
        self.waiting.get(path).is_none_or(|retry| Instant::now() >= retry.due)
    }

    /// True if this was never tried in vain.
    pub(crate) fn is_new(&self, path: &Path) -> bool {
        !self.waiting.contains_key(path)
    }

    /// It failed: the next pause is twice as long. True if this is news.
    pub(crate) fn failed(&mut self, path: &Path, problem: &WatchError) -> bool {
        let problem = problem.to_string();
        let now = Instant::now();
        if let Some(retry) = self.waiting.get_mut(path) {
            if now >= retry.due {
                retry.pause = (retry.pause * 2).min(LONGEST);
            }
            retry.due = now + retry.pause;
            let is_news = retry.problem != problem;
            retry.problem = problem;
            return is_news;
        }
        let retry = Retry {
            due: now + FIRST,
            pause: FIRST,
            problem,
            account: String::new(),
            draft: String::new(),
        };
        self.waiting.insert(path.to_owned(), retry);
        true
    }

    /// How it is called in `status`.
    pub(crate) fn describe(&mut self, path: &Path, account: &str, draft: &str) {
        if let Some(retry) = self.waiting.get_mut(path) {
            account.clone_into(&mut retry.account);
            draft.clone_into(&mut retry.draft);
        }
    }

    /// It is done.
    pub(crate) fn done(&mut self, path: &Path) {
        self.waiting.remove(path);
    }

    /// Forgets drafts of the inbox that are gone; jobs under `work` stay.
    pub(crate) fn keep<'p>(&mut self, work: &Path, there: impl Iterator<Item = &'p Path>) {
        if self.waiting.is_empty() {
            return;
        }
        let there: std::collections::BTreeSet<&Path> = there.collect();
        self.waiting.retain(|path, retry| {
            retry.draft.is_empty() || path.starts_with(work) || there.contains(path.as_path())
        });
    }

    /// How long until the first is due.
    pub(crate) fn next(&self) -> Option<Duration> {
        let now = Instant::now();
        self.waiting.values().map(|retry| retry.due.saturating_duration_since(now)).min()
    }

    /// What waits, and why.
    pub(crate) fn waiting(&self) -> Vec<Waiting> {
        let now = Instant::now();
        self.waiting
            .values()
            .map(|retry| Waiting {
                account: retry.account.clone(),
                draft: retry.draft.clone(),
                problem: retry.problem.clone(),
                seconds: retry.due.saturating_duration_since(now).as_secs(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_news_are_told_once() {
        let mut retries = Retries::default();
        let path = Path::new("inbox/x/a");
        assert!(retries.is_due(path) && retries.is_new(path));
        assert!(retries.failed(path, &WatchError::Busy));
        assert!(!retries.is_due(path));
        assert!(!retries.failed(path, &WatchError::Busy), "told already");
        assert!(retries.failed(path, &WatchError::RecordsChanged), "another problem");
        let mut pauses = Vec::new();
        for _ in 0..12 {
            let retry = retries.waiting.get_mut(path).unwrap();
            retry.due = Instant::now();
            retries.failed(path, &WatchError::Busy);
            pauses.push(retries.waiting[path].pause);
        }
        assert!(pauses.is_sorted());
        assert_eq!(pauses.last(), Some(&LONGEST));
        retries.done(path);
        assert!(retries.is_due(path));
    }
}

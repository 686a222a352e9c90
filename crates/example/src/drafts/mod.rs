//! The drafts of the example: what somebody at the school wants to post, and what a gate should say.
//!
//! Each shows one thing, and everything else about it is in order. They are to be published on the
//! next school day, so that what is expected of them hangs on no clock.

mod consent;
mod desk;
mod in_order;
mod manifest;
mod names;
mod photos;
mod plan;
mod words;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

use crate::File;
use crate::calendar::Calendar;
use crate::pupils::pupils;
use desk::Desk;
use plan::Plan;

/// A draft, its files, and what is expected of it.
#[derive(Debug, Clone)]
pub struct ExampleDraft {
    /// The account for which it is meant: the folder under `inbox/`.
    pub account: &'static str,
    /// What it is called: the name of its folder, or of its text file without the ending.
    pub name: &'static str,
    /// One line for people: what it shows.
    pub told: &'static str,
    /// What is expected, by the id of the policy pack.
    pub expect: &'static [(&'static str, Expect)],
    /// Its files: relative to its own folder, or, of a loose text, to the account's.
    pub files: Vec<File>,
    /// Whether it is a text file without a folder.
    pub loose: Loose,
}

/// What a gate should say of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Released.
    Release,
    /// Held; this rule must be among those that hold it.
    Hold(&'static str),
}

/// Whether a draft is a folder, or a text file on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loose {
    /// A folder with files in it.
    No,
    /// One text file straight under the account's folder.
    Yes,
}

/// How large the photos are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoSize {
    /// As cameras make them: 8 to 12 megapixels, 2 to 5 MB.
    Camera,
    /// 640 by 480 or so: for tests.
    Small,
}

impl ExampleDraft {
    /// Its files with paths relative to the school folder: `inbox/ACCOUNT/NAME/...`.
    pub fn in_inbox(&self) -> Vec<File> {
        let account = Path::new("inbox").join(self.account);
        let folder = match self.loose {
            Loose::No => account.join(self.name),
            Loose::Yes => account,
        };
        let placed =
            |file: &File| File { path: folder.join(&file.path), bytes: file.bytes.clone() };
        self.files.iter().map(placed).collect()
    }

    /// What is expected of it under this policy pack, if anything is.
    pub fn expected(&self, pack: &str) -> Option<Expect> {
        self.expect.iter().find(|(id, _)| *id == pack).map(|(_, expect)| *expect)
    }
}

/// The drafts, for a school made by [`registers`](crate::registers) for the same day.
///
/// Photos of [`PhotoSize::Camera`] take a few seconds in all; they are made on as many threads as the
/// machine has cores. The same day and size give the same bytes.
pub fn drafts(today: Date, size: PhotoSize) -> Vec<ExampleDraft> {
    let calendar = Calendar::around(today);
    let desk = Desk { calendar: &calendar, pupils: &pupils(&calendar), size };
    let families = [in_order::plans, words::plans, names::plans, consent::plans, photos::plans];
    let plans: Vec<Plan> = families.into_iter().flat_map(|plans| plans(&desk)).collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(plans.len());
    let next = AtomicUsize::new(0);
    // A photo of twelve megapixels takes 36 MB while it is drawn: no more of them than cores at once.
    let work = || {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match plans.get(at) {
                Some(plan) => made.push((at, plan.make())),
                None => return made,
            }
        }
    };
    let mut made: Vec<(usize, ExampleDraft)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("drawing does not panic"))
            .collect()
    });
    made.sort_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, draft)| draft).collect()
}

/// A text file of a draft.
fn text_file(path: &str, text: &str) -> File {
    File { path: PathBuf::from(path), bytes: format!("{text}\n").into_bytes() }
}

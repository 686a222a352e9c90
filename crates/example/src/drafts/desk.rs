//! Where drafts are written: who the pupils are, what day it is, which photos are at hand.
//!
//! What each pack makes of a draft follows from the policies. A draft that is to be released has its
//! author, purpose, pupils, confirmations and alternative text in order; what cleaning takes off a
//! photo is advice everywhere; `strict` holds nearly all else that any rule finds.

use jiff::civil::{Date, DateTime};

use super::manifest::Manifest;
use super::{Expect, PhotoSize};
use crate::calendar::{Calendar, shift};
use crate::cast::Member;
use crate::photo::Jpeg;
use crate::pupils::{Pupil, find};
use crate::staff::AUTHOR;

/// What is expected under each pack.
pub(super) type Expected = [(&'static str, Expect); 6];

/// Under the three packs that the drafts were made for; the other three say what `woodstock` says.
pub(super) const fn expected(woodstock: Expect, holy_cross: Expect, strict: Expect) -> Expected {
    expected_of_all(woodstock, holy_cross, strict, [woodstock, woodstock, woodstock])
}

/// The same, with what `holme-court`, `crockham-hill` and `hemswell-cliff` say.
pub(super) const fn expected_of_all(
    woodstock: Expect,
    holy_cross: Expect,
    strict: Expect,
    [holme_court, crockham_hill, hemswell_cliff]: [Expect; 3],
) -> Expected {
    [
        ("woodstock", woodstock),
        ("holy-cross", holy_cross),
        ("strict", strict),
        ("holme-court", holme_court),
        ("crockham-hill", crockham_hill),
        ("hemswell-cliff", hemswell_cliff),
    ]
}

/// Held by every pack, by this rule.
pub(super) const fn held(rule: &'static str) -> Expected {
    expected(Expect::Hold(rule), Expect::Hold(rule), Expect::Hold(rule))
}

/// What goes with a photo of pupils that is to pass everywhere.
pub(super) const CONFIRMED: &[&str] = &["dress", "dignity"];

/// The desk at which drafts are written.
pub(super) struct Desk<'s> {
    pub(super) calendar: &'s Calendar,
    pub(super) pupils: &'s [Pupil],
    pub(super) size: PhotoSize,
}

impl Desk<'_> {
    /// A sheet in order, for words alone.
    pub(super) fn sheet(&self, account: &'static str, purpose: &'static str) -> Manifest {
        Manifest {
            account,
            author: AUTHOR,
            purpose,
            publish_at: self.calendar.publish.at(16, 0, 0, 0),
            ..Manifest::default()
        }
    }

    /// A sheet in order, for a photo of these pupils.
    pub(super) fn pictured(
        &self,
        account: &'static str,
        purpose: &'static str,
        members: &[&Member],
        file: &'static str,
    ) -> Manifest {
        Manifest {
            pupils: Some(members.iter().map(|member| self.upn(member)).collect()),
            attest: CONFIRMED,
            alt: vec![(file, "Children at school")],
            ..self.sheet(account, purpose)
        }
    }

    pub(super) fn upn(&self, member: &Member) -> String {
        find(self.pupils, member).expect("every member of the cast is in a class").upn.clone()
    }

    pub(super) fn canon(&self, seed: u64) -> Jpeg {
        let (width, height) = self.sides(3984, 2656);
        Jpeg::new(width, height, seed).canon().taken(self.noon(-1))
    }

    pub(super) fn ipad(&self, seed: u64) -> Jpeg {
        let (width, height) = self.sides(3264, 2448);
        Jpeg::new(width, height, seed).ipad().taken(self.noon(-2))
    }

    pub(super) fn iphone(&self, seed: u64) -> Jpeg {
        let (width, height) = self.sides(4032, 3024);
        Jpeg::new(width, height, seed).iphone().taken(self.noon(-3))
    }

    /// The sides of a picture, or those of a small one of the same shape.
    pub(super) fn sides(&self, width: u32, height: u32) -> (u32, u32) {
        match self.size {
            PhotoSize::Camera => (width, height),
            PhotoSize::Small => (640, 640 * height / width),
        }
    }

    /// A quarter past twelve, some days from today.
    pub(super) fn noon(&self, days: i32) -> DateTime {
        let day: Date = shift(self.calendar.today, days);
        day.at(12, 15, 42, 0)
    }
}

//! Findings of the family `image/`.
//!
//! In: an [`Examination`] and what surrounds the file in its draft. Out: findings, at most one a rule. How
//! grave one is, the policy says; whether cleaning takes it away, [`cleaning`](crate::cleaning) says.

use gatepost_model::{Field, Finding, Place, Rule};

use crate::device::DeviceRegister;
use crate::error::CleanError;
use crate::examination::Examination;
use crate::rules::{LOOKS, refused};

/// What is known of a media file from outside it.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The school's cameras, phones and tablets.
    pub devices: &'a DeviceRegister,
    /// Whether the draft describes the picture in words.
    pub alt: AltText,
    /// Names of the school, its web domains and its handles: a copyright notice that has one of these is
    /// the school's own.
    pub own_names: &'a [&'a str],
}

/// Whether a picture is described in words for people who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AltText {
    /// It is.
    Given,
    /// It is not.
    Missing,
}

/// What a rule saw, before it is tied to a place in the draft.
pub(crate) struct Seen {
    pub(crate) message: String,

    pub(crate) at: At,
}

/// Which field of a file a finding belongs to.
#[derive(Clone, Copy)]
pub(crate) enum At {
    Alt,
    Name,
    Meta,
    Media,
}

impl Seen {
    pub(crate) fn new(at: At, message: impl Into<String>) -> Self {
        Self { message: message.into(), at }
    }

    fn into_finding(self, rule: &'static Rule, index: usize) -> Finding {
        let field = match self.at {
            At::Alt => Field::Alt(index),
            At::Name => Field::Name(index),
            At::Meta => Field::Meta(index),
            At::Media => Field::Media(index),
        };
        Finding::new(rule, Place::whole(field), self.message)
    }
}

/// Everything that the rules see in the media file that has this index in its draft.
pub fn findings(
    examination: &Examination,
    index: usize,
    surroundings: &Surroundings<'_>,
) -> Vec<Finding> {
    LOOKS
        .iter()
        .filter_map(|(rule, _, look)| Some((rule, look(examination, surroundings)?)))
        .map(|(rule, seen)| seen.into_finding(rule, index))
        .collect()
}

impl CleanError {
    /// The finding that says so, for the media file that has this index in its draft.
    pub fn finding(&self, index: usize) -> Finding {
        refused(self).into_finding(self.rule(), index)
    }
}

//! `image/third-party-copyright`: a copyright notice, credit, source or terms of use that does not
//! name the school.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// Somebody else's copyright notice.
pub(crate) static RULE: Rule = Rule {
    id: "image/third-party-copyright",
    title: "Somebody else’s copyright notice",
    finds: "A copyright notice, credit or licence in a picture’s hidden data that is not the school’s own.",
    why: "Cleaning takes the notice out, but the picture still belongs to whoever made it.",
    remedy: "Make sure that the school may use the picture, and have a member of staff confirm it under `attest`, key `rights`.",
    flagged: &["A picture from an agency with its credit line."],
    clean: &["A photo with the school’s own name as the notice."],
    misses: &["Pictures whose notice was taken out before."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, surroundings: &Surroundings<'_>) -> Option<Seen> {
    let own = |notice: &str| {
        let notice = notice.to_lowercase();
        surroundings
            .own_names
            .iter()
            .any(|name| !name.trim().is_empty() && notice.contains(&name.trim().to_lowercase()))
    };
    let foreign = examination
        .exposures
        .iter()
        .any(|exposure| matches!(exposure, Exposure::Copyright { notice, .. } if !own(notice)));
    foreign.then(|| {
        let message =
            "The file carries a copyright notice, credit or licence that does not name the school.";
        Seen::new(At::Meta, message)
    })
}

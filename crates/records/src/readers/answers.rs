//! The words of consent registers: media, channels and decisions.
//!
//! Every system has words of its own for them; what could mean two things is not understood.

use std::borrow::Cow;

use crate::cells::{self, Misread};
use crate::columns::plain;
use crate::consent::{ConsentDecision, Giver, Medium};
use crate::platform::{PLATFORMS, platform};
use crate::school::{Account, SchoolFile, Sense};
use crate::sheet::Cell;
use crate::table::listed;

/// Channels of the contract that are no platforms.
const CHANNELS: &[&str] = &["social", "website", "press", "newsletter", "any"];
pub(super) const MEDIA: &str = "image, video, name or work";
pub(super) const DECISIONS: &str = "granted, refused, withdrawn, objected or pending";
pub(super) const WIDE: &str = "y or n (also yes, no, 1, 0, a tick, granted, refused, withdrawn, objected, pending or \
                    nothing)";

/// The channels that may stand in the register: the contract's, the platforms and those of the accounts.
pub(super) struct Channels {
    known: Vec<String>,
    /// For messages.
    pub(super) accepted: String,
}

impl Channels {
    pub(super) fn of(school: &SchoolFile) -> Self {
        let fixed = CHANNELS.iter().chain(PLATFORMS).copied();
        let own = school.accounts.iter().map(Account::channel);
        let mut known: Vec<String> = Vec::new();
        for channel in fixed.chain(own) {
            if !known.iter().any(|other| other == channel) {
                known.push(channel.to_owned());
            }
        }
        let words: Vec<&str> = known.iter().map(String::as_str).collect();
        let accepted = format!("one of {}", listed(&words));
        Self { known, accepted }
    }

    /// A channel in the form that the register keeps; `Social media` is `social`, `Twitter` is `x`.
    pub(super) fn named(&self, word: &str) -> Option<String> {
        let find = |word: &str| self.known.iter().find(|channel| *channel == word).cloned();
        find(word).or_else(|| match plain(word).as_str() {
            "socialmedia" => find("social"),
            _ => find(platform(word).unwrap_or(&word.trim().to_lowercase())),
        })
    }
}

/// What is asked for, in the words of registers.
pub(crate) fn medium_of(word: &str) -> Option<Medium> {
    let word = match word {
        "image" | "video" | "name" | "work" => Cow::Borrowed(word),
        _ => Cow::Owned(plain(word)),
    };
    match word.as_ref() {
        "image" | "images" | "photo" | "photos" | "photograph" | "photographs" => {
            Some(Medium::Image)
        }
        "video" | "videos" | "film" => Some(Medium::Video),
        "name" | "names" => Some(Medium::Name),
        "work" => Some(Medium::Work),
        _ => None,
    }
}

/// Who gave an answer; `None` of what may be anything, such as the name of a form.
pub(super) fn giver_of(word: &str) -> Option<Giver> {
    Some(match plain(word).as_str() {
        "child" | "pupil" | "student" | "thechild" | "pupilthemselves" => Giver::Child,
        "mother" | "mum" | "mam" | "mummy" | "stepmother" | "stepmum" => Giver::Mother,
        "father" | "dad" | "daddy" | "stepfather" | "stepdad" => Giver::Father,
        "parent1" | "contact1" | "parentone" | "firstparent" | "priority1" => Giver::First,
        "parent2" | "contact2" | "parenttwo" | "secondparent" | "priority2" => Giver::Second,
        "carer" | "guardian" | "fostercarer" | "legalguardian" => Giver::Carer,
        _ => return None,
    })
}

pub(super) fn decision_of(word: &str) -> Option<ConsentDecision> {
    let word = match word {
        "granted" | "refused" | "pending" => Cow::Borrowed(word),
        _ => Cow::Owned(plain(word)),
    };
    Some(match word.as_ref() {
        "granted" | "confirmed" | "given" | "yes" | "y" => ConsentDecision::Granted,
        "refused" | "declined" | "denied" | "notgranted" | "no" | "n" => ConsentDecision::Refused,
        "withdrawn" | "revoked" => ConsentDecision::Withdrawn,
        "objected" | "objection" => ConsentDecision::Objected,
        "pending" | "requested" | "notasked" | "noresponse" => ConsentDecision::Pending,
        _ => return None,
    })
}

/// The answer in a cell of a wide register; `None` of an empty one. In an inverted column the words
/// `granted` and `refused` could mean either, and are not accepted.
pub(super) fn wide_answer(
    cell: &Cell<'_>,
    sense: Sense,
) -> Result<Option<ConsentDecision>, Misread> {
    let text = match (cells::yes(cell), cell) {
        (Ok(None), _) => return Ok(None),
        (Ok(Some(yes)), _) => {
            let granted = yes == (sense == Sense::Granted);
            let decision =
                if granted { ConsentDecision::Granted } else { ConsentDecision::Refused };
            return Ok(Some(decision));
        }
        (Err(Misread::Other), Cell::Text(text)) => text,
        (Err(misread), _) => return Err(misread),
    };
    match decision_of(text) {
        Some(ConsentDecision::Granted | ConsentDecision::Refused) if sense == Sense::Denied => {
            Err(Misread::Other)
        }
        Some(decision) => Ok(Some(decision)),
        None => Err(Misread::Other),
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Channels, decision_of, giver_of, medium_of, wide_answer};
    use crate::cells::Misread;
    use crate::consent::{ConsentDecision, Giver, Medium};
    use crate::school::{SchoolFile, Sense};
    use crate::sheet::Cell;

    #[test]
    fn registers_have_many_words_for_the_same() {
        assert_eq!(medium_of("Photographs"), Some(Medium::Image));
        assert_eq!(medium_of("audio"), None);
        assert_eq!(decision_of("Not Granted"), Some(ConsentDecision::Refused));
        assert_eq!(decision_of("Requested"), Some(ConsentDecision::Pending));
        assert_eq!(decision_of("perhaps"), None);
        assert_eq!(giver_of("Mum"), Some(Giver::Mother));
        assert_eq!(giver_of("Annual form"), None);
        let channels = Channels::of(&SchoolFile::default());
        assert_eq!(channels.named("Social Media").as_deref(), Some("social"));
        assert_eq!(channels.named("Twitter").as_deref(), Some("x"));
        assert_eq!(channels.named("prospectus"), None);
    }

    #[test]
    fn an_inverted_column_turns_yes_and_no_and_nothing_else() {
        let answer = |text, sense| wide_answer(&Cell::Text(Cow::Borrowed(text)), sense);
        assert_eq!(answer("y", Sense::Granted), Ok(Some(ConsentDecision::Granted)));
        assert_eq!(answer("y", Sense::Denied), Ok(Some(ConsentDecision::Refused)));
        assert_eq!(answer("n", Sense::Denied), Ok(Some(ConsentDecision::Granted)));
        assert_eq!(answer("withdrawn", Sense::Denied), Ok(Some(ConsentDecision::Withdrawn)));
        assert_eq!(answer("refused", Sense::Denied), Err(Misread::Other));
        assert_eq!(wide_answer(&Cell::Empty, Sense::Denied), Ok(None));
    }
}

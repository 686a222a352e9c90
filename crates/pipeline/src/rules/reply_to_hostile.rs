//! `draft/reply-to-hostile`: an answer to words that attack somebody.
//!
//! In: what the draft replies to, read by the same detectors as a draft's own words. Where only an address is given
//! nobody here can read what stands there, and the author is told to.

use gatepost_model::{Certainty, Draft, Excerpt, Field, Finding, Findings, Place, Rule};

/// The rule `draft/reply-to-hostile`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/reply-to-hostile",
    title: "It answers a hostile post",
    finds: "A draft whose `in_reply_to` is a text that insults, threatens or abuses somebody, or runs \
            a person or the school down; as possible, one that replies to an address alone.",
    why: "An answer carries a hostile post to everyone who follows the school, and invites another. \
          Such posts are for the head to deal with, or for nobody.",
    remedy: "Leave it unanswered, keep a record of it, and tell the head. Where a family has a complaint, \
             offer to speak with them.",
    flagged: &["A reply to \"Your head is a useless liar\"."],
    clean: &["A reply to \"What time does the fair start?\"."],
    misses: &["Hostility between the lines.", "What stands at an address."],
    excerpt: Excerpt::Masked,
};

/// Rules on words by which a text is hostile.
const HOSTILE: &[&str] = &[
    "text/derogatory",
    "text/extremism",
    "text/harassment",
    "text/profanity",
    "text/ridicule",
    "text/sexual",
    "text/slur",
    "text/threat",
];

/// What a draft replies to, if it replies to anything.
pub(crate) fn replied_to(draft: &Draft) -> Option<&str> {
    draft.in_reply_to.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// A finding, if what is replied to is hostile, or cannot be read. `words` is what the readers of words
/// found in it.
pub(crate) fn look(replied_to: &str, words: &Findings) -> Option<Finding> {
    let hostile = words.iter().any(|finding| {
        HOSTILE.contains(&finding.rule.id) && finding.certainty >= Certainty::Likely
    });
    let found = |message| Finding::new(&RULE, Place::whole(Field::Draft), message);
    if hostile {
        Some(found("What this draft replies to attacks or abuses somebody."))
    } else if is_address(replied_to) {
        let message = "This draft replies to something that only its address is given of. Please make \
                       sure that it is not hostile.";
        Some(found(message).certainty(Certainty::Possible))
    } else {
        None
    }
}

fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("http://") || text.starts_with("https://") || text.contains('/'))
}

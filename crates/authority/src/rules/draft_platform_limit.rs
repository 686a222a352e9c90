//! A draft that its platform would refuse or cut off.
//!
//! In: the words, the media and their alternative texts, and what the account's platform lets a post have. How
//! long a film plays is not looked at, and a file that the platform may make smaller by itself is told as possible
//! alone.

use gatepost_model::{Certainty, Excerpt, Field, Finding, Findings, MediaKind, Place, Rule};

use crate::case::Case;
use crate::platforms::{Limits, Needs, Together, hashtags, length, limits};

/// `draft/platform-limit`
pub(crate) static RULE: Rule = Rule {
    id: "draft/platform-limit",
    title: "The platform would not take it as it is",
    finds: "A draft that is longer than the account's platform allows, as that platform counts; \
            more or other pictures and films than it takes; an alternative text or hashtags beyond \
            its limits; and, as possible, a file larger than it takes.",
    why: "A post that is refused or cut off does not say what was meant, and is then mended in a \
          hurry on the platform itself, past every check.",
    remedy: "Shorten the words, or leave pictures out. A longer text fits on the website, with a \
             link to it in the post.",
    flagged: &[
        "300 letters for X, which takes 280.",
        "Five photos for Bluesky, which takes four.",
        "Words without a picture for Instagram.",
    ],
    clean: &[
        "270 letters and a long address for X, which counts every address as 23.",
        "300 letters for Facebook.",
        "Anything for the website.",
    ],
    misses: &["How long a film plays.", "Limits of an account that pays for longer posts."],
    excerpt: Excerpt::Plain,
};

/// Holds the draft against what its platform takes.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(limits) = case.account.and_then(|account| limits(&account.platform)) else { return };
    let text = case.reading.text().map_or("", |prose| prose.text());
    let mut say = |place, message: String, certainty| {
        findings.push(Finding::new(&RULE, place, message).certainty(certainty));
    };
    let whole = Place::whole(Field::Draft);
    let long = length(text, limits.counts);
    if let Some(most) = limits.text.filter(|&most| long > most) {
        let message = format!("{} takes {most} characters and counts {long} here.", limits.name);
        say(Place::whole(Field::Text), message, Certainty::Certain);
    }
    let tags = hashtags(text);
    if let Some(most) = limits.hashtags.filter(|&most| tags > most) {
        let message = format!("{} takes {most} hashtags, and there are {tags}.", limits.name);
        say(Place::whole(Field::Text), message, Certainty::Certain);
    }
    for message in media(case, limits) {
        say(whole, message, Certainty::Certain);
    }
    for (index, file) in case.reading.draft.media.iter().enumerate() {
        let alt = case.reading.draft.alt.get(&file.name).map_or(0, |alt| alt.chars().count());
        if let Some(most) = limits.alt.filter(|&most| alt > most as usize) {
            let message = format!("{} takes alternative texts of {most} characters.", limits.name);
            say(Place::whole(Field::Alt(index)), message, Certainty::Certain);
        }
    }
    for (index, picture) in case.reading.pictures.iter().enumerate() {
        let most = match picture.kind {
            MediaKind::Image => limits.picture_bytes,
            MediaKind::Video => limits.film_bytes,
            MediaKind::Other => None,
        };
        if let Some(most) = most.filter(|&most| picture.bytes > most) {
            let message = format!(
                "{} takes files of {} MB, and may make this one smaller or refuse it.",
                limits.name,
                most >> 20
            );
            say(Place::whole(Field::Media(index)), message, Certainty::Possible);
        }
    }
}

/// What is wrong with the number and the kinds of the media.
fn media(case: &Case<'_>, limits: &Limits) -> Vec<String> {
    let count = |kind| case.reading.pictures.iter().filter(|file| file.kind == kind).count();
    let (pictures, films) = (count(MediaKind::Image), count(MediaKind::Video));
    let all = case.reading.pictures.len();
    let name = limits.name;
    let mut wrong = Vec::new();
    if let Some(most) = limits.media.filter(|&most| all > most) {
        wrong
            .push(format!("{name} takes {most} pictures or films in a post, and there are {all}."));
    }
    if limits.together == Together::No && (films > 1 || films > 0 && pictures > 0) {
        wrong.push(format!("{name} takes either pictures or one film in a post."));
    }
    match limits.needs {
        Needs::Media if all == 0 => {
            wrong.push(format!("{name} takes no post without a picture or film."));
        }
        Needs::Film if films == 0 => wrong.push(format!("{name} takes no post without a film.")),
        _ => {}
    }
    wrong
}

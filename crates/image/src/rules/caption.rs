//! `image/caption`: captions, titles, headlines, keywords, descriptions and comments, wherever a
//! file keeps them.

use gatepost_model::{Excerpt, Rule};

use crate::examination::{Examination, TextKind};
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// Words hidden in the file.
pub(crate) static RULE: Rule = Rule {
    id: "image/caption",
    title: "Words hidden in the file",
    finds: "A caption, title, keyword or comment in a photo’s hidden data.",
    why: "Captions often name the children in a picture, and stay with the file long after.",
    remedy: "Nothing to do: cleaning takes it out. If readers should see it, put it into the post.",
    flagged: &["A photo with a title and keywords from a picture program."],
    clean: &["A photo without any words in it."],
    misses: &["Words in the picture itself."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let caption = |exposure: &Exposure| matches!(exposure, Exposure::Caption(_));
    if !examination.exposures.iter().any(caption) {
        return None;
    }
    let mut labels = Vec::new();
    for text in &examination.texts {
        let words = matches!(text.kind, TextKind::Caption | TextKind::Keyword | TextKind::Comment);
        if words && !labels.contains(&text.label) {
            labels.push(text.label);
        }
    }
    let list = if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) };
    Some(Seen::new(
        At::Meta,
        format!("The file holds words that readers do not see in the picture{list}."),
    ))
}

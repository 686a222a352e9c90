//! `image/person-tag`: a person tagged by name: face regions (MWG, Microsoft), IPTC person fields,
//! people lists of picture programs.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// A person is tagged by name.
pub(crate) static RULE: Rule = Rule {
    id: "image/person-tag",
    title: "A person is tagged by name",
    finds: "The name of a person in the picture, tagged in its hidden data.",
    why: "It puts a name to a face. Picture programs write such tags without being asked.",
    remedy: "Cleaning takes the tag out. Make sure that everyone who is tagged is among the pupils that the draft lists.",
    flagged: &["A photo in which a picture program has tagged a face."],
    clean: &["A photo with a face region that has no name."],
    misses: &["Tags kept in a program’s own database and not in the file."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let tag = |exposure: &&Exposure| matches!(exposure, Exposure::PersonTag(_));
    let message = match examination.exposures.iter().filter(tag).count() {
        0 => return None,
        1 => "A person in this picture is tagged by name in the file.".to_owned(),
        many => format!("People in this picture are tagged by name in the file: {many} tags."),
    };
    Some(Seen::new(At::Meta, message))
}

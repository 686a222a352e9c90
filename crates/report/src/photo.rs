//! A media file on the page: what it shows, what it gives away, and what cleaning did.

use gatepost::{MediaOutcome, Outcome};
use gatepost_model::{CleanedFile, Draft, Field, Limits, MediaKind};
use rayon::prelude::*;

use crate::facts::{Fact, facts};
use crate::marks::{Link, Marks, Stretch};
use crate::matter::Matter;
use crate::preview::{Preview, Previews, previews};
use crate::visible::one_line;
use crate::words::capital;

/// A media file, ready to be shown.
pub(crate) struct Photo {
    /// Counted from 1.
    pub(crate) number: usize,
    /// `photo`, `film` or `file`.
    pub(crate) noun: &'static str,
    /// Its name.
    pub(crate) name: Vec<Stretch>,
    /// What it is, in a sentence.
    pub(crate) kind: String,
    /// The name of its clean copy, where that differs.
    pub(crate) release_name: Option<String>,
    pub(crate) preview: Option<Preview>,
    /// The small picture inside the file, if it shows something else.
    pub(crate) inside: Option<Preview>,
    /// What is shown in place of a preview.
    pub(crate) no_preview: &'static str,
    pub(crate) facts: Vec<Fact>,
    pub(crate) texts: Vec<HiddenText>,
    pub(crate) alt: Option<Vec<Stretch>>,
    /// What cleaning did, in a sentence.
    pub(crate) cleaned: String,
    /// The matters that are about it.
    pub(crate) points: Vec<Link>,
}

/// Words in the metadata of a file.
pub(crate) struct HiddenText {
    pub(crate) label: String,
    pub(crate) stretches: Vec<Stretch>,
}

impl Photo {
    /// What the page calls it: `photo 2`.
    pub(crate) fn called(&self) -> String {
        format!("{} {}", self.noun, self.number)
    }

    /// For people who cannot see the page: the description that the author gave, if any.
    pub(crate) fn described(&self) -> String {
        let Some(alt) = &self.alt else { return format!("File {} of the draft", self.number) };
        alt.iter().flat_map(|stretch| &stretch.runs).map(|run| run.text.as_str()).collect()
    }
}

/// The media files of a draft, in its order.
pub(crate) fn photos(
    outcome: &Outcome,
    draft: &Draft,
    matters: &[Matter],
    marks: &mut Marks,
    limits: &Limits,
) -> Vec<Photo> {
    let previews: Vec<Previews> = outcome
        .files
        .par_iter()
        .enumerate()
        .map(|(index, file)| {
            let orientation =
                file.examination.as_ref().map_or(1, |examination| examination.orientation);
            draft
                .media
                .get(index)
                .filter(|_| file.kind == MediaKind::Image)
                .map_or_else(Previews::default, |media| previews(media, orientation, limits))
        })
        .collect();
    outcome
        .files
        .iter()
        .zip(previews)
        .enumerate()
        .map(|(index, (file, previews))| {
            photo(index, file, previews, outcome, draft, matters, marks)
        })
        .collect()
}

fn photo(
    index: usize,
    file: &MediaOutcome,
    previews: Previews,
    outcome: &Outcome,
    draft: &Draft,
    matters: &[Matter],
    marks: &mut Marks,
) -> Photo {
    let own_name = draft.media.get(index).map(|media| media.name.as_str());
    let cleaned = outcome.verdict.cleaned.get(index);
    Photo {
        number: index + 1,
        noun: noun(file.kind),
        name: marked(outcome, Field::Name(index), marks)
            .unwrap_or_else(|| Stretch::plain(own_name.unwrap_or(&file.label))),
        kind: kind(file),
        release_name: (own_name != Some(file.release_name.as_str()))
            .then(|| one_line(&file.release_name)),
        no_preview: no_preview(file),
        facts: file
            .examination
            .as_ref()
            .map(|examination| facts(examination, cleaned))
            .unwrap_or_default(),
        texts: texts(index, file, outcome, marks),
        alt: marked(outcome, Field::Alt(index), marks),
        cleaned: cleaned.map_or_else(String::new, |cleaned| told(cleaned, file)),
        points: matters
            .iter()
            .filter(|matter| is_about(matter, &file.label, outcome))
            .map(|matter| Link { number: matter.number, severity: matter.severity })
            .collect(),
        preview: previews.picture,
        inside: previews.inside,
    }
}

/// The text of a field with its marks.
fn marked(outcome: &Outcome, field: Field, marks: &mut Marks) -> Option<Vec<Stretch>> {
    let index = outcome.texts.iter().position(|text| text.field == field)?;
    let text = outcome.texts.get(index)?;
    Some(marks.stretches(index, 0, &text.text))
}

/// The words in a file's metadata, each with what it is. The outcome has them as one text, with a blank
/// line between each two.
fn texts(
    media: usize,
    file: &MediaOutcome,
    outcome: &Outcome,
    marks: &mut Marks,
) -> Vec<HiddenText> {
    const BETWEEN: usize = 2;
    let Some(index) = outcome.texts.iter().position(|text| text.field == Field::Meta(media)) else {
        return Vec::new();
    };
    let Some(whole) = outcome.texts.get(index).map(|text| text.text.as_str()) else {
        return Vec::new();
    };
    let parts = file.examination.as_ref().map_or(&[][..], |examination| &examination.texts);
    let mut from = 0;
    let mut texts = Vec::with_capacity(parts.len());
    for part in parts {
        if whole.get(from..from + part.text.len()) != Some(part.text.as_str()) {
            texts.clear();
            break;
        }
        texts.push(HiddenText {
            label: capital(part.label),
            stretches: marks.stretches(index, from, &part.text),
        });
        from += part.text.len() + BETWEEN;
    }
    if texts.is_empty() {
        texts.push(HiddenText {
            label: "Words".into(),
            stretches: marks.stretches(index, 0, whole),
        });
    }
    texts
}

fn is_about(matter: &Matter, label: &str, outcome: &Outcome) -> bool {
    matter.points.iter().flat_map(|point| &point.findings).any(|&index| {
        outcome
            .verdict
            .findings
            .get(index)
            .and_then(|ruling| ruling.field.split_once(':'))
            .is_some_and(|(_, file)| file == label)
    })
}

fn noun(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Image => "photo",
        MediaKind::Video => "film",
        MediaKind::Other => "file",
    }
}

fn kind(file: &MediaOutcome) -> String {
    let Some(examination) = &file.examination else {
        return "This file could not be read.".into();
    };
    let noun = match examination.kind {
        MediaKind::Image => "picture",
        MediaKind::Video => "film",
        MediaKind::Other => "file",
    };
    let format = examination.format.name();
    let what = if examination.format == gatepost_image::Format::Unknown {
        "A file of a kind that is not known".to_owned()
    } else {
        format!("{} {noun}", capital(format))
    };
    match examination.size {
        None => format!("{what}."),
        Some(size) => {
            // Lying on its side: what is stored as its width is seen as its height.
            let (width, height) = match examination.orientation {
                5..=8 => (size.height, size.width),
                _ => (size.width, size.height),
            };
            format!("{what}, {width} × {height} pixels.")
        }
    }
}

fn no_preview(file: &MediaOutcome) -> &'static str {
    match file.kind {
        MediaKind::Image => "This picture cannot be shown here.",
        MediaKind::Video => "A film: it cannot be shown here.",
        MediaKind::Other => "This file is not a picture.",
    }
}

fn told(cleaned: &CleanedFile, file: &MediaOutcome) -> String {
    if !cleaned.verified {
        return "No clean copy could be made, so this file cannot go out.".into();
    }
    let same = match file.kind {
        MediaKind::Image => "The picture itself is unchanged.",
        MediaKind::Video | MediaKind::Other => "What it shows is unchanged.",
    };
    if cleaned.removed.is_empty() {
        return format!("It gives nothing away. {same}");
    }
    format!("The clean copy was read again and holds nothing of this. {same}")
}

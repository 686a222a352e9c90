//! A draft becomes a [`Reading`]: its texts folded and tokenised once, its moment settled.

use gatepost_model::{Draft, Field, Passage, Picture, Prose, PublishAt, Reading};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::media::MediaReading;

/// Reads a draft whose media were opened, for the moment `now` in the school's time zone.
///
/// Every dated rule is judged at `publish_at`, or else at the draft's `as_of`, or else at `now`. A
/// `publish_at` that the calendar does not have (in the hour that summer time skips) is moved on as
/// clocks are; one beyond the calendar is judged at `now`.
pub(crate) fn read<'d>(
    draft: &'d Draft,
    media: &[MediaReading],
    timezone: &TimeZone,
    now: Timestamp,
) -> Reading<'d> {
    let now = draft.as_of.unwrap_or(now).to_zoned(timezone.clone());
    let at = draft.publish_at.and_then(|moment| moment_of(moment, timezone));
    let mut passages = vec![passage(Field::Text, &draft.text)];
    let mut pictures = Vec::with_capacity(media.len());
    for (index, (file, read)) in draft.media.iter().zip(media).enumerate() {
        let alt = draft.alt.get(&file.name).filter(|alt| !alt.is_empty());
        passages.push(passage(Field::Name(index), &file.name));
        if let Some(alt) = alt {
            passages.push(passage(Field::Alt(index), alt));
        }
        let told = draft.told_of_media.get(&file.name);
        if let Some(told) = told.filter(|told| !told.is_empty()) {
            let both = format!("{}\n\n{told}", read.meta_text);
            passages.push(passage(Field::Meta(index), both.trim_start()));
        } else if !read.meta_text.is_empty() {
            passages.push(passage(Field::Meta(index), &read.meta_text));
        }
        let kind = read.kind();
        pictures.push(Picture { kind, has_alt: alt.is_some(), bytes: read.bytes });
    }
    Reading { draft, at: at.unwrap_or_else(|| now.clone()), now, passages, pictures }
}

/// A reading of one name alone, such as a draft's id: as that of a file, since both run words together.
pub(crate) fn read_aside<'d>(draft: &'d Draft, text: &str, like: &Reading<'_>) -> Reading<'d> {
    Reading {
        draft,
        at: like.at.clone(),
        now: like.now.clone(),
        passages: vec![passage(Field::Name(0), text)],
        pictures: Vec::new(),
    }
}

/// A reading of words alone that are not the draft's own, such as those that it replies to.
pub(crate) fn read_words_aside<'d>(
    draft: &'d Draft,
    text: &str,
    like: &Reading<'_>,
) -> Reading<'d> {
    Reading { passages: vec![passage(Field::Text, text)], ..read_aside(draft, "", like) }
}

fn passage(field: Field, text: &str) -> Passage {
    Passage { field, prose: Prose::new(text) }
}

fn moment_of(moment: PublishAt, timezone: &TimeZone) -> Option<Zoned> {
    match moment {
        PublishAt::Local(local) => timezone.to_ambiguous_zoned(local).compatible().ok(),
        PublishAt::Instant(instant) => Some(instant.to_zoned(timezone.clone())),
    }
}

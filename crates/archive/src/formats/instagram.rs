//! Instagram's *Download your information*, in JSON.
//!
//! A post of one picture has its caption at the picture, one of several at the post. There are no ids and
//! no addresses: an id is made of the moment and the first file. Texts are spoilt as Facebook's are.

use serde_json::Value;

use super::facebook::{each, named};
use super::{Given, Intake, Stop, any, ending, file_name};
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::time;

const KNOWN: &[&str] = &[
    "media",
    "title",
    "creation_timestamp",
    "uri",
    "media_metadata",
    "cross_post_source",
    "dubbing_info",
    "media_variants",
    "is_profile_picture",
    "backup_uri",
    "ai_stickers",
    "interactivity_info",
];

/// Files, the key of their list, what they hold, and who sees it.
const LISTS: &[(&str, Option<&str>, Kind, Visibility)] = &[
    ("stories", Some("ig_stories"), Kind::Story, Visibility::Unknown),
    ("reels", Some("ig_reels_media"), Kind::Reel, Visibility::Unknown),
    ("profile_photos", Some("ig_profile_picture"), Kind::Original, Visibility::Public),
    ("archived_posts", Some("ig_archived_post_media"), Kind::Original, Visibility::Private),
];

pub(super) fn is_it(members: &Members) -> bool {
    let list = |name: &str| file_name(name) == "stories.json" && name.contains("/media/");
    any(members, |name| is_posts(name) || list(name))
}

/// `posts_1.json` below `content/` or `media/`.
fn is_posts(name: &str) -> bool {
    let number = file_name(name).strip_prefix("posts_").and_then(|rest| rest.strip_suffix(".json"));
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| file_name(folder));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        && matches!(folder, "content" | "media")
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(is_posts)? {
        each(intake, member, None, &mut |intake, pointer, value| {
            post(intake, (member, pointer), value, Kind::Original, Visibility::Unknown)
        })?;
    }
    for (stem, key, kind, visibility) in LISTS {
        let is = |name: &str| {
            let file = file_name(name);
            file.strip_prefix(stem).is_some_and(|rest| rest == ".json" || rest.starts_with('_'))
                && ending(name) == "json"
        };
        for member in intake.data(is)? {
            each(intake, member, *key, &mut |intake, pointer, value| {
                post(intake, (member, pointer), value, *kind, *visibility)
            })?;
        }
    }
    Ok(())
}

fn post(
    intake: &mut Intake<'_>,
    (member, pointer): (usize, String),
    value: &Value,
    kind: Kind,
    visibility: Visibility,
) -> Result<(), Stop> {
    let Some(keys) = value.as_object() else { return intake.bad_post(member, pointer) };
    intake.unknown_keys(keys.keys().map(String::as_str), KNOWN);
    let single = std::slice::from_ref(value);
    let parts = value.get("media").and_then(Value::as_array).map_or(single, Vec::as_slice);
    let media: Vec<_> = parts.iter().filter_map(named).collect();
    let Some(first) = media.first() else { return intake.bad_post(member, pointer) };
    let mut texts: Vec<&str> = Vec::new();
    for text in std::iter::once(value).chain(parts).filter_map(|one| one.get("title")?.as_str()) {
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    let moment = |value: &Value| value.get("creation_timestamp").and_then(time::of_seconds);
    let published = moment(value).or_else(|| parts.first().and_then(moment));
    let seconds = published.map_or(0, jiff::Timestamp::as_second);
    let file = file_name(&first.uri);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut given = Given::new(member, pointer, format!("{seconds}-{stem}"));
    given.text = texts.join("\n");
    given.published = published;
    given.kind = kind;
    given.visibility = visibility;
    given.media = media;
    intake.post(given)
}

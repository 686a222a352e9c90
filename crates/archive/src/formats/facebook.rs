//! *Download your information* of a Facebook page or profile, in JSON.
//!
//! Posts stand in `your_posts_1.json` or `profile_posts_1.json`; photos also in `album/N.json`,
//! `videos.json` and lists of photos of no album, and some stand there alone. Every text is spoilt as
//! [`crate::text::repaired`] says. What a camera and a network knew of a photo stands in the JSON, also
//! where it was taken out of the photo.

use std::collections::HashSet;

use serde_json::Value;

use super::intake::Named;
use super::{Given, Intake, Stop, any, ending, file_name};
use crate::elements::Elements;
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::text::repair;
use crate::time;

const KNOWN: &[&str] = &[
    "timestamp",
    "attachments",
    "data",
    "tags",
    "title",
    "update_timestamp",
    "backdated_timestamp",
    "is_profile_picture_update",
    "uri",
    "creation_timestamp",
    "description",
    "media_metadata",
    "thumbnail",
    "comments",
    "cross_post_source",
    "photos",
    "name",
    "cover_photo",
    "last_modified_timestamp",
    "place",
    "dubbing_info",
    "media_variants",
    "subtitles",
];

pub(super) fn is_it(members: &Members) -> bool {
    any(members, is_feed)
}

fn is_feed(name: &str) -> bool {
    let file = file_name(name);
    let posts = ["your_posts", "profile_posts", "page_posts"];
    posts.iter().any(|posts| file.starts_with(posts)) && ending(name) == "json"
}

fn is_album(name: &str) -> bool {
    name.contains("/album/") && ending(name) == "json"
}

/// Lists of photos and videos: their files, and the key of the list.
const LISTS: &[(&str, &str)] = &[
    ("videos.json", "videos_v2"),
    ("your_videos.json", "videos_v2"),
    ("unanchored.json", "photos"),
    ("uncategorized_photos.json", "photos"),
    ("your_uncategorized_photos.json", "other_photos_v2"),
];

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    let mut shown = HashSet::new();
    for member in intake.data(is_feed)? {
        each(intake, member, None, &mut |intake, pointer, value| {
            post(intake, member, pointer, value, &mut shown)
        })?;
    }
    for member in intake.data(is_album)? {
        each(intake, member, Some("photos"), &mut |intake, pointer, value| {
            photo(intake, (member, pointer), value, Kind::Album, &mut shown)
        })?;
    }
    for (file, key) in LISTS {
        for member in intake.data(|name| file_name(name) == *file)? {
            each(intake, member, Some(key), &mut |intake, pointer, value| {
                photo(intake, (member, pointer), value, Kind::Original, &mut shown)
            })?;
        }
    }
    Ok(())
}

/// What takes the elements of a list, each with its pointer.
type Take<'t> = dyn FnMut(&mut Intake<'_>, String, &Value) -> Result<(), Stop> + 't;

/// Hands every element of a list on, repaired.
pub(super) fn each(
    intake: &mut Intake<'_>,
    member: usize,
    key: Option<&str>,
    take: &mut Take<'_>,
) -> Result<(), Stop> {
    let members = intake.members;
    let mut elements = match members.stream(member).and_then(|stream| Elements::new(stream, key)) {
        Ok(elements) => elements,
        // A profile with one post has no list around it.
        Err(problem) => return intake.fail_with(member, &problem),
    };
    let mut number = 0;
    let end = loop {
        match elements.next() {
            Ok(Some(element)) => {
                let pointer = key.map_or(format!("/{number}"), |key| format!("/{key}/{number}"));
                number += 1;
                match serde_json::from_slice::<Value>(&element) {
                    Ok(value) => take(intake, pointer, &repair(value))?,
                    Err(_) => intake.bad_post(member, pointer)?,
                }
            }
            Ok(None) => break Ok(()),
            Err(problem) => break Err(problem),
        }
    };
    match end {
        Ok(()) => intake.was_read(member),
        Err(problem) => intake.fail_with(member, &problem)?,
    }
    Ok(())
}

fn post(
    intake: &mut Intake<'_>,
    member: usize,
    pointer: String,
    value: &Value,
    shown: &mut HashSet<String>,
) -> Result<(), Stop> {
    let Some(keys) = value.as_object() else { return intake.bad_post(member, pointer) };
    intake.unknown_keys(keys.keys().map(String::as_str), KNOWN);
    let mut words = Words::default();
    let texts = |value: &Value, key: &str| -> Vec<String> {
        let all = value.get(key).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(|one| one.get("post").and_then(Value::as_str)).map(str::to_owned).collect()
    };
    for text in texts(value, "data") {
        words.add(&text);
    }
    let attachments = value.get("attachments").and_then(Value::as_array).into_iter().flatten();
    let parts = attachments.filter_map(|one| one.get("data").and_then(Value::as_array)).flatten();
    let mut media = Vec::new();
    for part in parts {
        if let Some(one) = part.get("media") {
            words.add_of(one, &["description"]);
            media.extend(named(one));
        }
        for (key, inner) in [
            ("external_context", &["name", "source", "url"][..]),
            ("place", &["name", "address"]),
            ("event", &["name", "description"]),
        ] {
            if let Some(one) = part.get(key) {
                words.add_of(one, inner);
            }
        }
        words.add_of(part, &["text", "name"]);
    }
    let tags = value.get("tags").and_then(Value::as_array).into_iter().flatten();
    for tag in tags {
        let name = tag.as_str().or_else(|| tag.get("name").and_then(Value::as_str));
        words.add(name.unwrap_or_default());
    }
    shown.extend(media.iter().map(|one| one.uri.clone()));
    let published = value.get("timestamp").and_then(time::of_seconds);
    let id = value.get("timestamp").map_or_else(|| pointer.replace('/', "-"), Value::to_string);
    let mut given = Given::new(member, pointer, id.trim_matches('"').to_owned());
    given.published = published;
    given.visibility = Visibility::Unknown;
    given.text = words.text();
    given.media = media;
    intake.post(given)
}

/// A photo or video of a list, unless a post showed it.
fn photo(
    intake: &mut Intake<'_>,
    (member, pointer): (usize, String),
    value: &Value,
    kind: Kind,
    shown: &mut HashSet<String>,
) -> Result<(), Stop> {
    let Some(one) = named(value) else { return intake.bad_post(member, pointer) };
    if !shown.insert(one.uri.clone()) {
        intake.skip_post("duplicate");
        return Ok(());
    }
    let id = file_name(&one.uri).rsplit_once('.').map_or(file_name(&one.uri), |(stem, _)| stem);
    let mut given = Given::new(member, pointer, id.to_owned());
    let mut words = Words::default();
    words.add_of(value, &["title", "description"]);
    given.kind = kind;
    given.text = words.text();
    given.published = value.get("creation_timestamp").and_then(time::of_seconds);
    given.media = vec![one];
    intake.post(given)
}

/// The texts of a post, each once.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    fn add(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() && !self.0.iter().any(|known| known == text) {
            self.0.push(text.to_owned());
        }
    }

    fn add_of(&mut self, value: &Value, keys: &[&str]) {
        for key in keys {
            value.get(key).and_then(Value::as_str).into_iter().for_each(|text| self.add(text));
        }
    }

    fn text(&self) -> String {
        self.0.join("\n")
    }
}

/// The file that an object names, and what it tells of it.
pub(super) fn named(media: &Value) -> Option<Named> {
    let uri = media.get("uri")?.as_str()?.to_owned();
    let mut told = Vec::new();
    tell(media.get("media_metadata").unwrap_or(&Value::Null), &mut told);
    Some(Named { uri, alt: None, told: told.join("\n") })
}

/// What metadata in JSON give away, in words that the rules on personal data read.
fn tell(value: &Value, told: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| tell(one, told)),
        Value::Object(all) => {
            let number = |key: &str| all.get(key).and_then(Value::as_f64).filter(|one| *one != 0.0);
            if let (Some(lat), Some(long)) = (number("latitude"), number("longitude")) {
                told.push(format!("coordinates {lat:.5}, {long:.5}"));
            }
            for (key, words) in [("upload_ip", "IP address"), ("device_id", "device")] {
                if let Some(text) = all.get(key).and_then(Value::as_str) {
                    told.push(format!("{words} {text}"));
                }
            }
            all.values().for_each(|one| tell(one, told));
        }
        _ => {}
    }
}

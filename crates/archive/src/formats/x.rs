//! X's data archive, once Twitter's.
//!
//! `data/tweets.js` (older: `tweet.js`, in parts: `tweets-part1.js`) holds `window.YTD.tweets.part0 = [...]`, a
//! list of posts, each alone or under `tweet`. Long posts stand whole in `note-tweet.js`. Media lie in
//! `tweets_media/` as `ID-NAME`. The address of a shortened link stands in the entities of its post.

use std::collections::HashMap;

use serde_json::Value;

use super::intake::Named;
use super::{Given, Intake, Stop, any, file_name};
use crate::elements::Elements;
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::text::unescaped;
use crate::time;

const KNOWN: &[&str] = &[
    "created_at",
    "id",
    "id_str",
    "full_text",
    "text",
    "truncated",
    "display_text_range",
    "entities",
    "extended_entities",
    "source",
    "in_reply_to_status_id",
    "in_reply_to_status_id_str",
    "in_reply_to_user_id",
    "in_reply_to_user_id_str",
    "in_reply_to_screen_name",
    "user",
    "geo",
    "coordinates",
    "place",
    "contributors",
    "retweeted_status",
    "quoted_status",
    "quoted_status_id",
    "quoted_status_id_str",
    "quoted_status_permalink",
    "is_quote_status",
    "retweet_count",
    "favorite_count",
    "favorited",
    "retweeted",
    "lang",
    "possibly_sensitive",
    "edit_info",
    "possibly_sensitive_appealable",
    "withheld_in_countries",
];

pub(super) fn is_it(members: &Members) -> bool {
    any(members, is_posts)
}

/// `tweets.js`, `tweet.js`, and their further parts.
fn is_posts(name: &str) -> bool {
    let stem = file_name(name).strip_suffix(".js").unwrap_or_default();
    let stem = stem.split_once("-part").map_or(stem, |(stem, part)| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) { stem } else { "" }
    });
    matches!(stem, "tweets" | "tweet")
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    let user = user(intake);
    let notes = notes(intake);
    let media = media(intake.members);
    for member in intake.data(is_posts)? {
        let stream = intake.members.stream(member);
        let opened = stream.and_then(|stream| Elements::of_script(stream, &["tweets", "tweet"]));
        let mut elements = match opened {
            Ok(elements) => elements,
            Err(problem) => {
                intake.fail_with(member, &problem)?;
                continue;
            }
        };
        let mut number = 0;
        let end = loop {
            match elements.next() {
                Ok(Some(element)) => {
                    let pointer = format!("/{number}");
                    number += 1;
                    match serde_json::from_slice::<Value>(&element) {
                        Ok(value) => {
                            post(
                                intake,
                                (member, pointer),
                                &value,
                                user.as_deref(),
                                &notes,
                                &media,
                            )?;
                        }
                        Err(_) => intake.bad_post(member, pointer)?,
                    }
                }
                Ok(None) => break elements.finish(),
                Err(problem) => break Err(problem),
            }
        };
        match end {
            Ok(()) => intake.was_read(member),
            Err(problem) => intake.fail_with(member, &problem)?,
        }
    }
    Ok(())
}

fn post(
    intake: &mut Intake<'_>,
    (member, pointer): (usize, String),
    value: &Value,
    user: Option<&str>,
    notes: &HashMap<String, String>,
    media: &HashMap<String, Vec<usize>>,
) -> Result<(), Stop> {
    let value = value.get("tweet").unwrap_or(value);
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let id = text("id_str").or_else(|| text("id"));
    let (Some(id), Some(body)) = (id, text("full_text").or_else(|| text("text"))) else {
        return intake.bad_post(member, pointer);
    };
    if let Some(keys) = value.as_object() {
        intake.unknown_keys(keys.keys().map(String::as_str), KNOWN);
    }
    let mut given = Given::new(member, pointer, id.to_owned());
    given.kind = if value.get("retweeted_status").is_some() || body.starts_with("RT @") {
        Kind::Reshare
    } else if text("in_reply_to_status_id_str").or_else(|| text("in_reply_to_status_id")).is_some()
    {
        Kind::Reply
    } else {
        Kind::Original
    };
    given.visibility = Visibility::Public;
    given.published = text("created_at").and_then(time::of_x);
    given.url = user.map(|user| format!("https://x.com/{user}/status/{id}"));
    given.text = words(value, body, notes);
    let wanted = pictures(value);
    let there = media.get(id).map(Vec::as_slice).unwrap_or_default();
    given.media = wanted
        .into_iter()
        .enumerate()
        .map(|(number, (name, alt))| {
            let exact = format!("{id}-{name}");
            let found = there.iter().find(|index| file_name(intake.name(**index)) == exact);
            // A video lies there under the name of one of its sizes.
            let found = found.or_else(|| there.get(number));
            let uri = found.map_or(exact, |index| intake.name(*index).to_owned());
            Named { uri, alt, told: String::new() }
        })
        .collect();
    intake.post(given)
}

/// The words of a post, whole, with its links as they lead.
fn words(value: &Value, body: &str, notes: &HashMap<String, String>) -> String {
    let start = body.trim_end_matches('…');
    let whole = notes.get(&beginning(start)).filter(|note| note.len() > body.len());
    let mut text = whole.map_or(body, String::as_str).to_owned();
    let entities = |key: &str| value.pointer(key).and_then(Value::as_array).into_iter().flatten();
    for link in entities("/entities/urls") {
        let part = |key: &str| link.get(key).and_then(Value::as_str);
        if let (Some(short), Some(long)) = (part("url"), part("expanded_url")) {
            text = text.replace(short, long);
        }
    }
    for picture in entities("/entities/media").chain(entities("/extended_entities/media")) {
        if let Some(short) = picture.get("url").and_then(Value::as_str) {
            text = text.replace(short, "");
        }
    }
    unescaped(text.trim()).into_owned()
}

/// The names of the media of a post, with their alternative texts.
fn pictures(value: &Value) -> Vec<(String, Option<String>)> {
    let list =
        value.pointer("/extended_entities/media").or_else(|| value.pointer("/entities/media"));
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|one| {
        let url = one.get("media_url_https").or_else(|| one.get("media_url"))?.as_str()?;
        let alt = one.get("ext_alt_text").and_then(Value::as_str).map(str::to_owned);
        Some((file_name(url).to_owned(), alt))
    })
    .collect()
}

/// The members that hold media, by the id of their post.
fn media(members: &Members) -> HashMap<String, Vec<usize>> {
    let mut all: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, member) in members.list.iter().enumerate() {
        let is_media =
            ["tweets_media/", "tweet_media/"].iter().any(|part| member.name.contains(part));
        if let Some((id, _)) = file_name(&member.name).split_once('-').filter(|_| is_media) {
            all.entry(id.to_owned()).or_default().push(index);
        }
    }
    all
}

/// The account's name, from `account.js`.
fn user(intake: &mut Intake<'_>) -> Option<String> {
    let member = intake.find("account.js")?;
    let stream = intake.members.stream(member).ok()?;
    let first = Elements::of_script(stream, &["account"]).ok()?.next().ok()??;
    intake.was_read(member);
    let value: Value = serde_json::from_slice(&first).ok()?;
    value.pointer("/account/username").and_then(Value::as_str).map(str::to_owned)
}

/// The words of long posts, by how they begin.
fn notes(intake: &mut Intake<'_>) -> HashMap<String, String> {
    let mut notes = HashMap::new();
    let Some(member) = intake.find("note-tweet.js") else { return notes };
    let stream = intake.members.stream(member);
    let names = ["note_tweet", "noteTweet"];
    let Ok(mut elements) = stream.and_then(|stream| Elements::of_script(stream, &names)) else {
        return notes;
    };
    while let Ok(Some(element)) = elements.next() {
        let value: Value = serde_json::from_slice(&element).unwrap_or_default();
        if let Some(text) = value.pointer("/noteTweet/core/text").and_then(Value::as_str) {
            notes.insert(beginning(text), text.to_owned());
        }
    }
    intake.was_read(member);
    notes
}

/// As much of a text as tells a long post from others.
fn beginning(text: &str) -> String {
    text.chars().take(60).collect()
}

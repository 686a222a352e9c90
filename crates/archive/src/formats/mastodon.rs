//! Mastodon's archive: `outbox.json`, a collection of ActivityPub (W3C, 2018), and media beside it.
//!
//! Who can see a post follows from whom it is addressed to. Its words are HTML; the choices of a poll are
//! words too.

use serde_json::Value;

use super::intake::Named;
use super::{Given, Intake, Stop, any, file_name};
use crate::elements::Elements;
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::text::of_html;
use crate::time;

const KNOWN: &[&str] = &[
    "id",
    "type",
    "summary",
    "inReplyTo",
    "published",
    "url",
    "attributedTo",
    "to",
    "cc",
    "sensitive",
    "atomUri",
    "inReplyToAtomUri",
    "conversation",
    "context",
    "content",
    "contentMap",
    "updated",
    "attachment",
    "tag",
    "replies",
    "likes",
    "shares",
    "oneOf",
    "anyOf",
    "endTime",
    "closed",
    "votersCount",
    "quote",
    "quoteUri",
    "quoteUrl",
    "_misskey_quote",
    "interactionPolicy",
    "name",
    "localOnly",
    "directMessage",
];

pub(super) fn is_it(members: &Members) -> bool {
    any(members, is_outbox)
}

fn is_outbox(name: &str) -> bool {
    file_name(name) == "outbox.json"
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(is_outbox)? {
        let stream = intake.members.stream(member);
        let mut elements =
            match stream.and_then(|stream| Elements::new(stream, Some("orderedItems"))) {
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
                    let pointer = format!("/orderedItems/{number}");
                    number += 1;
                    match serde_json::from_slice::<Value>(&element) {
                        Ok(value) => activity(intake, member, pointer, &value)?,
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
    }
    Ok(())
}

fn activity(
    intake: &mut Intake<'_>,
    member: usize,
    pointer: String,
    value: &Value,
) -> Result<(), Stop> {
    let note = value.get("object");
    match (value.get("type").and_then(Value::as_str), note) {
        (Some("Create"), Some(note)) if note.is_object() => post(intake, member, pointer, note),
        // What is shared again stands in the archive by its address alone.
        (Some("Announce"), _) => {
            intake.skip_post("reshare");
            Ok(())
        }
        (Some("Delete" | "Like" | "Update" | "Undo"), _) => {
            intake.skip_post("no-post");
            Ok(())
        }
        _ => intake.bad_post(member, pointer),
    }
}

fn post(intake: &mut Intake<'_>, member: usize, pointer: String, note: &Value) -> Result<(), Stop> {
    let text = |key: &str| note.get(key).and_then(Value::as_str);
    let Some(address) = text("id").or_else(|| text("url")) else {
        return intake.bad_post(member, pointer);
    };
    let visibility = visibility(note);
    if visibility == Visibility::Direct && !intake.messages {
        intake.skip_post("direct-message");
        return Ok(());
    }
    if let Some(keys) = note.as_object() {
        intake.unknown_keys(keys.keys().map(String::as_str), KNOWN);
    }
    let mut given = Given::new(member, pointer, file_name(address).to_owned());
    given.visibility = visibility;
    given.kind = if text("inReplyTo").is_some() { Kind::Reply } else { Kind::Original };
    given.url = text("url").map(str::to_owned);
    given.published = text("published").and_then(time::of_text);
    let choices =
        ["oneOf", "anyOf"].into_iter().filter_map(|key| note.get(key)?.as_array()).flatten();
    let choices = choices.filter_map(|choice| choice.get("name")?.as_str());
    let content = text("content").map(of_html).unwrap_or_default();
    let words: Vec<&str> =
        text("summary").into_iter().chain([content.as_str()]).chain(choices).collect();
    words.join("\n").trim().clone_into(&mut given.text);
    let attached = note.get("attachment").and_then(Value::as_array).into_iter().flatten();
    given.media = attached
        .filter_map(|one| {
            let uri = one.get("url")?.as_str()?.to_owned();
            let alt = one.get("name").and_then(Value::as_str).map(str::to_owned);
            Some(Named { uri, alt, told: String::new() })
        })
        .collect();
    intake.post(given)
}

fn visibility(note: &Value) -> Visibility {
    let has = |key: &str, is: &dyn Fn(&str) -> bool| match note.get(key) {
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).any(is),
        Some(Value::String(one)) => is(one),
        _ => false,
    };
    let public = |to: &str| {
        matches!(to, "https://www.w3.org/ns/activitystreams#Public" | "as:Public" | "Public")
    };
    let followers = |to: &str| to.ends_with("/followers");
    if has("to", &public) {
        Visibility::Public
    } else if has("cc", &public) {
        Visibility::Unlisted
    } else if has("to", &followers) || has("cc", &followers) {
        Visibility::Followers
    } else if note.get("to").is_some() {
        Visibility::Direct
    } else {
        Visibility::Unknown
    }
}

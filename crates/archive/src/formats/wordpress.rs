//! WordPress' eXtended RSS (WXR 1.0 to 1.2).
//!
//! In: RSS 2.0 with the names of WordPress. Posts, pages and attachments are read; comments, authors and
//! settings are other people's data and are not. A file that declares entities is refused. The pictures
//! themselves are not in such a file.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Given, Intake, Stop, ending};
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::text::{of_html, unescaped};
use crate::time;

/// How many bytes the text of an element may have.
const MOST: usize = 32 << 20;

pub(super) fn is_it(members: &Members) -> bool {
    members.list.iter().enumerate().any(|(index, member)| {
        ending(&member.name) == "xml"
            && members.refusal(index).is_none()
            && is_export(members, index)
    })
}

fn is_export(members: &Members, index: usize) -> bool {
    let Ok(stream) = members.stream(index) else { return false };
    let mut head = Vec::new();
    let read = std::io::Read::read_to_end(&mut std::io::Read::take(stream, 8 << 10), &mut head);
    let head = String::from_utf8_lossy(&head);
    read.is_ok() && head.contains("<rss") && head.contains("wordpress.org/export/")
}

/// An item of the file, so far.
#[derive(Default)]
struct Item {
    title: String,
    link: String,
    content: String,
    excerpt: String,
    id: String,
    date: String,
    status: String,
    kind: String,
    password: String,
    attachment: String,
    alt: String,
    key: String,
    tags: Vec<String>,
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(|name| ending(name) == "xml")? {
        if !is_export(intake.members, member) {
            continue;
        }
        let members = intake.members;
        let stream = match members.stream(member) {
            Ok(stream) => stream,
            Err(problem) => {
                intake.fail_with(member, &problem)?;
                continue;
            }
        };
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, stream));
        reader.config_mut().check_end_names = false;
        match items(intake, member, &mut reader)? {
            None => intake.was_read(member),
            Some(reason) => intake.fail(member, reason)?,
        }
    }
    Ok(())
}

/// Reads all items; gives why it could not go on, if so.
fn items<R: std::io::BufRead>(
    intake: &mut Intake<'_>,
    member: usize,
    reader: &mut Reader<R>,
) -> Result<Option<&'static str>, Stop> {
    let mut buffer = Vec::new();
    let mut item: Option<Item> = None;
    let mut number = 0;
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    let mut channel_ended = false;
    loop {
        buffer.clear();
        let Ok(event) = reader.read_event_into(&mut buffer) else { return Ok(Some("damaged")) };
        match event {
            Event::DocType(_) => return Ok(Some("doctype")),
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if name == "item" {
                    item = Some(Item::default());
                }
                text.clear();
                open.push(name);
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => {
                let entity = format!("&{};", &*part);
                text.push_str(&unescaped(&entity));
            }
            Event::CData(part) => text.push_str(&part),
            Event::End(_) => {
                let Some(name) = open.pop() else { return Ok(Some("damaged")) };
                channel_ended |= name == "channel";
                if name == "item" {
                    if let Some(item) = item.take() {
                        post(intake, member, number, &item)?;
                    }
                    number += 1;
                } else if let Some(item) = &mut item {
                    let within = open.iter().any(|name| name == "wp:comment");
                    if !within {
                        item.take(&name, std::mem::take(&mut text));
                    }
                }
                text.clear();
            }
            Event::Eof => return Ok((!channel_ended).then_some("cut-off")),
            _ => {}
        }
        if text.len() > MOST {
            return Ok(Some("too-large"));
        }
    }
}

impl Item {
    fn take(&mut self, name: &str, text: String) {
        let place = match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "content:encoded" => &mut self.content,
            "excerpt:encoded" => &mut self.excerpt,
            "wp:post_id" => &mut self.id,
            "wp:post_date_gmt" => &mut self.date,
            "wp:status" => &mut self.status,
            "wp:post_type" => &mut self.kind,
            "wp:post_password" => &mut self.password,
            "wp:attachment_url" => &mut self.attachment,
            "wp:meta_key" => &mut self.key,
            "wp:meta_value" => {
                if self.key == "_wp_attachment_image_alt" {
                    self.alt = text;
                }
                return;
            }
            "category" => {
                self.tags.push(text);
                return;
            }
            _ => return,
        };
        *place = text;
    }
}

fn post(intake: &mut Intake<'_>, member: usize, number: usize, item: &Item) -> Result<(), Stop> {
    let pointer = format!("/rss/channel/item/{number}");
    if !matches!(item.kind.trim(), "post" | "page" | "attachment") {
        intake.skip_post("no-post");
        return Ok(());
    }
    if item.status.trim() == "trash" {
        intake.skip_post("deleted");
        return Ok(());
    }
    let mut given = Given::new(member, pointer, item.id.trim().to_owned());
    if given.id.is_empty() {
        given.id = number.to_string();
    }
    given.visibility = match item.status.trim() {
        _ if !item.password.trim().is_empty() => Visibility::Private,
        "publish" | "inherit" => Visibility::Public,
        "draft" | "auto-draft" | "pending" => Visibility::Draft,
        "future" => Visibility::Scheduled,
        "private" => Visibility::Private,
        _ => Visibility::Unknown,
    };
    given.kind = if item.kind.trim() == "attachment" { Kind::Album } else { Kind::Original };
    given.published = time::of_text(&item.date);
    given.url = Some(item.link.trim().to_owned()).filter(|link| !link.is_empty());
    let parts = [
        unescaped(item.title.trim()).into_owned(),
        of_html(&item.content),
        of_html(&item.excerpt),
        item.alt.trim().to_owned(),
        item.tags.join(" "),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    given.text = parts.join("\n\n");
    if !item.attachment.trim().is_empty() {
        // The picture itself lies on the server alone.
        let uri = item.attachment.trim().to_owned();
        given.media.push(super::intake::Named { uri, alt: None, told: String::new() });
    }
    intake.post(given)
}

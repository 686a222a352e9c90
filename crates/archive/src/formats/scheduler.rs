//! Tables of schedulers: Buffer, Hootsuite and their like.
//!
//! Most have a header, by whose names their columns are known; Hootsuite's has none: date, words, link. A
//! date with slashes may be of either order, so that nobody guesses one.

use super::intake::Named;
use super::{Given, Intake, Stop, any, ending};
use crate::members::Members;
use crate::post::Visibility;
use crate::text::decoded;
use crate::time;

/// How many bytes a table may have.
const MOST: u64 = 64 << 20;

/// Headers of what is published, in small letters.
const WORDS: &[&str] = &[
    "text",
    "content",
    "message",
    "post text",
    "caption",
    "post",
    "comments",
    "followupcomment",
    "tags",
];
const LINKS: &[&str] = &["link", "url"];
const MEDIA: &[&str] = &[
    "image url",
    "imageurls",
    "image_url",
    "images",
    "videourl",
    "videourls",
    "gifurls",
    "media",
    "picture",
];
const MOMENTS: &[&str] =
    &["scheduled at", "scheduled_time", "postatspecifictime", "date", "posting time", "scheduled"];
const ACCOUNTS: &[&str] = &["profile", "account", "channel"];

pub(super) fn is_it(members: &Members) -> bool {
    any(members, |name| ending(name) == "csv")
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(|name| ending(name) == "csv")? {
        let bytes = match intake.members.bytes(member, MOST) {
            Ok(bytes) => bytes,
            Err(problem) => {
                intake.fail_with(member, &problem)?;
                continue;
            }
        };
        let text = decoded(&bytes);
        let first = text.lines().next().unwrap_or_default();
        let semicolons = first.matches(';').count() > first.matches(',').count();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(if semicolons { b';' } else { b',' })
            .from_reader(text.as_bytes());
        let mut headers: Option<Vec<String>> = None;
        let mut damaged = false;
        for (number, row) in reader.records().enumerate() {
            let Ok(row) = row else {
                damaged = true;
                break;
            };
            let names: Vec<String> = row.iter().map(|cell| cell.trim().to_lowercase()).collect();
            let is_header =
                |names: &[String]| names.iter().any(|name| WORDS.contains(&name.as_str()));
            if number == 0 && is_header(&names) {
                headers = Some(names);
                continue;
            }
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = row.position().map_or(number as u64 + 1, csv::Position::line);
            let headers = headers.clone().unwrap_or_else(|| {
                ["date", "message", "link"].into_iter().map(str::to_owned).collect()
            });
            intake.post(post(member, line, &headers, &row))?;
        }
        if damaged {
            intake.fail(member, "damaged")?;
        } else {
            intake.was_read(member);
        }
    }
    Ok(())
}

fn post(member: usize, line: u64, headers: &[String], row: &csv::StringRecord) -> Given {
    let cells = |names: &'static [&str]| {
        let columns =
            headers.iter().zip(row).filter(|(header, _)| names.contains(&header.as_str()));
        columns.map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let mut given = Given::new(member, format!("line {line}"), format!("line-{line}"));
    given.visibility = Visibility::Scheduled;
    given.text = cells(WORDS).chain(cells(LINKS)).collect::<Vec<_>>().join("\n");
    given.published = cells(MOMENTS).next().and_then(time::of_text);
    given.account = cells(ACCOUNTS).next().map(str::to_owned);
    let files =
        cells(MEDIA).flat_map(|cell| cell.split([',', ' ', '\n'])).filter(|uri| !uri.is_empty());
    given.media =
        files.map(|uri| Named { uri: uri.to_owned(), alt: None, told: String::new() }).collect();
    given
}

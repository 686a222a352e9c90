//! YouTube, out of Google Takeout: tables of videos and of the account's own comments.
//!
//! Names of folders and files are in the account's language, so that tables are known by their headers,
//! which are met in two spellings. The videos themselves are looked at where they lie in the archive.

use serde_json::Value;

use super::{Given, Intake, Stop, ending};
use crate::members::Members;
use crate::post::{Kind, Visibility};
use crate::text::{decoded, of_html};
use crate::time;

/// How many bytes a table may have.
const MOST: u64 = 256 << 20;

pub(super) fn is_it(members: &Members) -> bool {
    (0..members.list.len()).any(|index| table(members, index).is_some())
}

/// Which table a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    Videos,
    Comments,
}

fn table(members: &Members, index: usize) -> Option<Table> {
    let member = members.list.get(index)?;
    if ending(&member.name) != "csv" || members.refusal(index).is_some() {
        return None;
    }
    let mut head = Vec::new();
    let stream = members.stream(index).ok()?;
    std::io::Read::read_to_end(&mut std::io::Read::take(stream, 4 << 10), &mut head).ok()?;
    let head = decoded(&head).lines().next().unwrap_or_default().to_lowercase();
    if head.contains("video id") && head.contains("video title") && head.contains("privacy") {
        Some(Table::Videos)
    } else if head.contains("comment id") && head.contains("comment text") {
        Some(Table::Comments)
    } else {
        None
    }
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    for member in intake.data(|name| ending(name) == "csv")? {
        let Some(table) = table(intake.members, member) else { continue };
        let bytes = match intake.members.bytes(member, MOST) {
            Ok(bytes) => bytes,
            Err(problem) => {
                intake.fail_with(member, &problem)?;
                continue;
            }
        };
        let text = decoded(&bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headers: Vec<String> = reader
            .headers()
            .map(|row| row.iter().map(|cell| cell.trim().to_lowercase()).collect())
            .unwrap_or_default();
        let mut damaged = false;
        for (number, row) in reader.records().enumerate() {
            let Ok(row) = row else {
                damaged = true;
                break;
            };
            let cell = |name: &str| {
                let column = headers.iter().position(|header| header.starts_with(name))?;
                row.get(column).map(str::trim).filter(|cell| !cell.is_empty())
            };
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let pointer =
                format!("line {}", row.position().map_or(number as u64 + 2, csv::Position::line));
            let given = match table {
                Table::Videos => video(member, pointer, &headers, &row, &cell),
                Table::Comments => comment(member, pointer, &cell),
            };
            match given {
                Ok(given) => intake.post(given)?,
                Err(pointer) => intake.bad_post(member, pointer)?,
            }
        }
        if damaged {
            intake.fail(member, "damaged")?;
        } else {
            intake.was_read(member);
        }
    }
    Ok(())
}

fn video<'r>(
    member: usize,
    pointer: String,
    headers: &[String],
    row: &'r csv::StringRecord,
    cell: &impl Fn(&str) -> Option<&'r str>,
) -> Result<Given, String> {
    let Some(id) = cell("video id") else { return Err(pointer) };
    let mut given = Given::new(member, pointer, id.to_owned());
    let tags = headers.iter().zip(row).filter(|(header, _)| header.starts_with("tag "));
    let tags: Vec<&str> = tags.map(|(_, tag)| tag.trim()).filter(|tag| !tag.is_empty()).collect();
    let tags = tags.join(" ");
    let parts = [cell("video title"), cell("video description"), Some(tags.as_str())];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    given.text = parts.join("\n\n");
    given.url = Some(format!("https://www.youtube.com/watch?v={id}"));
    let moment = cell("video publish timestamp").or_else(|| cell("video create timestamp"));
    given.published = moment.and_then(time::of_text);
    given.visibility = match cell("privacy").map(str::to_lowercase).as_deref() {
        Some("public") => Visibility::Public,
        Some("unlisted") => Visibility::Unlisted,
        Some("private") => Visibility::Private,
        _ => Visibility::Unknown,
    };
    Ok(given)
}

fn comment<'r>(
    member: usize,
    pointer: String,
    cell: &impl Fn(&str) -> Option<&'r str>,
) -> Result<Given, String> {
    let (Some(id), Some(text)) = (cell("comment id"), cell("comment text")) else {
        return Err(pointer);
    };
    let mut given = Given::new(member, pointer, id.to_owned());
    given.text = segments(text);
    given.kind = Kind::Reply;
    given.visibility = Visibility::Public;
    given.published = cell("comment create timestamp").and_then(time::of_text);
    given.url =
        cell("video id").map(|video| format!("https://www.youtube.com/watch?v={video}&lc={id}"));
    Ok(given)
}

/// The words of a comment: objects one behind the other, a list of them, or HTML.
fn segments(text: &str) -> String {
    let list = serde_json::from_str::<Value>(&format!("[{text}]")).unwrap_or_default();
    let mut words = String::new();
    for one in list.as_array().into_iter().flatten() {
        let inner = one.get("takeoutSegments").and_then(Value::as_array);
        let parts = inner.map_or(std::slice::from_ref(one), Vec::as_slice);
        for part in parts {
            words.push_str(part.get("text").and_then(Value::as_str).unwrap_or_default());
        }
    }
    if words.is_empty() { of_html(text) } else { words }
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn comments_are_read_in_all_their_forms() {
        assert_eq!(
            segments(r#"{"takeoutSegments":[{"text":"Well "},{"text":"done"}]}"#),
            "Well done"
        );
        assert_eq!(segments(r#"{"text":"Well "},{"text":"done"}"#), "Well done");
        assert_eq!(segments("Well<br>done"), "Well\ndone");
    }
}

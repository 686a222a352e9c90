//! Exceptions that were granted: `exceptions.toml` of a school's folder.
//!
//! A gate that is sometimes wrong needs a proper way round it. An exception lets one finding of one rule
//! pass: of one exact value, or in drafts of one name, or both; asked for by one member of staff and granted
//! by another, who fills a role that the policy lets grant them; with a reason, and until a day. What it
//! lets pass stays in the verdict as advice, with the exception's number. One past its day no longer works.
//!
//! In: the file's text, the staff register, the pack. Out: exceptions, or all that is wrong by line. Consent,
//! whether a draft could be read, and who may post are never excepted: they are mended in the registers.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use gatepost_model::{Draft, Finding, Reading};
use gatepost_policy::Pack;
use gatepost_records::{Problem, ProblemKind, Records};
use jiff::civil::Date;
use serde::Deserialize;

use crate::catalogue::{nearest_rule, rule};

/// The file's name.
const FILE: &str = "exceptions.toml";

/// How many bytes it may have.
const MOST_BYTES: u64 = 1 << 20;

/// Families of rules that no exception reaches.
const NEVER: &[&str] = &["account", "attest", "author", "consent", "draft"];

/// An exception.
#[derive(Debug)]
pub struct Granted {
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// The line on which it begins.
    pub line: usize,
    /// The rule that it is from.
    pub rule: String,
    /// The last day on which it works.
    pub until: Date,
    value: Option<String>,
    drafts: Option<String>,
    by: String,
    used: AtomicBool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    exception: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    value: Option<String>,
    drafts: Option<String>,
    asked_by: String,
    granted_by: String,
    reason: String,
    until: toml::value::Datetime,
}

/// Reads the exceptions of a school; none where there is no such file.
///
/// # Errors
///
/// Everything that is wrong, if anything is: an exception that is not understood stops everything.
pub(crate) fn read(folder: &Path, records: &Records) -> Result<Vec<Granted>, Vec<Problem>> {
    let path = folder.join(FILE);
    let text = match fs::metadata(&path) {
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Ok(found) if found.len() <= MOST_BYTES => fs::read_to_string(&path).ok(),
        _ => None,
    };
    match text {
        Some(text) => parse(&text, records),
        None => Err(vec![stop(1, "This file cannot be read, or is far too long.")]),
    }
}

fn parse(text: &str, records: &Records) -> Result<Vec<Granted>, Vec<Problem>> {
    let line_of = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let file: File = toml::from_str(text).map_err(|problem| {
        let line = problem.span().map_or(1, |span| line_of(span.start));
        let said = problem.message().trim().replace('\n', ", ");
        let message = format!(
            "This line is not as it should be ({said}). An exception has `rule`, `value` or `drafts`, \
             `asked_by`, `granted_by`, `reason` and `until`."
        );
        vec![stop(line, message)]
    })?;
    let mut granted = Vec::new();
    let mut problems = Vec::new();
    for (index, entry) in file.exception.into_iter().enumerate() {
        let line = line_of(entry.span().start);
        match exception(index + 1, line, entry.into_inner(), records) {
            Ok(exception) => granted.push(exception),
            Err(messages) => {
                problems.extend(messages.into_iter().map(|message| stop(line, message)));
            }
        }
    }
    if problems.is_empty() { Ok(granted) } else { Err(problems) }
}

fn exception(
    number: usize,
    line: usize,
    entry: Entry,
    records: &Records,
) -> Result<Granted, Vec<String>> {
    let mut wrong = Vec::new();
    match rule(&entry.rule) {
        None => {
            let near = nearest_rule(&entry.rule).map(|id| format!(" Did you mean `{id}`?"));
            wrong.push(format!("No rule is called `{}`.{}", entry.rule, near.unwrap_or_default()));
        }
        Some(rule) if NEVER.contains(&rule.family()) => wrong.push(format!(
            "`{}` cannot be excepted: mend the register or the draft instead.",
            rule.id
        )),
        Some(_) => {}
    }
    let given = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    if !given(&entry.value) && !given(&entry.drafts) {
        wrong.push("It needs a `value` (the exact words), or `drafts` (a name, with `*`).".into());
    }
    if entry.drafts.as_deref().is_some_and(|drafts| drafts.chars().all(|c| c == '*')) {
        wrong.push("`drafts` may not mean every draft: write the beginning of a name.".into());
    }
    for (key, who) in [("asked_by", &entry.asked_by), ("granted_by", &entry.granted_by)] {
        if records.staff.find(who).is_none() {
            wrong.push(format!("`{key}` is nobody on the staff register."));
        }
    }
    if entry.asked_by.trim() == entry.granted_by.trim() {
        wrong.push("Whoever asks for an exception cannot grant it.".into());
    }
    if entry.reason.trim().is_empty() {
        wrong.push("`reason` is empty: say why it is right.".into());
    }
    let until = entry.until.date.and_then(|day| {
        Date::new(
            i16::try_from(day.year).ok()?,
            day.month.try_into().ok()?,
            day.day.try_into().ok()?,
        )
        .ok()
    });
    match until {
        Some(until) if wrong.is_empty() => Ok(Granted {
            number,
            line,
            rule: entry.rule,
            until,
            value: entry.value.map(|value| value.trim().to_owned()),
            drafts: entry.drafts.map(|drafts| drafts.trim().to_owned()),
            by: entry.granted_by,
            used: AtomicBool::new(false),
        }),
        Some(_) => Err(wrong),
        None => {
            wrong.push("`until` is a day, such as 2026-12-31.".into());
            Err(wrong)
        }
    }
}

/// What is wrong with exceptions by the policy: granted by somebody who may not.
pub(crate) fn not_granted(granted: &[Granted], pack: &Pack, records: &Records) -> Vec<Problem> {
    let may = |who: &str| {
        let person = records.staff.find(who);
        pack.exception_roles().iter().any(|role| {
            let holders = records.school.people.get(role);
            holders.zip(person).is_some_and(|(holders, person)| holders.contains(&person.id))
        })
    };
    granted
        .iter()
        .filter(|exception| !may(&exception.by))
        .map(|exception| {
            let roles = pack.exception_roles().join(" or ");
            let message = format!(
                "By the policy an exception is granted by: {roles}. Whoever granted this one does not \
                 fill that role in school.toml."
            );
            stop(exception.line, message)
        })
        .collect()
}

impl Granted {
    /// True if it lets this finding pass, in this draft, on this day.
    pub(crate) fn excuses(&self, finding: &Finding, reading: &Reading<'_>) -> bool {
        let excuses = finding.rule.id == self.rule
            && reading.at.date() <= self.until
            && self.drafts.as_deref().is_none_or(|drafts| names(drafts, reading.draft))
            && self.value.as_deref().is_none_or(|value| stands_there(value, finding, reading));
        if excuses {
            self.used.store(true, Ordering::Relaxed);
        }
        excuses
    }

    /// True if it has let something pass since the gate was built.
    pub fn was_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }

    /// What a finding says that it lets pass. The reason is not repeated: it may name somebody.
    pub(crate) fn told(&self) -> String {
        format!(
            " Exception {} of {FILE} lets this pass until {}.",
            self.number,
            self.until.strftime("%-d %B %Y")
        )
    }
}

/// True if a name with `*` for any letters means this draft.
fn names(pattern: &str, draft: &Draft) -> bool {
    let mut rest = draft.id.as_str();
    let mut parts = pattern.split('*');
    let Some(after) = parts.next().and_then(|first| rest.strip_prefix(first)) else { return false };
    rest = after;
    let mut ended = !pattern.contains('*');
    for part in parts {
        ended = part.is_empty();
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
        ended = ended || rest.is_empty();
    }
    if pattern.contains('*') { ended } else { rest.is_empty() }
}

/// True if a finding is about exactly these words.
fn stands_there(value: &str, finding: &Finding, reading: &Reading<'_>) -> bool {
    let Some(span) = finding.place.span else { return false };
    let passage = reading.passages.iter().find(|passage| passage.field == finding.place.field);
    let words = passage.and_then(|passage| span.slice(passage.prose.text()));
    words.is_some_and(|words| words.trim() == value)
}

fn stop(line: usize, message: impl Into<String>) -> Problem {
    Problem {
        kind: ProblemKind::Stop,
        file: FILE.to_owned(),
        row: Some(line),
        column: None,
        message: message.into(),
    }
}

#[cfg(test)]
mod tests {
    use gatepost_model::Draft;

    use super::names;

    #[test]
    fn a_star_stands_for_any_letters() {
        let means = |pattern: &str, id: &str| names(pattern, &Draft::from_text(id, ""));
        assert!(means("sports-day", "sports-day"));
        assert!(!means("sports-day", "sports-day-2"));
        assert!(means("sports-*", "sports-day-2"));
        assert!(means("*-day", "sports-day"));
        assert!(!means("*-day", "sports-day-2"));
        assert!(means("s*-day*", "sports-day-2"));
        assert!(!means("sports-*", "a-sports-day"));
    }
}

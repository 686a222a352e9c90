//! What a draft's manifest says, in words.
//!
//! Pupils who are listed as pictured are counted, not named: nobody reads this page to learn that.

use gatepost_model::{Draft, PublishAt, Verdict};
use gatepost_records::SchoolFile;

use crate::visible::one_line;
use crate::words::{capital, counted, listed, moment};

/// An account as people know it: `@OakfieldPrimary on X`.
pub(crate) fn account(id: &str, school: &SchoolFile) -> String {
    match school.account(id) {
        Some(account) => {
            let platform = platform(&account.platform);
            match &account.handle {
                Some(handle) => format!("{} on {platform}", one_line(handle)),
                None => format!("{} on {platform}", one_line(id)),
            }
        }
        None => format!("the account “{}”, which is not on the school’s list", one_line(id)),
    }
}

/// Label and value of everything that the author says, and of what was not said.
pub(crate) fn declared(
    draft: &Draft,
    verdict: &Verdict,
    school: &SchoolFile,
) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |label: &str, value: String| rows.push((label.to_owned(), value));
    let said = |value: &Option<String>| {
        value.as_deref().map_or_else(|| "not said".to_owned(), |text| capital(&one_line(text)))
    };
    row("Author", draft.author.as_deref().map_or_else(|| "not said".into(), one_line));
    if let Some(id) = &verdict.account {
        row("Account", capital(&account(id, school)));
    }
    row("Purpose", said(&draft.purpose).replace('-', " "));
    row("To be published", published(draft.publish_at, school));
    row("Who is pictured", pictured(draft));
    for (key, who) in &draft.attest.given {
        row(&attested(key), format!("confirmed by {}", one_line(who)));
    }
    if draft.teaching {
        row("In a lesson", "posted with pupils, while teaching social media".into());
    }
    if let Some(text) = &draft.in_reply_to {
        row("In reply to", one_line(text));
    }
    rows
}

fn published(at: Option<PublishAt>, school: &SchoolFile) -> String {
    match at {
        None => "not said".into(),
        Some(PublishAt::Local(local)) => moment(local),
        Some(PublishAt::Instant(instant)) => {
            moment(instant.to_zoned(school.calendar.timezone.clone()).datetime())
        }
    }
}

fn pictured(draft: &Draft) -> String {
    let groups: Vec<String> = draft.groups.iter().flatten().map(|group| one_line(group)).collect();
    let pupils = draft.pupils.as_deref().map(<[String]>::len);
    match (pupils, groups.is_empty()) {
        (None, true) => "not said".into(),
        (Some(0), true) => "nobody".into(),
        (None | Some(0), false) => format!("pupils of {}", listed(&groups)),
        (Some(count), true) => counted(count, "pupil"),
        (Some(count), false) => {
            format!("{}, and pupils of {}", counted(count, "pupil"), listed(&groups))
        }
    }
}

/// What an attestation is about.
fn attested(key: &str) -> String {
    match key {
        "dress" => "Suitable dress".into(),
        "dignity" => "Dignity".into(),
        "rights" => "Right to use it".into(),
        "learning" => "Shows learning".into(),
        other => capital(&one_line(other)),
    }
}

fn platform(platform: &str) -> String {
    match platform {
        "x" => "X".into(),
        "youtube" => "YouTube".into(),
        "other" => "another platform".into(),
        "website" => "the website".into(),
        "newsletter" => "the newsletter".into(),
        other => capital(&one_line(other)),
    }
}

//! What is asked of the register: a medium, a channel, a day.

use gatepost_model::{MediaKind, Reading};
use gatepost_records::{Account, ConsentEntry, Medium, SchoolFile};
use jiff::civil::Date;

use crate::terms::Lasts;

/// Platforms that the register's channel `social` covers.
const SOCIAL: &[&str] = &["x", "facebook", "instagram", "youtube", "mastodon", "bluesky"];

/// May a pupil be shown in this medium, on this channel, on this day?
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) medium: Medium,
    pub(crate) channel: Channel,
    pub(crate) day: Date,
    /// How long a consent without a last day lasts.
    pub(crate) lasts: Lasts,
    /// The day from which answers without one count; from the beginning if absent.
    pub(crate) undated_from: Option<Date>,
}

/// Where a draft is to appear, as the register may write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Channel {
    /// What the account calls its channel, or else its platform; `None` for an unknown account.
    own: Option<String>,
    /// Its platform.
    platform: Option<String>,
}

/// How closely a row's channel fits the one that is asked for. The closer one is the narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// `any`.
    Any,
    /// `social`, for a social network.
    Social,
    /// The channel or platform itself.
    Exact,
}

impl Channel {
    /// The channel of an account, or of one that is not known: only `any` covers that.
    pub(crate) fn of(account: Option<&Account>) -> Self {
        let lower = |name: &str| name.trim().to_lowercase();
        Self {
            own: account.map(|account| lower(account.channel())),
            platform: account.map(|account| lower(&account.platform)),
        }
    }

    /// True if it is that of an account of the school.
    pub(crate) fn is_known(&self) -> bool {
        self.own.is_some()
    }

    /// How a row's channel fits; `None` if it is about another.
    pub(crate) fn fit(&self, row: &str) -> Option<Fit> {
        let row = row.trim().to_lowercase();
        let is = |name: &Option<String>| name.as_deref() == Some(&*row);
        if row == "any" {
            Some(Fit::Any)
        } else if row == "social" {
            let social = is(&self.own)
                || self.platform.as_deref().is_some_and(|platform| SOCIAL.contains(&platform));
            social.then_some(Fit::Social)
        } else {
            (is(&self.own) || is(&self.platform)).then_some(Fit::Exact)
        }
    }

    /// As a sentence names it.
    pub(crate) fn words(&self) -> String {
        match self.own.as_deref() {
            None => "on an account that is not in school.toml".into(),
            Some("social") => "on social media".into(),
            Some("x") => "on X".into(),
            Some("any") => "on any channel".into(),
            Some("website") => "on the website".into(),
            Some("newsletter") => "in the newsletter".into(),
            Some("press") => "in the press".into(),
            Some(other) => format!("on {}", capital(other)),
        }
    }
}

/// The questions of a reading for each pupil pictured: one for each medium that it brings. A file that
/// is neither picture nor film may hold either and is asked for as a picture; it is held by itself.
pub(crate) fn questions(
    reading: &Reading<'_>,
    school: &SchoolFile,
    lasts: Lasts,
) -> Vec<(Question, usize)> {
    let mut asked: Vec<(Question, usize)> = Vec::new();
    for (index, picture) in reading.pictures.iter().enumerate() {
        let medium = match picture.kind {
            MediaKind::Video => Medium::Video,
            MediaKind::Image | MediaKind::Other => Medium::Image,
        };
        if asked.iter().all(|(question, _)| question.medium != medium) {
            asked.push((Question::of(medium, reading, school, lasts), index));
        }
    }
    asked
}

/// The channel of a reading's account.
pub(crate) fn channel(reading: &Reading<'_>, school: &SchoolFile) -> Channel {
    let account = reading.draft.account.as_deref();
    Channel::of(account.and_then(|id| school.accounts.iter().find(|account| account.id == id)))
}

impl Question {
    /// May a pupil be shown in this medium, in this draft?
    pub(crate) fn of(
        medium: Medium,
        reading: &Reading<'_>,
        school: &SchoolFile,
        lasts: Lasts,
    ) -> Self {
        Self {
            medium,
            channel: channel(reading, school),
            day: reading.at.date(),
            lasts,
            undated_from: school.consent_exported,
        }
    }

    /// The last day on which a row counts; without end if absent.
    pub(crate) fn last_day(&self, row: &ConsentEntry) -> Option<Date> {
        let given = row.from.or(self.undated_from);
        row.until.or_else(|| match self.lasts {
            Lasts::UntilWithdrawn => None,
            Lasts::AcademicYear => given.and_then(end_of_academic_year),
        })
    }

    /// As a sentence asks it: `image, on social media, on 20 November 2026`.
    pub(crate) fn words(&self) -> String {
        format!("{}, {}, on {}", medium_word(self.medium), self.channel.words(), day(self.day))
    }
}

/// The 31st of August on or after a day.
fn end_of_academic_year(day: Date) -> Option<Date> {
    let year = if day.month() >= 9 { day.year().checked_add(1)? } else { day.year() };
    Date::new(year, 8, 31).ok()
}

/// The register's word for a medium.
pub(crate) fn medium_word(medium: Medium) -> &'static str {
    match medium {
        Medium::Image => "image",
        Medium::Video => "video",
        Medium::Name => "name",
        Medium::Work => "work",
    }
}

/// A day as people write it: `20 November 2026`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Channel, Fit};
    use gatepost_records::Account;

    fn channel(platform: &str, own: Option<&str>) -> Channel {
        let account = Account {
            platform: platform.into(),
            consent_channel: own.map(str::to_owned),
            ..Account::default()
        };
        Channel::of(Some(&account))
    }

    #[test]
    fn social_covers_networks_and_any_covers_all() {
        for (platform, own, row, fit) in [
            ("x", Some("social"), "social", Some(Fit::Social)),
            ("x", Some("social"), "x", Some(Fit::Exact)),
            ("x", None, "social", Some(Fit::Social)),
            ("x", None, "Any", Some(Fit::Any)),
            ("x", None, "facebook", None),
            ("website", None, "website", Some(Fit::Exact)),
            ("website", None, "social", None),
            ("newsletter", Some("parents"), "parents", Some(Fit::Exact)),
            ("website", Some("social"), "social", Some(Fit::Social)),
        ] {
            assert_eq!(channel(platform, own).fit(row), fit, "{platform} {own:?} {row}");
        }
    }

    #[test]
    fn an_unknown_account_is_covered_by_any_alone() {
        assert_eq!(Channel::of(None).fit("social"), None);
        assert_eq!(Channel::of(None).fit("any"), Some(Fit::Any));
    }
}

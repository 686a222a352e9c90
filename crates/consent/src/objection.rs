//! What is said of a pupil who may not be shown: the rule, the sentence, the remedy.

use gatepost_model::Rule;
use gatepost_records::ConsentEntry;
use jiff::civil::Date;

use crate::answer::No;
use crate::question::{Question, day, medium_word};
use crate::rules::{
    do_not_publish, expired, no_record, objected, pending, refused, vanished, withdrawn,
    wrong_channel, wrong_medium,
};

/// What keeps a pupil from being shown.
pub(crate) struct Objection {
    pub(crate) rule: &'static Rule,
    /// Without a name.
    pub(crate) message: String,
    /// Where it is not the rule's own.
    pub(crate) remedy: Option<&'static str>,
}

impl Objection {
    /// Marked *do not publish*. Why is not said: the reason is the danger.
    pub(crate) fn never() -> Self {
        Self {
            rule: &do_not_publish::RULE,
            message: "This pupil must not appear in anything that is published.".into(),
            remedy: None,
        }
    }

    /// Left before the day.
    pub(crate) fn left(last: Date, question: &Question) -> Self {
        Self {
            rule: &expired::RULE,
            message: format!(
                "The pupil's last day here was {}, and consent ends with it. Asked: {}.",
                day(last),
                question.words()
            ),
            remedy: Some(
                "Leave the picture out: pictures of pupils who have left are not published.",
            ),
        }
    }

    /// An earlier version of the register had an answer, and this one has none.
    pub(crate) fn lost(question: &Question, version: Option<&str>) -> Self {
        Self {
            rule: &vanished::RULE,
            message: format!(
                "An earlier version of the consent register had an answer for this pupil, and the present \
                 one has none. Asked: {}.{}",
                question.words(),
                version
                    .map(|version| format!(" Looked up in version {version}."))
                    .unwrap_or_default()
            ),
            remedy: None,
        }
    }

    /// The register's answer is not yes.
    pub(crate) fn of(
        no: No,
        row: Option<&ConsentEntry>,
        question: &Question,
        version: Option<&str>,
    ) -> Self {
        let from = |row: &ConsentEntry| row.from.map(|from| format!(" of {}", day(from)));
        let dated = row.and_then(from).unwrap_or_default();
        let (rule, said) = match no {
            No::Nothing => {
                (&no_record::RULE, "The consent register has no answer for this pupil.".to_owned())
            }
            No::NotYet => (
                &no_record::RULE,
                format!("The register's first answer is that{dated}, after this draft."),
            ),
            No::WrongChannel => (
                &wrong_channel::RULE,
                format!(
                    "The register has an answer for {}, but for another channel.",
                    medium_word(question.medium)
                ),
            ),
            No::WrongMedium => (
                &wrong_medium::RULE,
                format!(
                    "The register has an answer for this pupil, but none for {}.",
                    medium_word(question.medium)
                ),
            ),
            No::Expired => {
                let until = row.and_then(|row| question.last_day(row));
                let last = until.map(|last| format!(" on {}", day(last))).unwrap_or_default();
                (&expired::RULE, format!("The consent ended{last}."))
            }
            No::Pending => (&pending::RULE, format!("The question{dated} was never answered.")),
            No::Withdrawn => {
                (&withdrawn::RULE, format!("Consent was withdrawn{since}.", since = since(row)))
            }
            No::Objected => {
                (&objected::RULE, format!("There is an objection on record{}.", since(row)))
            }
            No::Refused => (&refused::RULE, format!("The answer{dated} is no.")),
        };
        let of = version.map(|version| format!(" of version {version}")).unwrap_or_default();
        let decided = match row {
            Some(row) => format!(" Decided by {}{of}.", row.row),
            None => version.map(|v| format!(" Looked up in version {v}.")).unwrap_or_default(),
        };
        Self {
            rule,
            message: format!("{said} Asked: {}.{decided}", question.words()),
            remedy: (no == No::WrongChannel && !question.channel.is_known())
                .then_some("Name the account first: which answers count depends on its channel."),
        }
    }
}

fn since(row: Option<&ConsentEntry>) -> String {
    row.and_then(|row| row.from).map(|from| format!(" from {} on", day(from))).unwrap_or_default()
}

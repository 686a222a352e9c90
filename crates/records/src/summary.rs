//! What a school's registers hold, in numbers.

use std::collections::BTreeSet;
use std::fmt;

use crate::groups::class_name;
use crate::open::Records;

/// How much the registers hold; no names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pupils on the rosters.
    pub pupils: usize,
    /// Classes that they are in.
    pub classes: usize,
    /// Pupils who are never to be published.
    pub do_not_publish: usize,
    /// People on the staff register.
    pub staff: usize,
    /// How many of them are authorised to post.
    pub authorised: usize,
    /// Answers in the consent register.
    pub consent_answers: usize,
    /// Pupils of whom the consent register has no answer at all.
    pub pupils_without_answer: usize,
    /// Official accounts.
    pub accounts: usize,
    /// The school's own devices.
    pub devices: usize,
}

impl Records {
    /// Counts what there is.
    pub fn summary(&self) -> Summary {
        let pupils = self.roster.pupils();
        let classes: BTreeSet<String> =
            pupils.iter().filter_map(|pupil| pupil.class.as_deref()).map(class_name).collect();
        let unanswered = pupils.iter().filter(|pupil| self.consent.entries(&pupil.key).is_empty());
        Summary {
            pupils: pupils.len(),
            classes: classes.len(),
            do_not_publish: pupils.iter().filter(|pupil| pupil.do_not_publish).count(),
            staff: self.staff.staff().len(),
            authorised: self.staff.staff().iter().filter(|person| person.authorised).count(),
            consent_answers: self.consent.answers(),
            pupils_without_answer: unanswered.count(),
            accounts: self.school.accounts.len(),
            devices: self.school.devices.len(),
        }
    }
}

/// One line for each register.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |count: usize, one: &str, many: &str| {
            format!("{count} {}", if count == 1 { one } else { many })
        };
        writeln!(
            f,
            "Pupils: {} in {}, {} never to be published",
            of(self.pupils, "pupil", "pupils"),
            of(self.classes, "class", "classes"),
            self.do_not_publish
        )?;
        writeln!(
            f,
            "Staff: {}, {} authorised to post",
            of(self.staff, "person", "people"),
            self.authorised
        )?;
        writeln!(
            f,
            "Consent: {}, and none for {}",
            of(self.consent_answers, "answer", "answers"),
            of(self.pupils_without_answer, "pupil", "pupils")
        )?;
        write!(
            f,
            "School: {}, {}",
            of(self.accounts, "account", "accounts"),
            of(self.devices, "device", "devices")
        )
    }
}

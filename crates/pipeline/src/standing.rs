//! How a school's registers stand today: who may be shown where, whom to chase, who may post.
//!
//! In: the registers and the pack of a gate. Out: counts, and the keys of the pupils whose families have yet
//! to answer. It is what a colleague would say who has gone through the lists; nobody is named here.

use gatepost_model::PupilKey;
use gatepost_policy::Requirement;
use gatepost_records::Medium;
use jiff::civil::Date;

use crate::gate::Gate;

/// Who may be shown in one medium on one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentStanding {
    /// What is shown.
    pub medium: Medium,
    /// The channel, as the consent register calls it.
    pub channel: String,
    /// The accounts of that channel.
    pub accounts: Vec<String>,
    /// Pupils on roll who may be shown.
    pub yes: usize,
    /// Pupils on roll who may not: somebody said so.
    pub no: usize,
    /// Pupils on roll whose answer has ended.
    pub ended: Vec<PupilKey>,
    /// Pupils on roll who have no answer, or were asked and have not answered.
    pub unanswered: Vec<PupilKey>,
}

/// Who of the staff may post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaffStanding {
    /// Authorised to post and still here.
    pub authorised: usize,
    /// Of these: without any training on record, where the policy asks for it.
    pub untrained: usize,
    /// Of these: without a signed agreement, where the policy asks for it.
    pub unsigned: usize,
    /// Still marked as authorised, and gone.
    pub left: usize,
}

impl Gate {
    /// How consent stands on a day, for photos and films on each channel that the school posts to.
    pub fn consent_standing(&self, day: Date) -> Vec<ConsentStanding> {
        let records = self.records();
        let mut standings: Vec<ConsentStanding> = Vec::new();
        for account in &records.school.accounts {
            let channel = account.channel();
            if let Some(known) = standings.iter().position(|known| known.channel == channel) {
                let known = standings.iter_mut().skip(known).take(2);
                known.for_each(|standing| standing.accounts.push(account.id.clone()));
                continue;
            }
            for medium in [Medium::Image, Medium::Video] {
                let mut standing = ConsentStanding {
                    medium,
                    channel: channel.to_owned(),
                    accounts: vec![account.id.clone()],
                    yes: 0,
                    no: 0,
                    ended: Vec::new(),
                    unanswered: Vec::new(),
                };
                for pupil in records.roster.pupils().iter().filter(|pupil| pupil.on_roll(day)) {
                    match self
                        .consent()
                        .refusal(&pupil.key, medium, account, day)
                        .map(|rule| rule.id)
                    {
                        None => standing.yes += 1,
                        Some(
                            "consent/refused"
                            | "consent/withdrawn"
                            | "consent/objected"
                            | "consent/do-not-publish",
                        ) => standing.no += 1,
                        Some("consent/expired") => standing.ended.push(pupil.key.clone()),
                        Some(_) => standing.unanswered.push(pupil.key.clone()),
                    }
                }
                standings.push(standing);
            }
        }
        standings
    }

    /// How the staff register stands on a day.
    pub fn staff_standing(&self, day: Date) -> StaffStanding {
        let asked = self.pack().parameters();
        let mut standing = StaffStanding::default();
        for person in self.records().staff.staff().iter().filter(|person| person.authorised) {
            if !person.present(day) {
                standing.left += 1;
                continue;
            }
            standing.authorised += 1;
            let trained = person.trained_on.is_some() || !person.trained_on_platform.is_empty();
            standing.untrained += usize::from(asked.training == Requirement::Asked && !trained);
            standing.unsigned += usize::from(
                asked.agreement == Requirement::Asked && person.agreement_signed.is_none(),
            );
        }
        standing
    }
}

//! What a pack asks of the school's records and of an author, as plain data.
//!
//! The detectors are told these when they are built; the pack's clauses then say what their findings
//! mean. What a policy does not ask for is not looked for, so that nobody is nagged about a record
//! that their school never promised to keep.

use std::collections::BTreeMap;

use gatepost_model::Rule;

use crate::clause::When;

/// The parameters of a pack. The default asks for nothing beyond what every school must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// Whether authors must have been trained.
    pub training: Requirement,
    /// How many months a training lasts; for ever if absent.
    pub training_months: Option<u32>,
    /// Whether authors must have signed the agreement.
    pub agreement: Requirement,
    /// Whether a draft must say its purpose.
    pub purpose: Requirement,
    /// The purposes that an account may serve, by platform; `any` is for those not named. Without
    /// either, every purpose of the house is allowed.
    pub purposes: BTreeMap<String, Vec<String>>,
    /// Whether a post in teaching time is in order when pupils are being taught with it.
    pub teaching_exception: Exception,
    /// The roles any of which may approve an account.
    pub account_approvers: Vec<String>,
    /// What the records must say of an account: of `aim`, `audience`, `promotion`, `access`.
    pub account_particulars: Vec<String>,
    /// Which e-mail address an account may be linked to.
    pub account_email: AccountEmail,
    /// How many members of staff must be able to run an account; 0 and 1 ask for nothing.
    pub operators_at_least: u32,
    /// The roles that must have signed an account's risk assessment; empty: none is asked for.
    pub risk_assessment: Vec<String>,
    /// How long a consent lasts for which the register gives no last day.
    pub consent_lasts: ConsentLasts,
    /// How many days old the consent register may be; any age if absent.
    pub consent_register_days: Option<u32>,
    /// Whether pictures should show groups rather than one pupil alone.
    pub group_pictures: Requirement,
}

/// How long a consent lasts for which the register gives no last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConsentLasts {
    /// To the end of the academic year in which it was given: 31 August.
    AcademicYear,
    /// Until somebody withdraws it.
    #[default]
    UntilWithdrawn,
}

/// Whether the policy asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Requirement {
    /// It does.
    Asked,
    /// It does not.
    #[default]
    NotAsked,
}

/// Whether an exception is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Exception {
    /// It is.
    Allowed,
    /// It is not.
    #[default]
    None,
}

/// Which e-mail address an account may be linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountEmail {
    /// One on the school's own domains.
    SchoolDomain,
    /// Any.
    #[default]
    Any,
}

/// A confirmation that the pack wants of a named member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// `dress`, `dignity`, `rights` or `learning`.
    pub key: String,
    /// The situation in which it is wanted.
    pub when: When,
    /// What is confirmed, shown to the author.
    pub why: String,
}

/// Somebody outside the school to turn to, shown beside a draft that was held for a grave reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who: `The police`.
    pub name: String,
    /// How: a number or an address, or where the school keeps it.
    pub reach: String,
    /// When to turn to them.
    pub when: String,
    /// The rules beside whose findings they are shown, where one of them holds a draft.
    pub rules: Vec<&'static Rule>,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            training: Requirement::NotAsked,
            training_months: None,
            agreement: Requirement::NotAsked,
            purpose: Requirement::NotAsked,
            purposes: BTreeMap::new(),
            teaching_exception: Exception::None,
            account_approvers: vec!["head".into(), "slt".into()],
            account_particulars: Vec::new(),
            account_email: AccountEmail::Any,
            operators_at_least: 0,
            risk_assessment: Vec::new(),
            consent_lasts: ConsentLasts::UntilWithdrawn,
            consent_register_days: None,
            group_pictures: Requirement::NotAsked,
        }
    }
}

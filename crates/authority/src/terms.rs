//! What the policy asks of accounts, authors and drafts: plain data, filled from a policy pack.
//!
//! What is not asked for is not looked for: a school is not nagged about a record that its policy does
//! not want. What every school must have (a registered account, a known author) needs no term.

use std::collections::BTreeMap;

/// What the policy asks for. The default asks for nothing beyond what every school must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Whether authors must have been trained.
    pub training: Training,
    /// Whether authors must have signed the school's agreement.
    pub agreement: Requirement,
    /// Whether a draft must say its purpose.
    pub purpose: Requirement,
    /// The purposes allowed, by platform; `any` is for platforms not named. Where neither is given,
    /// the five of the manifest: `reminder`, `good-news`, `achievement`, `information`, `learning`.
    pub purposes: BTreeMap<String, Vec<String>>,
    /// Whether a post in teaching time is in order when pupils are being taught with it.
    pub teaching_exception: TeachingException,
    /// The roles any of which may approve an account.
    pub account_approvers: Vec<String>,
    /// What must be on record about an account.
    pub account_particulars: Vec<Particular>,
    /// Which e-mail address an account may be linked to.
    pub account_email: AccountEmail,
    /// How many members of staff must be able to run an account; 0 and 1 ask for nothing.
    pub operators_at_least: u32,
    /// The roles that must have signed an account's risk assessment; empty: none is asked for.
    pub risk_assessment: Vec<String>,
    /// Whether pictures should show groups rather than one pupil alone.
    pub group_pictures: Requirement,
    /// What a named member of staff must confirm, and when.
    pub attestations: Vec<RequiredAttestation>,
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

/// Whether, and for how long, authors must have been trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Training {
    /// The policy does not ask for it.
    #[default]
    NotAsked,
    /// They must have been trained.
    Asked {
        /// For how many months a training counts; for ever if absent.
        months: Option<u32>,
    },
}

/// Whether a post in teaching time is in order when pupils are being taught social media with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TeachingException {
    /// It is, on the author's word.
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
    /// Any, or none.
    #[default]
    Any,
}

/// Something on record about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Particular {
    /// What it is for.
    Aim,
    /// For whom.
    Audience,
    /// How it is made known.
    Promotion,
    /// Whether it is open or closed.
    Access,
}

/// A confirmation that the policy wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredAttestation {
    /// `dress`, `dignity`, `rights` or `learning`.
    pub key: String,
    /// The situation in which it is wanted.
    pub when: Situation,
}

/// When a confirmation is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Situation {
    /// Pupils are, or may be, pictured.
    PupilsPictured,
    /// The purpose of the draft is `learning`.
    PurposeLearning,
    /// The draft quotes another's work: `text/quoted-work` was found.
    QuotedWork,
    /// A picture carries another's copyright notice: `image/third-party-copyright` was found.
    ThirdPartyCopyright,
}

impl Particular {
    /// Every particular.
    pub const ALL: [Self; 4] = [Self::Aim, Self::Audience, Self::Promotion, Self::Access];

    /// Its key in `school.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Aim => "aim",
            Self::Audience => "audience",
            Self::Promotion => "promotion",
            Self::Access => "access",
        }
    }
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            training: Training::NotAsked,
            agreement: Requirement::NotAsked,
            purpose: Requirement::NotAsked,
            purposes: BTreeMap::new(),
            teaching_exception: TeachingException::None,
            account_approvers: vec!["head".into(), "slt".into()],
            account_particulars: Vec::new(),
            account_email: AccountEmail::Any,
            operators_at_least: 0,
            risk_assessment: Vec::new(),
            group_pictures: Requirement::NotAsked,
            attestations: Vec::new(),
        }
    }
}

//! What becomes of a draft, as the contract writes it in JSON.

use serde::{Deserialize, Serialize};

use crate::finding::Certainty;

/// The answer to a draft: released or held, with everything that was found, what it means by the
/// policy, what was cleaned, and against which policy and registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The draft's id; masked where it names a pupil.
    pub draft: String,
    /// The account it was meant for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub account: Option<String>,
    /// What becomes of it.
    pub decision: Decision,
    /// The roles that must see it, the most concerned first; empty for a released draft.
    pub route: Vec<String>,
    /// Who may let it go, and whom to turn to; absent for a released draft.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub approval: Option<Approval>,
    /// What was found, gravest first.
    pub findings: Vec<Ruling>,
    /// The media files, in the draft's order.
    pub cleaned: Vec<CleanedFile>,
    /// The policy pack it was judged by.
    pub policy: PolicyRef,
    /// The registers it was judged against.
    pub records: RecordsRef,
    /// The moment for which it was judged, RFC 3339 with the school's offset.
    pub judged_at: String,
}

/// Who may let a held draft go. The author never counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// What such a draft is called by the policy: `Held for the Head Teacher`.
    pub held: String,
    /// Roles any of which may let it go, the most concerned first.
    pub by: Vec<String>,
    /// Roles that must all have agreed as well.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub must: Vec<String>,
    /// How many different people must agree: 1 or more.
    pub people: u32,
    /// Whom to turn to outside the school, where what was found is that grave.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub contacts: Vec<ContactRef>,
}

/// Somebody outside the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRef {
    /// Who: `The police`.
    pub name: String,
    /// How to reach them.
    pub reach: String,
    /// When to turn to them.
    pub when: String,
}

/// Released, or held for a person to decide. `Release < Hold`: verdicts join by maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// It may go out.
    Release,
    /// It may not, until a person has decided.
    Hold,
}

/// What a finding means by the policy. `Advice < Hold`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Said, and the draft goes out.
    Advice,
    /// The draft is held.
    Hold,
}

/// A finding, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The id of the rule.
    pub rule: String,
    /// What it means by the policy.
    pub severity: Severity,
    /// `text`, `alt:FILE`, `name:FILE`, `meta:FILE`, `media:FILE` or `draft`.
    pub field: String,
    /// First byte in the field's text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub start: Option<usize>,
    /// One past its last byte.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub end: Option<usize>,
    /// What stands there, masked where it is personal.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub excerpt: Option<String>,
    /// The key of the likeliest pupil.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pupil: Option<String>,
    /// The keys of all who fit, where several do.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub candidates: Vec<String>,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// The clauses that make it matter, `pack:section`.
    pub clauses: Vec<String>,
    /// What was seen.
    pub message: String,
    /// How to mend it.
    pub remedy: String,
}

/// What cleaning did to a media file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanedFile {
    /// Its name, or `#1`, `#2` by order where the name is personal.
    pub file: String,
    /// SHA-256 of the original, in lower-case hexadecimal; absent where it could not be read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256_in: Option<String>,
    /// SHA-256 of the clean copy; absent where none was made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256_out: Option<String>,
    /// What was taken out, in short words: `gps`, `serial`, `thumbnail`, ...
    pub removed: Vec<String>,
    /// True if the copy was read again and found clean, whole and equal in its picture.
    pub verified: bool,
}

/// The policy pack that a draft was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRef {
    /// Its id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its file, in lower-case hexadecimal.
    pub sha256: String,
}

/// The registers that a draft was judged against: SHA-256 over each register's files, in lower-case
/// hexadecimal; absent where the school has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordsRef {
    /// The class rosters.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pupils: Option<String>,
    /// The consent register.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub consent: Option<String>,
    /// The staff register.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub staff: Option<String>,
}

impl From<Severity> for Decision {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Advice => Self::Release,
            Severity::Hold => Self::Hold,
        }
    }
}

impl Verdict {
    /// The findings that hold the draft.
    pub fn holding(&self) -> impl Iterator<Item = &Ruling> {
        self.findings.iter().filter(|ruling| ruling.severity == Severity::Hold)
    }

    /// The findings that are advice.
    pub fn advice(&self) -> impl Iterator<Item = &Ruling> {
        self.findings.iter().filter(|ruling| ruling.severity == Severity::Advice)
    }
}

//! What a record can say.
//!
//! Times are RFC 3339 texts in UTC, hashes lower-case hexadecimal. Accounts and drafts are named as
//! verdicts name them: masked where they name a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Entry {
    /// The ledger begins.
    Began {
        /// The version of gatepost that began it.
        version: String,
    },
    /// From here on drafts are judged by these registers and this policy.
    InForce {
        /// The registers.
        registers: Registers,
        /// The policy pack.
        pack: PackVersion,
    },
    /// A draft was taken, or its files were found changed: from here on these bytes are meant.
    Sealed {
        /// The account.
        account: String,
        /// The draft's name, masked where it is personal.
        name: String,
        /// Hash over the names and contents of its files.
        seal: String,
        /// Hash over their contents alone.
        content: String,
        /// How many files.
        files: u64,
    },
    /// It was judged.
    Judged {
        /// `release` or `hold`.
        decision: String,
        /// Hash over everything in the verdict that a person decides on.
        fingerprint: String,
        /// The rules that hold it.
        rules: Vec<String>,
        /// Who wrote it: a staff id.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        author: Option<String>,
        /// Who must approve it before it may be released.
        needs: Needs,
        /// Hash of the evidence that was kept beside this record.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        evidence: Option<String>,
    },
    /// It is about to stand in `held/`.
    Held {
        /// Hash of where.
        place: String,
        /// The names of the files of ours beside its own.
        ours: Vec<String>,
    },
    /// It is about to stand in `released/`.
    Released {
        /// Hash of where.
        place: String,
        /// What a posting tool may redeem.
        release: Redeemable,
    },
    /// A step that was announced did not happen, or holds no longer; the draft will be judged anew.
    Void {
        /// Why: `cut-short`, `bytes-changed` or `verdict-changed`.
        why: String,
    },
    /// Somebody decides on it, and nobody else until then.
    Claimed {
        /// A staff id.
        by: String,
        /// When the claim ends.
        until: String,
    },
    /// Somebody approved it.
    Approved {
        /// A staff id.
        by: String,
        /// The roles that this person fills.
        roles: Vec<String>,
        /// The seal of what was looked at.
        seal: String,
        /// The fingerprint of the verdict that was looked at.
        fingerprint: String,
        /// The reason given.
        reason: String,
    },
    /// Somebody took back their approval before anything was released.
    Undone {
        /// A staff id.
        by: String,
    },
    /// It goes back to its author.
    Returned {
        /// A staff id.
        by: String,
        /// The roles that this person fills.
        roles: Vec<String>,
        /// The reason given.
        reason: String,
        /// Hash of where in the inbox it will stand.
        place: String,
        /// Hash of the contents of the draft's own files: until they change it is not taken again.
        content: String,
        /// Hash of the note to its author that lies beside them.
        why: String,
    },
    /// It will not be posted.
    Rejected {
        /// A staff id.
        by: String,
        /// The roles that this person fills.
        roles: Vec<String>,
        /// The reason given.
        reason: String,
    },
    /// Its token was used.
    Redeemed {},
    /// It was posted.
    Posted {
        /// Where.
        url: String,
    },
    /// It should be taken down: today it would be held.
    TakedownDue {
        /// The rules that would hold it.
        rules: Vec<String>,
    },
    /// It was taken down.
    TakenDown {
        /// A staff id.
        by: String,
    },
    /// It stays, and somebody answers for that.
    Kept {
        /// A staff id.
        by: String,
        /// The reason given.
        reason: String,
    },
    /// Evidence older than the policy keeps was removed.
    Purged {
        /// Evidence of records before this moment.
        before: String,
        /// Of how many records.
        records: u64,
    },
    /// What was kept about one pupil was removed.
    Forgotten {
        /// Of how many records.
        records: u64,
    },
    /// The ledger was put back from a copy: what happened between is not in it.
    Restored {
        /// The last record of the copy.
        from: u64,
    },
}

/// Which registers: SHA-256 over the files of each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registers {
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

/// Which policy pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackVersion {
    /// Its id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its file.
    pub sha256: String,
}

/// Who must approve a held draft: `number` different people, each of one of `roles`, and among them one of
/// every role in `must`. No roles at all: nobody can.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// The roles whose approval counts.
    pub roles: Vec<String>,
    /// How many people.
    pub number: u64,
    /// The roles that must be among them.
    pub must: Vec<String>,
}

/// What a release allows: these bytes, on this account, in this time, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redeemable {
    /// SHA-256 of the token; the token itself stands in `release.json` alone.
    pub token_sha256: String,
    /// The account.
    pub account: String,
    /// SHA-256 of every released file, by name.
    pub sha256: BTreeMap<String, String>,
    /// The moment from which it may be posted.
    pub not_before: String,
    /// The moment after which it may not.
    pub expires: String,
    /// The staff ids of those who approved it; empty where the policy let it pass.
    pub approved_by: Vec<String>,
}

impl Entry {
    /// The word by which it is called in tables.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Began { .. } => "began",
            Self::InForce { .. } => "in-force",
            Self::Sealed { .. } => "sealed",
            Self::Judged { .. } => "judged",
            Self::Held { .. } => "held",
            Self::Released { .. } => "released",
            Self::Void { .. } => "void",
            Self::Claimed { .. } => "claimed",
            Self::Approved { .. } => "approved",
            Self::Undone { .. } => "undone",
            Self::Returned { .. } => "returned",
            Self::Rejected { .. } => "rejected",
            Self::Redeemed {} => "redeemed",
            Self::Posted { .. } => "posted",
            Self::TakedownDue { .. } => "takedown-due",
            Self::TakenDown { .. } => "taken-down",
            Self::Kept { .. } => "kept",
            Self::Purged { .. } => "purged",
            Self::Forgotten { .. } => "forgotten",
            Self::Restored { .. } => "restored",
        }
    }
}

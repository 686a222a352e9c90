//! The life of a draft, and the one function that says what may follow what.
//!
//! ```text
//! sealed ─ judged ─┬─ released ─ posted ─ takedown-due ─ taken-down | kept
//!                  └─ held ─ (claimed) ─ approved ─ released
//!                       └─ returned | rejected
//! ```
//!
//! Whatever changes the bytes or the verdict leads back to `sealed`, and approvals are gone with it: an
//! approval is given for exactly one seal and one fingerprint, and no draft that was held is released
//! without every approval that its verdict asks for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::entry::{Entry, Needs, Redeemable};
use crate::error::Refusal;

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Taken, and to be judged.
    Sealed,
    /// Judged, and to be placed.
    Judged,
    /// In `held/`.
    Held,
    /// In `held/`, with every approval it needs.
    Approved,
    /// In `released/`.
    Released,
    /// Back in the inbox, until its author changes it.
    Returned,
    /// Not to be posted.
    Rejected,
    /// Posted.
    Posted,
    /// Posted, and to be taken down.
    TakedownDue,
    /// Taken down.
    TakenDown,
    /// Posted, and kept although today it would be held.
    Kept,
}

impl Phase {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Judged => "judged",
            Self::Held => "held",
            Self::Approved => "approved",
            Self::Released => "released",
            Self::Returned => "returned",
            Self::Rejected => "rejected",
            Self::Posted => "posted",
            Self::TakedownDue => "takedown-due",
            Self::TakenDown => "taken-down",
            Self::Kept => "kept",
        }
    }

    /// True once its bytes have been in `released/`.
    pub const fn is_out(self) -> bool {
        matches!(
            self,
            Self::Released | Self::Posted | Self::TakedownDue | Self::TakenDown | Self::Kept
        )
    }
}

/// Everything that the records say of one draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftState {
    /// Where it stands.
    pub phase: Phase,
    /// Since when.
    #[serde(with = "crate::moment")]
    pub since: Timestamp,
    /// The account.
    pub account: String,
    /// Its name, masked where it is personal.
    pub name: String,
    /// Hash over the names and contents of its files.
    pub seal: String,
    /// Hash over their contents alone.
    pub content: String,
    /// The last verdict on these bytes.
    pub judgement: Option<Judgement>,
    /// Who is deciding on it.
    pub claim: Option<Claim>,
    /// Who has approved exactly this.
    pub approvals: Vec<Approval>,
    /// Hash of where it stands.
    pub place: Option<String>,
    /// The names of the files of ours beside its own, while it is held.
    pub ours: Vec<String>,
    /// For a draft that was returned: the hash of its own files' contents, and that of the note to its
    /// author.
    pub returned: Option<(String, String)>,
    /// What may be redeemed.
    pub release: Option<Redeemable>,
    /// Whether it was.
    pub redeemed: bool,
    /// Where it was posted.
    pub url: Option<String>,
}

/// A verdict, as far as decisions need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// `release` or `hold`.
    pub decision: String,
    /// Hash over everything in it that a person decides on.
    pub fingerprint: String,
    /// The rules that hold.
    pub rules: Vec<String>,
    /// Who wrote the draft.
    pub author: Option<String>,
    /// Who must approve it.
    pub needs: Needs,
}

/// Somebody decides on a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// A staff id.
    pub by: String,
    /// Until when.
    #[serde(with = "crate::moment")]
    pub until: Timestamp,
}

/// Somebody approved a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// A staff id.
    pub by: String,
    /// The roles that this person fills.
    pub roles: Vec<String>,
    /// When.
    #[serde(with = "crate::moment")]
    pub at: Timestamp,
    /// The reason given.
    pub reason: String,
}

impl DraftState {
    /// How a draft stands after an entry at a moment: the transition function of the whole house.
    /// `before` is `None` for a draft that the ledger does not know yet.
    ///
    /// # Errors
    ///
    /// Why the entry is not allowed there.
    pub fn after(before: Option<&Self>, entry: &Entry, at: Timestamp) -> Result<Self, Refusal> {
        if let Entry::Sealed { account, name, seal, content, .. } = entry {
            if before.is_some_and(|state| {
                !matches!(
                    state.phase,
                    Phase::Sealed | Phase::Judged | Phase::Held | Phase::Approved
                )
            }) {
                return Err(Refusal::OutOfTurn);
            }
            return Ok(Self {
                phase: Phase::Sealed,
                since: at,
                account: account.clone(),
                name: name.clone(),
                seal: seal.clone(),
                content: content.clone(),
                judgement: None,
                claim: None,
                approvals: Vec::new(),
                place: before.and_then(|state| state.place.clone()),
                ours: before.map(|state| state.ours.clone()).unwrap_or_default(),
                returned: None,
                release: None,
                redeemed: false,
                url: None,
            });
        }
        let mut state = before.ok_or(Refusal::Unknown)?.clone();
        state.apply(entry, at)?;
        Ok(state)
    }

    fn apply(&mut self, entry: &Entry, at: Timestamp) -> Result<(), Refusal> {
        use Phase::{
            Approved, Held, Judged, Kept, Posted, Rejected, Released, Returned, Sealed,
            TakedownDue, TakenDown,
        };
        let before = self.phase;
        let allow = |phases: &[Phase]| {
            if phases.contains(&before) { Ok(()) } else { Err(Refusal::OutOfTurn) }
        };
        let next = match entry {
            Entry::Judged { decision, fingerprint, rules, author, needs, .. } => {
                allow(&[Sealed])?;
                self.judgement = Some(Judgement {
                    decision: decision.clone(),
                    fingerprint: fingerprint.clone(),
                    rules: rules.clone(),
                    author: author.clone(),
                    needs: needs.clone(),
                });
                Judged
            }
            Entry::Held { place, ours } => {
                allow(&[Judged])?;
                if self.judgement.as_ref().is_none_or(|verdict| verdict.decision != "hold") {
                    return Err(Refusal::OutOfTurn);
                }
                self.place = Some(place.clone());
                self.ours.clone_from(ours);
                Held
            }
            Entry::Released { place, release } => {
                self.may_be_released(release)?;
                self.place = Some(place.clone());
                self.release = Some(release.clone());
                self.claim = None;
                Released
            }
            Entry::Void { .. } => {
                // A release that anybody may have seen cannot be undone, only taken down.
                allow(&[Judged, Held, Approved, Released])?;
                if self.redeemed {
                    return Err(Refusal::OutOfTurn);
                }
                self.judgement = None;
                self.approvals.clear();
                self.claim = None;
                self.release = None;
                Sealed
            }
            Entry::Claimed { by, until } => {
                allow(&[Held])?;
                self.is_free_for(by, at)?;
                self.claim = Some(Claim { by: by.clone(), until: until.parse().unwrap_or(at) });
                Held
            }
            Entry::Approved { by, roles, seal, fingerprint, reason } => {
                allow(&[Held])?;
                self.is_free_for(by, at)?;
                self.may_decide(by, roles)?;
                let verdict = self.judgement.as_ref().ok_or(Refusal::OutOfTurn)?;
                if *seal != self.seal {
                    return Err(Refusal::BytesChanged);
                }
                if *fingerprint != verdict.fingerprint {
                    return Err(Refusal::VerdictChanged);
                }
                if self.approvals.iter().any(|approval| approval.by == *by) {
                    return Err(Refusal::Twice);
                }
                let needs = verdict.needs.clone();
                self.approvals.push(Approval {
                    by: by.clone(),
                    roles: roles.clone(),
                    at,
                    reason: reason.clone(),
                });
                self.claim = None;
                if suffice(&self.approvals, &needs) { Approved } else { Held }
            }
            Entry::Undone { by } => {
                allow(&[Held, Approved])?;
                let before = self.approvals.len();
                self.approvals.retain(|approval| approval.by != *by);
                if self.approvals.len() == before {
                    return Err(Refusal::OutOfTurn);
                }
                Held
            }
            Entry::Returned { by, roles, place, content, why, .. } => {
                allow(&[Held, Approved])?;
                self.is_free_for(by, at)?;
                self.may_decide(by, roles)?;
                self.place = Some(place.clone());
                self.returned = Some((content.clone(), why.clone()));
                self.approvals.clear();
                Returned
            }
            Entry::Rejected { by, roles, .. } => {
                allow(&[Held, Approved])?;
                self.is_free_for(by, at)?;
                self.may_decide(by, roles)?;
                self.approvals.clear();
                Rejected
            }
            Entry::Redeemed {} => {
                allow(&[Released])?;
                if self.redeemed {
                    return Err(Refusal::Spent);
                }
                self.redeemed = true;
                Released
            }
            Entry::Posted { url } => {
                allow(&[Released, Posted])?;
                self.url = Some(url.clone());
                Posted
            }
            Entry::TakedownDue { .. } => {
                allow(&[Released, Posted, Kept])?;
                TakedownDue
            }
            Entry::TakenDown { .. } => {
                allow(&[TakedownDue, Released, Posted, Kept])?;
                TakenDown
            }
            Entry::Kept { .. } => {
                allow(&[TakedownDue])?;
                Kept
            }
            Entry::Sealed { .. }
            | Entry::Began { .. }
            | Entry::InForce { .. }
            | Entry::Purged { .. }
            | Entry::Forgotten { .. }
            | Entry::Restored { .. } => return Err(Refusal::OutOfTurn),
        };
        self.phase = next;
        self.since = at;
        Ok(())
    }

    fn may_be_released(&self, release: &Redeemable) -> Result<(), Refusal> {
        let verdict = self.judgement.as_ref().ok_or(Refusal::OutOfTurn)?;
        match self.phase {
            Phase::Judged if verdict.decision == "release" && release.approved_by.is_empty() => {
                Ok(())
            }
            Phase::Approved => {
                let named: Vec<&str> =
                    self.approvals.iter().map(|approval| approval.by.as_str()).collect();
                if suffice(&self.approvals, &verdict.needs) && release.approved_by == named {
                    Ok(())
                } else {
                    Err(Refusal::NotApproved)
                }
            }
            Phase::Held => Err(Refusal::NotApproved),
            _ => Err(Refusal::OutOfTurn),
        }
    }

    /// Nobody else has claimed it.
    fn is_free_for(&self, by: &str, at: Timestamp) -> Result<(), Refusal> {
        let taken = self.claim.as_ref().is_some_and(|claim| claim.by != by && at < claim.until);
        if taken { Err(Refusal::Claimed) } else { Ok(()) }
    }

    /// Not its author, and of a role that the policy asks for.
    fn may_decide(&self, by: &str, roles: &[String]) -> Result<(), Refusal> {
        let verdict = self.judgement.as_ref().ok_or(Refusal::OutOfTurn)?;
        if verdict.author.as_deref() == Some(by) {
            return Err(Refusal::OwnDraft);
        }
        let counts = roles.iter().any(|role| verdict.needs.roles.contains(role));
        if counts { Ok(()) } else { Err(Refusal::WrongRole) }
    }
}

/// True if these approvals are all that is needed. A verdict that names no role can be approved by nobody.
fn suffice(approvals: &[Approval], needs: &Needs) -> bool {
    let given = u64::try_from(approvals.len()).unwrap_or(u64::MAX);
    !needs.roles.is_empty()
        && given >= needs.number.max(1)
        && needs
            .must
            .iter()
            .all(|role| approvals.iter().any(|approval| approval.roles.contains(role)))
}

//! What the watched folder writes into the ledger.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gatepost::{Draft, Gate, School};
use gatepost_model::{PolicyRef, RecordsRef, Ruling, Verdict};
use gatepost_store::{
    DraftState, Entry, Evidence, Ledger, Needs, PackVersion, Phase, Registers, Seen, sha256,
};
use jiff::Timestamp;

use crate::error::WatchError;
use crate::inbox::entries;

/// The ledger's name in the school's folder.
pub const LEDGER: &str = "gatepost.db";

/// Opens and verifies the ledger of a school, or begins one where there is nothing that it should know.
///
/// # Errors
///
/// [`WatchError::NoLedger`] where drafts lie in `held/` or `released/` that it should know, and if it is
/// damaged.
pub fn open_ledger(folder: &Path) -> Result<Ledger, WatchError> {
    let path = folder.join(LEDGER);
    if fs::symlink_metadata(&path).is_ok() {
        let ledger = Ledger::open(&path)?;
        ledger.verify(None)?;
        return Ok(ledger);
    }
    if has_drafts(folder)? {
        return Err(WatchError::NoLedger { place: path });
    }
    Ok(Ledger::create(&path, Timestamp::now())?)
}

/// Puts a copy of the ledger back, while nothing works on the school.
///
/// # Errors
///
/// [`WatchError::Busy`] if a run has the school; if the copy is not whole.
pub fn restore(school: &Path, copy: &Path) -> Result<gatepost_store::Head, WatchError> {
    let _lock = crate::lock::lock(school, crate::lock::WATCH)?;
    Ok(gatepost_store::restore(copy, &school.join(LEDGER), Timestamp::now())?)
}

/// True if drafts lie where only a run with a ledger puts them.
pub(crate) fn has_drafts(folder: &Path) -> Result<bool, WatchError> {
    for side in ["held", "released", "rejected"] {
        for account in entries(&folder.join(side))? {
            if account.is_dir() && !entries(&account)?.is_empty() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Writes one record about a draft, after looking that the ledger is still the one that it was.
pub(crate) fn write(
    ledger: &mut Ledger,
    draft: &str,
    entry: Entry,
    evidence: Option<&Evidence>,
) -> Result<(), WatchError> {
    ledger.watch()?;
    ledger.append(Timestamp::now(), Some(draft), entry, evidence)?;
    Ok(())
}

/// Says by which registers and which policy drafts are judged from here on, if that was not said last.
pub(crate) fn in_force(
    ledger: &mut Ledger,
    school: &School,
    gate: &Gate,
) -> Result<(), WatchError> {
    let digests = &school.records().digests;
    let registers = Registers {
        pupils: digests.pupils.clone(),
        consent: digests.consent.clone(),
        staff: digests.staff.clone(),
    };
    let PolicyRef { pack, version, sha256 } = gate.pack().reference();
    let entry = Entry::InForce { registers, pack: PackVersion { pack, version, sha256 } };
    let mut last = None;
    ledger.records(|record| {
        if matches!(record.entry, Entry::InForce { .. }) {
            last = Some(record.entry);
        }
    })?;
    if last.as_ref() != Some(&entry) {
        ledger.append(Timestamp::now(), None, entry, None)?;
    }
    Ok(())
}

/// Brings a draft to where it is about to be judged, whatever a run that was cut short had written of it.
pub(crate) fn reopen(
    ledger: &mut Ledger,
    draft: &str,
    state: Option<DraftState>,
    sealed: Entry,
) -> Result<(), WatchError> {
    let same = match (&state, &sealed) {
        (Some(state), Entry::Sealed { seal, .. }) => state.seal == *seal,
        _ => false,
    };
    if state.is_some_and(|state| state.phase != Phase::Sealed) {
        write(ledger, draft, Entry::Void { why: "cut-short".into() }, None)?;
    }
    if !same {
        write(ledger, draft, sealed, None)?;
    }
    Ok(())
}

/// What the ledger keeps of a verdict.
pub(crate) fn judged(gate: &Gate, draft: &Draft, verdict: &Verdict) -> (Entry, Evidence) {
    let rules: BTreeSet<&str> = verdict.holding().map(|ruling| ruling.rule.as_str()).collect();
    let author = draft.author.as_deref().and_then(|author| gate.records().staff.find(author));
    let entry = Entry::Judged {
        decision: word(verdict.decision).to_owned(),
        fingerprint: fingerprint(verdict),
        rules: rules.into_iter().map(str::to_owned).collect(),
        author: author.map(|author| author.id.as_str().to_owned()),
        needs: needs(verdict),
        evidence: None,
    };
    (entry, evidence(gate, draft, verdict))
}

fn evidence(gate: &Gate, draft: &Draft, verdict: &Verdict) -> Evidence {
    let seen = |ruling: &Ruling| Seen {
        rule: ruling.rule.clone(),
        severity: match ruling.severity {
            gatepost_model::Severity::Advice => "advice",
            gatepost_model::Severity::Hold => "hold",
        }
        .to_owned(),
        field: ruling.field.clone(),
        pupils: {
            let mut pupils: Vec<String> = ruling.pupil.iter().cloned().collect();
            pupils.extend(
                ruling
                    .candidates
                    .iter()
                    .filter(|key| !pupils.contains(key))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            pupils
        },
    };
    let people = &gate.records().staff;
    let staff = |who: &str| people.find(who).map(|person| person.id.as_str().to_owned());
    Evidence {
        seen: verdict.findings.iter().map(seen).collect(),
        pupils: draft.pupils.as_ref().map(|declared| gate.declared(declared)),
        groups: draft
            .groups
            .as_ref()
            .map(|groups| groups.iter().map(|group| gate.shown_name(group)).collect()),
        author: draft.author.as_deref().and_then(staff),
        purpose: draft.purpose.as_deref().map(|purpose| gate.shown_name(purpose)),
        judged_at: verdict.judged_at.clone(),
        teaching: draft.teaching,
        attest: draft
            .attest
            .given
            .iter()
            .filter_map(|(key, who)| Some((gate.shown_name(key), staff(who)?)))
            .collect(),
    }
}

/// The hash of everything in a verdict that a person decides on: not when it was made, nor from which
/// version of a register, as long as it says the same.
pub(crate) fn fingerprint(verdict: &Verdict) -> String {
    let mut said = verdict.clone();
    said.judged_at.clear();
    said.records = RecordsRef::default();
    said.policy.version.clear();
    said.policy.sha256.clear();
    sha256(serde_json::to_string(&said).unwrap_or_default().as_bytes())
}

/// Who must approve a held draft, by the policy.
pub(crate) fn needs(verdict: &Verdict) -> Needs {
    let Some(approval) = &verdict.approval else { return Needs::default() };
    let mut roles = approval.by.clone();
    roles.extend(approval.must.iter().filter(|role| !approval.by.contains(role)).cloned());
    Needs { roles, number: u64::from(approval.people), must: approval.must.clone() }
}

/// `release` or `hold`.
pub(crate) fn word(decision: gatepost_model::Decision) -> &'static str {
    match decision {
        gatepost_model::Decision::Release => "release",
        gatepost_model::Decision::Hold => "hold",
    }
}

/// The account as the ledger writes it: one that the school does not have may be named after anybody.
pub(crate) fn shown_account(school: &School, account: &str) -> String {
    let known = school.records().school.account(account).is_some();
    if known { account.to_owned() } else { gatepost::mask(account) }
}

/// The account for which a draft is judged: the one that it names, if the school has it, else that of the
/// folder in which it lay.
pub(crate) fn account_of(school: &School, draft: &Draft, folder: &str) -> String {
    draft
        .account
        .iter()
        .filter(|id| school.records().school.account(id).is_some())
        .find(|id| is_one_name(id))
        .map_or(folder, String::as_str)
        .to_owned()
}

fn is_one_name(name: &str) -> bool {
    use std::path::Component;
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

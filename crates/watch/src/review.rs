//! Decisions on held drafts: how a person lets one out, sends it back, or stops it for good.
//!
//! What is decided is checked against what lies there at this moment: the draft's files are hashed again
//! and it is judged again by today's registers. Where either differs from what the ledger says, nothing is
//! decided; the draft is held anew, with a new verdict to look at. The step itself is the ledger's to allow.
//!
//! What is under way lies in `.gatepost/review/`, and is brought to its end by the next decision or run.

use std::fs;
use std::path::{Path, PathBuf};

use gatepost::{Draft, Outcome, School, open_held_draft};
use gatepost_model::{Decision, Defect, DefectKind, StaffId, Verdict};
use gatepost_store::{DraftState, Entry, Ledger, Phase, Record, Refusal, StoreError, sha256, step};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::books;
use crate::error::{During, WatchError};
use crate::inbox::{self, name_of};
use crate::journal::{is_there, remove, sync_folder, write_synced};
use crate::place;
use crate::reload::InForce;
use crate::seal::seal;

/// For how long a claim keeps others from deciding.
const CLAIM: SignedDuration = SignedDuration::from_mins(15);

/// Held by whoever decides.
const LOCK: &str = "review.lock";

/// Rules of drafts that could not be checked whole: nobody can know what they would let out.
const UNCHECKED: [&str; 5] = [
    "draft/incomplete",
    "draft/malformed",
    "draft/too-large",
    "draft/unchecked",
    "draft/unreadable",
];

/// The held drafts of a school, for the people who decide on them.
pub struct Review {
    in_force: InForce,
    ledger: Ledger,
    _lock: fs::File,
}

/// A draft in `held/`.
#[derive(Debug, Clone)]
pub struct HeldDraft {
    /// By which the ledger knows it.
    pub key: String,
    /// The account's folder.
    pub account: String,
    /// Its own folder.
    pub folder: PathBuf,
    /// How it stands.
    pub state: DraftState,
}

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// To decide on it, and nobody else meanwhile.
    Claim,
    /// That it may be released as it is.
    Approve,
    /// To take an approval back.
    Undo,
    /// That its author is to change it.
    Return,
    /// That it is not to be posted.
    Reject,
}

/// What a decision came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It is theirs until then.
    Claimed(Timestamp),
    /// It is approved, and more approvals are needed.
    NeedsMore,
    /// It is approved, and is released when the time for taking that back is over.
    ReleasedLater(Timestamp),
    /// It lies in `released/` now.
    Released(PathBuf),
    /// The approval is taken back.
    Undone,
    /// It lies in the inbox now, beside a note to its author.
    Returned(PathBuf),
    /// It lies in `rejected/` now.
    Rejected(PathBuf),
}

/// What is under way with one draft.
#[derive(Serialize, Deserialize)]
struct Note {
    key: String,
    /// The draft's folder under `held/`.
    account: String,
    name: String,
    /// Where what is built goes: side, account, name.
    to: [String; 3],
}

/// A draft as it was read and judged again.
struct Looked {
    draft: Draft,
    outcome: Outcome,
}

impl Review {
    /// Opens a school's held drafts for decisions. Waits for another who decides at the same moment.
    ///
    /// # Errors
    ///
    /// If the ledger is missing or damaged, or another does not end.
    pub fn open(school: School, as_of: Option<Timestamp>) -> Result<Self, WatchError> {
        let lock = wait_for_lock(school.folder())?;
        let mut ledger = books::open_ledger(school.folder())?;
        let in_force = InForce::new(school, as_of)?;
        recover(&in_force, &mut ledger)?;
        Ok(Self { in_force, ledger, _lock: lock })
    }

    /// The school.
    pub fn school(&self) -> &School {
        &self.in_force.school
    }

    /// Every draft in `held/` that the ledger knows, the oldest first.
    ///
    /// # Errors
    ///
    /// If the folders or the ledger cannot be read.
    pub fn list(&self) -> Result<Vec<HeldDraft>, WatchError> {
        list(self.in_force.school.folder(), &self.ledger)
    }

    /// The draft of this key, or of this name, or of this account and name (`x/friday`).
    ///
    /// # Errors
    ///
    /// If there is none, or more than one.
    pub fn find(&self, named: &str) -> Result<HeldDraft, WatchError> {
        let named = named.trim_end_matches('/').trim_start_matches("held/");
        let mut found: Vec<HeldDraft> = self
            .list()?
            .into_iter()
            .filter(|draft| {
                let name = name_of(&draft.folder);
                draft.key == named
                    || name == named
                    || draft.state.name == named
                    || format!("{}/{name}", draft.account) == named
                    || format!("{}/{}", draft.account, draft.state.name) == named
            })
            .collect();
        match (found.pop(), found.len()) {
            (Some(draft), 0) => Ok(draft),
            (Some(_), _) => Err(WatchError::NoSuchDraft(
                "more than one held draft has this name: give its account as well (x/friday), or its key"
                    .into(),
            )),
            (None, _) => Err(WatchError::NoSuchDraft(
                "there is no held draft of this name: gatepost review list shows them all".into(),
            )),
        }
    }

    /// Everything that the ledger says of a draft.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn history(&self, draft: &HeldDraft) -> Result<Vec<Record>, WatchError> {
        Ok(self.ledger.history(&draft.key)?)
    }

    /// Its verdict by today's registers, which is looked at before anything is decided.
    ///
    /// # Errors
    ///
    /// If it cannot be judged.
    pub fn verdict(&self, draft: &HeldDraft) -> Result<Verdict, WatchError> {
        let looked = look(&self.in_force, &self.ledger, draft, None)?;
        Ok(looked.outcome.verdict)
    }

    /// Decides on a draft, for a member of staff and with their reason.
    ///
    /// # Errors
    ///
    /// [`WatchError::Refused`], or the ledger's own refusal, if it is not theirs to decide, or the draft or its
    /// verdict has changed.
    pub fn decide(
        &mut self,
        draft: &HeldDraft,
        choice: Choice,
        staff: &str,
        reason: &str,
    ) -> Result<Decided, WatchError> {
        let (by, roles) = self.person(staff)?;
        let reason = reason.trim();
        if reason.is_empty() && !matches!(choice, Choice::Claim | Choice::Undo) {
            return Err(WatchError::Refused("say why: --reason \"...\"".into()));
        }
        if self.in_force.gate.shown_name(reason) != reason {
            return Err(WatchError::Refused(
                "the reason stays in the ledger for good: give it without names and personal details".into(),
            ));
        }
        let reason = reason.to_owned();
        let now = Timestamp::now();
        match choice {
            Choice::Claim => {
                let counts = draft.state.judgement.as_ref().is_some_and(|verdict| {
                    roles.iter().any(|role| verdict.needs.roles.contains(role))
                });
                if !counts {
                    return Err(StoreError::from(Refusal::WrongRole).into());
                }
                let until = now.checked_add(CLAIM).unwrap_or(now);
                let entry = Entry::Claimed { by, until: until.to_string() };
                books::write(&mut self.ledger, &draft.key, entry, None)?;
                Ok(Decided::Claimed(until))
            }
            Choice::Undo => {
                books::write(&mut self.ledger, &draft.key, Entry::Undone { by }, None)?;
                Ok(Decided::Undone)
            }
            Choice::Approve => self.approve(draft, by, roles, reason),
            Choice::Return => self.give_back(draft, by, roles, reason),
            Choice::Reject => {
                let entry = Entry::Rejected { by, roles, reason };
                let rejected = self.in_force.school.folder().join("rejected");
                let account = rejected.join(&draft.account);
                fs::create_dir_all(&account).during("cannot make", &rejected)?;
                let target = place::target(
                    &self.in_force.school,
                    "rejected",
                    &draft.account,
                    &name_of(&draft.folder),
                )?;
                begin(&self.in_force, draft, ["rejected", &draft.account, &name_of(&target)])?;
                books::write(&mut self.ledger, &draft.key, entry, None)?;
                place::move_into_place(&draft.folder, &target)?;
                end(&self.in_force, &draft.key)?;
                Ok(Decided::Rejected(target))
            }
        }
    }

    /// A member of staff and the roles that they fill.
    fn person(&self, staff: &str) -> Result<(String, Vec<String>), WatchError> {
        let records = self.in_force.gate.records();
        let timezone = &records.school.calendar.timezone;
        let today = Timestamp::now().to_zoned(timezone.clone()).date();
        let person = records.staff.find(staff).filter(|person| person.present(today));
        let Some(person) = person else {
            return Err(WatchError::Refused(
                "nobody on the staff register has this id today: give --as STAFF".into(),
            ));
        };
        let fills = |ids: &[StaffId]| ids.contains(&person.id);
        let roles = records.school.people.iter().filter(|(_, ids)| fills(ids));
        Ok((person.id.as_str().to_owned(), roles.map(|(role, _)| role.clone()).collect()))
    }

    fn approve(
        &mut self,
        draft: &HeldDraft,
        by: String,
        roles: Vec<String>,
        reason: String,
    ) -> Result<Decided, WatchError> {
        let Self { in_force, ledger, .. } = self;
        let looked = look_again(in_force, ledger, draft)?;
        let verdict = &looked.outcome.verdict;
        if let Some(ruling) =
            verdict.holding().find(|ruling| UNCHECKED.contains(&ruling.rule.as_str()))
        {
            return Err(WatchError::Refused(format!(
                "it could not be checked whole ({}), and so cannot be approved: return it to its author",
                ruling.rule
            )));
        }
        if !verdict.cleaned.iter().all(|file| file.verified && file.sha256_out.is_some()) {
            return Err(WatchError::Refused(
                "a photo or film of it could not be cleaned, and nothing is released as it came: return it to \
                 its author"
                    .into(),
            ));
        }
        let entry = Entry::Approved {
            by,
            roles,
            seal: draft.state.seal.clone(),
            fingerprint: books::fingerprint(verdict),
            reason,
        };
        books::write(ledger, &draft.key, entry, None)?;
        let state = ledger.draft(&draft.key)?.ok_or(StoreError::from(Refusal::Unknown))?;
        if state.phase != Phase::Approved {
            return Ok(Decided::NeedsMore);
        }
        let due = due(in_force, &state);
        if due > Timestamp::now() {
            return Ok(Decided::ReleasedLater(due));
        }
        let draft = HeldDraft { state, ..draft.clone() };
        release(in_force, ledger, &draft).map(Decided::Released)
    }

    fn give_back(
        &mut self,
        draft: &HeldDraft,
        by: String,
        roles: Vec<String>,
        reason: String,
    ) -> Result<Decided, WatchError> {
        let Self { in_force, ledger, .. } = self;
        let school = in_force.school.folder();
        let inbox = school.join("inbox");
        let account = inbox.join(&draft.account);
        fs::create_dir_all(&account).during("cannot make", &inbox)?;
        let target =
            place::target(&in_force.school, "inbox", &draft.account, &name_of(&draft.folder))?;
        let job = begin(in_force, draft, ["inbox", &draft.account, &name_of(&target)])?;
        let out = job.join("out");
        copy_own(&draft.folder, &out, &draft.state.ours)
            .during("cannot copy a draft into", &job)?;
        let content = seal(&out, &[]).content;
        let judged = look(in_force, ledger, draft, None)?.outcome.verdict;
        let note = format!(
            "Returned: {reason}\n\nChange the draft here, in its folder, and it is looked at again.\n\n{}",
            gatepost_report::why(&judged, &in_force.gate)
        );
        place::write(&place::free_path(&out, "WHY.txt"), note.as_bytes(), &job)?;
        sync_folder(&out).during("cannot write", &job)?;
        let place = place::place_of(ledger, "inbox", &draft.account, &target);
        let why = sha256(note.as_bytes());
        let entry = Entry::Returned { by, roles, reason, place, content, why };
        if let Err(problem) = books::write(ledger, &draft.key, entry, None) {
            end(in_force, &draft.key)?;
            return Err(problem);
        }
        place::move_into_place(&out, &target)?;
        remove_held(&job, &draft.folder)?;
        end(in_force, &draft.key)?;
        Ok(Decided::Returned(target))
    }
}

/// Every draft in `held/` that the ledger knows, the oldest first.
fn list(school: &Path, ledger: &Ledger) -> Result<Vec<HeldDraft>, WatchError> {
    let mut found = Vec::new();
    for account in inbox::entries(&school.join("held"))? {
        if !account.is_dir() {
            continue;
        }
        for folder in inbox::entries(&account)? {
            let account = name_of(&account);
            let place = place::place_of(ledger, "held", &account, &folder);
            let Some(known) = ledger.draft_at(&place)? else { continue };
            if matches!(
                known.state.phase,
                Phase::Held | Phase::Approved | Phase::Sealed | Phase::Judged
            ) {
                found.push(HeldDraft { key: known.key, account, folder, state: known.state });
            }
        }
    }
    found.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(found)
}

/// Reads and judges a held draft by today's registers. Where `stage` is given, its clean media are written
/// there.
fn look(
    in_force: &InForce,
    ledger: &Ledger,
    held: &HeldDraft,
    stage: Option<&Path>,
) -> Result<Looked, WatchError> {
    let InForce { school, gate, .. } = in_force;
    let limits = &school.records().school.limits;
    let mut draft = open_held_draft(&held.folder, Some(&held.account), limits).draft;
    let was = |rule: &str| {
        let judged = held.state.judgement.as_ref();
        judged.is_some_and(|verdict| verdict.rules.iter().any(|held_by| held_by == rule))
    };
    if was("draft/incomplete") {
        draft.defects.push(Defect {
            kind: DefectKind::Incomplete,
            message: crate::work::STILL_ARRIVING.into(),
        });
    }
    if ledger.was_released(&held.state.account, &held.state.content)? {
        draft.defects.push(Defect {
            kind: DefectKind::Duplicate,
            message: crate::work::RELEASED_BEFORE.into(),
        });
    }
    let outcome = match gate.examine(&draft, stage) {
        Ok(outcome) => outcome,
        Err(problem) => gate.unchecked(&draft, &problem),
    };
    Ok(Looked { draft, outcome })
}

/// Looks at a held draft again, and refuses to go on where its files or its verdict are not those that the
/// ledger knows: then it is held anew.
fn look_again(
    in_force: &InForce,
    ledger: &mut Ledger,
    held: &HeldDraft,
) -> Result<Looked, WatchError> {
    let sealed = seal(&held.folder, &held.state.ours);
    let is_same = sealed.whole == held.state.seal;
    let looked = look(in_force, ledger, held, None)?;
    let verdict = &looked.outcome.verdict;
    let is_held = matches!(held.state.phase, Phase::Held | Phase::Approved);
    let judged = held.state.judgement.as_ref().filter(|_| is_held);
    let is_judged_so =
        judged.is_some_and(|judged| judged.fingerprint == books::fingerprint(verdict));
    if is_same && is_judged_so {
        return Ok(looked);
    }
    if held.state.phase != Phase::Sealed {
        let why = if is_same { "verdict-changed" } else { "bytes-changed" };
        books::write(ledger, &held.key, Entry::Void { why: why.into() }, None)?;
    }
    if !is_same {
        let entry = Entry::Sealed {
            account: held.state.account.clone(),
            name: held.state.name.clone(),
            seal: sealed.whole,
            content: sealed.content,
            files: sealed.files,
        };
        books::write(ledger, &held.key, entry, None)?;
    }
    hold_anew(in_force, ledger, held, &looked)?;
    Err(StoreError::from(if is_same { Refusal::VerdictChanged } else { Refusal::BytesChanged })
        .into())
}

/// Holds a draft that lies in `held/` with another verdict. One that nothing holds any more stays there too,
/// and can be approved: it was asked for, and nobody has looked at it as it is now.
fn hold_anew(
    in_force: &InForce,
    ledger: &mut Ledger,
    held: &HeldDraft,
    looked: &Looked,
) -> Result<(), WatchError> {
    let Looked { draft, outcome } = looked;
    let (mut entry, evidence) = books::judged(&in_force.gate, draft, &outcome.verdict);
    if let Entry::Judged { decision, needs, .. } = &mut entry
        && outcome.verdict.decision == Decision::Release
    {
        "hold".clone_into(decision);
        needs.roles = in_force.gate.pack().route().to_vec();
        needs.number = 1;
    }
    books::write(ledger, &held.key, entry, Some(&evidence))?;
    for (name, bytes) in place::papers(&in_force.gate, draft, outcome)? {
        let renamed = name.replacen('.', "-2.", 1);
        let own = if held.state.ours.contains(&renamed) { renamed } else { name.to_owned() };
        let fresh = in_force.school.folder().join(".gatepost").join("paper.new");
        let _ = fs::remove_file(&fresh);
        write_synced(&fresh, &bytes)
            .and_then(|()| fs::rename(&fresh, held.folder.join(own)))
            .during("cannot write into a folder of", &in_force.school.folder().join("held"))?;
    }
    let place = place::place_of(ledger, "held", &held.account, &held.folder);
    let entry = Entry::Held { place, ours: held.state.ours.clone() };
    books::write(ledger, &held.key, entry, None)
}

/// When an approved draft may be released.
fn due(in_force: &InForce, state: &DraftState) -> Timestamp {
    let grace = in_force.school.records().school.limits.grace_seconds;
    let grace = SignedDuration::from_secs(i64::try_from(grace).unwrap_or(i64::MAX));
    state.since.checked_add(grace).unwrap_or(Timestamp::MAX)
}

/// Releases an approved draft: built beside, on record, and then seen by one rename.
fn release(
    in_force: &InForce,
    ledger: &mut Ledger,
    held: &HeldDraft,
) -> Result<PathBuf, WatchError> {
    look_again(in_force, ledger, held)?;
    let school = &in_force.school;
    let target = place::target(school, "released", &held.account, &name_of(&held.folder))?;
    let job = begin(in_force, held, ["released", &held.account, &name_of(&target)])?;
    let out = job.join("out");
    fs::create_dir(&out).during("cannot make", &job)?;
    let looked = look(in_force, ledger, held, Some(&out))?;
    if seal(&held.folder, &held.state.ours).whole != held.state.seal || !in_force.is_current() {
        end(in_force, &held.key)?;
        return Err(StoreError::from(Refusal::BytesChanged).into());
    }
    let release = place::build(
        school,
        &out,
        &held.account,
        &looked.draft,
        &looked.outcome,
        &held.state.approvals,
    )?;
    let place = place::place_of(ledger, "released", &held.account, &target);
    let entry = Entry::Released { place, release };
    if let Err(problem) = books::write(ledger, &held.key, entry, None) {
        end(in_force, &held.key)?;
        return Err(problem);
    }
    place::move_into_place(&out, &target)?;
    remove_held(&job, &held.folder)?;
    end(in_force, &held.key)?;
    Ok(target)
}

/// Releases every approved draft whose time for taking that back is over.
pub(crate) fn release_due(
    in_force: &InForce,
    ledger: &mut Ledger,
) -> Result<Vec<PathBuf>, WatchError> {
    if ledger.drafts(&[Phase::Approved])?.is_empty() {
        return Ok(Vec::new());
    }
    let Ok(_lock) = crate::lock::lock(in_force.school.folder(), LOCK) else {
        return Ok(Vec::new());
    };
    let mut released = Vec::new();
    for held in list(in_force.school.folder(), ledger)? {
        if held.state.phase == Phase::Approved && due(in_force, &held.state) <= Timestamp::now() {
            match release(in_force, ledger, &held) {
                // Held anew, for people to look at again.
                Err(WatchError::Ledger(StoreError::Refused(_))) => {}
                other => released.push(other?),
            }
        }
    }
    Ok(released)
}

/// Brings decisions that were cut short to their end, unless somebody decides at this moment.
pub(crate) fn tidy(in_force: &InForce, ledger: &mut Ledger) -> Result<(), WatchError> {
    match crate::lock::lock(in_force.school.folder(), LOCK) {
        Ok(_lock) => recover(in_force, ledger),
        Err(WatchError::Busy) => Ok(()),
        Err(problem) => Err(problem),
    }
}

fn wait_for_lock(school: &Path) -> Result<fs::File, WatchError> {
    for _ in 0..100 {
        match crate::lock::lock(school, LOCK) {
            Err(WatchError::Busy) => std::thread::sleep(std::time::Duration::from_millis(100)),
            other => return other,
        }
    }
    Err(WatchError::Busy)
}

fn folder_of(in_force: &InForce) -> PathBuf {
    in_force.school.folder().join(".gatepost").join("review")
}

/// Notes what is about to happen to a draft, and makes the folder for it.
fn begin(in_force: &InForce, held: &HeldDraft, to: [&str; 3]) -> Result<PathBuf, WatchError> {
    let job = folder_of(in_force).join(&held.key);
    remove(&job)?;
    fs::create_dir_all(&job).during("cannot make", &job)?;
    let note = Note {
        key: held.key.clone(),
        account: held.account.clone(),
        name: name_of(&held.folder),
        to: to.map(str::to_owned),
    };
    serde_json::to_vec(&note)
        .map_err(std::io::Error::from)
        .and_then(|json| write_synced(&job.join("note.json"), &json))
        .and_then(|()| sync_folder(&job))
        .during("cannot write the note in", &job)?;
    step();
    Ok(job)
}

fn end(in_force: &InForce, key: &str) -> Result<(), WatchError> {
    step();
    remove(&folder_of(in_force).join(key))
}

/// Removes what was held of a draft that is elsewhere now: out of sight by one rename, then file by file.
fn remove_held(job: &Path, held: &Path) -> Result<(), WatchError> {
    step();
    fs::rename(held, job.join("held")).during("cannot tidy", job)?;
    step();
    Ok(())
}

/// Brings decisions that were cut short to their end, or back to where they began.
fn recover(in_force: &InForce, ledger: &mut Ledger) -> Result<(), WatchError> {
    for job in inbox::entries(&folder_of(in_force))? {
        let note: Option<Note> = fs::read(job.join("note.json"))
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok());
        if let Some(note) = note {
            recover_one(in_force, ledger, &job, &note)?;
        }
        remove(&job)?;
    }
    Ok(())
}

fn recover_one(
    in_force: &InForce,
    ledger: &mut Ledger,
    job: &Path,
    note: &Note,
) -> Result<(), WatchError> {
    let school = in_force.school.folder();
    let held = school.join("held").join(&note.account).join(&note.name);
    let [side, account, name] = &note.to;
    let target = school.join(side).join(account).join(name);
    let out = job.join("out");
    let Some(state) = ledger.draft(&note.key)? else { return Ok(()) };
    let is_on_record = match side.as_str() {
        "released" => state.phase.is_out(),
        "inbox" => state.phase == Phase::Returned,
        _ => state.phase == Phase::Rejected,
    };
    // Only what is on record, and is the draft of this note, has begun.
    if !is_on_record || !is_there(&held)? {
        return Ok(());
    }
    if side == "rejected" {
        return place::move_into_place(&held, &target);
    }
    if is_there(&out)? {
        if side == "released" {
            // Nobody has seen it, and the registers may have changed since: it is looked at again.
            books::write(ledger, &note.key, Entry::Void { why: "cut-short".into() }, None)?;
            let state = ledger.draft(&note.key)?.unwrap_or(state);
            let draft = HeldDraft {
                key: note.key.clone(),
                account: note.account.clone(),
                folder: held,
                state,
            };
            let looked = look(in_force, ledger, &draft, None)?;
            return hold_anew(in_force, ledger, &draft, &looked);
        }
        place::move_into_place(&out, &target)?;
    }
    remove_held(job, &held)
}

/// Copies a draft's own files, each on disk before this returns.
fn copy_own(from: &Path, to: &Path, ours: &[String]) -> std::io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if !ours.iter().any(|own| name.to_str() == Some(own)) {
            crate::take::copy(&entry.path(), &to.join(name))?;
        }
    }
    Ok(())
}

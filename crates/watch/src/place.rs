//! Placing a judged draft: into `released/` or `held/`, whole, by one rename, once that is on record.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gatepost::{Draft, Gate, Outcome, School};
use gatepost_model::PublishAt;
use gatepost_store::{Approval, Entry, Ledger, Redeemable, new_token, sha256, step};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::books;
use crate::error::{During, WatchError};
use crate::inbox::name_of;
use crate::journal::{Job, Next, Shape, free_name, split_name, sync_folder, write_synced};

/// For how long after the moment from which it may be posted a release is good: after that the registers
/// have had time to change, and the draft is to be judged anew.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What stands in `release.json`, for the tool that posts.
#[derive(Serialize)]
struct Release<'r> {
    draft: &'r str,
    account: &'r str,
    /// Shown once by whoever posts it, with what is about to be posted.
    token: &'r str,
    /// SHA-256 of every released file, in lower-case hexadecimal, by name.
    sha256: &'r BTreeMap<String, String>,
    /// Alternative texts by released file name.
    alt: BTreeMap<&'r str, &'r str>,
    /// The moment from which it may be posted.
    not_before: String,
    /// The moment after which it may not.
    expires: String,
    /// Who approved it, where the policy alone would have held it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    approvals: Vec<Approved<'r>>,
}

#[derive(Serialize)]
struct Approved<'r> {
    by: &'r str,
    roles: &'r [String],
    at: String,
    reason: &'r str,
}

/// Builds a release in `out/`, which holds its clean media already, and gives what may be redeemed.
pub(crate) fn build(
    school: &School,
    out: &Path,
    account: &str,
    draft: &Draft,
    outcome: &Outcome,
    approvals: &[Approval],
) -> Result<Redeemable, WatchError> {
    if let Some(name) = &outcome.text_name {
        write(&out.join(name), draft.text.as_bytes(), out)?;
    }
    let mut files = BTreeMap::new();
    for path in crate::inbox::entries(out)? {
        let hash = crate::seal::hash_file(&path).during("cannot read back", out)?;
        fs::File::open(&path).and_then(|file| file.sync_all()).during("cannot write into", out)?;
        files.insert(name_of(&path), hash);
    }
    let now = Timestamp::now();
    let timezone = &school.records().school.calendar.timezone;
    let first = match draft.publish_at {
        Some(PublishAt::Instant(instant)) => instant,
        Some(PublishAt::Local(local)) => {
            timezone.to_ambiguous_zoned(local).compatible().map_or(now, |moment| moment.timestamp())
        }
        None => now,
    };
    let last = first.max(now).checked_add(GOOD_FOR).unwrap_or(Timestamp::MAX);
    let written = |moment: Timestamp| {
        moment.to_zoned(timezone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    };
    let token = new_token();
    let release = Release {
        draft: &outcome.verdict.draft,
        account,
        token: &token,
        sha256: &files,
        alt: outcome
            .files
            .iter()
            .filter_map(|file| Some((file.release_name.as_str(), file.alt.as_deref()?)))
            .collect(),
        not_before: written(first),
        expires: written(last),
        approvals: approvals
            .iter()
            .map(|given| Approved {
                by: &given.by,
                roles: &given.roles,
                at: given.at.to_string(),
                reason: &given.reason,
            })
            .collect(),
    };
    write_json(&free_path(out, "release.json"), &release, out)?;
    write_json(&free_path(out, "verdict.json"), &outcome.verdict, out)?;
    sync_folder(out).during("cannot write", out)?;
    let (not_before, expires) = (release.not_before.clone(), release.expires.clone());
    Ok(Redeemable {
        token_sha256: sha256(token.as_bytes()),
        account: books::shown_account(school, account),
        sha256: files,
        not_before,
        expires,
        approved_by: approvals.iter().map(|given| given.by.clone()).collect(),
    })
}

/// Places a released draft. Gives the folder it now lies in.
pub(crate) fn release(
    school: &School,
    ledger: &mut Ledger,
    job: &mut Job,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<PathBuf, WatchError> {
    let out = job.out();
    let account = books::account_of(school, draft, &job.note.account);
    let release = build(school, &out, &account, draft, outcome, &[])?;
    job.announce(Next::Release)?;
    let target = target(school, "released", &account, &stem(job))?;
    let place = place_of(ledger, "released", &account, &target);
    books::write(ledger, &job.note.key, Entry::Released { place, release }, None)?;
    move_into_place(&out, &target)?;
    Ok(target)
}

/// What stands in place of a page that could not be made.
const NO_PAGE: &str = "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>No report</title>\
                       <p>No report could be made of this draft. WHY.txt says why it is held.</p></html>\n";

/// What is put beside a held draft: names and contents.
pub(crate) fn papers(
    gate: &Gate,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<[(&'static str, Vec<u8>); 3], WatchError> {
    // A page that cannot be made must not keep a draft from being held.
    let page = catch_unwind(AssertUnwindSafe(|| gatepost_report::page(outcome, draft, gate)));
    let page = page.unwrap_or_else(|_| NO_PAGE.to_owned());
    let why = gatepost_report::why(&outcome.verdict, gate);
    let verdict = serde_json::to_vec_pretty(&outcome.verdict)
        .map_err(std::io::Error::from)
        .during("cannot write", Path::new("verdict.json"))?;
    Ok([
        ("verdict.json", verdict),
        ("report.html", page.into_bytes()),
        ("WHY.txt", why.into_bytes()),
    ])
}

/// Places a held draft: its own files as they are, ours beside them. Gives the folder it now lies in.
pub(crate) fn hold(
    school: &School,
    gate: &Gate,
    ledger: &mut Ledger,
    job: &mut Job,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<PathBuf, WatchError> {
    let folder = job.draft();
    let ours: Vec<(PathBuf, Vec<u8>)> = papers(gate, draft, outcome)?
        .into_iter()
        .map(|(name, bytes)| (free_path(&folder, name), bytes))
        .collect();
    let names: Vec<String> = ours.iter().map(|(path, _)| name_of(path)).collect();
    fs::remove_dir_all(job.out()).during("cannot remove", &job.out())?;
    job.announce(Next::Hold { ours: names.clone() })?;
    for (path, bytes) in ours {
        write(&path, &bytes, &folder)?;
        step();
    }
    sync_folder(&folder).during("cannot write", &folder)?;
    let account = books::account_of(school, draft, &job.note.account);
    let target = target(school, "held", &account, &stem(job))?;
    let place = place_of(ledger, "held", &account, &target);
    books::write(ledger, &job.note.key, Entry::Held { place, ours: names }, None)?;
    move_into_place(&folder, &target)?;
    Ok(target)
}

/// What the ledger calls a folder of a side and an account.
pub(crate) fn place_of(ledger: &Ledger, side: &str, account: &str, folder: &Path) -> String {
    ledger.place(&[side, account, &name_of(folder)])
}

fn stem(job: &Job) -> String {
    match job.note.shape {
        Shape::Folder => job.note.name.clone(),
        Shape::File => split_name(Path::new(&job.note.name)).0,
    }
}

/// A folder that does not exist yet; its parents do.
pub(crate) fn target(
    school: &School,
    side: &str,
    account: &str,
    stem: &str,
) -> Result<PathBuf, WatchError> {
    let parent = school.folder().join(side).join(account);
    fs::create_dir_all(&parent).during("cannot make", &school.folder().join(side))?;
    Ok(free_name(&parent, stem, ""))
}

/// The one rename by which a draft is seen in its new place.
pub(crate) fn move_into_place(from: &Path, target: &Path) -> Result<(), WatchError> {
    let parent = target.parent().unwrap_or(target);
    step();
    fs::rename(from, target)
        .and_then(|()| {
            step();
            sync_folder(parent)
        })
        .during("cannot move a draft into a folder of", parent.parent().unwrap_or(parent))
}

/// `folder/name`, or with `-2`, `-3`, ... where the draft has a file of that name itself.
pub(crate) fn free_path(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = split_name(Path::new(name));
    free_name(folder, &stem, &ending)
}

fn write_json(path: &Path, value: &impl Serialize, folder: &Path) -> Result<(), WatchError> {
    let mut json = serde_json::to_vec_pretty(value)
        .map_err(std::io::Error::from)
        .during("cannot write", folder)?;
    json.push(b'\n');
    write(path, &json, folder)
}

pub(crate) fn write(path: &Path, bytes: &[u8], folder: &Path) -> Result<(), WatchError> {
    write_synced(path, bytes).during("cannot write into", folder)
}

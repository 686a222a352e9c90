//! Placing a judged draft: into `released/` or `held/`, whole, by one rename.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};

use gatepost::{Draft, Gate, Outcome, School};
use gatepost_model::PublishAt;
use serde::Serialize;

use crate::error::{During, WatchError};
use crate::journal::{Job, Next, free_name, split_name, sync_folder, write_synced};

/// What stands in `release.json`, for the tool that posts. A token that makes a release count once needs
/// a ledger to be redeemed against, and is not given yet.
#[derive(Serialize)]
struct Release<'r> {
    draft: &'r str,
    account: &'r str,
    /// SHA-256 of every released file, in lower-case hexadecimal, by name.
    sha256: BTreeMap<String, String>,
    /// Alternative texts by released file name.
    alt: BTreeMap<&'r str, &'r str>,
    /// The moment from which it may be posted, if the author named one.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<String>,
}

/// Places a released draft; `out/` holds its clean media already. Gives the folder it now lies in.
pub(crate) fn release(
    school: &School,
    job: &mut Job,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<PathBuf, WatchError> {
    let out = job.out();
    let account = account_folder(school, draft, job);
    if let Some(name) = &outcome.text_name {
        write(&out.join(name), draft.text.as_bytes(), &out)?;
    }
    let mut sha256 = BTreeMap::new();
    for path in crate::inbox::entries(&out)? {
        let bytes = fs::read(&path).during("cannot read back", &out)?;
        sha256.insert(crate::inbox::name_of(&path), gatepost::hex_sha256(&bytes));
    }
    let release = Release {
        draft: &outcome.verdict.draft,
        account: &account,
        sha256,
        alt: outcome
            .files
            .iter()
            .filter_map(|file| Some((file.release_name.as_str(), file.alt.as_deref()?)))
            .collect(),
        not_before: draft.publish_at.map(|moment| match moment {
            PublishAt::Local(_) => outcome.verdict.judged_at.clone(),
            PublishAt::Instant(instant) => instant.to_string(),
        }),
    };
    write_json(&free_path(&out, "release.json"), &release, &out)?;
    write_json(&free_path(&out, "verdict.json"), &outcome.verdict, &out)?;
    sync_folder(&out).during("cannot write", &out)?;
    let target = target(school, "released", &account, &job.note.name, job)?;
    job.announce(Next::Release)?;
    move_into_place(&out, &target)?;
    Ok(target)
}

/// What stands in place of a page that could not be made.
const NO_PAGE: &str = "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>No report</title>\
                       <p>No report could be made of this draft. WHY.txt says why it is held.</p></html>\n";

/// Places a held draft: its own files as they are, ours beside them. Gives the folder it now lies in.
pub(crate) fn hold(
    school: &School,
    gate: &Gate,
    job: &mut Job,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<PathBuf, WatchError> {
    let folder = job.draft();
    // A page that cannot be made must not keep a draft from being held.
    let page = catch_unwind(AssertUnwindSafe(|| gatepost_report::page(outcome, draft, gate)));
    let page = page.unwrap_or_else(|_| NO_PAGE.to_owned());
    let why = gatepost_report::why(&outcome.verdict, gate);
    let verdict = serde_json::to_vec_pretty(&outcome.verdict)
        .map_err(std::io::Error::from)
        .during("cannot write", &folder)?;
    let ours: Vec<(PathBuf, Vec<u8>)> = [
        ("verdict.json", verdict),
        ("report.html", page.into_bytes()),
        ("WHY.txt", why.into_bytes()),
    ]
    .into_iter()
    .map(|(name, bytes)| (free_path(&folder, name), bytes))
    .collect();
    let names = ours.iter().map(|(path, _)| crate::inbox::name_of(path)).collect();
    fs::remove_dir_all(job.out()).during("cannot remove", &job.out())?;
    job.announce(Next::Hold { ours: names })?;
    for (path, bytes) in ours {
        write(&path, &bytes, &folder)?;
    }
    sync_folder(&folder).during("cannot write", &folder)?;
    let account = account_folder(school, draft, job);
    let target = target(school, "held", &account, &job.note.name, job)?;
    move_into_place(&folder, &target)?;
    Ok(target)
}

/// The account's folder under `released/` or `held/`: that of the account it was judged for, if the
/// school has it, else the inbox folder in which it lay.
fn account_folder(school: &School, draft: &Draft, job: &Job) -> String {
    draft
        .account
        .iter()
        .filter(|id| school.records().school.accounts.iter().any(|account| account.id == **id))
        .find(|id| is_one_name(id))
        .unwrap_or(&job.note.account)
        .clone()
}

fn is_one_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

/// A folder that does not exist yet; its parents do.
fn target(
    school: &School,
    side: &str,
    account: &str,
    name: &str,
    job: &Job,
) -> Result<PathBuf, WatchError> {
    let parent = school.folder().join(side).join(account);
    fs::create_dir_all(&parent).during("cannot make", &school.folder().join(side))?;
    let stem = match job.note.shape {
        crate::journal::Shape::Folder => name.to_owned(),
        crate::journal::Shape::File => split_name(Path::new(name)).0,
    };
    Ok(free_name(&parent, &stem, ""))
}

fn move_into_place(from: &Path, target: &Path) -> Result<(), WatchError> {
    let parent = target.parent().unwrap_or(target);
    fs::rename(from, target)
        .and_then(|()| sync_folder(parent))
        .during("cannot move a draft into a folder of", parent.parent().unwrap_or(parent))
}

/// `folder/name`, or with `-2`, `-3`, ... where the draft has a file of that name itself.
fn free_path(folder: &Path, name: &str) -> PathBuf {
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

fn write(path: &Path, bytes: &[u8], folder: &Path) -> Result<(), WatchError> {
    write_synced(path, bytes).during("cannot write into", folder)
}

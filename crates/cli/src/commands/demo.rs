//! `gatepost demo [DIR]`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use gatepost::School;
use gatepost_example::PhotoSize;
use gatepost_watch::{Settings, Worker};
use jiff::Zoned;

use super::{Audience, Status, init, watch};
use crate::screen::{STRONG, WIDTH, styled, wrap};

/// The file by which a folder is known to be a demonstration's, with the names and sizes of all its
/// files: as long as nothing else is there and nothing was changed, it may be made anew.
const SIGN: &str = ".gatepost-demo";

/// Makes the invented school, drops its drafts, works them off, and says what happened.
pub(crate) fn run(folder: &Path, policy: &str) -> anyhow::Result<Status> {
    if let Ok(sign) = fs::read_to_string(folder.join(SIGN))
        && (sign.is_empty() || sign == contents(folder))
    {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    } else if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(
            "{} has files in it that are not a demonstration's, or were changed since: name another \
             folder",
            folder.display()
        );
    }
    let today = Zoned::now().date();
    init::write_school(folder, policy, today)?;
    fs::write(folder.join(SIGN), "")
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let drafts = gatepost_example::drafts(today, PhotoSize::Camera);
    init::write_drafts(folder, &drafts)?;
    let school = School::open(folder)?;
    let settings = Settings { settle: Some(Duration::ZERO), ..Settings::default() };
    let mut worker = Worker::new(school.clone(), settings)?;
    {
        let mut out = anstream::stdout().lock();
        let told = format!(
            "An invented school, {}, with {} pupils, drops {} drafts into its inbox. Its policy is that of {}.",
            school.records().school.name,
            school.records().roster.pupils().len(),
            drafts.len(),
            worker.gate().pack().title(),
        );
        writeln!(out, "{}\n", wrap(&told, WIDTH, 0))?;
    }
    watch::work_off(&mut worker, Audience::People)?;
    drop(worker);
    fs::write(folder.join(SIGN), contents(folder))
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let mut out = anstream::stdout().lock();
    writeln!(out, "\n{}", styled(STRONG, "Where to look"))?;
    writeln!(out, "  {}  what may be posted, clean", show(&folder.join("released")))?;
    writeln!(out, "  {}      what a person must decide", show(&folder.join("held")))?;
    if let Some(report) = first_report(&folder.join("held")) {
        writeln!(
            out,
            "\nOpen this in a browser to see why a draft is held:\n  {}",
            report.display()
        )?;
    }
    Ok(Status::Done)
}

/// Every file under a folder with its size, in order, but for the sign itself.
fn contents(folder: &Path) -> String {
    let mut lines = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        let found = fs::symlink_metadata(&path).ok();
        if found.as_ref().is_some_and(fs::Metadata::is_dir) {
            waiting.extend(sorted(&path));
        } else if !path.ends_with(SIGN) {
            let size = found.map_or(0, |found| found.len());
            let place = path.strip_prefix(folder).unwrap_or(&path);
            lines.push(format!("{size} {}\n", place.display()));
        }
    }
    lines.sort();
    lines.concat()
}

fn show(folder: &Path) -> String {
    format!("{}/", folder.display())
}

/// The report of the first held draft that has photos, or of any.
fn first_report(held: &Path) -> Option<PathBuf> {
    let mut reports = Vec::new();
    for account in sorted(held) {
        for draft in sorted(&account) {
            let report = draft.join("report.html");
            if report.is_file() {
                let photos = sorted(&draft)
                    .iter()
                    .filter(|path| {
                        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jpg"))
                    })
                    .count();
                reports.push((photos == 0, report));
            }
        }
    }
    reports.sort();
    reports.into_iter().next().map(|(_, report)| report)
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
}

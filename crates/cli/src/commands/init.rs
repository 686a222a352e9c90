//! `gatepost init DIR`.

use std::fs;
use std::io::Write;
use std::path::{Component, Path};

use anyhow::{Context, bail};
use gatepost_example::{ExampleDraft, File, PhotoSize};
use gatepost_policy::builtin_ids;
use jiff::Zoned;
use jiff::civil::Date;

use super::Status;
use crate::screen::{STRONG, count, styled};

/// Writes a school folder with an invented school, and its example drafts in the inbox.
pub(crate) fn run(folder: &Path, policy: &str) -> anyhow::Result<Status> {
    let today = Zoned::now().date();
    write_school(folder, policy, today)?;
    let drafts = gatepost_example::drafts(today, PhotoSize::Camera);
    write_drafts(folder, &drafts)?;
    let mut out = anstream::stdout().lock();
    writeln!(
        out,
        "{} is an invented school, with {} in its inbox.\n",
        styled(STRONG, &folder.display().to_string()),
        count(drafts.len(), "draft", "drafts"),
    )?;
    writeln!(
        out,
        "  school.toml    who the school is: its accounts, devices, calendar and policy"
    )?;
    writeln!(out, "  pupils.csv     the class rosters; staff.csv and consent.csv beside it")?;
    writeln!(out, "  inbox/         drafts, one folder or text file each, under their account\n")?;
    writeln!(out, "Try: gatepost watch --once --settle 0 --school {}", folder.display())?;
    Ok(Status::Done)
}

/// Writes the registers of the invented school into a folder that is empty or not there yet.
pub(crate) fn write_school(folder: &Path, policy: &str, today: Date) -> anyhow::Result<()> {
    if !builtin_ids().any(|id| id == policy) {
        let known: Vec<&str> = builtin_ids().collect();
        bail!("there is no policy pack {policy}; the built-in ones are {}", known.join(", "));
    }
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty: name a folder that is empty or not there yet", folder.display());
    }
    write(folder, &gatepost_example::registers(policy, today))?;
    for side in ["released", "held", "words"] {
        let path = folder.join(side);
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
    }
    Ok(())
}

/// Drops the example drafts into the inbox.
pub(crate) fn write_drafts(folder: &Path, drafts: &[ExampleDraft]) -> anyhow::Result<()> {
    for draft in drafts {
        write(folder, &draft.in_inbox())?;
    }
    Ok(())
}

fn write(folder: &Path, files: &[File]) -> anyhow::Result<()> {
    for file in files {
        debug_assert!(file.path.components().all(|part| matches!(part, Component::Normal(_))));
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        fs::write(&path, &file.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
        if path.extension().is_some_and(|ending| ending == "csv") {
            for_owner_alone(&path)
                .with_context(|| format!("cannot keep {} to its owner", path.display()))?;
        }
    }
    Ok(())
}

/// Keeps a register to its owner: pupils' names are in it.
#[cfg(unix)]
fn for_owner_alone(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

/// Elsewhere a new file has the permissions of its folder.
#[cfg(not(unix))]
fn for_owner_alone(_: &Path) -> std::io::Result<()> {
    Ok(())
}

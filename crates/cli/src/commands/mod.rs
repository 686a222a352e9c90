//! One file a command.

use std::path::{Path, PathBuf};

use anyhow::Context;
use gatepost::{Reveal, School, find_school};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::args::{Arguments, Command, Policy, Records, SchoolArg};

mod check;
mod demo;
mod explain;
mod init;
mod inspect;
mod ledger;
mod policy;
mod recheck;
mod records;
mod review;
mod rules;
mod scan;
mod screen;
mod status;
mod strip;
mod watch;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Done, and nothing held or found.
    Done,
    /// Done, and something was held or found.
    Held,
}

impl Status {
    /// Held if anything was.
    pub(crate) const fn held_if(held: bool) -> Self {
        if held { Self::Held } else { Self::Done }
    }
}

/// Runs a command.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<Status> {
    match arguments.command {
        Command::Demo { folder, policy } => demo::run(&folder, &policy),
        Command::Init { folder, policy } => init::run(&folder, &policy),
        Command::Check(arguments) => check::run(&arguments),
        Command::Scan(arguments) => scan::run(&arguments),
        Command::Screen(arguments) => screen::run(&arguments),
        Command::Watch(arguments) => watch::run(&arguments),
        Command::Status { school, json } => status::run(&school, json.into()),
        Command::Review { command } => review::run(&command),
        Command::Recheck(arguments) => recheck::run(&arguments),
        Command::Posted { school, draft, url } => recheck::posted(&school, &draft, &url),
        Command::Pupil { command } => recheck::pupil(&command),
        Command::Ledger { command } => ledger::run(command),
        Command::Strip(arguments) => strip::run(&arguments),
        Command::Inspect { json, files } => inspect::run(&files, json.into()),
        Command::Records { command: Records::Check { school, json, reveal } } => {
            let reveal = if reveal { Reveal::Plain } else { Reveal::Masked };
            records::run(&school, json.into(), reveal)
        }
        Command::Rules { json } => rules::run(json.into()),
        Command::Explain { rule, school, json } => explain::run(&rule, &school, json.into()),
        Command::Policy { command: Policy::List { json } } => policy::list(json.into()),
        Command::Policy { command: Policy::Coverage { pack, json } } => {
            policy::coverage::run(&pack, json.into())
        }
        Command::Policy { command: Policy::Check { file, json } } => {
            policy::check::run(&file, json.into())
        }
        Command::Policy { command: Policy::Diff { one, other, json } } => {
            policy::diff(&one, &other, json.into())
        }
        Command::Policy { command: Policy::Try { pack, against, school, json } } => {
            policy::try_out::run(&pack, &against, &school, json.into())
        }
        Command::Policy { command: Policy::Schema } => policy::schema(),
        Command::Policy { command: Policy::Show { pack, html: true, .. } } => policy::page(&pack),
        Command::Policy { command: Policy::Show { pack, json, .. } } => {
            policy::show(&pack, json.into())
        }
    }
}

/// For whom a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// People.
    People,
    /// Programs: JSON, one object a line, and nothing else on standard output.
    Programs,
}

impl From<bool> for Audience {
    fn from(json: bool) -> Self {
        if json { Self::Programs } else { Self::People }
    }
}

/// Opens the school that was named, or the nearest one upwards.
fn open_school(argument: &SchoolArg) -> anyhow::Result<School> {
    Ok(School::open(school_folder(argument)?)?)
}

/// The folder of the school that was named, or of the nearest one upwards.
fn school_folder(argument: &SchoolArg) -> anyhow::Result<PathBuf> {
    match &argument.school {
        Some(folder) => Ok(folder.clone()),
        None => find_school(Path::new(".")).context(
            "no school.toml here or in any folder above: name the school's folder with --school DIR, \
             or make one with gatepost init",
        ),
    }
}

/// Reads `--as-of`: a day (its beginning) or a moment, in the school's time.
fn as_of(argument: Option<&str>, timezone: &TimeZone) -> anyhow::Result<Option<Timestamp>> {
    let Some(text) = argument else { return Ok(None) };
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(Some(instant));
    }
    let local = if text.contains(['T', ':']) {
        text.parse::<DateTime>().ok()
    } else {
        text.parse::<Date>().ok().map(|day| day.at(0, 0, 0, 0))
    };
    let moment = local.and_then(|local| timezone.to_ambiguous_zoned(local).compatible().ok());
    let moment = moment.with_context(|| {
        format!(
            "--as-of {text}: give a day, such as 2026-11-20, or a moment, such as 2026-11-20T15:45"
        )
    })?;
    Ok(Some(moment.timestamp()))
}

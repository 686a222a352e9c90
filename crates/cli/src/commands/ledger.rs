//! `gatepost ledger ...`.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

use anyhow::Context;
use gatepost_report::visible;
use gatepost_store::{Head, Ledger, Record, read_export, write_csv, write_json_lines};
use gatepost_watch::LEDGER;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Audience, Status, school_folder};
use crate::args::{self, SchoolArg};
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled};

/// Runs a command on the ledger.
pub(crate) fn run(command: args::Ledger) -> anyhow::Result<Status> {
    match command {
        args::Ledger::Show { school, draft, json } => show(&school, draft.as_deref(), json.into()),
        args::Ledger::Verify { school, export, anchor, json } => {
            verify(&school, export.as_deref(), anchor.as_deref(), json.into())
        }
        args::Ledger::Export { school, csv, out } => export(&school, csv, out.as_deref()),
        args::Ledger::Head { school, json } => head(&school, json.into()),
        args::Ledger::Backup { school, file } => backup(&school, &file),
        args::Ledger::Restore { school, file } => restore(&school, &file),
        args::Ledger::Purge { school, before } => purge(&school, &before),
    }
}

/// Opens the ledger of a school.
pub(crate) fn open(school: &SchoolArg) -> anyhow::Result<Ledger> {
    Ok(Ledger::open(&school_folder(school)?.join(LEDGER))?)
}

fn show(school: &SchoolArg, draft: Option<&str>, audience: Audience) -> anyhow::Result<Status> {
    let ledger = open(school)?;
    let mut out = anstream::stdout().lock();
    let mut print = |record: &Record| match audience {
        Audience::Programs => writeln!(out, "{}", serde_json::to_string(record)?),
        Audience::People => {
            let at = record.at.strftime("%Y-%m-%d %H:%M:%S");
            let draft = record.draft.as_deref().unwrap_or("-");
            writeln!(
                out,
                "{:>6}  {}  {}  {}",
                record.seq,
                styled(FAINT, &at.to_string()),
                styled(STRONG, &format!("{:12}", record.entry.word())),
                visible(draft)
            )?;
            match said(record)? {
                said if said.is_empty() => Ok(()),
                said => writeln!(out, "        {}", visible(&said)),
            }
        }
    };
    if let Some(draft) = draft {
        for record in ledger.history(draft)? {
            print(&record)?;
        }
    } else {
        let mut printed = Ok(());
        ledger.records(|record| {
            if printed.is_ok() {
                printed = print(&record);
            }
        })?;
        printed?;
    }
    Ok(Status::Done)
}

/// What a record says, in one line.
fn said(record: &Record) -> serde_json::Result<String> {
    let serde_json::Value::Object(entry) = serde_json::to_value(&record.entry)? else {
        return Ok(String::new());
    };
    let told = entry.iter().filter(|(key, _)| {
        ["account", "name", "decision", "rules", "by", "reason", "url", "why", "until", "records"]
            .contains(&key.as_str())
    });
    Ok(told
        .map(|(key, value)| match value {
            serde_json::Value::String(text) => format!("{key}: {text}"),
            other => format!("{key}: {other}"),
        })
        .collect::<Vec<_>>()
        .join(" · "))
}

fn verify(
    school: &SchoolArg,
    export: Option<&Path>,
    anchor: Option<&str>,
    audience: Audience,
) -> anyhow::Result<Status> {
    let anchor: Option<Head> =
        anchor.map(str::parse).transpose().map_err(|problem: &str| anyhow::anyhow!(problem))?;
    let found = match export {
        Some(file) => {
            let reader =
                File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
            read_export(BufReader::new(reader), anchor.as_ref()).map_err(|fault| fault.to_string())
        }
        None => match open(school).and_then(|ledger| Ok(ledger.verify(anchor.as_ref())?)) {
            Ok(head) => Ok(head),
            Err(problem) => match problem.downcast_ref::<gatepost_store::StoreError>() {
                Some(gatepost_store::StoreError::Damaged { what, .. }) => Err(what.clone()),
                _ => return Err(problem),
            },
        },
    };
    let mut out = anstream::stdout().lock();
    match (found, audience) {
        (Ok(head), Audience::Programs) => {
            writeln!(out, "{}", serde_json::json!({ "whole": true, "head": head }))?;
            Ok(Status::Done)
        }
        (Ok(head), Audience::People) => {
            let records = count(usize::try_from(head.seq)?, "record", "records");
            writeln!(out, "{} {records}, all as they were written.", styled(GOOD, "whole"))?;
            writeln!(out, "It ends at {head}")?;
            Ok(Status::Done)
        }
        (Err(fault), Audience::Programs) => {
            writeln!(out, "{}", serde_json::json!({ "whole": false, "fault": fault }))?;
            Ok(Status::Held)
        }
        (Err(fault), Audience::People) => {
            writeln!(out, "{} {}", styled(BAD, "damaged"), visible(&fault))?;
            Ok(Status::Held)
        }
    }
}

fn export(school: &SchoolArg, csv: bool, out: Option<&Path>) -> anyhow::Result<Status> {
    let ledger = open(school)?;
    let write = |to: &mut dyn Write| {
        let mut to = to;
        if csv { write_csv(&ledger, &mut to) } else { write_json_lines(&ledger, &mut to) }
    };
    match out {
        None => write(&mut std::io::stdout().lock())?,
        Some(file) => {
            let mut options = File::options();
            options.write(true).create_new(true);
            let created = options.open(file);
            let created = created.with_context(|| format!("cannot write {}", file.display()))?;
            let mut to = std::io::BufWriter::new(created);
            write(&mut to)?;
            to.flush()?;
        }
    }
    Ok(Status::Done)
}

fn head(school: &SchoolArg, audience: Audience) -> anyhow::Result<Status> {
    let head = open(school)?.head()?;
    let mut out = anstream::stdout().lock();
    match audience {
        Audience::Programs => writeln!(out, "{}", serde_json::to_string(&head)?)?,
        Audience::People => writeln!(out, "{head}")?,
    }
    Ok(Status::Done)
}

fn backup(school: &SchoolArg, file: &Path) -> anyhow::Result<Status> {
    let head = gatepost_store::backup(&open(school)?, file)?;
    let mut out = anstream::stdout().lock();
    writeln!(out, "{} was written and verified; it ends at {head}", file.display())?;
    Ok(Status::Done)
}

fn restore(school: &SchoolArg, file: &Path) -> anyhow::Result<Status> {
    let folder = school_folder(school)?;
    let head = gatepost_watch::restore(&folder, file)?;
    let mut out = anstream::stdout().lock();
    writeln!(out, "{} was put back; the ledger ends at {head}", file.display())?;
    Ok(Status::Done)
}

fn purge(school: &SchoolArg, before: &str) -> anyhow::Result<Status> {
    let day: Date = before
        .parse()
        .ok()
        .with_context(|| format!("--before {before}: give a day, such as 2026-09-01"))?;
    let moment = day.to_zoned(TimeZone::system())?.timestamp();
    let records = open(school)?.purge(moment, Timestamp::now())?;
    let mut out = anstream::stdout().lock();
    let records = count(usize::try_from(records)?, "record", "records");
    writeln!(out, "The evidence beside {records} was removed. The records stay.")?;
    Ok(Status::Done)
}

//! `gatepost recheck`, `gatepost posted` and `gatepost pupil ...`: what is out, and what is known of whom.

use std::io::Write;

use anyhow::Context;
use gatepost_report::visible;
use gatepost_store::Entry;
use gatepost_watch::{Exposed, recheck, record_takedowns};
use jiff::Timestamp;

use super::ledger::open;
use super::{Audience, Status, as_of, open_school};
use crate::args::{Pupil, Recheck, SchoolArg};
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled};

/// Lists what was released and would be held today.
pub(crate) fn run(arguments: &Recheck) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let folder = school.folder().to_owned();
    let timezone = school.records().school.calendar.timezone.clone();
    let moment = as_of(arguments.as_of.as_deref(), &timezone)?;
    let since = as_of(arguments.since.as_deref(), &timezone)?;
    let found = recheck(school, moment, since)?;
    if arguments.record {
        record_takedowns(&folder, &found)?;
    }
    let mut out = anstream::stdout().lock();
    if arguments.csv {
        write!(out, "draft,account,released,url,rules,clauses,pupils,key\r\n")?;
        for exposed in &found.exposed {
            write!(out, "{}\r\n", row(exposed))?;
        }
    } else if arguments.json {
        for exposed in &found.exposed {
            writeln!(out, "{}", serde_json::to_string(exposed)?)?;
        }
    } else {
        for exposed in &found.exposed {
            let name = visible(&format!("{}/{}", exposed.account, exposed.draft));
            writeln!(out, "{}  {}", styled(BAD, "take down"), styled(STRONG, &name))?;
            let place = exposed.url.as_deref().unwrap_or("its address is not known");
            writeln!(out, "           {}", visible(place))?;
            writeln!(out, "           {}", exposed.rules.join(", "))?;
            writeln!(out, "           {}", styled(FAINT, &exposed.clauses.join(", ")))?;
        }
        let checked = count(found.checked, "released draft", "released drafts");
        writeln!(out, "{checked} looked at, {} would be held today.", found.exposed.len())?;
        if found.unknown > 0 {
            let folders = count(found.unknown, "folder", "folders");
            writeln!(
                out,
                "{folders} in released/ the ledger does not know: look who put them there."
            )?;
        }
    }
    Ok(Status::held_if(!found.exposed.is_empty() || found.unknown > 0))
}

fn row(exposed: &Exposed) -> String {
    [
        exposed.draft.as_str(),
        &exposed.account,
        &exposed.released,
        exposed.url.as_deref().unwrap_or_default(),
        &exposed.rules.join(" "),
        &exposed.clauses.join(" "),
        &exposed.pupils.join(" "),
        &exposed.key,
    ]
    .map(gatepost_store::defused)
    .join(",")
}

/// Notes where a released draft was posted.
pub(crate) fn posted(school: &SchoolArg, draft: &str, url: &str) -> anyhow::Result<Status> {
    let mut ledger = open(school)?;
    let folder = super::school_folder(school)?;
    let key = gatepost_watch::released_key(&folder, &ledger, draft)?;
    let entry = Entry::Posted { url: url.to_owned() };
    ledger.append(Timestamp::now(), Some(&key), entry, None)?;
    let mut out = anstream::stdout().lock();
    writeln!(out, "{}  {}", styled(GOOD, "noted"), visible(url))?;
    Ok(Status::Done)
}

/// Says what is kept about a pupil, or removes it.
pub(crate) fn pupil(command: &Pupil) -> anyhow::Result<Status> {
    let mut out = anstream::stdout().lock();
    match command {
        Pupil::Report { school, id, json } => {
            let ledger = open(school)?;
            let found = ledger.pupil_evidence(id)?;
            for kept in &found {
                if Audience::from(*json) == Audience::Programs {
                    writeln!(out, "{}", serde_json::to_string(kept)?)?;
                    continue;
                }
                let name = visible(&format!("{}/{}", kept.account, kept.name));
                let at = kept.at.strftime("%Y-%m-%d");
                writeln!(out, "{at}  {}  {}", styled(STRONG, &name), kept.phase)?;
                let mut said = kept.rules.clone();
                if kept.declared {
                    said.insert(0, "declared as pictured".to_owned());
                }
                writeln!(out, "            {}", said.join(", "))?;
            }
            if !json {
                writeln!(out, "{} kept.", count(found.len(), "record is", "records are"))?;
            }
        }
        Pupil::Forget { school, id } => {
            let mut ledger = open(school)?;
            let records = usize::try_from(ledger.forget(id, Timestamp::now())?)
                .context("more records than can be counted")?;
            let records = count(records, "record", "records");
            writeln!(out, "What was kept about this pupil beside {records} was removed.")?;
        }
    }
    Ok(Status::Done)
}

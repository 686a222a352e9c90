//! `gatepost watch --once`.

use std::io::Write;
use std::time::Duration;

use gatepost::{Decision, Gate, School};
use gatepost_report::visible;
use gatepost_watch::{Event, Pace, Tally, Worker};

use super::{Audience, Status, as_of, open_school};
use crate::args::Watch;
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled, warn};

/// Works off the inbox.
pub(crate) fn run(arguments: &Watch) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let timezone = &school.records().school.calendar.timezone;
    let mut gate = Gate::new(&school)?;
    if let Some(moment) = as_of(arguments.as_of.as_deref(), timezone)? {
        gate = gate.with_as_of(moment);
    }
    if school.records().remember_consent(school.folder()).is_err() {
        warn("who has an answer in the consent register cannot be noted in .gatepost");
    }
    let audience = Audience::from(arguments.json);
    let tally = work_off(&school, &gate, arguments.settle, audience)?;
    Ok(Status::held_if(tally.held + tally.stuck + tally.obstacles > 0))
}

/// Works off the inbox and tells what happens, draft by draft, and the sum.
pub(crate) fn work_off(
    school: &School,
    gate: &Gate,
    settle: Option<u64>,
    audience: Audience,
) -> anyhow::Result<Tally> {
    let limits = &school.records().school.limits;
    let pace = Pace {
        settle: Duration::from_secs(settle.unwrap_or(limits.settle_seconds)),
        settle_max: Duration::from_secs(limits.settle_max_seconds),
    };
    let worker = Worker::new(school, gate, pace)?;
    let mut out = anstream::stdout().lock();
    let mut printed = Ok(());
    let tally = worker.work_off(|event| {
        let told = tell(&mut out, &event, school, audience);
        if printed.is_ok() {
            printed = told;
        }
    })?;
    printed?;
    if audience == Audience::People {
        sum(&mut out, tally)?;
    }
    Ok(tally)
}

fn tell(
    out: &mut impl Write,
    event: &Event,
    school: &School,
    audience: Audience,
) -> std::io::Result<()> {
    match (event, audience) {
        (Event::Placed { verdict, .. }, Audience::Programs) => {
            writeln!(out, "{}", serde_json::to_string(verdict)?)
        }
        (Event::Placed { account, verdict, folder }, Audience::People) => {
            let (style, word, side) = match verdict.decision {
                Decision::Release => (GOOD, "released", "released"),
                Decision::Hold => (BAD, "held    ", "held"),
            };
            let name = visible(&format!("{account}/{}", verdict.draft));
            writeln!(out, "{}  {}", styled(style, word), styled(STRONG, &name))?;
            writeln!(out, "          {}", gatepost_report::line(verdict))?;
            // A folder that is named after a pupil is not repeated.
            let place = folder.strip_prefix(school.folder()).unwrap_or(folder);
            let is_named = place.parent().is_some_and(|parent| parent.ends_with(account))
                && place
                    .file_name()
                    .is_some_and(|own| own.to_string_lossy().starts_with(&verdict.draft));
            let shown =
                if is_named { visible(&place.display().to_string()) } else { side.to_owned() };
            writeln!(out, "          {}", styled(FAINT, &format!("{shown}/")))
        }
        (Event::Stuck { account, draft, problem }, _) => {
            warn(&visible(&format!("{account}/{draft} is left where it was: {problem}")));
            Ok(())
        }
        (Event::Unfinished { problem }, _) => {
            warn(&visible(&format!(
                "a draft was taken and could not be placed ({problem}); it lies in .gatepost/work, and \
                 the next run takes it up again"
            )));
            Ok(())
        }
        (Event::Waiting { drafts }, _) => {
            let limits = &school.records().school.limits;
            warn(&format!(
                "waiting for {} to lie still (for {} seconds; at most {} minutes)",
                count(*drafts, "draft", "drafts"),
                limits.settle_seconds,
                limits.settle_max_seconds / 60,
            ));
            Ok(())
        }
        (Event::Obstacle { problem }, _) => {
            warn(&visible(&problem.to_string()));
            Ok(())
        }
        _ => Ok(()),
    }
}

fn sum(out: &mut impl Write, tally: Tally) -> std::io::Result<()> {
    let mut parts = vec![
        styled(GOOD, &format!("{} released", tally.released)),
        styled(BAD, &format!("{} held", tally.held)),
    ];
    if tally.stuck > 0 {
        parts.push(format!("{} not placed", tally.stuck));
    }
    let left_out = if tally.junk > 0 {
        format!(" {} that systems leave behind left out.", count(tally.junk, "file", "files"))
    } else {
        String::new()
    };
    let drafts = count(tally.seen, "draft", "drafts");
    writeln!(out, "\n{drafts}: {}.{left_out}", parts.join(", "))?;
    if tally.strays > 0 {
        let files = count(tally.strays, "file lies", "files lie");
        writeln!(
            out,
            "{files} in the inbox under no account: move them into an account's folder."
        )?;
    }
    Ok(())
}

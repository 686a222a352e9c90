//! `gatepost watch`.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use gatepost::{Decision, School};
use gatepost_report::visible;
use gatepost_watch::{Event, Listen, Mode, Settings, Tally, Worker};

use super::{Audience, Status, as_of, open_school};
use crate::args::Watch;
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled, warn};

/// Works off the inbox, once or until the program is stopped.
pub(crate) fn run(arguments: &Watch) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let timezone = &school.records().school.calendar.timezone;
    if school.records().remember_consent(school.folder()).is_err() {
        warn("who has an answer in the consent register cannot be noted in .gatepost");
    }
    let settings = Settings {
        settle: arguments.settle.map(Duration::from_secs),
        as_of: as_of(arguments.as_of.as_deref(), timezone)?,
        listen: if arguments.poll { Listen::Never } else { Listen::IfEventsCome },
        ..Settings::default()
    };
    let mut worker = Worker::new(school, settings)?;
    let audience = Audience::from(arguments.json);
    if !arguments.once {
        return watch(&mut worker, audience);
    }
    let tally = work_off(&mut worker, audience)?;
    Ok(Status::held_if(tally.held + tally.stuck + tally.obstacles > 0))
}

/// Becomes true when the program is asked to end.
fn asked_to_end() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

fn watch(worker: &mut Worker, audience: Audience) -> anyhow::Result<Status> {
    let stop = asked_to_end()?;
    let school = worker.school().clone();
    let mut printed = Ok(());
    worker.run(&stop, |event| {
        let mut out = anstream::stdout().lock();
        let told = tell(&mut out, &event, &school, audience).and_then(|()| out.flush());
        if printed.is_ok() {
            printed = told;
        }
    })?;
    // Nobody reading what is printed stops nothing: the drafts are placed all the same.
    Ok(Status::Done)
}

/// Works off the inbox and tells what happens, draft by draft, and the sum.
pub(crate) fn work_off(worker: &mut Worker, audience: Audience) -> anyhow::Result<Tally> {
    let stop = asked_to_end()?;
    let school = worker.school().clone();
    let mut out = anstream::stdout().lock();
    let mut printed = Ok(());
    let tally = worker.work_off(&stop, |event| {
        let told = tell(&mut out, &event, &school, audience);
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
        (Event::Watching { mode }, Audience::People) => {
            let how = match mode {
                Mode::Events => "the system tells of changes, and it is listed every few seconds",
                Mode::Polling => {
                    "the system tells of no changes here, so it is listed every few seconds"
                }
            };
            warn(&format!("watching the inbox ({how}); stop with Ctrl-C"));
            Ok(())
        }
        (Event::Renewed, _) => {
            warn(
                "the registers or the policy changed: drafts are judged by the new ones from here on",
            );
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
    if tally.returned > 0 {
        let drafts = count(tally.returned, "draft waits", "drafts wait");
        writeln!(out, "{drafts} in the inbox for their authors to change them.")?;
    }
    if tally.strays > 0 {
        let files = count(tally.strays, "file lies", "files lie");
        writeln!(
            out,
            "{files} in the inbox under no account: move them into an account's folder."
        )?;
    }
    Ok(())
}

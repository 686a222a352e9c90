//! `gatepost scan PATH...`: what old posts expose.

use std::io::{BufWriter, IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::Context;
use gatepost::{Gate, Reveal, Scope};
use gatepost_archive::{
    AsPublished, Copies, Messages, Options, Progress, Resume, Scan, Summary, begun_at,
};

use super::{Status, as_of, open_school};
use crate::args;
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled, warn};

/// How often it is told how far the scan has come.
const PAUSE: Duration = Duration::from_millis(200);
/// How many kinds of findings are told on the terminal.
const TOLD: usize = 12;

/// Scans archives.
pub(crate) fn run(arguments: &args::Scan) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let timezone = &school.records().school.calendar.timezone;
    let scope = if arguments.full { Scope::Publication } else { Scope::Exposure };
    let mut gate = Gate::new(&school)?.with_scope(scope);
    let begun = arguments.out.as_deref().filter(|_| arguments.resume).and_then(begun_at);
    // Every post is judged for one moment, however long the scan takes.
    let moment =
        as_of(arguments.as_of.as_deref(), timezone)?.or(begun).unwrap_or_else(|| gate.moment());
    gate = gate.with_as_of(moment);
    if arguments.reveal {
        gate = gate.with_reveal(Reveal::Plain);
    }
    let options = Options {
        as_published: if arguments.as_published { AsPublished::Yes } else { AsPublished::No },
        messages: if arguments.messages { Messages::Read } else { Messages::Counted },
        out: arguments.out.clone(),
        resume: if arguments.resume { Resume::Yes } else { Resume::No },
        baseline: arguments.baseline.clone(),
        copies: if arguments.clean { Copies::Written } else { Copies::Forgotten },
    };
    let jobs = arguments.jobs.map_or(0, std::num::NonZero::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout());
    let mut line = Line::new();
    let done = pool.install(|| {
        Scan::new(&gate, options).run(
            &arguments.paths,
            |json| if arguments.json { out.write_all(json) } else { Ok(()) },
            |progress| line.show(progress),
        )
    });
    line.clear();
    out.flush().context("the verdicts cannot be written")?;
    drop(out);
    let summary = done?;
    if !arguments.json {
        tell(&summary, arguments);
    }
    Ok(Status::held_if(summary.totals.held > 0))
}

/// Says what was found.
fn tell(summary: &Summary, arguments: &args::Scan) {
    let mut out = anstream::stdout();
    let mut say = |text: String| drop(writeln!(out, "{text}"));
    let totals = &summary.totals;
    let posts = |count: u64| {
        crate::screen::count(usize::try_from(count).unwrap_or(usize::MAX), "post", "posts")
    };
    for archive in &summary.archives {
        say(format!(
            "{}: {} read from {} of {}",
            archive.path,
            posts(archive.posts.read),
            archive.files.read,
            count(usize::try_from(archive.files.total).unwrap_or(usize::MAX), "file", "files"),
        ));
        for (reason, number) in archive.posts.failed.iter().chain(&archive.files.failed) {
            warn(&format!(
                "{number} could not be read ({reason}): each is a held line of the report"
            ));
        }
        if archive.media.missing > 0 {
            warn(&format!(
                "{} of {} photos and videos that posts name are not in it: nobody looked at them",
                archive.media.missing, archive.media.named
            ));
        }
    }
    if totals.held == 0 {
        say(styled(
            GOOD,
            &format!("{}, and nothing that today's policy would hold", posts(totals.posts)),
        ));
        return;
    }
    say(format!(
        "{} of {} would be held today; {} of them may be seen by anybody",
        styled(BAD, &totals.held.to_string()),
        posts(totals.posts),
        totals.takedown,
    ));
    let mut rules: Vec<_> = summary.by_rule.iter().collect();
    rules.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (rule, number) in rules.iter().take(TOLD) {
        let title = gatepost::rule(rule).map_or("", |rule| rule.title);
        say(format!("  {number:>8}  {}  {}", styled(STRONG, title), styled(FAINT, rule)));
    }
    match &arguments.out {
        Some(folder) => say(format!("Open {} in a browser.", folder.join("report.html").display())),
        None => say("Give --out DIR for the report and the list of what to take down.".to_owned()),
    }
}

/// The line at the foot of a terminal.
struct Line {
    told: Option<Instant>,
    terminal: bool,
}

impl Line {
    fn new() -> Self {
        Self { told: None, terminal: std::io::stderr().is_terminal() }
    }

    fn show(&mut self, progress: Progress) {
        if !self.terminal || self.told.is_some_and(|told| told.elapsed() < PAUSE) {
            return;
        }
        self.told = Some(Instant::now());
        let rate = u128::from(progress.posts) * 1000 / progress.time.as_millis().max(1);
        let (posts, held) = (progress.posts, progress.held);
        let _ =
            write!(std::io::stderr(), "\r\x1b[K{posts} posts judged, {held} held, {rate} a second");
    }

    fn clear(&mut self) {
        if self.terminal && self.told.take().is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

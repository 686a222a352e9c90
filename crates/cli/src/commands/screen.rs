//! `gatepost screen [FILE]`: JSON lines in, JSON lines out, in the same order.
//!
//! Lines are taken in blocks, a round of blocks at a time: while one round is screened on all cores,
//! the answers to the one before are written and the next is read. Two rounds are all that is ever in
//! memory, however long the file.

mod blocks;
mod progress;

use std::fs::File;
use std::io::{Read, Write};

use anyhow::{Context, bail};
use gatepost::{Gate, Reveal, Screener};
use rayon::prelude::*;

use self::blocks::{Block, Lines};
use self::progress::Progress;
use super::{Status, as_of, open_school};
use crate::args::Screen;
use crate::screen::{count, warn};

/// How many blocks each core has in a round: enough that none waits long for another.
const BLOCKS_PER_JOB: usize = 8;
/// How many bad lines are named one by one.
const NAMED: usize = 1000;

/// Screens the lines of a file or of standard input.
pub(crate) fn run(arguments: &Screen) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let timezone = &school.records().school.calendar.timezone;
    let mut gate = Gate::new(&school)?;
    if let Some(moment) = as_of(arguments.as_of.as_deref(), timezone)? {
        gate = gate.with_as_of(moment);
    }
    if arguments.reveal {
        gate = gate.with_reveal(Reveal::Plain);
    }
    let (source, length): (Box<dyn Read + Send>, _) = match &arguments.file {
        Some(path) if path.as_os_str() != "-" => {
            let file =
                File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
            let length = file.metadata().ok().filter(std::fs::Metadata::is_file);
            (Box::new(file), length.map(|found| found.len()))
        }
        _ => (Box::new(std::io::stdin()), None),
    };
    let jobs = arguments.jobs.map_or(0, std::num::NonZero::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let screener = Screener::new(&gate);
    let mut lines = Lines::new(source, screener.line_bytes());
    let mut tally = Tally::new(Progress::new(length));
    let done = pool.install(|| stream(&screener, &mut lines, &mut tally));
    tally.progress.clear();
    done?;
    for unused in gate.unused_exceptions().filter(|_| tally.texts > 0) {
        let (file, line) = (&unused.file, unused.line);
        warn(&format!("{file}, line {line}: this exception has excused nothing in these texts"));
    }
    if tally.bad > 0 {
        let more = tally.bad.saturating_sub(NAMED);
        if more > 0 {
            warn(&format!("and {more} more"));
        }
        bail!(
            "{} could not be read and {} held; all others were screened",
            count(tally.bad, "line", "lines"),
            if tally.bad == 1 { "is" } else { "are" },
        );
    }
    Ok(Status::held_if(tally.held > 0))
}

/// Reads, screens and writes until the source ends.
fn stream(screener: &Screener<'_>, lines: &mut Lines, tally: &mut Tally) -> anyhow::Result<()> {
    let blocks = rayon::current_num_threads() * BLOCKS_PER_JOB;
    let mut now: Vec<Block> = std::iter::repeat_with(Block::default).take(blocks).collect();
    let mut other = now.clone();
    let mut out = std::io::stdout();
    read(lines, &mut now)?;
    while now.iter().any(|block| !block.is_empty()) {
        let (moved, ()) = rayon::join(
            || -> anyhow::Result<()> {
                write(&mut other, &mut out, tally)?;
                read(lines, &mut other)
            },
            || now.par_iter_mut().for_each(|block| screen(screener, block)),
        );
        moved?;
        std::mem::swap(&mut now, &mut other);
    }
    write(&mut other, &mut out, tally)?;
    out.flush().context("the answers cannot be written")
}

/// Fills a round of blocks with what comes next.
fn read(lines: &mut Lines, round: &mut [Block]) -> anyhow::Result<()> {
    round.iter_mut().try_for_each(|block| lines.fill(block)).context("the lines cannot be read")
}

fn screen(screener: &Screener<'_>, block: &mut Block) {
    let mut reader = screener.reader();
    block.answer_each(|line, number, answers| reader.screen_line(line, number, answers));
}

/// Writes the answers of a round, and tells which lines were bad.
fn write(round: &mut [Block], out: &mut impl Write, tally: &mut Tally) -> anyhow::Result<()> {
    for block in round {
        out.write_all(block.answers()).context("the answers cannot be written")?;
        tally.add(block);
        block.clear();
    }
    Ok(())
}

/// What became of all lines so far.
struct Tally {
    texts: usize,
    held: usize,
    bad: usize,
    bytes: u64,
    progress: Progress,
}

impl Tally {
    fn new(progress: Progress) -> Self {
        Self { texts: 0, held: 0, bad: 0, bytes: 0, progress }
    }

    /// Counts a block whose answers are written, and tells which of its lines were bad.
    fn add(&mut self, block: &Block) {
        self.texts += block.texts();
        self.held += block.held();
        self.bytes += block.bytes();
        for number in block.bad() {
            self.bad += 1;
            if self.bad <= NAMED {
                self.progress.clear();
                warn(&format!(
                    "line {number} cannot be read as {{\"id\",\"text\"}}; its answer says why"
                ));
            }
        }
        self.progress.show(self.texts, self.held, self.bytes);
    }
}

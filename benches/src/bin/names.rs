//! `names [--pupils N...] [--megabytes N] [--rounds N]`: how fast pupils are found, by the size of the roster.
//!
//! For each roster: how long its index takes to build and how much memory it holds, then words alone, words
//! and names together, names alone, the reading of the text alone, and the rivals on names alone: two automata of
//! all exact full names (each post in small letters, word boundaries looked at), and windows of two words compared
//! with every name by edit distance and by equal letters. All in one process, round by round in turn, timed by what the thread spends on a core.
//! Before anything is timed, every exact name that the automata find must be found by gatepost. Last comes
//! how many posts that name nobody are held, by size.

use std::io::Write;

use anyhow::{Result, ensure};
use clap::Parser;
use gatepost_benches::clock::{megabytes_a_second, time, to_f64};
use gatepost_benches::corpus::Corpus;
use gatepost_benches::rivals::names::{Automaton, DoubleArray, Windows};
use gatepost_benches::rosters;
use gatepost_benches::school::Invented;
use gatepost_model::{Detector, Draft, Field, Findings, Passage, Prose, Reading};
use gatepost_names::NameDetector;
use gatepost_records::{Roster, SchoolFile, StaffRegister};
use gatepost_text::TextDetector;

#[derive(Debug, Parser)]
struct Arguments {
    /// How many pupils each roster has
    #[arg(long, value_delimiter = ',', default_value = "400,50000,500000")]
    pupils: Vec<usize>,
    /// How many millions of bytes of posts
    #[arg(long, default_value_t = 10)]
    megabytes: usize,
    /// How often each variant runs
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// The seed of rosters and posts
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Rosters of more pupils are not compared by edit distance: it would take hours.
const MOST_BY_DISTANCE: usize = 1_000;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let invented = Invented::example()?;
    let words = TextDetector::new(&invented.school.records().school)?;
    for &pupils in &arguments.pupils {
        let roster = rosters::roster(arguments.seed, pupils);
        let posts = rosters::posts(arguments.seed + 1, arguments.megabytes * 1_000_000, &roster);
        measure(&mut out, &arguments, &words, &roster, &posts)?;
        held_wrongly(&mut out, &roster, arguments.seed + 2)?;
    }
    Ok(())
}

/// A reading of one text, whose buffers are used again.
struct Desk<'d> {
    reading: Reading<'d>,
}

impl<'d> Desk<'d> {
    fn new(draft: &'d Draft) -> Result<Self> {
        let at: jiff::Zoned = "2026-11-20T16:00[Europe/London]".parse()?;
        let passages = vec![Passage { field: Field::Text, prose: Prose::default() }];
        let reading = Reading { draft, now: at.clone(), at, passages, pictures: Vec::new() };
        Ok(Self { reading })
    }

    /// Reads a text and lets detectors look; gives what was found.
    fn look(
        &mut self,
        text: &str,
        words: Option<&TextDetector>,
        names: Option<&NameDetector>,
    ) -> Findings {
        let mut findings = Findings::default();
        for passage in &mut self.reading.passages {
            passage.prose.read(text);
            if let Some(words) = words {
                words.screen(Field::Text, &passage.prose, &mut findings);
            }
        }
        if let Some(names) = names {
            // A failure would be an answer of nothing, which the proof before would have shown.
            let _ = names.inspect(&self.reading, &mut findings);
        }
        findings
    }
}

fn measure(
    out: &mut impl Write,
    arguments: &Arguments,
    words: &TextDetector,
    roster: &Roster,
    posts: &[String],
) -> Result<()> {
    let school = SchoolFile::default();
    let (built, of_index) =
        memory(|| time(|| NameDetector::new(roster, &StaffRegister::default(), &school)));
    let (names, took) = built;
    let ((exact, exact_took), of_automaton) = memory(|| time(|| Automaton::new(roster)));
    let exact = exact?;
    let ((double, double_took), of_double) = memory(|| time(|| DoubleArray::new(roster)));
    let double = double?;
    let draft = Draft::default();
    let mut desk = Desk::new(&draft)?;
    prove(&mut desk, &names, &exact, &double, posts)?;
    let count = roster.pupils().len();
    writeln!(
        out,
        "\n{count} pupils, {} posts: index built in {:.2} s, {:.0} bytes a pupil \
         (aho-corasick {:.2} s, {:.0}; daachorse {:.2} s, {:.0})",
        posts.len(),
        took.thread.as_secs_f64(),
        to_f64(of_index) / to_f64(count.max(1)),
        exact_took.thread.as_secs_f64(),
        to_f64(of_automaton) / to_f64(count.max(1)),
        double_took.thread.as_secs_f64(),
        to_f64(of_double) / to_f64(count.max(1)),
    )?;
    let bytes: usize = posts.iter().map(String::len).sum();
    let windows = (count <= MOST_BY_DISTANCE).then(|| Windows::new(roster));
    let few = posts.len() / 2_000 + 1;
    let few_bytes: usize = posts.iter().take(few).map(String::len).sum();
    let mut speeds = [const { Vec::new() }; 8];
    for _ in 0..arguments.rounds {
        let mut run = |place: usize, size: usize, work: &mut dyn FnMut() -> usize| {
            let (_, took) = time(work);
            speeds[place].push(megabytes_a_second(size, took.thread));
        };
        let mut look = |words, names| {
            posts.iter().map(|post| desk.look(post, words, names).len()).sum::<usize>()
        };
        run(0, bytes, &mut || look(Some(words), None));
        run(1, bytes, &mut || look(Some(words), Some(&names)));
        run(2, bytes, &mut || look(None, Some(&names)));
        run(3, bytes, &mut || look(None, None));
        run(4, bytes, &mut || posts.iter().map(|post| exact.find(post)).sum());
        run(5, bytes, &mut || posts.iter().map(|post| double.find(post)).sum());
        if let Some(windows) = &windows {
            let few = || posts.iter().take(few);
            run(6, few_bytes, &mut || few().map(|post| windows.by_distance(post)).sum());
            run(7, few_bytes, &mut || few().map(|post| windows.by_ratio(post)).sum());
        }
    }
    let [alone, both, only, read, automaton, double, distance, ratio] = speeds.map(middle);
    writeln!(out, "{:<44} {alone:>9.2} MB/s", "words alone")?;
    writeln!(
        out,
        "{:<44} {both:>9.2} MB/s, {:.0} % of it",
        "words and names",
        both * 100.0 / alone
    )?;
    writeln!(out, "{:<44} {only:>9.2} MB/s", "names alone, all ways of naming")?;
    writeln!(out, "{:<44} {read:>9.2} MB/s", "the text read, and nothing looked for")?;
    for (rival, speed) in [("aho-corasick", automaton), ("daachorse", double)] {
        let name = format!("{rival}, exact full names");
        writeln!(out, "{name:<44} {speed:>9.2} MB/s, ours {:.2} ×", only / speed)?;
    }
    if windows.is_some() {
        for (rival, speed) in [("strsim", distance), ("rapidfuzz", ratio)] {
            let name = format!("{rival}, windows of two words");
            writeln!(out, "{name:<44} {speed:>9.4} MB/s, ours {:.0} ×", only / speed)?;
        }
    }
    Ok(())
}

/// How many posts that name nobody are held.
fn held_wrongly(out: &mut impl Write, roster: &Roster, seed: u64) -> Result<()> {
    let names = NameDetector::new(roster, &StaffRegister::default(), &SchoolFile::default());
    let draft = Draft::default();
    let mut desk = Desk::new(&draft)?;
    let exact = Automaton::new(roster)?;
    let posts: Vec<String> = Corpus::new(seed).take(100_000).map(|post| post.text).collect();
    let mut by_rule = std::collections::BTreeMap::<&str, usize>::new();
    let mut held = 0;
    for post in posts.iter().filter(|post| exact.find(post) == 0) {
        let found = desk.look(post, None, Some(&names));
        held += usize::from(!found.is_empty());
        for finding in &found {
            *by_rule.entry(finding.rule.id).or_default() += 1;
        }
    }
    writeln!(out, "{held} of {} posts without a pupil's name held: {by_rule:?}", posts.len())?;
    Ok(())
}

/// Every exact name must be found, by gatepost and by both automata.
fn prove(
    desk: &mut Desk<'_>,
    names: &NameDetector,
    exact: &Automaton,
    double: &DoubleArray,
    posts: &[String],
) -> Result<()> {
    let mut proved = 0;
    for post in posts.iter().filter(|post| post.is_ascii()) {
        let places = exact.places(&post.to_ascii_lowercase());
        ensure!(places.len() == double.find(post), "the automata differ");
        for (start, end) in places {
            let found = desk.look(post, None, Some(names));
            let at = |finding: &gatepost_model::Finding| {
                finding.place.span.is_some_and(|span| span.start < end && start < span.end)
            };
            ensure!(found.iter().any(at), "an exact name was not found");
            proved += 1;
        }
    }
    ensure!(proved > 0, "no post has a name: nothing was proved");
    Ok(())
}

/// How much more memory is held after some work than before it.
fn memory<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let mut value = None;
    let held = allocation_counter::measure(|| value = Some(work()));
    let value = value.expect("the work was done");
    (value, usize::try_from(held.bytes_current).unwrap_or(0))
}

fn middle(mut speeds: Vec<f64>) -> f64 {
    speeds.sort_unstable_by(f64::total_cmp);
    speeds.get(speeds.len() / 2).copied().unwrap_or_default()
}

//! `screening [--megabytes N] [--rounds N] [--seed N]`: gatepost beside its rivals on the same posts.
//!
//! All variants run in one process, round by round in turn, timed by what their thread spends on a core;
//! slow ones on the first part of the posts. A ratio is the median of the ratios of the rounds. Before
//! anything is timed each rival's answers are proved, and gatepost must find what was put into the posts.

use std::io::Write;
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasickKind;
use anyhow::{Result, ensure};
use clap::Parser;
use gatepost::{Gate, Screener};
use gatepost_benches::clock::{Took, megabytes_a_second, quantile, time, to_f64};
use gatepost_benches::corpus::{Corpus, Post};
use gatepost_benches::rivals::{Automaton, Folding, Rustrict, Scan, Variant, Whole, Words, prove};
use gatepost_benches::school::Invented;
use gatepost_benches::terms::terms;
use gatepost_text::TextDetector;
use rayon::ThreadPool;
use rayon::prelude::*;

#[derive(Debug, Parser)]
struct Arguments {
    /// How many millions of bytes of posts
    #[arg(long, default_value_t = 100)]
    megabytes: usize,
    /// How often each variant runs
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// The seed of the posts
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// How often a post is screened to know how long one call takes.
const CALLS: usize = 5;

/// A variant, the part of the posts that it runs on, and its speed by round.
struct Entry<'v> {
    name: &'static str,
    variant: Box<dyn Variant + 'v>,
    /// One in so many posts.
    part: usize,
    speeds: Vec<f64>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let posts = Corpus::of_bytes(arguments.seed, arguments.megabytes * 1_000_000);
    let bytes: usize = posts.iter().map(|post| post.text.len()).sum();
    let beyond = posts.iter().filter(|post| !post.text.is_ascii()).count();
    writeln!(
        out,
        "{} posts, {:.1} MB, mean {} B, {:.1} % beyond ASCII, seed {}, {} rounds, load {}",
        posts.len(),
        to_f64(bytes) / 1e6,
        bytes / posts.len().max(1),
        to_f64(beyond) * 100.0 / to_f64(posts.len()),
        arguments.seed,
        arguments.rounds,
        load(),
    )?;

    let invented = Invented::example()?;
    let gate = Gate::new(&invented.school)?;
    let screener = Screener::new(&gate);
    let detector = TextDetector::new(&invented.school.records().school)?;
    let (few, many) = (terms(11, 2_000), terms(12, 20_000));
    let dfa = Automaton::new(&few, AhoCorasickKind::DFA, Folding::None)?;
    let nfa = Automaton::new(&many, AhoCorasickKind::ContiguousNFA, Folding::Nfkc)?;
    prove(&dfa, &few, &sample(&posts, &few))?;
    prove(&nfa, &many, &sample(&posts, &many))?;
    writeln!(out, "{}", found(&screener, &posts)?)?;

    let entry = |name, part, variant| Entry { name, variant, part, speeds: Vec::new() };
    let mut entries = vec![
        entry(
            "gatepost, words and personal data",
            2,
            Box::new(Words::new(&detector)) as Box<dyn Variant>,
        ),
        entry("gatepost screen: with names and the pack", 2, Box::new(Whole::new(&screener))),
        entry("aho-corasick DFA + RegexSet, 2,000 terms", 4, Box::new(dfa)),
        entry("aho-corasick NFA + RegexSet + NFKC, 20,000 terms", 8, Box::new(nfa)),
        entry("rustrict, its word list alone", 64, Box::new(Rustrict)),
        entry("memchr3, no answer", 1, Box::new(Scan)),
    ];
    for _ in 0..arguments.rounds {
        for entry in &mut entries {
            let part = posts.get(..posts.len() / entry.part).unwrap_or_default();
            let bytes: usize = part.iter().map(|post| post.text.len()).sum();
            let (_, took) =
                time(|| part.iter().map(|post| entry.variant.screen(&post.text)).sum::<usize>());
            entry.speeds.push(megabytes_a_second(bytes, took.thread));
        }
    }
    writeln!(out, "\n{:<50} {:>9} {:>9} {:>9}", "one core", "MB/s", "words ×", "screen ×")?;
    let (words, whole) = (entries[0].speeds.clone(), entries[1].speeds.clone());
    for entry in &entries {
        let ratio = |ours: &[f64]| {
            middle(ours.iter().zip(&entry.speeds).map(|(ours, theirs)| ours / theirs).collect())
        };
        let speed = middle(entry.speeds.clone());
        writeln!(
            out,
            "{:<50} {speed:>9.2} {:>9.3} {:>9.3}",
            entry.name,
            ratio(&words),
            ratio(&whole)
        )?;
    }
    writeln!(out, "{}", threads(&detector, &screener, &posts, arguments.rounds)?)?;
    writeln!(out, "{}", latency(&detector, &screener, &posts))?;
    Ok(())
}

/// Texts to prove rivals on: posts, each with a term, half of them as it stands and half within a word.
fn sample(posts: &[Post], terms: &[String]) -> Vec<String> {
    let half = |number: usize| if number.is_multiple_of(2) { " " } else { " x" };
    let texts = posts.iter().zip(terms.iter().cycle()).enumerate().take(2000);
    texts.map(|(number, (post, term))| format!("{}{}{term}", post.text, half(number))).collect()
}

/// How much of what was put into the posts is found, and how much else: a gate that finds nothing is
/// fast.
fn found(screener: &Screener<'_>, posts: &[Post]) -> Result<String> {
    let mut whole = Whole::new(screener);
    let mut counts = [(0, 0); 2];
    for post in posts.iter().take(100_000) {
        let found = whole.screen(&post.text) > 0;
        if let Some((of, some)) = counts.get_mut(usize::from(post.flagged)) {
            *of += 1;
            *some += usize::from(found);
        }
    }
    let [(clean, wrong), (flagged, right)] = counts;
    ensure!(right * 10 > flagged * 8, "gatepost found {right} of {flagged} posts that it should");
    Ok(format!(
        "in the first {} posts something is found in {right} of {flagged} flagged and {wrong} of {clean} others",
        clean + flagged
    ))
}

/// Two threads beside one: on the wall, and by what the threads spend on their cores, which other
/// programs on the machine cannot change.
fn threads(
    detector: &TextDetector,
    screener: &Screener<'_>,
    posts: &[Post],
    rounds: usize,
) -> Result<String> {
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let (one, two) = (pool(1)?, pool(2)?);
    let posts = posts.get(..posts.len() / 4).unwrap_or_default();
    let words = scaling(&one, &two, posts, rounds, || Words::new(detector));
    let screen = scaling(&one, &two, posts, rounds, || Whole::new(screener));
    Ok(format!("\ntwo threads against one, load {}\nwords   {words}\nscreen  {screen}", load()))
}

fn scaling<V: Variant>(
    one: &ThreadPool,
    two: &ThreadPool,
    posts: &[Post],
    rounds: usize,
    variant: impl Fn() -> V + Sync,
) -> String {
    let (mut wall, mut cores) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (alone, together) = (on(one, posts, &variant), on(two, posts, &variant));
        let ratio = |one: Duration, two: Duration| one.as_secs_f64() / two.as_secs_f64();
        wall.push(ratio(alone.wall, together.wall));
        cores.push(2.0 * ratio(alone.thread, together.thread));
    }
    let best = wall.iter().copied().fold(0.0, f64::max);
    let (wall, cores) = (middle(wall), middle(cores));
    format!("on the wall {wall:.2} × (best {best:.2}), by time on cores {cores:.2} ×")
}

/// Screens posts on a pool. `thread` is the sum of its threads.
fn on<V: Variant>(pool: &ThreadPool, posts: &[Post], variant: &(impl Fn() -> V + Sync)) -> Took {
    let begun = Instant::now();
    let screen = |posts: &[Post]| {
        let mut variant = variant();
        time(|| posts.iter().map(|post| variant.screen(&post.text)).sum::<usize>()).1.thread
    };
    let thread = pool.install(|| posts.par_chunks(1024).map(screen).sum());
    Took { thread, wall: begun.elapsed() }
}

/// One call on one post of 170 to 190 bytes: the least of some calls for each post, so that other
/// programs on the machine do not count, and the spread over the posts.
fn latency(detector: &TextDetector, screener: &Screener<'_>, posts: &[Post]) -> String {
    let posts: Vec<&Post> =
        posts.iter().filter(|post| (170..=190).contains(&post.text.len())).take(50_000).collect();
    let timed = |variant: &mut dyn Variant| -> String {
        let mut times = vec![Duration::MAX; posts.len()];
        for _ in 0..CALLS {
            for (post, least) in posts.iter().zip(&mut times) {
                let begun = Instant::now();
                std::hint::black_box(variant.screen(&post.text));
                *least = begun.elapsed().min(*least);
            }
        }
        let micros = |part: usize| quantile(&times, part, 1000).as_secs_f64() * 1e6;
        format!("p50 {:.2} µs, p99 {:.2} µs, p99.9 {:.2} µs", micros(500), micros(990), micros(999))
    };
    format!(
        "\none call on one post of 170 to 190 bytes\nwords   {}\nscreen  {}",
        timed(&mut Words::new(detector)),
        timed(&mut Whole::new(screener)),
    )
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// How busy the machine is, where it says so.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().unwrap_or("unknown").to_owned()
}

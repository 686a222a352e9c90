//! `hostile [--bytes N] [--rounds N] [--matcher]`: how much longer a text made to be slow takes than plain
//! words of its length.
//!
//! For each kind: the matcher alone (the text read, and 25,000 terms looked up in it), and the whole
//! screening of words and personal data; both as times of plain words. The best of the rounds counts.

use std::io::Write;
use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use gatepost_benches::clock::{time, to_f64};
use gatepost_benches::hostile::texts;
use gatepost_benches::rivals::{Variant, Words};
use gatepost_benches::school::Invented;
use gatepost_benches::terms::terms;
use gatepost_matcher::{Gap, Phrases, Prose};
use gatepost_text::TextDetector;

#[derive(Debug, Parser)]
struct Arguments {
    /// How long each text is
    #[arg(long, default_value_t = 1 << 20)]
    bytes: usize,
    /// How often each is read
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Measure the matcher alone
    #[arg(long)]
    matcher: bool,
}

/// How many terms are looked up.
const TERMS: usize = 25_000;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let mut phrases = Phrases::default();
    for term in terms(3, TERMS) {
        phrases.insert(&term, Gap::Joined, ());
    }
    let mut prose = Prose::default();
    let invented = Invented::example()?;
    let detector = TextDetector::new(&invented.school.records().school)?;
    let mut screening = Words::new(&detector);
    let mut plain: Option<[Duration; 2]> = None;
    writeln!(out, "| kind | matcher, ns a byte | × plain | screening, ns a byte | × plain |")?;
    writeln!(out, "|---|---|---|---|---|")?;
    for hostile in texts(arguments.bytes) {
        let mut matcher = || {
            prose.read(&hostile.text);
            let mut count = 0;
            phrases.find(&prose, |_| count += 1);
            count
        };
        let best = |work: &mut dyn FnMut() -> usize| {
            let times = (0..arguments.rounds.max(1)).map(|_| time(&mut *work).1.thread);
            times.min().unwrap_or_default()
        };
        let matching = best(&mut matcher);
        let whole = if arguments.matcher {
            Duration::ZERO
        } else {
            best(&mut || screening.screen(&hostile.text))
        };
        let [first, second] = *plain.get_or_insert([matching, whole]);
        let per_byte = |time: Duration| time.as_secs_f64() * 1e9 / to_f64(hostile.text.len());
        let ratio = |time: Duration, plain: Duration| {
            time.as_secs_f64() / plain.as_secs_f64().max(f64::MIN_POSITIVE)
        };
        write!(
            out,
            "| {} | {:.2} | {:.1} |",
            hostile.name,
            per_byte(matching),
            ratio(matching, first)
        )?;
        writeln!(out, " {:.2} | {:.1} |", per_byte(whole), ratio(whole, second))?;
    }
    Ok(())
}

//! `allocations`: how often one library call asks for memory, on posts in which nothing is found.
//!
//! A program of its own, because counting makes every allocation slower.

use std::io::Write;

use anyhow::Result;
use gatepost::{Gate, Screener};
use gatepost_benches::corpus::Corpus;
use gatepost_benches::rivals::{Variant, Whole, Words};
use gatepost_benches::school::Invented;
use gatepost_text::TextDetector;

fn main() -> Result<()> {
    let invented = Invented::example()?;
    let gate = Gate::new(&invented.school)?;
    let screener = Screener::new(&gate);
    let detector = TextDetector::new(&invented.school.records().school)?;
    let posts: Vec<String> = Corpus::new(1).take(20_000).map(|post| post.text).collect();
    let mut out = std::io::stdout().lock();
    let variants: [(&str, Box<dyn Variant + '_>); 2] =
        [("words", Box::new(Words::new(&detector))), ("screen", Box::new(Whole::new(&screener)))];
    for (name, mut variant) in variants {
        // Once, so that buffers have grown.
        let clean: Vec<&String> = posts.iter().filter(|text| variant.screen(text) == 0).collect();
        let counts: Vec<u64> = clean
            .iter()
            .map(|text| {
                allocation_counter::measure(|| {
                    variant.screen(text);
                })
                .count_total
            })
            .collect();
        let total: u64 = counts.iter().sum();
        let none = counts.iter().filter(|count| **count == 0).count();
        writeln!(
            out,
            "{name:<8} {} clean posts, {none} without any allocation, {total} allocations, at most {} a call",
            counts.len(),
            counts.iter().max().copied().unwrap_or_default(),
        )?;
    }
    Ok(())
}

//! Four times as long a text takes about four times as long, whatever it is made of.

mod common;

use std::time::Duration;

use common::PIECES;
use cpu_time::ThreadTime;
use gatepost_matcher::{Gap, Phrases, Prose};

fn phrases() -> Phrases<u32> {
    let mut phrases = Phrases::default();
    let words =
        ["a", "a a a b", "tag", "well done", "ab", "x5 x5 x5", "shot", "a b a b", "done tag"];
    for (number, phrase) in (0..).zip(words) {
        phrases.insert(phrase, Gap::Comma, number);
    }
    phrases
}

#[test]
fn time_grows_with_the_length() {
    let phrases = phrases();
    let mut prose = Prose::default();
    let mut time = |text: &str| {
        let timed = (0..3).map(|_| {
            let start = ThreadTime::now();
            prose.read(text);
            phrases.find(&prose, |_| {});
            start.elapsed()
        });
        timed.min().unwrap_or_default()
    };
    let mut wrong = Vec::new();
    for start in ["", "http://", "#", "s.", "\u{202e}", "é"] {
        for piece in PIECES {
            let text = |bytes: usize| start.to_string() + &piece.repeat(bytes / piece.len());
            // A quadratic search would take sixteen times as long, whenever it is tried.
            let (short, long) = (text(16_000), text(64_000));
            let far = |(short, long): &(Duration, Duration)| {
                *long > *short * 9 + Duration::from_millis(20)
            };
            let mut tried = (0..5).map(|_| (time(&short), time(&long)));
            let first = tried.next().filter(far);
            if let Some((short, long)) = first.filter(|_| tried.all(|times| far(&times))) {
                wrong.push(format!("{start:?} and {piece:?}: {short:?}, then {long:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

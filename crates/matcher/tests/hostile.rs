//! No text takes many times as long as plain words of its length, whatever it is made of.

mod common;

use std::time::Duration;

use common::PIECES;
use cpu_time::ThreadTime;
use gatepost_matcher::{Gap, Phrases, Prose};

#[test]
fn no_text_takes_many_times_as_long_as_plain_words() {
    let mut phrases = Phrases::default();
    // Many words behind one mask, many phrases behind one tag.
    for first in 'a'..='z' {
        for second in 'a'..='z' {
            phrases.insert(&format!("s{first}{second}t"), Gap::Joined, 100);
            phrases.insert(&format!("tag{first} {second}tag"), Gap::Joined, 101);
        }
    }
    let mut prose = Prose::default();
    let mut time = |piece: &str| {
        let text = piece.repeat(100_000 / piece.len());
        let timed = (0..3).map(|_| {
            let start = ThreadTime::now();
            prose.read(&text);
            phrases.find(&prose, |_| {});
            start.elapsed()
        });
        timed.min().unwrap_or_default()
    };
    let plain = time("it was a very good day for the whole school and we all went home happy ");
    let mut wrong = Vec::new();
    // All words of its length that begin alike stand behind a mask, and each of them is told.
    for piece in PIECES.iter().filter(|piece| !piece.contains("**t")) {
        let taken = time(piece);
        if taken > plain * 80 + Duration::from_millis(10) {
            wrong.push(format!("{piece:?}: {taken:?}, and plain words {plain:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

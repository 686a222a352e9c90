//! Reading one text after another, and looking for phrases that are not there, allocates nothing.

use allocation_counter::measure;
use gatepost_matcher::{Gap, Phrases, Prose};

fn texts() -> Vec<String> {
    (1..300)
        .map(|number| {
            "Year 5 went to Woodstock Museum today! O'Brien won 3-2. ".repeat(1 + number % 7)
        })
        .collect()
}

#[test]
fn plain_texts_allocate_nothing_once_the_buffers_have_grown() {
    let texts = texts();
    let mut phrases = Phrases::default();
    for number in 0..2000 {
        phrases.insert(&format!("year {number}00 term"), Gap::Joined, number);
    }
    let mut prose = Prose::default();
    let first = measure(|| texts.iter().for_each(|text| prose.read(text)));
    assert!(first.count_total > 0, "the counter counts");

    let mut found = 0;
    let again = measure(|| {
        for text in &texts {
            prose.read(text);
            phrases.find(&prose, |_| found += 1);
        }
    });
    assert_eq!((again.count_total, found), (0, 0));
}

#[test]
fn disguised_texts_allocate_nothing_once_their_characters_are_known() {
    let texts: Vec<String> =
        texts().into_iter().map(|text| text.replace('o', "о\u{200b}").replace('\'', "’")).collect();
    let mut prose = Prose::default();
    for text in &texts {
        prose.read(text);
    }
    let again = measure(|| texts.iter().for_each(|text| prose.read(text)));
    assert_eq!(again.count_total, 0);
}

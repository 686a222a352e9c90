//! No phrase is missed and none is made up: against `aho-corasick`, which finds every occurrence of
//! every phrase in the folded words of a text, wherever they overlap.

mod common;

use aho_corasick::AhoCorasick;
use common::{ascii, text, words};
use gatepost_matcher::{Gap, Phrases, Prose};
use proptest::prelude::*;

/// A text in its folded words, with a space between two that may belong together and a line break
/// between others; and where each word begins and ends in it.
fn folded(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut folded = String::new();
    let mut places = Vec::new();
    let mut end = None;
    for (span, form) in words(text) {
        if let Some(end) = end {
            folded += if Gap::Joined.allows(&text[end..span.start]) { " " } else { "\n" };
        }
        places.push((folded.len(), folded.len() + form.len()));
        folded += &form;
        end = Some(span.end);
    }
    (folded, places)
}

/// What `aho-corasick` finds from the beginning of a word to the end of one.
fn expected(phrases: &[String], text: &str) -> Vec<(usize, usize, usize)> {
    let patterns: Vec<String> = phrases
        .iter()
        .map(|phrase| words(phrase).into_iter().map(|(_, form)| form).collect::<Vec<_>>().join(" "))
        .collect();
    let searcher = AhoCorasick::new(&patterns).expect("the phrases are few");
    let (folded, places) = folded(text);
    let mut found = Vec::new();
    for one in searcher.find_overlapping_iter(&folded) {
        let first = places.iter().position(|(start, _)| *start == one.start());
        let last = places.iter().position(|(_, end)| *end == one.end());
        if let (Some(first), Some(last)) = (first, last)
            && !one.is_empty()
        {
            found.push((first, last, one.pattern().as_usize()));
        }
    }
    found.sort_unstable();
    found
}

fn found(phrases: &[String], text: &str) -> Vec<(usize, usize, usize)> {
    let mut compiled = Phrases::default();
    for (index, phrase) in phrases.iter().enumerate() {
        compiled.insert(phrase, Gap::Joined, index);
    }
    let mut found = Vec::new();
    compiled.find(&Prose::new(text), |one| {
        if one.disguise.is_none() {
            found.push((one.first, one.last, *one.value));
        }
    });
    found.sort_unstable();
    found
}

/// A text and phrases: some are cut from it, some are not.
fn screened(text: impl Strategy<Value = String>) -> impl Strategy<Value = (String, Vec<String>)> {
    let cuts = prop::collection::vec((any::<prop::sample::Index>(), 1..4_usize), 1..12);
    let others = prop::collection::vec("[a-c]{1,3}( [a-c]{1,2}){0,2}", 0..6);
    (text, cuts, others).prop_map(|(text, cuts, mut phrases)| {
        let spans = words(&text);
        for (index, length) in cuts {
            if !spans.is_empty() {
                let first = index.index(spans.len());
                let last = (first + length - 1).min(spans.len() - 1);
                phrases.push(text[spans[first].0.start..spans[last].0.end].to_string());
            }
        }
        (text, phrases)
    })
}

/// Few words in many arrangements, signs of disguises among them.
fn crowded() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a", "b", "ab", "abc", "A", "á", "а", "ＡＢ", "a\u{ad}b", "7", "b4", "a7b", "aaab", "вода",
    ]);
    let gap = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "-",
        "’",
        ", ",
        "\n",
        "\n\n",
        "! ",
        "** **",
        ".",
        "*",
        "_",
        " #",
        " @",
        "&#98;",
        "%61",
        "-\n",
        " \u{200b}",
        "",
    ]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #![proptest_config(common::cases())]

    #[test]
    fn in_any_text((text, phrases) in screened(text())) {
        prop_assert_eq!(found(&phrases, &text), expected(&phrases, &text));
    }

    #[test]
    fn in_plain_text((text, phrases) in screened(ascii())) {
        prop_assert_eq!(found(&phrases, &text), expected(&phrases, &text));
    }

    #[test]
    fn in_crowded_text((text, phrases) in screened(crowded())) {
        prop_assert_eq!(found(&phrases, &text), expected(&phrases, &text));
    }
}

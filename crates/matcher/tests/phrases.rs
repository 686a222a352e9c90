//! Every phrase is found wherever it stands, and nothing else: against a search that tries them
//! all.

mod common;

use std::time::Duration;

use common::{occurrences, text};
use cpu_time::ThreadTime;
use gatepost_matcher::{Gap, Phrases, Prose};
use proptest::prelude::*;

fn compiled(phrases: &[(String, Gap)]) -> Phrases<usize> {
    let mut compiled = Phrases::default();
    for (index, (phrase, gap)) in phrases.iter().enumerate() {
        compiled.insert(phrase, *gap, index);
    }
    compiled
}

/// What is found without undoing a disguise.
fn found(phrases: &Phrases<usize>, prose: &Prose) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    phrases.find(prose, |one| {
        if one.disguise.is_some() {
            return;
        }
        let tokens = prose.tokens();
        assert_eq!(one.span.start, tokens[one.first].span.start);
        assert_eq!(one.span.end, tokens[one.last].span.end);
        found.push((one.first, one.last, *one.value));
    });
    found
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![Just(Gap::Joined), Just(Gap::Comma)]
}

/// Phrases and texts of so few words that they meet often.
fn meeting() -> impl Strategy<Value = (Vec<(String, Gap)>, String)> {
    let word =
        prop::sample::select(vec!["a", "b", "ab", "A", "á", "а", "вода", "ＡＢ", "a\u{ad}b", "7"]);
    let between = prop::sample::select(vec![
        " ",
        "-",
        "’",
        ", ",
        "\n",
        "\n\n",
        "! ",
        "** **",
        ",,",
        "....",
        " \u{200b}",
        "",
    ]);
    let run = |most| {
        prop::collection::vec((word.clone(), between.clone()), 0..most).prop_map(|pairs| {
            pairs.into_iter().flat_map(|(word, gap)| [word, gap]).collect::<String>()
        })
    };
    (prop::collection::vec((run(5), gap()), 0..30), run(30))
}

proptest! {
    #![proptest_config(common::cases())]

    #[test]
    fn finds_what_the_slow_search_finds((phrases, text) in meeting()) {
        let prose = Prose::new(&text);
        prop_assert_eq!(found(&compiled(&phrases), &prose), occurrences(&prose, &phrases));
    }

    #[test]
    fn finds_between_tokens_what_begins_there((phrases, text) in meeting(), cuts in any::<[prop::sample::Index; 2]>()) {
        let (prose, phrases) = (Prose::new(&text), compiled(&phrases));
        let tokens = prose.tokens();
        let mut cuts = cuts.map(|cut| cut.index(tokens.len() + 3));
        cuts.sort_unstable();
        let [first, end] = cuts;
        let from = first.min(tokens.len()).checked_sub(1).map_or(0, |last| tokens[last].span.end);
        let until = tokens.get(end).map_or(usize::MAX, |next| next.span.start);
        let (mut wanted, mut seen) = (Vec::new(), Vec::new());
        phrases.find(&prose, |one| {
            if (from..until).contains(&one.span.start) {
                wanted.push((one.span, *one.value));
            }
        });
        phrases.find_from(&prose, first..end, |one| seen.push((one.span, *one.value)));
        prop_assert_eq!(seen, wanted);
    }

    #[test]
    fn finds_parts_of_any_text_in_it(text in text(), cuts in prop::collection::vec((any::<prop::sample::Index>(), 1..4_usize, gap()), 1..10)) {
        let prose = Prose::new(&text);
        prop_assume!(!prose.tokens().is_empty());
        let phrases: Vec<(String, Gap)> = cuts.iter().map(|(index, length, gap)| {
            let first = index.index(prose.tokens().len());
            let last = (first + length - 1).min(prose.tokens().len() - 1);
            (text[prose.tokens()[first].span.start..prose.tokens()[last].span.end].to_string(), *gap)
        }).collect();
        prop_assert_eq!(found(&compiled(&phrases), &prose), occurrences(&prose, &phrases));
    }
}

#[test]
fn a_phrase_without_a_letter_is_not_added() {
    let mut phrases = Phrases::default();
    assert!(!phrases.insert(" -!\u{200b}", Gap::Joined, ()));
    assert!(phrases.is_empty());
    assert!(phrases.insert("x", Gap::Joined, ()));
    assert_eq!(phrases.len(), 1);
}

#[test]
fn thousands_of_phrases_are_each_found() {
    let mut phrases = Phrases::default();
    for number in 0..20_000 {
        phrases.insert(&format!("term{number} end{number}"), Gap::Joined, number);
        phrases.insert(&format!("Word{number}"), Gap::Joined, 20_000 + number);
    }
    for number in 0..20_000 {
        let text =
            format!("So TERM{number}-End{number}, term{number}, end{number} and word{number}.");
        let mut values = Vec::new();
        phrases.find(&Prose::new(&text), |one| values.push(*one.value));
        assert_eq!(values, [number, 20_000 + number]);
    }
}

#[test]
fn many_phrases_with_one_head_cost_no_more_than_one() {
    // As one list to go through for each token, the 10,000 would take a thousand times as long.
    let text = "ha ".repeat(50_000);
    let prose = Prose::new(&text);
    let time = |count: usize| {
        let mut phrases = Phrases::default();
        for number in 0..count {
            phrases.insert(&format!("ha ha ha x{number}"), Gap::Joined, number);
        }
        let timed = (0..3).map(|_| {
            let start = ThreadTime::now();
            phrases.find(&prose, |_| panic!("none is there"));
            start.elapsed()
        });
        timed.min().unwrap_or_default()
    };
    let (one, many) = (time(1), time(10_000));
    assert!(many < one * 20 + Duration::from_millis(20), "{one:?} for one, {many:?} for 10,000");
}

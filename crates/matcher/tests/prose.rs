//! A text is read exactly: against a slow reading of any Unicode, character by character.

mod common;

use common::{ascii, text, words};
use gatepost_matcher::{Prose, fold};
use proptest::prelude::*;

fn read(text: &str) -> Vec<(gatepost_matcher::Span, String)> {
    let prose = Prose::new(text);
    prose.tokens().iter().map(|token| (token.span, prose.folded(token).to_string())).collect()
}

/// All that a caller can see of a text that was read.
fn seen(prose: &Prose) -> (String, Vec<(gatepost_matcher::Token, String)>) {
    let tokens = prose.tokens().iter().map(|token| (*token, prose.folded(token).to_string()));
    (prose.text().to_string(), tokens.collect())
}

proptest! {
    #![proptest_config(common::cases())]

    #[test]
    fn tokens_are_those_of_the_slow_reading(text in text()) {
        prop_assert_eq!(read(&text), words(&text));
    }

    #[test]
    fn ascii_tokens_are_those_of_the_slow_reading(text in ascii()) {
        prop_assert_eq!(read(&text), words(&text));
        if !text.bytes().any(|byte| byte.is_ascii_control()) {
            let split: Vec<String> = text
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_ascii_lowercase)
                .collect();
            let forms: Vec<String> = read(&text).into_iter().map(|(_, form)| form).collect();
            prop_assert_eq!(forms, split);
        }
    }

    #[test]
    fn tokens_and_gaps_together_are_the_text(text in text()) {
        let prose = Prose::new(&text);
        let mut whole = String::new();
        let mut end = 0;
        for token in prose.tokens() {
            prop_assert!(end <= token.span.start && !token.span.is_empty());
            let gap = &text[end..token.span.start];
            prop_assert!(fold(gap).is_empty(), "a letter was left out of {:?}", gap);
            whole += gap;
            whole += prose.slice(token.span);
            end = token.span.end;
        }
        prop_assert!(fold(&text[end..]).is_empty());
        whole += &text[end..];
        prop_assert_eq!(whole, text);
    }

    #[test]
    fn what_stands_between_is_the_gap(text in text()) {
        let prose = Prose::new(&text);
        for pair in prose.tokens().windows(2) {
            prop_assert_eq!(
                prose.between(&pair[0], &pair[1]),
                &text[pair[0].span.end..pair[1].span.start]
            );
            prop_assert_eq!(prose.between(&pair[1], &pair[0]), "");
        }
    }

    #[test]
    fn a_token_is_folded_as_its_original_is(text in text()) {
        let prose = Prose::new(&text);
        for token in prose.tokens() {
            let folded = fold(prose.slice(token.span));
            prop_assert!(prose.folded(token) == *folded);
            prop_assert!(!folded.is_empty());
            let alone = Prose::new(&folded);
            prop_assert_eq!(alone.tokens().len(), 1, "{:?}", folded);
            prop_assert_eq!(alone.tokens()[0].hash, token.hash);
        }
    }

    #[test]
    fn hashes_are_equal_when_forms_are(left in text(), right in text()) {
        let (left, right) = (Prose::new(&left), Prose::new(&right));
        for a in left.tokens() {
            for b in left.tokens().iter().chain(right.tokens()) {
                let other = if left.tokens().iter().any(|t| std::ptr::eq(t, b)) { &left } else { &right };
                let same = left.folded(a).to_string() == other.folded(b).to_string();
                prop_assert_eq!(a.hash == b.hash, same);
            }
        }
    }

    #[test]
    fn a_used_prose_reads_as_a_new_one(texts in prop::collection::vec(text(), 1..5)) {
        let mut used = Prose::default();
        for text in texts {
            used.read(&text);
            prop_assert_eq!(seen(&used), seen(&Prose::new(&text)));
        }
    }

    #[test]
    fn words_keep_their_forms_beside_any_other_text(text in text(), beside in text()) {
        let whole = format!("{text} \n {beside}");
        let mut expected = read(&text);
        expected.extend(read(&beside).into_iter().map(|(mut span, form)| {
            span.start += text.len() + 3;
            span.end += text.len() + 3;
            (span, form)
        }));
        prop_assert_eq!(read(&whole), expected);
    }
}

#[test]
fn words_are_read_at_every_place_of_a_block() {
    // A plain, a disguised and a foreign word, moved byte by byte across the ends of blocks and
    // groups.
    for word in ["Sports", "Spo\u{ad}rts", "ｓｐｏｒｔｓ", "вода", "x"] {
        for padding in (0..140).chain(2030..2066) {
            for filler in [" ", "."] {
                let text = filler.repeat(padding) + word;
                assert_eq!(read(&text), words(&text), "{word} after {padding}");
                let text = text + " end";
                assert_eq!(read(&text), words(&text), "{word} after {padding}");
            }
        }
    }
}

#[test]
fn a_long_word_goes_over_many_groups() {
    for length in [2047, 2048, 2049, 10_000] {
        for tail in ["", "é", "\u{200b}z", "\u{301}"] {
            let text = "x".repeat(length) + tail;
            assert_eq!(read(&text), words(&text), "{length} and {tail:?}");
        }
        let text = "é".to_string() + &"x".repeat(length);
        assert_eq!(read(&text), words(&text));
    }
}

#[test]
fn apostrophes_part_words_straight_or_curly() {
    for apostrophe in ["'", "’", "‘", "ʼ", "＇", "′", "`", "´"] {
        let text = format!("O{apostrophe}Brien");
        let forms: Vec<String> = read(&text).into_iter().map(|(_, form)| form).collect();
        assert_eq!(forms, ["o", "brien"], "{text}");
    }
}

#[test]
fn spans_hold_the_marks_and_leave_out_what_trails() {
    let cases = [
        ("«Zoe\u{308}»", "Zoe\u{308}"),
        ("Jack\u{200b} ", "Jack"),
        ("\u{feff}Jack", "Jack"),
        ("Ja\u{200d}ck\u{fe0f}", "Ja\u{200d}ck"),
        ("(1\u{fe0f}\u{20e3})", "1\u{fe0f}\u{20e3}"),
        ("Jack™", "Jack"),
        ("Ｊａｃｋ，", "Ｊａｃｋ"),
    ];
    for (text, word) in cases {
        let prose = Prose::new(text);
        let [token] = prose.tokens() else { panic!("one word in {text:?}") };
        assert_eq!(prose.slice(token.span), word);
    }
}

#[test]
fn debug_shows_no_word_of_the_text() {
    let prose = Prose::new("Méera Okafor");
    let shown = format!("{prose:?} {:?} {:?}", prose.tokens(), prose.folded(&prose.tokens()[0]));
    for word in ["Okafor", "okafor", "Méera", "meera"] {
        assert!(!shown.contains(word), "{shown}");
    }
}

//! Any word in any disguise, anywhere in a text, is found where it stands; a part of it is not.

#![allow(clippy::unnecessary_wraps, reason = "every writer has the type of all of them")]

mod common;

use gatepost_matcher::{Disguise, Gap, Phrases, Prose, Span};
use proptest::prelude::*;

/// Words without a double letter and without their own beginnings again, so that a part of one is
/// no reading of the whole.
fn word(letters: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(letters.chars().collect::<Vec<_>>()), 5..11)
        .prop_map(|letters| {
            let mut word = String::new();
            for letter in letters {
                if !word.ends_with(letter) {
                    word.push(letter);
                }
            }
            while word.len() < 5 {
                word.push_str("mu");
            }
            word
        })
}

const ALL: &str = "abcdefghijklmnopqrstuvwxyz";

/// What may stand around a word: words of two letters and more.
fn around() -> impl Strategy<Value = (String, String)> {
    let word = "[b-df-hj-np-tv-z]{1}[aeiou]{1}[a-z]{0,6}";
    let run = prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "));
    let left = prop::sample::select(vec![" ", "\n", ", ", " (", ": ", "! ", " \"", "… ", " – "]);
    let right = prop::sample::select(vec![" ", "\n", ", ", ") ", "! ", ". ", "?", "\" ", "…"]);
    (run.clone(), left, right, run).prop_map(|(before, left, right, after)| {
        let before = if before.is_empty() { before } else { before + left };
        (before, format!("{right}{after}"))
    })
}

/// A way to disguise a word, by numbers that chance gives. It gives what is written, and which part
/// of it is the word; or nothing if the word cannot be disguised so.
type Writer = fn(&str, &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)>;

fn whole(written: String) -> Option<(String, Span)> {
    let span = Span::new(0, written.len());
    Some((written, span))
}

fn leet(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let (mut written, mut signs, mut open) = (String::new(), 0, 0);
    for (at, letter) in word.chars().enumerate() {
        let edge = at == 0 || at + 1 == word.len();
        let choices = match letter {
            'a' if at == 0 || !edge => "4@",
            'a' => "4",
            'b' => "8",
            'e' => "3",
            'g' => "96",
            'i' | 'l' if edge => "1",
            'i' | 'l' => "1!|",
            'o' => "0",
            's' => "5$",
            't' if edge => "7",
            't' => "7+",
            'z' => "2",
            _ => "",
        };
        let way = chance(choices.len() + 1);
        let is_open = "gil".contains(letter);
        let letters_left = word.len() - signs > 3;
        match choices.chars().nth(way) {
            Some(sign) if letters_left && (!is_open || open < 3) => {
                written.push(sign);
                signs += 1;
                open += usize::from(is_open);
            }
            _ => written.push(letter),
        }
    }
    // A lone sign at the end of a word is punctuation, and a number there is one.
    let digits =
        |text: &mut dyn Iterator<Item = char>| text.take_while(char::is_ascii_digit).count();
    let edges = digits(&mut written.chars()) + digits(&mut written.chars().rev());
    (signs > 0 && edges < 4).then(|| whole(written)).flatten()
}

fn repeated(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let (mut written, mut runs) = (String::new(), 0);
    for letter in word.chars() {
        let count = if runs < 3 && chance(3) == 0 { 3 + chance(6) } else { 1 };
        runs += usize::from(count > 1);
        written.extend(std::iter::repeat_n(letter, count));
    }
    (runs > 0).then(|| whole(written)).flatten()
}

fn doubled(word: &str, _: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    whole(word.chars().flat_map(|letter| [letter, letter]).collect())
}

fn parted(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    const PARTS: &[&str] =
        &[".", "-", "_", "*", "/", " ", "·", "👏", " . ", "\u{a0}", "...", "~", "+", "👏🏽", " - "];
    let part = PARTS[chance(PARTS.len())];
    let letters: Vec<String> = word.chars().map(String::from).collect();
    whole(letters.join(part))
}

fn censored(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let sign = ["*", "#"][chance(2)];
    let from = 1 + chance(word.len() - 2);
    let hidden = 1 + chance((word.len() - from - 1).min(word.len() - 3));
    let shown = (&word[..from], &word[from + hidden..]);
    whole(format!("{}{}{}", shown.0, sign.repeat(hidden), shown.1))
}

fn escaped(
    word: &str,
    chance: &mut dyn FnMut(usize) -> usize,
    escape: fn(char, usize) -> String,
) -> Option<(String, Span)> {
    let certain = chance(word.len());
    let letters = word.chars().enumerate().map(|(at, letter)| {
        if at == certain || chance(2) == 0 { escape(letter, chance(3)) } else { letter.into() }
    });
    whole(letters.collect())
}

fn entities(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    escaped(word, chance, |letter, way| match way {
        0 => format!("&#{};", letter as u32),
        1 => format!("&#x{:x};", letter as u32),
        _ => format!("&#X{:04X};", letter as u32),
    })
}

fn percent(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    escaped(word, chance, |letter, way| match way {
        0 => format!("%{:x}", letter as u32),
        _ => format!("%{:X}", letter as u32),
    })
}

fn marked(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let mark = ["*", "**", "_", "__", "~~", "`"][chance(6)];
    let from = 1 + chance(word.len() - 2);
    let to = from + 1 + chance(word.len() - from - 1);
    let written = format!("{}{mark}{}{mark}{}", &word[..from], &word[from..to], &word[to..]);
    whole(written)
}

fn tag(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    let others = ["Our", "WellDone", "UK", "PTA", "2026", "Day"];
    let before = others[chance(5)];
    let after = others[chance(others.len())];
    let sign = ["#", "@"][chance(2)];
    let start = sign.len() + before.len();
    let written = format!("{sign}{before}{}{after}", capital(word));
    Some((written, Span::new(start, start + word.len())))
}

fn hyphenated(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let at = 1 + chance(word.len() - 2);
    let line = ["\n", "\r\n", "\n  "][chance(3)];
    whole(format!("{}-{line}{}", &word[..at], &word[at..]))
}

fn run_on(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let number = ["7", "99", "2026", "10000"][chance(4)];
    whole(if chance(2) == 0 { format!("{word}{number}") } else { format!("{number}{word}") })
}

fn flags(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let part = ["\u{200b}", " ", "-"][chance(3)];
    let letters = word.bytes().map(|letter| {
        char::from_u32(0x1f1e6 + u32::from(letter - b'a')).expect("a letter of a flag").to_string()
    });
    whole(letters.collect::<Vec<_>>().join(part))
}

fn mirrored(word: &str, _: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let backwards: String = word.chars().rev().collect();
    let start = '\u{202e}'.len_utf8();
    Some((format!("\u{202e}{backwards}\u{202c}"), Span::new(start, start + word.len())))
}

fn turned(word: &str, chance: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let mut letters: Vec<char> = word
        .chars()
        .map(|letter| {
            let at = ALL.find(letter).expect("a letter");
            "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz".chars().nth(at).expect("as many as letters")
        })
        .collect();
    if chance(2) == 0 {
        letters.reverse();
    }
    let written: String = letters.into_iter().collect();
    "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ".chars().any(|sign| written.contains(sign)).then(|| whole(written)).flatten()
}

fn look_alikes(word: &str, _: &mut dyn FnMut(usize) -> usize) -> Option<(String, Span)> {
    let letters = word.chars().map(|letter| {
        "abcehijkmnoprstuxy".find(letter).and_then(|at| "аЬсеһіјкмпоргѕтцху".chars().nth(at))
    });
    whole(letters.collect::<Option<String>>()?)
}

const WRITERS: &[(Writer, Disguise)] = &[
    (censored, Disguise::Censored),
    (doubled, Disguise::Repeated),
    (entities, Disguise::Entities),
    (flags, Disguise::Flags),
    (hyphenated, Disguise::Hyphenated),
    (leet, Disguise::Leet),
    (look_alikes, Disguise::LookAlikes),
    (marked, Disguise::Marked),
    (mirrored, Disguise::Mirrored),
    (parted, Disguise::Parted),
    (percent, Disguise::Percent),
    (repeated, Disguise::Repeated),
    (run_on, Disguise::RunOn),
    (tag, Disguise::Hashtag),
    (turned, Disguise::Turned),
];

/// Numbers below any limit, by turns from a list.
fn by_turns(numbers: Vec<u16>) -> impl FnMut(usize) -> usize {
    let mut numbers = numbers.into_iter().cycle();
    move |limit| numbers.next().map_or(0, |number| usize::from(number) % limit.max(1))
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 24)
}

fn found(terms: &[&str], text: &str) -> Vec<(usize, Span, Option<Disguise>)> {
    let mut phrases = Phrases::default();
    for (index, term) in terms.iter().enumerate() {
        phrases.insert(term, Gap::Joined, index);
    }
    let mut found = Vec::new();
    phrases.find(&Prose::new(text), |one| found.push((*one.value, one.span, one.disguise)));
    found
}

proptest! {
    #![proptest_config(common::cases())]

    #[test]
    fn a_disguised_word_is_found_where_it_stands(
        word in word(ALL),
        (before, after) in around(),
        numbers in numbers(),
    ) {
        let mut chance = by_turns(numbers);
        for (write, disguise) in WRITERS {
            let Some((written, span)) = write(&word, &mut chance) else { continue };
            // Letters of another script are a disguise amid Latin words, and first in a text.
            let text = format!("{before}{written}{after}");
            let span = Span::new(before.len() + span.start, before.len() + span.end);
            let all = found(&[&word], &text);
            prop_assert!(
                all.iter().any(|(_, place, _)| *place == span),
                "{:?}: {} in {:?} at {:?}: {:?}", disguise, word, text, span, all
            );
        }
    }

    #[test]
    fn words_of_a_phrase_may_each_be_disguised(
        first in word(ALL),
        second in word(ALL),
        (before, after) in around(),
        numbers in numbers(),
    ) {
        let writers: [Writer; 5] = [leet, repeated, entities, censored, |word, _| whole(word.into())];
        let mut chance = by_turns(numbers);
        let one = writers[chance(writers.len())](&first, &mut chance);
        let other = writers[chance(writers.len())](&second, &mut chance);
        let (Some((one, _)), Some((other, _))) = (one, other) else { return Ok(()) };
        let text = format!("{before}{one} {other}{after}");
        let span = Span::new(before.len(), before.len() + one.len() + 1 + other.len());
        let all = found(&[&format!("{first} {second}")], &text);
        prop_assert!(all.iter().any(|(_, place, _)| *place == span), "{:?}: {:?}", text, all);
    }

    #[test]
    fn a_part_of_a_disguised_word_is_not_found(
        word in word("bcdfhjkmnpqrtvwxy"),
        cut in any::<(prop::sample::Index, prop::sample::Index)>(),
        numbers in numbers(),
    ) {
        let from = cut.0.index(word.len() - 2);
        let to = from + 3 + cut.1.index(word.len() - from - 2);
        let part = &word[from..to.min(word.len())];
        let part = if part == word { &word[1..] } else { part };
        let mut chance = by_turns(numbers);
        for (write, disguise) in WRITERS {
            let Some((written, _)) = write(&word, &mut chance) else { continue };
            // Marks, tags and hyphens part what may be words of their own.
            let parts_words = matches!(disguise, Disguise::Marked | Disguise::Hashtag | Disguise::Hyphenated | Disguise::Censored);
            if parts_words {
                continue;
            }
            let text = format!("Today {written} here");
            // A digit at an end may be a number behind the word.
            let undone = found(&[part], &text).into_iter().any(|(_, _, found)| {
                found.is_some() && (found == Some(*disguise) || found != Some(Disguise::RunOn))
            });
            prop_assert!(!undone, "{:?}: {} in {:?}", disguise, part, text);
        }
    }

    #[test]
    fn readings_lie_in_the_text_by_place(text in hostile()) {
        let prose = Prose::new(&text);
        let mut start = 0;
        for reading in prose.readings() {
            prop_assert!(reading.span.slice(&text).is_some_and(|slice| !slice.is_empty()));
            prop_assert!(start <= reading.span.start);
            start = reading.span.start;
            let form = prose.recovered(reading).to_string();
            prop_assert_eq!(gatepost_matcher::fold(&form), form.clone());
            let again = Prose::new(&form);
            prop_assert_eq!(again.tokens().len(), 1, "{:?} in {:?}", form, text);
            prop_assert_eq!(again.tokens()[0].hash, reading.hash);
        }
    }

    #[test]
    fn reading_again_gives_the_same(text in hostile(), other in hostile()) {
        let seen = |prose: &Prose| -> Vec<_> {
            prose.readings().map(|one| (*one, prose.recovered(one).to_string())).collect()
        };
        let fresh = seen(&Prose::new(&text));
        let mut prose = Prose::new(&other);
        prose.read(&text);
        prop_assert_eq!(seen(&prose).len(), fresh.len());
        for (one, two) in seen(&prose).iter().zip(&fresh) {
            prop_assert_eq!((one.0.span, one.0.hash, &one.1), (two.0.span, two.0.hash, &two.1));
        }
    }
}

/// Any text, and texts of what disguises are made of.
fn hostile() -> impl Strategy<Value = String> {
    let signs = "[a-zA-Z0-9 .,!@#$%&*_+~|/\\-;x\n]{0,200}";
    let pieces = prop::sample::select(vec![
        "&#102;", "%66", "s.h.", " a ", "\u{202e}", "\u{202c}", "🇬", "**", "aaa", "-\n", "1", "$",
        "ς", "ʇ", "＊", "x", " ", "&amp;", "%C3%A9", "é", "#", "@", "Ab", "👏", "ﷺ",
    ]);
    prop_oneof![
        common::text(),
        signs,
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
    ]
}

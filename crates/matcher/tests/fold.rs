//! Folding undoes disguises and nothing else: every character there is, and any word in any
//! disguise.

mod common;

use std::collections::BTreeSet;

use common::{HIDDEN, LOOK_ALIKES, text};
use gatepost_matcher::fold;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn every_character_folds_to_small_letters_and_digits_and_stays_so() {
    let mut own_script = 0;
    for character in '\0'..=char::MAX {
        let folded = fold(&character.to_string());
        for part in folded.chars() {
            assert!(part.is_alphanumeric(), "{character:?} gives {part:?}");
            assert!(!part.is_uppercase(), "{character:?} gives {part:?}");
            assert!(part.to_lowercase().eq([part]), "{character:?} gives {part:?}");
        }
        assert_eq!(fold(&folded), folded, "{character:?}");
        own_script += usize::from(!folded.is_ascii());
    }
    // Most of Unicode is no disguise: the great scripts are left as they are.
    assert!(own_script > 100_000, "{own_script}");
}

#[test]
fn every_character_among_latin_letters_folds_once_for_all() {
    for character in '\0'..=char::MAX {
        let folded = fold(&format!("a{character}Z"));
        assert!(folded.starts_with('a') && folded.ends_with('z'));
        assert_eq!(fold(&folded), folded, "{character:?}");
    }
}

#[test]
fn case_changes_nothing_but_in_letters_whose_capitals_look_otherwise() {
    // `Η` shows an H, `η` an n: so it is with six letters of Greek, and one of Warang Citi.
    let mut differing = String::new();
    for character in '\0'..=char::MAX {
        let among = |letters: String| fold(&format!("q{letters}q"));
        if among(character.to_lowercase().collect()) != among(character.to_string()) {
            differing.push(character);
        }
    }
    let greek: BTreeSet<char> =
        differing.nfd().filter(|part| matches!(part, '\u{370}'..='\u{3ff}')).collect();
    assert_eq!(greek.into_iter().collect::<String>(), "ΔΗΜΝΣΥ");
    let is_greek = |c: &char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    assert!(differing.chars().filter(|c| !is_greek(c)).eq("𑢼".chars()));
}

#[test]
fn ascii_is_never_taken_for_anything_else() {
    for byte in 0..=0x7f_u8 {
        let letter = char::from(byte);
        let plain = if letter.is_ascii_alphanumeric() {
            letter.to_ascii_lowercase().to_string()
        } else {
            String::new()
        };
        assert_eq!(fold(&letter.to_string()), plain);
        // The same on the way of words that are not plain.
        assert_eq!(fold(&format!("é{letter}")), format!("e{plain}"));
    }
}

#[test]
fn disguises_are_undone() {
    let cases = [
        ("ｆｕｌｌ", "full"),
        ("𝓼𝓬𝓻𝓲𝓹𝓽", "script"),
        ("𝔣𝔯𝔞𝔨𝔱𝔲𝔯", "fraktur"),
        ("𝕕𝕠𝕦𝕓𝕝𝕖", "double"),
        ("ⓒⓘⓡⓒⓛⓔ", "circle"),
        ("🅒🅘🅡🅒🅛🅔", "circle"),
        ("🅂🅀🅄🄰🅁🄴", "square"),
        ("🆂🆀🆄🅰🆁🅴", "square"),
        ("⒫⒜⒭⒠⒩", "paren"),
        ("ꜱᴍᴀʟʟ", "small"),
        ("ˢᵘᵖᵉʳ", "super"),
        ("ﬂuﬃness", "fluffiness"),
        ("z̷̢̛a̵l̴g̸o̶", "zalgo"),
        ("B͎e͎n͎", "ben"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Łukasz", "lukasz"),
        ("Bjørn", "bjorn"),
        ("Ægir", "aegir"),
        ("Şahin", "sahin"),
        ("Işıl", "isil"),
        ("İpek", "ipek"),
        ("Nguyễn", "nguyen"),
        ("Đorđe", "dorde"),
        ("раssword", "password"),
        ("ВОВ", "bob"),
        ("Неllо", "hello"),
        ("ΗELLO", "hello"),
        ("piηk", "pink"),
        ("ΝΑΖΙ", "nazi"),
        ("Ꭻack", "jack"),
        ("Հello", "hello"),
        ("ꓙꓮꓚꓗ", "jack"),
        ("Яobin", "robin"),
        ("٠٧٧٠٠", "07700"),
        ("①②❸➍", "1234"),
        ("1️⃣2️⃣", "12"),
    ];
    for (disguised, plain) in cases {
        assert_eq!(fold(disguised), plain, "{disguised}");
    }
}

#[test]
fn words_of_other_scripts_stay_themselves_in_either_case() {
    let words = [
        "вода",
        "дівчинка",
        "школа",
        "їжак",
        "юний",
        "добрый",
        "γλώσσα",
        "σχολείο",
        "Տիգրան",
        "ქართული",
        "שלום",
        "مرحبا",
        "हिन्दी",
        "বাংলা",
        "ਪੰਜਾਬੀ",
        "தமிழ்",
        "ไทย",
        "日本語",
        "한국어",
        "አማርኛ",
    ];
    for word in words {
        let folded = fold(word);
        assert!(folded.chars().all(|letter| !letter.is_ascii()), "{word} gives {folded}");
        assert_eq!(fold(&word.to_uppercase()), folded);
        assert_eq!(fold(&word.to_lowercase()), folded);
    }
    // Vowel signs are letters, not accents.
    assert_ne!(fold("कि"), fold("का"));
}

#[test]
fn a_vowel_sign_has_no_say_in_the_script_of_a_word() {
    for word in ["т0\u{93f}", "т\u{93f}", "\u{93f}т", "\u{93f}", "7\u{93f}"] {
        assert_eq!(fold(&fold(word)), fold(word), "{word}");
    }
}

#[test]
fn a_word_of_twins_alone_is_read_as_it_looks() {
    assert_eq!(fold("сосо"), "coco");
    assert_eq!(fold("НАТ"), "hat");
    assert_eq!(fold("нат"), "hat");
}

/// A word of ASCII letters, each of them disguised or not.
fn disguised() -> impl Strategy<Value = (String, String)> {
    let groups: Vec<(char, Vec<char>)> = LOOK_ALIKES
        .split(' ')
        .map(|group| {
            (group.chars().next().expect("a group has letters"), group.chars().skip(1).collect())
        })
        .collect();
    let letter = (
        prop::sample::select(groups),
        any::<prop::sample::Index>(),
        0..4_u8,
        prop::option::of(prop::sample::select(HIDDEN.chars().collect::<Vec<_>>())),
        prop::option::of(prop::sample::select(
            "\u{301}\u{308}\u{327}\u{336}\u{20dd}".chars().collect::<Vec<_>>(),
        )),
    );
    let letter = letter.prop_map(|((plain, others), index, way, hidden, mark)| {
        let shown = match way {
            0 => plain.to_ascii_uppercase(),
            1 => *index.get(&others),
            _ => plain,
        };
        let mut out = String::from(shown);
        out.extend(mark);
        out.extend(hidden);
        (plain, out)
    });
    prop::collection::vec(letter, 1..30).prop_map(|letters| {
        // One letter is left Latin: a word of look-alikes that are no twins keeps its script.
        let plain: String = letters.iter().map(|(plain, _)| *plain).collect();
        let shown: String = letters.into_iter().map(|(_, shown)| shown).collect();
        (format!("{plain}s"), format!("{shown}s"))
    })
}

proptest! {
    #![proptest_config(common::cases())]

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_disguised_word_folds_as_the_plain_one((plain, shown) in disguised()) {
        prop_assert_eq!(fold(&shown), plain.clone());
        let prose = gatepost_matcher::Prose::new(&shown);
        prop_assert_eq!(prose.tokens().len(), 1);
        prop_assert_eq!(prose.tokens()[0].hash, gatepost_matcher::Prose::new(&plain).tokens()[0].hash);
    }

    #[test]
    fn case_changes_nothing_in_an_ascii_word(word in "[A-Za-z0-9]{1,30}") {
        prop_assert_eq!(fold(&word), word.to_ascii_lowercase());
        prop_assert_eq!(fold(&word.to_uppercase()), fold(&word));
    }
}

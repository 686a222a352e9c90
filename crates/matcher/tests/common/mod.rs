//! Texts to try the matcher on, and a slow and obvious reading of them to compare it with.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so and stop")]
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of this one")]

use gatepost_matcher::{Gap, Prose, Span, fold};
use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;

/// Characters that show nothing.
pub const HIDDEN: &str = "\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{202e}\u{2060}\u{feff}\u{fe0f}\u{34f}\u{e0041}\u{0}\u{7f}";

/// Latin letters beside letters of other scripts that show them.
pub const LOOK_ALIKES: &str = "aаαａⓐ🅐𝐚 bЬ𝒷ʙВв cсϲ🄲 dԁⅾᗞ eеε℮𝖊 fғｆ hһНн iіι𝚒 jј kкΚ lⅼ𝓁 mмМ nոΝη oоοօ𝕠 pрρΡ qԛ rг𝓻 sѕꜱ tтΤ uυ vν wԝ xхχ yуү zᴢΖ";

/// What hostile texts are made of, over and over.
pub const PIECES: &[&str] = &[
    "Well done, Year 5! ",
    "a",
    "aab",
    "é",
    "é ",
    "ﷺ",
    "вода ",
    "z̷̢̛a̵ ",
    "日本語",
    "a.",
    "a ",
    "$ ",
    "x5",
    "x5y ",
    "s**t ",
    "*a",
    "*",
    "a_",
    "#",
    "#tag",
    "#tag ",
    "#WellDone ",
    "@a",
    "&#102;",
    "&",
    "%66",
    "%",
    "aaaab ",
    "Wow!! ",
    "f👏",
    "🇬🇧",
    "🇬 ",
    "well-\n",
    "-\n",
    "\u{202e}ab ",
    "\u{202e}",
    "\u{202e}a\u{202c}",
    "1l1!i1 ",
    "ʇ ",
    "ς",
    "http://a5b/",
    "http://a.b.",
    "www.",
    "a5b/",
    "\u{200b}",
    "a\u{301}",
    "1i|!l6",
];

/// As many cases as `PROPTEST_CASES` says, and no file of those that failed.
pub fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// Any text: words, disguised words, other scripts, punctuation and whatever Unicode has.
pub fn text() -> impl Strategy<Value = String> {
    let chosen = |from: &'static str| {
        prop::sample::select(from.chars().collect::<Vec<_>>()).prop_map(|c| c.to_string())
    };
    let piece = prop_oneof![
        6 => "[A-Za-z0-9]{1,20}",
        6 => "[ .,!'\\-\n\t_*]{1,3}",
        3 => chosen("’‘“”–—…£€\u{a0}\u{3000}«»¿ʼ™½"),
        3 => chosen(HIDDEN),
        3 => chosen("\u{301}\u{308}\u{327}\u{20e3}\u{489}\u{93f}\u{e31}"),
        3 => chosen(LOOK_ALIKES),
        2 => chosen("éßŁøǅﬁﷺΣςşİıŉ①٣२Жїґकि가がﾞ日本"),
        2 => any::<char>().prop_map(|c| c.to_string()),
        1 => "\\PC{0,8}",
        1 => "[a-zа-яα-ω]{60,200}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A plain ASCII text.
pub fn ascii() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~\n\t]{0,300}", "([A-Za-z0-9]{1,40}[ .,'-]{1,3}){0,60}", "[\\x00-\\x7f]{0,200}"]
}

/// The words of a text, found character by character: where each stands, and its folded form.
pub fn words(text: &str) -> Vec<(Span, String)> {
    let mut words: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, character) in text.char_indices() {
        let here = Span::new(at, at + character.len_utf8());
        if is_hidden(character) {
            continue;
        }
        let shows = !fold(&character.to_string()).is_empty();
        match (shows, open) {
            (true, false) => words.push(here),
            (true, true) => words.last_mut().unwrap().end = here.end,
            (false, true) if is_mark(character) => words.last_mut().unwrap().end = here.end,
            _ => open = false,
        }
        open = shows || (open && is_mark(character));
    }
    words.into_iter().map(|span| (span, fold(span.slice(text).unwrap()))).collect()
}

fn is_hidden(character: char) -> bool {
    HIDDEN.contains(character)
        || character.is_control() && !character.is_whitespace()
        || matches!(character, '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

fn is_mark(character: char) -> bool {
    // The two half-width voicing marks stand for combining ones.
    is_combining_mark(character) || matches!(character, '\u{ff9e}' | '\u{ff9f}')
}

/// Every place where one of `phrases` stands, as (first token, last token, index of the phrase).
pub fn occurrences(prose: &Prose, phrases: &[(String, Gap)]) -> Vec<(usize, usize, usize)> {
    let tokens = prose.tokens();
    let mut found = Vec::new();
    for first in 0..tokens.len() {
        for (index, (phrase, gap)) in phrases.iter().enumerate() {
            let wanted: Vec<String> = words(phrase).into_iter().map(|(_, form)| form).collect();
            let last = first + wanted.len().max(1) - 1;
            if wanted.is_empty() || last >= tokens.len() {
                continue;
            }
            let run = &tokens[first..=last];
            let same = run.iter().zip(&wanted).all(|(token, word)| prose.folded(token) == **word);
            let joined = run.windows(2).all(|pair| gap.allows(prose.between(&pair[0], &pair[1])));
            if same && joined {
                found.push((first, last, index));
            }
        }
    }
    found
}

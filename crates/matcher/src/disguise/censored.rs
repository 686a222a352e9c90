//! Letters hidden by whoever wrote them: `s**t`, `f#ck`, `sh_t`.
//!
//! A sign that is no letter's look-alike hides one letter. The first letter must be there, and of the
//! others enough that the word can be guessed: of three letters two beside a star, of more two at
//! least and for signs other than stars half of them; or the first letter alone with three stars and
//! more. What is found is a mask of the word, and whoever looks words up compares it with words of
//! its length.

use super::cell::Kind;
use super::leet;
use super::word::Word;
use super::{Disguise, Way};
use crate::reading::{Found, HIDDEN};

pub(super) static WAY: Way = Way { name: "censored", disguise: Disguise::Censored };

/// How long a mask may be.
const MOST: usize = 32;

pub(super) fn spell(word: &Word<'_>, found: &mut Found) {
    if word.hidden == 0 || word.cells.len() > MOST || word.letters == 0 {
        return;
    }
    if word.cells.first().is_none_or(|first| first.kind != Kind::Letter) {
        return;
    }
    let stars = word.cells.iter().filter(|cell| matches!(cell.sign, '*' | '#')).count();
    let (length, known) = (word.cells.len(), word.cells.len() - word.hidden);
    let all_stars = stars == word.hidden;
    let enough = match known {
        1 => all_stars && length > 3,
        _ if length == 3 => all_stars,
        _ => all_stars || known * 2 >= length && length > 3,
    };
    if !enough {
        return;
    }
    found.add_mask(
        word.span,
        word.cells.iter().map(|cell| match cell.kind {
            Kind::Wild => HIDDEN,
            _ => leet::letters(cell.sign).map_or(word.letter(cell), |(likely, _)| likely),
        }),
    );
    // Beside a sign that hides a letter, one that may be a letter may hide one as well: `f#@k`.
    if word.symbols > 0 && (known - word.symbols) * 2 >= length {
        found.add_mask(
            word.span,
            word.cells.iter().map(|cell| match cell.kind {
                Kind::Wild | Kind::Leet => HIDDEN,
                _ => leet::letters(cell.sign).map_or(word.letter(cell), |(likely, _)| likely),
            }),
        );
    }
}

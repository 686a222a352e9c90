//! Words wholly of another script's letters that look like Latin ones, `ѕсһооӏ`, and letters that
//! look like two, `ς`.
//!
//! Folding reads a word without a Latin letter as Latin only if nobody could tell: most words of
//! Cyrillic letters are themselves. Amid Latin words a reader takes one for a disguise, so that here
//! it is read as it looks, beside its own reading. A letter without a Latin look makes the whole word
//! foreign.

use super::cell::Cell;
use super::word::Word;
use super::{Disguise, Way, repeated};
use crate::letter::Look;
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "look-alikes", disguise: Disguise::LookAlikes };

/// Letters that look like one Latin letter, as folding has it, and stand for another.
const OTHERS: &[(char, char)] = &[('ς', 's'), ('σ', 's'), ('Σ', 's')];

/// The Latin letters that those look like.
const SHOWN: &[char] = &['c', 'o', 'e'];

pub(super) fn spell(word: &Word<'_>, found: &mut Found) {
    let plain = |cell: &Cell| cell.span.len() == 1;
    if word.digits + word.symbols + word.hidden > 0 || word.cells.iter().all(plain) {
        return;
    }
    let foreign = |cell: &Cell| matches!(cell.look, Look::Own | Look::Sign);
    if word.cells.iter().any(foreign) {
        return;
    }
    let disguise = word.joined.unwrap_or(Disguise::LookAlikes);
    if !word.is_latin() {
        let letters = word.cells.iter().map(|cell| (cell.sign, 1));
        repeated::add_all(letters, word.span, disguise, found);
    }
    let other = |cell: &Cell| {
        if plain(cell) || !SHOWN.contains(&cell.sign) {
            return None;
        }
        let shown = cell.span.slice(word.text).and_then(|shown| shown.chars().next());
        OTHERS.iter().find(|(letter, _)| Some(*letter) == shown).map(|(_, other)| *other)
    };
    if word.cells.iter().any(|cell| other(cell).is_some()) {
        let letters = word.cells.iter().map(|cell| (other(cell).unwrap_or(cell.sign), 1));
        repeated::add_all(letters, word.span, disguise, found);
    }
}

/// True for a letter that looks like two.
pub(crate) fn is_ambiguous(letter: char) -> bool {
    matches!(letter, 'ς' | 'σ' | 'Σ')
}

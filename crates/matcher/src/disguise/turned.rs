//! Letters upside down: `pɹoʍ`, which is read from its end, and `ʍoɹp`, which is not.
//!
//! A word is turned if it holds a letter that serves for nothing else but turning, or a phonetician.

use super::cell::Cell;
use super::place::{Picked, Place, segments};
use super::{Disguise, Way, word};
use crate::letter::Look;
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "turned", disguise: Disguise::Turned };

/// Letters that show another one upside down, and which.
const TURNED: &[(char, char)] = &[
    ('ɐ', 'a'),
    ('ɔ', 'c'),
    ('ǝ', 'e'),
    ('ə', 'e'),
    ('ɟ', 'f'),
    ('ƃ', 'g'),
    ('ɓ', 'g'),
    ('ɥ', 'h'),
    ('ᴉ', 'i'),
    ('ɾ', 'j'),
    ('ʞ', 'k'),
    ('ꞁ', 'l'),
    ('ɯ', 'm'),
    ('ɹ', 'r'),
    ('ʇ', 't'),
    ('ʌ', 'v'),
    ('ʍ', 'w'),
    ('ʎ', 'y'),
];

/// Plain letters that are another one upside down.
const TURNING: &[(char, char)] =
    &[('b', 'q'), ('d', 'p'), ('n', 'u'), ('p', 'd'), ('q', 'b'), ('u', 'n')];

pub(super) fn join(
    place: &Place<'_>,
    Picked { cells: picked, .. }: &mut Picked,
    found: &mut Found,
) {
    for segment in segments(place.cells) {
        let is_beyond = |cell: &Cell| cell.span.len() > 1;
        if !segment.iter().any(is_beyond) {
            continue;
        }
        let mut any = false;
        let turned = segment.iter().map(|cell| {
            let special = Some(cell).filter(|cell| is_beyond(cell)).and_then(|cell| {
                let shown = cell.span.slice(place.text).and_then(|shown| shown.chars().next());
                TURNED.iter().find(|(turned, _)| Some(*turned) == shown)
            });
            any |= special.is_some();
            let meant = special.or_else(|| TURNING.iter().find(|(turned, _)| *turned == cell.sign));
            let letter = meant.map_or(cell.sign, |(_, letter)| *letter);
            Cell { sign: letter, own: letter, look: Look::Latin, ..*cell }
        });
        picked.clear();
        picked.extend(turned);
        if any {
            word::spell(place.text, picked, Some(Disguise::Turned), found);
            picked.reverse();
            word::spell(place.text, picked, Some(Disguise::Turned), found);
        }
    }
}

/// True if this letter is a sign of a turned word.
pub(super) fn is_turned(character: char) -> bool {
    TURNED.iter().any(|(turned, _)| *turned == character)
}

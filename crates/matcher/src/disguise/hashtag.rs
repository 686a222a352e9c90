//! Several words run together behind `#` or `@`: `#WellDoneTeam`.
//!
//! Capitals part the words, and digits do. Where all letters are small, the words cannot be told by
//! themselves: such a tag is handed on whole, and whoever looks phrases up finds those of several
//! words at its ends.

use super::place::{Cell, Kind, Place, segments};
use super::{Disguise, Undo, Way, word};
use crate::reading::Found;
use crate::span::Span;

pub(super) static WAY: Way =
    Way { name: "hashtag", disguise: Disguise::Hashtag, undo: Undo::Join(join) };

/// How long a tag of small letters may be.
const LONGEST: usize = 64;

/// How short.
const SHORTEST: usize = 4;

fn join(place: &Place<'_>, found: &mut Found) {
    for segment in segments(place.cells) {
        let Some((sign, tag)) = segment.split_first() else { continue };
        if !matches!(sign.sign, '#' | '@') {
            continue;
        }
        for name in tag.split(|cell| !cell.is_plain()) {
            let mut rest = name;
            while let Some(end) = first_word(rest) {
                let (piece, after) = rest.split_at(end);
                if end < name.len() && piece.iter().all(|cell| cell.kind == Kind::Letter) {
                    word::one(place.text, piece, Some(Disguise::Hashtag), found);
                }
                rest = after;
            }
        }
        let small = tag
            .iter()
            .all(|cell| cell.sign.is_ascii_lowercase() && cell.span.len() == 1 && !cell.is_capital);
        let span = tag.iter().map(|cell| cell.span).reduce(Span::join);
        if let Some(span) = span.filter(|_| small && (SHORTEST..=LONGEST).contains(&tag.len())) {
            found.add_run_on(span, tag.iter().map(|cell| cell.sign));
        }
    }
}

/// How many cells the first word has; `None` if there is none.
fn first_word(cells: &[Cell]) -> Option<usize> {
    let first = cells.first()?;
    let mut end = 1;
    while let Some(cell) = cells.get(end) {
        let before = cells.get(end - 1).unwrap_or(first);
        let next_is_small =
            cells.get(end + 1).is_some_and(|next| next.kind == Kind::Letter && !next.is_capital);
        let rises = cell.is_capital && !before.is_capital;
        // `UKSchools`: the last of several capitals begins the next word.
        let begins = cell.is_capital && before.is_capital && next_is_small;
        if cell.kind != before.kind || rises || begins {
            break;
        }
        end += 1;
    }
    Some(end)
}

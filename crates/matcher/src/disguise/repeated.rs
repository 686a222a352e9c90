//! Letters repeated: `goooal`, `yesss`, `ggrreeaatt`.
//!
//! Words double letters, so that each letter that stands three times or more is read once and
//! twice, and doubled letters are left alone beside it. Where most letters are doubled, each run is
//! halved. `www` and Roman numerals are read too: what they give is no word.

use super::word::{Group, Groups, MOST, Word};
use super::{Disguise, Way};
use crate::reading::Found;
use crate::span::Span;

pub(super) static WAY: Way = Way { name: "repeated", disguise: Disguise::Repeated };

/// How many runs of a word are each tried single and double; where there are more, all are alike.
const TRIED: usize = 3;

pub(super) fn spell(word: &Word<'_>, found: &mut Found) {
    if word.digits + word.symbols + word.hidden > 0 || word.letters < 3 {
        return;
    }
    if !may_be(word.cells.iter().map(|cell| (cell.sign, 1))) {
        return;
    }
    let Some(groups) = Groups::of(word.cells.iter().map(|cell| (word.letter(cell), 1))) else {
        return;
    };
    squeeze(&groups, word.span, word.joined.unwrap_or(Disguise::Repeated), found);
}

/// Adds what small ASCII letters spell, as [`spell`].
pub(super) fn spell_plain(letters: &[u8], span: Span, disguise: Disguise, found: &mut Found) {
    if letters.len() < 3 {
        return;
    }
    let letters = || letters.iter().map(|letter| (char::from(*letter), 1));
    if may_be(letters())
        && let Some(groups) = Groups::of(letters())
    {
        squeeze(&groups, span, disguise, found);
    }
}

/// True if three letters in a row are the same, or three pairs.
fn may_be(letters: impl Iterator<Item = (char, u32)>) -> bool {
    let (mut last, mut count, mut pairs) = (' ', 0, 0);
    for (letter, more) in letters {
        let before = if letter == last { count } else { 0 };
        count = before + more;
        last = letter;
        pairs += u32::from(before < 2 && count >= 2);
        if count > 2 || pairs > 2 {
            return true;
        }
    }
    false
}

/// Adds a word, letters with their numbers, as it stands and with its runs squeezed.
pub(super) fn add_all(
    letters: impl Iterator<Item = (char, u32)> + Clone,
    span: Span,
    disguise: Disguise,
    found: &mut Found,
) {
    let each = |(letter, count): (char, u32)| std::iter::repeat_n(letter, count as usize);
    let length: usize = letters.clone().map(|(_, count)| count as usize).sum();
    if length <= MOST {
        found.add(span, disguise, letters.clone().flat_map(each));
    }
    if may_be(letters.clone())
        && let Some(groups) = Groups::of(letters)
    {
        squeeze(&groups, span, disguise, found);
    }
}

fn squeeze(all: &Groups, span: Span, disguise: Disguise, found: &mut Found) {
    let groups = all.as_slice();
    let runs = groups.iter().filter(|group| group.count > 2).count();
    let doubled = groups.iter().filter(|group| group.count > 1).count();
    if doubled > 2 && doubled * 4 > groups.len() * 3 {
        add(groups, |group| group.count.div_ceil(2).min(2), span, disguise, found);
        add(groups, |_| 1, span, disguise, found);
    }
    if runs == 0 {
        return;
    }
    let ways = if runs <= TRIED { 1_u32 << runs } else { 2 };
    for way in 0..ways {
        let mut choices = if runs <= TRIED || way == 0 { way } else { u32::MAX };
        let count = |group: &Group| {
            if group.count <= 2 {
                return group.count;
            }
            let count = 1 + (choices & 1);
            choices = choices >> 1 | choices & 1 << 31;
            count
        };
        add(groups, count, span, disguise, found);
    }
    if doubled > runs {
        add(groups, |_| 1, span, disguise, found);
    }
}

fn add(
    groups: &[Group],
    mut count: impl FnMut(&Group) -> u32,
    span: Span,
    disguise: Disguise,
    found: &mut Found,
) {
    found.add(
        span,
        disguise,
        groups.iter().flat_map(|group| std::iter::repeat_n(group.letter, count(group) as usize)),
    );
}

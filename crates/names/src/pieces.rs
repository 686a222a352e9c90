//! The words of a passage as names are looked for in them.
//!
//! In: the tokens of a passage and what its disguised places may be read as. Out: *pieces*, mostly the
//! tokens themselves. Where a disguised place reads as a word of the registers' vocabulary (`J4ck`,
//! `S.a.m`), that reading stands instead of its tokens; where a tag, a handle, a file's name or a word
//! with capitals inside runs a forename and a surname together (`#welldonejacksmith`), its two halves
//! stand instead of it. Nothing is folded again: halves are cut from the folded letters.

use gatepost_matcher::{Disguise, Prose, Reading, Span, Token, word_hash};
use gatepost_model::{Field, Passage};

use crate::index::Index;
use crate::letters::{Letters, MOST_LETTERS};
use crate::split;

/// A word of a passage.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Where it stands in the original.
    pub(crate) span: Span,
    /// The hash of its letters.
    pub(crate) hash: u64,
    /// Its letters among those of the pieces; `None` if they are those of the token at this place.
    own: Option<Span>,
    token: usize,
    /// Its capitals tell nothing: it is part of a tag, a handle, an address or a file's name.
    pub(crate) is_mute: bool,
}

/// The pieces of one passage. Kept from passage to passage for their memory.
#[derive(Default)]
pub(crate) struct Pieces {
    pub(crate) list: Vec<Piece>,
    letters: String,
    overlays: Vec<Overlay>,
    cuts: Vec<Piece>,
}

/// What may stand instead of some tokens.
#[derive(Debug, Clone, Copy)]
struct Overlay {
    span: Span,
    /// The less, the better.
    rank: u8,
    /// Its pieces among the cuts.
    from: usize,
    to: usize,
}

/// Names of fewer letters in both parts together are not looked for run together.
pub(crate) const LEAST_RUN_TOGETHER: usize = 5;

/// The letters of a token in which names may be run together: one that is no name itself, in a tag, a
/// handle, an address or a file's name, or with capitals inside.
pub(crate) fn letters_to_cut(
    index: &Index,
    prose: &Prose,
    token: &Token,
    field: Field,
) -> Option<Letters> {
    if !(LEAST_RUN_TOGETHER..=MOST_LETTERS).contains(&token.span.len()) {
        return None;
    }
    let runs = matches!(field, Field::Name(_) | Field::Meta(_));
    if !runs && !is_within_a_tag(prose, token) && !is_camel_case(prose.slice(token.span)) {
        return None;
    }
    let folded = prose.folded(token);
    let is_name = index.vocabulary.hashed_word(token.hash, |stored| folded == stored).is_some();
    if is_name { None } else { Letters::gather(folded.chars()) }
}

impl Pieces {
    /// Reads a passage; what was read before is gone.
    pub(crate) fn read(&mut self, index: &Index, passage: &Passage) {
        self.list.clear();
        self.letters.clear();
        self.overlays.clear();
        self.cuts.clear();
        let prose = &passage.prose;
        let all_mute = matches!(passage.field, Field::Name(_));
        for (at, token) in prose.tokens().iter().enumerate() {
            let is_mute = all_mute || is_within_a_tag(prose, token);
            self.add(index, passage, (at, token), is_mute);
        }
        for reading in prose.readings().filter(|reading| may_be_read(index, reading)) {
            let letters = Letters::gather(prose.recovered(reading).chars());
            if let Some(letters) = letters.filter(|_| !is_written_so(index, prose, reading.span)) {
                self.overlay(index, prose, reading.span, letters.as_str(), is_glued(reading));
            }
        }
        if !self.overlays.is_empty() {
            self.lay_over();
        }
    }

    /// True if the letters of pieces `first..=last`, run together, are these.
    pub(crate) fn spell(&self, prose: &Prose, first: usize, last: usize, stored: &str) -> bool {
        let mut rest = stored.chars();
        let mut same = |letter: char| rest.next() == Some(letter);
        let pieces = self.list.get(first..=last).unwrap_or_default();
        let spelt = pieces.iter().all(|piece| match piece.own {
            Some(own) => own.slice(&self.letters).unwrap_or_default().chars().all(&mut same),
            None => prose
                .tokens()
                .get(piece.token)
                .is_some_and(|token| prose.folded(token).chars().all(&mut same)),
        });
        spelt && rest.next().is_none()
    }

    /// The letter of a piece of one ASCII letter as it is; `None` of others.
    pub(crate) fn plain_letter(&self, prose: &Prose, at: usize) -> Option<char> {
        let piece =
            self.list.get(at).filter(|piece| piece.own.is_none() && piece.span.len() == 1)?;
        let byte = prose.text().as_bytes().get(piece.span.start)?;
        byte.is_ascii_alphabetic().then(|| char::from(byte.to_ascii_lowercase()))
    }

    /// Adds a piece's folded letters to `letters`; `None` if there is no room.
    pub(crate) fn write(&self, prose: &Prose, at: usize, letters: &mut Letters) -> Option<()> {
        let piece = self.list.get(at)?;
        if let Some(own) = piece.own {
            let own = own.slice(&self.letters).unwrap_or_default();
            own.chars().try_for_each(|letter| letters.push(letter))
        } else {
            let token = prose.tokens().get(piece.token)?;
            prose.folded(token).chars().try_for_each(|letter| letters.push(letter))
        }
    }

    fn add(
        &mut self,
        index: &Index,
        passage: &Passage,
        (at, token): (usize, &Token),
        is_mute: bool,
    ) {
        let prose = &passage.prose;
        let before = byte_before(prose, token);
        let slice = prose.slice(token.span);
        if before == Some(b'&') && matches!(slice, "nbsp" | "NBSP") {
            return;
        }
        if before == Some(b'%')
            && let Some((escape, rest)) = slice.split_at_checked(2)
            && u8::from_str_radix(escape, 16).is_ok()
        {
            if !rest.is_empty() {
                let span = Span::new(token.span.start + 2, token.span.end);
                let letters: String = prose.folded(token).chars().skip(2).collect();
                let piece = self.cut(&letters, span);
                self.list.push(Piece { is_mute, ..piece });
            }
            return;
        }
        let piece = Piece { span: token.span, hash: token.hash, own: None, token: at, is_mute };
        self.list.push(piece);
        if let Some(letters) = letters_to_cut(index, prose, token, passage.field) {
            self.overlay(index, prose, token.span, letters.as_str(), true);
        }
    }

    /// Notes what may stand at a place instead of its tokens: a word of the vocabulary, or two cut from it.
    fn overlay(&mut self, index: &Index, prose: &Prose, span: Span, letters: &str, glued: bool) {
        let from = self.cuts.len();
        let vocabulary = &index.vocabulary;
        let word =
            vocabulary.word(letters).is_some() || vocabulary.begins_several(word_hash(letters));
        let rank = if word {
            let piece = self.cut(letters, span);
            self.cuts.push(piece);
            1
        } else if glued && letters.len() >= LEAST_RUN_TOGETHER {
            let written = prose.slice(span);
            let Some(halves) = split::split(index, letters, written) else { return };
            for half in halves {
                let place = split::place(written, letters, half);
                let place = place
                    .map_or(span, |(first, last)| Span::new(span.start + first, span.start + last));
                let piece = self.cut(half.slice(letters).unwrap_or_default(), place);
                self.cuts.push(piece);
            }
            // Both halves of somebody's name say more than one word.
            0
        } else {
            return;
        };
        self.overlays.push(Overlay { span, rank, from, to: self.cuts.len() });
    }

    fn cut(&mut self, letters: &str, span: Span) -> Piece {
        let from = self.letters.len();
        self.letters.push_str(letters);
        let own = Some(Span::new(from, self.letters.len()));
        Piece { span, hash: word_hash(letters), own, token: 0, is_mute: true }
    }

    /// Puts the best overlays in the place of the pieces that they cover.
    fn lay_over(&mut self) {
        self.overlays.sort_unstable_by_key(|overlay| {
            (overlay.span.start, overlay.rank, std::cmp::Reverse(overlay.span.end))
        });
        let mut end = 0;
        self.overlays.retain(|overlay| {
            let free = overlay.span.start >= end;
            if free {
                end = overlay.span.end;
            }
            free
        });
        let overlays = &self.overlays;
        self.list.retain(|piece| {
            let next = overlays.partition_point(|overlay| overlay.span.end <= piece.span.start);
            overlays.get(next).is_none_or(|overlay| overlay.span.start >= piece.span.end)
        });
        for overlay in overlays {
            self.list.extend(self.cuts.get(overlay.from..overlay.to).unwrap_or_default());
        }
        self.list.sort_by_key(|piece| piece.span.start);
    }
}

/// True if what a place may be read as is a word of the vocabulary, or may be two run together.
pub(crate) fn may_be_read(index: &Index, reading: &Reading) -> bool {
    is_glued(reading) || index.vocabulary.may_begin(reading.hash)
}

/// True if the words of a place may be run together there.
pub(crate) fn is_glued(reading: &Reading) -> bool {
    let disguise = reading.disguise;
    matches!(disguise, Disguise::Parted | Disguise::Hashtag | Disguise::RunOn | Disguise::Percent)
}

fn byte_before(prose: &Prose, token: &Token) -> Option<u8> {
    let before = token.span.start.checked_sub(1)?;
    prose.text().as_bytes().get(before).copied()
}

/// True if a token that is a word of the vocabulary stands at exactly this place.
pub(crate) fn is_written_so(index: &Index, prose: &Prose, span: Span) -> bool {
    let tokens = prose.tokens();
    let at = tokens.partition_point(|token| token.span.start < span.start);
    tokens.get(at).is_some_and(|token| {
        let letters = prose.folded(token);
        token.span == span
            && index.vocabulary.hashed_word(token.hash, |stored| letters == stored).is_some()
    })
}

/// True if a token stands in a tag, a handle, an address or a file's name.
fn is_within_a_tag(prose: &Prose, token: &Token) -> bool {
    let text = prose.text().as_bytes();
    let before = token.span.start.checked_sub(1).and_then(|at| text.get(at));
    let after = text.get(token.span.end);
    let glued =
        |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    matches!(before, Some(b'#' | b'@' | b'_')) && !is_emphasis(text, token)
        || matches!(after, Some(b'_' | b'@')) && glued(Some(token.span.end + 1))
        || matches!(before, Some(b'.' | b'/'))
            && glued(token.span.start.checked_sub(2))
            && glued(token.span.start.checked_sub(3))
}

/// True for `_Jack` as Markdown has it.
fn is_emphasis(text: &[u8], token: &Token) -> bool {
    let at = |back: usize| token.span.start.checked_sub(back).and_then(|at| text.get(at));
    at(1) == Some(&b'_') && at(2).is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// True if letters of both cases stand in a word with a capital after a small letter: `JackSmith`.
pub(crate) fn is_camel_case(word: &str) -> bool {
    if word.is_ascii() {
        return word
            .as_bytes()
            .array_windows()
            .any(|[left, right]| left.is_ascii_lowercase() && right.is_ascii_uppercase());
    }
    word.chars().zip(word.chars().skip(1)).any(|(l, r)| l.is_lowercase() && r.is_uppercase())
}

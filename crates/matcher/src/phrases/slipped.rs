//! Finding phrases of one word where they are misspelt.
//!
//! In: a text, and a token of it that may be a slip or half of a word. Out: the entries of the word that
//! it is a slip of, and of the words that it makes with the token before it or behind it.

use super::misspelt::Half;
use super::slips::{self, Slip};
use super::{Entry, Here, Phrases, ROOT, step};
use crate::hash;
use crate::prose::Prose;
use crate::token::Token;

impl<T> Phrases<T> {
    /// Notes the entries of one word of which a token is a slip or a half.
    pub(super) fn slips_at(&self, prose: &Prose, at: usize, here: &mut Vec<Here>) {
        let Some(token) = prose.tokens().get(at).filter(|_| !self.misspelt.is_empty()) else {
            return;
        };
        let folded = prose.folded(token);
        if let Some((word, hash, slip)) = self.misspelt.behind(token.hash, |form| folded == form) {
            self.entries_of(word, hash, |entry| {
                here.push(Here { entry, first: at, last: at, slip: Some(slip) });
            });
        }
        let half = |index: usize| {
            prose
                .tokens()
                .get(index)
                .is_some_and(|token| self.misspelt.half(token.hash) == Half::Maybe)
        };
        if half(at) {
            // Two halves that both tell were joined at the first.
            if let Some(before) = at.checked_sub(1).filter(|before| !half(*before)) {
                self.join(prose, before, here);
            }
            self.join(prose, at, here);
        }
    }

    /// Notes the entries of one word whose halves are two tokens.
    fn join(&self, prose: &Prose, first: usize, here: &mut Vec<Here>) {
        let Some([left, right]) = prose.tokens().get(first..first + 2) else { return };
        let shouts =
            |token: &Token| prose.slice(token.span).bytes().all(|byte| byte.is_ascii_uppercase());
        let (loud, soft) = (shouts(left), shouts(right));
        // Initials beside a word are no half of one: *TW at 3 pm*.
        if !slips::may_part(prose.between(left, right)) || loud != soft && left.span.len() > 1 {
            return;
        }
        let mut word = [0; slips::MOST];
        let mut length = 0;
        for letter in prose.folded(left).chars().chain(prose.folded(right).chars()) {
            let Some(place) = word.get_mut(length) else { return };
            *place = u8::try_from(letter).unwrap_or_default();
            length += 1;
        }
        let Some(Ok(word)) = word.get(..length).map(str::from_utf8) else { return };
        self.entries_of(word, hash::of_folded(word.as_bytes()), |entry| {
            here.push(Here { entry, first, last: first + 1, slip: Some(Slip::Halved) });
        });
    }

    /// Calls `found` with the entries of this one word.
    fn entries_of(&self, word: &str, hash: u64, mut found: impl FnMut(u32)) {
        let node = self.steps.get(&step(ROOT, hash));
        let ends = node.and_then(|node| self.nodes.get(*node as usize).copied().flatten());
        let mut chain = ends.map(|(first, _)| first);
        while let Some((number, entry)) =
            chain.and_then(|number| Some((number, self.entries.get(number as usize)?)))
        {
            if matches!(&*entry.words, [only] if **only == *word) {
                found(number);
            }
            chain = entry.next;
        }
        let hidden = self.only_slips.get(&hash).copied();
        let is = |entry: &Entry<T>| matches!(&*entry.words, [only] if **only == *word);
        if let Some(number) = hidden.filter(|one| self.entries.get(*one as usize).is_some_and(is)) {
            found(number);
        }
    }
}

//! A text as a look sees it.

use std::cell::OnceCell;
use std::ops::Range;

use gatepost_model::{Certainty, Prose, Span, Token};
use regex::Regex;

use crate::clear::Clear;
use crate::links::{self, Link};
use crate::numbers::{self, Run};
use crate::own::Own;
use crate::plain::Plain;
use crate::screen::Sighting;
use crate::stance::{self, Stance};
use crate::statement::Statement;
use crate::statement::lazy::Lazy;
use crate::statement::nfa::Nfa;

/// A text, what it is made of, and what the school may say.
pub(crate) struct Sight<'a> {
    /// The text and its tokens.
    pub(crate) prose: &'a Prose,
    /// What is the school's own.
    pub(crate) own: &'a Own,
    runs: OnceCell<Vec<Run>>,
    links: OnceCell<Vec<Link>>,
    plain: OnceCell<Plain>,
    clear: OnceCell<Option<Clear>>,
    /// What is known of statements.
    statements: Option<(&'a Nfa, &'a Lazy)>,
}

impl<'a> Sight<'a> {
    /// Looks a text over.
    pub(crate) fn new(prose: &'a Prose, own: &'a Own) -> Self {
        Self {
            prose,
            own,
            runs: OnceCell::new(),
            links: OnceCell::new(),
            plain: OnceCell::new(),
            clear: OnceCell::new(),
            statements: None,
        }
    }

    /// The same, where the automaton of statements has read the text.
    pub(crate) fn with_statements(self, nfa: &'a Nfa, read: &'a Lazy) -> Self {
        Self { statements: Some((nfa, read)), ..self }
    }

    /// The bytes of the plain text that a statement may begin at; none where it stands nowhere.
    pub(crate) fn reach_of(&self, statement: &Statement) -> Range<usize> {
        let known = self.statements.and_then(|(nfa, read)| Some((nfa.number(statement)?, read)));
        let Some((number, read)) = known else { return 0..self.plain().text().len() };
        let words = read.reach(number).and_then(|tokens| {
            let first = self.plain().word(tokens.start)?;
            Some(first.start..self.plain().word(tokens.end.checked_sub(1)?)?.end)
        });
        words.unwrap_or_default()
    }

    /// The original text.
    pub(crate) fn text(&self) -> &'a str {
        self.prose.text()
    }

    /// The text with plain letters and digits, made on the first call: what patterns of identifiers
    /// read. See [`Self::place`].
    pub(crate) fn clear(&self) -> &str {
        let clear = self.clear.get_or_init(|| Clear::of(self.text()));
        clear.as_ref().map_or(self.text(), Clear::text)
    }

    /// Where a range of [`Self::clear`] stands in the original.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        match self.clear.get() {
            Some(Some(clear)) => clear.place(range),
            _ => range.into(),
        }
    }

    /// The runs of digits in it, made on the first call.
    pub(crate) fn runs(&self) -> &[Run] {
        self.runs.get_or_init(|| numbers::runs(self.prose))
    }

    /// The web addresses in it, made on the first call.
    pub(crate) fn links(&self) -> &[Link] {
        self.links.get_or_init(|| links::links(self))
    }

    /// The text in plain words, made on the first call.
    pub(crate) fn plain(&self) -> &Plain {
        self.plain.get_or_init(|| Plain::of(self.prose))
    }

    /// The places of a statement: in the plain text, and in the original.
    pub(crate) fn all<'s>(
        &'s self,
        statement: &'s Statement,
    ) -> impl Iterator<Item = (Range<usize>, Span)> + 's {
        let places = statement.find_iter(self);
        places.filter_map(|range| self.plain().place(range.clone()).map(|span| (range, span)))
    }

    /// The same, without what the text denies, quotes to judge it, or teaches about.
    pub(crate) fn own_words<'s>(
        &'s self,
        statement: &'s Statement,
    ) -> impl Iterator<Item = (Range<usize>, Span)> + 's {
        self.all(statement).filter(|(range, _)| stance::of(self.plain(), range) == Stance::Own)
    }

    /// Adds, with a message, every place of a statement that the text says itself, unless a pattern is met
    /// in the same sentence: likely, for statements may be meant otherwise.
    pub(crate) fn tell(
        &self,
        statement: &Statement,
        unless: &Regex,
        message: &'static str,
        seen: &mut Vec<Sighting>,
    ) {
        let told = self.own_words(statement).filter(|(range, _)| !self.beside(range, unless));
        seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
    }

    /// The same for statements whose words a denial does not turn round, and may belong to.
    pub(crate) fn tell_even_denied(
        &self,
        statement: &Statement,
        unless: &Regex,
        message: &'static str,
        seen: &mut Vec<Sighting>,
    ) {
        let told = self.all(statement).filter(|(range, _)| {
            !self.beside(range, unless) && !stance::is_reported(self.plain(), range)
        });
        seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
    }

    /// Adds, with a message, every place of a statement, denied or not, unless a pattern is met in the same
    /// sentence.
    pub(crate) fn tell_all(
        &self,
        statement: &Statement,
        unless: &Regex,
        message: &'static str,
        seen: &mut Vec<Sighting>,
    ) {
        let told = self.all(statement).filter(|(range, _)| !self.beside(range, unless));
        seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
    }

    /// Adds, with a message, every place of a statement beside which each of these patterns is met in the
    /// same paragraph, unless another is.
    pub(crate) fn tell_among(
        &self,
        statement: &Statement,
        with: &[&Regex],
        unless: &Regex,
        message: &'static str,
        seen: &mut Vec<Sighting>,
    ) {
        let told = self.all(statement).filter(|(range, _)| {
            let around = self.plain().paragraph(range);
            with.iter().all(|pattern| pattern.is_match(around)) && !unless.is_match(around)
        });
        seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
    }

    /// True if a pattern is met in the same sentence as a range, or in the range itself.
    pub(crate) fn beside(&self, range: &Range<usize>, pattern: &Regex) -> bool {
        pattern.is_match(self.plain().sentence(range))
    }

    /// True if the text does not say the token at `index` itself, but speaks of people who do.
    pub(crate) fn is_distanced(&self, index: usize) -> bool {
        self.plain()
            .word(index)
            .is_some_and(|word| stance::of(self.plain(), &word) == Stance::Distanced)
    }

    /// The index of the first token that begins at or after a byte.
    pub(crate) fn token_at(&self, byte: usize) -> usize {
        self.prose.tokens().partition_point(|token| token.span.start < byte)
    }

    /// True if a token is one of these words, which must be folded.
    pub(crate) fn is_one_of(&self, token: &Token, words: &[&str]) -> bool {
        let folded = self.prose.folded(token);
        words.iter().any(|word| folded == *word)
    }

    /// The character before a place, if there is one.
    pub(crate) fn before(&self, span: Span) -> Option<char> {
        self.text().get(..span.start)?.chars().next_back()
    }
}

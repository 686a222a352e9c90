//! Looking phrases up where words may be disguised.
//!
//! In: a text with readings beside its tokens. Out: every phrase that some way through tokens and
//! readings spells. Each token, reading and mask is an edge from its first byte to its last; the next
//! edge on a way begins at the next token or before it, so that no word is passed over. A way goes on
//! only where a phrase does, so that a text costs what its edges and the phrases in it cost.

use std::cell::Cell;
use std::ops::Range;

use super::{Here, PhraseMatch, Phrases, ROOT, Slip, span, step};
use crate::disguise::Disguise;
use crate::gap::Gap;
use crate::hash;
use crate::prose::Prose;
use crate::reading::Reading;
use crate::span::Span;

/// One word of a way through a text.
#[derive(Clone, Copy)]
enum Edge {
    /// The token of this number.
    Token(usize),
    /// The reading of this number.
    Reading(usize),
    /// The mask of this number.
    Mask(usize),
}

/// Something found at one place, in the order that it is told in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sighting {
    entry: u32,
    span: Span,
    disguise: Option<Disguise>,
    slip: Option<Slip>,
}

/// The words so far, from the last on.
#[derive(Clone, Copy)]
struct Way<'w> {
    edge: Edge,
    /// What stands behind a mask.
    word: Option<&'w str>,
    before: Option<&'w Way<'w>>,
}

/// A search from one place.
struct Search<'a, 'p, T> {
    phrases: &'a Phrases<T>,
    prose: &'p Prose,
    here: Vec<Sighting>,
    /// What is found along tokens alone.
    met: Vec<Here>,
    /// Where in the tokens, readings and masks the search is.
    at: [usize; 3],
}

thread_local! {
    /// What is found at one place, kept from text to text for its memory.
    static HERE: Cell<Vec<Sighting>> = const { Cell::new(Vec::new()) };
}

/// How few letters a phrase at an end of a tag may have.
pub(super) const FEWEST: usize = 6;

/// Calls `found` for what begins at some tokens of a text, and between them; at its ends, for what stands
/// before the first token and behind the last one too.
pub(super) fn find<'a, T>(
    phrases: &'a Phrases<T>,
    prose: &Prose,
    firsts: Range<usize>,
    mut found: impl FnMut(PhraseMatch<'a, T>),
) {
    let heads = phrases.heads.view();
    let (here, met) = (HERE.take(), super::HERE.take());
    let mut search = Search { phrases, prose, here, met, at: [0; 3] };
    let (tokens, all) = (prose.tokens(), prose.found());
    // Where the search begins and ends.
    let begin = firsts.start.checked_sub(1).and_then(|last| tokens.get(last));
    let begin = begin.map_or(0, |last| last.span.end);
    let end = tokens.get(firsts.end).map_or(usize::MAX, |next| next.span.start);
    let from = |list: &[Reading]| list.partition_point(|one| one.span.start < begin);
    let mut token = firsts.start;
    let [mut reading, mut mask, mut run_on] =
        [from(&all.readings), from(&all.masks), from(&all.run_ons)];
    let (mut behind, mut masked) = (reading, mask);
    let start = |list: &[Reading], at: usize| {
        let start = list.get(at).map_or(usize::MAX, |one| one.span.start);
        if start < end { start } else { usize::MAX }
    };
    // Behind the end too there is what a phrase goes on with.
    let onward =
        |list: &[Reading], at: usize| list.get(at).map_or(usize::MAX, |one| one.span.start);
    loop {
        // Readings that begin no phrase are met only on the way.
        while all.readings.get(reading).is_some_and(|one| !heads.may_hold(one.hash)) {
            reading += 1;
        }
        // Where the next thing stands that is no token; most are not near.
        let special = start(&all.readings, reading)
            .min(start(&all.masks, mask))
            .min(start(&all.run_ons, run_on));
        search.at = [token, reading, mask];
        for one in tokens.iter().take(firsts.end).skip(token) {
            if one.span.start > special {
                break;
            }
            if !heads.may_hold(one.hash) {
                token += 1;
                continue;
            }
            // What may follow on the way besides the next token.
            let next = tokens.get(token + 1);
            let most = next.map_or(usize::MAX, |next| next.span.start);
            while onward(&all.readings, behind) < one.span.end {
                behind += 1;
            }
            while onward(&all.masks, masked) < one.span.end {
                masked += 1;
            }
            let other = onward(&all.readings, behind).min(onward(&all.masks, masked));
            if other <= most || phrases.may_begin(one, next) {
                let far = tokens.get(token + phrases.longest);
                if other > far.map_or(usize::MAX - 1, |far| far.span.start) {
                    phrases.walk(prose, token, &mut search.met);
                } else {
                    search.go(Edge::Token(token), ROOT, Gap::Joined, None);
                }
                search.slip(token);
                if !search.here.is_empty() && one.span.start < special {
                    search.at = [token, reading, mask];
                    search.tell(&mut found);
                }
            }
            token += 1;
        }
        if special == usize::MAX {
            HERE.set(search.here);
            super::HERE.set(search.met);
            return;
        }
        while start(&all.readings, reading) == special {
            if all.readings.get(reading).is_some_and(|one| heads.may_hold(one.hash)) {
                search.at = [token, reading, mask];
                search.go(Edge::Reading(reading), ROOT, Gap::Joined, None);
            }
            reading += 1;
        }
        while start(&all.masks, mask) == special {
            search.go(Edge::Mask(mask), ROOT, Gap::Joined, None);
            mask += 1;
        }
        while let Some(one) = all.run_ons.get(run_on).filter(|one| one.span.start == special) {
            search.take_apart(one);
            run_on += 1;
        }
        if !search.here.is_empty() {
            search.tell(&mut found);
        }
    }
}

impl<'a, T> Search<'a, '_, T> {
    /// Notes what the token of this number is a slip of, and what was found along tokens alone.
    fn slip(&mut self, token: usize) {
        self.phrases.slips_at(self.prose, token, &mut self.met);
        for Here { entry, first, last, slip } in self.met.drain(..) {
            let span = span(self.prose, first, last);
            self.here.push(Sighting { entry, span, disguise: None, slip });
        }
    }

    /// Goes one edge on from a node of the tree, and from there on as far as phrases go. `gap` is
    /// what was between the words so far at the widest.
    fn go(&mut self, edge: Edge, node: u32, gap: Gap, before: Option<&Way<'_>>) {
        let way = Way { edge, word: None, before };
        match edge {
            Edge::Token(number) => {
                let Some(token) = self.prose.tokens().get(number) else { return };
                self.arrive(&way, (node, token.hash), gap);
            }
            Edge::Reading(number) => {
                let Some(reading) = self.prose.found().readings.get(number) else { return };
                self.arrive(&way, (node, reading.hash), gap);
            }
            Edge::Mask(number) => {
                let Some(mask) = self.prose.found().masks.get(number) else { return };
                let phrases = self.phrases;
                phrases.vocabulary.behind(
                    self.prose.found().letters(mask, self.prose.text()),
                    |word, hash| {
                        self.arrive(&Way { word: Some(word), ..way }, (node, hash), gap);
                    },
                );
            }
        }
    }

    fn arrive(&mut self, way: &Way<'_>, (node, hash): (u32, u64), gap: Gap) {
        let phrases = self.phrases;
        let Some(&node) = phrases.steps.get(&step(node, hash)) else { return };
        let mut chain = phrases.nodes.get(node as usize).copied().flatten().map(|(first, _)| first);
        while let Some((number, entry)) =
            chain.and_then(|number| Some((number, phrases.entries.get(number as usize)?)))
        {
            if (gap == Gap::Joined || entry.gap == Gap::Comma) && self.spells(way, &entry.words) {
                self.note(way, number);
            }
            chain = entry.next;
        }
        if phrases.goes_on(node) {
            self.go_on(way, node, gap);
        }
    }

    /// Goes on from a node of the tree by every edge that follows what ends there.
    fn go_on(&mut self, way: &Way<'_>, node: u32, gap: Gap) {
        let end = self.span(way.edge).end;
        let (tokens, all) = (self.prose.tokens(), self.prose.found());
        let [token, reading, mask] = self.at;
        let token = near(tokens, token, |one| one.span.start < end);
        // Whatever begins behind the next token would pass it over.
        let most = tokens.get(token).map_or(usize::MAX, |one| one.span.start);
        let from = |list: &[Reading], at: usize| {
            let first = near(list, at, |one| one.span.start < end);
            let rest = list.get(first..).unwrap_or_default();
            first..first + rest.iter().take_while(|one| one.span.start <= most).count()
        };
        if token < tokens.len() {
            self.cross(Edge::Token(token), (way, end), node, gap);
        }
        for number in from(&all.readings, reading) {
            self.cross(Edge::Reading(number), (way, end), node, gap);
        }
        for number in from(&all.masks, mask) {
            self.cross(Edge::Mask(number), (way, end), node, gap);
        }
    }

    /// Goes on by this edge if what is between allows.
    fn cross(&mut self, edge: Edge, (way, end): (&Way<'_>, usize), node: u32, gap: Gap) {
        let known = match edge {
            Edge::Token(number) => self.prose.tokens().get(number).map(|one| one.hash),
            Edge::Reading(number) => self.prose.found().readings.get(number).map(|one| one.hash),
            Edge::Mask(_) => None,
        };
        if known.is_some_and(|hash| !self.phrases.steps.contains_key(&step(node, hash))) {
            return;
        }
        let between = self.prose.slice(Span::new(end, self.span(edge).start));
        if gap == Gap::Joined && Gap::Joined.allows(between) {
            self.go(edge, node, Gap::Joined, Some(way));
        } else if Gap::Comma.allows(between) {
            self.go(edge, node, Gap::Comma, Some(way));
        }
    }

    fn span(&self, edge: Edge) -> Span {
        let span = match edge {
            Edge::Token(number) => self.prose.tokens().get(number).map(|one| one.span),
            Edge::Reading(number) => self.prose.found().readings.get(number).map(|one| one.span),
            Edge::Mask(number) => self.prose.found().masks.get(number).map(|one| one.span),
        };
        span.unwrap_or(Span::new(0, 0))
    }

    /// True if the words so far are these: two words, or two ways, may share a hash.
    fn spells(&self, way: &Way<'_>, words: &[Box<str>]) -> bool {
        let is = |way: &Way<'_>, wanted: &str| match way.edge {
            Edge::Token(number) => self
                .prose
                .tokens()
                .get(number)
                .is_some_and(|token| self.prose.folded(token) == wanted),
            Edge::Reading(number) => self
                .prose
                .found()
                .readings
                .get(number)
                .is_some_and(|reading| self.prose.recovered(reading) == wanted),
            Edge::Mask(_) => way.word == Some(wanted),
        };
        let mut left = Some(way);
        for word in words.iter().rev() {
            match left {
                Some(way) if is(way, word) => left = way.before,
                _ => return false,
            }
        }
        left.is_none()
    }

    /// Notes that the words so far are this entry.
    fn note(&mut self, way: &Way<'_>, entry: u32) {
        let mut disguise = None;
        let mut first = way;
        loop {
            // The first that is disguised says how.
            disguise = self.disguise(first.edge).or(disguise);
            let Some(before) = first.before else { break };
            first = before;
        }
        let span = self.span(first.edge).join(self.span(way.edge));
        self.here.push(Sighting { entry, span, disguise, slip: None });
    }

    fn disguise(&self, edge: Edge) -> Option<Disguise> {
        match edge {
            Edge::Token(_) => None,
            Edge::Reading(number) => {
                self.prose.found().readings.get(number).map(|one| one.disguise)
            }
            Edge::Mask(_) => Some(Disguise::Censored),
        }
    }

    /// Notes the phrases of several words that a tag of small letters begins or ends with.
    fn take_apart(&mut self, tag: &Reading) {
        let letters = self.prose.found().letters(tag, self.prose.text());
        let length = letters.len();
        let [front, back] = self.phrases.may_be_joined(letters);
        for cut in FEWEST..=length {
            if front {
                self.match_joined(letters, 0..cut, tag);
            }
            if back && cut < length {
                self.match_joined(letters, length - cut..length, tag);
            }
        }
    }

    fn match_joined(&mut self, letters: &str, part: std::ops::Range<usize>, tag: &Reading) {
        let Some(form) = letters.get(part.clone()) else { return };
        let entries = self.phrases.joined.get(&hash::of_folded(form.as_bytes()));
        for &entry in entries.into_iter().flatten() {
            let words = self.phrases.entries.get(entry as usize).map(|entry| &entry.words);
            let is = words.is_some_and(|words| {
                words.iter().try_fold(form, |rest, word| rest.strip_prefix(&**word)) == Some("")
            });
            if is {
                let span = Span::new(tag.span.start + part.start, tag.span.start + part.end);
                let disguise = Some(tag.disguise);
                self.here.push(Sighting { entry, span, disguise, slip: None });
            }
        }
    }

    /// Tells what was found at one place: by entry, and each once.
    fn tell(&mut self, found: &mut impl FnMut(PhraseMatch<'a, T>)) {
        self.here.sort_unstable();
        self.here.dedup_by_key(|one| (one.entry, one.span));
        for Sighting { entry, span, disguise, slip } in self.here.drain(..) {
            let Some(entry) = self.phrases.entries.get(entry as usize) else { continue };
            let tokens = self.prose.tokens();
            let most = tokens.len().saturating_sub(1);
            let first = near(tokens, self.at[0], |token| token.span.end <= span.start).min(most);
            let end = near(tokens, first, |token| token.span.start < span.end);
            let last = end.saturating_sub(1).max(first);
            found(PhraseMatch { span, first, last, disguise, slip, value: &entry.value });
        }
    }
}

/// The number of the first item of a sorted list that does not come before, which is near `at`: as
/// [`slice::partition_point`], in steps that double.
fn near<E>(list: &[E], at: usize, before: impl Fn(&E) -> bool) -> usize {
    let at = at.min(list.len());
    let is_before = |at: usize| list.get(at).is_some_and(&before);
    let (mut low, mut high, mut step) = (at, at, 1);
    while low > 0 && !is_before(low - 1) {
        (high, low, step) = (low - 1, low.saturating_sub(step), step * 2);
    }
    while is_before(high) {
        (low, high, step) = (high + 1, (high + step).min(list.len()), step * 2);
    }
    low + list.get(low..high).unwrap_or_default().partition_point(before)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn near_finds_what_a_binary_search_finds() {
        for length in 0..20 {
            let list: Vec<usize> = (0..length).collect();
            for bound in 0..=length {
                for at in 0..=length + 1 {
                    assert_eq!(near(&list, at, |one| *one < bound), bound, "{length} from {at}");
                }
            }
        }
    }
}

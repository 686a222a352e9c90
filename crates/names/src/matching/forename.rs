//! A forename alone: `Jack from 4W`, `Maya` where Maya Patel is declared as pictured.
//!
//! There are several Jacks in a school and thousands in a county, and `May`, `Rose` and `Lincoln` are
//! words. A forename is therefore a mention only where something says whose it is: the draft declares
//! the pupil or the class, the class or year stands in the same sentence, the full name stands elsewhere
//! in the draft, or it stands in what belongs to a picture. And it is none where what stands beside it says otherwise: a title, another
//! surname, *street* or *class*, an article before a word.

use std::collections::HashSet;

use gatepost_matcher::{Prose, Span};
use gatepost_model::{Certainty, Field, NameForm};
use gatepost_records::{YearGroup, class_name};

use crate::index::{Entry, Index, class_hash};
use crate::matching::full::Forename;
use crate::matching::titled::Titles;
use crate::mention::{Mention, Reason, Who};
use crate::part::key;
use crate::surroundings::{Gap, Scene};
use crate::words::Meaning;

/// A forename that so many pupils of the year or class have says too little.
const MOST_CANDIDATES: usize = 30;

/// What a draft tells about who may be meant.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// Pupils declared as pictured, by their number in the index.
    pub(crate) declared: HashSet<u32>,
    /// Classes and years declared as pictured.
    pub(crate) groups: Vec<Group>,
    /// Pupils whose full name stands somewhere in the draft.
    pub(crate) named: HashSet<u32>,
}

/// A class or a year group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    class: Option<u64>,
    year: Option<YearGroup>,
}

impl Group {
    /// What a draft calls a group.
    pub(crate) fn parse(written: &str) -> Self {
        let class = (!class_name(written).is_empty()).then(|| class_hash(written));
        Self { class, year: YearGroup::parse(written) }
    }

    fn has(self, pupil: &Entry) -> bool {
        self.class.is_some() && self.class == pupil.class
            || self.year.is_some() && self.year == pupil.year
    }
}

/// Words beside a forename, by hash.
pub(crate) struct Beside {
    articles: HashSet<u64>,
    dates: HashSet<u64>,
    things: HashSet<u64>,
    year: HashSet<u64>,
    class: u64,
}

impl Beside {
    pub(crate) fn new() -> Self {
        let hashes = |words| Prose::new(words).tokens().iter().map(|token| token.hash).collect();
        Self {
            articles: hashes(
                "the a an this that these our your my his her their every each no some",
            ),
            dates: hashes(
                "in on by until till since this next last early late mid during of for before after \
                 half term end start day bank",
            ),
            things: hashes(
                "class classes house houses team group road street avenue lane close drive way school \
                 primary academy college hall church cathedral building theatre centre park tower room \
                 library museum hospital station river forest farm wood fields town city band trophy \
                 cup award",
            ),
            year: hashes("year yr years"),
            class: Prose::new("class").tokens().first().map_or(0, |token| token.hash),
        }
    }

    /// The class or year that a token, with its neighbour, names.
    fn group(&self, index: &Index, scene: &Scene<'_>, at: usize) -> Option<Group> {
        let token = scene.tokens().get(at)?;
        if self.year.contains(&token.hash) {
            let year =
                YearGroup::parse(scene.slice(at + 1)).filter(|_| scene.gap(at) == Gap::Joins);
            return year.map(|year| Group { class: None, year: Some(year) });
        }
        let beside_class = |neighbour: Option<usize>| {
            neighbour.and_then(|at| scene.tokens().get(at)).is_some_and(|t| t.hash == self.class)
        };
        let slice = scene.slice(at);
        if slice.contains(|c: char| c.is_numeric()) && slice.contains(char::is_alphabetic) {
            let group = Group { class: Some(token.hash), year: YearGroup::parse(slice) };
            return Some(group);
        }
        if index.class_words.binary_search(&token.hash).is_ok()
            && (beside_class(Some(at + 1)) || beside_class(at.checked_sub(1)))
        {
            return Some(Group { class: Some(token.hash), year: None });
        }
        let named_year = slice.len() > 2 && !slice.contains(|c: char| c.is_numeric());
        named_year
            .then(|| YearGroup::parse(slice))
            .flatten()
            .map(|year| Group { class: None, year: Some(year) })
    }
}

/// The forenames among `forenames` that stand for a pupil.
pub(crate) fn find(
    index: &Index,
    (titles, beside): (&Titles, &Beside),
    context: &Context,
    scene: &Scene<'_>,
    (forenames, taken): (&[Forename], &[Mention]),
) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for forename in forenames.iter().rev() {
        let last = forename.first + forename.tokens - 1;
        let covered = |mention: &Mention| mention.covers(forename.first) || mention.covers(last);
        if taken.iter().any(covered) || mentions.iter().any(covered) {
            continue;
        }
        let Some(run) = scene.tokens().get(forename.first..=last) else { continue };
        let sight = Sight { index, titles, beside, scene, first: forename.first, last };
        if sight.is_something_else() {
            continue;
        }
        let forename_key = key(run.iter().map(|token| token.hash));
        let Some((pupils, certainty, reason)) = sight.whose(context, forename_key) else {
            continue;
        };
        let Some(span) = run.iter().map(|token| token.span).reduce(Span::join) else { continue };
        mentions.push(Mention {
            span,
            first: forename.first,
            last,
            certainty,
            who: Who::Pupils(pupils, NameForm::First),
            reason,
        });
    }
    mentions
}

/// One forename and what stands around it.
struct Sight<'a> {
    index: &'a Index,
    titles: &'a Titles,
    beside: &'a Beside,
    scene: &'a Scene<'a>,
    first: usize,
    last: usize,
}

impl Sight<'_> {
    /// The pupils whom the context points to.
    fn whose(&self, context: &Context, forename: u64) -> Option<(Vec<u32>, Certainty, Reason)> {
        let pupils = || self.index.forenames.get(forename);
        let fit =
            |fits: &dyn Fn(u32) -> bool| -> Vec<u32> { pupils().filter(|&p| fits(p)).collect() };
        let among = |groups: &[Group]| {
            let found = fit(&|number| {
                let pupil = self.index.pupil(number);
                pupil.is_some_and(|pupil| groups.iter().any(|group| group.has(pupil)))
            });
            if found.len() <= MOST_CANDIDATES { found } else { Vec::new() }
        };
        if !context.declared.is_empty() {
            let declared = fit(&|number| context.declared.contains(&number));
            if !declared.is_empty() {
                let sure = if self.scene.is_small(self.first) || self.has_other_surname() {
                    Certainty::Possible
                } else {
                    Certainty::Likely
                };
                return Some((declared, sure, Reason::Declared));
            }
        }
        if self.scene.is_small(self.first) || self.has_other_surname() || self.is_class_name() {
            return None;
        }
        if !context.named.is_empty() {
            let named = fit(&|number| context.named.contains(&number));
            if !named.is_empty() {
                return Some((named, Certainty::Likely, Reason::NamedInFull));
            }
        }
        let declared = among(&context.groups);
        if !declared.is_empty() {
            return Some((declared, Certainty::Possible, Reason::DeclaredGroup));
        }
        let beside: Vec<Group> = self
            .scene
            .sentence(self.first)
            .filter_map(|at| self.beside.group(self.index, self.scene, at))
            .collect();
        let near = among(&beside);
        if !near.is_empty() {
            return Some((near, Certainty::Possible, Reason::ClassBeside));
        }
        self.scene.field.media()?;
        // Whoever an alternative text, a file name or a caption names is on the picture.
        let pictured = fit(&|_| true);
        let some = !pictured.is_empty() && pictured.len() <= MOST_CANDIDATES;
        some.then_some((pictured, Certainty::Possible, Reason::OfPicture))
    }

    /// True where a neighbour says that this is no forename: a title, a street, a month.
    fn is_something_else(&self) -> bool {
        let (scene, first, last) = (self.scene, self.first, self.last);
        if self.titles.precede(scene, first) {
            return true;
        }
        let next = (scene.gap(last) == Gap::Joins).then_some(last + 1);
        if next.is_some_and(|next| self.is_one_of(&self.beside.things, next)) {
            return true;
        }
        if !matches!(scene.field, Field::Name(_)) && self.is_hyphenated() {
            return true;
        }
        let Some(meaning) =
            scene.tokens().get(first).and_then(|token| self.index.words.meaning(token))
        else {
            return false;
        };
        // A name that is a word as well, from here on.
        let before = first.checked_sub(1).filter(|&left| scene.gap(left) == Gap::Joins);
        let numbered = |at: usize| scene.slice(at).starts_with(|c: char| c.is_numeric());
        let article = before.is_some_and(|at| self.is_one_of(&self.beside.articles, at));
        let dated = meaning != Meaning::Word
            && (before.is_some_and(|at| numbered(at) || self.is_one_of(&self.beside.dates, at))
                || next.is_some_and(|at| numbered(at) || self.is_one_of(&self.beside.dates, at)));
        article
            || dated
            || !scene.is_capital(first)
            || scene.has_no_capitals()
            || scene.begins_sentence(first) && !self.is_set_off()
    }

    /// True if a comma, a bracket, an apostrophe or *and* follows: `May, who is in Year 3`.
    fn is_set_off(&self) -> bool {
        let after = self.scene.between(self.last);
        after.contains([',', '(', '\'', '’'])
            || matches!(self.scene.slice(self.last + 1), "and" | "from" | "in" | "&")
    }

    /// True if a capitalised word follows that may be another's surname: `Jack Grealish`, `Jack B. Yeats`.
    fn has_other_surname(&self) -> bool {
        let next = self.last + 1;
        matches!(self.scene.between(self.last), " " | "\u{a0}")
            && !matches!(self.scene.field, Field::Name(_))
            && self.scene.is_capital(next)
            && (self.scene.slice(next).chars().count() > 1 || self.scene.is_capital(next + 1))
            && !self.scene.slice(next).contains(|c: char| c.is_numeric())
            && !self.is_one_of(&self.beside.year, next)
    }

    /// True if a class has this name too: `Holly` may be the class.
    fn is_class_name(&self) -> bool {
        let token = self.scene.tokens().get(self.first);
        token.is_some_and(|token| self.index.class_words.binary_search(&token.hash).is_ok())
    }

    /// True if a hyphen ties it to a neighbour: `Jack-o'-lantern`, or the end of `Anne-Marie`.
    fn is_hyphenated(&self) -> bool {
        let hyphen = |between: &str| matches!(between, "-" | "‐" | "‑");
        hyphen(self.scene.between(self.last))
            || self.first.checked_sub(1).is_some_and(|left| hyphen(self.scene.between(left)))
    }

    fn is_one_of(&self, words: &HashSet<u64>, at: usize) -> bool {
        self.scene.tokens().get(at).is_some_and(|token| words.contains(&token.hash))
    }
}

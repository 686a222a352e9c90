//! Everything that is looked up in every text: the terms of all word lists, the cues of all patterns
//! and the words for digits, in one pass.
//!
//! Built once for the program, on first use: no school changes it. What excuses a term is looked up
//! apart, in the few texts that hold a term that can be excused.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use gatepost_matcher::{Disguise, Gap, Phrases, Slip};
use gatepost_model::{Prose, Span};

use crate::clear;
use crate::cues::Cues;
use crate::error::TextError;
use crate::gate::{Gate, Gates, Looks};
use crate::numbers;
use crate::rules::SCREENS;
use crate::screen::{Find, Look};
use crate::shapes::{self, Shapes};
use crate::slips;
use crate::statement::nfa::Nfa;
use crate::statement::parts::Parts;
use crate::statement::{self, lazy::Lazy};
use crate::wordlist::{MayBeName, Source, Tier, Wordlist};

/// The terms, cues and gates of all rules.
pub(crate) struct Lexicon {
    phrases: Phrases<Meaning>,
    terms: Vec<Term>,
    excuses: Excuses,
    cues: Cues,
    gates: Gates,
    nfa: Nfa,
    patterns: Vec<Pattern>,
}

/// A term, for every form that it has.
pub(crate) struct Term {
    /// The number of its rule.
    pub(crate) screen: usize,
    /// Its list.
    pub(crate) source: &'static Source,
    /// When it counts.
    pub(crate) tier: Tier,
    /// Whether people bear it.
    pub(crate) name: MayBeName,
}

/// A look by code, and the number of its rule.
pub(crate) struct Pattern {
    /// The number of its rule.
    pub(crate) screen: usize,
    /// When it is worth trying.
    pub(crate) gate: &'static Gate,
    /// The code.
    pub(crate) find: Find,
}

/// What a phrase means when it is met.
#[derive(Clone, Copy)]
enum Meaning {
    /// It is a form of the term of this number.
    Term(usize),
    /// It is a cue of these looks.
    Cue(Looks),
    /// It stands for a digit or repeats one.
    Spelled,
    /// It is a telling word of a hostile statement, misspelt.
    Telling,
}

/// What a text holds that may hide words of statements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hidden {
    /// A word of one is misspelt.
    pub(crate) misspelt: bool,
    /// Words of one are run together.
    pub(crate) run_together: bool,
}

/// A term that was met.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met {
    /// Its number.
    pub(crate) term: usize,
    /// Where it stands.
    pub(crate) span: Span,
    /// Its first token.
    pub(crate) first: usize,
    /// Its last token.
    pub(crate) last: usize,
    /// How plainly it stands there.
    pub(crate) spelling: Spelling,
}

/// How plainly a term is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As it is spelled, or disguised in a way that only it explains.
    Plain,
    /// Disguised in a way that other words would explain too.
    Weak,
    /// Misspelt: another word may be meant, or a name.
    Misspelt,
}

impl Spelling {
    fn of(disguise: Option<Disguise>, slip: Option<Slip>) -> Self {
        match disguise {
            Some(Disguise::Censored | Disguise::RunOn) => Self::Weak,
            _ if slip.is_some() => Self::Misspelt,
            _ => Self::Plain,
        }
    }
}

/// What excuses terms.
#[derive(Default)]
struct Excuses {
    phrases: Phrases<usize>,
    each: Vec<Excuse>,
}

/// What one phrase excuses. Numbers are sorted.
#[derive(Default)]
pub(crate) struct Excuse {
    /// Terms that it holds.
    terms: Vec<usize>,
    /// Terms that it excuses wherever it stands near.
    near: Vec<usize>,
    /// Rules of which it excuses whatever it holds.
    screens: Vec<usize>,
}

/// An excuse that was met: its number, its first and its last token, and its place.
pub(crate) type MetExcuse = (usize, usize, usize, Span);

impl Excuse {
    /// True if it excuses a term of a rule that stands within it.
    pub(crate) fn excuses_inside(&self, term: usize, screen: usize) -> bool {
        self.terms.binary_search(&term).is_ok() || self.screens.binary_search(&screen).is_ok()
    }

    /// True if it excuses a term that stands near it.
    pub(crate) fn excuses_near(&self, term: usize) -> bool {
        self.near.binary_search(&term).is_ok()
    }
}

impl Lexicon {
    /// That of the program.
    ///
    /// # Errors
    ///
    /// [`TextError::Wordlist`] for a list that is not as it should be.
    pub(crate) fn get() -> Result<&'static Self, TextError> {
        static LEXICON: LazyLock<Result<Lexicon, TextError>> = LazyLock::new(Lexicon::build);
        LEXICON.as_ref().map_err(Clone::clone)
    }

    fn build() -> Result<Self, TextError> {
        let mut patterns = Vec::new();
        let mut lists = Vec::new();
        for (screen, looks) in SCREENS.iter().map(|screen| screen.looks).enumerate() {
            for look in looks {
                match look {
                    Look::Words(source) => lists.push((screen, *source)),
                    Look::Pattern { gate, find } => {
                        patterns.push(Pattern { screen, gate, find: *find });
                    }
                }
            }
        }
        let gates = || patterns.iter().map(|pattern| pattern.gate);
        let statements = || {
            let gates = gates().enumerate();
            gates.flat_map(|(look, gate)| gate.statements.iter().map(move |one| (look, one)))
        };
        let mut lexicon = Self {
            phrases: Phrases::default(),
            terms: Vec::new(),
            excuses: Excuses::default(),
            cues: Cues::of(gates()),
            gates: Gates::of(gates()),
            nfa: Nfa::default(),
            patterns: Vec::new(),
        };
        let (rude, (nfa, telling)) = std::thread::scope(|scope| {
            let grammar = scope.spawn(|| {
                statement::prepare(statements().map(|(_, statement)| statement));
                (Nfa::of(statements()), slips::telling())
            });
            let rude = lexicon.add_words(&lists);
            (rude, grammar.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        lexicon.add_telling(&telling);
        let rude = rude?.into_iter().map(String::into_boxed_str);
        lexicon.nfa = nfa.with_parts(Parts::new(telling.iter().copied(), rude, slips::spared()));
        lexicon.patterns = patterns;
        Ok(lexicon)
    }

    /// Adds all that is looked up by its words: cues, words for digits, the lists, and slips of what they
    /// hold. Gives the words that are always rude.
    fn add_words(&mut self, lists: &[(usize, &'static Source)]) -> Result<Vec<String>, TextError> {
        let lists =
            lists.iter().map(|(screen, source)| Ok((*screen, *source, Wordlist::read(source)?)));
        let lists: Vec<(usize, &'static Source, Wordlist)> =
            lists.collect::<Result<_, TextError>>()?;
        let Self { cues, phrases, .. } = self;
        for (word, looks) in cues.iter() {
            phrases.insert(word, Gap::Joined, Meaning::Cue(looks));
        }
        for (word, _) in numbers::SPELLED {
            self.phrases.insert(word, Gap::Joined, Meaning::Spelled);
        }
        let mut excuses: BTreeMap<&str, Excuse> = BTreeMap::new();
        let mut sought = Vec::new();
        for (screen, source, list) in &lists {
            self.add(*screen, source, list, &mut excuses, &mut sought);
        }
        for word in slips::spared() {
            self.phrases.spare(word);
        }
        for (form, _) in &sought {
            self.phrases.insert_slips(form, |_| true);
        }
        for (phrase, excuse) in excuses {
            let number = self.excuses.each.len();
            self.excuses.phrases.insert(phrase, Gap::Joined, number);
            self.excuses.each.push(excuse);
        }
        let always = sought.into_iter().filter(|(_, tier)| *tier == Tier::Always);
        Ok(always.map(|(form, _)| form).collect())
    }

    /// Adds the telling words of hostile statements, which are looked for misspelt alone. A slip of a
    /// word of the lists as well is one of that.
    fn add_telling(&mut self, telling: &BTreeSet<&'static str>) {
        for word in telling {
            let typed = |slip| matches!(slip, Slip::Missing | Slip::Swapped);
            self.phrases.insert_only_slips(word, Meaning::Telling, typed);
        }
    }

    /// Adds a list, and to `sought` the words that are looked for misspelt. Terms and rules are counted
    /// upwards, so that the numbers of an excuse are sorted.
    fn add<'l>(
        &mut self,
        screen: usize,
        source: &'static Source,
        list: &'l Wordlist,
        excuses: &mut BTreeMap<&'l str, Excuse>,
        sought: &mut Vec<(String, Tier)>,
    ) {
        for phrase in &list.innocent {
            excuses.entry(phrase).or_default().screens.push(screen);
        }
        for entry in &list.entries {
            let term = self.terms.len();
            self.terms.push(Term { screen, source, tier: entry.tier, name: entry.name });
            let forms = entry.forms();
            for form in &forms {
                self.phrases.insert(form, Gap::Joined, Meaning::Term(term));
            }
            if slips::are_sought(source, entry) {
                let words = forms.into_iter().filter(|form| !form.contains(' '));
                sought.extend(words.map(|form| (form, entry.tier)));
            }
            for phrase in &entry.innocent {
                excuses.entry(phrase).or_default().terms.push(term);
            }
            for word in &entry.near {
                excuses.entry(word).or_default().near.push(term);
            }
        }
    }

    /// Adds the terms of a text to `met`, by place, and gives the looks whose gates are open, and
    /// whether words of statements may stand there disguised.
    pub(crate) fn read(
        &self,
        prose: &Prose,
        met: &mut Vec<Met>,
        lazy: &mut Lazy,
    ) -> (Looks, Hidden) {
        let (mut cued, run_together) = lazy.read(&self.nfa, prose);
        let mut hidden = Hidden { misspelt: false, run_together };
        let mut spelled = 0;
        self.phrases.find(prose, |found| match *found.value {
            Meaning::Term(term) if self.is_told(met, term, found.disguise, found.span) => {}
            Meaning::Term(term) => {
                let spelling = Spelling::of(found.disguise, found.slip);
                let (span, first, last) = (found.span, found.first, found.last);
                met.push(Met { term, span, first, last, spelling });
            }
            _ if found.slip.is_some() => hidden.misspelt = true,
            Meaning::Cue(looks) => cued.extend(looks),
            Meaning::Spelled => spelled += 1,
            Meaning::Telling => {}
        });
        let mut seen = shapes::of(prose.text());
        if seen.shapes.any(Shapes::ODD) {
            let odd = self.cues.in_odd_tokens(prose);
            cued.extend(odd.opens);
            if odd.digits {
                seen.shapes = seen.shapes.or(Shapes::NUMBER);
            }
            if clear::is_disguised(prose.text()) {
                seen.shapes = seen.shapes.or(Shapes::DISGUISED);
            }
        }
        // One word gives two digits at most: `triple nine` are two words for three.
        if spelled > 0 && seen.digits + spelled * 2 >= numbers::FEWEST {
            seen.shapes = seen.shapes.or(Shapes::NUMBER);
        }
        (self.gates.open(seen.shapes, cued), hidden)
    }

    /// True for a term behind hidden letters where another of its rule was met that nothing excuses:
    /// `s*****` may be many words, of which one is enough.
    fn is_told(&self, met: &[Met], term: usize, disguise: Option<Disguise>, span: Span) -> bool {
        let Some(term) = self.term(term).filter(|_| disguise == Some(Disguise::Censored)) else {
            return false;
        };
        met.iter().rev().take_while(|before| before.span == span).any(|before| {
            let before = self.term(before.term);
            before.is_some_and(|one| one.screen == term.screen && one.tier == Tier::Always)
        })
    }

    /// Calls `found` for every word of a text that is misspelt: its place, and how it is spelled.
    pub(crate) fn misspelt(&self, prose: &Prose, mut found: impl FnMut(Span, String)) {
        let word = |index: usize| {
            prose.tokens().get(index).map_or_else(String::new, |t| prose.folded(t).to_string())
        };
        self.phrases.find(prose, |one| match one.slip {
            None => {}
            Some(Slip::Halved) => found(one.span, word(one.first) + &word(one.last)),
            Some(_) => {
                let token = prose.tokens().get(one.first);
                let base = token.and_then(|token| self.phrases.slip_of(prose, token));
                found(one.span, base.map_or_else(String::new, |(word, _)| word.to_string()));
            }
        });
    }

    /// True if some statement has the word of this hash.
    pub(crate) fn is_of_statement(&self, hash: u64) -> bool {
        self.nfa.knows(hash)
    }

    /// The words that a word is made of, if it is several run together, one of them telling.
    pub(crate) fn parts(&self, word: &str) -> Option<String> {
        self.nfa.parts().of(word)
    }

    /// A term.
    pub(crate) fn term(&self, number: usize) -> Option<&Term> {
        self.terms.get(number)
    }

    /// Adds the excuses that begin at some tokens of a text to `met`, by first token.
    pub(crate) fn read_excuses(
        &self,
        prose: &Prose,
        tokens: Range<usize>,
        met: &mut Vec<MetExcuse>,
    ) {
        self.excuses.phrases.find_from(prose, tokens, |found| {
            met.push((*found.value, found.first, found.last, found.span));
        });
    }

    /// An excuse.
    pub(crate) fn excuse(&self, number: usize) -> Option<&Excuse> {
        self.excuses.each.get(number)
    }

    /// The automaton of all statements.
    pub(crate) fn nfa(&self) -> &Nfa {
        &self.nfa
    }

    /// The looks by code, in the order in which [`Looks`] counts them.
    pub(crate) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }
}

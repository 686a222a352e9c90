//! The detector: every text of a draft, through every rule.

use std::cell::RefCell;

use gatepost_model::{
    Certainty, DetectError, Detector, Field, Finding, Findings, Place, Prose, Reading, Rule,
};
use gatepost_records::SchoolFile;

use crate::error::TextError;
use crate::lexicon::{Lexicon, Met, MetExcuse};
use crate::own::Own;
use crate::respelt::Respelt;
use crate::rules::{RULES, SCREENS};
use crate::school_words::{Exception, Lookup, SchoolWords};
use crate::screen::{Seen, Sighting, join_overlapping};
use crate::sight::Sight;
use crate::statement::lazy::Lazy;
use crate::words;

/// Looks at every text of a draft, by every rule of this crate.
///
/// Built once for a school and shared by all threads. It finds the same whatever else is in the
/// draft: each text is judged by itself.
pub struct TextDetector {
    own: Own,
    lexicon: &'static Lexicon,
    school: Lookup,
}

/// Memory that one text leaves to the next: a text without findings allocates nothing.
#[derive(Default)]
struct Scratch {
    met: Vec<Met>,
    lazy: Lazy,
    excuses: Vec<MetExcuse>,
    of_look: Vec<Sighting>,
    seen: Vec<Seen>,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Every rule of this crate, in the order in which `gatepost rules` shows them.
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

impl TextDetector {
    /// A detector for a school, whose own contact points are never findings.
    ///
    /// # Errors
    ///
    /// [`TextError::Contact`] where `school.toml` lists a contact that is no e-mail address,
    /// telephone number, handle or web address.
    pub fn new(school: &SchoolFile) -> Result<Self, TextError> {
        Self::with_words(school, SchoolWords::default())
    }

    /// A detector that knows the school's own words too: what it adds is found, what it excepts is
    /// not.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn with_words(school: &SchoolFile, words: SchoolWords) -> Result<Self, TextError> {
        Ok(Self { own: Own::of(school)?, lexicon: Lexicon::get()?, school: Lookup::of(words) })
    }

    /// The school's exceptions that have excused nothing since this detector was built.
    pub fn unused_exceptions(&self) -> impl Iterator<Item = &Exception> {
        self.school.unused()
    }

    /// Looks at one text that stands in `field`, and adds what it sees: by rule, and by place
    /// within a rule.
    ///
    /// Allocates nothing where nothing is found, once the memory of the thread has grown.
    pub fn screen(&self, field: Field, prose: &Prose, findings: &mut Findings) {
        self.sightings(prose, |rule, seen| {
            let place = Place::at(field, seen.span);
            findings.push(Finding::new(rule, place, seen.message).certainty(seen.certainty));
        });
    }

    fn sightings(&self, prose: &Prose, mut report: impl FnMut(&'static Rule, Sighting)) {
        SCRATCH.with_borrow_mut(|scratch| {
            let Scratch { met, lazy, excuses, of_look, seen } = scratch;
            met.clear();
            seen.clear();
            self.school.add(prose, seen);
            let (open, hidden) = self.lexicon.read(prose, met, lazy);
            let respelt = Respelt::of(self.lexicon, prose, hidden);
            if open.is_empty() && met.is_empty() && seen.is_empty() && respelt.is_none() {
                return;
            }
            let sight = Sight::new(prose, &self.own).with_statements(self.lexicon.nfa(), lazy);
            words::judge(self.lexicon, &sight, met, excuses, seen);
            for look in open.iter() {
                let Some(pattern) = self.lexicon.patterns().get(look) else { continue };
                (pattern.find)(&sight, of_look);
                seen.extend(of_look.drain(..).map(|sighting| (pattern.screen, sighting)));
            }
            if let Some(respelt) = respelt {
                self.read_again(&respelt, lazy, seen);
            }
            self.school.except(prose, seen);
            join_overlapping(seen);
            for (screen, sighting) in seen.iter() {
                if let Some(screen) = SCREENS.get(*screen) {
                    report(screen.rule, *sighting);
                }
            }
        });
    }

    /// Adds the terms and statements that stand in a text only when its words are put right: likely at
    /// most, for it might be meant otherwise.
    fn read_again(&self, respelt: &Respelt, lazy: &mut Lazy, seen: &mut Vec<Seen>) {
        let (mut met, mut again, mut of_look) = (Vec::new(), Vec::new(), Vec::new());
        let (open, _) = self.lexicon.read(&respelt.prose, &mut met, lazy);
        let sight = Sight::new(&respelt.prose, &self.own).with_statements(self.lexicon.nfa(), lazy);
        words::judge(self.lexicon, &sight, &met, &mut Vec::new(), &mut again);
        for pattern in open.iter().filter_map(|look| self.lexicon.patterns().get(look)) {
            if !pattern.gate.statements.is_empty() {
                (pattern.find)(&sight, &mut of_look);
                again.extend(of_look.drain(..).map(|sighting| (pattern.screen, sighting)));
            }
        }
        seen.extend(again.into_iter().filter_map(|(screen, sighting)| {
            let span = respelt.original(sighting.span)?;
            let certainty = sighting.certainty.min(Certainty::Likely);
            Some((screen, Sighting { span, certainty, ..sighting }))
        }));
    }
}

impl Detector for TextDetector {
    fn rules(&self) -> &'static [&'static Rule] {
        rules()
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        for passage in &reading.passages {
            self.screen(passage.field, &passage.prose, findings);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static DETECTOR: LazyLock<TextDetector> = LazyLock::new(|| {
        TextDetector::new(&SchoolFile::default()).expect("an empty school is in order")
    });

    fn sightings(prose: &Prose) -> Vec<(&'static Rule, Sighting)> {
        let mut all = Vec::new();
        DETECTOR.sightings(prose, |rule, seen| all.push((rule, seen)));
        all
    }

    /// Texts of pieces that rules look for, cut and joined with anything.
    fn texts() -> impl Strategy<Value = String> {
        let examples: Vec<String> = RULES
            .iter()
            .flat_map(|rule| rule.flagged.iter().chain(rule.clean))
            .flat_map(|example| example.split(' ').map(|word| word.replace(['⟦', '⟧'], "")))
            .collect();
        let piece = prop_oneof![
            6 => prop::sample::select(examples),
            1 => any::<String>(),
            1 => "[0-9 .()+-]{1,14}",
            1 => Just("e\u{301}👩🏽\u{200d}🏫\u{feff}".to_string()),
        ];
        let join = prop_oneof![4 => Just(" "), 1 => Just(""), 1 => Just("\n"), 1 => Just("-"), 1 => Just(": ")];
        prop::collection::vec((piece, join), 0..14)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, join)| piece + join).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn gates_close_only_where_nothing_is(text in texts()) {
            let prose = Prose::new(&text);
            let sight = Sight::new(&prose, &DETECTOR.own);
            let (open, _) = DETECTOR.lexicon.read(&prose, &mut Vec::new(), &mut Lazy::default());
            for (look, pattern) in DETECTOR.lexicon.patterns().iter().enumerate() {
                let mut seen = Vec::new();
                (pattern.find)(&sight, &mut seen);
                let rule = SCREENS[pattern.screen].rule.id;
                prop_assert!(seen.is_empty() || open.iter().any(|open| open == look), "{rule}");
            }
        }

        #[test]
        fn statements_stand_where_their_expressions_match(text in texts()) {
            let prose = Prose::new(&text);
            let mut lazy = Lazy::default();
            DETECTOR.lexicon.read(&prose, &mut Vec::new(), &mut lazy);
            let sight = Sight::new(&prose, &DETECTOR.own);
            let sight = sight.with_statements(DETECTOR.lexicon.nfa(), &lazy);
            for pattern in DETECTOR.lexicon.patterns() {
                for statement in pattern.gate.statements {
                    let matches = statement.expression().find_iter(sight.plain().text());
                    let wanted: Vec<_> = matches.map(|found| found.range()).collect();
                    let found: Vec<_> = statement.find_iter(&sight).collect();
                    prop_assert_eq!(found, wanted, "{}", sight.plain().text());
                }
            }
        }

        #[test]
        fn places_fit_and_do_not_overlap_within_a_rule(text in texts()) {
            let prose = Prose::new(&text);
            let sightings = sightings(&prose);
            for (rule, seen) in &sightings {
                prop_assert!(seen.span.slice(&text).is_some_and(|found| !found.is_empty()), "{}", rule.id);
            }
            for pair in sightings.windows(2) {
                if let [(left_rule, left), (right_rule, right)] = pair {
                    prop_assert!(left_rule != right_rule || left.span.end <= right.span.start);
                }
            }
        }

        #[test]
        fn what_is_far_away_changes_nothing(text in texts()) {
            let after = format!("{}\n\n{text}", "plain words stand here and nothing else ".repeat(4));
            let shift = after.len() - text.len();
            let rules = |text: &str, shift: usize| -> Vec<(&str, usize)> {
                let prose = Prose::new(text);
                sightings(&prose).iter().map(|(rule, seen)| (rule.id, seen.span.start - shift)).collect()
            };
            prop_assert_eq!(rules(&text, 0), rules(&after, shift));
        }
    }

    #[test]
    fn long_hostile_texts_take_time_in_proportion() {
        let pieces = [
            "0 ",
            "07700 ",
            "a@",
            "a.",
            "@a",
            "dick ",
            "you ",
            "born 1/",
            "12-34-56 ",
            "GB82 ",
            "///a.",
            "password: ",
            "https://a",
            "4111 ",
            "(at) ",
            "seven ",
            "1.2345, ",
            "é",
            "e\u{301}",
            "fuck you ",
            "A1 1AA ",
        ];
        let timed = |text: &str| {
            let prose = Prose::new(text);
            let start = cpu_time::ThreadTime::now();
            sightings(&prose);
            start.elapsed()
        };
        for piece in pieces {
            let short = piece.repeat((32 << 10) / piece.len());
            let long = piece.repeat((256 << 10) / piece.len());
            timed(&short);
            let (once, eight) =
                (timed(&short).max(std::time::Duration::from_millis(4)), timed(&long));
            assert!(eight < once * 40, "{piece:?}: {once:?} became {eight:?}");
        }
    }
}

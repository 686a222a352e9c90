//! The detector: every text of a draft, through every rule.

use gatepost_model::{
    DetectError, Detector, Field, Finding, Findings, Place, Prose, Reading, Rule,
};
use gatepost_records::SchoolFile;

use crate::error::TextError;
use crate::own::Own;
use crate::rules::{RULES, SCREENS};
use crate::screen::{Look, Sighting, join_overlapping};
use crate::sight::Sight;
use crate::words::Words;

/// Looks at every text of a draft, by every rule of this crate.
///
/// Built once for a school and shared by all threads. It finds the same whatever else is in the
/// draft: each text is judged by itself.
pub struct TextDetector {
    own: Own,
    words: Words,
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
        Ok(Self { own: Own::of(school)?, words: Words::of(&SCREENS)? })
    }

    /// Looks at one text that stands in `field`, and adds what it sees: by rule, and by place
    /// within a rule.
    pub fn screen(&self, field: Field, prose: &Prose, findings: &mut Findings) {
        for (rule, seen) in self.sightings(prose) {
            let place = Place::at(field, seen.span);
            findings.push(Finding::new(rule, place, seen.message).certainty(seen.certainty));
        }
    }

    fn sightings(&self, prose: &Prose) -> Vec<(&'static Rule, Sighting)> {
        let sight = Sight::new(prose, &self.own);
        let mut by_words: Vec<(usize, Sighting)> = Vec::new();
        self.words.find(&sight, |screen, seen| by_words.push((screen, seen)));
        let mut all = Vec::new();
        let mut of_rule = Vec::new();
        for (index, screen) in SCREENS.iter().enumerate() {
            of_rule.extend(by_words.iter().filter(|(of, _)| *of == index).map(|(_, seen)| *seen));
            for look in screen.looks {
                if let Look::Pattern { gate, find } = look
                    && gate(&sight.marks)
                {
                    find(&sight, &mut of_rule);
                }
            }
            join_overlapping(&mut of_rule);
            all.extend(of_rule.drain(..).map(|seen| (screen.rule, seen)));
        }
        all
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

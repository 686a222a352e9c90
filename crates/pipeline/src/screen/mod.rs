//! Screening in bulk: many texts, judged by the rules on words, links, personal data and names alone.
//!
//! In: texts, one after another; no media, no register of consent, no account. Out: for each text the
//! decision and the findings of the school's pack. A [`Screener`] is shared; each thread has a
//! [`ScreenReader`] of its own, whose buffers take text after text, so that a clean text costs little
//! more than looking at it. The decision on a text depends on that text alone.
//!
//! It does not read files or keep an order: whoever has the stream does that.

use std::fmt;

use gatepost_model::{
    Decision, Defect, Detector, Draft, Field, Finding, Findings, NameForm, Place, Reading, Ruling,
};
use gatepost_policy::Context;
use serde::Serialize;

use crate::gate::{Gate, run};
use crate::mask::mask;
use crate::reading::read;
use crate::rules;
use crate::verdict::{Reveal, rulings};

mod line;

pub use line::ScreenedLine;

/// Screens texts by the rules of a [`Gate`] that read words alone.
///
/// ```
/// # fn example(gate: &gatepost::Gate) {
/// let screener = gatepost::Screener::new(gate);
/// let mut reader = screener.reader();
/// let screened = reader.screen("Ring me on 07700 900123 tonight");
/// assert_eq!(screened.decision, gatepost::Decision::Hold);
/// # }
/// ```
pub struct Screener<'g> {
    gate: &'g Gate,
    /// What is said of a text beyond its words: nothing.
    bare: Draft,
}

/// One thread's desk: what it reads a text into.
pub struct ScreenReader<'s> {
    gate: &'s Gate,
    reading: Reading<'s>,
    /// The beginning of the last id that names nobody.
    harmless: String,
}

/// What became of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Screened {
    /// Released, or held.
    pub decision: Decision,
    /// What was found, gravest first.
    pub findings: Vec<Ruling>,
}

impl<'g> Screener<'g> {
    /// A screener by the pack and the registers of this gate, for its moment and with its masking.
    pub fn new(gate: &'g Gate) -> Self {
        Self { gate, bare: Draft::default() }
    }

    /// How many bytes of a line [`ScreenReader::screen_line`] reads; a longer one is held, whatever
    /// is in it, so that nobody need keep more of it.
    pub fn line_bytes(&self) -> usize {
        line_bytes(self.gate)
    }

    /// A desk for one thread.
    pub fn reader(&self) -> ScreenReader<'_> {
        ScreenReader {
            gate: self.gate,
            reading: reading_of(self.gate, &self.bare),
            harmless: String::new(),
        }
    }
}

impl ScreenReader<'_> {
    /// Screens one text. One longer than the school's limit for a draft is held unread.
    pub fn screen(&mut self, text: &str) -> Screened {
        if text.len() as u64 > self.gate.records().school.limits.text_bytes {
            return self.refuse(crate::intake::too_large());
        }
        self.read(text);
        let mut findings = Findings::default();
        for detector in self.gate.readers_of_words() {
            run(detector, &self.reading, &mut findings);
        }
        judge(self.gate, findings.into_vec(), &self.reading)
    }

    /// Screens the words of a draft; what else it declares tells whose names to expect. Its defects
    /// hold it; its media are not looked at.
    pub fn screen_draft(&self, draft: &Draft) -> Screened {
        let reading = reading_of(self.gate, draft);
        let mut findings = Findings::default();
        findings.extend(draft.defects.iter().cloned().map(told));
        for detector in self.gate.readers_of_words() {
            run(detector, &reading, &mut findings);
        }
        judge(self.gate, findings.into_vec(), &reading)
    }

    /// The answer to what was not read.
    fn refuse(&self, defect: Defect) -> Screened {
        judge(self.gate, vec![told(defect)], &self.reading)
    }

    /// An id as an answer may show it, if not as it stands: masked if it is a pupil's full name. Ids
    /// are made by whoever asks, to find the answer again, so that less than a full name is no reason
    /// to change one.
    pub fn masked_id(&mut self, id: &str) -> Option<String> {
        // Ids are mostly counted up: what stands before the number is looked at once.
        let stem = id.trim_end_matches(|character: char| character.is_ascii_digit());
        if self.gate.reveal() == Reveal::Plain || stem == self.harmless {
            return None;
        }
        self.read(stem);
        let mut findings = Findings::default();
        for detector in self.gate.readers_of_words().filter(|detector| knows_names(*detector)) {
            run(detector, &self.reading, &mut findings);
        }
        let named = findings.iter().any(|finding| {
            let subject = finding.subject.as_ref();
            finding.rule == rules::UNCHECKED
                || subject.is_some_and(|subject| subject.form == Some(NameForm::Full))
        });
        if !named {
            self.harmless.clear();
            self.harmless.push_str(stem);
        }
        named.then(|| mask(id))
    }

    fn read(&mut self, text: &str) {
        for passage in &mut self.reading.passages {
            passage.prose.read(text);
        }
    }
}

/// A defect as a finding.
fn told(defect: Defect) -> Finding {
    Finding::new(rules::of(defect.kind), Place::whole(Field::Draft), defect.message)
}

/// How long a line may be: that of the longest text, with each of its bytes escaped, and more.
fn line_bytes(gate: &Gate) -> usize {
    let text = usize::try_from(gate.records().school.limits.text_bytes).unwrap_or(usize::MAX);
    text.saturating_mul(8).saturating_add(64 << 10)
}

fn knows_names(detector: &dyn Detector) -> bool {
    detector.rules().iter().any(|rule| rule.family() == "names")
}

/// A reading of a draft's words alone.
fn reading_of<'d>(gate: &Gate, draft: &'d Draft) -> Reading<'d> {
    read(draft, &[], &gate.records().school.calendar.timezone, gate.now())
}

fn judge(gate: &Gate, findings: Vec<Finding>, reading: &Reading<'_>) -> Screened {
    if findings.is_empty() {
        return Screened { decision: Decision::Release, findings: Vec::new() };
    }
    let judged = gatepost_policy::judge(gate.pack(), findings, &Context::default());
    Screened {
        decision: judged.decision,
        findings: rulings(judged.rulings, reading, &[], gate.reveal()),
    }
}

impl fmt::Debug for Screener<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Screener").field("gate", &self.gate).finish_non_exhaustive()
    }
}

impl fmt::Debug for ScreenReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScreenReader").field("gate", &self.gate).finish_non_exhaustive()
    }
}

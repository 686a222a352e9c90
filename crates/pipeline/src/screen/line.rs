//! One line of a stream in, `{"id","text"}`, one line out, `{"id","decision","findings"}`.
//!
//! Lines of these two keys are read where they lie. Any other line goes the way of a draft in JSON, so
//! that the same keys are known and the same things are said of the others. A line that cannot be read
//! is answered like every other: it is held, so that there are as many answers as lines.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use gatepost_model::{Decision, Ruling};
use serde::Deserialize;

use super::{ScreenReader, Screened, line_bytes};
use crate::intake::{malformed, read_json, too_large};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreenedLine {
    /// Its text may go out.
    Released,
    /// Its text is held.
    Held,
    /// It is not a text with an id, and is held.
    Malformed,
}

/// A line as nearly all are. Borrowed where nothing in it is escaped.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

/// Whether a line has a text at all.
#[derive(Deserialize)]
struct HasText {
    #[serde(rename = "text")]
    _text: String,
}

#[derive(serde::Serialize)]
struct Answer<'a> {
    id: &'a str,
    decision: Decision,
    findings: &'a [Ruling],
}

impl ScreenReader<'_> {
    /// Screens the text of one line of JSON and adds the answer, one line too, to `out`.
    ///
    /// `number` is the line's, from 1: a line without an id is answered as `line N`.
    ///
    /// ```
    /// # fn example(reader: &mut gatepost::ScreenReader<'_>) {
    /// let mut out = Vec::new();
    /// reader.screen_line(br#"{"id":"a","text":"Sports day is on Friday"}"#, 1, &mut out);
    /// assert_eq!(out, b"{\"id\":\"a\",\"decision\":\"release\",\"findings\":[]}\n");
    /// # }
    /// ```
    pub fn screen_line(&mut self, line: &[u8], number: u64, out: &mut Vec<u8>) -> ScreenedLine {
        // Windows puts a mark before the first line of a file.
        let line = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(line);
        if line.len() > line_bytes(self.gate) {
            let screened = self.refuse(too_large());
            self.answer(&format!("line {number}"), &screened, out);
            return ScreenedLine::Malformed;
        }
        match serde_json::from_slice::<Line<'_>>(line) {
            // A list of two texts is not a draft, though it would fit.
            Ok(Line { id, text })
                if !id.is_empty() && line.trim_ascii_start().starts_with(b"{") =>
            {
                let screened = self.screen(&text);
                let decision = screened.decision;
                self.answer(&id, &screened, out);
                decision.into()
            }
            _ => self.screen_other(line, number, out),
        }
    }

    /// Screens a line of other keys, or of none.
    fn screen_other(&mut self, line: &[u8], number: u64, out: &mut Vec<u8>) -> ScreenedLine {
        let json = String::from_utf8_lossy(line);
        let limits = self.gate.records().school.limits;
        let mut draft = read_json(&json, Path::new("."), &limits);
        // What cannot be read is said to be that alone.
        if draft.defects.is_empty() && serde_json::from_str::<HasText>(&json).is_err() {
            draft.defects.push(malformed("The line has no \"text\".".into()));
        }
        if matches!(json, Cow::Owned(_)) {
            draft.defects.push(malformed("The line is not written in UTF-8.".into()));
        }
        if draft.id.is_empty() {
            draft.id = format!("line {number}");
        }
        let screened = self.screen_draft(&draft);
        self.answer(&draft.id, &screened, out);
        if draft.defects.iter().any(|defect| defect.kind == gatepost_model::DefectKind::Malformed) {
            ScreenedLine::Malformed
        } else {
            screened.decision.into()
        }
    }

    fn answer(&mut self, id: &str, screened: &Screened, out: &mut Vec<u8>) {
        let masked = self.masked_id(id);
        let id = masked.as_deref().unwrap_or(id);
        let Screened { decision, findings } = screened;
        serde_json::to_writer(&mut *out, &Answer { id, decision: *decision, findings })
            .and_then(|()| out.write_all(b"\n").map_err(serde_json::Error::io))
            .expect("texts, numbers and lists are written to memory without fail");
    }
}

impl From<Decision> for ScreenedLine {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Release => Self::Released,
            Decision::Hold => Self::Held,
        }
    }
}

//! Judged findings become a verdict that people and programs can read.

use gatepost_model::{Draft, Excerpt, Field, Reading, Ruling, Span};
use gatepost_policy::JudgedFinding;

use crate::mask::mask;

/// Whether a verdict shows personal data as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reveal {
    /// First letters and dots.
    #[default]
    Masked,
    /// As it stands, for whoever asked for it at their own screen.
    Plain,
}

/// The names of the media files as a verdict may show them: `#1`, `#2` where the name is personal.
pub(crate) fn file_labels(
    draft: &Draft,
    findings: &[JudgedFinding],
    reveal: Reveal,
) -> Vec<String> {
    draft
        .media
        .iter()
        .enumerate()
        .map(|(index, media)| {
            let personal = findings.iter().any(|judged| {
                judged.finding.place.field == Field::Name(index)
                    && judged.finding.rule.excerpt == Excerpt::Masked
            });
            if personal && reveal == Reveal::Masked {
                format!("#{}", index + 1)
            } else {
                media.name.clone()
            }
        })
        .collect()
}

/// Writes the judged findings down, in their order.
pub(crate) fn rulings(
    judged: Vec<JudgedFinding>,
    reading: &Reading<'_>,
    labels: &[String],
    reveal: Reveal,
) -> Vec<Ruling> {
    let personal: Vec<(Field, Span)> = judged
        .iter()
        .filter(|judged| judged.finding.rule.excerpt == Excerpt::Masked)
        .filter_map(|judged| {
            judged.finding.place.span.map(|span| (judged.finding.place.field, span))
        })
        .collect();
    judged
        .into_iter()
        .map(|judged| {
            let finding = judged.finding;
            let place = finding.place;
            let excerpt = place.span.and_then(|span| {
                let passage =
                    reading.passages.iter().find(|passage| passage.field == place.field)?;
                let text = span.slice(passage.prose.text())?;
                // Words that are nobody's data may still enclose a name.
                let hides = finding.rule.excerpt == Excerpt::Masked
                    || personal
                        .iter()
                        .any(|&(field, other)| field == place.field && other.overlaps(span));
                Some(if hides && reveal == Reveal::Masked { mask(text) } else { text.to_owned() })
            });
            let (pupil, candidates) = finding.subject.map_or((None, Vec::new()), |subject| {
                let several = subject.candidates.len() > 1;
                let candidates = subject.candidates.iter().filter(|_| several);
                (
                    Some(subject.pupil.as_str().to_owned()),
                    candidates.map(|key| key.as_str().to_owned()).collect(),
                )
            });
            Ruling {
                rule: finding.rule.id.to_owned(),
                severity: judged.severity,
                field: place.field.label(labels),
                start: place.span.map(|span| span.start),
                end: place.span.map(|span| span.end),
                excerpt,
                pupil,
                candidates,
                certainty: finding.certainty,
                clauses: judged.clauses,
                message: finding.message,
                remedy: finding.remedy.unwrap_or_else(|| finding.rule.remedy.to_owned()),
            }
        })
        .collect()
}

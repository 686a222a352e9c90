//! Findings and clauses become a decision.
//!
//! In: a pack, findings in any order, and what is known of the draft beyond them. Out: every one of
//! the findings with its severity and the clauses that speak of it, hold before advice, and the roles
//! that must see the draft. Pure: the same input gives the same answer, whatever the order of the
//! findings, and one more finding never lowers it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use gatepost_model::{Approval, Decision, Field, Finding, PupilKey, Reading, Severity};

use crate::clause::{Clause, FieldKind, When};
use crate::pack::Pack;
use crate::routes;

/// What is known of a draft beyond its findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The keys of the attestations that were validly given, each by a member of staff.
    pub attested: BTreeSet<String>,
    /// The situations that the draft is in, as far as its manifest tells.
    pub situations: BTreeSet<When>,
    /// Pupils to whose name on this channel the family has consented.
    pub named_by_consent: BTreeSet<PupilKey>,
    /// The roles that the draft's author fills.
    pub author_roles: BTreeSet<String>,
    /// Findings that a granted exception lets pass, by their place in the list that is judged, each with
    /// the number of the exception.
    pub excused: BTreeMap<usize, usize>,
}

/// A draft's findings, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What becomes of the draft.
    pub decision: Decision,
    /// The roles that must see it, the most concerned first; empty for a released draft.
    pub route: Vec<String>,
    /// Who may let it go; `None` for a released draft.
    pub approval: Option<Approval>,
    /// Every finding: those that hold first, then by place, then by rule.
    pub rulings: Vec<JudgedFinding>,
    /// The clauses that hold it, `pack:id`, in the pack's order.
    pub held_by: Vec<String>,
}

/// A finding and what it means by the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedFinding {
    /// What was found.
    pub finding: Finding,
    /// What it means.
    pub severity: Severity,
    /// Every clause that speaks of its rule here, `pack:id`, in the pack's order.
    pub clauses: Vec<String>,
    /// The exception that lets it pass, if one does.
    pub excused: Option<usize>,
}

impl Context {
    /// The context of a draft, with the attestations that were validly given.
    pub fn of(reading: &Reading<'_>, attested: BTreeSet<String>) -> Self {
        let mut situations = BTreeSet::new();
        if reading.may_picture_pupils() {
            situations.insert(When::PupilsPictured);
        }
        if reading.draft.purpose.as_deref().map(str::trim) == Some("learning") {
            situations.insert(When::PurposeLearning);
        }
        Self { attested, situations, ..Self::default() }
    }
}

/// Judges findings by a pack.
///
/// A rule of several clauses takes the gravest of their severities. A rule that no clause names is
/// advice.
pub fn judge(pack: &Pack, findings: Vec<Finding>, context: &Context) -> Judged {
    let found: BTreeSet<&'static str> = findings.iter().map(|finding| finding.rule.id).collect();
    let mut holding = BTreeSet::new();
    let mut rulings: Vec<JudgedFinding> = findings
        .into_iter()
        .enumerate()
        .map(|(number, finding)| {
            let excused = context.excused.get(&number).copied();
            let mut severity = Severity::Advice;
            let mut clauses = Vec::new();
            for (index, clause) in pack.clauses().iter().enumerate() {
                if !clause.names(finding.rule) || !accompanied(clause, &found) {
                    continue;
                }
                clauses.push(pack.cite(clause));
                if excused.is_none() && holds(clause, &finding, &found, context) {
                    severity = Severity::Hold;
                    holding.insert(index);
                }
            }
            JudgedFinding { finding, severity, clauses, excused }
        })
        .collect();
    rulings.sort_by(|one, other| order(one).cmp(&order(other)));
    let decision =
        rulings.iter().map(|ruling| ruling.severity.into()).max().unwrap_or(Decision::Release);
    let holding: Vec<&Clause> =
        holding.iter().filter_map(|&index| pack.clauses().get(index)).collect();
    let route = routes::route(pack, &holding, &context.author_roles);
    Judged {
        approval: (decision == Decision::Hold)
            .then(|| routes::approval(pack, &holding, &route, &rulings, &context.author_roles)),
        decision,
        route,
        rulings,
        held_by: holding.iter().map(|clause| pack.cite(clause)).collect(),
    }
}

fn holds(
    clause: &Clause,
    finding: &Finding,
    found: &BTreeSet<&'static str>,
    context: &Context,
) -> bool {
    clause.severity == Severity::Hold
        && !goes_with_cleaning(finding)
        && finding.certainty >= clause.holds_from(finding.rule)
        && clause.unless_attested.as_ref().is_none_or(|key| !context.attested.contains(key))
        && !(clause.unless_name_consent && consented(finding, context))
        && clause.when.is_none_or(|when| context.situations.contains(&when))
        && accompanied(clause, found)
        && (clause.fields.is_empty() || clause.fields.contains(&FieldKind::of(finding.place.field)))
}

/// True if a rule was found without which the clause has nothing to say, or it needs none.
fn accompanied(clause: &Clause, found: &BTreeSet<&'static str>) -> bool {
    clause.with.is_empty() || clause.with.iter().any(|rule| found.contains(rule.id))
}

/// True if the family of everyone who may be meant has consented to the name.
fn consented(finding: &Finding, context: &Context) -> bool {
    finding.subject.as_ref().is_some_and(|subject| {
        subject.candidates.iter().all(|pupil| context.named_by_consent.contains(pupil))
    })
}

/// True for words that a released copy does not carry: metadata are taken out of it, and a file whose name
/// holds personal data is renamed. A file that cannot be cleaned holds the draft by itself. Whether a
/// pupil's name in either counts beside the picture is for the clauses on names to say.
fn goes_with_cleaning(finding: &Finding) -> bool {
    match finding.place.field {
        Field::Meta(_) => matches!(finding.rule.family(), "text" | "link" | "privacy"),
        Field::Name(_) => finding.rule.family() == "privacy",
        _ => false,
    }
}

/// Everything that tells two findings apart, so that their order never depends on who found them first.
fn order(ruling: &JudgedFinding) -> impl Ord + '_ {
    let finding = &ruling.finding;
    let subject: Option<(&PupilKey, &[PupilKey])> =
        finding.subject.as_ref().map(|subject| (&subject.pupil, subject.candidates.as_slice()));
    (
        Reverse(ruling.severity),
        finding.place,
        finding.rule.id,
        Reverse(finding.certainty),
        subject,
        finding.subject.as_ref().and_then(|subject| subject.form),
        finding.message.as_str(),
        finding.remedy.as_deref(),
    )
}

//! Every rule's examples and its table of cases: what is marked is found, and nothing else.

mod common;

use common::{detector, found};
use gatepost_cases::{Case, table};
use gatepost_model::{Marked, Rule, Span};

fn differs(rule: &Rule, marked: &Marked, context: &str) -> Option<String> {
    let spans: Vec<Span> = found(detector(), &marked.text, rule.id);
    (spans != marked.spans).then(|| {
        let shown = |spans: &[Span]| -> Vec<String> {
            spans.iter().map(|span| span.slice(&marked.text).unwrap_or("?").to_string()).collect()
        };
        format!("{context}: wanted {:?}, found {:?}", shown(&marked.spans), shown(&spans))
    })
}

#[test]
fn examples_are_what_they_say() {
    let mut wrong = Vec::new();
    for rule in gatepost_text::rules() {
        assert!(!rule.flagged.is_empty() && !rule.clean.is_empty(), "{} lacks examples", rule.id);
        for example in rule.flagged.iter().chain(rule.clean) {
            let marked = Marked::parse(example);
            let flagged = rule.flagged.contains(example);
            assert_eq!(flagged, !marked.spans.is_empty(), "{}: {example}", rule.id);
            wrong.extend(differs(rule, &marked, &format!("{} {example:?}", rule.id)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_table_and_finds_what_is_marked_in_it() {
    let mut wrong = Vec::new();
    for rule in gatepost_text::rules() {
        let cases: Vec<Case> = table(&format!("{}.toml", rule.id));
        let flagged = cases.iter().filter(|case| !case.marked().spans.is_empty()).count();
        assert!(flagged > 0, "{} has no flagged case", rule.id);
        assert!(flagged < cases.len(), "{} has no clean case", rule.id);
        for case in &cases {
            assert!(!case.why.is_empty(), "{}: {} says not why", rule.id, case.name);
            wrong.extend(differs(rule, &case.marked(), &format!("{} {}", rule.id, case.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn places_hold_whatever_stands_around() {
    let around =
        [("👩🏽\u{200d}🏫 ", " 🎉"), ("e\u{301}, ", " ñ"), ("«", "»"), ("\u{feff}\n", "\r\n\u{ad}")];
    for rule in gatepost_text::rules() {
        for case in table::<Case>(&format!("{}.toml", rule.id)) {
            let marked = case.marked();
            for (before, behind) in around {
                let text = format!("{before}{}{behind}", marked.text);
                let shifted: Vec<Span> = marked
                    .spans
                    .iter()
                    .map(|span| Span::new(span.start + before.len(), span.end + before.len()))
                    .collect();
                assert_eq!(found(detector(), &text, rule.id), shifted, "{}: {text:?}", rule.id);
            }
        }
    }
}

#[test]
fn ids_are_unique_and_in_this_crates_families() {
    let mut ids: Vec<&str> = gatepost_text::rules().iter().map(|rule| rule.id).collect();
    assert!(
        gatepost_text::rules().iter().all(|r| ["text", "privacy", "link"].contains(&r.family()))
    );
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn messages_hold_nothing_of_what_was_found() {
    for rule in gatepost_text::rules().iter().filter(|rule| rule.family() == "privacy") {
        assert_eq!(rule.excerpt, gatepost_model::Excerpt::Masked, "{}", rule.id);
        for case in table::<Case>(&format!("{}.toml", rule.id)) {
            let marked = case.marked();
            for finding in common::findings(detector(), &marked.text) {
                let span = finding.place.span.expect("a finding in a text has a place");
                let words = span.slice(&marked.text).expect("the place fits");
                assert!(!finding.message.contains(words), "{}", rule.id);
            }
        }
    }
}

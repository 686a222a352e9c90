//! Every rule has a table of cases, and every case comes out as its table says.

mod world;

use gatepost_authority::RULES;
use gatepost_cases::{folder, table};
use world::Case;

/// The table of a rule: `account/not-approved` has `account/not-approved.toml`.
fn path(rule: &str) -> String {
    format!("{rule}.toml")
}

#[test]
fn every_case_comes_out_as_its_table_says() {
    for rule in RULES {
        for case in table::<Case>(&path(rule.id)) {
            let outcome = case.run();
            let mut found: Vec<&str> =
                outcome.findings.iter().map(|finding| finding.rule.id).collect();
            found.sort_unstable();
            let mut expected = case.expect.clone();
            expected.sort_unstable();
            assert_eq!(found, expected, "{}: {}", rule.id, case.name);
            if let Some(attested) = &case.attested {
                assert_eq!(&outcome.attested, attested, "{}: {}", rule.id, case.name);
            }
        }
    }
}

#[test]
fn every_rule_is_shown_found_and_not_found() {
    for rule in RULES {
        let cases = table::<Case>(&path(rule.id));
        let found = |case: &Case| case.expect.iter().any(|id| id == rule.id);
        assert!(cases.iter().any(found), "{} has no flagged case", rule.id);
        assert!(!cases.iter().all(found), "{} has no clean case", rule.id);
        assert!(!rule.flagged.is_empty() && !rule.clean.is_empty(), "{}", rule.id);
    }
}

#[test]
fn every_table_belongs_to_a_rule() {
    for family in ["account", "attest", "author", "schedule"] {
        for entry in std::fs::read_dir(folder().join(family)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let known = RULES.iter().any(|rule| path(rule.id) == format!("{family}/{name}"));
            assert!(known, "{family}/{name} belongs to no rule");
        }
    }
}

#[test]
fn no_message_shows_who_was_meant() {
    let personal = ["S014", "S020", "Maya", "Patel", "Rachel", "Whitfield", "A000000000001"];
    for rule in RULES {
        for case in table::<Case>(&path(rule.id)) {
            for finding in case.run().findings {
                let said = format!("{} {}", finding.message, finding.remedy.unwrap_or_default());
                for word in personal {
                    assert!(!said.contains(word), "{}: {}: {said}", rule.id, case.name);
                }
            }
        }
    }
}

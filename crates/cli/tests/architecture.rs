//! The house keeps its own order: tiers, fixtures, generated pages.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Crates by tier: each may depend on those of lower tiers only.
const TIERS: &[&[&str]] = &[
    &["gatepost-matcher", "gatepost-example"],
    &["gatepost-model"],
    &["gatepost-records", "gatepost-cases"],
    &[
        "gatepost-text",
        "gatepost-names",
        "gatepost-image",
        "gatepost-consent",
        "gatepost-authority",
        "gatepost-policy",
    ],
    &["gatepost"],
    &["gatepost-report", "gatepost-store", "gatepost-archive"],
    &["gatepost-watch"],
    &["gatepost-cli", "gatepost-benches"],
];
/// Crates that only tests, benches and the command line may use.
const FOR_TESTS: &[&str] = &["gatepost-cases", "gatepost-example"];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn no_crate_depends_uphill() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let tier: BTreeMap<&str, usize> = TIERS
        .iter()
        .enumerate()
        .flat_map(|(tier, crates)| crates.iter().map(move |name| (*name, tier)))
        .collect();
    let mut edges = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        let own = *tier.get(name).unwrap_or_else(|| panic!("{name} has no tier: give it one"));
        for dependency in package["dependencies"].as_array().unwrap() {
            let wanted = dependency["name"].as_str().unwrap();
            let Some(&below) = tier.get(wanted) else { continue };
            edges += 1;
            if FOR_TESTS.contains(&wanted) {
                let may = dependency["kind"] == "dev" || own + 1 == TIERS.len();
                assert!(may, "{name} depends on {wanted}, which is for tests");
            } else {
                assert!(below < own, "{name} (tier {own}) depends on {wanted} (tier {below})");
            }
        }
    }
    assert!(edges > 20, "only {edges} edges were seen: the test looks at the wrong thing");
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let reasons = std::fs::read_to_string(root().join("crates/README.md")).unwrap();
    let dependencies = manifest
        .lines()
        .skip_while(|line| !line.starts_with("[workspace.dependencies]"))
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .filter(|(_, source)| !source.contains("path ="));
    let mut seen = 0;
    for (name, _) in dependencies {
        seen += 1;
        assert!(reasons.contains(&format!("`{name}`")), "crates/README.md: why {name}?");
    }
    assert!(seen > 20, "only {seen} dependencies were seen: the test looks at the wrong thing");
}

#[test]
fn every_rule_has_a_fixture() {
    let mut without = Vec::new();
    for rule in gatepost::catalogue() {
        let (family, name) = rule.id.split_once('/').unwrap();
        let place = root().join("fixtures").join(family).join(name);
        if !place.with_extension("toml").is_file() && !place.is_dir() {
            without.push(rule.id);
        }
        assert!(!rule.flagged.is_empty() && !rule.clean.is_empty(), "{} has no examples", rule.id);
    }
    assert_eq!(without, Vec::<&str>::new(), "rules without a fixture");
}

#[test]
fn the_page_of_rules_is_true() {
    let committed = std::fs::read_to_string(root().join("crates/RULES.md")).unwrap();
    assert!(
        committed == gatepost::rules_page(),
        "crates/RULES.md is out of date: cargo run -p gatepost --example write-rules"
    );
}

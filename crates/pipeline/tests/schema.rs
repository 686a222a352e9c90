//! The JSON Schema of pack files is up to date and knows every key that the built-in packs use.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&gatepost::policy_schema()).unwrap()
}

/// Every key of a pack must be among the properties that the schema has for its place.
fn within(keys: &toml::Table, properties: &Value, pack: &str) {
    for (key, value) in keys {
        let known = &properties[key];
        assert!(!known.is_null(), "{pack}: the schema does not know `{key}`");
        match value {
            toml::Value::Table(table) if known["properties"].is_object() => {
                within(table, &known["properties"], pack);
            }
            toml::Value::Array(items) => {
                for table in items.iter().filter_map(toml::Value::as_table) {
                    within(table, &known["items"]["properties"], pack);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn the_schema_knows_every_key_of_the_built_in_packs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../policy/packs");
    let mut packs = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let keys: toml::Table = toml::from_str(&text).unwrap();
        within(&keys, &schema()["properties"], &path.display().to_string());
        packs += 1;
    }
    assert_eq!(packs, 6);
}

#[test]
fn the_schema_knows_every_key_that_the_readme_lists() {
    let readme = include_str!("../../policy/README.md");
    let schema = schema().to_string();
    for line in readme.lines().filter(|line| line.starts_with("| `")) {
        let cell = line.split('|').nth(1).unwrap();
        for key in cell.split('`').skip(1).step_by(2) {
            let key = key.trim_matches(['[', ']']).split(" = ").next().unwrap();
            let key = key.rsplit('.').next().unwrap();
            assert!(schema.contains(&format!("\"{key}\"")), "the schema does not know `{key}`");
        }
    }
}

#[test]
fn the_file_is_up_to_date() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../policy/pack.schema.json");
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(kept == gatepost::policy_schema(), "run `cargo run -p gatepost --example write-rules`");
}

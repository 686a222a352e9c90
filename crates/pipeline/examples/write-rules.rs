//! Writes what is made from the rules: `crates/RULES.md` and `crates/policy/pack.schema.json`.

fn main() -> std::io::Result<()> {
    let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    std::fs::write(format!("{crates}/RULES.md"), gatepost::rules_page())?;
    std::fs::write(format!("{crates}/policy/pack.schema.json"), gatepost::policy_schema())
}

//! Writes `crates/policy/pack.schema.json`.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../policy/pack.schema.json");
    std::fs::write(path, gatepost::policy_schema())
}

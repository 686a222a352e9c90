//! Writes `crates/RULES.md` anew: `cargo run -p gatepost --example write-rules`.

fn main() -> std::io::Result<()> {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../RULES.md");
    std::fs::write(page, gatepost::rules_page())
}

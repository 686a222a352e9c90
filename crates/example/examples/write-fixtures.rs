//! Writes `fixtures/school/` anew: the registers that the generator makes for one fixed day.
//!
//! Run as `cargo run -p gatepost-example --example write-fixtures`. A test fails when the committed
//! files are not what this writes.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::date;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/school");
    fs::create_dir_all(&folder)?;
    for file in gatepost_example::registers("woodstock", date(2026, 11, 20)) {
        fs::write(folder.join(&file.path), &file.bytes)?;
    }
    Ok(())
}

//! Writes the page, the note and the line of every draft of the invented school:
//! `cargo run -p gatepost-report --example pages -- FOLDER [POLICY]`.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use gatepost::{Gate, School, open_draft};
use gatepost_example::{PhotoSize, drafts, registers};
use jiff::civil::date;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder to write to")?);
    let policy = arguments.next().unwrap_or_else(|| "woodstock".into());
    let today = date(2026, 11, 18);
    let school = folder.join("school");
    for file in registers(&policy, today) {
        write(&school.join(&file.path), &file.bytes)?;
    }
    let noon = today.at(12, 0, 0, 0).in_tz("Europe/London")?.timestamp();
    let gate = Gate::new(&School::open(&school)?)?.with_as_of(noon);
    let mut output = std::io::stdout().lock();
    for example in drafts(today, PhotoSize::Small) {
        for file in example.in_inbox() {
            write(&school.join(&file.path), &file.bytes)?;
        }
        let account = school.join("inbox").join(example.account);
        let place = account.join(example.name);
        let place =
            if place.is_dir() { place } else { account.join(format!("{}.txt", example.name)) };
        let opened = open_draft(&place, Some(example.account), &gate.records().school.limits);
        let outcome = gate.examine(&opened.draft, None)?;
        let name = folder.join(example.name);
        write(
            &name.with_extension("html"),
            gatepost_report::page(&outcome, &opened.draft, &gate).as_bytes(),
        )?;
        write(
            &name.with_extension("txt"),
            gatepost_report::why(&outcome.verdict, &gate).as_bytes(),
        )?;
        writeln!(output, "{:<32} {}", example.name, gatepost_report::line(&outcome.verdict))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

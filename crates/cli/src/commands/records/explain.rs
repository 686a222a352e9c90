//! What the registers come to, as a colleague would say it.

use std::io::Write;
use std::path::Path;

use gatepost::{ConsentStanding, Gate, Reveal};
use gatepost_model::PupilKey;
use gatepost_records::Medium;
use jiff::civil::Date;

use crate::screen::{FAINT, MILD, STRONG, WIDTH, count, styled, warn, wrap};

/// Tells counts, ages and gaps; names of pupils only where they were asked for.
pub(super) fn tell(out: &mut impl Write, gate: &Gate, reveal: Reveal) -> std::io::Result<()> {
    let records = gate.records();
    let now = jiff::Timestamp::now().to_zoned(records.school.calendar.timezone.clone());
    let today = now.date();
    writeln!(out, "\n{}", styled(STRONG, "Consent today"))?;
    line(out, &age(gate, today))?;
    for standing in gate.consent_standing(today) {
        line(out, &consent(&standing))?;
        if reveal == Reveal::Plain {
            for (what, pupils) in [("no answer", &standing.unanswered), ("ended", &standing.ended)]
            {
                for pupil in pupils {
                    writeln!(out, "      {}: {}", what, named(gate, pupil))?;
                }
            }
        }
    }
    writeln!(out, "\n{}", styled(STRONG, "People who may post"))?;
    let staff = gate.staff_standing(today);
    let mut told = format!("{} may post.", count(staff.authorised, "person", "people"));
    for (number, what) in [
        (staff.untrained, "without any training on record"),
        (staff.unsigned, "without a signed agreement"),
    ] {
        if number > 0 {
            told.extend([" ", &number.to_string(), " of them ", what, "."]);
        }
    }
    if staff.left > 0 {
        let people = count(staff.left, "person who has", "people who have");
        told.extend([" ", &people, " left still marked as authorised."]);
    }
    line(out, &told)?;
    let expired: Vec<String> = gate
        .exceptions()
        .iter()
        .filter(|exception| exception.until < today)
        .map(|exception| exception.number.to_string())
        .collect();
    if !gate.exceptions().is_empty() {
        writeln!(out, "\n{}", styled(STRONG, "Exceptions"))?;
        let number = count(gate.exceptions().len(), "exception is", "exceptions are");
        line(out, &format!("{number} on record."))?;
        if !expired.is_empty() {
            let told =
                format!("Past their day, and without effect: number {}.", expired.join(", "));
            writeln!(out, "{}", styled(MILD, &wrap(&told, WIDTH, 2)))?;
        }
    }
    if reveal == Reveal::Masked {
        let told = "To see who has yet to answer, run it with --reveal at your own screen.";
        writeln!(out, "\n{}", styled(FAINT, &wrap(told, WIDTH, 2)))?;
    }
    Ok(())
}

fn line(out: &mut impl Write, told: &str) -> std::io::Result<()> {
    writeln!(out, "{}", wrap(told, WIDTH, 2))
}

/// How old the register is, as far as it tells.
fn age(gate: &Gate, today: Date) -> String {
    let records = gate.records();
    let (what, day) = match (records.school.consent_exported, records.consent.latest()) {
        (Some(day), _) => ("The register was exported on", day),
        (None, Some(day)) => ("The latest answer in the register is of", day),
        (None, None) => return "The register does not tell how old it is.".into(),
    };
    let days = (today - day).get_days();
    let ago = match days {
        ..0 => "still to come".into(),
        0 => "today".into(),
        1 => "yesterday".into(),
        days => format!("{days} days ago"),
    };
    format!("{what} {} ({ago}).", day.strftime("%-d %B %Y"))
}

fn consent(standing: &ConsentStanding) -> String {
    let medium = match standing.medium {
        Medium::Video => "Films",
        _ => "Photos",
    };
    let channel = &standing.channel;
    let accounts = standing.accounts.join(", ");
    let mut told = format!(
        "{medium} on {channel} (accounts: {accounts}): {} may be shown, {} may not.",
        count(standing.yes, "pupil", "pupils"),
        standing.no,
    );
    let waiting = standing.unanswered.len();
    if waiting > 0 {
        let pupils = count(waiting, "pupil has", "pupils have");
        told.extend([" ", &pupils, " no answer."]);
    }
    if !standing.ended.is_empty() {
        let answers = count(standing.ended.len(), "answer has", "answers have");
        told.extend([" ", &answers, " ended."]);
    }
    told
}

/// A pupil's name and class.
fn named(gate: &Gate, key: &PupilKey) -> String {
    let Some(pupil) = gate.records().roster.get(key) else { return key.as_str().to_owned() };
    let surname = pupil.preferred_surname.as_ref().unwrap_or(&pupil.surname);
    let class = pupil.class.as_deref().unwrap_or("no class");
    format!("{} {surname}, {class}", pupil.known_as())
}

/// Warns, on standard error, of registers that others at this computer can read.
#[cfg(unix)]
pub(super) fn warn_of_readers(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;

    /// Leave for the group and for everybody to read, write or enter.
    const OTHERS: u32 = 0o077;
    let open = |name: &&str| {
        std::fs::metadata(folder.join(name))
            .is_ok_and(|found| found.permissions().mode() & OTHERS != 0)
    };
    let registers = [
        "pupils.csv",
        "pupils.xlsx",
        "pupils",
        "staff.csv",
        "staff.xlsx",
        "consent.csv",
        "consent.xlsx",
        "gatepost.db",
    ];
    let readable: Vec<&str> = registers.into_iter().filter(|name| open(name)).collect();
    if !readable.is_empty() {
        warn(&format!(
            "others who use this computer can open {}: run chmod -R go-rwx on the school's folder, so that \
             its owner alone can",
            readable.join(", ")
        ));
    }
}

/// Elsewhere a folder's permissions are for the system's own tools.
#[cfg(not(unix))]
pub(super) fn warn_of_readers(_: &Path) {}

//! `gatepost check DRAFT...`.

use std::fs;
use std::io::{BufRead, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use gatepost::{
    Decision, Draft, Gate, GateError, Limits, Reveal, School, Verdict, open_draft, open_held_draft,
    read_json,
};

use gatepost_model::{Defect, DefectKind};
use gatepost_report::{Matter, visible};

use super::{Audience, Status, as_of, open_school};
use crate::args::Check;
use crate::screen::{BAD, FAINT, GOOD, MILD, STRONG, WIDTH, complain, styled, wrap};

/// How long a line of JSON may be, as a multiple of the limit on text: each character may be escaped, and
/// there are other keys.
const LINE_PER_TEXT: u64 = 16;

/// How many drafts are opened before their verdicts are printed.
const BATCH: usize = 64;

/// Judges drafts where they lie.
pub(crate) fn run(arguments: &Check) -> anyhow::Result<Status> {
    let school = open_school(&arguments.school)?;
    let timezone = &school.records().school.calendar.timezone;
    let mut gate = Gate::new(&school)?;
    if let Some(moment) = as_of(arguments.as_of.as_deref(), timezone)? {
        gate = gate.with_as_of(moment);
    }
    if arguments.reveal {
        gate = gate.with_reveal(Reveal::Plain);
    }
    let audience = Audience::from(arguments.json);
    let limits = &school.records().school.limits;
    let mut out = anstream::stdout().lock();
    let mut held = false;
    let mut judge = |drafts: &[Draft]| -> anyhow::Result<()> {
        let verdicts = match &arguments.out {
            None => gate.check_all(drafts),
            Some(folder) => drafts.iter().map(|draft| write_out(&gate, draft, folder)).collect(),
        };
        for verdict in &verdicts {
            held |= verdict.decision == Decision::Hold;
            tell(&mut out, verdict, &gate, audience)?;
        }
        Ok(())
    };
    let mut batch = Vec::with_capacity(BATCH);
    for path in &arguments.drafts {
        if path.as_os_str() == "-" {
            judge(&batch)?;
            batch.clear();
            judge_lines(limits, &mut judge)?;
            continue;
        }
        batch.push(open(path, &school, limits));
        if batch.len() == BATCH {
            judge(&batch)?;
            batch.clear();
        }
    }
    judge(&batch)?;
    Ok(Status::held_if(held))
}

/// Opens a draft; one that lies in the school's `inbox/` or `held/` is for the account in whose folder
/// it lies.
fn open(path: &Path, school: &School, limits: &Limits) -> Draft {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let account_in = |side: &str| {
        let side = fs::canonicalize(school.folder().join(side)).ok()?;
        let account = place.parent().filter(|folder| folder.parent() == Some(&side))?;
        account.file_name().map(|name| name.to_string_lossy().into_owned())
    };
    if let Some(account) = account_in("held") {
        return open_held_draft(&place, Some(&account), limits).draft;
    }
    // A link is opened as the link that it is, and held.
    let bare: PathBuf = path.components().collect();
    let is_link = fs::symlink_metadata(&bare).is_ok_and(|found| found.is_symlink());
    open_draft(if is_link { &bare } else { &place }, account_in("inbox").as_deref(), limits).draft
}

/// Judges drafts in JSON, one a line. A blank line is none.
fn judge_lines(
    limits: &Limits,
    judge: &mut impl FnMut(&[Draft]) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut batch = Vec::with_capacity(BATCH);
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    let mut number = 0_usize;
    loop {
        number += 1;
        line.clear();
        // A line past the limit is read no further than that, and its rest passed over.
        let most = limits.text_bytes.saturating_mul(LINE_PER_TEXT);
        let failed = "standard input cannot be read";
        if (&mut input).take(most).read_until(b'\n', &mut line).context(failed)? == 0 {
            break;
        }
        let is_cut = line.last() != Some(&b'\n') && line.len() as u64 == most;
        if is_cut {
            input.skip_until(b'\n').context(failed)?;
        }
        let text = std::str::from_utf8(&line);
        if text.is_ok_and(|text| text.trim().is_empty()) {
            continue;
        }
        let mut draft = match text {
            _ if is_cut => {
                defective(DefectKind::TooLarge, "The line is longer than any draft may be.")
            }
            Ok(text) => read_json(text, Path::new("."), limits),
            Err(_) => {
                defective(DefectKind::Unreadable, "The line is not UTF-8, as JSON has to be.")
            }
        };
        if draft.id.is_empty() {
            draft.id = format!("line {number}");
        }
        batch.push(draft);
        if batch.len() == BATCH {
            judge(&batch)?;
            batch.clear();
        }
    }
    judge(&batch)
}

/// A draft of which nothing is known but what is wrong with it.
fn defective(kind: DefectKind, message: &str) -> Draft {
    let mut draft = Draft::default();
    draft.defects.push(Defect { kind, message: message.into() });
    draft
}

/// Judges a draft and writes `OUT/ACCOUNT/DRAFT/`. A draft whose folder cannot be written is held, and
/// the others go on.
fn write_out(gate: &Gate, draft: &Draft, out: &Path) -> Verdict {
    try_write_out(gate, draft, out).unwrap_or_else(|problem| {
        complain(&problem);
        gate.unchecked(draft, &GateError::Failed).verdict
    })
}

/// Builds the folder of a draft beside the others, and renames it into place.
fn try_write_out(gate: &Gate, draft: &Draft, out: &Path) -> anyhow::Result<Verdict> {
    let failed = || format!("cannot write into {}", out.display());
    let account = out.join(folder_name(draft.account.as_deref().unwrap_or_default(), "no-account"));
    fs::create_dir_all(&account).with_context(failed)?;
    let stage =
        tempfile::Builder::new().prefix(".gatepost-").tempdir_in(&account).with_context(failed)?;
    let place = stage.path();
    let outcome = match gate.examine(draft, Some(place)) {
        Ok(outcome) => outcome,
        Err(problem) => gate.unchecked(draft, &problem),
    };
    if outcome.verdict.decision == Decision::Hold {
        for entry in fs::read_dir(place).with_context(failed)? {
            fs::remove_file(entry.with_context(failed)?.path()).with_context(failed)?;
        }
    } else if let Some(name) = &outcome.text_name {
        fs::write(place.join(name), &draft.text).with_context(failed)?;
    }
    let mut verdict = serde_json::to_vec_pretty(&outcome.verdict)?;
    verdict.push(b'\n');
    fs::write(place.join("verdict.json"), verdict).with_context(failed)?;
    fs::write(place.join("report.html"), gatepost_report::page(&outcome, draft, gate))
        .with_context(failed)?;
    open_to_others(place).with_context(failed)?;
    let target = free_folder(&account, &folder_name(&draft.id, "draft"));
    fs::rename(place, &target).with_context(failed)?;
    // It is no temporary folder any more.
    let _ = stage.keep();
    Ok(outcome.verdict)
}

/// Gives a folder that was made for us alone the permissions that folders are made with here.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> std::io::Result<()> {
    let like = folder.parent().unwrap_or(folder);
    fs::set_permissions(folder, fs::metadata(like)?.permissions())
}

#[cfg(not(unix))]
fn open_to_others(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

/// How long a folder's name may be, in bytes: what file systems allow, less room for a number.
const LONGEST_NAME: usize = 240;

/// A name as that of one folder: separators and what systems refuse become hyphens.
fn folder_name(name: &str, otherwise: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c })
        .collect();
    let mut room = safe.len().min(LONGEST_NAME);
    while !safe.is_char_boundary(room) {
        room -= 1;
    }
    let safe = safe.get(..room).unwrap_or_default().trim_matches([' ', '.']);
    if safe.is_empty() { otherwise.to_owned() } else { safe.to_owned() }
}

fn free_folder(parent: &Path, name: &str) -> PathBuf {
    let mut path = parent.join(name);
    let mut number = 1;
    while fs::symlink_metadata(&path).is_ok() {
        number += 1;
        path = parent.join(format!("{name}-{number}"));
    }
    path
}

fn tell(
    out: &mut impl Write,
    verdict: &Verdict,
    gate: &Gate,
    audience: Audience,
) -> anyhow::Result<()> {
    if audience == Audience::Programs {
        writeln!(out, "{}", serde_json::to_string(verdict)?)?;
        return Ok(());
    }
    let (style, word) = match verdict.decision {
        Decision::Release => (GOOD, "released"),
        Decision::Hold => (BAD, "held"),
    };
    writeln!(out, "{}  {}", styled(style, word), styled(STRONG, &visible(&verdict.draft)))?;
    if !verdict.route.is_empty() {
        writeln!(
            out,
            "  {}",
            styled(FAINT, &format!("to be seen by: {}", verdict.route.join(", ")))
        )?;
    }
    for matter in gatepost_report::matters(verdict, gate.pack()) {
        tell_matter(out, &matter)?;
    }
    writeln!(out)?;
    Ok(())
}

fn tell_matter(out: &mut impl Write, matter: &Matter) -> std::io::Result<()> {
    let style = if matter.holds() { BAD } else { MILD };
    let excerpt = matter.quoted().map_or_else(String::new, |quoted| format!(": {quoted}"));
    let place = styled(FAINT, &format!("{}{excerpt}", matter.place));
    writeln!(out, "\n  {} {place}", styled(style, &matter.heading))?;
    for sentence in matter.said().into_iter().chain(matter.whom()) {
        writeln!(out, "{}", wrap(&sentence, WIDTH, 4))?;
    }
    for clause in matter.clauses.iter().filter(|_| matter.holds()).take(1) {
        let told = format!("{}: {}", sentence_case(&clause.section), clause.asks);
        writeln!(out, "{}", styled(FAINT, &wrap(&told, WIDTH, 4)))?;
    }
    for remedy in &matter.remedies {
        writeln!(out, "{}", wrap(&format!("→ {remedy}"), WIDTH, 4))?;
    }
    let rules: Vec<&str> = matter.points.iter().map(|point| point.rule.as_str()).collect();
    writeln!(out, "{}", styled(FAINT, &wrap(&format!("[{}]", rules.join(", ")), WIDTH, 4)))
}

fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

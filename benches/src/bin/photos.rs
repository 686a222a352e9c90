//! `photos [--judge COMMAND] PATH...`: photos of each format cleaned, held, and released although they tell
//! something.
//!
//! Files lie in folders or are named. Clean copies are written to a folder that goes again, and read by `ExifTool`, if
//! it is installed, or by a command that is given the original and the copy and ends with 0 if it finds the copy
//! clean. It says as well in how many files with a position `inspect` sees that. It ends with 1 if a copy was dirty.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use gatepost::{Destination, Limits, inspect_file, strip};
use gatepost_benches::exiftool::{self, Reading};

#[derive(Debug, Parser)]
struct Arguments {
    /// Photos, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Instead of `ExifTool`: a command that is given ORIGINAL and COPY
    #[arg(long)]
    judge: Option<String>,
    /// Says of each file what became of it
    #[arg(long)]
    each: bool,
}

#[derive(Default)]
struct Count {
    files: usize,
    cleaned: usize,
    dirty: usize,
    reasons: BTreeMap<String, usize>,
}

/// A file and what became of it.
struct Outcome {
    file: PathBuf,
    format: String,
    copy: Option<PathBuf>,
    problem: Option<String>,
    located: bool,
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let mut files = Vec::new();
    for path in &arguments.paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let folder = tempfile::tempdir()?;
    let mut took = Duration::ZERO;
    let outcomes: Vec<Outcome> = files
        .into_iter()
        .enumerate()
        .map(|(number, file)| clean(file, &folder.path().join(number.to_string()), &mut took))
        .collect();
    let copies: Vec<PathBuf> = outcomes.iter().filter_map(|outcome| outcome.copy.clone()).collect();
    let originals: Vec<PathBuf> = outcomes.iter().map(|outcome| outcome.file.clone()).collect();
    let before = exiftool::read(&originals);
    let after = if arguments.judge.is_none() { exiftool::read(&copies) } else { None };
    let mut out = std::io::stdout().lock();
    let mut formats: BTreeMap<&str, Count> = BTreeMap::new();
    let (mut positions, mut seen) = (0_usize, 0_usize);
    for outcome in &outcomes {
        let count = formats.entry(&outcome.format).or_default();
        count.files += 1;
        if let Some(problem) = &outcome.problem {
            *count.reasons.entry(problem.clone()).or_default() += 1;
        }
        let mut verdict = "held".to_owned();
        if let Some(copy) = &outcome.copy {
            count.cleaned += 1;
            let said = match &arguments.judge {
                Some(command) => judged(command, &outcome.file, copy)?,
                None => after.as_ref().map_or_else(Vec::new, |after| tells(after.get(copy))),
            };
            verdict =
                if said.is_empty() { "clean".into() } else { format!("DIRTY: {}", said.join(" ")) };
            count.dirty += usize::from(!said.is_empty());
        }
        let has_position = before
            .as_ref()
            .and_then(|before| before.get(&outcome.file))
            .is_some_and(|read| read.has_position);
        positions += usize::from(has_position);
        seen += usize::from(has_position && outcome.located);
        if arguments.each || verdict.starts_with("DIRTY") {
            writeln!(out, "{} {verdict}", outcome.file.display())?;
        }
    }
    for (format, count) in &formats {
        let held = count.files - count.cleaned;
        writeln!(
            out,
            "{format:<24} {:>4} files {:>4} cleaned {held:>4} held {:>4} dirty",
            count.files, count.cleaned, count.dirty
        )?;
        for (reason, times) in &count.reasons {
            writeln!(out, "    {times:>4} × {reason}")?;
        }
    }
    let dirty: usize = formats.values().map(|count| count.dirty).sum();
    let judge = match (&arguments.judge, &after) {
        (Some(_), _) => "the given judge",
        (None, Some(_)) => "ExifTool",
        (None, None) => "nobody: ExifTool is not installed",
    };
    writeln!(
        out,
        "{} files, {} cleaned, {:.2} s",
        outcomes.len(),
        copies.len(),
        took.as_secs_f64()
    )?;
    writeln!(out, "judged by {judge}: {dirty} dirty")?;
    if before.is_some() {
        writeln!(
            out,
            "positions that ExifTool reads: {positions}; of these seen by inspect: {seen}"
        )?;
    }
    Ok(if dirty == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn clean(file: PathBuf, folder: &Path, took: &mut Duration) -> Outcome {
    let limits = Limits::default();
    let inspected = inspect_file(&file, &limits);
    let begun = Instant::now();
    let stripped = strip(&file, Destination::Folder(folder), &limits);
    *took += begun.elapsed();
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let unread = || format!("not read: .{}", ending.unwrap_or_default());
    Outcome {
        format: inspected.format.map_or_else(unread, str::to_owned),
        copy: stripped.output,
        problem: stripped.problem,
        located: inspected.location.is_some(),
        file,
    }
}

fn tells(reading: Option<&Reading>) -> Vec<String> {
    reading.map_or_else(|| vec!["not read".to_owned()], |reading| reading.tells.clone())
}

/// Nothing, if a command finds a copy clean.
fn judged(command: &str, original: &Path, copy: &Path) -> Result<Vec<String>> {
    let mut words = command.split_whitespace();
    let output = Command::new(words.next().unwrap_or_default())
        .args(words)
        .args([original, copy])
        .stderr(Stdio::null())
        .output()?;
    if output.status.success() {
        return Ok(Vec::new());
    }
    Ok(vec![String::from_utf8_lossy(&output.stdout).trim().to_owned()])
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

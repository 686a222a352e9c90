//! `photos PATH...`: how many files of each format are cleaned, and how many are held.
//!
//! Files lie in folders or are named; clean copies are written to a folder that goes again.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use gatepost::{Destination, Limits, inspect_file, strip};

#[derive(Debug, Parser)]
struct Arguments {
    /// Photos, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

#[derive(Default)]
struct Count {
    files: usize,
    cleaned: usize,
    reasons: BTreeMap<String, usize>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut files = Vec::new();
    for path in &arguments.paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let folder = tempfile::tempdir()?;
    let limits = Limits::default();
    let mut formats: BTreeMap<String, Count> = BTreeMap::new();
    let mut took = Duration::ZERO;
    for file in &files {
        let format = inspect_file(file, &limits).format;
        let begun = Instant::now();
        let stripped = strip(file, Destination::Folder(folder.path()), &limits);
        took += begun.elapsed();
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let name = format
            .map_or_else(|| format!("not read: .{}", ending.unwrap_or_default()), str::to_owned);
        let count = formats.entry(name).or_default();
        count.files += 1;
        count.cleaned += usize::from(stripped.cleaned.verified);
        if let Some(problem) = stripped.problem {
            *count.reasons.entry(problem).or_default() += 1;
        }
    }
    let mut out = std::io::stdout().lock();
    let cleaned: usize = formats.values().map(|count| count.cleaned).sum();
    for (format, count) in &formats {
        let held = count.files - count.cleaned;
        writeln!(
            out,
            "{format:<24} {:>4} files {:>4} cleaned {held:>4} held",
            count.files, count.cleaned
        )?;
        for (reason, times) in &count.reasons {
            writeln!(out, "    {times:>4} × {reason}")?;
        }
    }
    writeln!(out, "{} files, {cleaned} cleaned, {:.2} s", files.len(), took.as_secs_f64())?;
    Ok(())
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

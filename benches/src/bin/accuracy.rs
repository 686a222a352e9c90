//! `accuracy [--json] [--errors N] [--show] PATH...`: how right gatepost is on labelled texts.
//!
//! Reads JSON lines (files, or every `.jsonl` in a folder) and prints what was found of what should be
//! held, and what was held wrongly, by set and by group. Texts and what was found in them are printed
//! only with `--show`: some sets quote abuse.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Parser;
use gatepost::Gate;
use gatepost_benches::accuracy::{Judgement, Row, Scores, jsonl, judge, table, wanted};
use gatepost_benches::school::{Invented, Wanted};

#[derive(Debug, Parser)]
struct Arguments {
    /// Print JSON, one object a line
    #[arg(long)]
    json: bool,
    /// List the ids of up to N texts a set that were missed, and of as many that were held wrongly
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// With them, their text and the rules that hold them
    #[arg(long)]
    show: bool,
    /// The contact points of the school whose posts these are
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Its roster
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Its staff
    #[arg(long, value_name = "FILE")]
    staff: Option<PathBuf>,
    /// Files of JSON lines, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let invented = Invented::new(&Wanted {
        config: arguments.config.as_deref(),
        roster: arguments.roster.as_deref(),
        staff: arguments.staff.as_deref(),
    })?;
    let gate = Gate::new(&invented.school)?;
    let mut out = std::io::stdout().lock();
    let mut sets: Vec<(String, Vec<Row>, Vec<Judgement>)> = Vec::new();
    for path in files(&arguments.paths)? {
        let name =
            path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let rows = read(&path)?;
        let judgements = judge(&gate, &rows);
        sets.push((name, rows, judgements));
    }
    let scores: Vec<(String, Scores)> = sets
        .iter()
        .map(|(name, rows, judgements)| (name.clone(), Scores::new(rows, judgements)))
        .collect();
    let all: Vec<(&[Row], &[Judgement])> =
        sets.iter().map(|(_, rows, judgements)| (rows.as_slice(), judgements.as_slice())).collect();
    let print = if arguments.json { jsonl } else { table };
    write!(out, "{}", print(&scores, &wanted(&all)))?;
    for ((name, rows, judgements), (_, scores)) in sets.iter().zip(&scores) {
        for (what, places) in [("missed", &scores.missed), ("held wrongly", &scores.wrong)] {
            for &place in places.iter().take(arguments.errors) {
                let (Some(row), Some(judgement)) = (rows.get(place), judgements.get(place)) else {
                    continue;
                };
                writeln!(out, "{name}: {what}: {}", row.id)?;
                if arguments.show {
                    let rules: Vec<&str> =
                        judgement.found.iter().map(|one| one.rule.as_str()).collect();
                    writeln!(out, "    {:?} {}", row.text, rules.join(" "))?;
                }
            }
        }
    }
    Ok(())
}

fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
            let mut found: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
            found.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
            found.sort();
            files.append(&mut found);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// The rows of a set, but those that stand for something else than the words of a post.
fn read(path: &Path) -> Result<Vec<Row>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows = rows.map(|(number, line)| -> Result<Row> {
        serde_json::from_str(line)
            .with_context(|| format!("{}, line {}", path.display(), number + 1))
    });
    let mut rows = rows.collect::<Result<Vec<Row>>>()?;
    rows.retain(|row| row.field.as_deref().is_none_or(|field| field == "text"));
    Ok(rows)
}

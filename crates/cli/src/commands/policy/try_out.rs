//! `gatepost policy try PACK --against DIR`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use gatepost::{Decision, Draft, Gate, Verdict, is_junk, open_past_draft};
use serde_json::json;

use crate::args::SchoolArg;
use crate::commands::{Audience, Status, open_school};
use crate::screen::{BAD, FAINT, GOOD, STRONG, WIDTH, count, styled, wrap};

/// How many drafts of each kind are told by name.
const EXAMPLES: usize = 10;

/// Judges each draft by the school's own pack and by another. Found, if any would come out otherwise.
pub(crate) fn run(
    pack: &str,
    folder: &Path,
    school: &SchoolArg,
    audience: Audience,
) -> anyhow::Result<Status> {
    let school = open_school(school)?;
    let now = Gate::new(&school)?;
    let then = Gate::with_pack(&school, super::open(pack)?)?;
    let drafts = drafts(folder, &school)?;
    anyhow::ensure!(!drafts.is_empty(), "there are no drafts in {}", folder.display());
    let changes: Vec<(Verdict, Verdict)> =
        now.check_all(&drafts).into_iter().zip(then.check_all(&drafts)).collect();
    let changed = changes.iter().any(|(one, other)| one.decision != other.decision);
    let mut out = anstream::stdout().lock();
    if audience == Audience::Programs {
        for (one, other) in &changes {
            let rules: Vec<&str> = other.holding().map(|ruling| ruling.rule.as_str()).collect();
            let line = json!({
                "draft": one.draft, "account": one.account, "now": one.decision,
                "then": other.decision, "rules": rules,
            });
            writeln!(out, "{line}")?;
        }
        return Ok(Status::held_if(changed));
    }
    writeln!(
        out,
        "{} judged by {} and by {}.",
        count(drafts.len(), "draft", "drafts"),
        styled(STRONG, now.pack().id()),
        styled(STRONG, then.pack().id()),
    )?;
    for (style, word, decision) in
        [(BAD, "newly held", Decision::Hold), (GOOD, "newly released", Decision::Release)]
    {
        let these: Vec<&(Verdict, Verdict)> = changes
            .iter()
            .filter(|(one, other)| one.decision != decision && other.decision == decision)
            .collect();
        writeln!(out, "\n{}", styled(style, &format!("{} {word}", these.len())))?;
        for (one, other) in these.iter().take(EXAMPLES) {
            let account = one.account.as_deref().unwrap_or("no account");
            let by = if decision == Decision::Hold { other } else { one };
            let mut rules: Vec<&str> = by.holding().map(|ruling| ruling.rule.as_str()).collect();
            rules.dedup();
            let told = format!("{account}/{}: {}", one.draft, rules.join(", "));
            writeln!(out, "{}", wrap(&told, WIDTH, 2))?;
        }
        if these.len() > EXAMPLES {
            let told = format!("and {} more", these.len() - EXAMPLES);
            writeln!(out, "  {}", styled(FAINT, &told))?;
        }
    }
    Ok(Status::held_if(changed))
}

/// The drafts of a folder: of the school's accounts, if any of its folders has the name of one; else each
/// thing in it is one.
fn drafts(folder: &Path, school: &gatepost::School) -> anyhow::Result<Vec<Draft>> {
    let limits = &school.records().school.limits;
    let is_account = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        path.is_dir() && name.is_some_and(|name| school.records().school.account(name).is_some())
    };
    let entries = entries(folder)?;
    let mut drafts = Vec::new();
    if entries.iter().any(is_account) {
        for path in entries.iter().filter(|path| path.is_dir()) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            for draft in self::entries(path)? {
                drafts.push(open_past_draft(&draft, name.as_deref(), limits).draft);
            }
        }
    } else {
        drafts.extend(entries.iter().map(|path| open_past_draft(path, None, limits).draft));
    }
    Ok(drafts)
}

/// What lies in a folder, by name.
fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let cannot = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        if name.is_some_and(|name| !is_junk(&name) && !name.starts_with('.')) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

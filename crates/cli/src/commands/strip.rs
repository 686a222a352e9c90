//! `gatepost strip FILE...`.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use gatepost::{Destination, Limits, Stripped, Sums};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::{Audience, Status};
use crate::args::Strip;
use crate::screen::{BAD, FAINT, GOOD, styled};

/// Files that are cleaned before any of them is told of.
const AT_A_TIME: usize = 64;

/// Writes clean copies.
pub(crate) fn run(arguments: &Strip) -> anyhow::Result<Status> {
    let destination = match &arguments.out {
        Some(folder) => Destination::Folder(folder),
        None if arguments.in_place => Destination::InPlace,
        None => Destination::Beside,
    };
    let audience = Audience::from(arguments.json);
    let sums = match audience {
        Audience::Programs => Sums::Told,
        Audience::People => Sums::Spared,
    };
    let limits = Limits::default();
    let jobs = if names_differ(&arguments.files) {
        arguments.jobs.map_or(0, std::num::NonZero::get)
    } else {
        // The first of two files with one name is to have it, whichever is cleaned sooner.
        1
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let mut out = anstream::stdout().lock();
    let mut failed = false;
    for files in arguments.files.chunks(AT_A_TIME) {
        let done: Vec<Stripped> = pool.install(|| {
            files
                .par_iter()
                .map(|path| gatepost::strip_with(path, destination, &limits, sums))
                .collect()
        });
        for stripped in done {
            failed |= stripped.output.is_none();
            match audience {
                Audience::Programs => writeln!(out, "{}", as_json(&stripped)?)?,
                Audience::People => tell(&mut out, &stripped)?,
            }
        }
    }
    Ok(Status::held_if(failed))
}

/// True if no two files have the same name, in whatever folders.
fn names_differ(files: &[PathBuf]) -> bool {
    let mut seen = HashSet::new();
    files.iter().all(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        seen.insert(name)
    })
}

fn as_json(stripped: &Stripped) -> anyhow::Result<Value> {
    let mut line = serde_json::to_value(&stripped.cleaned)?;
    if let Value::Object(object) = &mut line {
        if let Some(path) = &stripped.output {
            object.insert("output".into(), json!(path.display().to_string()));
        }
        if let Some(problem) = &stripped.problem {
            object.insert("error".into(), json!(problem));
        }
    }
    Ok(line)
}

fn tell(out: &mut impl Write, stripped: &Stripped) -> std::io::Result<()> {
    let file = &stripped.cleaned.file;
    let Some(path) = &stripped.output else {
        let problem = stripped.problem.as_deref().unwrap_or_default();
        return writeln!(out, "{}  {file}: {problem}", styled(BAD, "not cleaned"));
    };
    let removed = match stripped.cleaned.removed.as_slice() {
        [] => "it was clean already".to_owned(),
        removed => format!("taken out: {}", removed.join(", ")),
    };
    writeln!(out, "{}      {file}: {removed}", styled(GOOD, "cleaned"))?;
    writeln!(out, "             {}", styled(FAINT, &path.display().to_string()))
}

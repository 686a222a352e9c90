//! `gatepost strip FILE...`.

use std::io::Write;

use gatepost::{Destination, Limits, Stripped};
use serde_json::{Value, json};

use super::{Audience, Status};
use crate::args::Strip;
use crate::screen::{BAD, FAINT, GOOD, styled};

/// Writes clean copies.
pub(crate) fn run(arguments: &Strip) -> anyhow::Result<Status> {
    let destination = match &arguments.out {
        Some(folder) => Destination::Folder(folder),
        None if arguments.in_place => Destination::InPlace,
        None => Destination::Beside,
    };
    let audience = Audience::from(arguments.json);
    let limits = Limits::default();
    let mut out = anstream::stdout().lock();
    let mut failed = false;
    for path in &arguments.files {
        let stripped = gatepost::strip(path, destination, &limits);
        failed |= stripped.output.is_none();
        match audience {
            Audience::Programs => writeln!(out, "{}", as_json(&stripped)?)?,
            Audience::People => tell(&mut out, &stripped)?,
        }
    }
    Ok(Status::held_if(failed))
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

//! Programs, started and timed on the wall.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// How long a program runs from start to end. What it prints is thrown away.
///
/// # Errors
///
/// If it cannot be started, or ends with 2: it could not do its work.
pub fn time(program: &mut Command) -> Result<Duration> {
    program.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    let begun = Instant::now();
    let status = program.status().with_context(|| format!("{program:?} cannot be started"))?;
    let took = begun.elapsed();
    ensure!(matches!(status.code(), Some(0 | 1)), "{program:?} failed");
    Ok(took)
}

/// A program of this workspace, from the folder in which this one lies.
///
/// # Errors
///
/// If it is not there: it must be built first.
pub fn beside(name: &str) -> Result<PathBuf> {
    let path =
        std::env::current_exe()?.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    ensure!(path.is_file(), "{} is not built", path.display());
    Ok(path)
}

//! The command line of gatepost: parses arguments, calls the library, prints, and ends with the
//! contract's exit status: 0 released or done, 1 held or found, 2 could not run.

mod args;
mod commands;
mod screen;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Arguments;
use crate::commands::Status;

fn main() -> ExitCode {
    quiet_panics();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(problem) => {
            let asked_for_help = !problem.use_stderr();
            // Where even that cannot be printed, the status still says it.
            let _ = problem.print();
            return if asked_for_help { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match commands::run(arguments) {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Held) => ExitCode::from(1),
        Err(problem) => {
            if is_closed_pipe(&problem) {
                return ExitCode::from(2);
            }
            screen::complain(&problem);
            ExitCode::from(2)
        }
    }
}

/// A panic's own message may quote a draft: only its place is told.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |place| {
            format!(" ({}, line {})", place.file(), place.line())
        });
        screen::warn(&format!("gatepost failed inside{place}; what it was looking at is held"));
    }));
}

/// True if whoever reads our output has stopped reading.
fn is_closed_pipe(problem: &anyhow::Error) -> bool {
    problem.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

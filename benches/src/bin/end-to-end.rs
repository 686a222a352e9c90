//! `end-to-end [--rounds N] [--jobs N] FILE`: `gatepost screen` on a file of lines, beside a plain
//! parse-and-print of the same file, in turn.
//!
//! Both programs must lie beside this one: build `gatepost-cli` and `gatepost-benches` alike.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use gatepost_benches::clock::{median, to_f64};
use gatepost_benches::school::Invented;
use gatepost_benches::spawned::{beside, time};

#[derive(Debug, Parser)]
struct Arguments {
    /// How often each program runs
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How many cores gatepost uses
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// Lines {"id","text"}
    file: PathBuf,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let invented = Invented::example()?;
    let texts = std::fs::read(&arguments.file)?.split(|byte| *byte == b'\n').count() - 1;
    let screen = |jobs: usize| -> Result<Duration> {
        let mut program = Command::new(beside("gatepost")?);
        program.arg("screen").arg("--school").arg(invented.folder());
        program.args(["--jobs", &jobs.to_string()]).arg(&arguments.file);
        time(&mut program)
    };
    let mut times: [Vec<Duration>; 3] = [const { Vec::new() }; 3];
    for _ in 0..arguments.rounds {
        let [echo, one, all] = &mut times;
        echo.push(time(Command::new(beside("jsonl-echo")?).arg(&arguments.file))?);
        one.push(screen(1)?);
        all.push(screen(arguments.jobs)?);
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{texts} texts, {} rounds, median", arguments.rounds)?;
    let [echo, one, all] = times.map(|times| median(&times).as_secs_f64());
    let names = ["parse and print (1 core)", "gatepost screen (1 job)"].map(str::to_owned);
    let last = format!("gatepost screen ({} jobs)", arguments.jobs);
    for (name, seconds) in names.into_iter().chain([last]).zip([echo, one, all]) {
        let rate = to_f64(texts) / seconds;
        writeln!(out, "{name:<28} {seconds:>7.3} s {rate:>12.0} texts/s {:>6.2}", echo / seconds)?;
    }
    Ok(())
}

//! `cold-start [--times N]`: how long `gatepost check` takes from start to end for one draft of the
//! invented school, beside a program that does nothing.
//!
//! `gatepost` must lie beside this program.

use std::io::Write;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use gatepost_benches::clock::{median, quantile};
use gatepost_benches::school::Invented;
use gatepost_benches::spawned::{beside, time};

#[derive(Debug, Parser)]
struct Arguments {
    /// How often
    #[arg(long, default_value_t = 50)]
    times: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let invented = Invented::example()?;
    let draft = invented.folder().join("notice.txt");
    std::fs::write(&draft, "Sports day is on Friday. Please send a water bottle.")?;
    let gatepost = beside("gatepost")?;
    let commands: [(&str, &dyn Fn() -> Command); 3] = [
        ("true", &|| Command::new("true")),
        ("gatepost --version", &|| {
            let mut command = Command::new(&gatepost);
            command.arg("--version");
            command
        }),
        ("gatepost check, one text", &|| {
            let mut command = Command::new(&gatepost);
            command.arg("check").arg("--school").arg(invented.folder()).arg(&draft);
            command
        }),
    ];
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); commands.len()];
    for _ in 0..arguments.times {
        for ((_, command), times) in commands.iter().zip(&mut times) {
            times.push(time(&mut command())?);
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} times, in turn: median and nine in ten, in milliseconds", arguments.times)?;
    for ((name, _), times) in commands.iter().zip(&times) {
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        let (middle, most) = (millis(median(times)), millis(quantile(times, 9, 10)));
        writeln!(out, "{name:<28} {middle:>8.2} {most:>8.2}")?;
    }
    Ok(())
}

//! `jsonl-echo FILE`: parses each line `{"id","text"}` and prints it again, and does nothing else.
//!
//! What `serde_json` needs for reading and writing, on one core: the yardstick for `gatepost screen`.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

fn main() -> Result<()> {
    let path = std::env::args_os().nth(1).context("jsonl-echo FILE")?;
    let mut lines = BufReader::with_capacity(1 << 18, File::open(path)?);
    let mut out = BufWriter::with_capacity(1 << 18, std::io::stdout().lock());
    let mut buffer = Vec::new();
    while lines.read_until(b'\n', &mut buffer)? > 0 {
        let line: Line<'_> = serde_json::from_slice(&buffer)?;
        serde_json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")?;
        buffer.clear();
    }
    out.flush()?;
    Ok(())
}

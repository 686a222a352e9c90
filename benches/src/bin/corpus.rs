//! `corpus [--seed N] [--megabytes N] [--plain]`: made-up posts, one a line, on standard output.
//!
//! As JSON lines (`{"id","text"}`), or plain, with line breaks within a post turned into blanks.

use std::io::{BufWriter, Write};

use anyhow::Result;
use clap::Parser;
use gatepost_benches::corpus::Corpus;
use serde::Serialize;

#[derive(Debug, Parser)]
struct Arguments {
    /// The seed: the same gives the same posts
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many millions of bytes of posts
    #[arg(long, default_value_t = 100)]
    megabytes: usize,
    /// Print the posts alone
    #[arg(long)]
    plain: bool,
}

#[derive(Serialize)]
struct Line<'p> {
    id: &'p str,
    text: &'p str,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let wanted = arguments.megabytes * 1_000_000;
    let mut written = 0;
    for (number, post) in Corpus::new(arguments.seed).enumerate() {
        if written >= wanted {
            break;
        }
        written += post.text.len();
        if arguments.plain {
            out.write_all(post.text.replace('\n', " ").as_bytes())?;
        } else {
            let id = format!("post-{number}");
            serde_json::to_writer(&mut out, &Line { id: &id, text: &post.text })?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

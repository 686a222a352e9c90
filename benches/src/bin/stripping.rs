//! `stripping [--files N] FOLDER`: large camera photos copied, and cleaned by gatepost and by what else is there.
//!
//! The photos are made into the folder, once; the page cache is warm; every contender writes into a fresh folder on
//! the same disk, which goes again. Rounds take turns, and the best of each is told. `gatepost` cleans and verifies
//! within this process, without sums; the others are started once over all files. `ExifTool` and jhead run where they
//! are installed, `ExifTool` over fewer files. Ratios are to `cp`.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Parser;
use cpu_time::ProcessTime;
use gatepost::{Destination, Limits, Sums, strip_with};
use gatepost_benches::cameras;
use rayon::prelude::*;

#[derive(Debug, Parser)]
struct Arguments {
    /// How many photos
    #[arg(long, default_value_t = 500)]
    files: usize,
    /// How many rounds
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Where they are made
    folder: PathBuf,
}

/// The best rates of a contender, in MB.
#[derive(Debug, Clone, Copy, Default)]
struct Best {
    /// A second on the wall.
    wall: f64,
    /// A second of this process's work: on a busy machine this is the fairer one.
    core: f64,
}

/// Files of a contender that is far slower than the others.
const FEW: usize = 60;

type Run = fn(&[PathBuf], &Path) -> Result<bool>;

/// Who, over how many files, and how.
const CONTENDERS: &[(&str, usize, Run)] = &[
    ("cp", usize::MAX, copy),
    ("read and write, in this process", usize::MAX, read_and_write),
    ("gatepost, one core", usize::MAX, one),
    ("gatepost, with sums, one core", usize::MAX, summed),
    ("gatepost, two cores", usize::MAX, two),
    ("img-parts (verifies nothing)", usize::MAX, img_parts),
    ("jhead -purejpg", usize::MAX, jhead),
    ("ExifTool, one process", FEW, exiftool),
];

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let photos = cameras::write(&arguments.folder.join("photos"), arguments.files)?;
    let mut out = std::io::stdout().lock();
    let mut best: Vec<Option<Best>> = vec![None; CONTENDERS.len()];
    for _ in 0..arguments.rounds {
        for (best, (name, most, run)) in best.iter_mut().zip(CONTENDERS) {
            let files = photos.get(..photos.len().min(*most)).unwrap_or(&photos);
            let copies = arguments.folder.join("copies");
            fs::create_dir_all(&copies)?;
            let (begun, worked) = (Instant::now(), ProcessTime::now());
            let ran = run(files, &copies)?;
            let (took, worked) = (begun.elapsed(), worked.elapsed());
            let written = fs::read_dir(&copies)?.count();
            fs::remove_dir_all(&copies)?;
            if ran {
                if written != files.len() {
                    bail!("{name} wrote {written} of {} files", files.len());
                }
                let bytes = size(files)?;
                let before = best.unwrap_or_default();
                *best = Some(Best {
                    wall: before.wall.max(rate(bytes, took)),
                    core: before.core.max(rate(bytes, worked)),
                });
            }
        }
    }
    let bytes = size(&photos)?;
    writeln!(out, "{} photos, {} MB", photos.len(), bytes / 1_000_000)?;
    let copied = best.first().copied().flatten().unwrap_or_default().wall;
    let in_process = best.get(1).copied().flatten().unwrap_or_default().core;
    for ((name, _, _), best) in CONTENDERS.iter().zip(best) {
        match best {
            Some(Best { wall, core }) => {
                write!(out, "{name:<34} {wall:>6.0} MB/s {:>6.3} × cp", wall / copied)?;
                // Children's work is not seen from here.
                if wall < 2.5 * core && core < 20.0 * wall {
                    let share = core / in_process;
                    write!(
                        out,
                        "; {core:>6.0} MB a second of a core, {share:>6.3} × read and write"
                    )?;
                }
                writeln!(out)?;
            }
            None => writeln!(out, "{name:<32} not installed")?,
        }
    }
    Ok(())
}

fn size(files: &[PathBuf]) -> Result<u64> {
    let mut bytes = 0;
    for file in files {
        bytes += fs::metadata(file)?.len();
    }
    Ok(bytes)
}

#[allow(clippy::cast_precision_loss, reason = "a rate for people")]
fn rate(bytes: u64, took: Duration) -> f64 {
    bytes as f64 / 1e6 / took.as_secs_f64()
}

fn copy(files: &[PathBuf], folder: &Path) -> Result<bool> {
    started(Command::new("cp").arg("--reflink=never").args(files).arg(folder))
}

/// What `cp` does, with a buffer of its size.
fn read_and_write(files: &[PathBuf], folder: &Path) -> Result<bool> {
    let mut buffer = vec![0; 128 << 10];
    for file in files {
        let mut from = fs::File::open(file)?;
        let mut to = fs::File::create(folder.join(file.file_name().unwrap_or_default()))?;
        loop {
            let read = from.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            to.write_all(buffer.get(..read).unwrap_or_default())?;
        }
    }
    Ok(true)
}

fn clean(file: &Path, folder: &Path, sums: Sums) -> Result<()> {
    let stripped = strip_with(file, Destination::Folder(folder), &Limits::default(), sums);
    match stripped.problem {
        Some(problem) => bail!("{}: {problem}", file.display()),
        None => Ok(()),
    }
}

fn one(files: &[PathBuf], folder: &Path) -> Result<bool> {
    files.iter().try_for_each(|file| clean(file, folder, Sums::Spared)).map(|()| true)
}

fn summed(files: &[PathBuf], folder: &Path) -> Result<bool> {
    files.iter().try_for_each(|file| clean(file, folder, Sums::Told)).map(|()| true)
}

fn two(files: &[PathBuf], folder: &Path) -> Result<bool> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    pool.install(|| files.par_iter().try_for_each(|file| clean(file, folder, Sums::Spared)))?;
    Ok(true)
}

fn img_parts(files: &[PathBuf], folder: &Path) -> Result<bool> {
    use img_parts::ImageEXIF;
    for file in files {
        let mut jpeg = img_parts::jpeg::Jpeg::from_bytes(fs::read(file)?.into())?;
        jpeg.set_exif(None);
        let copy = folder.join(file.file_name().unwrap_or_default());
        jpeg.encoder().write_to(fs::File::create(copy)?)?;
    }
    Ok(true)
}

fn jhead(files: &[PathBuf], folder: &Path) -> Result<bool> {
    if !is_installed("jhead", "-V") {
        return Ok(false);
    }
    copy(files, folder)?;
    let copies: Vec<PathBuf> =
        files.iter().map(|file| folder.join(file.file_name().unwrap_or_default())).collect();
    started(Command::new("jhead").arg("-purejpg").args(copies))
}

fn exiftool(files: &[PathBuf], folder: &Path) -> Result<bool> {
    if !is_installed("exiftool", "-ver") {
        return Ok(false);
    }
    started(
        Command::new("exiftool")
            .args([
                "-q",
                "-all=",
                "-tagsfromfile",
                "@",
                "-colorspacetags",
                "-icc_profile",
                "-orientation",
                "-o",
            ])
            .arg(folder)
            .args(files),
    )
}

fn is_installed(program: &str, version: &str) -> bool {
    Command::new(program).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn started(command: &mut Command) -> Result<bool> {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        bail!("{} failed", command.get_program().to_string_lossy());
    }
    Ok(true)
}

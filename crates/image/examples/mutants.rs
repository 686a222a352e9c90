//! `mutants COUNT SEED FOLDER [KEEP]`: files of a folder changed at random, each cleaned or held.
//!
//! Every file of a folder is changed in one to eight places, over and over: bytes set, put in, taken out, copied
//! elsewhere, the end cut off, two files spliced. It counts what was cleaned, held, what crashed, what took more than two
//! seconds of a processor, and what was released although it is not clean: a copy that is not verified when it is read anew,
//! or that changes when it is cleaned again. Up to 1,000 copies are left in the folder KEEP, for other readers.
//! The same seed gives the same files.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;
use std::{env, fs, process};

use cpu_time::ThreadTime;
use gatepost_image::{clean, examine, prove_decodes, verify};
use gatepost_model::Limits;

/// Larger files take too long to be changed many times.
const LARGEST: u64 = 1 << 20;
const SLOW: Duration = Duration::from_secs(2);
const KEPT: usize = 1000;
const MARKS: &[u8] = &[0xFF, 0x00, 0xD8, 0xD9, 0xDA, 0xE1, 0x2C, 0x21, 0x3B, 0x7F, 0x80, 0x01];

/// Vigna's `SplitMix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        if self.below(2) == 0 {
            MARKS.get(self.below(MARKS.len())).copied().unwrap_or_default()
        } else {
            u8::try_from(self.below(256)).unwrap_or_default()
        }
    }

    /// A place: half of the time in the front, where the structure is.
    fn place(&mut self, length: usize) -> usize {
        if self.below(2) == 0 { self.below(length.min(2048)) } else { self.below(length) }
    }
}

fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let at = random.place(bytes.len());
    let some = 1 + random.below(64);
    match random.below(12) {
        0..=4 => {
            let byte = random.byte();
            if let Some(here) = bytes.get_mut(at) {
                *here = byte;
            }
        }
        5 => {
            if let Some(here) = bytes.get_mut(at) {
                *here ^= 1 << random.below(8);
            }
        }
        6 | 7 => {
            let more: Vec<u8> = (0..some).map(|_| random.byte()).collect();
            bytes.splice(at..at, more);
        }
        8 => {
            bytes.drain(at..(at + some).min(bytes.len()));
        }
        9 => {
            let from = random.place(bytes.len());
            let part = bytes.get(from..(from + some).min(bytes.len())).unwrap_or_default().to_vec();
            bytes.splice(at..at, part);
        }
        10 if random.below(4) == 0 => bytes.truncate(at),
        10 => {}
        _ => {
            let from = random.place(other.len());
            let part = other.get(from..(from + 16 * some).min(other.len())).unwrap_or_default();
            bytes.splice(at..at, part.iter().copied());
        }
    }
}

/// Puts the checksums of a PNG right, so that changes get past them.
fn sum(bytes: &mut [u8]) {
    let mut at = 8;
    while bytes.starts_with(b"\x89PNG") {
        let Some(length) = bytes.get(at..at + 4).and_then(|length| length.try_into().ok()) else {
            return;
        };
        let length = u32::from_be_bytes(length) as usize;
        let Some(named) = bytes.get(at + 4..at + 8 + length) else { return };
        let sum = crc32fast::hash(named).to_be_bytes();
        let end = at + 8 + length;
        let Some(place) = bytes.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&sum);
        at = end + 4;
    }
}

/// The copy, if there is one, and whether it is as it should be.
fn judged(bytes: &[u8], limits: &Limits) -> (Option<Vec<u8>>, bool) {
    let _ = examine(bytes, "a.jpg", limits);
    let Ok(copy) = clean(bytes, limits) else { return (None, true) };
    let again = clean(&copy.bytes, limits);
    let sound = verify(bytes, &copy.bytes, limits).is_ok()
        && again.is_ok_and(|again| again.bytes == copy.bytes && again.removed.is_empty());
    let _ = prove_decodes(&copy.bytes, limits);
    (Some(copy.bytes), sound)
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let words: Vec<String> = env::args().skip(1).collect();
    let (Some(count), Some(seed), Some(folder)) = (
        words.first().and_then(|count| count.parse::<usize>().ok()),
        words.get(1).and_then(|seed| seed.parse::<u64>().ok()),
        words.get(2),
    ) else {
        writeln!(out, "mutants COUNT SEED FOLDER [KEEP]")?;
        process::exit(2);
    };
    let keep = words.get(3).map(Path::new);
    if let Some(keep) = keep {
        fs::create_dir_all(keep)?;
    }
    let mut files = Vec::new();
    collect(Path::new(folder), &mut files)?;
    if files.is_empty() {
        writeln!(out, "no file in {folder}")?;
        process::exit(2);
    }
    std::panic::set_hook(Box::new(|_| ()));
    let limits = Limits::default();
    let mut random = Random(seed);
    let (mut cleaned, mut held, mut crashed, mut slow, mut dirty) = (0, 0, 0, 0, 0);
    let mut slowest = Duration::ZERO;
    for number in 0..count {
        let (name, original) = &files[number % files.len()];
        let other = &files[random.below(files.len())].1;
        let mut bytes = original.clone();
        for _ in 0..=random.below(8) {
            change(&mut bytes, other, &mut random);
        }
        if random.below(2) == 0 {
            sum(&mut bytes);
        }
        let begun = ThreadTime::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| judged(&bytes, &limits)));
        let took = begun.elapsed();
        slowest = slowest.max(took);
        if took > SLOW {
            slow += 1;
            writeln!(out, "slow: number {number}, of {name}: {} ms", took.as_millis())?;
        }
        match outcome {
            Err(_) => {
                crashed += 1;
                writeln!(out, "crashed: number {number}, of {name}")?;
            }
            Ok((None, _)) => held += 1,
            Ok((Some(copy), sound)) => {
                cleaned += 1;
                if !sound {
                    dirty += 1;
                    writeln!(out, "dirty: number {number}, of {name}")?;
                }
                if let Some(keep) = keep.filter(|_| cleaned % (count / KEPT).max(1) == 0) {
                    let ending = name.rsplit('.').next().unwrap_or_default();
                    fs::write(keep.join(format!("{number}.{ending}")), copy)?;
                }
            }
        }
    }
    writeln!(
        out,
        "{count} changed files of {}: {cleaned} cleaned, {held} held, {crashed} crashed, {slow} slow, {dirty} dirty; \
         the slowest took {} ms",
        files.len(),
        slowest.as_millis()
    )?;
    process::exit(i32::from(crashed + slow + dirty > 0));
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if (1..=LARGEST).contains(&entry.metadata()?.len()) {
            files.push((path.display().to_string(), fs::read(&path)?));
        }
    }
    Ok(())
}

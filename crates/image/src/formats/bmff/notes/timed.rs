//! Tracks that say something while a film runs: positions, movements, subtitles, faces.
//!
//! In: a track that is neither picture nor sound, and the file. Out: that there is one, and of the first samples
//! what they say of places, in the ways that phones and action cameras write them: Apple's `mebx`, Google's
//! `camm`, `GoPro`'s `gpmd`, and texts. It reads no more than the first samples: where a film began is enough to
//! say that its place is told.

use super::{ORIGIN, first_entry, place, said};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Location};
use crate::formats::bmff::boxes::{boxes, u16_at};
use crate::formats::bmff::film;
use crate::formats::bmff::source::Source;
use crate::metadata::{Gathered, text};

/// Chunks that are read of a track, and bytes of each.
const MOST_CHUNKS: usize = 8;
const MOST_BYTES: u64 = 64 << 10;
/// Levels of `GoPro`'s notes.
const DEEPEST: usize = 6;

pub(super) fn read(trak: &[u8], source: &mut Source<'_>, gathered: &mut Gathered) {
    let chunks = film::chunks_of(trak).unwrap_or_default();
    let bytes = chunks.iter().map(|chunk| chunk.length()).sum::<u64>();
    gathered.expose(Exposure::TimedData { bytes: usize::try_from(bytes).unwrap_or(usize::MAX) });
    let Some(entry) = first_entry(trak) else { return };
    for chunk in chunks.iter().filter(|chunk| chunk.length() > 0).take(MOST_CHUNKS) {
        let length = usize::try_from(chunk.length().min(MOST_BYTES)).unwrap_or_default();
        let Ok(sample) = source.head(chunk.start, length) else { continue };
        match &entry.kind {
            b"mebx" => apple(entry.body, &sample, gathered),
            b"camm" => google(&sample, gathered),
            b"gpmd" => gopro(&sample, gathered),
            b"tx3g" | b"text" | b"sbtl" => subtitles(&sample, gathered),
            _ => {}
        }
        let told = gathered
            .exposures
            .iter()
            .any(|exposure| matches!(exposure, Exposure::Location(Location::Coordinates { .. })));
        if told {
            break;
        }
    }
}

/// Apple names each number of a sample in the sample entry.
fn apple(entry: &[u8], sample: &[u8], gathered: &mut Gathered) {
    let inside = |body, kind| film::only(body, kind).ok().flatten();
    let Some(keys) = entry.get(8..).and_then(|children| inside(children, *b"keys")) else { return };
    for value in boxes(sample).flatten() {
        let key = boxes(keys).flatten().find(|key| key.kind == value.kind);
        let name = key.and_then(|key| inside(key.body, *b"keyd")).and_then(|name| name.get(4..));
        let Some(name) = name else { continue };
        if memchr::memmem::find(name, b"location").is_some() {
            said(name, &text::of_bytes(value.body), gathered);
        }
    }
}

/// Google's samples have a number for what they are; two of them hold positions.
fn google(sample: &[u8], gathered: &mut Gathered) {
    let at = match sample.get(2..4) {
        Some([5, 0]) => 4,
        Some([6, 0]) => 16,
        _ => return,
    };
    let degrees = |at| sample.get(at..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes));
    let location =
        degrees(at).zip(degrees(at + 8)).and_then(|(north, east)| place::coordinates(north, east));
    if let Some(location) = location {
        gathered.expose(Exposure::Location(location));
    }
}

/// `GoPro` nests keys with types, sizes and counts; a scale stands before the numbers that it is for.
pub(super) fn gopro(bytes: &[u8], gathered: &mut Gathered) {
    let mut scales = Vec::new();
    nested(bytes, DEEPEST, &mut scales, gathered);
}

fn nested(bytes: &[u8], depth: usize, scales: &mut Vec<i32>, gathered: &mut Gathered) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let mut rest = bytes;
    while let Some((&[k, e, y, z, kind, size, high, low], behind)) = rest.split_first_chunk::<8>() {
        let length = usize::from(size) * usize::from(u16::from_be_bytes([high, low]));
        let Some(value) = behind.get(..length) else { return };
        let numbers = || value.as_chunks::<4>().0.iter().map(|number| i32::from_be_bytes(*number));
        match &[k, e, y, z] {
            b"SCAL" if kind == b'l' => *scales = numbers().collect(),
            b"SCAL" if kind == b's' => {
                let pairs = value.as_chunks::<2>().0.iter();
                *scales = pairs.map(|pair| i32::from(i16::from_be_bytes(*pair))).collect();
            }
            b"GPS5" | b"GPS9" => {
                let scaled = |index: usize| {
                    let scale = scales.get(index).or(scales.first()).copied().unwrap_or(1);
                    let number = numbers().nth(index)?;
                    (scale != 0).then(|| f64::from(number) / f64::from(scale))
                };
                let at = scaled(0).zip(scaled(1));
                if let Some(at) = at.and_then(|(north, east)| place::coordinates(north, east)) {
                    gathered.expose(Exposure::Location(at));
                    return;
                }
            }
            b"GPSU" => gathered.time(ORIGIN, &text::of_bytes(value)),
            b"MINF" => gathered.model(ORIGIN, &text::of_bytes(value)),
            b"CASN" => gathered.serial(ORIGIN, &text::of_bytes(value)),
            _ if kind == 0 => nested(value, depth, scales, gathered),
            _ => {}
        }
        rest = behind.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
}

/// Texts with their lengths. Drones write positions into them.
fn subtitles(sample: &[u8], gathered: &mut Gathered) {
    let mut rest = sample;
    while let Some(length) = u16_at(rest, 0).map(usize::from) {
        let Some(words) = rest.get(2..2 + length) else { break };
        if length > 0 {
            let words = text::of_bytes(words);
            if let Some(location) = in_words(&words) {
                gathered.expose(Exposure::Location(location));
            }
            gathered.text(TextKind::Caption, "subtitle", ORIGIN, &words);
        }
        rest = rest.get(2 + length..).unwrap_or_default();
    }
}

/// `[latitude: 52.669] [longitude: -0.728]`, `GPS(-0.728, 52.669, 20)` or a position in one line.
fn in_words(words: &str) -> Option<Location> {
    let lower = words.to_ascii_lowercase();
    let behind = |mark: &str| lower.split_once(mark).and_then(|(_, rest)| number(rest));
    let named = behind("latitude").zip(behind("longitude").or_else(|| behind("longtitude")));
    if let Some((north, east)) = named {
        return place::coordinates(north, east);
    }
    if let Some((_, rest)) = lower.split_once("gps") {
        let (east, north) = (number(rest), rest.split_once(',').and_then(|(_, rest)| number(rest)));
        if let Some(location) =
            north.zip(east).and_then(|(north, east)| place::coordinates(north, east))
        {
            return Some(location);
        }
    }
    place::iso_6709(words).filter(|_| words.trim_end().ends_with('/'))
}

/// The first number in some words, if one stands near their begin.
fn number(words: &str) -> Option<f64> {
    let start = words.find(|c: char| c.is_ascii_digit() || c == '-').filter(|&start| start < 8)?;
    let number = words.get(start..)?;
    let end = number.get(1..)?.find(|c: char| !c.is_ascii_digit() && c != '.');
    number.get(..end.map_or(number.len(), |end| end + 1))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gatepost_model::Limits;

    fn located(read: impl FnOnce(&mut Gathered)) -> Option<(f64, f64)> {
        let mut gathered = Gathered::new(&Limits::default());
        read(&mut gathered);
        gathered.exposures.iter().find_map(|exposure| match exposure {
            Exposure::Location(Location::Coordinates { latitude, longitude }) => {
                Some((*latitude, *longitude))
            }
            _ => None,
        })
    }

    #[test]
    fn positions_of_action_cameras_and_phones() {
        let wanted = Some((52.5, -0.75));
        let mut google_sample = vec![0, 0, 5, 0];
        for number in [52.5_f64, -0.75, 80.0] {
            google_sample.extend(number.to_le_bytes());
        }
        assert_eq!(located(|gathered| google(&google_sample, gathered)), wanted);
        let mut stream = b"SCALl\x04\0\x01\0\0\x03\xe8GPS5l\x14\0\x01".to_vec();
        for number in [52_500_i32, -750, 0, 0, 0] {
            stream.extend(number.to_be_bytes());
        }
        let length = u16::try_from(stream.len()).unwrap().to_be_bytes();
        let whole = [b"STRM\0\x01".as_slice(), &length, &stream].concat();
        assert_eq!(located(|gathered| gopro(&whole, gathered)), wanted);
        for words in ["[latitude: 52.5] [longitude: -0.75] [iso: 100]", "GPS(-0.75,52.5,19)"] {
            let sample = [&[0, u8::try_from(words.len()).unwrap()], words.as_bytes()].concat();
            assert_eq!(located(|gathered| subtitles(&sample, gathered)), wanted, "{words}");
        }
        assert_eq!(located(|gathered| gopro(&[0xFF; 64], gathered)), None);
    }
}

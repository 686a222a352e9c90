//! The tables of a track: when each sample is shown, how large it is and in which chunk it lies.
//!
//! In: the boxes of `stbl` (ISO/IEC 14496-12 section 8.6 and 8.7). Out: the same, cut to the length that they say
//! they have, and where every chunk lies and ends. What stands behind the end of a table does not go over.
//! Counts are believed only as far as there are bytes for them; every table is gone over once.

use crate::error::CleanError;
use crate::formats::bmff::boxes::{Kind, SHORT, boxed, u32_at, u64_at, versioned};
use crate::formats::bmff::payload::Range;

/// Chunks of all tracks that are kept: two hours of film have some ten thousand.
pub(in crate::formats::bmff) const MOST_CHUNKS: usize = 1 << 18;
pub(in crate::formats::bmff) const TOO_MANY: CleanError =
    CleanError::TooLarge("it is made of too many parts");

/// How places in a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::formats::bmff) enum Width {
    Four,
    Eight,
}

/// How large the samples of a track are.
pub(super) enum Sizes<'b> {
    /// Each its own, in so many bits of a table.
    Own { count: u64, bits: u64, table: &'b [u8] },
    /// All the same.
    Same { count: u64, unit: Unit },
}

/// How many bytes samples of equal size take.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Bytes(u64),
    /// So many samples are packed into so many bytes.
    Packed {
        samples: u64,
        bytes: u64,
    },
}

/// A table that is carried over as it is: its kind, bytes before its count and of each entry.
const PLAIN: &[(Kind, usize, usize)] =
    &[(*b"stts", 0, 8), (*b"ctts", 0, 8), (*b"stss", 0, 4), (*b"stps", 0, 4), (*b"stsc", 0, 12)];

/// Groups of samples that a player needs to know: where it can begin, and how far before.
const GROUPS: &[&[u8]] = &[b"roll", b"prol", b"rap ", b"sync", b"tsas", b"stsa"];

/// Rewrites one box of `stbl`; `None` if nobody needs it. Sizes and places are not among them.
pub(super) fn rewrite(
    kind: Kind,
    body: &[u8],
    samples: u64,
) -> Result<Option<Vec<u8>>, CleanError> {
    if let Some((_, head, entry)) = PLAIN.iter().find(|(plain, _, _)| *plain == kind) {
        return Ok(Some(boxed(kind, &[plain(body, *head, *entry)?])));
    }
    let samples = usize::try_from(samples).unwrap_or(usize::MAX);
    Ok(match &kind {
        b"cslg" => {
            let length = if versioned(body)?.0 == 0 { 24 } else { 44 };
            Some(boxed(kind, &[body.get(..length).ok_or(SHORT)?]))
        }
        // One byte a sample; a player can do without.
        b"sdtp" => {
            body.get(..samples.saturating_add(4)).map(|dependences| boxed(kind, &[dependences]))
        }
        b"sgpd" if known_group(body) => group_description(body)?,
        b"sbgp" if known_group(body) => {
            let head = if versioned(body)?.0 == 0 { 4 } else { 8 };
            Some(boxed(kind, &[plain(body, head, 8)?]))
        }
        _ => None,
    })
}

/// A table of version, flags, some bytes, a count and so many entries.
fn plain(body: &[u8], head: usize, entry: usize) -> Result<&[u8], CleanError> {
    let count = count_at(body, 4 + head)?;
    let length = count.checked_mul(entry).and_then(|entries| entries.checked_add(8 + head));
    body.get(..length.ok_or(SHORT)?).ok_or(SHORT)
}

fn count_at(body: &[u8], at: usize) -> Result<usize, CleanError> {
    u32_at(body, at).and_then(|count| usize::try_from(count).ok()).ok_or(SHORT)
}

fn known_group(body: &[u8]) -> bool {
    body.get(4..8).is_some_and(|group| GROUPS.contains(&group))
}

/// Kept where all descriptions have one length.
fn group_description(body: &[u8]) -> Result<Option<Vec<u8>>, CleanError> {
    let head = match versioned(body)?.0 {
        1 => 8,
        2 => 12,
        _ => return Ok(None),
    };
    let each = count_at(body, 8)?;
    if each == 0 {
        return Ok(None);
    }
    Ok(Some(boxed(*b"sgpd", &[plain(body, head, each)?])))
}

/// Reads how large samples are. `unit` is what a sound entry says of samples that have one size.
pub(super) fn sizes(
    kind: Kind,
    body: &[u8],
    unit: Option<Unit>,
) -> Result<(Sizes<'_>, &[u8]), CleanError> {
    let count = count_at(body, 8)?;
    let all = u64::try_from(count).unwrap_or(u64::MAX);
    if kind == *b"stz2" {
        let bits = match body.get(7) {
            Some(bits @ (4 | 8 | 16)) => *bits,
            _ => return Err(CleanError::Malformed("its parts have sizes that cannot be read")),
        };
        let length = count.checked_mul(usize::from(bits)).ok_or(SHORT)?.div_ceil(8) + 12;
        let whole = body.get(..length).ok_or(SHORT)?;
        let table = whole.get(12..).unwrap_or_default();
        return Ok((Sizes::Own { count: all, bits: u64::from(bits), table }, whole));
    }
    let same = u64::from(u32_at(body, 4).ok_or(SHORT)?);
    if same > 0 {
        let unit = match unit {
            // Old films count single samples of sound whatever their size: without it there is no telling.
            None if same == 1 && all > 1 => {
                return Err(CleanError::Malformed("the size of its sound cannot be read"));
            }
            unit => unit.unwrap_or(Unit::Bytes(same)),
        };
        return Ok((Sizes::Same { count: all, unit }, body.get(..12).ok_or(SHORT)?));
    }
    let length = count.checked_mul(4).and_then(|bytes| bytes.checked_add(12)).ok_or(SHORT)?;
    let whole = body.get(..length).ok_or(SHORT)?;
    let table = whole.get(12..).unwrap_or_default();
    Ok((Sizes::Own { count: all, bits: 32, table }, whole))
}

impl Sizes<'_> {
    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Own { count, .. } | Self::Same { count, .. } => *count,
        }
    }

    /// Bytes of the samples from one on, so many of them.
    fn bytes(&self, from: u64, samples: u64) -> Result<u64, CleanError> {
        match self {
            Self::Same { unit: Unit::Bytes(bytes), .. } => samples.checked_mul(*bytes),
            Self::Same { unit: Unit::Packed { samples: of, bytes }, .. } => {
                samples.div_ceil(*of).checked_mul(*bytes)
            }
            Self::Own { bits, table, .. } => {
                let mut total = 0_u64;
                for sample in from..from + samples {
                    total = total.saturating_add(own_size(table, *bits, sample).ok_or(SHORT)?);
                }
                Some(total)
            }
        }
        .ok_or(CleanError::CutOff)
    }
}

fn own_size(table: &[u8], bits: u64, sample: u64) -> Option<u64> {
    let at = usize::try_from(sample * bits / 8).ok()?;
    match bits {
        4 => {
            let byte = *table.get(at)?;
            Some(u64::from(if sample.is_multiple_of(2) { byte >> 4 } else { byte & 0x0F }))
        }
        8 => table.get(at).copied().map(u64::from),
        16 => table.get(at..)?.first_chunk().map(|size| u64::from(u16::from_be_bytes(*size))),
        _ => u32_at(table, at).map(u64::from),
    }
}

/// Where every chunk lies, by the table of places, and ends, by those of samples in chunks and their sizes.
pub(super) fn chunks(
    (kind, places): (Kind, &[u8]),
    in_chunks: &[u8],
    sizes: &Sizes<'_>,
    descriptions: u32,
) -> Result<Vec<Range>, CleanError> {
    const DISORDER: CleanError = CleanError::Malformed("the order of its parts cannot be read");
    let count = count_at(places, 4)?;
    let width = if kind == *b"co64" { 8 } else { 4 };
    if count > MOST_CHUNKS {
        return Err(TOO_MANY);
    }
    let table = plain(places, 0, width)?.get(8..).unwrap_or_default();
    let runs = plain(in_chunks, 0, 12)?.get(8..).unwrap_or_default();
    let mut runs = runs.chunks_exact(12).peekable();
    let (mut samples_each, mut next_sample) = (0_u64, 0_u64);
    let mut last_first = 0;
    let mut chunks = Vec::with_capacity(table.len() / width);
    for (number, place) in (1_u32..).zip(table.chunks_exact(width)) {
        while let Some(run) =
            runs.next_if(|run| u32_at(run, 0).is_some_and(|first| first <= number))
        {
            let first = u32_at(run, 0).ok_or(SHORT)?;
            let description = u32_at(run, 8).ok_or(SHORT)?;
            if first <= last_first || !(1..=descriptions).contains(&description) {
                return Err(DISORDER);
            }
            last_first = first;
            samples_each = u64::from(u32_at(run, 4).ok_or(SHORT)?);
        }
        let start = if width == 8 { u64_at(place, 0) } else { u32_at(place, 0).map(u64::from) };
        let samples = samples_each.min(sizes.count() - next_sample);
        chunks.push(Range::of(start.ok_or(SHORT)?, sizes.bytes(next_sample, samples)?)?);
        next_sample += samples;
    }
    if next_sample < sizes.count() {
        return Err(DISORDER);
    }
    Ok(chunks)
}

/// The table of places, for chunks that lie elsewhere now.
pub(super) fn places(chunks: &[Range], place: &dyn Fn(Range) -> u64, width: Width) -> Vec<u8> {
    let count = u32::try_from(chunks.len()).unwrap_or(u32::MAX).to_be_bytes();
    let places = chunks.iter().map(|&chunk| place(chunk));
    match width {
        Width::Eight => {
            let places: Vec<u8> = places.flat_map(u64::to_be_bytes).collect();
            boxed(*b"co64", &[&[0; 4], &count, &places])
        }
        Width::Four => {
            // Eight bytes are taken where four would not do.
            let places: Vec<u8> = places
                .flat_map(|place| u32::try_from(place).unwrap_or(u32::MAX).to_be_bytes())
                .collect();
            boxed(*b"stco", &[&[0; 4], &count, &places])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(head: &[u32], entries: &[u32]) -> Vec<u8> {
        head.iter().chain(entries).flat_map(|number| number.to_be_bytes()).collect()
    }

    fn range(start: u64, end: u64) -> Range {
        Range { start, end }
    }

    #[test]
    fn chunks_end_with_their_last_sample() {
        let sizes_box = table(&[0, 0, 5], &[10, 20, 30, 40, 50]);
        let (sizes, _) = sizes(*b"stsz", &sizes_box, None).unwrap();
        let in_chunks = table(&[0, 2], &[1, 2, 1, 2, 1, 1]);
        let places = table(&[0, 4], &[1000, 2000, 3000, 4000]);
        let found = chunks((*b"stco", &places), &in_chunks, &sizes, 1).unwrap();
        let wanted = [range(1000, 1030), range(2000, 2030), range(3000, 3040), range(4000, 4050)];
        assert_eq!(found, wanted);
        // Chunks that hold less than all samples, in disorder, or of an unknown description.
        let few = table(&[0, 1], &[1000]);
        assert!(chunks((*b"stco", &few), &in_chunks, &sizes, 1).is_err());
        let turned = table(&[0, 2], &[2, 2, 1, 1, 1, 1]);
        assert!(chunks((*b"stco", &places), &turned, &sizes, 1).is_err());
        assert!(chunks((*b"stco", &places), &in_chunks, &sizes, 0).is_err());
    }

    #[test]
    fn samples_of_one_size_and_small_ones() {
        let places = table(&[0, 2], &[100, 900]);
        let in_chunks = table(&[0, 1], &[1, 3, 1]);
        let of = |sizes: &Sizes<'_>| chunks((*b"stco", &places), &in_chunks, sizes, 1);
        let same = table(&[0, 8, 6], &[]);
        let (same, _) = sizes(*b"stsz", &same, None).unwrap();
        assert_eq!(of(&same), Ok(vec![range(100, 124), range(900, 924)]));
        let sound = table(&[0, 1, 6], &[]);
        assert!(sizes(*b"stsz", &sound, None).is_err());
        let (packed, _) =
            sizes(*b"stsz", &sound, Some(Unit::Packed { samples: 2, bytes: 7 })).unwrap();
        assert_eq!(of(&packed), Ok(vec![range(100, 114), range(900, 914)]));
        let small = [table(&[0, 4, 6], &[]), vec![0x12, 0x34, 0x56]].concat();
        let (small, _) = sizes(*b"stz2", &small, None).unwrap();
        assert_eq!(of(&small), Ok(vec![range(100, 106), range(900, 915)]));
    }

    #[test]
    fn tables_are_cut_to_their_count() {
        let long = table(&[0, 1], &[5, 6, 7, 8]);
        let kept = rewrite(*b"stts", &long, 5).unwrap().unwrap();
        assert_eq!(kept, boxed(*b"stts", &[&long[..16]]));
        assert!(rewrite(*b"stts", &table(&[0, 9], &[5, 6]), 5).is_err());
        assert!(rewrite(*b"stts", &table(&[0, u32::MAX], &[5, 6]), 5).is_err());
        assert_eq!(rewrite(*b"saio", &long, 5), Ok(None));
        assert_eq!(rewrite(*b"sdtp", &[0; 6], 5), Ok(None));
    }
}

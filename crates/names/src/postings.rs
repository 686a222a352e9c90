//! A table from 64-bit keys to numbers, built once and then only read.
//!
//! Several numbers may stand under one key. Entries lie in one slice; a directory over the upper bits of the
//! key says where each neighbourhood begins, so that a look-up reads one or two cache lines, at 400 names or
//! at 500,000. Of a key only its lower half is kept beside the number: two keys may seem to be one, so whoever
//! looks a number up compares what it stands for.

use crate::bytes::{Reader, Writer};

/// Numbers by key.
#[derive(Clone, Default)]
pub(crate) struct Postings {
    /// The lower half of a key, and a number: by neighbourhood, then in their order.
    entries: Box<[(u32, u32)]>,
    directory: Box<[u32]>,
    shift: u32,
}

/// So many entries, as a power of two, share a place of the directory.
const CROWD: u32 = 2;

impl Postings {
    /// A table of these pairs; a pair that occurs twice is kept once.
    pub(crate) fn new(mut pairs: Vec<(u64, u32)>) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let bits =
            pairs.len().next_power_of_two().trailing_zeros().saturating_sub(CROWD).clamp(1, 31);
        let shift = 64 - bits;
        pairs.sort_unstable_by_key(|(key, number)| (slot(*key, shift), lower(*key), *number));
        let mut directory = vec![0_u32; (1 << bits) + 1];
        let mut entries: Vec<(u32, u32)> = Vec::with_capacity(pairs.len());
        let mut last = None;
        for (key, number) in pairs {
            let one = (slot(key, shift), lower(key), number);
            if last.replace(one) == Some(one) {
                continue;
            }
            entries.push((one.1, number));
            if let Some(count) = directory.get_mut(one.0 + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut directory {
            sum += *count;
            *count = sum;
        }
        Self { entries: entries.into(), directory: directory.into(), shift }
    }

    /// The numbers under a key, in rising order, and perhaps others.
    #[inline]
    pub(crate) fn get(&self, key: u64) -> impl Iterator<Item = u32> {
        let wanted = lower(key);
        let here = self.neighbourhood(key).iter().filter(move |(stored, _)| *stored == wanted);
        here.map(|(_, number)| *number)
    }

    /// The table as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        to.number(self.shift);
        to.numbers(self.directory.iter().copied());
        to.pairs(self.entries.iter().copied());
    }

    /// The table from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let shift = from.number().filter(|shift| *shift < 64)?;
        let directory = from.numbers()?;
        Some(Self { shift, directory, entries: from.pairs(|key, number| (key, number))? })
    }

    #[inline]
    fn neighbourhood(&self, key: u64) -> &[(u32, u32)] {
        if self.entries.is_empty() {
            return &[];
        }
        let at = slot(key, self.shift);
        let bound = |at: usize| self.directory.get(at).map_or(0, |&offset| offset as usize);
        self.entries.get(bound(at)..bound(at + 1)).unwrap_or_default()
    }
}

/// The place of a key in a directory. A directory has no more than 2^31 places.
#[inline]
fn slot(key: u64, shift: u32) -> usize {
    usize::try_from(key >> shift).expect("a place fits where the directory does")
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the lower half is wanted")]
fn lower(key: u64) -> u32 {
    key as u32
}

#[cfg(test)]
mod tests {
    use super::Postings;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_empty_table_has_nothing() {
        for table in [Postings::default(), Postings::new(Vec::new())] {
            assert!(table.get(0).next().is_none() && table.get(u64::MAX).next().is_none());
        }
    }

    proptest! {
        #[test]
        fn it_gives_back_what_was_put_in(
            pairs in proptest::collection::vec((any::<u64>().prop_map(|key| key & 0xff00_0000_0000_0003), 0_u32..50), 0..200),
            probe in any::<u64>(),
        ) {
            let table = Postings::new(pairs.clone());
            for key in pairs.iter().map(|(key, _)| *key).chain([probe]) {
                let wanted: BTreeSet<u32> =
                    pairs.iter().filter(|(stored, _)| *stored == key).map(|(_, n)| *n).collect();
                let got: Vec<u32> = table.get(key).collect();
                prop_assert!(got.is_sorted() && wanted.iter().all(|number| got.contains(number)));
                let near = |stored: u64| stored & 0xffff_ffff == key & 0xffff_ffff;
                let far = got.iter().filter(|number| !pairs.iter().any(|(k, n)| n == *number && near(*k)));
                prop_assert_eq!(far.count(), 0);
            }
        }
    }
}

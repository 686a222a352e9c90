//! Where runs of word bytes begin and end: 64 bytes at a time, without a branch on any of them.
//!
//! In: the bytes of a text, padded with spaces. Out: the edges of its runs, by twos: the first byte
//! of a run and the byte after its last; and the places where a disguise may be ([`suspect`]). A
//! run is made of ASCII letters and digits and of *odd* bytes: those of characters beyond ASCII and
//! of control characters that show nothing. A run without odd bytes is a word as it stands; the
//! other runs are taken apart by character elsewhere.

mod block;
mod suspect;

use std::ops::Range;

pub(crate) use suspect::Pair;

/// How many bytes are classed together: one bit each in a 64-bit word.
pub(crate) const BLOCK: usize = 64;

/// How many blocks are scanned before their runs are read: their edges stay in the nearest cache.
pub(crate) const GROUP: usize = 32;

/// How many edges are written together: two or three such steps cover an English block, so that
/// their number is easily foretold.
const STEP: usize = 8;

/// How many edges a group may have, with room for what a step writes beyond them.
pub(crate) const ROOM: usize = GROUP * BLOCK + STEP;

/// Which bytes of a group are odd: one bit each.
pub(crate) type Odd = [u64; GROUP];

/// What a group of blocks holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    /// How many edges.
    pub(crate) edges: usize,
    /// True if any byte is odd. Where none is, the odd bits are not written.
    pub(crate) odd: bool,
}

/// Writes the edges of the blocks at `range` of `text` into `edges` from its front, their odd bits
/// into `odd`, and adds to `marks` a byte of each place that may hold a disguise. `pair` is what
/// the blocks before were made of, and becomes what the last of these are.
///
/// `edges` has room for [`ROOM`] edges, and `text` goes on for a few bytes after the range.
pub(crate) fn edges(
    text: &[u8],
    range: Range<usize>,
    pair: &mut Pair,
    edges: &mut [usize],
    odd: &mut Odd,
    marks: &mut Vec<usize>,
) -> Group {
    let mut count = 0;
    let mut any_odd = false;
    for (number, start) in range.step_by(BLOCK).enumerate() {
        let Some(window) = text.get(start..).and_then(<[u8]>::first_chunk) else { break };
        let now = block::classify(window);
        pair.next(now);
        if now.odd != 0 {
            if !any_odd {
                any_odd = true;
                *odd = [0; GROUP];
            }
            odd.iter_mut().skip(number).take(1).for_each(|bits| *bits = now.odd);
        }
        let ends = pair.ends();
        if ends | now.rare != 0 {
            note(ends, pair.rare_ends(text, start), start, marks);
        }
        let run = now.run();
        let mut bits = run ^ (run << 1 | pair.before.run() >> 63);
        let next = count + bits.count_ones() as usize;
        while bits != 0 {
            let Some(step) = edges.get_mut(count..).and_then(<[usize]>::first_chunk_mut::<STEP>)
            else {
                break;
            };
            for edge in step {
                // Past the last edge this writes what the next block, or nobody, overwrites or
                // reads.
                *edge = start + bits.trailing_zeros() as usize;
                bits &= bits.wrapping_sub(1);
            }
            count += STEP;
        }
        count = next;
    }
    Group { edges: count, odd: any_odd }
}

/// Adds to `marks` the byte before each of `ends` and each byte of `rare`, by place.
fn note(ends: u64, rare: u64, start: usize, marks: &mut Vec<usize>) {
    let mut bits = ends | rare << 1;
    while bits != 0 {
        marks.push((start + bits.trailing_zeros() as usize).saturating_sub(1));
        // One mark for each run of bits.
        bits &= bits.wrapping_add(bits & bits.wrapping_neg());
    }
    marks.extend((rare >> (BLOCK - 1) != 0).then_some(start + BLOCK - 1));
}

/// True if any of the bytes `start..end` of a group is odd.
pub(crate) fn any_odd(odd: &Odd, start: usize, end: usize) -> bool {
    let blocks = odd.iter().enumerate().skip(start / BLOCK);
    for (number, bits) in blocks.take_while(|(number, _)| number * BLOCK < end) {
        let first = number * BLOCK;
        let from = bits >> start.saturating_sub(first);
        let length = end - start.max(first);
        let kept = if length < BLOCK { (1 << length) - 1 } else { u64::MAX };
        if from & kept != 0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, GROUP, Group, Pair, ROOM, any_odd, edges};

    /// Scans a whole group, followed by a space.
    fn scanned(blocks: &[[u8; BLOCK]], odd: &mut [u64; GROUP]) -> (Group, Vec<usize>, Vec<usize>) {
        let mut text = blocks.as_flattened().to_vec();
        text.extend([b' '; 8]);
        let (mut found, mut marks) = (vec![0; ROOM], Vec::new());
        let range = 0..text.len() - 8;
        let group = edges(&text, range, &mut Pair::default(), &mut found, odd, &mut marks);
        found.truncate(group.edges);
        (group, found, marks)
    }

    #[test]
    fn a_run_may_cross_blocks() {
        let mut blocks = [[b'x'; BLOCK]; 3];
        blocks[0][0] = b' ';
        blocks[2][5] = b'.';
        let (group, found, _) = scanned(&blocks, &mut [0; GROUP]);
        assert_eq!(group, Group { edges: 3, odd: false });
        assert_eq!(found, [1, 133, 134]);
    }

    #[test]
    fn a_group_may_be_all_edges() {
        let mut blocks = [[b' '; BLOCK]; GROUP];
        blocks.as_flattened_mut().iter_mut().step_by(2).for_each(|byte| *byte = b'x');
        let (group, found, _) = scanned(&blocks, &mut [0; GROUP]);
        assert_eq!(group, Group { edges: GROUP * BLOCK, odd: false });
        assert!(found.iter().copied().eq(0..GROUP * BLOCK));
    }

    #[test]
    fn odd_bytes_are_found_within_their_ranges_only() {
        for place in [0, 1, 63, 64, 100, 127, 128, GROUP * BLOCK - 1] {
            let mut blocks = [[b'x'; BLOCK]; GROUP];
            blocks.as_flattened_mut()[place] = 0xc3;
            let mut odd = [u64::MAX; GROUP];
            assert!(scanned(&blocks, &mut odd).0.odd);
            for start in place.saturating_sub(130)..=place {
                assert!(!any_odd(&odd, start, place), "{start}..{place}");
                assert!(any_odd(&odd, start, place + 1), "{start}..={place}");
                assert!(any_odd(&odd, start, (place + 70).min(GROUP * BLOCK)));
            }
            assert!(!any_odd(&odd, place + 1, GROUP * BLOCK));
        }
    }

    #[test]
    fn disguises_are_marked_at_every_place_and_plain_words_are_not() {
        let suspects = [
            "b4d",
            "b00k",
            "sh1t",
            "s**t",
            "f***",
            "$end",
            "a$$",
            "sooo",
            "ffuucckk",
            "s.h.i.t",
            "s h i t",
            "s - h - i",
            "#tag",
            "&#102;",
            "&amp;",
            "%66%75",
            "b!t",
            "end-\nless",
            "5ent",
            "en5",
            "end$",
            "t0553r",
        ];
        let plain = [
            "Year 5",
            "P.E.",
            "it's a day",
            "well-being",
            "coffee",
            "A1",
            "Yes! We",
            "12:30",
            "3-0",
            "a (big) one",
            "\"Hi\"",
            "10/12",
            "M 5",
            "committee",
        ];
        for (words, marked) in [(&suspects[..], true), (&plain, false)] {
            for word in words {
                for place in 1..BLOCK * 2 {
                    let mut blocks = [[b' '; BLOCK]; 3];
                    blocks.as_flattened_mut()[place..place + word.len()]
                        .copy_from_slice(word.as_bytes());
                    let (_, _, marks) = scanned(&blocks, &mut [0; GROUP]);
                    assert_eq!(!marks.is_empty(), marked, "{word} at {place}");
                    let inside = place..place + word.len();
                    assert!(marks.iter().all(|mark| inside.contains(mark)), "{word} at {place}");
                }
            }
        }
    }
}

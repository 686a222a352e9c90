//! Where runs of word bytes begin and end: 64 bytes at a time, without a branch on any of them.
//!
//! In: the bytes of a text, padded with spaces. Out: the edges of its runs, by twos: the first byte
//! of a run and the byte after its last; and the places where a disguise may be ([`suspect`]). A
//! run is made of ASCII letters and digits and of *odd* bytes: those of characters beyond ASCII and
//! of control characters that show nothing. A run without odd bytes is a word as it stands; the
//! other runs are taken apart by character elsewhere.

mod suspect;

use std::ops::Range;

pub(crate) use suspect::Bits;

/// How many bytes are classed together: one bit each in a 64-bit word.
pub(crate) const BLOCK: usize = 64;

/// How many blocks are scanned before their runs are read: their edges stay in the nearest cache.
pub(crate) const GROUP: usize = 32;

/// What a block is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes {
    pub(crate) bits: Bits,
    /// True if a hyphen may stand at the end of a line, or a dollar sign behind a letter.
    pub(crate) rare: bool,
}

/// Classes the bytes of a block; `next` are the same bytes, one further on. Each step is the same
/// for every byte, so that compilers turn them into vector instructions.
pub(crate) fn classify(block: &[u8; BLOCK], next: &[u8; BLOCK]) -> Classes {
    let mut letters = [0_u8; BLOCK];
    let mut digits = [0_u8; BLOCK];
    let mut odds = [0_u8; BLOCK];
    let mut symbols = [0_u8; BLOCK];
    let mut twins = [0_u8; BLOCK];
    let mut any_rare = 0;
    for (place, (&byte, &after)) in block.iter().zip(next).enumerate() {
        let small = byte | 0x20;
        letters[place] = u8::from(small.wrapping_sub(b'a') < 26);
        digits[place] = u8::from(byte.wrapping_sub(b'0') < 10);
        odds[place] = is_odd(byte);
        symbols[place] = is_symbol(byte, small);
        twins[place] = u8::from(small == after | 0x20);
        any_rare |= u8::from(byte == b'-') & u8::from(after.wrapping_sub(b'\n') < 4)
            | u8::from(after == b'$') & letters[place];
    }
    let odd = gather_all(&odds);
    let bits = Bits {
        letter: gather_all(&letters),
        digit: gather_all(&digits),
        odd,
        symbol: gather_all(&symbols) & !odd,
        twin: gather_all(&twins),
    };
    Classes { bits, rare: any_rare != 0 }
}

/// 1 for a symbol that may be part of a disguise (and for the odd byte 0x7f), else 0.
fn is_symbol(byte: u8, small: u8) -> u8 {
    u8::from(byte == b'!')
        | u8::from(byte.wrapping_sub(b'#') < 4)
        | u8::from(byte | 1 == b'+')
        | u8::from(small == b'`')
        | u8::from(small == b'|')
        | u8::from(small.wrapping_sub(b'~') < 2)
}

/// One bit for each flag.
fn gather_all(flags: &[u8; BLOCK]) -> u64 {
    flags.as_chunks::<8>().0.iter().rev().fold(0, |bits, eight| bits << 8 | gather(*eight))
}

/// 1 for a byte beyond ASCII or a control character that is not white space, else 0.
fn is_odd(byte: u8) -> u8 {
    let control = u8::from(byte < 0x20) & u8::from(byte.wrapping_sub(b'\t') > 4);
    control | u8::from(byte >= 0x7f)
}

/// Eight flags of a byte each, as the low eight bits: the product moves flag *i* to bit 56 + *i*,
/// and no two meet.
fn gather(flags: [u8; 8]) -> u64 {
    u64::from_le_bytes(flags).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

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
/// into `odd`, and adds to `marks` a byte of each place that may hold a disguise. `before` is what
/// the block before was made of, and becomes what the last of these is.
///
/// `edges` has room for [`ROOM`] edges, and `text` goes on for a byte after the range.
pub(crate) fn edges(
    text: &[u8],
    range: Range<usize>,
    before: &mut Bits,
    edges: &mut [usize],
    odd: &mut Odd,
    marks: &mut Vec<usize>,
) -> Group {
    let group = text.get(range.clone()).unwrap_or_default().as_chunks::<BLOCK>().0;
    let shifted = text.get(range.start + 1..=range.end).unwrap_or_default().as_chunks::<BLOCK>().0;
    let mut count = 0;
    let mut any_odd = false;
    for (number, (block, next_bytes)) in group.iter().zip(shifted).enumerate() {
        let start = range.start + number * BLOCK;
        let classes = classify(block, next_bytes);
        let now = classes.bits;
        if now.odd != 0 {
            if !any_odd {
                any_odd = true;
                *odd = [0; GROUP];
            }
            odd.iter_mut().skip(number).take(1).for_each(|bits| *bits = now.odd);
        }
        let suspects = suspect::ends(now, *before);
        if suspects != 0 || classes.rare {
            note(suspects, classes.rare.then_some((block, next_bytes)), start, marks);
        }
        let run = now.run();
        let mut bits = run ^ (run << 1 | before.run() >> 63);
        *before = now;
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

/// Adds to `marks` the byte before each of `ends`, and each byte of `rare`, beside the same bytes one
/// further on, that is a hyphen at the end of a line or a letter before a dollar sign.
#[cold]
fn note(
    ends: u64,
    rare: Option<(&[u8; BLOCK], &[u8; BLOCK])>,
    start: usize,
    marks: &mut Vec<usize>,
) {
    let mut bits = ends;
    let mut last = None;
    if let Some((block, next)) = rare {
        for (place, (&byte, &after)) in block.iter().zip(next).enumerate() {
            let is_rare = byte == b'-' && matches!(after, b'\n'..=b'\r')
                || byte.is_ascii_alphabetic() && after == b'$';
            if is_rare && place == BLOCK - 1 {
                last = Some(start + place);
            } else if is_rare {
                // One further on, as the ends are.
                bits |= 2 << place;
            }
        }
    }
    while bits != 0 {
        marks.push((start + bits.trailing_zeros() as usize).saturating_sub(1));
        // One mark for each run of bits.
        bits &= bits.wrapping_add(bits & bits.wrapping_neg());
    }
    marks.extend(last);
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
    use super::{BLOCK, Bits, GROUP, Group, ROOM, any_odd, classify, edges};

    /// Scans a whole group, followed by a space.
    fn scanned(blocks: &[[u8; BLOCK]], odd: &mut [u64; GROUP]) -> (Group, Vec<usize>, Vec<usize>) {
        let mut text = blocks.as_flattened().to_vec();
        text.push(b' ');
        let (mut found, mut marks) = (vec![0; ROOM], Vec::new());
        let range = 0..text.len() - 1;
        let group = edges(&text, range, &mut Bits::default(), &mut found, odd, &mut marks);
        found.truncate(group.edges);
        (group, found, marks)
    }

    #[test]
    fn every_byte_is_classed_at_every_place() {
        for byte in 0..=u8::MAX {
            let odd = byte >= 0x7f || byte.is_ascii_control() && !matches!(byte, 9..=13);
            for place in 0..BLOCK {
                let mut block = [b' '; BLOCK];
                block[place] = byte;
                let bits = classify(&block, &[0xff; BLOCK]).bits;
                let here = |is: bool| u64::from(is) << place;
                assert_eq!(bits.letter, here(byte.is_ascii_alphabetic()), "{byte} at {place}");
                assert_eq!(bits.digit, here(byte.is_ascii_digit()), "{byte} at {place}");
                assert_eq!(bits.odd, here(odd), "{byte} at {place}");
                assert_eq!(bits.symbol, here(b"!#$%&*+@\\^_`|~".contains(&byte)), "{byte}");
            }
        }
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

//! Where runs of word bytes begin and end: 64 bytes at a time, without a branch on any of them.
//!
//! In: the bytes of a text, padded with spaces. Out: the edges of its runs, by twos: the first byte
//! of a run and the byte after its last. A run is made of ASCII letters and digits and of *odd*
//! bytes: those of characters beyond ASCII and of control characters that show nothing. A run
//! without odd bytes is a word as it stands; the other runs are taken apart by character elsewhere.

/// How many bytes are classed together: one bit each in a 64-bit word.
pub(crate) const BLOCK: usize = 64;

/// How many blocks are scanned before their runs are read: their edges stay in the nearest cache.
pub(crate) const GROUP: usize = 32;

/// What a block is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes {
    /// Bit *i* is set if byte *i* belongs to a run.
    pub(crate) run: u64,
    /// True if any byte is odd.
    pub(crate) odd: bool,
}

/// Classes the bytes of a block. Each step is the same for every byte, so that compilers turn them
/// into vector instructions.
pub(crate) fn classify(block: &[u8; BLOCK]) -> Classes {
    let mut run = [0_u8; BLOCK];
    let mut any_odd = 0;
    for (flag, &byte) in run.iter_mut().zip(block) {
        let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
        let digit = u8::from(byte.wrapping_sub(b'0') < 10);
        let odd = is_odd(byte);
        *flag = letter | digit | odd;
        any_odd |= odd;
    }
    Classes { run: gather_all(&run), odd: any_odd != 0 }
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

/// Writes the edges of `group`, which begins at byte `base` of the text, into `edges` from its
/// front, and its odd bits into `odd`. `inside` is 1 if the byte before the group belonged to a
/// run, else 0.
///
/// `edges` has room for [`ROOM`] edges.
pub(crate) fn edges(
    group: &[[u8; BLOCK]],
    base: usize,
    mut inside: u64,
    edges: &mut [usize],
    odd: &mut Odd,
) -> Group {
    let mut count = 0;
    let mut any_odd = false;
    for (number, block) in group.iter().enumerate() {
        let start = base + number * BLOCK;
        let classes = classify(block);
        if classes.odd && !any_odd {
            any_odd = true;
            *odd = [0; GROUP];
        }
        if classes.odd {
            let mut flags = [0; BLOCK];
            flags.iter_mut().zip(block).for_each(|(flag, &byte)| *flag = is_odd(byte));
            odd.iter_mut().skip(number).take(1).for_each(|bits| *bits = gather_all(&flags));
        }
        let mut bits = classes.run ^ (classes.run << 1 | inside);
        inside = classes.run >> 63;
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
    use super::{BLOCK, GROUP, Group, ROOM, any_odd, classify, edges};

    #[test]
    fn every_byte_is_classed_at_every_place() {
        for byte in 0..=u8::MAX {
            let odd = byte >= 0x7f || byte.is_ascii_control() && !matches!(byte, 9..=13);
            for place in 0..BLOCK {
                let mut block = [b' '; BLOCK];
                block[place] = byte;
                let classes = classify(&block);
                let run = byte.is_ascii_alphanumeric() || odd;
                assert_eq!(classes.run, u64::from(run) << place, "{byte} at {place}");
                assert_eq!(classes.odd, odd);
            }
        }
    }

    #[test]
    fn a_run_may_cross_blocks() {
        let mut blocks = [[b'x'; BLOCK]; 3];
        blocks[0][0] = b' ';
        blocks[2][5] = b'.';
        let (mut found, mut odd) = (vec![0; ROOM], [0; GROUP]);
        let group = edges(&blocks, 1000, 0, &mut found, &mut odd);
        assert_eq!(group, Group { edges: 3, odd: false });
        assert_eq!(found[..3], [1001, 1133, 1134]);
    }

    #[test]
    fn a_group_may_be_all_edges() {
        let mut blocks = [[b' '; BLOCK]; GROUP];
        blocks.as_flattened_mut().iter_mut().step_by(2).for_each(|byte| *byte = b'x');
        let (mut found, mut odd) = (vec![0; ROOM], [0; GROUP]);
        let group = edges(&blocks, 0, 0, &mut found, &mut odd);
        assert_eq!(group, Group { edges: GROUP * BLOCK, odd: false });
        assert!(found[..group.edges].iter().copied().eq(0..GROUP * BLOCK));
    }

    #[test]
    fn odd_bytes_are_found_within_their_ranges_only() {
        for place in [0, 1, 63, 64, 100, 127, 128, GROUP * BLOCK - 1] {
            let mut blocks = [[b'x'; BLOCK]; GROUP];
            blocks.as_flattened_mut()[place] = 0xc3;
            let (mut found, mut odd) = (vec![0; ROOM], [u64::MAX; GROUP]);
            assert!(edges(&blocks, 0, 0, &mut found, &mut odd).odd);
            for start in place.saturating_sub(130)..=place {
                assert!(!any_odd(&odd, start, place), "{start}..{place}");
                assert!(any_odd(&odd, start, place + 1), "{start}..={place}");
                assert!(any_odd(&odd, start, (place + 70).min(GROUP * BLOCK)));
            }
            assert!(!any_odd(&odd, place + 1, GROUP * BLOCK));
        }
    }
}

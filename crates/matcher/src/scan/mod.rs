//! Where runs of word bytes begin and end: 64 bytes at a time, without a branch on any of them.
//!
//! In: the bytes of a text, padded with spaces. Out, block by block: the first bytes of its runs and
//! the bytes after their last ones, one bit each; and the places where a disguise may be ([`suspect`]).
//! A run is made of ASCII letters and digits and of *odd* bytes: those of characters beyond ASCII and
//! of control characters that show nothing. A run without odd bytes is a word as it stands; the
//! other runs are taken apart by character elsewhere.

mod block;
mod suspect;

use suspect::Before;

/// How many bytes are classed together: one bit each in a 64-bit word.
pub(crate) const BLOCK: usize = 64;

/// The edges of runs in one block, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Edges {
    /// The first bytes of runs.
    pub(crate) starts: u64,
    /// The bytes after the last bytes of runs, of those too that began in a block before.
    pub(crate) ends: u64,
    /// Bytes that are odd.
    pub(crate) odd: u64,
}

/// What is known of a text so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scan {
    before: Before,
}

impl Scan {
    /// Scans the block at `start` of `text`, which goes on for at least a byte behind it, and adds to
    /// `marks` a byte of each place that may hold a disguise. Blocks are scanned in order; nothing is
    /// given for one that the text does not fill.
    #[inline]
    pub(crate) fn block(&mut self, text: &[u8], start: usize, marks: &mut Vec<usize>) -> Edges {
        let Some(window) = text.get(start..).and_then(<[u8]>::first_chunk) else {
            return Edges::default();
        };
        let now = block::classify(window);
        let run = now.run();
        let edges = run ^ (run << 1 | u64::from(self.before.is_run()));
        let (ends, rare) = self.before.next(now);
        if ends | rare != 0 {
            note(ends, rare, start, marks);
        }
        Edges { starts: edges & run, ends: edges & !run, odd: now.odd }
    }
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

#[cfg(test)]
mod tests {
    use super::{BLOCK, Scan};

    /// Where runs begin and end in a text, and what is marked.
    fn scanned(text: &str) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
        let padded = text.to_string() + &" ".repeat(BLOCK * 2);
        let (mut scan, mut marks) = (Scan::default(), Vec::new());
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for start in (0..=text.len()).step_by(BLOCK) {
            let edges = scan.block(padded.as_bytes(), start, &mut marks);
            let places = |bits: u64| (0..BLOCK).filter(move |bit| bits >> bit & 1 == 1);
            starts.extend(places(edges.starts).map(|place| start + place));
            ends.extend(places(edges.ends).map(|place| start + place));
        }
        (starts, ends, marks)
    }

    #[test]
    fn runs_are_those_of_word_bytes_across_blocks() {
        let words = "Year 5é's x\u{200b}y-z 12:30 \u{1}a\tb ";
        for turn in 0..words.len() {
            let text: String = words.chars().cycle().skip(turn).take(400).collect();
            let is_run = |byte: u8| {
                byte.is_ascii_alphanumeric()
                    || byte >= 0x7f
                    || byte < 32 && !(9..14).contains(&byte)
            };
            let runs: Vec<bool> = text.bytes().map(is_run).chain([false]).collect();
            let before = |at: usize| at > 0 && runs[at - 1];
            let (starts, ends, _) = scanned(&text);
            let expected = |is: bool| -> Vec<usize> {
                (0..runs.len()).filter(|at| runs[*at] == is && before(*at) != is).collect()
            };
            assert_eq!(starts, expected(true), "{text:?}");
            assert_eq!(ends, expected(false), "{text:?}");
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
                    let (_, _, marks) = scanned(&(" ".repeat(place) + word + " "));
                    assert_eq!(!marks.is_empty(), marked, "{word} at {place}");
                    let inside = place..place + word.len();
                    assert!(marks.iter().all(|mark| inside.contains(mark)), "{word} at {place}");
                }
            }
        }
    }
}

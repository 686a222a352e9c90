//! A stream of lines, cut into blocks of whole lines.
//!
//! A block is what one core screens at a time: lines in, answers out, and what became of each. It
//! keeps its memory from round to round. A line longer than any text may be is cut, so that it cannot
//! fill the memory; whoever reads it sees that it is too long.

use std::io::Read;

use gatepost::ScreenedLine;

/// How many bytes a block takes, unless a single line is longer.
const BLOCK: usize = 128 << 10;

/// Where lines come from.
pub(super) struct Lines {
    source: Box<dyn Read + Send>,
    /// The beginning of the line that did not end within the last block.
    begun: Vec<u8>,
    /// How many lines were given out.
    given: u64,
    /// How many bytes of a line are wanted at most.
    longest: usize,
    ended: bool,
}

/// Some whole lines, and the answers to them.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    lines: Vec<u8>,
    /// The number of its first line.
    first: u64,
    answers: Vec<u8>,
    texts: usize,
    held: usize,
    bad: Vec<u64>,
}

impl Lines {
    /// The lines of a source, of each at most one byte more than `longest`.
    pub(super) fn new(source: Box<dyn Read + Send>, longest: usize) -> Self {
        Self { source, begun: Vec::new(), given: 0, longest, ended: false }
    }

    /// Fills a block with the lines that come next; it stays empty if there are no more.
    pub(super) fn fill(&mut self, block: &mut Block) -> std::io::Result<()> {
        block.clear();
        block.first = self.given + 1;
        std::mem::swap(&mut block.lines, &mut self.begun);
        let mut wanted = BLOCK;
        while !self.ended {
            self.read(&mut block.lines, wanted)?;
            if let Some(end) = memchr::memrchr(b'\n', &block.lines) {
                self.begun.extend(block.lines.drain(end + 1..));
                break;
            }
            if block.lines.len() > self.longest {
                block.lines.truncate(self.longest + 1);
                self.skip()?;
                block.lines.push(b'\n');
                break;
            }
            wanted = block.lines.len() + BLOCK;
        }
        self.given += memchr::memchr_iter(b'\n', &block.lines).count() as u64;
        Ok(())
    }

    /// Reads until `lines` has `wanted` bytes or the source ends.
    fn read(&mut self, lines: &mut Vec<u8>, wanted: usize) -> std::io::Result<()> {
        let room = wanted.saturating_sub(lines.len()) as u64;
        let read = self.source.by_ref().take(room).read_to_end(lines)? as u64;
        self.ended |= read < room;
        Ok(())
    }

    /// Leaves out what follows until a line begins.
    fn skip(&mut self) -> std::io::Result<()> {
        let mut skipped = Vec::new();
        while !self.ended {
            skipped.clear();
            self.read(&mut skipped, BLOCK)?;
            if let Some(end) = memchr::memchr(b'\n', &skipped) {
                self.begun.extend(skipped.drain(end + 1..));
                break;
            }
        }
        Ok(())
    }
}

impl Block {
    /// Takes the answer to each line that is not blank. `answer` gets the line, its number in the
    /// stream from 1, and what to add the answer to.
    pub(super) fn answer_each(
        &mut self,
        mut answer: impl FnMut(&[u8], u64, &mut Vec<u8>) -> ScreenedLine,
    ) {
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', &self.lines).chain([self.lines.len()]);
        for (end, number) in ends.zip(self.first..) {
            let line = self.lines.get(start..end).unwrap_or_default();
            start = end + 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            self.texts += 1;
            match answer(line, number, &mut self.answers) {
                ScreenedLine::Released => {}
                ScreenedLine::Held => self.held += 1,
                ScreenedLine::Malformed => self.bad.push(number),
            }
        }
    }

    /// True if it has no lines.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The answers, one a line.
    pub(super) fn answers(&self) -> &[u8] {
        &self.answers
    }

    /// How many lines were answered.
    pub(super) fn texts(&self) -> usize {
        self.texts
    }

    /// How many of them are held, bad lines aside.
    pub(super) fn held(&self) -> usize {
        self.held
    }

    /// The numbers of the lines that could not be read.
    pub(super) fn bad(&self) -> impl Iterator<Item = u64> {
        self.bad.iter().copied()
    }

    /// How many bytes its lines have.
    pub(super) fn bytes(&self) -> u64 {
        self.lines.len() as u64
    }

    /// Empties it and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.lines.clear();
        self.answers.clear();
        self.bad.clear();
        self.texts = 0;
        self.held = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line with its number, through blocks.
    fn read(text: &str, longest: usize) -> Vec<(u64, String)> {
        let mut lines = Lines::new(Box::new(std::io::Cursor::new(text.to_owned())), longest);
        let mut block = Block::default();
        let mut all = Vec::new();
        loop {
            lines.fill(&mut block).unwrap();
            if block.is_empty() {
                return all;
            }
            block.answer_each(|line, number, _| {
                all.push((number, String::from_utf8(line.to_vec()).unwrap()));
                ScreenedLine::Released
            });
        }
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = "one\n\n  \r\nfour\nfive";
        let found = [(1, "one"), (4, "four"), (5, "five")].map(|(n, line)| (n, line.to_owned()));
        assert_eq!(read(text, 100), found);
        assert_eq!(read("", 100), []);
    }

    #[test]
    fn lines_across_blocks_stay_whole() {
        let lines: Vec<String> = (0..2000).map(|n| "x".repeat(n % 700) + &n.to_string()).collect();
        let found: Vec<String> =
            read(&lines.join("\n"), 1 << 20).into_iter().map(|one| one.1).collect();
        assert_eq!(found, lines);
    }

    #[test]
    fn a_line_too_long_is_cut_and_its_neighbours_are_not() {
        let long = "y".repeat(3 * BLOCK + 17);
        for (text, rest) in [(format!("a\n{long}\nb\n"), true), (format!("a\n{long}"), false)] {
            let found = read(&text, BLOCK);
            assert_eq!(found[0], (1, "a".to_owned()));
            assert_eq!((found[1].0, found[1].1.len()), (2, BLOCK + 1));
            assert_eq!(found.get(2).cloned(), rest.then(|| (3, "b".to_owned())));
        }
    }
}

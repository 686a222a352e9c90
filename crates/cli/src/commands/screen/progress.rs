//! How far the stream has come, in one line of a terminal; nothing where there is none.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often it is told.
const PAUSE: Duration = Duration::from_millis(200);

/// The line at the foot of a terminal.
pub(super) struct Progress {
    begun: Instant,
    told: Option<Instant>,
    /// The length of the stream, where it is known.
    length: Option<u64>,
    terminal: bool,
}

impl Progress {
    /// Progress through a stream of this many bytes.
    pub(super) fn new(length: Option<u64>) -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self { begun: Instant::now(), told: None, length, terminal }
    }

    /// Says how far the stream has come, unless that was said just now.
    pub(super) fn show(&mut self, texts: usize, held: usize, bytes: u64) {
        if !self.terminal || self.told.is_some_and(|told| told.elapsed() < PAUSE) {
            return;
        }
        self.told = Some(Instant::now());
        let line =
            line(texts, held, self.length.map(|length| (bytes, length)), self.begun.elapsed());
        let _ = write!(std::io::stderr(), "\r\x1b[K{line}");
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.terminal && self.told.take().is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(texts: usize, held: usize, part: Option<(u64, u64)>, time: Duration) -> String {
    let rate = texts as u128 * 1000 / time.as_millis().max(1);
    let part = part.filter(|(_, whole)| *whole > 0).map_or_else(String::new, |(bytes, whole)| {
        format!("{:3} %  ", (bytes * 100 / whole).min(100))
    });
    format!("{part}{texts} texts screened, {held} held, {rate} a second")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_part_count_and_speed() {
        let second = Duration::from_secs(1);
        assert_eq!(
            line(500, 3, Some((50, 200)), second),
            " 25 %  500 texts screened, 3 held, 500 a second"
        );
        assert_eq!(line(0, 0, None, Duration::ZERO), "0 texts screened, 0 held, 0 a second");
    }
}

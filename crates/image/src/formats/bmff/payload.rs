//! The coded picture and sound: which stretches of a file are carried over, and where they come to lie.
//!
//! In: the stretches that something kept points at, in any order, overlapping or not, and those that only
//! something dropped points at. Out: each byte once, in the order of the original, without the gaps between.
//! A stretch must lie inside a media data box; one that is also a part of what is dropped is an obstacle,
//! because it could not be dropped.

use crate::error::CleanError;

/// Where bytes begin, and behind their last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    pub(crate) start: u64,
    pub(crate) end: u64,
}

/// Stretches that are carried over, in order, none touching the next.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Payload {
    /// Each with the place where it comes to lie in the new media data.
    pieces: Vec<(Range, u64)>,
    /// Bytes of all.
    pub(crate) length: u64,
}

impl Range {
    pub(super) fn of(start: u64, length: u64) -> Result<Self, CleanError> {
        let end = start.checked_add(length).ok_or(CleanError::CutOff)?;
        Ok(Self { start, end })
    }

    pub(crate) fn length(self) -> u64 {
        self.end - self.start
    }
}

impl Payload {
    /// Settles what is carried over. `homes` are the contents of the media data boxes.
    pub(super) fn new(
        mut kept: Vec<Range>,
        mut dropped: Vec<Range>,
        homes: &[Range],
    ) -> Result<Self, CleanError> {
        kept.retain(|range| range.length() > 0);
        merge(&mut kept);
        let mut homes = homes.to_vec();
        merge(&mut homes);
        let mut home = homes.iter().peekable();
        for range in &kept {
            while home.next_if(|home| home.end < range.end).is_some() {}
            if home.peek().is_none_or(|home| range.start < home.start) {
                return Err(CleanError::Malformed("its picture lies where no picture should"));
            }
        }
        dropped.retain(|range| range.length() > 0);
        merge(&mut dropped);
        let mut gone = dropped.iter().peekable();
        for range in &kept {
            while gone.next_if(|gone| gone.end <= range.start).is_some() {}
            if gone.peek().is_some_and(|gone| gone.start < range.end) {
                return Err(CleanError::Malformed("hidden data are mixed into its picture"));
            }
        }
        let mut length = 0;
        let mut pieces = Vec::with_capacity(kept.len());
        for range in kept {
            pieces.push((range, length));
            length += range.length();
        }
        Ok(Self { pieces, length })
    }

    /// Where a byte of the original comes to lie, counted from the begin of the new media data.
    pub(super) fn place(&self, at: u64) -> u64 {
        let behind = self.pieces.partition_point(|(range, _)| range.start <= at);
        let piece = behind.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.map_or(0, |(range, place)| place + (at - range.start).min(range.length()))
    }

    /// The stretches, in order.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = Range> {
        self.pieces.iter().map(|&(range, _)| range)
    }
}

/// Sorts ranges and makes one of those that overlap or touch. Those of media data boxes never touch: a box
/// has a head.
fn merge(ranges: &mut Vec<Range>) {
    ranges.sort_unstable();
    ranges.dedup_by(|next, before| {
        let joins = next.start <= before.end;
        if joins {
            before.end = before.end.max(next.end);
        }
        joins
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: u64, end: u64) -> Range {
        Range { start, end }
    }

    #[test]
    fn every_byte_once_and_without_gaps() {
        let homes = [range(100, 200), range(300, 400)];
        let kept = vec![range(320, 330), range(110, 130), range(120, 140), range(140, 150)];
        let payload = Payload::new(kept, vec![range(150, 160), range(330, 390)], &homes).unwrap();
        assert_eq!(payload.length, 50);
        assert_eq!(payload.ranges().collect::<Vec<_>>(), [range(110, 150), range(320, 330)]);
        assert_eq!((payload.place(110), payload.place(145), payload.place(320)), (0, 35, 40));
    }

    #[test]
    fn what_lies_elsewhere_or_is_mixed_up_is_refused() {
        let homes = [range(100, 200)];
        assert!(Payload::new(vec![range(90, 110)], vec![], &homes).is_err());
        assert!(Payload::new(vec![range(190, 201)], vec![], &homes).is_err());
        assert!(Payload::new(vec![range(110, 150)], vec![range(149, 160)], &homes).is_err());
        assert!(Payload::new(vec![range(110, 150)], vec![range(100, 111)], &homes).is_err());
        assert!(Payload::new(vec![], vec![range(0, 5)], &homes).is_ok());
    }
}

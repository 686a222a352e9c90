//! Inflating what a stranger compressed, within a budget.

use flate2::{Decompress, FlushDecompress, Status};

/// Why a stream was not inflated to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It is not a zlib stream, its checksum is wrong, or it ends early.
    Damaged,
    /// More would come out of it than may.
    Budget,
}

/// What a zlib stream took and gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Bytes of the stream, with its checksum.
    pub(crate) taken: usize,
    /// Bytes that came out.
    pub(crate) given: usize,
}

const STEP: usize = 64 << 10;

/// The bytes in a zlib stream, `most` at most. What stands behind its end is not looked at.
pub(crate) fn whole(stream: &[u8], most: usize) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    measure(&[stream], most, |step| bytes.extend_from_slice(step)).map(|_| bytes)
}

/// Inflates a zlib stream that is cut into parts, handing over what comes out step by step, `most` bytes
/// at most.
pub(crate) fn measure(
    parts: &[&[u8]],
    most: usize,
    mut each: impl FnMut(&[u8]),
) -> Result<Extent, Stop> {
    let mut inflater = Decompress::new(true);
    let mut buffer = vec![0; STEP];
    let mut extent = Extent { taken: 0, given: 0 };
    for part in parts {
        let mut rest = *part;
        loop {
            let (before_in, before_out) = (inflater.total_in(), inflater.total_out());
            let status = inflater
                .decompress(rest, &mut buffer, FlushDecompress::None)
                .map_err(|_| Stop::Damaged)?;
            let taken = usize::try_from(inflater.total_in() - before_in).unwrap_or(rest.len());
            let given = usize::try_from(inflater.total_out() - before_out).unwrap_or(STEP);
            extent.taken += taken;
            extent.given += given;
            if extent.given > most {
                return Err(Stop::Budget);
            }
            each(buffer.get(..given).unwrap_or_default());
            rest = rest.get(taken..).unwrap_or_default();
            if status == Status::StreamEnd {
                return Ok(extent);
            }
            if taken == 0 && given == 0 {
                if rest.is_empty() {
                    break;
                }
                return Err(Stop::Damaged);
            }
        }
    }
    Err(Stop::Damaged)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn stream(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn it_stops_at_the_end_and_at_the_budget() {
        let zeros = vec![0; 1 << 20];
        let mut packed = stream(&zeros);
        let length = packed.len();
        packed.extend(b"behind the end");
        let (front, back) = packed.split_at(100);
        assert_eq!(
            measure(&[front, b"", back], 1 << 20, |_| ()),
            Ok(Extent { taken: length, given: 1 << 20 })
        );
        assert_eq!(whole(&packed, (1 << 20) - 1), Err(Stop::Budget));
        assert_eq!(whole(&packed[..length - 1], 1 << 21), Err(Stop::Damaged));
        assert_eq!(whole(b"", 10), Err(Stop::Damaged));
        assert_eq!(whole(b"no stream", 10), Err(Stop::Damaged));
    }
}

//! The chunks of a PNG that say how its colours and pixels are meant.
//!
//! PNG third edition, sections 11.2.2 and 11.3. Each has exactly the length that its section gives, or it
//! is an obstacle: bytes left over in it would be carried into the copy unseen.

use super::header::Header;
use crate::error::CleanError;
use crate::formats::profile;
use crate::metadata::inflate;

/// More than any profile that a camera or screen has.
const MOST_PROFILE_BYTES: usize = 16 << 20;

/// True if a chunk of this name, before the picture data, is kept.
pub(super) fn is_kept(name: [u8; 4]) -> bool {
    matches!(
        &name,
        b"PLTE"
            | b"tRNS"
            | b"gAMA"
            | b"cHRM"
            | b"sRGB"
            | b"iCCP"
            | b"cICP"
            | b"mDCV"
            | b"cLLI"
            | b"sBIT"
            | b"bKGD"
            | b"pHYs"
    )
}

/// Nothing, if a chunk that is kept has the length that it must have.
pub(super) fn validate(name: [u8; 4], body: &[u8], header: &Header) -> Result<(), CleanError> {
    let length = body.len();
    let (grey, colour) = (matches!(header.colour, 0 | 4), matches!(header.colour, 2 | 6));
    let fits = match &name {
        b"PLTE" => !grey && length.is_multiple_of(3) && (3..=768).contains(&length),
        b"tRNS" => match header.colour {
            0 => length == 2,
            2 => length == 6,
            3 => (1..=256).contains(&length),
            _ => false,
        },
        b"gAMA" | b"cICP" => length == 4,
        b"cHRM" => length == 32,
        b"sRGB" => length == 1,
        b"mDCV" => length == 24,
        b"cLLI" => length == 8,
        b"sBIT" => {
            length
                == match header.colour {
                    0 => 1,
                    4 => 2,
                    6 => 4,
                    _ => 3,
                }
        }
        b"bKGD" => {
            length
                == if header.indexed {
                    1
                } else if colour {
                    6
                } else {
                    2
                }
        }
        b"pHYs" => length == 9,
        // Its content is validated where it is taken apart.
        b"iCCP" => true,
        _ => false,
    };
    if fits { Ok(()) } else { Err(CleanError::Malformed("a part of it has the wrong length")) }
}

/// The compressed profile in an iCCP chunk, to the end of its stream and no further.
pub(super) fn profile(body: &[u8]) -> Result<&[u8], CleanError> {
    const WRONG: CleanError = CleanError::Profile("it cannot be unpacked");
    let name = memchr::memchr(0, body).ok_or(WRONG)?;
    let (&method, stream) = body.get(name + 1..).and_then(<[u8]>::split_first).ok_or(WRONG)?;
    if method != 0 {
        return Err(WRONG);
    }
    let mut icc = Vec::new();
    let extent =
        inflate::measure(&[stream], MOST_PROFILE_BYTES, |bytes| icc.extend_from_slice(bytes))
            .map_err(|_| WRONG)?;
    profile::validate(&icc)?;
    stream.get(..extent.taken).ok_or(WRONG)
}

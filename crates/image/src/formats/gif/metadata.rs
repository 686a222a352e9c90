//! What the dropped blocks of a GIF say.
//!
//! Comments and plain text (`GIF89a` specification, sections 24 and 25), and XMP in an application block, which
//! is written as it is and made to look like sub-blocks by what stands behind it (XMP specification, part 3).

use super::super::{Fate, Piece, Walk};
use super::{APPLICATION_ID, joined, mark};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Origin, TrailingKind};
use crate::metadata::{Gathered, credentials, text, xmp};

const XMP_ID: &[u8] = b"XMP DataXMP";
const PACKET_END: &[u8] = b"<?xpacket end";
/// Place, size and colours of plain text: a sub-block of its own.
const TEXT_GRID: usize = 13;

pub(super) fn read(walk: &Walk<'_>, gathered: &mut Gathered) {
    for piece in &walk.pieces {
        match piece.fate {
            Fate::Dropped => dropped(piece, gathered),
            Fate::Stray if piece.body.iter().any(|&byte| byte != 0) => {
                gathered.expose(Exposure::TrailingData {
                    bytes: piece.body.len(),
                    kind: TrailingKind::OldPicture,
                });
            }
            Fate::Trailing => gathered.expose(Exposure::TrailingData {
                bytes: piece.body.len(),
                kind: TrailingKind::of(piece.body),
            }),
            Fate::Kept | Fate::Stray => {}
        }
    }
}

fn dropped(piece: &Piece<'_>, gathered: &mut Gathered) {
    let body = piece.body;
    let mut words = |bytes: &[u8]| {
        gathered.expose(Exposure::Block(Origin::Comment));
        gathered.text(TextKind::Comment, "comment", Origin::Comment, &text::of_bytes(bytes));
    };
    match piece.mark {
        mark::COMMENT => words(&joined(body)),
        mark::PLAIN_TEXT => words(joined(body).get(TEXT_GRID - 1..).unwrap_or_default()),
        mark::APPLICATION if body.get(1..=APPLICATION_ID) == Some(XMP_ID) => {
            packet(body.get(APPLICATION_ID + 1..).unwrap_or_default(), gathered);
        }
        mark::APPLICATION
            if body.get(1..=APPLICATION_ID).is_some_and(|id| id.starts_with(b"C2PA")) =>
        {
            let record = joined(body.get(APPLICATION_ID + 1..).unwrap_or_default());
            credentials::read(&record, gathered);
        }
        _ => gathered.expose(Exposure::UnknownData { bytes: body.len() }),
    }
}

fn packet(data: &[u8], gathered: &mut Gathered) {
    if data.first() == Some(&b'<') || data.starts_with(b"\xef\xbb\xbf") {
        let end = memchr::memmem::rfind(data, PACKET_END).map_or(data.len(), |mark| {
            let rest = data.get(mark..).unwrap_or_default();
            mark + memchr::memmem::find(rest, b"?>").map_or(rest.len(), |end| end + 2)
        });
        xmp::read(data.get(..end).unwrap_or_default(), Origin::Xmp, gathered);
    } else {
        xmp::read(&joined(data), Origin::Xmp, gathered);
    }
}

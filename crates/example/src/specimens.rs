//! Small pictures by kind, for drafts that show what a clause of a policy means.

use jiff::civil::date;

use crate::File;
use crate::photo::{Jpeg, Png};

/// A small picture of one kind, under the name that a camera gives it; `None` of a kind that there is not.
///
/// Kinds: `canon` and `ipad` (the school's own devices, whose data cleaning removes), `phone` (somebody's
/// own), `poster` (a PNG without any trace of a camera), `notice` (with another's copyright notice),
/// `caption` (with a pupil's name in it: Rhys Pritchard), `film` (the beginning of one).
pub fn specimen(kind: &str) -> Option<File> {
    let photo = |seed| {
        let taken = date(2026, 11, 19).at(12, 15, 42, 0);
        Jpeg::new(320, 240, seed).taken(taken)
    };
    let bytes = match kind {
        "canon" => photo(1).canon().gps(54.3842, -0.8517).build(),
        "ipad" => photo(2).ipad().build(),
        "phone" => photo(3).iphone().build(),
        "poster" => Png::new(248, 350, 4).build(),
        "notice" => photo(5).canon().copyright("© 2026 Anytown Gazette").build(),
        "caption" => photo(6).canon().caption("Rhys Pritchard of 5P at the final").build(),
        "film" => {
            let mut film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\x02\x08mdat".to_vec();
            film.resize(film.len() + 0x200, 0x55);
            film
        }
        _ => return None,
    };
    let name = match kind {
        "poster" => "poster.png",
        "film" => "MVI_4127.MP4",
        _ => "IMG_4127.JPG",
    };
    Some(File { path: name.into(), bytes })
}

//! `image/location`: where a photo was taken: coordinates in EXIF or XMP, or a place that is named
//! in XMP or IPTC; of a film, its notes and tracks of positions.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::{Exposure, Location};
use crate::findings::{At, Seen, Surroundings};

/// Where a photo was taken.
pub(crate) static RULE: Rule = Rule {
    id: "image/location",
    title: "Where a photo was taken",
    finds: "Coordinates of a photo or film, or a place named in its hidden data.",
    why: "A photo taken at a pupil’s home, on a trip or at a regular club tells a stranger where a child can be found.",
    remedy: "Nothing to do: cleaning takes it out. To stop it at the source, switch off location for the camera app.",
    flagged: &[
        "A phone photo with the position of the playing field in it.",
        "A photo whose caption data name a town.",
    ],
    clean: &["A photo from a camera without satellite reception."],
    misses: &[
        "Places that can be seen in the picture itself, such as a street sign.",
        "Positions that a dashboard camera writes into the coded picture of a film.",
    ],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let mut named = false;
    let mut unreadable = false;
    for exposure in &examination.exposures {
        match exposure {
            Exposure::Location(Location::Coordinates { latitude, longitude }) => {
                return Some(Seen::new(At::Meta, in_words(*latitude, *longitude)));
            }
            Exposure::Location(Location::Named) => named = true,
            Exposure::Location(Location::Unreadable) => unreadable = true,
            _ => {}
        }
    }
    if named {
        return Some(Seen::new(At::Meta, "The file names the place where the photo was taken."));
    }
    unreadable.then(|| {
        let message =
            "The file has a block for the place where the photo was taken; it could not be read.";
        Seen::new(At::Meta, message)
    })
}

/// Two decimals of a degree are about a kilometre: enough to see that it matters, too little to find
/// the door.
fn in_words(latitude: f64, longitude: f64) -> String {
    let north = if latitude < 0.0 { "south" } else { "north" };
    let east = if longitude < 0.0 { "west" } else { "east" };
    format!(
        "The photo says where it was taken: about {:.2}° {north}, {:.2}° {east} (rounded to a kilometre or so).",
        latitude.abs(),
        longitude.abs()
    )
}

//! HEIC, HEIF and AVIF: what they give away is found and gone, the coded picture with all that it needs is there byte for
//! byte.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use gatepost_image::{
    CleanError, Exposure, Format, HiddenPicture, Removed, Size, clean, examine, verify,
};
use gatepost_model::Limits;
use photo::boxes::{Still, boxed, full};
use photo::{Photo, find, packet};

fn telling() -> Still {
    let camera = Photo {
        gps: Some([52.669, -0.728]),
        make: Some("Apple".into()),
        model: Some("iPad (9th generation)".into()),
        serial: Some("0123456789".into()),
        taken: Some("2026:05:14 10:31:07".into()),
        owner: Some("CANARY".into()),
        orientation: Some(6),
        ..Photo::default()
    };
    let properties = [["dc:title".to_owned(), "CANARY title".to_owned()]];
    Still::telling(camera.exif().unwrap(), packet(&properties))
}

fn cleaned(still: &Still) -> Vec<u8> {
    let bytes = still.bytes();
    let copy = clean(&bytes, &Limits::default()).unwrap().bytes;
    assert_eq!(verify(&bytes, &copy, &Limits::default()), Ok(()));
    let again = clean(&copy, &Limits::default()).unwrap();
    assert!(again.bytes == copy, "cleaning is not idempotent");
    assert!(again.removed.is_empty());
    copy
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_still_that_tells_everything_tells_nothing_afterwards() {
    let still = telling();
    let seen = examine(&still.bytes(), "IMG_1.HEIC", &Limits::default());
    assert_eq!((seen.format, seen.obstacle), (Format::Heif, None));
    assert_eq!(seen.size, Some(Size { width: 128, height: 64 }));
    // How it is turned stands in its properties alone.
    assert_eq!(seen.orientation, 1);
    let removed: Vec<Removed> = seen.exposures.iter().map(Exposure::removed).collect();
    for wanted in [
        Removed::Gps,
        Removed::Serial,
        Removed::Timestamp,
        Removed::Owner,
        Removed::Caption,
        Removed::Thumbnail,
        Removed::AuxiliaryPicture,
        Removed::Exif,
        Removed::Xmp,
    ] {
        assert!(removed.contains(&wanted), "{wanted}");
    }
    let hidden = |wanted| {
        seen.exposures
            .iter()
            .any(|found| matches!(found, Exposure::Thumbnail { picture, .. } if *picture == wanted))
    };
    assert!(hidden(HiddenPicture::Thumbnail) && hidden(HiddenPicture::Auxiliary));
    let copy = cleaned(&still);
    assert!(!holds(&copy, b"CANARY") && !holds(&copy, b"CAEP"));
    assert!(!holds(&copy, b"TTTT") && !holds(&copy, b"DDDD"), "a hidden picture is left");
    assert!(holds(&copy, b"irot") && holds(&copy, b"auxiliary:alpha"));
    let turned = vec![(boxed(b"irot", &[&[1]]), true)];
    let plain = cleaned(&Still { properties: turned, ..Still::default() });
    assert!(copy == plain, "a still that told nothing from the start is the same");
}

#[test]
fn tiles_and_transparency_are_carried_over() {
    let copy = cleaned(&telling());
    let data = &copy[find(&copy, b"mdat") + 4..];
    let letters: Vec<u8> = data.iter().copied().filter(u8::is_ascii_lowercase).collect();
    let wanted = [vec![b'a'; 30], vec![b'b'; 44], vec![b'c'; 20]].concat();
    assert_eq!(letters, wanted);
    assert_eq!(data.len(), wanted.len() + 3 * 6);
}

#[test]
fn several_pictures_in_one_file_are_held() {
    let still = Still { second: true, ..Still::default() };
    let refused = clean(&still.bytes(), &Limits::default()).unwrap_err();
    assert!(matches!(refused, CleanError::UnsupportedKind(Format::Heif, _)), "{refused}");
}

#[test]
fn what_must_be_understood_and_is_not_is_held() {
    let with = |essential| {
        let properties = vec![(boxed(b"odd!", &[b"CANARY"]), essential)];
        clean(&Still { properties, ..Still::default() }.bytes(), &Limits::default())
    };
    assert!(matches!(with(true), Err(CleanError::Malformed(_))));
    let copy = with(false).unwrap();
    assert!(!holds(&copy.bytes, b"CANARY"));
    let profile = vec![(boxed(b"colr", &[b"prof", b"this is no profile at all"]), false)];
    let refused =
        clean(&Still { properties: profile, ..Still::default() }.bytes(), &Limits::default());
    assert!(matches!(refused, Err(CleanError::Profile(_))));
    let good = [b"prof".as_slice(), &photo::profile(200)].concat();
    let properties = vec![(boxed(b"colr", &[&good]), false)];
    assert!(holds(&cleaned(&Still { properties, ..Still::default() }), &good));
}

#[test]
fn damage_is_held() {
    let bytes = Still::default().bytes();
    let changed = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        clean(&bytes, &Limits::default())
    };
    // A tile that is no picture; a grid with more fields than tiles; a tile that lies in the table of contents.
    assert!(changed(find(&bytes, b"aaaa") - 2, 0x7E).is_err());
    assert!(changed(find(&bytes, &[0, 0, 0, 1, 0, 128]) + 2, 9).is_err());
    assert!(changed(find(&bytes, b"aaaa") - 3, 0xFF).is_err());
    let locations = find(&bytes, b"iloc") + 12;
    assert!(changed(locations + 3, 2).is_err());
    assert!(changed(find(&bytes, b"pitm") + 9, 77).is_err());
    for cut in [bytes.len() - 1, find(&bytes, b"iprp"), 40] {
        assert_eq!(clean(&bytes[..cut], &Limits::default()), Err(CleanError::CutOff));
    }
    // A picture that is put together from itself.
    assert!(changed(find(&bytes, b"dimg") + 9, 3).is_err());
}

#[test]
fn a_film_beside_a_still_goes() {
    let motion = boxed(b"mpvd", &[b"\0\0\0\x18ftypmp42 CANARY"]);
    let still = Still { behind: motion, ..Still::default() };
    let seen = examine(&still.bytes(), "a.heic", &Limits::default());
    assert!(seen.exposures.iter().any(|found| found.removed() == Removed::Motion));
    assert!(cleaned(&still) == cleaned(&Still::default()));
    let unknown = Still { behind: full(b"odd!", 0, b"CANARY"), ..Still::default() };
    assert!(cleaned(&unknown) == cleaned(&Still::default()));
}

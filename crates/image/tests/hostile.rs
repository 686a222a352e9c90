//! Files that were changed at random: each is cleaned, and then clean for good, or held. None panics.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use gatepost_image::{clean, examine, prove_decodes, verify};
use gatepost_model::Limits;
use photo::boxes::{Film, Still};
use photo::others::{animated_webp, big_tiff, pages};
use photo::{Photo, jpeg, profile, segment, with_chunks, with_segments, zlib};
use proptest::prelude::*;

const SAMPLES: usize = 15;

fn samples() -> Vec<Vec<u8>> {
    let photo = |format: &str| Photo {
        format: Some(format.into()),
        orientation: Some(3),
        gps: Some([52.669, -0.728]),
        make: Some("Canon".into()),
        serial: Some("0123456789".into()),
        taken: Some("2026:05:14 10:31:07".into()),
        description: Some("CANARY".into()),
        thumbnail: Some(60),
        maker_note: Some(20),
        xmp: vec![
            ["dc:title".into(), "CANARY".into()],
            ["exif:GPSLatitude".into(), "52,40.14N".into()],
            ["exif:GPSLongitude".into(), "0,43.68W".into()],
        ],
        iptc: vec![(120, "CANARY".into()), (25, "CANARY".into())],
        comment: Some("CANARY".into()),
        trailing: Some("CANARY".into()),
        ..Photo::default()
    };
    let icc = profile(200);
    let coloured = segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), &icc].concat());
    let packed = [b"name\0\0".as_slice(), &zlib(&icc)].concat();
    vec![
        photo("jpeg").bytes(),
        photo("png").bytes(),
        with_segments(&photo("jpeg").bytes(), &coloured),
        with_chunks(&photo("png").bytes(), &[(b"iCCP", packed)]),
        [photo("jpeg").bytes(), jpeg(8, 8)].concat(),
        photo("webp").bytes(),
        animated_webp(&[(*b"memo", b"CANARY".to_vec())]),
        photo("gif").bytes(),
        photo("tiff").bytes(),
        pages(&[vec![(270, b"CANARY".to_vec())], vec![(34675, icc)]]),
        big_tiff("CANARY"),
        Film::telling().bytes(),
        Film { brand: *b"qt  ", ..Film::telling() }.bytes(),
        Still::telling(photo("jpeg").exif().unwrap(), "<x/>".into()).bytes(),
        Still { brand: *b"avif", ..Still::default() }.bytes(),
    ]
}

/// One change: at a place in ten thousandths of the file, with a byte.
#[derive(Debug, Clone)]
enum Change {
    Set(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    Copy(usize, usize, usize),
    Cut(usize),
    /// Puts the checksums of a PNG right, so that changes get past them.
    Sum,
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0usize..10_000;
    let length = 0usize..80;
    let marks = prop_oneof![
        any::<u8>(),
        prop::sample::select(vec![
            0xFFu8, 0x00, 0x01, 0x08, 0xD8, 0xD9, 0xDA, 0xE1, 0xC0, 0xD0, 0x7F
        ]),
    ];
    prop_oneof![
        6 => (place.clone(), marks.clone()).prop_map(|(at, byte)| Change::Set(at, byte)),
        2 => (place.clone(), prop::collection::vec(marks, 1..12)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        2 => (place.clone(), length.clone()).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (place.clone(), place.clone(), length).prop_map(|(from, to, length)| Change::Copy(from, to, length)),
        1 => place.prop_map(Change::Cut),
        3 => Just(Change::Sum),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let scaled = |at: usize| at * bytes.len() / 10_000;
    match change {
        Change::Set(at, byte) => {
            let at = scaled(*at);
            if let Some(here) = bytes.get_mut(at) {
                *here = *byte;
            }
        }
        Change::Insert(at, more) => {
            let at = scaled(*at);
            bytes.splice(at..at, more.iter().copied());
        }
        Change::Remove(at, length) => {
            let at = scaled(*at);
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Change::Copy(from, to, length) => {
            let (from, to) = (scaled(*from), scaled(*to));
            let part = bytes[from..(from + length).min(bytes.len())].to_vec();
            bytes.splice(to..to, part);
        }
        Change::Cut(at) => {
            let at = scaled(*at);
            bytes.truncate(at);
        }
        Change::Sum => sum(bytes),
    }
}

fn sum(bytes: &mut [u8]) {
    let mut at = 8;
    while bytes.starts_with(b"\x89PNG") && at + 12 <= bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let Some(end) = at.checked_add(8 + length).filter(|end| end + 4 <= bytes.len()) else {
            return;
        };
        let sum = crc32fast::hash(&bytes[at + 4..end]);
        bytes[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

fn clean_or_held(bytes: &[u8]) {
    let limits = Limits::default();
    let _ = examine(bytes, "photo.jpg", &limits);
    if let Ok(copy) = clean(bytes, &limits) {
        assert_eq!(verify(bytes, &copy.bytes, &limits), Ok(()));
        let again = clean(&copy.bytes, &limits).expect("a clean copy can be cleaned");
        assert!(again.bytes == copy.bytes, "cleaning is not idempotent");
        assert!(again.removed.is_empty());
        // Words in the picture data themselves are not looked for: no sample has any there.
        let _ = prove_decodes(&copy.bytes, &limits);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_are_cleaned_or_held(
        sample in 0usize..SAMPLES,
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut bytes = samples().swap_remove(sample);
        for change in &changes {
            apply(&mut bytes, change);
        }
        clean_or_held(&bytes);
    }

    #[test]
    fn anything_at_all_is_cleaned_or_held(
        head in prop::sample::select(vec![b"\xff\xd8".as_slice(), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"GIF89a\x08\0\x08\0\0\0\0", b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0", b"II*\0\x08\0\0\0", b"MM\0+\0\x08\0\0", b"\0\0\0\x10ftypmp42\0\0\0\0", b"\0\0\0\x10ftypheic\0\0\0\0", b""]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        clean_or_held(&[head, &bytes].concat());
    }
}

#[test]
fn the_samples_themselves_are_cleaned() {
    assert_eq!(samples().len(), SAMPLES);
    for sample in samples() {
        assert!(clean(&sample, &Limits::default()).is_ok());
        clean_or_held(&sample);
    }
}

#[test]
fn a_row_without_end_is_walked_once() {
    let limits = Limits::default();
    // Millions of the shortest segments, of stray bytes, of empty chunks.
    let mut segments = b"\xff\xd8".to_vec();
    segments.extend(b"\xff\xe5\0\x02".repeat(2_000_000));
    assert!(clean(&segments, &limits).is_err());
    let mut stray = b"\xff\xd8".to_vec();
    stray.extend(b"\xff\0".repeat(4_000_000));
    assert!(clean(&stray, &limits).is_err());
    let mut chunks = photo::png(8, 8)[..33].to_vec();
    chunks.extend(photo::chunk(*b"prVt", b"").repeat(500_000));
    assert!(clean(&chunks, &limits).is_err());
    let deep = format!("http://ns.adobe.com/xap/1.0/\0{}", "<a>".repeat(20_000));
    let bytes = with_segments(&jpeg(8, 8), &segment(0xE1, deep.as_bytes()));
    assert!(clean(&bytes, &limits).is_ok());
}

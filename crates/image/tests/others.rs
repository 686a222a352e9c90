//! What cleaning keeps and drops of WebP, GIF and TIFF files made by code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use gatepost_image::{CleanError, Removed, clean, examine, is_whole, prove_decodes, verify};
use gatepost_model::Limits;
use image::ImageFormat;
use photo::others::{
    animated_webp, big_tiff, gif, gif_extension, pages, webp_chunks, webp_of, with_blocks,
};
use photo::{Photo, find, profile};

fn limits() -> Limits {
    Limits::default()
}

fn cleaned(bytes: &[u8]) -> Vec<u8> {
    let copy = clean(bytes, &limits()).unwrap();
    assert_eq!(verify(bytes, &copy.bytes, &limits()), Ok(()));
    assert_eq!(clean(&copy.bytes, &limits()).unwrap().bytes, copy.bytes, "not idempotent");
    assert!(prove_decodes(&copy.bytes, &limits()).is_ok());
    // Not every original here is one that all decoders open; every copy is.
    let pixels = |bytes| {
        image::load_from_memory(bytes)
            .or_else(|_| image::load_from_memory_with_format(bytes, ImageFormat::Tiff))
            .map(image::DynamicImage::into_bytes)
    };
    let wanted = pixels(&copy.bytes).unwrap();
    assert!(pixels(bytes).is_ok_and(|pixels| pixels == wanted) || pixels(bytes).is_err());
    assert!(!holds(&copy.bytes, b"CANARY"));
    copy.bytes
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn removed(bytes: &[u8]) -> Vec<Removed> {
    clean(bytes, &limits()).unwrap().removed
}

fn everything(format: &str) -> Photo {
    Photo {
        format: Some(format.into()),
        orientation: Some(6),
        gps: Some([52.669, -0.728]),
        make: Some("Canon".into()),
        model: Some("Canon EOS 250D".into()),
        serial: Some("0123456789".into()),
        taken: Some("2026:05:14 10:31:07".into()),
        owner: Some("CANARY owner".into()),
        copyright: Some("CANARY copyright".into()),
        description: Some("CANARY description".into()),
        thumbnail: Some(400),
        maker_note: Some(100),
        xmp: vec![["dc:title".into(), "CANARY title".into()]],
        iptc: vec![(120, "CANARY caption".into())],
        comment: Some("CANARY comment".into()),
        trailing: Some("CANARY behind the end".into()),
        ..Photo::default()
    }
}

#[test]
fn a_photo_that_gives_everything_away_gives_nothing_away() {
    let of_exif = [
        Removed::Gps,
        Removed::Timestamp,
        Removed::Serial,
        Removed::Device,
        Removed::Owner,
        Removed::Copyright,
        Removed::Thumbnail,
        Removed::MakerNote,
        Removed::Exif,
    ];
    for (format, exif, more) in [
        ("webp", &of_exif[..], &[Removed::Caption, Removed::Xmp, Removed::TrailingData][..]),
        ("gif", &[], &[Removed::Caption, Removed::Xmp, Removed::TrailingData]),
        ("tiff", &of_exif, &[Removed::Caption, Removed::Xmp, Removed::Iptc, Removed::Other]),
    ] {
        let bytes = everything(format).bytes();
        let before = examine(&bytes, "a", &limits());
        let removed = removed(&bytes);
        for wanted in exif.iter().chain(more) {
            assert!(removed.contains(wanted), "{format}: {wanted}");
        }
        let copy = cleaned(&bytes);
        assert!(!holds(&copy, b"Canon"), "{format}");
        let after = examine(&copy, "a", &limits());
        assert_eq!((after.exposures.len(), after.texts.len(), after.device), (0, 0, None));
        assert_eq!((after.orientation, after.size), (before.orientation, before.size));
        assert_eq!(before.orientation, if exif.is_empty() { 1 } else { 6 }, "{format}");
    }
}

#[test]
fn what_is_cut_off_is_never_cleaned() {
    for format in ["webp", "gif", "tiff"] {
        let photo = Photo { trailing: None, ..everything(format) };
        let bytes = photo.bytes();
        assert!(is_whole(&bytes, &limits()));
        for length in 12..bytes.len() {
            let cut = &bytes[..length];
            assert_eq!(clean(cut, &limits()), Err(CleanError::CutOff), "{format} of {length}");
            assert!(!is_whole(cut, &limits()), "{format} of {length}");
        }
    }
}

#[test]
fn chunks_of_a_webp_are_kept_by_a_list() {
    let icc = profile(201);
    let photo = Photo { format: Some("webp".into()), ..Photo::default() };
    let plain = webp_chunks(&photo.bytes()).swap_remove(1);
    let canvas = |flags| (*b"VP8X", vec![flags, 0, 0, 0, 31, 0, 0, 23, 0, 0]);
    let coloured = webp_of(&[canvas(0x20), (*b"ICCP", icc.clone()), plain.clone()]);
    assert_eq!(cleaned(&coloured), coloured);
    let more = webp_of(&[
        canvas(0x2C),
        (*b"junk", b"CANARY".to_vec()),
        (*b"ICCP", icc),
        plain.clone(),
        (*b"C2PA", b"CANARY".to_vec()),
    ]);
    assert_eq!(cleaned(&more), coloured);
    assert!(removed(&more).contains(&Removed::ContentCredentials));
    let wrong = webp_of(&[canvas(0x20), (*b"ICCP", vec![0; 200]), plain.clone()]);
    assert!(matches!(clean(&wrong, &limits()), Err(CleanError::Profile(_))));
    // Two pictures, none, one of another size, and a scan line too many of transparency.
    for chunks in [
        vec![canvas(0), plain.clone(), plain.clone()],
        vec![canvas(0)],
        vec![(*b"VP8X", vec![0, 0, 0, 0, 30, 0, 0, 23, 0, 0]), plain.clone()],
        vec![canvas(0x10), (*b"ALPH", vec![0; 32 * 25 + 1]), plain.clone()],
        vec![canvas(0x02), plain.clone()],
    ] {
        assert!(matches!(clean(&webp_of(&chunks), &limits()), Err(CleanError::Malformed(_))));
    }
    // Frames beside a still picture are shown to nobody.
    let hidden = webp_of(&[canvas(0), plain.clone(), (*b"ANMF", b"CANARY".to_vec())]);
    assert_eq!(removed(&hidden), [Removed::Preview]);
    assert_eq!(cleaned(&hidden), webp_of(&[canvas(0), plain]));
}

#[test]
fn animated_webp_keeps_its_frames() {
    let plain = animated_webp(&[]);
    assert_eq!(cleaned(&plain), plain);
    assert_eq!(cleaned(&animated_webp(&[(*b"memo", b"CANARY".to_vec())])), plain);
}

#[test]
fn a_gif_keeps_its_pictures_their_timing_and_its_loop() {
    let plain = gif(32, 24, 3);
    assert_eq!(cleaned(&plain), plain);
    assert!(holds(&plain, b"NETSCAPE2.0"));
    let blocks = [
        gif_extension(0xFE, &[b"CANARY"]),
        gif_extension(0x01, &[&[0; 12], b"CANARY"]),
        gif_extension(0xFF, &[b"MAKER 1.0XX", b"CANARY"]),
        gif_extension(0x77, &[b"CANARY"]),
        vec![0],
    ];
    let more = with_blocks(&plain, &blocks.concat());
    assert_eq!(cleaned(&more), plain);
    assert_eq!(removed(&more), [Removed::Caption, Removed::Other]);
    // A second loop block, and a block that is none.
    let twice = with_blocks(&plain, &gif_extension(0xFF, &[b"NETSCAPE2.0", &[1, 5, 0]]));
    assert!(clean(&twice, &limits()).is_ok());
    assert!(clean(&with_blocks(&plain, b"\x42CANARY"), &limits()).is_err());
    // A colour profile in sub-blocks.
    let icc = profile(300);
    let coloured = gif_extension(0xFF, &[b"ICCRGBG1012", &icc[..255], &icc[255..]]);
    let coloured = with_blocks(&plain, &coloured);
    assert_eq!(cleaned(&coloured), coloured);
    let cut = gif_extension(0xFF, &[b"ICCRGBG1012", &icc[..255]]);
    assert!(matches!(clean(&with_blocks(&plain, &cut), &limits()), Err(CleanError::Profile(_))));
}

#[test]
fn data_behind_the_stream_of_a_gif_are_cut_off() {
    let plain = gif(32, 24, 1);
    let end = plain.len() - 2;
    assert_eq!(plain[end..], [0, 0x3B]);
    let stuffed = [&plain[..end], b"\x06CANARY", &plain[end..]].concat();
    assert_eq!(removed(&stuffed), [Removed::TrailingData]);
    assert_eq!(cleaned(&stuffed), plain);
    let mut wrong = plain.clone();
    let data = find(&plain, &[0x2C, 0, 0, 0, 0]) + 10;
    let colours = 3 << ((plain[data - 1] & 7) + 1);
    wrong[data + colours + 3] = 0xFF;
    wrong[data + colours + 4] = 0xFF;
    assert!(clean(&wrong, &limits()).is_err());
}

#[test]
fn every_page_of_a_tiff_is_kept_and_nothing_beside() {
    let words = || (305u16, b"CANARY program".to_vec());
    let bytes = pages(&[vec![words()], vec![(700, b"<x:xmpmeta>CANARY".to_vec())], vec![words()]]);
    let copy = cleaned(&bytes);
    let pixels = photo::pixels(8, 6);
    assert_eq!(copy.windows(pixels.len()).filter(|window| *window == pixels).count(), 3);
    assert_eq!(removed(&bytes), [Removed::Software, Removed::Exif, Removed::Xmp]);
    let with_profile = pages(&[vec![(34675, profile(200))]]);
    assert!(holds(&cleaned(&with_profile), &profile(200)));
    let wrong = pages(&[vec![(34675, vec![0; 200])]]);
    assert!(matches!(clean(&wrong, &limits()), Err(CleanError::Profile(_))));
    // Resolution in letters is dropped, a colour table in letters holds.
    assert!(!holds(&cleaned(&pages(&[vec![(282, b"CANARY letters".to_vec())]])), b"letters"));
    assert!(clean(&pages(&[vec![(320, b"CANARY letters".to_vec())]]), &limits()).is_err());
    let raw = pages(&[vec![(50706, vec![1, 4, 0, 0])]]);
    assert!(matches!(clean(&raw, &limits()), Err(CleanError::Unsupported(_))));
}

#[test]
fn a_big_tiff_is_cleaned_as_one() {
    let bytes = big_tiff("CANARY in the playground");
    let seen = examine(&bytes, "a.tif", &limits());
    assert_eq!(seen.texts.first().map(|text| text.text.as_str()), Some("CANARY in the playground"));
    let copy = cleaned(&bytes);
    assert!(copy.starts_with(b"II+\0"));
    assert!(removed(&bytes).contains(&Removed::Caption));
    assert!(removed(&bytes).contains(&Removed::Other), "what nothing points at");
}

#[test]
fn a_tiff_that_leads_in_circles_is_held() {
    let bytes = pages(&[vec![], vec![]]);
    // The second page says that the first follows it.
    let mut circle = bytes.clone();
    let second = find(&bytes[20..], &bytes[8..16]) + 20;
    let next = second + 2 + 9 * 12;
    circle[next..next + 4].copy_from_slice(&8u32.to_be_bytes());
    assert!(matches!(clean(&circle, &limits()), Err(CleanError::Malformed(_))));
    let mut long = pages(&[vec![]]);
    let lengths = find(&long, &[1, 0x17, 0, 4]) + 8;
    long[lengths..lengths + 4].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(clean(&long, &limits()), Err(CleanError::CutOff));
    // A strip that is longer than the page needs is cut.
    let bytes = pages(&[vec![]]);
    let mut stuffed = [bytes.as_slice(), b"CANARY"].concat();
    let lengths = find(&stuffed, &[1, 0x17, 0, 4]) + 8;
    stuffed[lengths..lengths + 4].copy_from_slice(&150u32.to_be_bytes());
    assert_eq!(cleaned(&stuffed), cleaned(&bytes));
}

//! What cleaning keeps, what it drops and what it refuses, on files made by code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use gatepost_image::{
    CleanError, Examination, Removed, clean, examine, examine_and_clean, is_whole, prove_decodes,
    verify,
};
use gatepost_model::Limits;
use photo::{
    Photo, before_scan, chunk, chunks_of, find, jpeg, png, png_of, profile, segment, with_chunks,
    with_segments, zlib,
};

fn limits() -> Limits {
    Limits::default()
}

fn cleaned(bytes: &[u8]) -> Vec<u8> {
    let copy = clean(bytes, &limits()).unwrap();
    assert_eq!(verify(bytes, &copy.bytes, &limits()), Ok(()));
    assert_eq!(clean(&copy.bytes, &limits()).unwrap().bytes, copy.bytes, "not idempotent");
    assert!(prove_decodes(&copy.bytes, &limits()).is_ok());
    let pixels = |bytes| image::load_from_memory(bytes).unwrap().into_bytes();
    assert!(pixels(bytes) == pixels(&copy.bytes), "pixels differ");
    copy.bytes
}

fn seen(bytes: &[u8]) -> Examination {
    examine(bytes, "photo", &limits())
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
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
    for format in ["jpeg", "png"] {
        let bytes = everything(format).bytes();
        let (examination, copy) = examine_and_clean(&bytes, "a", &limits());
        let copy = copy.unwrap();
        assert_eq!(copy, clean(&bytes, &limits()).unwrap());
        assert_eq!(examination, examine(&bytes, "a", &limits()));
        for removed in [
            Removed::Gps,
            Removed::Timestamp,
            Removed::Serial,
            Removed::Device,
            Removed::Owner,
            Removed::Caption,
            Removed::Copyright,
            Removed::Thumbnail,
            Removed::TrailingData,
            Removed::MakerNote,
            Removed::Exif,
            Removed::Xmp,
            Removed::Iptc,
        ] {
            assert!(copy.removed.contains(&removed), "{format}: {removed}");
        }
        let copy = cleaned(&bytes);
        assert!(!holds(&copy, b"CANARY") && !holds(&copy, b"Canon"), "{format}");
        let after = seen(&copy);
        assert_eq!((after.exposures.len(), after.texts.len(), after.device), (0, 0, None));
        assert_eq!((after.orientation, after.size), (6, examination.size));
    }
}

#[test]
fn orientation_is_kept_where_it_says_something() {
    for format in ["jpeg", "png"] {
        for orientation in 0..=9 {
            let photo = Photo {
                format: Some(format.into()),
                orientation: Some(orientation),
                ..Photo::default()
            };
            let copy = cleaned(&photo.bytes());
            let turned = (2..=8).contains(&orientation);
            assert_eq!(u16::from(seen(&copy).orientation), if turned { orientation } else { 1 });
            assert_eq!(holds(&copy, b"MM\0*"), turned);
        }
    }
}

#[test]
fn colour_profiles_are_kept_whole_or_the_file_is_held() {
    let icc = profile(3000);
    let part = |number: u8, of: u8, bytes: &[u8]| {
        segment(0xE2, &[b"ICC_PROFILE\0".as_slice(), &[number, of], bytes].concat())
    };
    let plain = jpeg(16, 16);
    // The parts are out of order: they are kept in order.
    let parts = [part(2, 2, &icc[1000..]), part(1, 2, &icc[..1000])].concat();
    let copy = cleaned(&with_segments(&plain, &parts));
    assert!(holds(&copy, &[part(1, 2, &icc[..1000]), part(2, 2, &icc[1000..])].concat()));
    for wrong in [
        part(1, 2, &icc[..1000]),
        [part(1, 1, &icc), part(1, 1, &icc[..1000])].concat(),
        part(1, 1, &icc[..2000]),
        part(1, 1, &[icc.as_slice(), b"CANARY"].concat()),
        part(1, 1, &[0; 3000]),
    ] {
        let outcome = clean(&with_segments(&plain, &wrong), &limits());
        assert!(matches!(outcome, Err(CleanError::Profile(_))), "{outcome:?}");
    }

    let body = |name: &str, tail: &[u8]| [name.as_bytes(), b"\0\0", &zlib(&icc), tail].concat();
    let copy = cleaned(&with_chunks(&png(16, 16), &[(b"iCCP", body("CANARY screen", b"CANARY"))]));
    assert!(holds(&copy, &chunk(*b"iCCP", &body("icc", b""))));
    assert!(!holds(&copy, b"CANARY"));
    let wrong = with_chunks(&png(16, 16), &[(b"iCCP", b"name\0\0no stream".to_vec())]);
    assert!(matches!(clean(&wrong, &limits()), Err(CleanError::Profile(_))));
}

#[test]
fn colour_segments_are_kept_to_their_last_meaningful_byte() {
    let adobe =
        |tail: &[u8]| segment(0xEE, &[b"Adobe\0\x64\0\0\0\0\x01".as_slice(), tail].concat());
    let copy = cleaned(&with_segments(&jpeg(16, 16), &adobe(b"CANARY")));
    assert!(holds(&copy, &adobe(b"")) && !holds(&copy, b"CANARY"));
    let two = [adobe(b""), segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")].concat();
    assert!(clean(&with_segments(&jpeg(16, 16), &two), &limits()).is_err());

    // `image` writes a JFIF segment itself: another with a thumbnail in front of it is the one that counts.
    let jfif = |size: [u8; 2], tail: &[u8]| {
        segment(0xE0, &[b"JFIF\0\x01\x02\x01\0\x48\0\x48".as_slice(), &size, tail].concat())
    };
    let copy = cleaned(&with_segments(&jpeg(16, 16), &jfif([1, 2], b"CANARY")));
    assert!(copy[2..].starts_with(&jfif([0, 0], b"")));
    assert!(!holds(&copy, b"CANARY"));
    assert_eq!(copy.windows(5).filter(|window| window == b"JFIF\0").count(), 1);
}

#[test]
fn what_stands_between_the_segments_of_a_jpeg_goes() {
    let plain = jpeg(16, 16);
    let stray = before_scan(&plain, b"CANARY between");
    assert_eq!(cleaned(&stray), cleaned(&plain));
    assert!(clean(&stray, &limits()).unwrap().removed.contains(&Removed::Other));
    let filled = before_scan(&plain, &[0xFF; 7]);
    assert_eq!(cleaned(&filled), cleaned(&plain));
    let unknown = before_scan(&plain, &segment(0xF3, b"CANARY"));
    assert_eq!(cleaned(&unknown), cleaned(&plain));
    // Fill before the end mark, behind the coded data.
    let end = plain.len() - 2;
    let filled = [&plain[..end], &[0xFF; 5], &plain[end..]].concat();
    assert_eq!(cleaned(&filled), cleaned(&plain));
    // A comment between coded data and end mark, as between scans.
    let late = [&plain[..end], &segment(0xFE, b"CANARY"), &plain[end..]].concat();
    assert_eq!(cleaned(&late), cleaned(&plain));
    let reserved = before_scan(&plain, &[0xFF, 0x42]);
    assert!(matches!(clean(&reserved, &limits()), Err(CleanError::Malformed(_))));
}

#[test]
fn a_picture_behind_the_picture_is_read_and_dropped() {
    let hidden = Photo { gps: Some([51.5, 0.1]), make: Some("Other".into()), ..Photo::default() };
    let bytes = [jpeg(16, 16), hidden.bytes()].concat();
    let copy = clean(&bytes, &limits()).unwrap();
    assert!(copy.removed.contains(&Removed::Gps) && copy.removed.contains(&Removed::Preview));
    assert_eq!(seen(&bytes).device, None);
    assert_eq!(cleaned(&bytes), cleaned(&jpeg(16, 16)));
}

#[test]
fn restart_marks_that_nothing_announces_hold() {
    let plain = jpeg(64, 64);
    let scan = find(&plain, &[0xFF, 0xDA]) + 40;
    let marked = [&plain[..scan], &[0xFF, 0xD0], &plain[scan..]].concat();
    assert!(matches!(clean(&marked, &limits()), Err(CleanError::Malformed(_))));
    let announced = before_scan(&marked, &segment(0xDD, &[0, 4]));
    assert!(clean(&announced, &limits()).is_ok());
}

#[test]
fn data_behind_the_stream_of_a_png_are_cut_off() {
    let plain = png(40, 30);
    let chunks: Vec<_> = chunks_of(&plain);
    let stream: Vec<u8> = chunks
        .iter()
        .filter(|(name, _)| name == b"IDAT")
        .flat_map(|(_, body)| body.clone())
        .collect();
    let header = chunks[0].1.clone();
    let half = stream.len() / 2;
    let of = |parts: &[&[u8]]| {
        let mut chunks = vec![(b"IHDR", header.clone())];
        chunks.extend(parts.iter().map(|part| (b"IDAT", part.to_vec())));
        chunks.push((b"IEND", Vec::new()));
        png_of(&chunks)
    };
    let wanted = of(&[&stream[..half], &stream[half..]]);
    let old = [&stream[half..], b"CANARY"].concat();
    let bytes = of(&[&stream[..half], &old, b"CANARY", b""]);
    assert_eq!(cleaned(&bytes), wanted);
    let removed = clean(&bytes, &limits()).unwrap().removed;
    assert_eq!(removed, [Removed::TrailingData]);

    // Lines behind the last line are inside the stream, and cannot be cut off without a change.
    let mut raw = vec![0; 31 * (40 * 3 + 1)];
    assert!(matches!(clean(&of(&[&zlib(&raw)]), &limits()), Err(CleanError::Malformed(_))));
    raw.truncate(30 * (40 * 3 + 1));
    assert!(clean(&of(&[&zlib(&raw)]), &limits()).is_ok());
    raw.pop();
    assert!(matches!(clean(&of(&[&zlib(&raw)]), &limits()), Err(CleanError::Malformed(_))));
}

#[test]
fn chunks_are_kept_by_a_list() {
    let plain = png(16, 16);
    let kept: &[(&[u8; 4], Vec<u8>)] = &[
        (b"gAMA", 45455u32.to_be_bytes().to_vec()),
        (b"cHRM", vec![0; 32]),
        (b"sRGB", vec![0]),
        (b"cICP", vec![9, 16, 0, 1]),
        (b"sBIT", vec![8, 8, 8]),
        (b"bKGD", vec![0; 6]),
        (b"tRNS", vec![0; 6]),
        (b"pHYs", vec![0; 9]),
    ];
    let dropped: &[(&[u8; 4], Vec<u8>)] = &[
        (b"caBX", b"CANARY".to_vec()),
        (b"prVt", b"CANARY".to_vec()),
        (b"tIME", vec![7, 234, 5, 14, 10, 31, 7]),
        (b"zTXt", b"Comment\0\0CANARY".to_vec()),
    ];
    let with_kept = with_chunks(&plain, kept);
    assert_eq!(cleaned(&with_kept), with_kept);
    assert_eq!(cleaned(&with_chunks(&with_kept, dropped)), with_kept);
    // Frames of an animation that is not announced belong to none.
    let unannounced = with_chunks(&with_kept, &[(b"fcTL", vec![0; 26])]);
    assert_eq!(clean(&unannounced, &limits()).unwrap().bytes, with_kept);
    for (name, body) in [
        (b"gAMA", vec![0; 5]),
        (b"tRNS", vec![0; 7]),
        (b"pHYs", vec![0; 10]),
        (b"CgBI", vec![0; 4]),
        (b"IHDR", vec![0; 13]),
    ] {
        assert!(clean(&with_chunks(&plain, &[(name, body)]), &limits()).is_err(), "{name:?}");
    }
    let mut flipped = plain.clone();
    let data = find(&plain, b"IDAT");
    flipped[data + 20] ^= 1;
    assert!(clean(&flipped, &limits()).is_err());
}

/// Two frames of 16 × 16, the first of which is the picture itself.
fn animation(second: u32, trailing: &[u8]) -> Vec<u8> {
    let chunks = chunks_of(&png(16, 16));
    let data = &chunks.iter().find(|(name, _)| name == b"IDAT").unwrap().1;
    let control = |number: u32| {
        let longs = [number, 16, 16, 0, 0].map(u32::to_be_bytes).concat();
        [longs.as_slice(), &[0, 1, 0, 10, 0, 0]].concat()
    };
    let frame = [&second.to_be_bytes(), data.as_slice(), trailing].concat();
    png_of(&[
        (b"IHDR", chunks[0].1.clone()),
        (b"acTL", [2u32, 0].map(u32::to_be_bytes).concat()),
        (b"fcTL", control(0)),
        (b"IDAT", data.clone()),
        (b"tEXt", b"Comment\0CANARY".to_vec()),
        (b"fcTL", control(1)),
        (b"fdAT", frame),
        (b"IEND", Vec::new()),
    ])
}

#[test]
fn animations_keep_their_frames() {
    let bytes = animation(2, b"");
    let copy = cleaned(&bytes);
    let names = |bytes: &[u8]| chunks_of(bytes).iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let mut wanted = names(&bytes);
    wanted.retain(|name| name != b"tEXt");
    assert_eq!(names(&copy), wanted);
    assert!(clean(&animation(3, b""), &limits()).is_err(), "a gap in the sequence");
    assert!(clean(&animation(2, b"CANARY"), &limits()).is_err(), "data behind a frame");
}

#[test]
fn what_is_cut_off_says_so_at_every_byte() {
    for format in ["jpeg", "png"] {
        let photo = Photo { trailing: None, ..everything(format) };
        let bytes = photo.bytes();
        assert!(is_whole(&bytes, &limits()));
        for length in 12..bytes.len() {
            let cut = &bytes[..length];
            assert!(!is_whole(cut, &limits()), "{format} of {length}");
            assert_eq!(clean(cut, &limits()), Err(CleanError::CutOff), "{format} of {length}");
        }
        let said = CleanError::CutOff.finding(0);
        assert_eq!(said.rule.id, "image/undecodable");
        assert!(said.message.contains("cut off"));
    }
    assert!(is_whole(b"BM", &limits()));
}

#[test]
fn limits_are_kept() {
    let bytes = jpeg(64, 48);
    let few = Limits { image_pixels: 64 * 48 - 1, ..limits() };
    assert!(matches!(clean(&bytes, &few), Err(CleanError::TooLarge(_))));
    assert!(matches!(prove_decodes(&bytes, &few), Err(CleanError::TooLarge(_))));
    let small = Limits { media_bytes: 100, ..limits() };
    assert!(matches!(clean(&bytes, &small), Err(CleanError::TooLarge(_))));
    // A text chunk of a megabyte of zeros a dozen times over, in a few kilobytes.
    let bomb = [b"Comment\0\0".as_slice(), &zlib(&vec![b'x'; 4 << 20])].concat();
    let bombs: Vec<(&[u8; 4], Vec<u8>)> = vec![(b"zTXt", bomb); 12];
    let outcome = clean(&with_chunks(&png(16, 16), &bombs), &limits());
    assert!(matches!(outcome, Err(CleanError::TooLarge(_))));
}

#[test]
fn a_copy_that_is_not_clean_is_not_verified() {
    let original = everything("jpeg").bytes();
    let copy = clean(&original, &limits()).unwrap().bytes;
    let refused = |copy: &[u8]| {
        assert!(
            matches!(verify(&original, copy, &limits()), Err(CleanError::Unverified(_))),
            "{copy:02x?}"
        );
    };
    refused(&original);
    refused(&cleaned(&jpeg(32, 24)));
    refused(&[copy.as_slice(), b" "].concat());
    refused(&with_segments(&copy, &segment(0xFE, b"")));
    refused(&copy[..copy.len() - 1]);
    refused(&[]);
    // Other coded data of the same length.
    let mut other = copy.clone();
    let at = copy.len() - 20;
    other[at] ^= 0x10;
    refused(&other);
    // Fill that a walker passes over.
    refused(&before_scan(&copy, &[0xFF]));
}

#[test]
fn words_behind_the_last_block_of_a_scan_hold() {
    let plain = jpeg(64, 48);
    let end = plain.len() - 2;
    let said = b"Class 4W at Oakfield Primary, CANARY by the pond";
    let stuffed = [&plain[..end], said, &plain[end..]].concat();
    assert!(matches!(clean(&stuffed, &limits()), Err(CleanError::Malformed(_))));
}

#[test]
fn what_is_behind_a_phone_photo_is_told_apart() {
    let map = with_segments(
        &jpeg(16, 16),
        &segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version='1.0'/>"),
    );
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42";
    let bytes = [&jpeg(32, 24)[..], &map, film].concat();
    let removed = clean(&bytes, &limits()).unwrap().removed;
    for wanted in [Removed::GainMap, Removed::Motion, Removed::Preview] {
        assert!(removed.contains(&wanted), "{wanted}");
    }
    assert_eq!(cleaned(&bytes), cleaned(&jpeg(32, 24)));
}

#[test]
fn content_credentials_name_their_maker_and_their_source() {
    let record = br#"jumb{"@type":"CreativeWork","author":[{"name":"Zarah Tideswell"}]}trainedAlgorithmicMedia"#;
    let head = b"JP\0\x01\0\0\0\x01";
    // In two segments: the second repeats the head of the box.
    let cut = 40;
    let first = segment(0xEB, &[&head[..], b"\0\0\0\x80jumb", &record[..cut]].concat());
    let second = segment(0xEB, &[&head[..], b"\0\0\0\x80jumb", &record[cut..]].concat());
    let bytes = with_segments(&jpeg(16, 16), &[first, second].concat());
    let examination = seen(&bytes);
    assert_eq!(examination.texts.first().map(|text| text.text.as_str()), Some("Zarah Tideswell"));
    let removed = clean(&bytes, &limits()).unwrap().removed;
    for wanted in [Removed::ContentCredentials, Removed::AiMark, Removed::Copyright] {
        assert!(removed.contains(&wanted), "{wanted}");
    }
}

//! The photos: what the builder is told to put in can be read by another reader.

#![allow(clippy::unwrap_used, reason = "a test that cannot read what it tests has failed")]

use std::io::Cursor;

use exif::{In, Tag};
use gatepost_example::photo::{CANON_SERIAL, Jpeg, Png, tiny_bitmap};
use jiff::civil::date;

fn read(photo: &[u8]) -> exif::Exif {
    exif::Reader::new().read_from_container(&mut Cursor::new(photo)).unwrap()
}

fn text(exif: &exif::Exif, tag: Tag) -> String {
    exif.get_field(tag, In::PRIMARY).unwrap().display_value().to_string()
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[test]
fn a_camera_writes_who_when_and_where() {
    let photo = Jpeg::new(320, 240, 1)
        .canon()
        .upright()
        .taken(date(2026, 11, 19).at(9, 41, 7, 0))
        .gps(54.3842, -0.8517)
        .owner("Oakfield Primary School")
        .copyright("© Harrow Lane Photography")
        .build();
    let exif = read(&photo);
    assert_eq!(text(&exif, Tag::BodySerialNumber), format!("\"{CANON_SERIAL}\""));
    assert_eq!(text(&exif, Tag::DateTimeOriginal), "2026-11-19 09:41:07");
    assert_eq!(text(&exif, Tag::GPSLatitude), "54 deg 23 min 3.12 sec");
    assert_eq!(text(&exif, Tag::GPSLongitudeRef), "W");
    assert_eq!(text(&exif, Tag::Artist), "\"Oakfield Primary School\"");
    assert!(text(&exif, Tag::Copyright).contains("Harrow Lane"));
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).unwrap();
    assert_eq!(orientation.value.get_uint(0), Some(6));
    assert!(exif.get_field(Tag::MakerNote, In::PRIMARY).is_some());
    assert!(holds(&photo, "ICC_PROFILE") && holds(&photo, "acsp"));
    let offset = exif.get_field(Tag::JPEGInterchangeFormat, In::THUMBNAIL).unwrap();
    let offset = offset.value.get_uint(0).unwrap() as usize;
    let length = exif.get_field(Tag::JPEGInterchangeFormatLength, In::THUMBNAIL).unwrap();
    let length = length.value.get_uint(0).unwrap() as usize;
    let thumbnail = image::load_from_memory(&exif.buf()[offset..offset + length]).unwrap();
    assert_eq!((thumbnail.width(), thumbnail.height()), (160, 120));
}

#[test]
fn telephones_write_no_serial_number() {
    for (photo, model) in [
        (Jpeg::new(64, 48, 2).ipad(), "iPad (9th generation)"),
        (Jpeg::new(64, 48, 2).iphone(), "iPhone 14"),
    ] {
        let exif = read(&photo.build());
        assert_eq!(text(&exif, Tag::Model), format!("\"{model}\""));
        assert!(exif.get_field(Tag::BodySerialNumber, In::PRIMARY).is_none());
        assert!(exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_none());
    }
}

#[test]
fn captions_faces_and_comments_are_in_the_file() {
    let photo = Jpeg::new(64, 48, 3)
        .caption("Zofia & Tunde")
        .person("Maya Patel")
        .keyword("chess")
        .comment("second try")
        .build();
    assert!(holds(&photo, "Zofia &amp; Tunde"), "in XMP");
    assert!(holds(&photo, "Zofia & Tunde"), "in IPTC");
    assert!(holds(&photo, "<mwg-rs:Name>Maya Patel</mwg-rs:Name>"));
    assert!(holds(&photo, "second try"));
}

#[test]
fn what_follows_the_picture() {
    let bare = Jpeg::new(320, 240, 4).build();
    assert!(bare.ends_with(b"\xff\xd9"));
    let film = Jpeg::new(320, 240, 4).film().build();
    assert!(holds(&film, "ftypmp42") && !film.ends_with(b"\xff\xd9"));
    let two = Jpeg::new(320, 240, 4).preview().build();
    let ends = two.windows(2).enumerate().filter(|(_, bytes)| *bytes == b"\xff\xd9");
    let (first, _) = ends.clone().next().unwrap();
    assert_eq!(ends.count(), 2);
    let second = image::load_from_memory(&two[first + 2..]).unwrap();
    assert_eq!(second.width(), 54);
}

#[test]
fn a_bare_picture_gives_nothing_away() {
    let bare = Jpeg::new(64, 48, 5).build();
    assert!(!holds(&bare, "Exif") && !holds(&bare, "JFIF") && !holds(&bare, "adobe"));
    assert_eq!(image::load_from_memory(&bare).unwrap().width(), 64);
}

#[test]
fn a_poster_with_everything() {
    let poster = Png::new(64, 90, 6)
        .text("Author", "Kath Eccles")
        .caption("Open evening")
        .changed(date(2026, 11, 14).at(12, 15, 42, 0))
        .owner("Kath Eccles")
        .gps(54.3842, -0.8517)
        .profile()
        .build();
    let exif = read(&poster);
    assert_eq!(text(&exif, Tag::Artist), "\"Kath Eccles\"");
    assert!(exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some());
    for chunk in ["iCCP", "tEXt", "iTXt", "eXIf", "tIME"] {
        assert!(holds(&poster, chunk), "{chunk}");
    }
    let picture = image::load_from_memory(&poster).unwrap();
    assert_eq!((picture.width(), picture.height()), (64, 90));
}

#[test]
fn odd_sizes_are_brought_into_range() {
    assert_eq!(image::load_from_memory(&Jpeg::new(0, 1, 7).build()).unwrap().width(), 16);
    assert_eq!(image::load_from_memory(&Png::new(0, 1, 7).build()).unwrap().height(), 16);
    assert_eq!(tiny_bitmap().len(), 58);
}

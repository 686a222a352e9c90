//! Films: what they give away is found and gone, picture and sound are there byte for byte, and what cannot be cleaned is
//! held by its name.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use gatepost_image::{
    CleanError, Exposure, Format, Location, Removed, clean, examine, examine_stream, prove_decodes,
    verify,
};
use gatepost_model::Limits;
use photo::boxes::{Film, TURNED, boxed, full, longs};
use photo::find;

fn cleaned(film: &Film) -> Vec<u8> {
    let bytes = film.bytes();
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

fn refusal(film: &Film) -> CleanError {
    clean(&film.bytes(), &Limits::default()).unwrap_err()
}

#[test]
fn a_film_that_tells_everything_tells_nothing_afterwards() {
    let film = Film::telling();
    let bytes = film.bytes();
    let seen = examine(&bytes, "film.mp4", &Limits::default());
    assert_eq!(seen.format, Format::Mp4);
    let removed: Vec<Removed> = seen.exposures.iter().map(Exposure::removed).collect();
    let wanted = [
        Removed::Gps,
        Removed::Timestamp,
        Removed::Device,
        Removed::Owner,
        Removed::Caption,
        Removed::TimedData,
    ];
    assert!(wanted.iter().all(|wanted| removed.contains(wanted)), "{removed:?}");
    let places = seen.exposures.iter().filter_map(|exposure| match exposure {
        Exposure::Location(Location::Coordinates { latitude, longitude }) => {
            Some((*latitude, *longitude))
        }
        _ => None,
    });
    assert_eq!(places.collect::<Vec<_>>()[..2], [(52.5, -0.75), (52.669, -0.728)]);
    assert_eq!(seen.device.unwrap().model.as_deref(), Some("iPad (9th generation)"));
    assert!(seen.texts.iter().any(|text| text.text == "CANARY sports day"));

    let copy = cleaned(&film);
    assert!(!holds(&copy, b"CANA"), "something is left");
    // The brand of a maker, and the dates of the film and its tracks.
    assert!(!holds(&copy, b"nras") && !holds(&copy, &film.made.to_be_bytes()));
    assert!(holds(&copy, &longs(&TURNED)), "it is turned as it was");
    let plain = cleaned(&Film { matrix: TURNED, ..Film::default() });
    assert!(copy == plain, "a film that told nothing from the start is the same");
}

#[test]
fn picture_and_sound_are_carried_over_without_gaps() {
    let copy = cleaned(&Film::telling());
    let data = find(&copy, b"mdat") + 4;
    let fills: Vec<u8> = {
        let mut fills = copy[data..].to_vec();
        fills.dedup();
        fills
    };
    assert_eq!(fills, b"pqstrsuvtu");
    assert_eq!(copy.len() - data, 40 + 25 + 31 + 7 + 64 + 12 + 9 + 9 + 8 + 9);
    assert!(prove_decodes(&copy, &Limits::default()).is_ok());
}

#[test]
fn a_table_of_contents_behind_the_picture_moves_before_it() {
    let bytes = Film::default().bytes();
    let (moov, data) = (find(&bytes, b"moov") - 4, find(&bytes, b"mdat") - 4);
    let mut turned = [&bytes[..moov], &bytes[data..], &bytes[moov..data]].concat();
    // Each place is that much before where it was.
    let shift = u32::try_from(data - moov).unwrap();
    let mut from = 0;
    while let Some(at) = turned[from..].windows(4).position(|window| window == b"stco") {
        let table = from + at + 8;
        let count = u32::from_be_bytes(turned[table..table + 4].try_into().unwrap()) as usize;
        for place in turned[table + 4..table + 4 + 4 * count].chunks_exact_mut(4) {
            let moved = u32::from_be_bytes((&*place).try_into().unwrap()) - shift;
            place.copy_from_slice(&moved.to_be_bytes());
        }
        from = table;
    }
    let copy = clean(&turned, &Limits::default()).unwrap().bytes;
    assert!(copy == cleaned(&Film::default()));
}

#[test]
fn what_cannot_be_cleaned_is_held_by_its_name() {
    let with = |change: fn(&mut Film)| {
        let mut film = Film::default();
        change(&mut film);
        refusal(&film)
    };
    let unsupported = [
        with(|film| film.behind = boxed(b"moof", &[&[0; 8]])),
        with(|film| film.notes = full(b"mvex", 0, &[])),
        with(|film| film.entry = *b"encv"),
        with(|film| film.configuration = boxed(b"sinf", &[])),
        with(|film| film.notes = full(b"pssh", 0, &[0; 20])),
        with(|film| film.entry = *b"jpeg"),
        with(|film| film.notes = boxed(b"cmov", &[])),
    ];
    for refused in &unsupported {
        assert!(matches!(refused, CleanError::UnsupportedKind(Format::Mp4, _)), "{refused}");
        assert_eq!(refused.rule().id, "image/unsupported-format");
        assert!(refused.to_string().contains("MP4"));
    }
    let unusual = [
        with(|film| film.entry = *b"odd!"),
        with(|film| film.configuration = boxed(b"avcC", &[b"\x01\x42"])),
        with(|film| film.before = boxed(b"moov", &[&full(b"mvhd", 0, &[0; 96])])),
    ];
    for refused in &unusual {
        assert_eq!(refused.rule().id, "image/undecodable", "{refused}");
    }
    let bytes = Film::default().bytes();
    for cut in [bytes.len() - 1, find(&bytes, b"mdat") + 2, find(&bytes, b"stsz"), 30] {
        assert_eq!(clean(&bytes[..cut], &Limits::default()), Err(CleanError::CutOff), "{cut}");
    }
}

#[test]
fn data_that_lie_elsewhere_are_refused() {
    let bytes = Film::default().bytes();
    let table = find(&bytes, b"stco") + 12;
    // In the table of contents, behind the end, and where nothing is.
    for place in [200_u32, u32::try_from(bytes.len()).unwrap(), u32::MAX] {
        let mut wrong = bytes.clone();
        wrong[table..table + 4].copy_from_slice(&place.to_be_bytes());
        assert!(clean(&wrong, &Limits::default()).is_err(), "{place}");
    }
    let mut elsewhere = bytes.clone();
    let reference = find(&elsewhere, b"url ") + 7;
    elsewhere[reference] = 0;
    let refused = clean(&elsewhere, &Limits::default()).unwrap_err();
    assert!(matches!(refused, CleanError::UnsupportedKind(..)), "{refused}");
}

#[test]
fn what_stands_behind_the_last_box_is_dropped() {
    let plain = cleaned(&Film::default());
    for trailing in [b"\0\0\0\0\x01\x02CANARY".as_slice(), b"\xff\xd8\xff\xe1CANARY", b"x"] {
        let film = Film { behind: trailing.to_vec(), ..Film::default() };
        let seen = examine(&film.bytes(), "a.mp4", &Limits::default());
        assert!(seen.exposures.iter().any(|found| matches!(found, Exposure::TrailingData { .. })));
        assert!(cleaned(&film) == plain);
    }
}

/// Three gibibytes, of which only the begin and the end are there; it counts what is read at one go.
struct Sparse {
    head: Vec<u8>,
    length: u64,
    at: u64,
    longest: usize,
}

impl Read for Sparse {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.longest = self.longest.max(buffer.len());
        let left = usize::try_from(self.length - self.at).unwrap_or(usize::MAX);
        let length = buffer.len().min(left);
        for (index, byte) in buffer[..length].iter_mut().enumerate() {
            let at = usize::try_from(self.at).unwrap() + index;
            *byte = self.head.get(at).copied().unwrap_or(0);
        }
        self.at += length as u64;
        Ok(length)
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => self.length,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

#[test]
fn a_film_of_three_gibibytes_is_read_by_pages() {
    // Three samples of a gibibyte each, at places that need eight bytes.
    let gibibyte = 1_u32 << 30;
    let mut bytes = Film::default().bytes();
    let at = find(&bytes, b"mdat") - 4;
    bytes.truncate(at);
    let set = |bytes: &mut Vec<u8>, at: usize, number: u32| {
        bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
    };
    let sizes = find(&bytes, b"stsz") + 16;
    for (index, size) in [gibibyte, gibibyte, gibibyte, 0, 0, 0].into_iter().enumerate() {
        set(&mut bytes, sizes + 4 * index, size);
    }
    let places = find(&bytes, b"stco") + 12;
    let base = u32::try_from(bytes.len() + 16).unwrap();
    for (index, place) in [base, base + 2 * (gibibyte - 1) + 2, base].into_iter().enumerate() {
        set(&mut bytes, places + 4 * index, place);
    }
    let sound = bytes.windows(4).rposition(|window| window == b"stco").unwrap() + 12;
    set(&mut bytes, sound, base);
    set(&mut bytes, sound + 4, base);
    let media = 3 * u64::from(gibibyte) + 16;
    bytes.extend([&[0, 0, 0, 1], b"mdat".as_slice(), &media.to_be_bytes()].concat());
    let length = bytes.len() as u64 + media - 16;
    let mut file = Sparse { head: bytes, length, at: 0, longest: 0 };
    let limits = Limits { media_bytes: u64::MAX, ..Limits::default() };
    let (seen, prepared) = examine_stream(&mut file, "long.mp4", &limits).unwrap();
    assert_eq!(seen.obstacle, None);
    assert_eq!(prepared.unwrap().size().width, 320);
    assert!(file.longest <= 64 << 10, "{} bytes at one go", file.longest);
    // The same in a draft is past its limit.
    let (seen, _) = examine_stream(&mut file, "long.mp4", &Limits::default()).unwrap();
    assert_eq!(seen.obstacle.unwrap().rule().id, "image/too-large");
}

#[test]
fn tables_that_lie_about_their_length_cost_nothing() {
    let limits = Limits::default();
    let bytes = Film::default().bytes();
    for (kind, at) in
        [(b"stsz", 12), (b"stco", 8), (b"stts", 8), (b"stsc", 8), (b"elst", 8), (b"stsd", 8)]
    {
        let mut wrong = bytes.clone();
        let place = find(&wrong, kind) + at;
        wrong[place..place + 4].copy_from_slice(&[0xFF; 4]);
        assert!(clean(&wrong, &limits).is_err(), "{}", String::from_utf8_lossy(kind));
    }
    // Millions of the smallest boxes, on the top level and in the table of contents.
    let many = boxed(b"free", &[]).repeat(200_000);
    assert!(clean(&[&bytes[..28], &many, &bytes[28..]].concat(), &limits).is_err());
    let film =
        Film { notes: boxed(b"udta", &[&boxed(b"odd!", &[]).repeat(400_000)]), ..Film::default() };
    assert!(examine(&film.bytes(), "a.mp4", &limits).obstacle.is_some());
    let deep = (0..60_000).fold(Vec::new(), |inside, _| {
        if inside.len() < 400_000 { boxed(b"udta", &[&inside]) } else { inside }
    });
    let film = Film { notes: deep, ..Film::default() };
    let _ = clean(&film.bytes(), &limits);
    let mut cursor = Cursor::new(b"\0\0\0\x10ftypmp42\0\0\0\0".to_vec());
    assert!(examine_stream(&mut cursor, "a.mp4", &limits).unwrap().1.is_err());
}

//! What a file gives away, in the words of people.
//!
//! In: an examination, and what cleaning did. Out: one row for each kind of thing, with what the file
//! says and whether the clean copy still says it. Words in the metadata stand in a table of their own, and are
//! counted here.

use std::collections::BTreeSet;

use gatepost_image::{
    Examination, Exposure, HiddenPicture, Location, Removed, TextKind, TrailingKind,
};
use gatepost_model::CleanedFile;

use crate::visible::one_line;
use crate::words::{counted, photo_moment};

/// One kind of thing that a file gives away.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// `Place`, `Taken`, `Device`, ...
    pub(crate) what: &'static str,
    /// What the file says.
    pub(crate) says: String,
    /// What became of it.
    pub(crate) fate: Fate,
}

/// What became of something that a file gave away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The clean copy does not have it.
    TakenOut,
    /// There is no clean copy, or it has it still.
    StillThere,
}

impl Fact {
    /// For templates, which cannot name the fate.
    pub(crate) fn is_out(&self) -> bool {
        self.fate == Fate::TakenOut
    }
}

/// The kinds in the order in which people are told them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Place,
    Taken,
    People,
    Captions,
    Owner,
    Device,
    Serial,
    Copyright,
    HiddenPicture,
    Behind,
    Traces,
    Unknown,
}

/// Everything that a file gives away, what says most about a child first.
pub(crate) fn facts(examination: &Examination, cleaned: Option<&CleanedFile>) -> Vec<Fact> {
    let mut told: BTreeSet<(Kind, String)> = BTreeSet::new();
    for exposure in &examination.exposures {
        if let Some((kind, says)) = tell(exposure, examination) {
            told.insert((kind, says));
        }
    }
    if examination
        .device
        .as_ref()
        .is_some_and(|device| device.make.is_some() || device.model.is_some())
    {
        told.insert((Kind::Device, device(examination)));
    }
    let mut facts: Vec<(Kind, Fact)> = Vec::new();
    for (kind, says) in &told {
        // A day says nothing beside the same day with its hour.
        if told.iter().any(|(other, more)| other == kind && more != says && more.starts_with(says))
        {
            continue;
        }
        match facts.last_mut() {
            Some((last, fact)) if last == kind => {
                fact.says.push_str("; ");
                fact.says.push_str(says);
            }
            _ => {
                let fate = fate(*kind, examination, cleaned);
                facts.push((*kind, Fact { what: label(*kind), says: says.clone(), fate }));
            }
        }
    }
    facts.into_iter().map(|(_, fact)| fact).collect()
}

fn tell(exposure: &Exposure, examination: &Examination) -> Option<(Kind, String)> {
    let words = |kind: TextKind| examination.texts.iter().filter(|text| text.kind == kind).count();
    Some(match exposure {
        Exposure::Location(location) => (Kind::Place, place(*location)),
        Exposure::Timestamp { written, .. } => (Kind::Taken, photo_moment(written)),
        Exposure::Device(_) => (Kind::Device, device(examination)),
        Exposure::DeviceSerial(_) => (Kind::Serial, serial(examination)),
        Exposure::OwnerName(_) => {
            (Kind::Owner, format!("{} of an owner or photographer", named(words(TextKind::Owner))))
        }
        Exposure::PersonTag(_) => {
            let people = words(TextKind::Person).max(1);
            let people = if people == 1 { "1 person".into() } else { format!("{people} people") };
            (Kind::People, format!("{people} tagged by name"))
        }
        Exposure::Caption(_) => {
            let count =
                words(TextKind::Caption) + words(TextKind::Keyword) + words(TextKind::Comment);
            (Kind::Captions, format!("{}, shown below", counted(count.max(1), "text")))
        }
        Exposure::Copyright { notice, .. } => {
            (Kind::Copyright, format!("“{}” (the right itself stays)", one_line(notice)))
        }
        Exposure::Thumbnail { picture, bytes } => (Kind::HiddenPicture, hidden(*picture, *bytes)),
        Exposure::TrailingData { bytes, kind } => (Kind::Behind, behind(*kind, *bytes)),
        Exposure::Software(_) => {
            (Kind::Traces, "the name of the program or of the camera’s software".into())
        }
        Exposure::MakerNote => (Kind::Traces, "the camera maker’s own notes".into()),
        Exposure::Identifier(_) => (Kind::Traces, "numbers by which copies can be traced".into()),
        Exposure::ContentCredentials => (Kind::Traces, "a record of its origin and edits".into()),
        Exposure::UnknownData { bytes } => (Kind::Unknown, size(*bytes)),
        // A block as such says nothing about anyone; what is in it has its own row.
        _ => return None,
    })
}

const fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Place => "Place",
        Kind::Taken => "Date and time",
        Kind::People => "People",
        Kind::Captions => "Captions",
        Kind::Owner => "Owner",
        Kind::Device => "Device",
        Kind::Serial => "Serial number",
        Kind::Copyright => "Copyright",
        Kind::HiddenPicture => "Hidden picture",
        Kind::Behind => "Behind the picture",
        Kind::Traces => "Other traces",
        Kind::Unknown => "Unknown data",
    }
}

/// Rounded to two decimals of a degree, which is about a kilometre: enough to know the place by who
/// knows it, and this page may be printed.
fn place(location: Location) -> String {
    match location {
        Location::Coordinates { latitude, longitude } => format!(
            "near {:.2}° {}, {:.2}° {} (rounded here to about 1 km; the file has the spot)",
            latitude.abs(),
            if latitude < 0.0 { "south" } else { "north" },
            longitude.abs(),
            if longitude < 0.0 { "west" } else { "east" },
        ),
        Location::Named => "a place named in words, shown below".into(),
        Location::Unreadable => "coordinates that could not be read".into(),
    }
}

fn device(examination: &Examination) -> String {
    let Some(device) = &examination.device else { return "maker or model".into() };
    let make = device.make.as_deref().map(|make| one_line(make.trim())).unwrap_or_default();
    let model = device.model.as_deref().map(|model| one_line(model.trim())).unwrap_or_default();
    if model.to_lowercase().starts_with(&make.to_lowercase()) {
        return model;
    }
    [make, model].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

fn serial(examination: &Examination) -> String {
    examination
        .device
        .as_ref()
        .and_then(|device| device.serial.as_deref())
        .map_or_else(|| "of a camera part or lens".into(), one_line)
}

fn named(count: usize) -> String {
    if count > 1 { format!("{count} names") } else { "the name".into() }
}

fn hidden(picture: HiddenPicture, bytes: usize) -> String {
    let what = match picture {
        HiddenPicture::Thumbnail => "a small copy",
        HiddenPicture::Preview => "a large preview or a second shot",
        HiddenPicture::Auxiliary => "a depth map or another helping picture",
        HiddenPicture::GainMap => "a brightness map for HDR screens",
    };
    format!("{what}, {}", size(bytes))
}

fn behind(kind: TrailingKind, bytes: usize) -> String {
    let what = match kind {
        TrailingKind::Picture => "a further picture",
        TrailingKind::Film => "a short film with sound",
        TrailingKind::OldPicture => "part of an older picture",
        TrailingKind::Other => "other data",
    };
    format!("{what}, {}", size(bytes))
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => counted(bytes, "byte"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// A kind is out if the clean copy was proven, and says of everything of that kind that it is gone.
fn fate(kind: Kind, examination: &Examination, cleaned: Option<&CleanedFile>) -> Fate {
    let Some(cleaned) = cleaned.filter(|cleaned| cleaned.verified) else { return Fate::StillThere };
    let gone = |word: Removed| cleaned.removed.iter().any(|removed| removed == word.as_str());
    let all_gone = examination
        .exposures
        .iter()
        .filter(|exposure| tell(exposure, examination).is_some_and(|(its, _)| its == kind))
        .all(|exposure| gone(exposure.removed()));
    if all_gone { Fate::TakenOut } else { Fate::StillThere }
}

#[cfg(test)]
mod tests {
    use gatepost_image::{DeviceData, Format, Origin};
    use gatepost_model::MediaKind;

    use super::*;

    fn examination(exposures: Vec<Exposure>) -> Examination {
        Examination {
            format: Format::Jpeg,
            kind: MediaKind::Image,
            size: None,
            orientation: 1,
            device: Some(DeviceData {
                make: Some("Canon".into()),
                model: Some("Canon EOS 250D".into()),
                serial: Some("0123\u{202e}".into()),
            }),
            exposures,
            texts: Vec::new(),
            extension: None,
            obstacle: None,
        }
    }

    fn cleaned(removed: &[&str], verified: bool) -> CleanedFile {
        CleanedFile {
            file: "a.jpg".into(),
            sha256_in: None,
            sha256_out: None,
            removed: removed.iter().map(|&word| word.to_owned()).collect(),
            verified,
        }
    }

    #[test]
    fn facts_are_told_in_words_and_places_are_rounded() {
        let location = Location::Coordinates { latitude: 51.853_219, longitude: -1.362_481 };
        let time =
            |written: &str| Exposure::Timestamp { written: written.into(), origin: Origin::Exif };
        let examination = examination(vec![
            Exposure::Location(location),
            time("2026:11:17 12:15:00"),
            time("2026:11:17"),
            Exposure::DeviceSerial(Origin::Exif),
            Exposure::Block(Origin::Exif),
        ]);
        let facts = facts(&examination, Some(&cleaned(&["gps", "timestamp", "serial"], true)));
        let says: Vec<(&str, &str)> =
            facts.iter().map(|fact| (fact.what, fact.says.as_str())).collect();
        assert_eq!(
            says,
            [
                (
                    "Place",
                    "near 51.85° north, 1.36° west (rounded here to about 1 km; the file has the spot)"
                ),
                ("Date and time", "Tuesday 17 November 2026, 12:15"),
                ("Device", "Canon EOS 250D"),
                ("Serial number", "0123[U+202E]"),
            ]
        );
        assert!(facts.iter().all(Fact::is_out));
    }

    #[test]
    fn what_is_not_proven_gone_is_still_there() {
        let examination = examination(vec![Exposure::MakerNote]);
        let fate = |cleaned: Option<CleanedFile>| {
            facts(&examination, cleaned.as_ref()).last().map(|fact| fact.fate)
        };
        assert_eq!(fate(None), Some(Fate::StillThere));
        assert_eq!(fate(Some(cleaned(&["maker-note"], false))), Some(Fate::StillThere));
        assert_eq!(fate(Some(cleaned(&["gps"], true))), Some(Fate::StillThere));
        assert_eq!(fate(Some(cleaned(&["maker-note"], true))), Some(Fate::TakenOut));
    }
}

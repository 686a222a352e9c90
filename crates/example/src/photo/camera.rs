//! The cameras of the example, and the EXIF that each writes (CIPA DC-008, EXIF 2.32).
//!
//! The makes and models are real, so that detectors meet what they will meet; serial numbers and
//! places are invented.

use jiff::civil::DateTime;

use super::tiff::{self, Directory, Order, Value};

/// The model of the school's camera.
pub const CANON_MODEL: &str = "Canon EOS 250D";
/// The serial number of the school's camera.
pub const CANON_SERIAL: &str = "293071004418";
/// The model of the school's tablet, which writes no serial number.
pub const IPAD_MODEL: &str = "iPad (9th generation)";
/// The model of a telephone that is not the school's.
pub const IPHONE_MODEL: &str = "iPhone 14";

/// What took a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Camera {
    Canon,
    Ipad,
    Iphone,
}

/// What EXIF says of one picture.
#[derive(Debug, Default)]
pub(crate) struct Facts<'p> {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// 1 to 8; 6 is turned a quarter.
    pub(crate) orientation: u16,
    pub(crate) taken: Option<DateTime>,
    pub(crate) gps: Option<(f64, f64)>,
    pub(crate) owner: Option<&'p str>,
    pub(crate) caption: Option<&'p str>,
    pub(crate) copyright: Option<&'p str>,
    pub(crate) thumbnail: Option<Vec<u8>>,
}

/// The EXIF block, as a TIFF.
pub(crate) fn exif(camera: Option<Camera>, facts: &Facts<'_>) -> Vec<u8> {
    let order = match camera {
        Some(Camera::Ipad | Camera::Iphone) => Order::Big,
        Some(Camera::Canon) | None => Order::Little,
    };
    let thumbnail = facts.thumbnail.as_deref().map(|bytes| {
        let mut second = Directory::default();
        second.put(0x0103, Value::Short(6));
        resolution(&mut second);
        second.put(0x0201, Value::Elsewhere(bytes.to_vec()));
        second.put(0x0202, Value::Long(u32::try_from(bytes.len()).unwrap_or(u32::MAX)));
        second
    });
    let mut directories = vec![first(camera, facts)];
    directories.extend(thumbnail);
    tiff::write(order, directories)
}

fn first(camera: Option<Camera>, facts: &Facts<'_>) -> Directory {
    let mut first = Directory::default();
    let (make, model, software) = match camera {
        Some(Camera::Canon) => ("Canon", CANON_MODEL, "Firmware Version 1.0.3"),
        Some(Camera::Ipad) => ("Apple", IPAD_MODEL, "17.6.1"),
        Some(Camera::Iphone) => ("Apple", IPHONE_MODEL, "18.5"),
        None => ("", "", ""),
    };
    let mut ascii = |tag, text: &str| {
        if !text.is_empty() {
            first.put(tag, Value::Ascii(text.to_owned()));
        }
    };
    ascii(0x010E, facts.caption.unwrap_or_default());
    ascii(0x010F, make);
    ascii(0x0110, model);
    ascii(0x0131, software);
    ascii(0x0132, &facts.taken.map(stamp).unwrap_or_default());
    ascii(0x013B, facts.owner.unwrap_or_default());
    if matches!(camera, Some(Camera::Ipad | Camera::Iphone)) {
        ascii(0x013C, model);
    }
    ascii(0x8298, facts.copyright.unwrap_or_default());
    first.put(0x0112, Value::Short(facts.orientation));
    resolution(&mut first);
    first.put(0x0213, Value::Short(2));
    first.put(0x8769, Value::Directory(details(camera, facts)));
    if let Some((latitude, longitude)) = facts.gps {
        first.put(0x8825, Value::Directory(place(latitude, longitude, facts.taken)));
    }
    first
}

/// The EXIF directory proper.
fn details(camera: Option<Camera>, facts: &Facts<'_>) -> Directory {
    let mut details = Directory::default();
    details.put(0x829A, Value::Rational(vec![(1, 320)]));
    details.put(0x829D, Value::Rational(vec![(56, 10)]));
    details.put(0x8827, Value::Short(200));
    details.put(0x9000, Value::Undefined(b"0232".to_vec()));
    details.put(0x9101, Value::Undefined(vec![1, 2, 3, 0]));
    if let Some(taken) = facts.taken {
        for tag in [0x9003, 0x9004] {
            details.put(tag, Value::Ascii(stamp(taken)));
        }
        for tag in [0x9010, 0x9011, 0x9012] {
            details.put(tag, Value::Ascii("+00:00".to_owned()));
        }
        for tag in [0x9290, 0x9291, 0x9292] {
            details.put(tag, Value::Ascii("47".to_owned()));
        }
    }
    details.put(0xA000, Value::Undefined(b"0100".to_vec()));
    details.put(0xA001, Value::Short(1));
    details.put(0xA002, Value::Long(facts.width));
    details.put(0xA003, Value::Long(facts.height));
    let ascii = |text: &str| Value::Ascii(text.to_owned());
    match camera {
        Some(Camera::Canon) => {
            details.put(0x927C, Value::Maker(b"", canon_note(facts)));
            details.put(0xA430, ascii(facts.owner.unwrap_or_default()));
            details.put(0xA431, ascii(CANON_SERIAL));
            details.put(0xA432, Value::Rational(vec![(18, 1), (55, 1), (0, 0), (0, 0)]));
            details.put(0xA434, ascii("EF-S18-55mm f/4-5.6 IS STM"));
            details.put(0xA435, ascii("000040c719"));
        }
        Some(phone) => {
            details.put(0x927C, Value::Maker(b"Apple iOS\0\0\x01MM", apple_note()));
            details.put(0xA433, ascii("Apple"));
            details.put(
                0xA434,
                ascii(match phone {
                    Camera::Ipad => "iPad (9th generation) back camera 3.3mm f/2.4",
                    _ => "iPhone 14 back dual wide camera 5.7mm f/1.5",
                }),
            );
        }
        None => {}
    }
    details
}

/// Canon's own directory: serial number and owner stand there a second time.
fn canon_note(facts: &Facts<'_>) -> Directory {
    let mut note = Directory::default();
    note.put(0x0006, Value::Ascii(CANON_MODEL.to_owned()));
    note.put(0x0007, Value::Ascii("Firmware Version 1.0.3".to_owned()));
    note.put(0x0009, Value::Ascii(facts.owner.unwrap_or_default().to_owned()));
    note.put(0x000C, Value::Long(1_004_418));
    note.put(0x0095, Value::Ascii("EF-S18-55mm f/4-5.6 IS STM".to_owned()));
    note.put(0x0096, Value::Ascii("QK0419277".to_owned()));
    note
}

/// Apple's own directory: identifiers that tie pictures of one device together.
fn apple_note() -> Directory {
    let mut note = Directory::default();
    note.put(0x0011, Value::Ascii("7C1B0E52-3F64-4D0A-9A55-0C6E5E3D21F8".to_owned()));
    note.put(0x002B, Value::Ascii("E0A4D9B7-58C2-4E1F-8F13-6B2A90D7C4E5".to_owned()));
    note
}

/// The GPS directory.
fn place(latitude: f64, longitude: f64, taken: Option<DateTime>) -> Directory {
    let mut place = Directory::default();
    let ascii = |text: &str| Value::Ascii(text.to_owned());
    place.put(0x0000, Value::Byte(vec![2, 3, 0, 0]));
    place.put(0x0001, ascii(if latitude < 0.0 { "S" } else { "N" }));
    place.put(0x0002, degrees(latitude));
    place.put(0x0003, ascii(if longitude < 0.0 { "W" } else { "E" }));
    place.put(0x0004, degrees(longitude));
    place.put(0x0005, Value::Byte(vec![0]));
    place.put(0x0006, Value::Rational(vec![(2413, 10)]));
    if let Some(taken) = taken {
        let part = |number: i8| (u32::try_from(number).unwrap_or(0), 1);
        let time = vec![part(taken.hour()), part(taken.minute()), part(taken.second())];
        place.put(0x0007, Value::Rational(time));
        let date = format!("{:04}:{:02}:{:02}", taken.year(), taken.month(), taken.day());
        place.put(0x001D, Value::Ascii(date));
    }
    place.put(0x0010, ascii("T"));
    place.put(0x0011, Value::Rational(vec![(21_480, 100)]));
    place.put(0x001F, Value::Rational(vec![(48, 10)]));
    place
}

/// Degrees, minutes and hundredths of seconds, without sign.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an angle of at most 180 degrees in hundredths of seconds fits"
)]
fn degrees(angle: f64) -> Value {
    let hundredths = (angle.abs().min(180.0) * 360_000.0).round() as u32;
    let (degrees, rest) = (hundredths / 360_000, hundredths % 360_000);
    Value::Rational(vec![(degrees, 1), (rest / 6000, 1), (rest % 6000, 100)])
}

fn resolution(directory: &mut Directory) {
    directory.put(0x011A, Value::Rational(vec![(72, 1)]));
    directory.put(0x011B, Value::Rational(vec![(72, 1)]));
    directory.put(0x0128, Value::Short(2));
}

/// A moment as EXIF writes it.
fn stamp(at: DateTime) -> String {
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}:{:02}:{:02} {:02}:{:02}:{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

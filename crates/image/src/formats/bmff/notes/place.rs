//! Places in the notes of a film.
//!
//! Sources: ISO 6709 annex H (`+52.6690-000.7280+100/`), 3GPP TS 26.244 section 8.7 (`loci`).

use crate::examination::TextKind;
use crate::exposure::{Exposure, Location, Origin};
use crate::formats::bmff::boxes::u32_at;
use crate::metadata::{Gathered, text};

/// A position in one line: degrees, or degrees and minutes, or also seconds, each part with its sign.
pub(super) fn iso_6709(line: &str) -> Option<Location> {
    let start = line.find(['+', '-'])?;
    let line = line.get(start..)?;
    let second = line.get(1..)?.find(['+', '-'])? + 1;
    let (latitude, rest) = line.split_at_checked(second)?;
    let end = rest.get(1..)?.find(|c: char| !c.is_ascii_digit() && c != '.');
    let longitude = rest.get(..end.map_or(rest.len(), |end| end + 1))?;
    coordinates(part(latitude, 2)?, part(longitude, 3)?)
}

/// A position that is one, but for the corner of zero and zero that stands for none.
pub(super) fn coordinates(latitude: f64, longitude: f64) -> Option<Location> {
    let is_place = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    let is_none = latitude == 0.0 && longitude == 0.0;
    (is_place && !is_none).then_some(Location::Coordinates { latitude, longitude })
}

/// Degrees of a part with so many digits for whole degrees, two for each of minutes and seconds.
fn part(written: &str, degree_digits: usize) -> Option<f64> {
    let (sign, number) = match written.split_at_checked(1)? {
        ("-", number) => (-1.0, number),
        ("+", number) => (1.0, number),
        _ => return None,
    };
    let number = number.trim_end();
    let whole = number.find('.').unwrap_or(number.len());
    let parsed = |text: &str| text.parse::<f64>().ok().filter(|value| value.is_finite());
    if whole <= degree_digits {
        return Some(sign * parsed(number)?);
    }
    let (degrees, rest) = number.split_at_checked(degree_digits)?;
    let minutes = if whole <= degree_digits + 2 {
        parsed(rest)?
    } else {
        let (minutes, seconds) = rest.split_at_checked(2)?;
        parsed(minutes)? + parsed(seconds)? / 60.0
    };
    Some(sign * (parsed(degrees)? + minutes / 60.0))
}

/// A place of 3GPP: its name, then the position in sixteenths of bits.
pub(super) fn of_3gpp(body: &[u8], gathered: &mut Gathered) {
    let rest = body.get(6..).unwrap_or_default();
    let (name, behind) = if let [0xFE, 0xFF, words @ ..] = rest {
        let length = words.as_chunks::<2>().0.iter().position(|unit| *unit == [0, 0]);
        let length = 2 * length.unwrap_or(words.len() / 2);
        let name = text::of_utf16(words.get(..length).unwrap_or_default(), text::Order::BigEndian);
        (name, words.get(length + 2..))
    } else {
        let end = memchr::memchr(0, rest).unwrap_or(rest.len());
        (text::of_bytes(rest.get(..end).unwrap_or_default()), rest.get(end + 1..))
    };
    gathered.text(TextKind::Place, "place", Origin::Film, &name);
    let fixed = |at| {
        let bits = behind.and_then(|behind| u32_at(behind, at))?;
        Some(f64::from(i32::from_be_bytes(bits.to_be_bytes())) / 65_536.0)
    };
    let location = fixed(5).zip(fixed(1)).and_then(|(north, east)| coordinates(north, east));
    gathered.expose(Exposure::Location(location.unwrap_or(Location::Unreadable)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(line: &str, wanted: (f64, f64)) {
        match iso_6709(line) {
            Some(Location::Coordinates { latitude, longitude }) => {
                assert!((latitude - wanted.0).abs() < 1e-6, "{line}");
                assert!((longitude - wanted.1).abs() < 1e-6, "{line}");
            }
            _ => panic!("{line}"),
        }
    }

    #[test]
    fn positions_in_one_line() {
        near("+52.6690-000.7280+040.000/", (52.669, -0.728));
        near("+52.6690-000.7280/", (52.669, -0.728));
        near("-3330.50+15112.25/", (-33.508_333_333, 151.204_166_667));
        near("+523000.0-0003000CRSWGS_84/", (52.5, -0.5));
        for nothing in
            ["", "+", "+52.669", "+95.0+000.0/", "+00.0000+000.0000/", "52 north", "+x-y", "+é-é"]
        {
            assert!(iso_6709(nothing).is_none(), "{nothing}");
        }
    }
}

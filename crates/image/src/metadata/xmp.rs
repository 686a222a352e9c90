//! XMP, as picture programs write it.
//!
//! In: a packet of RDF in XML (ISO 16684-1 section 7). Out: the properties that say something, by the table
//! in `xmp_names`. Entities other than XML's own five are never expanded, elements may be nested only so
//! deep, and values of no interest are not kept. What is not well formed is read as far as it goes.

use std::collections::HashMap;

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::text::{self, Order};
use super::xmp_names::{Meaning, RDF, meaning, namespace, usual_prefix};
use super::{Gathered, credentials};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Location, Origin};

/// What begins an APP1 segment with a packet.
pub(crate) const SIGNATURE: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// What begins an APP1 segment with a part of a packet that was too long for one.
pub(crate) const EXTENSION: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";

const DEEPEST: usize = 64;
/// Letters of base 64 under which nothing is a picture.
const SHORTEST_PICTURE: usize = 64;
/// Bytes of one value that are kept: past it the whole file is past its budget of words.
const LONGEST: usize = 1 << 20;

/// Reads a packet.
pub(crate) fn read(packet: &[u8], origin: Origin, gathered: &mut Gathered) {
    gathered.expose(Exposure::Block(origin));
    let packet = decoded(packet);
    let mut reader = Reader::from_str(&packet);
    reader.config_mut().allow_dangling_amp = true;
    let mut state = State {
        origin,
        prefixes: HashMap::new(),
        open: Vec::new(),
        latitude: Coordinate::Missing,
        longitude: Coordinate::Missing,
        gathered,
    };
    loop {
        let outcome = match reader.read_event() {
            Ok(Event::Start(element)) => state.open(&element),
            Ok(Event::Empty(element)) => state.open(&element).map(|()| state.close()),
            Ok(Event::End(_)) => {
                state.close();
                Some(())
            }
            Ok(Event::Text(words)) => {
                state.words(&words.xml10_content());
                Some(())
            }
            Ok(Event::CData(words)) => {
                state.words(&words.xml10_content());
                Some(())
            }
            Ok(Event::GeneralRef(reference)) => {
                let written = format!("&{};", &*reference);
                state.words(unescape(&written).as_deref().unwrap_or_default());
                Some(())
            }
            Ok(Event::Eof) => break,
            Ok(_) => Some(()),
            Err(_) => None,
        };
        if outcome.is_none() {
            state.gathered.expose(Exposure::UnknownData { bytes: packet.len() });
            break;
        }
    }
    state.finish();
}

/// XMP is nearly always UTF-8; UTF-16 is allowed (ISO 16684-1 section 7.1).
fn decoded(packet: &[u8]) -> String {
    let packet = packet.strip_prefix(b"\xef\xbb\xbf").unwrap_or(packet).trim_ascii_start();
    match packet {
        [0xFE, 0xFF, words @ ..] => text::of_utf16(words, Order::BigEndian),
        [0xFF, 0xFE, words @ ..] => text::of_utf16(words, Order::LittleEndian),
        [b'<', 0, ..] => text::of_utf16(packet, Order::LittleEndian),
        [0, b'<', ..] => text::of_utf16(packet, Order::BigEndian),
        _ => {
            let end = packet.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
            text::of_bytes(packet.get(..end).unwrap_or_default())
        }
    }
}

/// The name in a keyword such as `People|Ada` or `People/Family/Ada`.
fn person_among_keywords(keyword: &str) -> Option<&str> {
    const ROOTS: &[&str] = &["People", "Persons", "Faces"];
    let (root, below) = keyword.split_once(['|', '/'])?;
    if !ROOTS.iter().any(|known| root.trim().eq_ignore_ascii_case(known)) {
        return None;
    }
    below.rsplit(['|', '/']).next().map(str::trim).filter(|name| !name.is_empty())
}

struct State<'g> {
    origin: Origin,
    /// Prefixes as the packet binds them; `None` for a namespace that says nothing to us.
    prefixes: HashMap<String, Option<&'static str>>,
    open: Vec<Element>,
    latitude: Coordinate,
    longitude: Coordinate,
    gathered: &'g mut Gathered,
}

#[derive(Clone, Copy, PartialEq)]
enum Coordinate {
    Missing,
    Unread,
    Degrees(f64),
}

/// What a name is.
enum Name {
    /// RDF's own: it stands between a property and its values.
    Container,
    /// A property that means something.
    Known(Meaning),
    /// Any other.
    Unknown,
}

struct Element {
    /// What a value in it means. Containers of RDF pass on what the property around them means.
    meaning: Option<Meaning>,
    words: String,
    length: usize,
}

impl State<'_> {
    /// Enters an element; `None` if it lies too deep.
    fn open(&mut self, element: &BytesStart<'_>) -> Option<()> {
        if self.open.len() >= DEEPEST {
            return None;
        }
        let attributes = || element.attributes().with_checks(false).clone().flatten();
        for attribute in attributes() {
            let name: &str = attribute.key.as_ref();
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                self.prefixes.insert(prefix.to_owned(), namespace(&attribute.value));
            }
        }
        for attribute in attributes() {
            let Name::Known(meaning) = self.name(attribute.key.as_ref()) else { continue };
            let value = unescape(&attribute.value);
            self.tell(meaning, value.as_deref().unwrap_or(&attribute.value), attribute.value.len());
        }
        let name = element.name();
        let meaning = match self.name(name.as_ref()) {
            Name::Container => self.open.last().and_then(|around| around.meaning),
            Name::Known(meaning) => Some(meaning),
            Name::Unknown => None,
        };
        self.open.push(Element { meaning, words: String::new(), length: 0 });
        Some(())
    }

    fn name(&self, name: &str) -> Name {
        let Some((prefix, local)) = name.split_once(':') else { return Name::Unknown };
        let space = match self.prefixes.get(prefix) {
            Some(bound) => *bound,
            None => usual_prefix(prefix),
        };
        match space {
            Some(RDF) => Name::Container,
            Some(space) => meaning(space, local).map_or(Name::Unknown, Name::Known),
            None => Name::Unknown,
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(element) = self.open.last_mut() {
            element.length += words.len();
            let wanted = !matches!(element.meaning, None | Some(Meaning::Picture(_)));
            if wanted && element.words.len() + words.len() <= LONGEST {
                element.words.push_str(words);
            }
        }
    }

    fn close(&mut self) {
        if let Some(Element { meaning: Some(meaning), words, length }) = self.open.pop() {
            self.tell(meaning, &words, length);
        }
    }

    fn tell(&mut self, meaning: Meaning, value: &str, length: usize) {
        let value = value.trim();
        if value.is_empty() && !matches!(meaning, Meaning::Picture(_)) {
            return;
        }
        let (origin, gathered) = (self.origin, &mut *self.gathered);
        match meaning {
            Meaning::Words(kind, label) => {
                gathered.text(kind, label, origin, value);
                // Picture programs keep people among the keywords, below one of these.
                if kind == TextKind::Keyword
                    && let Some(name) = person_among_keywords(value)
                {
                    gathered.text(TextKind::Person, "name of a person", origin, name);
                }
            }
            Meaning::DigitalSource if credentials::is_made_by_program(value.as_bytes()) => {
                gathered.expose(Exposure::AiGenerated(origin));
            }
            Meaning::Time => gathered.time(origin, value),
            Meaning::Make => gathered.make(origin, value),
            Meaning::Model => gathered.model(origin, value),
            Meaning::Serial => gathered.serial(origin, value),
            Meaning::OtherSerial => gathered.expose(Exposure::DeviceSerial(origin)),
            Meaning::Software => gathered.expose(Exposure::Software(origin)),
            Meaning::Identifier => gathered.expose(Exposure::Identifier(origin)),
            // The picture itself is not kept; line breaks alone are none.
            Meaning::Picture(picture) if length > SHORTEST_PICTURE => {
                gathered.expose(Exposure::Thumbnail { picture, bytes: length / 4 * 3 });
            }
            Meaning::Picture(_) | Meaning::DigitalSource => {}
            Meaning::Latitude => {
                self.latitude =
                    degrees(value, 90.0).map_or(Coordinate::Unread, Coordinate::Degrees);
                self.place();
            }
            Meaning::Longitude => {
                self.longitude =
                    degrees(value, 180.0).map_or(Coordinate::Unread, Coordinate::Degrees);
                self.place();
            }
        }
    }

    /// A place is told once both of its coordinates are there.
    fn place(&mut self) {
        let location = match (self.latitude, self.longitude) {
            (Coordinate::Missing, _) | (_, Coordinate::Missing) => return,
            (Coordinate::Degrees(latitude), Coordinate::Degrees(longitude)) => {
                Location::Coordinates { latitude, longitude }
            }
            _ => Location::Unreadable,
        };
        (self.latitude, self.longitude) = (Coordinate::Missing, Coordinate::Missing);
        self.gathered.expose(Exposure::Location(location));
    }

    fn finish(&mut self) {
        if self.latitude != Coordinate::Missing || self.longitude != Coordinate::Missing {
            self.gathered.expose(Exposure::Location(Location::Unreadable));
        }
    }
}

/// `52,40.14N`, `52,40,8N` (ISO 16684-2, GPS coordinate) or plain degrees.
fn degrees(written: &str, most: f64) -> Option<f64> {
    let (numbers, sign) = match written.as_bytes().last()?.to_ascii_uppercase() {
        b'N' | b'E' => (written.get(..written.len() - 1)?, 1.0),
        b'S' | b'W' => (written.get(..written.len() - 1)?, -1.0),
        _ => (written, 1.0),
    };
    let mut sum = 0.0;
    let mut unit = 1.0;
    for part in numbers.split(',') {
        sum += part.trim().parse::<f64>().ok()? / unit;
        unit *= 60.0;
    }
    (sum.is_finite() && sum.abs() <= most).then_some(sign * sum)
}

#[cfg(test)]
mod tests {
    use gatepost_model::Limits;

    use super::*;

    fn gather(packet: &str) -> Gathered {
        let mut gathered = Gathered::new(&Limits::default());
        read(packet.as_bytes(), Origin::Xmp, &mut gathered);
        gathered
    }

    const RDF_OPEN: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
        xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>";

    #[test]
    fn names_count_by_their_namespace_and_not_by_their_prefix() {
        let gathered = gather(&format!(
            "{RDF_OPEN}<rdf:Description xmlns:q='http://purl.org/dc/elements/1.1/' \
             xmlns:dc='http://nothing.example/'><q:title><rdf:Alt><rdf:li xml:lang='x-default'>\
             Sports &amp; play&#33;</rdf:li></rdf:Alt></q:title><dc:title>no</dc:title>\
             <q:subject><rdf:Bag><rdf:li>Year 4</rdf:li><rdf:li>bulbs</rdf:li></rdf:Bag></q:subject>\
             </rdf:Description></rdf:RDF></x:xmpmeta>"
        ));
        let texts: Vec<_> = gathered.texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(texts, ["Sports & play!", "Year 4", "bulbs"]);
    }

    #[test]
    fn face_regions_name_people() {
        let gathered = gather(&format!(
            "{RDF_OPEN}<rdf:Description xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'>\
             <mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag><rdf:li>\
             <rdf:Description mwg-rs:Name='Asha Mistry' mwg-rs:Type='Face'/></rdf:li></rdf:Bag>\
             </mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>"
        ));
        assert_eq!(gathered.texts.len(), 1);
        assert_eq!(gathered.texts[0].kind, TextKind::Person);
        assert_eq!(gathered.texts[0].text, "Asha Mistry");
    }

    #[test]
    fn coordinates_come_in_pairs() {
        let gathered =
            gather("<rdf:Description exif:GPSLatitude='52,40.14N' exif:GPSLongitude='0,43.68W'/>");
        let close = gathered.exposures.iter().any(|exposure| {
            matches!(exposure, Exposure::Location(Location::Coordinates { latitude, longitude })
                if (latitude - 52.669).abs() < 1e-9 && (longitude + 0.728).abs() < 1e-9)
        });
        assert!(close);
        let half = gather("<rdf:Description exif:GPSLatitude='52,40.14N'/>");
        assert!(half.exposures.contains(&Exposure::Location(Location::Unreadable)));
    }

    #[test]
    fn entities_are_not_expanded_and_depth_ends() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'cc'>]><dc:title>&b;&b;x</dc:title>";
        let texts = gather(bomb).texts;
        assert!(texts.iter().all(|text| !text.text.contains('c')));
        let deep = "<dc:title>".repeat(100_000);
        assert!(gather(&deep).texts.is_empty());
    }
}

//! Stills: the box `meta` of HEIC, HEIF and AVIF.
//!
//! In: the content of `meta` (ISO/IEC 23008-12; ISO/IEC 14496-12 section 8.11; AV1 Image File Format). Out: a [`Still`]: the
//! primary picture, the pictures that it is put together from, its transparency, with the properties that are needed to
//! show them. Dropped: EXIF and XMP, thumbnails, depth and gain maps, names, whatever else lies in the file. Several
//! pictures in one file, a picture in protection or a codec that is not known here are an obstacle.
//!
//! No decoder for HEIC or AV1 is at hand: what stands for the proof that a picture comes out is that the coded data are
//! those of the original, whole units of known kinds, with the configuration that a decoder needs.

use std::collections::BTreeSet;

use super::boxes::{Boxed, Kind, SHORT, boxed, boxes, u32_at};
use super::film::{Stop, needed, only};
use super::payload::{Payload, Range};
use super::source::Source;
use super::{nal, obu};
use crate::error::CleanError;
use crate::examination::Size;

pub(super) mod items;
mod locations;
mod notes;
mod properties;

use items::{Item, Items};
use locations::{Location, Place};
use properties::{Properties, Property};

pub(super) use notes::read as read_notes;

const SEVERAL: &str = "with several pictures in one file";
const OTHER_CODEC: &str = "whose picture is coded in a way that is not known here";

/// Pictures within pictures within pictures.
const DEEPEST: usize = 4;
/// Coded data of one picture or tile.
const MOST_CODED: usize = 32 << 20;

/// A still, as far as it is carried over.
pub(super) struct Still {
    handler: Vec<u8>,
    primary: u32,
    items: Vec<Kept>,
    references: Vec<items::Reference>,
    properties: Vec<Vec<u8>>,
    /// Data inside `meta` itself.
    inner: Vec<u8>,
    pub(super) size: Size,
    /// Coded data of what is dropped.
    pub(super) dropped: Vec<Range>,
}

/// An item that is carried over.
struct Kept {
    number: u32,
    kind: Kind,
    is_hidden: bool,
    location: Location,
    /// Indices into the properties that are carried over, from 1, and whether a reader must understand them.
    associations: Vec<(u16, bool)>,
}

impl Still {
    pub(super) fn read(meta: &[u8], source: &mut Source<'_>) -> Result<Self, Stop> {
        let body = meta.get(4..).ok_or(SHORT)?;
        let items = Items::read(body)?;
        let locations = locations::read(needed(body, *b"iloc")?)?;
        let properties = Properties::read(needed(body, *b"iprp")?)?;
        let inner = only(body, *b"idat")?.unwrap_or_default();
        if only(body, *b"ipro")?.is_some() {
            return Err(Stop::Kind(super::film::ENCRYPTED));
        }
        let wanted = wanted(&items, &properties)?;
        if several(&items, &wanted, alternatives(body)?.as_slice()) {
            return Err(Stop::Kind(SEVERAL));
        }
        let mut still = Self {
            handler: super::film::handler(needed(body, *b"hdlr")?)?,
            primary: items.primary,
            items: Vec::new(),
            references: items.references_among(&wanted),
            properties: Vec::new(),
            inner: Vec::new(),
            size: Size { width: 0, height: 0 },
            dropped: Vec::new(),
        };
        let mut used = vec![0_u16; properties.list.len()];
        for item in items.list.iter().filter(|item| wanted.contains(&item.number)) {
            let associated = properties.of(item.number);
            still.check(item, associated, &properties, &locations, inner, source)?;
            let kept = still.keep(item, associated, &properties, &locations, inner, &mut used)?;
            still.items.push(kept);
        }
        for (number, location) in &locations {
            if !wanted.contains(number) && location.place == Place::File {
                still.dropped.extend(location.ranges()?);
            }
        }
        Ok(still)
    }

    fn keep(
        &mut self,
        item: &Item<'_>,
        associated: &[(usize, bool)],
        properties: &Properties<'_>,
        locations: &[(u32, Location)],
        inner: &[u8],
        used: &mut [u16],
    ) -> Result<Kept, Stop> {
        let mut associations = Vec::new();
        for &(index, essential) in associated {
            let Some(property) = properties.list.get(index) else {
                return Err(CleanError::Malformed("it points at what is not there").into());
            };
            let Some(bytes) = rewritten(property, essential)? else { continue };
            let slot = used.get_mut(index).ok_or(SHORT)?;
            if *slot == 0 {
                self.properties.push(bytes);
                *slot = u16::try_from(self.properties.len()).unwrap_or(u16::MAX);
            }
            associations.push((*slot, essential));
        }
        let mut location = locations::of(locations, item.number);
        if location.place == Place::Inner {
            let start = self.inner.len();
            let data = location.inside(inner)?;
            if start + data.len() > inner.len() {
                return Err(CleanError::Malformed("parts of it share their data").into());
            }
            let length = u64::try_from(data.len()).unwrap_or(u64::MAX);
            location.extents = vec![(u64::try_from(start).unwrap_or(u64::MAX), length)];
            self.inner.extend(data);
        }
        Ok(Kept {
            number: item.number,
            kind: item.kind,
            is_hidden: item.is_hidden,
            location,
            associations,
        })
    }

    /// Whether an item holds what its kind must hold.
    fn check(
        &mut self,
        item: &Item<'_>,
        associated: &[(usize, bool)],
        properties: &Properties<'_>,
        locations: &[(u32, Location)],
        inner: &[u8],
        source: &mut Source<'_>,
    ) -> Result<(), Stop> {
        let find = |kind: Kind| {
            let of = |&(index, _): &(usize, bool)| properties.list.get(index);
            associated.iter().filter_map(of).find(|property| property.kind == kind)
        };
        if item.number == self.primary {
            let extent = find(*b"ispe").ok_or(CleanError::Malformed("its picture has no size"))?;
            let side = |at| u32_at(extent.body, at).ok_or(SHORT);
            self.size = Size { width: side(4)?, height: side(8)? };
        }
        let location = locations::of(locations, item.number);
        let parts = self.parts(item.number);
        let data = match item.kind {
            kind if &kind == b"iden" && location.extents.is_empty() => Vec::new(),
            _ => location.read(source, inner, MOST_CODED)?,
        };
        let configuration =
            |kind| find(kind).ok_or(CleanError::Malformed("a part that it needs is missing"));
        match &item.kind {
            b"hvc1" => {
                let length = nal::hevc_length_bytes(configuration(*b"hvcC")?.body).ok_or(SHORT)?;
                nal::hevc_units(&data, length)?;
            }
            b"av01" => {
                configuration(*b"av1C")?;
                obu::units(&data)?;
            }
            b"grid" => grid(&data, parts)?,
            b"iovl" => overlay(&data, parts)?,
            b"iden" if data.is_empty() && parts == 1 => {}
            _ => return Err(Stop::Kind(OTHER_CODEC)),
        }
        Ok(())
    }

    /// How many pictures one is put together from.
    fn parts(&self, number: u32) -> usize {
        self.references
            .iter()
            .filter(|reference| reference.kind == *b"dimg" && reference.from == number)
            .map(|reference| reference.to.len())
            .sum()
    }

    /// The stretches of coded data that it points at.
    pub(super) fn stretches(&self) -> Result<Vec<Range>, CleanError> {
        let mut stretches = Vec::new();
        for item in self.items.iter().filter(|item| item.location.place == Place::File) {
            stretches.extend(item.location.ranges()?);
        }
        Ok(stretches)
    }

    /// The box `meta` anew, for coded data that lie as the payload says, from this place of the file on.
    pub(super) fn written(&self, payload: &Payload, base: u64) -> Vec<u8> {
        let ids = if self.items.iter().all(|item| u16::try_from(item.number).is_ok()) {
            items::Ids::Short
        } else {
            items::Ids::Long
        };
        let entries: Vec<u8> = self
            .items
            .iter()
            .flat_map(|item| ids.item_entry(item.number, item.kind, item.is_hidden))
            .collect();
        let places: Vec<u8> = self
            .items
            .iter()
            .flat_map(|item| {
                let place = |start: u64| base.saturating_add(payload.place(start));
                item.location.written(ids, item.number, &place)
            })
            .collect();
        let associations: Vec<u8> = self
            .items
            .iter()
            .flat_map(|item| properties::association(ids, item.number, &item.associations))
            .collect();
        let count = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let list = boxed(*b"ipco", &[&self.properties.concat()]);
        let mut parts = vec![
            self.handler.clone(),
            boxed(*b"pitm", &[&ids.head(0, 1), &ids.written(self.primary)]),
            boxed(*b"iloc", &[&[ids.pick(1, 2), 0, 0, 0, 0x44, 0], &ids.count(count), &places]),
            boxed(*b"iinf", &[&ids.head(0, 1), &ids.count(count), &entries]),
        ];
        if !self.references.is_empty() {
            let all: Vec<u8> =
                self.references.iter().flat_map(|reference| reference.written(ids)).collect();
            parts.push(boxed(*b"iref", &[&ids.head(0, 1), &all]));
        }
        // Fifteen bits for the number of a property.
        let head = [ids.pick(0, 1), 0, 0, 1];
        let associations = boxed(*b"ipma", &[&head, &count.to_be_bytes(), &associations]);
        parts.push(boxed(*b"iprp", &[&list, &associations]));
        if !self.inner.is_empty() {
            parts.push(boxed(*b"idat", &[&self.inner]));
        }
        boxed(*b"meta", &[&[0; 4], &parts.concat()])
    }
}

/// The primary picture, what it is put together from, and its transparency.
fn wanted(items: &Items<'_>, properties: &Properties<'_>) -> Result<BTreeSet<u32>, Stop> {
    let mut wanted = with_parts(items, items.primary)?;
    let helpers: Vec<u32> = items
        .references
        .iter()
        .filter(|reference| reference.kind == *b"auxl")
        .filter(|reference| reference.to.iter().any(|to| wanted.contains(to)))
        .map(|reference| reference.from)
        .filter(|&from| properties.says_transparent(from))
        .collect();
    for helper in helpers {
        wanted.extend(with_parts(items, helper)?);
    }
    Ok(wanted)
}

/// A picture and all that it is put together from, level by level.
fn with_parts(items: &Items<'_>, number: u32) -> Result<BTreeSet<u32>, Stop> {
    let mut all = BTreeSet::from([number]);
    let mut level = all.clone();
    for _ in 0..DEEPEST {
        for number in &level {
            let item = items.find(*number).ok_or(CleanError::Malformed("it holds no picture"))?;
            if item.is_protected {
                return Err(Stop::Kind(super::film::ENCRYPTED));
            }
        }
        level = items
            .references
            .iter()
            .filter(|found| found.kind == *b"dimg" && level.contains(&found.from))
            .flat_map(|found| found.to.iter().copied())
            .collect();
        if level.is_empty() {
            return Ok(all);
        }
        all.extend(&level);
    }
    // Those that lie in each other have levels without end.
    Err(CleanError::Malformed("its pictures lie in each other").into())
}

/// Groups of items of which any one can be shown.
fn alternatives(body: &[u8]) -> Result<Vec<Vec<u32>>, CleanError> {
    let mut groups = Vec::new();
    for group in boxes(only(body, *b"grpl")?.unwrap_or_default()).flatten() {
        if group.kind == *b"altr" {
            let members = group.body.get(12..).unwrap_or_default().chunks_exact(4);
            groups.push(members.filter_map(|member| u32_at(member, 0)).collect());
        }
    }
    Ok(groups)
}

/// True if there is a picture beside the primary that is neither hidden, nor small, nor there to help.
fn several(items: &Items<'_>, wanted: &BTreeSet<u32>, alternatives: &[Vec<u32>]) -> bool {
    let helps: BTreeSet<u32> = items
        .references
        .iter()
        .flat_map(|reference| match &reference.kind {
            b"thmb" | b"auxl" => vec![reference.from],
            b"dimg" => reference.to.clone(),
            _ => Vec::new(),
        })
        .collect();
    items.list.iter().any(|item| {
        item.is_picture()
            && !item.is_hidden
            && !wanted.contains(&item.number)
            && !helps.contains(&item.number)
            && !alternatives
                .iter()
                .any(|group| group.contains(&item.number) && group.contains(&items.primary))
    })
}

const ODD_PARTS: CleanError = CleanError::Malformed("its parts do not make a whole");

/// Rows, columns and size: as many parts as fields, and no byte more.
fn grid(data: &[u8], parts: usize) -> Result<(), CleanError> {
    match *data {
        [0, wide, rows, columns, ref size @ ..]
            if size.len() == if wide & 1 == 0 { 4 } else { 8 }
                && (usize::from(rows) + 1) * (usize::from(columns) + 1) == parts =>
        {
            Ok(())
        }
        _ => Err(ODD_PARTS),
    }
}

/// A colour, a size and a place for each part.
fn overlay(data: &[u8], parts: usize) -> Result<(), CleanError> {
    let unit = match data {
        [0, wide, ..] if wide & 1 == 0 => 2,
        [0, ..] => 4,
        _ => return Err(ODD_PARTS),
    };
    let wanted = parts.checked_mul(2 * unit).map(|places| places + 2 + 8 + 2 * unit);
    if wanted == Some(data.len()) && parts > 0 { Ok(()) } else { Err(ODD_PARTS) }
}

/// A property as it goes over, or nothing where a picture is shown without it.
fn rewritten(property: &Boxed<'_>, essential: bool) -> Result<Option<Vec<u8>>, Stop> {
    match properties::rewrite(*property)? {
        Property::Kept(bytes) => Ok(Some(bytes)),
        Property::Unknown if essential => {
            Err(CleanError::Malformed("it asks for something that is not known here").into())
        }
        Property::Dropped | Property::Unknown => Ok(None),
    }
}

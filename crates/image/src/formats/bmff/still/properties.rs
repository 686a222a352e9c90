//! The properties of a still's items: size, turning, colours, the configuration of the decoder.
//!
//! In: the box `iprp` (ISO/IEC 23008-12 sections 6.5 and 9.3). Out: the list of properties and which belong to which item;
//! and for one of them, what becomes of it. Sources: ISO/IEC 23008-12 section 6.5, AVIF section 2.

use super::items::{Ids, MOST, TOO_MANY};
use crate::error::CleanError;
use crate::formats::bmff::boxes::{Boxed, SHORT, boxed, boxes, flags, u16_at, u32_at, versioned};
use crate::formats::bmff::codec::{self, Rewritten};
use crate::formats::bmff::film::{is_transparency, needed};

/// Associations of all items together.
const MOST_ASSOCIATIONS: usize = 8 * MOST;

/// What properties there are and to which items they belong.
pub(in crate::formats::bmff) struct Properties<'b> {
    pub(in crate::formats::bmff) list: Vec<Boxed<'b>>,
    /// For each item the indices of its properties, from 0, and whether a reader must understand them.
    associations: Vec<(u32, Vec<(usize, bool)>)>,
}

/// What becomes of a property.
pub(super) enum Property {
    /// It is needed, in this form.
    Kept(Vec<u8>),
    /// It says something that a picture is shown without.
    Dropped,
    /// What it says is not known.
    Unknown,
}

impl<'b> Properties<'b> {
    pub(in crate::formats::bmff) fn read(body: &'b [u8]) -> Result<Self, CleanError> {
        let mut list = Vec::new();
        for property in boxes(needed(body, *b"ipco")?) {
            list.push(property?);
            if list.len() > MOST {
                return Err(TOO_MANY);
            }
        }
        let mut associations = Vec::new();
        let mut left = MOST_ASSOCIATIONS;
        for table in boxes(body) {
            let table = table?;
            if table.kind == *b"ipma" {
                read_associations(table.body, &mut associations, &mut left)?;
            }
        }
        Ok(Self { list, associations })
    }

    pub(super) fn of(&self, number: u32) -> &[(usize, bool)] {
        let found = self.associations.iter().find(|(of, _)| *of == number);
        found.map_or(&[], |(_, properties)| properties)
    }

    /// True if an item says where its picture can be seen through.
    pub(in crate::formats::bmff) fn says_transparent(&self, number: u32) -> bool {
        self.of(number)
            .iter()
            .filter_map(|&(index, _)| self.list.get(index))
            .any(|property| property.kind == *b"auxC" && is_transparency(help(property.body)))
    }
}

fn read_associations(
    body: &[u8],
    associations: &mut Vec<(u32, Vec<(usize, bool)>)>,
    left: &mut usize,
) -> Result<(), CleanError> {
    let (version, rest) = versioned(body)?;
    let ids = if version == 0 { Ids::Short } else { Ids::Long };
    let wide = flags(body) & 1 == 1;
    let count = u32_at(rest, 0).ok_or(SHORT)?;
    let mut at = 4;
    for _ in 0..count {
        let number = ids.read(rest, at).ok_or(SHORT)?;
        at += ids.bytes();
        let properties = usize::from(*rest.get(at).ok_or(SHORT)?);
        at += 1;
        *left = left.checked_sub(properties + 1).ok_or(TOO_MANY)?;
        let mut of_item = Vec::new();
        for _ in 0..properties {
            let (index, essential) = if wide {
                let both = u16_at(rest, at).ok_or(SHORT)?;
                at += 2;
                (both & 0x7FFF, both & 0x8000 != 0)
            } else {
                let both = *rest.get(at).ok_or(SHORT)?;
                at += 1;
                (u16::from(both & 0x7F), both & 0x80 != 0)
            };
            // Nought stands for none.
            if let Some(index) = usize::from(index).checked_sub(1) {
                of_item.push((index, essential));
            }
        }
        associations.push((number, of_item));
    }
    Ok(())
}

/// The name of what a helping picture helps with.
fn help(body: &[u8]) -> &[u8] {
    body.get(4..).and_then(|name| name.split(|&byte| byte == 0).next()).unwrap_or_default()
}

/// What becomes of a property.
pub(super) fn rewrite(property: Boxed<'_>) -> Result<Property, CleanError> {
    let Boxed { kind, body } = property;
    let kept = |length: usize| Ok(Property::Kept(boxed(kind, &[body.get(..length).ok_or(SHORT)?])));
    match &kind {
        b"ispe" | b"rloc" | b"iscl" => kept(12),
        b"irot" | b"imir" | b"a1op" => kept(1),
        b"lsel" => kept(2),
        b"pixi" => kept(5 + usize::from(*body.get(4).ok_or(SHORT)?)),
        b"a1lx" => kept(if body.first().ok_or(SHORT)? & 1 == 0 { 7 } else { 13 }),
        b"auxC" => Ok(Property::Kept(boxed(kind, &[&[0; 4], help(body), &[0]]))),
        // Dates, descriptions, positions and angles of the camera, marks of makers.
        b"crtt" | b"mdft" | b"udes" | b"altt" | b"cmin" | b"cmex" | b"uuid" | b"free" | b"skip" => {
            Ok(Property::Dropped)
        }
        _ => match codec::rewrite(kind, body)? {
            Rewritten::Kept(bytes) => Ok(Property::Kept(bytes)),
            Rewritten::Dropped => Ok(Property::Unknown),
        },
    }
}

/// An item's entry in a new `ipma`, with two bytes for each property.
pub(super) fn association(ids: Ids, number: u32, properties: &[(u16, bool)]) -> Vec<u8> {
    let mut entry = ids.written(number);
    entry.push(u8::try_from(properties.len()).unwrap_or(u8::MAX));
    for &(index, essential) in properties {
        let both = if essential { index | 0x8000 } else { index };
        entry.extend(both.to_be_bytes());
    }
    entry
}

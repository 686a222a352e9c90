//! The items of a still: what there is, which is the primary one, and which belong together.
//!
//! In: the content of `meta`. Out: [`Items`], as many as there may be (ISO/IEC 14496-12 sections 8.11.4, 8.11.6 and
//! 8.11.12). Names and types of content are for the notes only: they do not go over.

use std::collections::BTreeSet;

use crate::error::CleanError;
use crate::formats::bmff::boxes::{Kind, SHORT, boxed, boxes, u16_at, u32_at, versioned};
use crate::formats::bmff::film::{needed, only};

/// Items in a file: a picture of two hundred megapixels in tiles has some hundreds.
pub(super) const MOST: usize = 4096;
pub(super) const TOO_MANY: CleanError = CleanError::TooLarge("it is made of too many parts");

/// What is in a still.
pub(in crate::formats::bmff) struct Items<'b> {
    pub(in crate::formats::bmff) list: Vec<Item<'b>>,
    pub(in crate::formats::bmff) primary: u32,
    pub(in crate::formats::bmff) references: Vec<Reference>,
}

/// One of them.
pub(in crate::formats::bmff) struct Item<'b> {
    pub(in crate::formats::bmff) number: u32,
    pub(in crate::formats::bmff) kind: Kind,
    pub(in crate::formats::bmff) is_hidden: bool,
    pub(in crate::formats::bmff) is_protected: bool,
    /// Its name, and behind it the type of its content.
    pub(in crate::formats::bmff) told: &'b [u8],
}

/// That one item has to do with others.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::formats::bmff) struct Reference {
    pub(in crate::formats::bmff) kind: Kind,
    pub(in crate::formats::bmff) from: u32,
    pub(in crate::formats::bmff) to: Vec<u32>,
}

/// How many bytes the number of an item takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ids {
    Short,
    Long,
}

/// References that are needed to show a picture.
const KEPT_REFERENCES: &[&Kind] = &[b"dimg", b"auxl", b"prem"];

/// Kinds of items that are pictures.
const PICTURES: &[&Kind] = &[
    b"hvc1", b"hev1", b"av01", b"avc1", b"jpeg", b"j2k1", b"vvc1", b"unci", b"lhv1", b"evc1",
    b"grid", b"iovl", b"iden",
];

impl<'b> Items<'b> {
    pub(in crate::formats::bmff) fn read(body: &'b [u8]) -> Result<Self, CleanError> {
        let (version, primary) = versioned(needed(body, *b"pitm")?)?;
        let ids = if version == 0 { Ids::Short } else { Ids::Long };
        let primary = ids.read(primary, 0).ok_or(SHORT)?;
        let (version, entries) = versioned(needed(body, *b"iinf")?)?;
        let skip = if version == 0 { 2 } else { 4 };
        let mut list = Vec::new();
        for entry in boxes(entries.get(skip..).ok_or(SHORT)?) {
            let entry = entry?;
            if list.len() >= MOST {
                return Err(TOO_MANY);
            }
            if entry.kind == *b"infe" {
                list.push(Item::read(entry.body)?);
            }
        }
        let numbers: BTreeSet<u32> = list.iter().map(|item| item.number).collect();
        if numbers.len() != list.len() {
            return Err(CleanError::Malformed("a part of it is there twice"));
        }
        let references = match only(body, *b"iref")? {
            Some(references) => read_references(references)?,
            None => Vec::new(),
        };
        Ok(Self { list, primary, references })
    }

    pub(super) fn find(&self, number: u32) -> Option<&Item<'b>> {
        self.list.iter().find(|item| item.number == number)
    }

    /// The references that are needed to show these items.
    pub(super) fn references_among(&self, wanted: &BTreeSet<u32>) -> Vec<Reference> {
        self.references
            .iter()
            .filter(|reference| {
                KEPT_REFERENCES.contains(&&reference.kind) && wanted.contains(&reference.from)
            })
            .map(|reference| Reference {
                to: reference.to.iter().copied().filter(|to| wanted.contains(to)).collect(),
                ..reference.clone()
            })
            .filter(|reference| !reference.to.is_empty())
            .collect()
    }
}

impl<'b> Item<'b> {
    fn read(body: &'b [u8]) -> Result<Self, CleanError> {
        let &[version, _, _, flags] = body.first_chunk::<4>().ok_or(SHORT)?;
        let ids = if version == 3 { Ids::Long } else { Ids::Short };
        let number = ids.read(body, 4).ok_or(SHORT)?;
        let behind = 4 + ids.bytes();
        let protection = u16_at(body, behind).ok_or(SHORT)?;
        let kind = match version {
            // Before version 2 an item had a type of content and no kind.
            0 | 1 => [0; 4],
            _ => body
                .get(behind + 2..behind + 6)
                .and_then(|kind| kind.try_into().ok())
                .ok_or(SHORT)?,
        };
        Ok(Self {
            number,
            kind,
            is_hidden: flags & 1 == 1,
            is_protected: protection != 0,
            told: body.get(behind + 6..).unwrap_or_default(),
        })
    }

    pub(super) fn is_picture(&self) -> bool {
        PICTURES.contains(&&self.kind)
    }

    /// The type of its content, where it has one.
    pub(super) fn content_type(&self) -> &'b [u8] {
        self.told.split(|&byte| byte == 0).nth(1).unwrap_or_default()
    }
}

fn read_references(body: &[u8]) -> Result<Vec<Reference>, CleanError> {
    let (version, rest) = versioned(body)?;
    let ids = if version == 0 { Ids::Short } else { Ids::Long };
    let mut references = Vec::new();
    let mut all = 0;
    for found in boxes(rest) {
        let found = found?;
        let count = usize::from(u16_at(found.body, ids.bytes()).ok_or(SHORT)?);
        all += count + 1;
        if all > 4 * MOST {
            return Err(TOO_MANY);
        }
        let to: Option<Vec<u32>> = (0..count)
            .map(|index| ids.read(found.body, ids.bytes() + 2 + index * ids.bytes()))
            .collect();
        let from = ids.read(found.body, 0).ok_or(SHORT)?;
        references.push(Reference { kind: found.kind, from, to: to.ok_or(SHORT)? });
    }
    Ok(references)
}

impl Reference {
    pub(super) fn written(&self, ids: Ids) -> Vec<u8> {
        let count = u16::try_from(self.to.len()).unwrap_or(u16::MAX).to_be_bytes();
        let to: Vec<u8> = self.to.iter().flat_map(|&to| ids.written(to)).collect();
        boxed(self.kind, &[&ids.written(self.from), &count, &to])
    }
}

impl Ids {
    pub(super) const fn bytes(self) -> usize {
        self.pick(2, 4)
    }

    /// One of two things, by how many bytes a number takes.
    pub(super) const fn pick<T: Copy>(self, short: T, long: T) -> T {
        match self {
            Self::Short => short,
            Self::Long => long,
        }
    }

    pub(super) fn read(self, bytes: &[u8], at: usize) -> Option<u32> {
        match self {
            Self::Short => u16_at(bytes, at).map(u32::from),
            Self::Long => u32_at(bytes, at),
        }
    }

    /// A number; those that need four bytes make all of them take four.
    pub(super) fn written(self, number: u32) -> Vec<u8> {
        match (self, u16::try_from(number)) {
            (Self::Short, Ok(short)) => short.to_be_bytes().to_vec(),
            _ => number.to_be_bytes().to_vec(),
        }
    }

    pub(super) fn count(self, count: u32) -> Vec<u8> {
        self.written(count)
    }

    /// Version and flags.
    pub(super) const fn head(self, short: u8, long: u8) -> [u8; 4] {
        [self.pick(short, long), 0, 0, 0]
    }

    pub(super) fn item_entry(self, number: u32, kind: Kind, is_hidden: bool) -> Vec<u8> {
        let head = [self.pick(2, 3), 0, 0, u8::from(is_hidden)];
        boxed(*b"infe", &[&head, &self.written(number), &[0, 0], &kind, &[0]])
    }
}

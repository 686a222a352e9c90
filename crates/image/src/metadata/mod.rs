//! What metadata say, whatever the container that carried them.
//!
//! Walkers hand each block that they find to the reader of its kind, and every reader writes into one
//! [`Gathered`]. A block that cannot be read is reported as one; none is believed about its own size.

use std::collections::HashSet;

use gatepost_model::Limits;

use crate::device::DeviceData;
use crate::examination::{MetaText, TextKind};
use crate::exposure::{Exposure, Location, Origin};

pub(crate) mod credentials;
pub(crate) mod exif;
pub(crate) mod inflate;
pub(crate) mod iptc;
pub(crate) mod photoshop;
pub(crate) mod text;
pub(crate) mod tiff;
pub(crate) mod xmp;
mod xmp_names;

/// What was gathered of a file so far, and what may still be spent on it.
pub(crate) struct Gathered {
    pub(crate) exposures: Vec<Exposure>,
    pub(crate) texts: Vec<MetaText>,
    pub(crate) device: DeviceData,
    orientation: Option<u8>,
    seen: HashSet<(TextKind, String)>,
    text_left: u64,
    inflate_left: usize,
    overflow: bool,
    picture: Picture,
    depth: usize,
}

/// Which of the pictures in a file the metadata are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Picture {
    Shown,
    Hidden,
}

/// How many times the words of a post the metadata of one file may hold.
const TEXTS_OF_A_POST: u64 = 16;
/// How many texts and exposures one file may bring.
const MOST_TEXTS: usize = 4096;
/// How many levels of blocks within blocks are read.
const DEEPEST: usize = 3;
/// How many bytes may come out of compressed metadata, all in all.
const MOST_INFLATED: usize = 32 << 20;

impl Gathered {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            exposures: Vec::new(),
            texts: Vec::new(),
            device: DeviceData::default(),
            orientation: None,
            seen: HashSet::new(),
            text_left: limits.text_bytes.saturating_mul(TEXTS_OF_A_POST),
            inflate_left: MOST_INFLATED,
            overflow: false,
            picture: Picture::Shown,
            depth: 0,
        }
    }

    /// Reads a block that lies within another. Blocks can hold each other in turn: past a few levels they
    /// are not looked into.
    pub(crate) fn nested(&mut self, bytes: usize, read: impl FnOnce(&mut Self)) {
        if self.depth >= DEEPEST {
            self.expose(Exposure::UnknownData { bytes });
            return;
        }
        self.depth += 1;
        read(self);
        self.depth -= 1;
    }

    /// From here on, what is read belongs to a picture behind the shown one: it says nothing of how the
    /// shown one must be turned, nor what took it.
    pub(crate) fn hidden_picture(&mut self) {
        self.picture = Picture::Hidden;
    }

    pub(crate) fn expose(&mut self, exposure: Exposure) {
        if self.exposures.len() < MOST_TEXTS {
            self.exposures.push(exposure);
        } else {
            self.overflow = true;
        }
    }

    /// Notes words. Blank ones are none, and the same words of one kind count once.
    pub(crate) fn text(
        &mut self,
        kind: TextKind,
        label: &'static str,
        origin: Origin,
        words: &str,
    ) {
        let words = words.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        if words.is_empty() {
            return;
        }
        let key = (kind, words.to_owned());
        if self.seen.contains(&key) {
            return;
        }
        let length = u64::try_from(words.len()).unwrap_or(u64::MAX);
        if length > self.text_left || self.texts.len() >= MOST_TEXTS {
            self.overflow = true;
        } else {
            self.text_left -= length;
            self.texts.push(MetaText { label, text: words.to_owned(), kind });
            self.seen.insert(key);
        }
        self.expose(match kind {
            TextKind::Caption | TextKind::Keyword | TextKind::Comment => Exposure::Caption(origin),
            TextKind::Person => Exposure::PersonTag(origin),
            TextKind::Owner => Exposure::OwnerName(origin),
            TextKind::Copyright => Exposure::Copyright { notice: words.to_owned(), origin },
            TextKind::Place => Exposure::Location(Location::Named),
        });
    }

    pub(crate) fn time(&mut self, origin: Origin, written: &str) {
        let written = written.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        // Cameras whose clock was never set write zeros or blanks.
        if written.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
            let written = written.chars().take(64).collect();
            self.expose(Exposure::Timestamp { written, origin });
        }
    }

    pub(crate) fn make(&mut self, origin: Origin, make: &str) {
        self.device_part(origin, make, |device| &mut device.make);
    }

    pub(crate) fn model(&mut self, origin: Origin, model: &str) {
        self.device_part(origin, model, |device| &mut device.model);
    }

    /// The serial number of the camera body.
    pub(crate) fn serial(&mut self, origin: Origin, serial: &str) {
        if trimmed(serial).bytes().any(|byte| byte != b'0') {
            self.expose(Exposure::DeviceSerial(origin));
            if self.picture == Picture::Shown && self.device.serial.is_none() {
                self.device.serial = Some(trimmed(serial).to_owned());
            }
        }
    }

    fn device_part(
        &mut self,
        origin: Origin,
        value: &str,
        part: fn(&mut DeviceData) -> &mut Option<String>,
    ) {
        let value = trimmed(value);
        if value.is_empty() {
            return;
        }
        if !self.exposures.contains(&Exposure::Device(origin)) {
            self.expose(Exposure::Device(origin));
        }
        if self.picture == Picture::Shown {
            part(&mut self.device).get_or_insert_with(|| value.chars().take(256).collect());
        }
    }

    /// How the shown picture must be turned; the first block that says so counts.
    pub(crate) fn turn(&mut self, orientation: u8) {
        if self.picture == Picture::Shown && self.orientation.is_none() {
            self.orientation = Some(orientation);
        }
    }

    /// 1 to 8, as EXIF counts.
    pub(crate) fn orientation(&self) -> u8 {
        self.orientation.unwrap_or(1)
    }

    /// The bytes in a zlib stream, as far as the budget goes; `None` if it is damaged or past it.
    pub(crate) fn inflate(&mut self, stream: &[u8]) -> Option<Vec<u8>> {
        match inflate::whole(stream, self.inflate_left) {
            Ok(bytes) => {
                self.inflate_left -= bytes.len().min(self.inflate_left);
                Some(bytes)
            }
            Err(inflate::Stop::Budget) => {
                self.inflate_left = 0;
                self.overflow = true;
                None
            }
            Err(inflate::Stop::Damaged) => None,
        }
    }

    /// True if something was left unread because there was too much of it.
    pub(crate) fn overflowed(&self) -> bool {
        self.overflow
    }
}

fn trimmed(value: &str) -> &str {
    value.trim_matches(|c: char| c.is_whitespace() || c == '\0')
}

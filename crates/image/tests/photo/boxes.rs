//! Films and stills made of boxes by code, with whatever a test wants them to give away.
//!
//! The coded data are made up: nobody decodes them here. What says how they lie in the file is as cameras and phones
//! write it.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "kinds of boxes are written as they are read: b\"moov\""
)]

/// A box.
pub(crate) fn boxed(kind: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
    [&length[..], kind, &body].concat()
}

/// A box with version 0 and flags.
pub(crate) fn full(kind: &[u8; 4], flags: u8, body: &[u8]) -> Vec<u8> {
    boxed(kind, &[&[0, 0, 0, flags], body])
}

pub(crate) fn longs(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// A film to be made.
#[derive(Debug, Clone)]
pub(crate) struct Film {
    pub(crate) brand: [u8; 4],
    /// Seconds since 1904 at which it was made.
    pub(crate) made: u32,
    pub(crate) encoder: &'static str,
    pub(crate) handler: &'static str,
    /// Boxes behind the tracks in `moov`.
    pub(crate) notes: Vec<u8>,
    /// A track that says something while the film runs: kind of handler, sample entry and sample.
    pub(crate) timed: Option<([u8; 4], Vec<u8>, Vec<u8>)>,
    /// Bytes in the media data that nothing points at.
    pub(crate) gap: Vec<u8>,
    /// Boxes before and behind the others.
    pub(crate) before: Vec<u8>,
    pub(crate) behind: Vec<u8>,
    /// Kind of the picture's sample entry, and boxes in it.
    pub(crate) entry: [u8; 4],
    pub(crate) configuration: Vec<u8>,
    pub(crate) matrix: [u32; 9],
}

/// Not turned; and turned by a quarter, as phones held upright write it.
pub(crate) const UPRIGHT: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
pub(crate) const TURNED: [u32; 9] = [0, 0x1_0000, 0, 0xFFFF_0000, 0, 0, 0x100_0000, 0, 0x4000_0000];

impl Default for Film {
    fn default() -> Self {
        Self {
            brand: *b"mp42",
            made: 0,
            encoder: "",
            handler: "",
            notes: Vec::new(),
            timed: None,
            gap: Vec::new(),
            before: Vec::new(),
            behind: Vec::new(),
            entry: *b"avc1",
            configuration: boxed(b"avcC", &[b"\x01\x42\0\x1e\xff\xe1\0\x02\x67\x42\x01\0\x01\x68"]),
            matrix: UPRIGHT,
        }
    }
}

/// The chunks of a track: how long each sample is, and what it is filled with.
struct Chunks {
    sizes: Vec<u32>,
    fill: u8,
}

impl Film {
    /// A film that gives away whatever a film can.
    pub(crate) fn telling() -> Self {
        let text = |kind: &[u8; 4], words: &str| {
            let length = u16::try_from(words.len()).unwrap().to_be_bytes();
            boxed(kind, &[&length, &[0x15, 0xC7], words.as_bytes()])
        };
        let notes = [
            text(b"\xa9xyz", "+52.6690-000.7280+040.000/"),
            text(b"\xa9nam", "CANARY sports day"),
            text(b"\xa9mak", "Apple"),
            text(b"\xa9mod", "iPad (9th generation)"),
            boxed(b"odd!", &[b"CANARY"]),
        ];
        let keys = keyed(&[
            ("com.apple.quicktime.location.ISO6709", "+52.6690-000.7280+040.000/"),
            ("com.apple.quicktime.author", "CANARY teacher"),
            ("com.apple.quicktime.creationdate", "2026-05-14T10:31:07+0100"),
        ]);
        let camm = [
            b"\0\0\x05\0".as_slice(),
            &52.5_f64.to_le_bytes(),
            &(-0.75_f64).to_le_bytes(),
            &[0; 8],
        ];
        Self {
            made: 3_861_599_467,
            encoder: "CANARY encoder",
            handler: "CANARY handler",
            notes: [boxed(b"udta", &[&notes.concat()]), keys].concat(),
            timed: Some((*b"meta", boxed(b"camm", &[&[0; 8]]), camm.concat())),
            gap: b"CANARY in a gap".to_vec(),
            before: boxed(b"free", &[b"CANARY in free space"]),
            behind: boxed(b"uuid", &[b"0123456789abcdef", b"CANARY"]),
            matrix: TURNED,
            ..Self::default()
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let picture = Chunks { sizes: vec![40, 25, 31, 7, 64, 12], fill: b'p' };
        let sound = Chunks { sizes: vec![9, 9, 8, 9], fill: b's' };
        let kind = boxed(b"ftyp", &[&self.brand, &[0, 0, 2, 0], &self.brand, b"isom", b"nras"]);
        let kind = [kind, self.before.clone()].concat();
        // Twice: the first time to see how long it is.
        let moov = self.moov(&picture, &sound, 0).0;
        let base = u32::try_from(kind.len() + moov.len() + 8).unwrap();
        let (moov, data) = self.moov(&picture, &sound, base);
        [kind, moov, boxed(b"mdat", &[&data]), self.behind.clone()].concat()
    }

    /// Two samples of the picture, two of sound, and so on, with the gap and the timed sample between.
    fn moov(&self, picture: &Chunks, sound: &Chunks, base: u32) -> (Vec<u8>, Vec<u8>) {
        let mut data = self.gap.clone();
        let mut places = [Vec::new(), Vec::new()];
        for index in 0..3 {
            for (track, chunks) in [picture, sound].into_iter().enumerate() {
                let samples = chunks.sizes.iter().skip(2 * index).take(2);
                places[track].push(base + u32::try_from(data.len()).unwrap());
                for (number, &size) in samples.enumerate() {
                    let fill = chunks.fill + u8::try_from(index * 2 + number).unwrap();
                    data.extend(vec![fill; size as usize]);
                }
            }
            if index == 0 {
                data.extend(&self.gap);
            }
        }
        places[1].truncate(2);
        let picture_entry = {
            let mut head = vec![0; 78];
            head[7] = 1;
            head[24..28].copy_from_slice(&[1, 0x40, 0, 0xF0]);
            head[42] = u8::try_from(self.encoder.len()).unwrap();
            head[43..43 + self.encoder.len()].copy_from_slice(self.encoder.as_bytes());
            boxed(&self.entry, &[&head, &self.configuration])
        };
        let sound_entry = {
            let mut head = vec![0; 28];
            head[7] = 1;
            head[17] = 1;
            head[19] = 16;
            boxed(b"samr", &[&head, &boxed(b"damr", &[b"CANA\0\x81\xff\0\x01"])])
        };
        let mut tracks = [
            self.track(1, b"vide", &picture_entry, &picture.sizes, &places[0], 2),
            self.track(2, b"soun", &sound_entry, &sound.sizes, &places[1], 2),
        ]
        .concat();
        if let Some((handler, entry, sample)) = &self.timed {
            let size = u32::try_from(sample.len()).unwrap();
            let place = base + u32::try_from(data.len()).unwrap();
            data.extend(sample);
            tracks.extend(self.track(3, handler, entry, &[size], &[place], 1));
        }
        let mut header = longs(&[0, self.made, self.made, 600, 600, 0x1_0000, 0x100_0000, 0, 0]);
        header.extend(longs(&UPRIGHT));
        header.extend(longs(&[0, 0, 0, 0, 0, 0, 4]));
        let header = boxed(b"mvhd", &[&header]);
        (boxed(b"moov", &[&header, &tracks, &self.notes]), data)
    }

    fn track(
        &self,
        number: u32,
        handler: &[u8; 4],
        entry: &[u8],
        sizes: &[u32],
        places: &[u32],
        each: u32,
    ) -> Vec<u8> {
        let count = |list: &[u32]| u32::try_from(list.len()).unwrap();
        let mut header = longs(&[7, self.made, self.made, number, 0, 600, 0, 0, 0, 0x100_0000]);
        header.extend(longs(&self.matrix));
        header.extend(longs(&[320 << 16, 240 << 16]));
        let edits = full(b"elst", 0, &longs(&[1, 600, 0, 0x1_0000]));
        let language = 0x15C7_0000;
        let media = longs(&[0, self.made, self.made, 600, 600, language]);
        let name = [b"\0\0\0\0".as_slice(), handler, &[0; 12], self.handler.as_bytes(), &[0]];
        let lies_here = full(b"dref", 0, &[longs(&[1]), full(b"url ", 1, &[])].concat());
        let tables = [
            full(b"stsd", 0, &[&longs(&[1]), entry].concat()),
            full(b"stts", 0, &longs(&[1, count(sizes), 100])),
            full(b"stsc", 0, &longs(&[1, 1, each, 1])),
            full(b"stsz", 0, &[longs(&[0, count(sizes)]), longs(sizes)].concat()),
            full(b"stco", 0, &[longs(&[count(places)]), longs(places)].concat()),
        ];
        let mixed = match handler {
            b"vide" => full(b"vmhd", 1, &[0; 8]),
            b"soun" => full(b"smhd", 0, &[0; 4]),
            _ => full(b"nmhd", 0, &[]),
        };
        let information =
            [mixed, boxed(b"dinf", &[&lies_here]), boxed(b"stbl", &[&tables.concat()])];
        let inside = [
            boxed(b"mdhd", &[&media]),
            full(b"hdlr", 0, &name.concat()),
            boxed(b"minf", &[&information.concat()]),
        ];
        let parts = [
            boxed(b"tkhd", &[&header]),
            boxed(b"edts", &[&edits]),
            boxed(b"mdia", &[&inside.concat()]),
        ];
        boxed(b"trak", &[&parts.concat()])
    }
}

/// Apple's list of metadata with names.
pub(crate) fn keyed(entries: &[(&str, &str)]) -> Vec<u8> {
    let count = u32::try_from(entries.len()).unwrap();
    let names: Vec<u8> =
        entries.iter().flat_map(|(name, _)| boxed(b"mdta", &[name.as_bytes()])).collect();
    let values: Vec<u8> = (1_u32..)
        .zip(entries)
        .flat_map(|(index, (_, value))| {
            let data = boxed(b"data", &[&longs(&[1, 0]), value.as_bytes()]);
            boxed(&index.to_be_bytes(), &[&data])
        })
        .collect();
    let handler = full(b"hdlr", 0, &[b"\0\0\0\0mdta".as_slice(), &[0; 13]].concat());
    let keys = full(b"keys", 0, &[longs(&[count]), names].concat());
    boxed(b"meta", &[&handler, &keys, &boxed(b"ilst", &[&values])])
}

/// A still to be made: a grid of two tiles with its transparency.
#[derive(Debug, Clone)]
pub(crate) struct Still {
    pub(crate) brand: [u8; 4],
    /// The EXIF block and the XMP packet.
    pub(crate) exif: Option<Vec<u8>>,
    pub(crate) xmp: Option<String>,
    /// A thumbnail, and a depth map.
    pub(crate) thumbnail: bool,
    pub(crate) depth: bool,
    /// A second picture, neither hidden nor a helper.
    pub(crate) second: bool,
    pub(crate) gap: Vec<u8>,
    pub(crate) behind: Vec<u8>,
    pub(crate) name: &'static str,
    /// More properties of the primary picture: each must be understood, or need not.
    pub(crate) properties: Vec<(Vec<u8>, bool)>,
}

impl Default for Still {
    fn default() -> Self {
        Self {
            brand: *b"heic",
            exif: None,
            xmp: None,
            thumbnail: false,
            depth: false,
            second: false,
            gap: Vec::new(),
            behind: Vec::new(),
            name: "",
            properties: Vec::new(),
        }
    }
}

/// An item: number, kind, hidden, data, indices of properties with the bit for those that must be understood.
struct Entry {
    number: u16,
    kind: [u8; 4],
    hidden: bool,
    content_type: &'static str,
    data: Vec<u8>,
    inner: bool,
    properties: Vec<u8>,
}

const ALPHA: &[u8] = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0";
const DEPTH: &[u8] = b"urn:mpeg:hevc:2015:auxid:2\0";

/// Coded data of one unit: a picture, filled with one letter.
fn coded(fill: u8, length: u8) -> Vec<u8> {
    [&[0, 0, 0, length + 2, 0x26, 1], vec![fill; usize::from(length)].as_slice()].concat()
}

impl Still {
    /// A still that gives away whatever a still can.
    pub(crate) fn telling(exif: Vec<u8>, xmp: String) -> Self {
        let words = [b"\0\0\0\0en\0CANARY\0CANARY words\0\0".as_slice()];
        Self {
            exif: Some(exif),
            xmp: Some(xmp),
            thumbnail: true,
            depth: true,
            gap: b"CANARY in a gap".to_vec(),
            behind: boxed(b"free", &[b"CANARY in free space"]),
            name: "CANARY",
            properties: vec![(boxed(b"udes", &words), false), (boxed(b"irot", &[&[1]]), true)],
            ..Self::default()
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let kind = boxed(b"ftyp", &[&self.brand, &[0; 4], b"mif1", &self.brand, b"CAEP"]);
        let length = self.meta(0).0.len();
        let base = u32::try_from(kind.len() + length + 8).unwrap();
        let (meta, data) = self.meta(base);
        [kind, meta, boxed(b"mdat", &[&data]), self.behind.clone()].concat()
    }

    fn meta(&self, base: u32) -> (Vec<u8>, Vec<u8>) {
        // A configuration with a parameter set, and a message in which the encoder names itself.
        let mut configuration = vec![1; 21];
        configuration.extend([0xFF, 2, 0xA1, 0, 1, 0, 3, 0x42, 1, 7]);
        configuration.extend([0xA7, 0, 1, 0, 10, 0x4E, 1, 5, 6]);
        configuration.extend(b"CANARY");
        let size = |width, height| full(b"ispe", 0, &longs(&[width, height]));
        let mut list = vec![
            size(128, 64),
            size(64, 64),
            boxed(b"hvcC", &[&configuration]),
            full(b"auxC", 0, ALPHA),
            full(b"auxC", 0, DEPTH),
            full(b"pixi", 0, &[3, 8, 8, 8]),
        ];
        let mut of_primary = vec![1, 6];
        for (property, essential) in &self.properties {
            list.push(property.clone());
            of_primary.push(u8::try_from(list.len()).unwrap() | if *essential { 0x80 } else { 0 });
        }
        let coded_item = |number, data: Vec<u8>, properties: &[u8]| Entry {
            number,
            kind: *b"hvc1",
            hidden: true,
            content_type: "",
            data,
            inner: false,
            properties: properties.to_vec(),
        };
        let mut items = vec![
            coded_item(1, coded(b'a', 30), &[2, 0x83]),
            coded_item(2, coded(b'b', 44), &[2, 0x83]),
            Entry {
                number: 3,
                kind: *b"grid",
                hidden: false,
                content_type: "",
                data: vec![0, 0, 0, 1, 0, 128, 0, 64],
                inner: true,
                properties: of_primary,
            },
            coded_item(4, coded(b'c', 20), &[1, 0x83, 0x84]),
        ];
        let mut references = vec![(*b"dimg", 3_u16, vec![1_u16, 2]), (*b"auxl", 4, vec![3])];
        if self.thumbnail {
            items.push(coded_item(5, coded(b'T', 12), &[2, 0x83]));
            references.push((*b"thmb", 5, vec![3]));
        }
        if self.depth {
            items.push(coded_item(6, coded(b'D', 14), &[2, 0x83, 0x85]));
            references.push((*b"auxl", 6, vec![3]));
        }
        if self.second {
            items.push(Entry { hidden: false, ..coded_item(7, coded(b'Z', 14), &[2, 0x83]) });
        }
        let mut metadata = |number, kind: [u8; 4], content_type, data: Vec<u8>| {
            let properties = Vec::new();
            items.push(Entry {
                number,
                kind,
                hidden: true,
                content_type,
                data,
                inner: false,
                properties,
            });
            references.push((*b"cdsc", number, vec![3]));
        };
        if let Some(block) = &self.exif {
            metadata(8, *b"Exif", "", [&[0, 0, 0, 0], block.as_slice()].concat());
        }
        if let Some(packet) = &self.xmp {
            metadata(9, *b"mime", "application/rdf+xml", packet.clone().into_bytes());
        }
        self.assembled(&items, &list, &references, base)
    }

    fn assembled(
        &self,
        items: &[Entry],
        list: &[Vec<u8>],
        references: &[([u8; 4], u16, Vec<u16>)],
        base: u32,
    ) -> (Vec<u8>, Vec<u8>) {
        let count = u16::try_from(items.len()).unwrap().to_be_bytes();
        let (mut data, mut inner) = (self.gap.clone(), Vec::new());
        let (mut entries, mut places, mut associations) = (Vec::new(), Vec::new(), Vec::new());
        for item in items {
            let number = item.number.to_be_bytes();
            let told = [self.name, "\0", item.content_type, "\0"].concat();
            let body = [&number[..], &[0, 0], &item.kind, told.as_bytes()].concat();
            entries.extend(boxed(b"infe", &[&[2, 0, 0, u8::from(item.hidden)], &body]));
            let into = if item.inner { &mut inner } else { &mut data };
            let start = if item.inner { 0 } else { base } + u32::try_from(into.len()).unwrap();
            into.extend(&item.data);
            places.extend([&number[..], &[0, u8::from(item.inner), 0, 0, 0, 1]].concat());
            places.extend(longs(&[start, u32::try_from(item.data.len()).unwrap()]));
            if !item.inner {
                data.extend(&self.gap);
            }
            if !item.properties.is_empty() {
                associations.extend(number);
                associations.push(u8::try_from(item.properties.len()).unwrap());
                associations.extend(&item.properties);
            }
        }
        let associated = items.iter().filter(|item| !item.properties.is_empty()).count();
        let associated = u32::try_from(associated).unwrap();
        let related: Vec<u8> = references
            .iter()
            .flat_map(|(kind, from, to)| {
                let count = u16::try_from(to.len()).unwrap().to_be_bytes();
                let to: Vec<u8> = to.iter().flat_map(|to| to.to_be_bytes()).collect();
                boxed(kind, &[&from.to_be_bytes(), &count, &to])
            })
            .collect();
        let handler = [b"\0\0\0\0pict".as_slice(), &[0; 12], self.name.as_bytes(), &[0]].concat();
        let parts = [
            full(b"hdlr", 0, &handler),
            full(b"pitm", 0, &[0, 3]),
            boxed(b"iloc", &[&[1, 0, 0, 0, 0x44, 0], &count, &places]),
            full(b"iinf", 0, &[&count, entries.as_slice()].concat()),
            full(b"iref", 0, &related),
            boxed(
                b"iprp",
                &[
                    &boxed(b"ipco", &[&list.concat()]),
                    &full(b"ipma", 0, &[longs(&[associated]), associations].concat()),
                ],
            ),
            boxed(b"idat", &[&inner]),
        ];
        (full(b"meta", 0, &parts.concat()), data)
    }
}

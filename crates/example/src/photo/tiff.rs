//! Writes TIFF directories, the form in which EXIF keeps what a camera knows (TIFF 6.0, section 2).
//!
//! It writes what it is told, at offsets that it works out: no field is checked for sense.

/// Which end of a number comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// `II`, as Canon writes.
    Little,
    /// `MM`, as Apple writes.
    Big,
}

/// A directory: its fields, by rising tag.
#[derive(Debug, Default)]
pub(crate) struct Directory(Vec<(u16, Value)>);

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Value {
    Ascii(String),
    Byte(Vec<u8>),
    Undefined(Vec<u8>),
    Short(u16),
    Long(u32),
    Rational(Vec<(u32, u32)>),
    /// A directory elsewhere, and a pointer to it.
    Directory(Directory),
    /// Bytes elsewhere, and a pointer to them.
    Elsewhere(Vec<u8>),
    /// A maker's own directory. With a header its offsets count from the header, else from the file.
    Maker(&'static [u8], Directory),
}

impl Directory {
    /// Adds a field.
    pub(crate) fn put(&mut self, tag: u16, value: Value) {
        self.0.push((tag, value));
    }
}

/// A TIFF of these directories, one after the other.
pub(crate) fn write(order: Order, directories: Vec<Directory>) -> Vec<u8> {
    let mut out = match order {
        Order::Little => b"II".to_vec(),
        Order::Big => b"MM".to_vec(),
    };
    out.extend(short(order, 42));
    let mut link = out.len();
    out.extend(long(order, 0));
    for directory in directories {
        let at = out.len();
        set(&mut out, link, long(order, at));
        let (bytes, next) = lay_out(order, directory, at);
        link = at + next;
        out.extend(bytes);
    }
    out
}

/// The bytes of a directory that begins at `at`, and where in them its link to the next one stands.
fn lay_out(order: Order, directory: Directory, at: usize) -> (Vec<u8>, usize) {
    let Directory(mut fields) = directory;
    fields.sort_by_key(|(tag, _)| *tag);
    let link = 2 + 12 * fields.len();
    let start = link + 4;
    let mut table = short(order, fields.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    for (tag, value) in fields {
        if !data.len().is_multiple_of(2) {
            data.push(0);
        }
        let place = at + start + data.len();
        let (kind, count, bytes) = encode(order, value, place, &mut data);
        table.extend(short(order, usize::from(tag)));
        table.extend(short(order, kind));
        table.extend(long(order, count));
        if bytes.len() <= 4 {
            let mut inline = bytes;
            inline.resize(4, 0);
            table.extend(inline);
        } else {
            table.extend(long(order, place));
            data.extend(bytes);
        }
    }
    table.extend(long(order, 0));
    table.extend(data);
    if !table.len().is_multiple_of(2) {
        table.push(0);
    }
    (table, link)
}

/// Type, count and bytes of a value; what lies elsewhere goes to `data`, which continues at `place`.
fn encode(order: Order, value: Value, place: usize, data: &mut Vec<u8>) -> (usize, usize, Vec<u8>) {
    match value {
        Value::Byte(bytes) => (1, bytes.len(), bytes),
        Value::Ascii(text) => {
            let mut bytes = text.into_bytes();
            bytes.push(0);
            (2, bytes.len(), bytes)
        }
        Value::Short(number) => (3, 1, short(order, usize::from(number)).to_vec()),
        Value::Long(number) => (4, 1, number_bytes(order, number).to_vec()),
        Value::Rational(numbers) => {
            let bytes = numbers
                .iter()
                .flat_map(|(over, under)| [*over, *under])
                .flat_map(|number| number_bytes(order, number))
                .collect();
            (5, numbers.len(), bytes)
        }
        Value::Undefined(bytes) => (7, bytes.len(), bytes),
        Value::Maker(header, directory) => {
            let base = if header.is_empty() { place } else { header.len() };
            let mut bytes = header.to_vec();
            bytes.extend(lay_out(order, directory, base).0);
            (7, bytes.len(), bytes)
        }
        Value::Directory(directory) => {
            data.extend(lay_out(order, directory, place).0);
            (4, 1, long(order, place).to_vec())
        }
        Value::Elsewhere(bytes) => {
            data.extend(bytes);
            (4, 1, long(order, place).to_vec())
        }
    }
}

fn short(order: Order, number: usize) -> [u8; 2] {
    let number = u16::try_from(number).unwrap_or(u16::MAX);
    match order {
        Order::Little => number.to_le_bytes(),
        Order::Big => number.to_be_bytes(),
    }
}

fn long(order: Order, number: usize) -> [u8; 4] {
    number_bytes(order, u32::try_from(number).unwrap_or(u32::MAX))
}

fn number_bytes(order: Order, number: u32) -> [u8; 4] {
    match order {
        Order::Little => number.to_le_bytes(),
        Order::Big => number.to_be_bytes(),
    }
}

fn set(out: &mut [u8], at: usize, bytes: [u8; 4]) {
    for (place, byte) in out.iter_mut().skip(at).zip(bytes) {
        *place = byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_fits_stands_in_the_table() {
        let mut directory = Directory::default();
        directory.put(0x0112, Value::Short(6));
        let expected = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        assert_eq!(write(Order::Big, vec![directory]), expected);
    }

    #[test]
    fn another_reader_finds_what_was_written() {
        for order in [Order::Little, Order::Big] {
            let mut inner = Directory::default();
            inner.put(0xA431, Value::Ascii("293071004418".to_owned()));
            let mut outer = Directory::default();
            outer.put(0x8769, Value::Directory(inner));
            outer.put(0x010F, Value::Ascii("Canon".to_owned()));
            let read = exif::Reader::new().read_raw(write(order, vec![outer])).unwrap();
            let text = |tag| {
                let field = read.get_field(tag, exif::In::PRIMARY).unwrap();
                field.display_value().to_string()
            };
            assert_eq!(text(exif::Tag::Make), "\"Canon\"");
            assert_eq!(text(exif::Tag::BodySerialNumber), "\"293071004418\"");
        }
    }
}

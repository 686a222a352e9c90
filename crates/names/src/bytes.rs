//! Tables as bytes, and back: all numbers little-endian, every list behind its length.
//!
//! In: the tables of an index. Out: bytes, the same on every machine; and from bytes the tables, or nothing
//! if they end early. No list is made room for before the bytes for it are there.

/// Writes tables.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    /// Adds a number.
    pub(crate) fn number(&mut self, number: u32) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    /// Adds a list of bytes.
    pub(crate) fn raw(&mut self, list: &[u8]) {
        self.length(list.len());
        self.bytes.extend_from_slice(list);
    }

    /// Adds a list of numbers.
    pub(crate) fn numbers(&mut self, list: impl ExactSizeIterator<Item = u32>) {
        self.length(list.len());
        list.for_each(|number| self.number(number));
    }

    /// Adds a list of pairs.
    pub(crate) fn pairs(&mut self, list: impl ExactSizeIterator<Item = (u32, u32)>) {
        self.length(list.len());
        for (one, other) in list {
            self.number(one);
            self.number(other);
        }
    }

    /// Adds a list of long numbers.
    pub(crate) fn longs(&mut self, list: &[u64]) {
        self.length(list.len());
        for long in list {
            self.bytes.extend_from_slice(&long.to_le_bytes());
        }
    }

    fn length(&mut self, length: usize) {
        self.bytes.extend_from_slice(&(length as u64).to_le_bytes());
    }
}

/// Reads tables.
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    /// Reads these bytes.
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// True if everything was read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// A number.
    pub(crate) fn number(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// A list of bytes.
    pub(crate) fn raw(&mut self) -> Option<&'b [u8]> {
        self.list(1)
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Option<String> {
        self.raw().and_then(|bytes| std::str::from_utf8(bytes).ok()).map(str::to_owned)
    }

    /// A list of numbers.
    pub(crate) fn numbers(&mut self) -> Option<Box<[u32]>> {
        let (numbers, _) = self.list(4)?.as_chunks();
        Some(numbers.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect())
    }

    /// A list of pairs, each as `make` makes it.
    pub(crate) fn pairs<T>(&mut self, make: impl Fn(u32, u32) -> T) -> Option<Box<[T]>> {
        let (pairs, _) = self.list(8)?.as_chunks::<8>();
        let number = |[a, b, c, d]: [u8; 4]| u32::from_le_bytes([a, b, c, d]);
        Some(
            pairs
                .iter()
                .map(|&[a, b, c, d, e, f, g, h]| make(number([a, b, c, d]), number([e, f, g, h])))
                .collect(),
        )
    }

    /// A list of long numbers.
    pub(crate) fn longs(&mut self) -> Option<Box<[u64]>> {
        let (longs, _) = self.list(8)?.as_chunks();
        Some(longs.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect())
    }

    fn list(&mut self, size: usize) -> Option<&'b [u8]> {
        let length = usize::try_from(self.take().map(u64::from_le_bytes)?).ok()?;
        let (list, rest) = self.rest.split_at_checked(length.checked_mul(size)?)?;
        self.rest = rest;
        Some(list)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*bytes)
    }
}

//! The elements of a JSON array, one at a time, however long it is.
//!
//! In: a stream, and the key of the array in an object, if it is not the whole. Out: the bytes of each
//! element. Only one element is in memory at a time; one larger than the limit is an error.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result};

/// How many bytes an element may have: far more than any post.
const MOST: usize = 16 << 20;

/// The elements of an array.
pub(crate) struct Elements<R> {
    source: BufReader<R>,
    begun: bool,
    ended: bool,
}

impl<R: Read> Elements<R> {
    /// The elements of the array that a stream is, or of that which stands in its object under `key`.
    /// No such key, no elements.
    pub(crate) fn new(source: R, key: Option<&str>) -> Result<Self> {
        let mut all =
            Self { source: BufReader::with_capacity(1 << 16, source), begun: false, ended: false };
        if all.peek_word()? == Some(0xef) {
            all.source.consume(3);
        }
        match key {
            None => all.expect(b'[')?,
            Some(key) => all.ended = !all.find(key)?,
        }
        Ok(all)
    }

    /// The elements of `window.YTD.NAME.partN = [...]`, the form of X. Any other name is refused.
    pub(crate) fn of_script(source: R, names: &[&str]) -> Result<Self> {
        let mut all =
            Self { source: BufReader::with_capacity(1 << 16, source), begun: false, ended: false };
        let mut head = Vec::new();
        while !head.ends_with(b"=") {
            let next = all.next_byte()?.filter(|_| head.len() < 100).ok_or_else(not_as_expected)?;
            head.push(next);
        }
        let head = String::from_utf8_lossy(&head);
        let part = head.trim_end_matches('=').trim().strip_prefix("window.YTD.");
        let (name, part) =
            part.and_then(|part| part.split_once('.')).ok_or_else(not_as_expected)?;
        let number =
            part.strip_prefix("part").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        if !names.contains(&name) || !number {
            return Err(not_as_expected());
        }
        all.expect(b'[')?;
        Ok(all)
    }

    /// The next element; none behind the last. Behind the end of a stream that is an array nothing may
    /// stand but a semicolon.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<u8>>> {
        if self.ended {
            return Ok(None);
        }
        let mut first = self.word()?;
        if self.begun && first == b',' {
            first = self.word()?;
        } else if self.begun && first != b']' {
            return Err(not_as_expected());
        }
        if first == b']' {
            self.ended = true;
            return Ok(None);
        }
        self.begun = true;
        let mut element = vec![first];
        self.value(first, &mut element)?;
        Ok(Some(element))
    }

    /// Reads on to the end of the stream, in which nothing more may stand.
    pub(crate) fn finish(mut self) -> Result<()> {
        while let Some(byte) = self.next_byte()? {
            if !byte.is_ascii_whitespace() && byte != b';' {
                return Err(not_as_expected());
            }
        }
        Ok(())
    }

    /// Goes to the first element of the array under a key of the object that the stream is.
    fn find(&mut self, key: &str) -> Result<bool> {
        self.expect(b'{')?;
        loop {
            match self.word()? {
                b'"' => {}
                b'}' => return Ok(false),
                b',' => continue,
                _ => return Err(not_as_expected()),
            }
            let mut name = vec![b'"'];
            self.value(b'"', &mut name)?;
            self.expect(b':')?;
            let first = self.word()?;
            let wanted = serde_json::from_slice::<String>(&name).is_ok_and(|name| name == key);
            if wanted && first == b'[' {
                return Ok(true);
            }
            let mut other = vec![first];
            self.value(first, &mut other)?;
        }
    }

    /// Reads the value that begins with `first` to its end.
    fn value(&mut self, first: u8, value: &mut Vec<u8>) -> Result<()> {
        let mut depth = usize::from(matches!(first, b'{' | b'['));
        let mut quoted = first == b'"';
        if !quoted && depth == 0 {
            // A number, or a word: up to what ends it.
            while let Some(next) = self.peek()? {
                if matches!(next, b',' | b']' | b'}') || next.is_ascii_whitespace() {
                    break;
                }
                value.push(next);
                self.source.consume(1);
            }
            return Ok(());
        }
        while depth > 0 || quoted {
            let next = self.next_byte()?.ok_or_else(cut_off)?;
            value.push(next);
            if value.len() > MOST {
                return Err(Error::new(ErrorKind::InvalidData, "too large"));
            }
            match next {
                b'\\' if quoted => value.push(self.next_byte()?.ok_or_else(cut_off)?),
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    fn expect(&mut self, byte: u8) -> Result<()> {
        if self.word()? == byte { Ok(()) } else { Err(not_as_expected()) }
    }

    /// The next byte that is no white space.
    fn word(&mut self) -> Result<u8> {
        loop {
            match self.next_byte()? {
                Some(byte) if byte.is_ascii_whitespace() => {}
                Some(byte) => return Ok(byte),
                None => return Err(cut_off()),
            }
        }
    }

    fn peek_word(&mut self) -> Result<Option<u8>> {
        self.peek()
    }

    fn peek(&mut self) -> Result<Option<u8>> {
        Ok(self.source.fill_buf()?.first().copied())
    }

    fn next_byte(&mut self) -> Result<Option<u8>> {
        let next = self.peek()?;
        self.source.consume(usize::from(next.is_some()));
        Ok(next)
    }
}

fn cut_off() -> Error {
    Error::new(ErrorKind::UnexpectedEof, "it is cut off")
}

fn not_as_expected() -> Error {
    Error::new(ErrorKind::InvalidData, "it is not as this export writes it")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<R: Read>(mut elements: Elements<R>) -> Result<Vec<String>> {
        let mut all = Vec::new();
        while let Some(element) = elements.next()? {
            all.push(String::from_utf8(element).unwrap());
        }
        elements.finish()?;
        Ok(all)
    }

    #[test]
    fn arrays_are_cut_into_elements() {
        let json = "\u{feff} [ {\"a\":[1,\"]\\\"}\"]} , 12,null,\"x\" ] ";
        let found = all(Elements::new(json.as_bytes(), None).unwrap()).unwrap();
        assert_eq!(found, ["{\"a\":[1,\"]\\\"}\"]}", "12", "null", "\"x\""]);
        assert_eq!(all(Elements::new(&b"[]"[..], None).unwrap()).unwrap(), [""; 0]);
    }

    #[test]
    fn an_array_is_found_by_its_key() {
        let json = br#"{"a":{"b":[9]},"b":[1,2],"c":3}"#;
        let mut elements = Elements::new(&json[..], Some("b")).unwrap();
        assert_eq!(elements.next().unwrap().unwrap(), b"1");
        assert_eq!(elements.next().unwrap().unwrap(), b"2");
        assert!(elements.next().unwrap().is_none());
        assert!(Elements::new(&json[..], Some("z")).unwrap().next().unwrap().is_none());
    }

    #[test]
    fn scripts_are_read_as_data_or_refused() {
        let read = |script: &'static str| {
            Elements::of_script(script.as_bytes(), &["tweets", "tweet"]).and_then(all)
        };
        assert_eq!(read("window.YTD.tweets.part0 = [ {} ]").unwrap(), ["{}"]);
        assert_eq!(read("window.YTD.tweet.part12 = [ 1 ];\n").unwrap(), ["1"]);
        for script in [
            "window.YTD.tweets.part0 = [ 1 ]; alert('run')",
            "window.YTD.direct_messages.part0 = [ 1 ]",
            "window.YTD.tweets.part0 = undefined",
            "alert('run')",
            "window.YTD.tweets.part0 = [ 1",
        ] {
            assert!(read(script).is_err(), "{script}");
        }
    }
}

//! Content credentials: a signed record of where a picture comes from and what was done to it.
//!
//! In: the bytes of a JUMBF box (C2PA specification 2.1, section 11; ISO 19566-5), from wherever a walker found it.
//! Out: that there is one, whether it says that a program made the picture (IPTC digital source types), and
//! the author whom a statement of creative work names. No signature is tried, and no certificate read.

use super::{Gathered, text};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Origin};

/// Digital source types of pictures that a trained or other program made, in whole or in part (IPTC `NewsCodes`).
const BY_PROGRAM: &[&[u8]] = &[
    b"trainedAlgorithmicMedia",
    b"compositeWithTrainedAlgorithmicMedia",
    b"algorithmicMedia",
    b"compositeSynthetic",
];
/// Bytes of a record that are looked through for an author.
const MOST: usize = 1 << 20;
const AUTHOR: &[u8] = b"\"author\"";
const NAME: &[u8] = b"\"name\":\"";
/// Bytes of a name at most.
const LONGEST: usize = 200;

/// True if words name a source that is a program.
pub(crate) fn is_made_by_program(words: &[u8]) -> bool {
    BY_PROGRAM.iter().any(|source| memchr::memmem::find(words, source).is_some())
}

/// Reads a record.
pub(crate) fn read(record: &[u8], gathered: &mut Gathered) {
    gathered.expose(Exposure::ContentCredentials);
    if is_made_by_program(record) {
        gathered.expose(Exposure::AiGenerated(Origin::ContentCredentials));
    }
    let record = record.get(..record.len().min(MOST)).unwrap_or_default();
    if let Some(name) = author(record) {
        let words = text::of_bytes(name);
        gathered.text(TextKind::Copyright, "maker", Origin::ContentCredentials, &words);
    }
}

/// The first name behind the word `author` in a statement of creative work.
fn author(record: &[u8]) -> Option<&[u8]> {
    let statement = record.get(memchr::memmem::find(record, AUTHOR)?..)?;
    let name = statement.get(memchr::memmem::find(statement, NAME)? + NAME.len()..)?;
    let end = memchr::memchr(b'"', name.get(..name.len().min(LONGEST))?)?;
    name.get(..end)
}

#[cfg(test)]
mod tests {
    use gatepost_model::Limits;

    use super::*;

    #[test]
    fn a_record_names_its_author_and_its_source() {
        let mut gathered = Gathered::new(&Limits::default());
        let record = br#"jumb {"@type":"CreativeWork","author":[{"@type":"Person","name":"Zarah Tideswell"}]} trainedAlgorithmicMedia"#;
        read(record, &mut gathered);
        assert!(gathered.exposures.contains(&Exposure::AiGenerated(Origin::ContentCredentials)));
        assert_eq!(gathered.texts.first().map(|text| text.text.as_str()), Some("Zarah Tideswell"));
        assert_eq!(author(br#"{"author":[{"name":"no end"#), None);
        assert!(!is_made_by_program(b"digitalCapture"));
    }
}

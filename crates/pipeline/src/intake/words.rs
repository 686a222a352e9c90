//! The words of a draft: `.txt`, `.md` and `.docx` files become text.
//!
//! Text files are UTF-8 with or without a byte-order mark, UTF-16 with one, or else Windows-1252; one
//! that is partly UTF-8 is damaged, and is not guessed at.
//! Of a Word file the paragraphs of its body are read (ECMA-376 part 1, section 17: `w:p`, `w:t`,
//! `w:tab`, `w:br`); one that carries pictures, tracked changes, notes, comments, symbols or parts in
//! another format is refused, since it would say more or less than its words. The headers and footers of
//! its pages are no part of a post.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, WINDOWS_1252};
use gatepost_model::{Defect, DefectKind};
use quick_xml::events::Event;

/// How far a Word file may inflate, as a multiple of the limit on text: markup takes room.
const MARKUP: u64 = 64;

/// Decodes a text file.
///
/// # Errors
///
/// If it is damaged, or something else than text.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Defect> {
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => return sound(text.to_owned()),
            // Some of it is UTF-8 beyond ASCII, so all of it was, before it was damaged.
            Err(_) if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) => {
                return Err(unreadable("is damaged: some of it is not text"));
            }
            Err(_) => (WINDOWS_1252, bytes),
        },
    };
    let (text, damaged) = encoding.decode_without_bom_handling(body);
    if damaged {
        Err(unreadable("is damaged: some of it is not text"))
    } else {
        sound(text.into_owned())
    }
}

fn sound(text: String) -> Result<String, Defect> {
    if text.contains('\0') {
        return Err(unreadable("is not a text file"));
    }
    Ok(text)
}

/// Reads the words of a Word file, spending at most `limit` bytes of text.
///
/// # Errors
///
/// If it is no such file, is damaged, is past the limit, or carries more than words.
pub(crate) fn read_docx(bytes: &[u8], limit: u64) -> Result<String, Defect> {
    let broken = |_| unreadable("is not a Word file, or is damaged");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let carries_more = archive.file_names().any(|name| {
        // A name that cannot be read is taken to be one of those.
        name.map_or(true, |name| {
            name.starts_with("word/media/") || name.starts_with("word/embeddings/")
        })
    });
    if carries_more {
        return Err(unreadable(
            "holds pictures or other files: save those beside the words, and the words as .txt",
        ));
    }
    let budget = limit.saturating_mul(MARKUP);
    let mut xml = String::new();
    archive
        .by_name("word/document.xml")
        .map_err(broken)?
        .take(budget + 1)
        .read_to_string(&mut xml)
        .map_err(|_| unreadable("is not a Word file, or is damaged"))?;
    if xml.len() as u64 > budget {
        return Err(too_large());
    }
    let text = paragraphs(&xml)?;
    if text.len() as u64 > limit { Err(too_large()) } else { Ok(text) }
}

fn paragraphs(xml: &str) -> Result<String, Defect> {
    let broken = || unreadable("is not a Word file, or is damaged");
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut text = String::new();
    let mut in_words = false;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                part if carries_more(part) => return Err(unreadable(CARRIES_MORE)),
                "t" => in_words = true,
                "tab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "del" | "ins" | "moveFrom" | "moveTo" => {
                    return Err(unreadable(
                        "has tracked changes: accept or reject them in Word, and save it again",
                    ));
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                part if carries_more(part) => return Err(unreadable(CARRIES_MORE)),
                "tab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_words = false,
                "p" => text.push('\n'),
                _ => {}
            },
            Event::Text(words) if in_words => {
                text.push_str(&words.xml10_content());
            }
            Event::CData(words) if in_words => text.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if in_words => {
                text.push_str(&entity(&name).ok_or_else(broken)?);
            }
            Event::DocType(_) => return Err(broken()),
            Event::Eof => break,
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    Ok(text)
}

const CARRIES_MORE: &str = "holds footnotes, comments, symbols or other things that are more than \
                            words: take them out, or save the words as .txt";

/// True for elements of a Word file that stand for something which is not read.
fn carries_more(element: &str) -> bool {
    [
        "altChunk",
        "commentReference",
        "endnoteReference",
        "footnoteReference",
        "object",
        "subDoc",
        "sym",
    ]
    .contains(&element)
}

/// The character that one of XML's own entities, or a character reference, stands for.
fn entity(name: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(character) = name.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    quick_xml::escape::resolve_xml_entity(name).map(str::to_owned)
}

fn unreadable(what: &str) -> Defect {
    Defect { kind: DefectKind::Unreadable, message: format!("The file with the words {what}.") }
}

pub(crate) fn too_large() -> Defect {
    Defect {
        kind: DefectKind::TooLarge,
        message: "The words are longer than the limit for a draft.".into(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn docx(body: &str, extra: Option<&str>) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("word/document.xml", options).unwrap();
        write!(
            archive,
            r#"<?xml version="1.0"?><w:document xmlns:w="x"><w:body>{body}</w:body></w:document>"#
        )
        .unwrap();
        if let Some(name) = extra {
            archive.start_file(name, options).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn text_is_decoded_as_windows_writes_it() {
        assert_eq!(decode("Zoë".as_bytes()).unwrap(), "Zoë");
        assert_eq!(decode(b"\xef\xbb\xbfZo\xc3\xab").unwrap(), "Zoë");
        assert_eq!(decode(b"Zo\xeb \x96 well done").unwrap(), "Zoë – well done");
        assert_eq!(decode(b"\xff\xfeZ\0o\0\xeb\0").unwrap(), "Zoë");
        assert!(decode(b"MZ\0\0\x01").is_err());
        assert!(decode(b"Zo\xc3\xab \x96 well done").is_err(), "partly UTF-8");
    }

    #[test]
    fn a_word_file_gives_its_paragraphs() {
        let file = docx(
            "<w:p><w:r><w:t>Fish &amp; chips</w:t><w:tab/><w:t>on</w:t></w:r></w:p><w:p><w:r><w:t>Friday&#8230;</w:t></w:r></w:p>",
            None,
        );
        assert_eq!(read_docx(&file, 1000).unwrap(), "Fish & chips\ton\nFriday…");
        assert_eq!(read_docx(&file, 5).unwrap_err().kind, DefectKind::TooLarge);
    }

    #[test]
    fn a_word_file_with_more_than_words_is_refused() {
        assert!(read_docx(&docx("", Some("word/media/image1.jpeg")), 1000).is_err());
        assert!(
            read_docx(&docx("<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>", None), 1000)
                .is_err()
        );
        for part in ["<w:altChunk/>", "<w:sym/>", "<w:r><w:footnoteReference/></w:r>"] {
            let body = format!("<w:p><w:r><w:t>Sports day</w:t></w:r></w:p>{part}");
            assert!(read_docx(&docx(&body, None), 1000).is_err(), "{part}");
        }
        assert!(read_docx(b"PK\x03\x04 nothing", 1000).is_err());
    }

    #[test]
    fn nothing_of_a_word_file_is_passed_over() {
        let body =
            "<w:p><w:t>Sports day is</w:t><w:tab></w:tab><w:t><![CDATA[ cancelled]]></w:t></w:p>";
        assert_eq!(read_docx(&docx(body, None), 1000).unwrap(), "Sports day is\t cancelled");
    }
}

//! Texts as people wrote them, out of what exports make of them.

use std::borrow::Cow;

use serde_json::Value;

/// Undoes what Facebook and Instagram do to text in their exports: each byte of its UTF-8 written as a
/// character of its own. A text that could not have been made so is left as it is, so that one that was
/// repaired already survives.
pub(crate) fn repaired(text: &str) -> Cow<'_, str> {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let spoilt = bytes.filter(|bytes| !bytes.is_ascii()).map(String::from_utf8);
    match spoilt {
        Some(Ok(repaired)) => Cow::Owned(repaired),
        _ => Cow::Borrowed(text),
    }
}

/// Repairs every text and key of a value.
pub(crate) fn repair(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(repaired(&text).into_owned()),
        Value::Array(all) => Value::Array(all.into_iter().map(repair).collect()),
        Value::Object(all) => Value::Object(
            all.into_iter()
                .map(|(key, value)| (repaired(&key).into_owned(), repair(value)))
                .collect(),
        ),
        other => other,
    }
}

/// Elements behind which a new line begins.
const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "blockquote",
    "figcaption",
    "figure",
    "ul",
    "ol",
    "table",
    "pre",
    "hr",
];

/// Elements that show none of their words.
const HIDDEN: &[&str] = &["script", "style", "head", "template"];

/// The words that a browser shows for some HTML, and the addresses that it links to.
pub(crate) fn of_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    let mut hidden: Option<&str> = None;
    while let Some((before, behind)) = rest.split_once('<') {
        if hidden.is_none() {
            text.push_str(&unescaped(before));
        }
        if let Some(comment) = behind.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let Some((tag, after)) = behind.split_once('>') else {
            // A lone sign of less than.
            text.push('<');
            rest = behind;
            continue;
        };
        rest = after;
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/', '\t', '\n']).next().unwrap_or("");
        let name = name.to_ascii_lowercase();
        match hidden {
            Some(open) if closes && open == name => hidden = None,
            None if !closes => hidden = HIDDEN.iter().copied().find(|one| *one == name),
            _ => {}
        }
        if hidden.is_none() && BLOCKS.contains(&name.as_str()) && !text.ends_with("\n\n") {
            text.push('\n');
        }
    }
    if hidden.is_none() {
        text.push_str(&unescaped(rest));
    }
    text.trim().to_owned()
}

/// A text with its HTML entities decoded; one that is none stays as it is.
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        plain.push_str(before);
        let end = behind.find(';').filter(|end| *end <= 32);
        let entity = end.and_then(|end| behind.get(..end));
        let decoded = entity.and_then(|entity| {
            quick_xml::escape::unescape(&format!("&{entity};")).ok().map(Cow::into_owned)
        });
        if let (Some(decoded), Some(end)) = (decoded, end) {
            plain.push_str(&decoded);
            rest = behind.get(end + 1..).unwrap_or_default();
        } else {
            plain.push('&');
            rest = behind;
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A text of any encoding that spreadsheets write: UTF-8 with or without a mark, UTF-16 with one, else
/// Windows-1252.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_texts_are_repaired_and_others_kept() {
        let spoil = |text: &str| text.bytes().map(char::from).collect::<String>();
        for text in ["Siân Ŵyn a Llŷr", "Róisín 😁", "plain", "“quoted”"] {
            assert_eq!(repaired(&spoil(text)), text);
            assert_eq!(repaired(text), text);
        }
        // Somebody wrote about the mistake itself, and it was repaired once.
        assert_eq!(repaired("Ã© is an é"), "Ã© is an é");
    }

    #[test]
    fn html_is_read_as_it_is_shown() {
        let html = "<p>Fish &amp; chips &lt;3<br>at &#163;2</p><p>Caf&eacute;<script>x()</script></p><!-- wp:image -->";
        assert_eq!(of_html(html), "Fish & chips <3\nat £2\n\nCafé");
        assert_eq!(of_html("2 < 3 & so on"), "2 < 3 & so on");
    }

    #[test]
    fn spreadsheets_are_decoded() {
        assert_eq!(decoded("\u{feff}Zoë".as_bytes()), "Zoë");
        assert_eq!(decoded(&[0xff, 0xfe, b'Z', 0, 0xeb, 0]), "Zë");
        assert_eq!(decoded(b"Zo\xeb"), "Zoë");
    }
}

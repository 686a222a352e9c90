//! Web addresses in a text.
//!
//! In: a sight. Out: every web address with its host, whether it begins with `https://`, with
//! `www.` or with a bare domain of an ending that British schools meet.

use std::sync::LazyLock;

use gatepost_model::Span;
use regex::Regex;

use crate::expression::{captures, compile};
use crate::sight::Sight;

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)(?:https?://|\bwww\.)(?:[^\s/?#@<>()\x{22}]+@)?(?P<full>[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)(?::[0-9]{1,5})?(?:[/?#][^\s<>\x{22}]*)?",
        r"|\b(?P<bare>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|info|biz|uk|eu|ie|io|co|me|tv|app|ly|gl|gd|gg|page|site|online|shop|store|xyz|link|club|live|be|us|fr|de|es|pl|ru|cn|tk|to|cc|example))\b(?::[0-9]{1,5})?(?:[/?#][^\s<>\x{22}]*)?",
    ))
});

/// A web address.
pub(crate) struct Link {
    /// Its place, without the punctuation of the sentence.
    pub(crate) span: Span,
    /// Its host in lower case, without `www.`.
    pub(crate) host: String,
}

/// The web addresses of a text, in order. Hosts of e-mail addresses are none.
pub(crate) fn links<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = Link> + 's {
    captures(&LINK, sight.text()).filter_map(move |found| {
        let whole = found.get(0)?;
        let host = found.name("full").or_else(|| found.name("bare"))?;
        let span = Span::new(whole.start(), whole.start() + without_end(whole.as_str()).len());
        let bare = found.name("bare").is_some();
        let glued = sight
            .before(span)
            .is_some_and(|c| matches!(c, '@' | '＠' | '.' | '/' | '_' | '-' | '='));
        let is_address = sight.text().get(host.end()..).is_some_and(|rest| rest.starts_with('@'));
        // `end.To begin`: a full stop without a space behind it, and a capital.
        let sentence = bare
            && host
                .as_str()
                .rsplit('.')
                .next()
                .is_some_and(|end| end.starts_with(char::is_uppercase))
            && host.as_str().contains(char::is_lowercase);
        if bare && (glued || is_address || sentence) {
            return None;
        }
        let lower = host.as_str().to_lowercase();
        let host = lower.strip_prefix("www.").unwrap_or(&lower).trim_matches('.').to_string();
        Some(Link { span, host })
    })
}

/// A web address without the punctuation of the sentence that it ends.
pub(crate) fn without_end(address: &str) -> &str {
    address.trim_end_matches(|c: char| ".,!?;:)]}'\"*_»”’…>".contains(c))
}

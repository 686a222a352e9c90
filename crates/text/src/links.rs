//! Web addresses in a text.
//!
//! In: a sight. Out: every web address with its host, whether it begins with `https://`, with
//! `www.` or with a bare domain of an ending that British schools meet.

use std::sync::LazyLock;

use gatepost_model::Span;
use regex::Regex;

use crate::expression::compile;
use crate::sight::Sight;

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)(?:https?://|\bwww\.)(?:[^\s/?#@<>()\x{22}]+@)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)(?::[0-9]{1,5})?(?:[/?#][^\s<>\x{22}]*)?",
        r"|\b(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|info|biz|uk|eu|ie|io|co|me|tv|app|ly|gl|gd|gg|page|site|online|shop|store|xyz|link|club|live|be|us|fr|de|es|pl|ru|cn|tk|to|cc|example))\b(?::[0-9]{1,5})?(?:[/?#][^\s<>\x{22}]*)?",
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
pub(crate) fn links(sight: &Sight<'_>) -> Vec<Link> {
    LINK.find_iter(sight.text())
        .filter_map(|found| link(sight, found.start(), found.as_str()))
        .collect()
}

fn link(sight: &Sight<'_>, start: usize, whole: &str) -> Option<Link> {
    let span = Span::new(start, start + without_end(whole).len());
    let begins = |with: &str| whole.get(..with.len()).is_some_and(|w| w.eq_ignore_ascii_case(with));
    let full = ["https://", "http://", "www."].into_iter().find(|with| begins(with));
    let rest = whole.get(full.map_or(0, str::len)..).unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.split_once('@').map_or(authority, |(_, host)| host);
    let host = authority.split(':').next().unwrap_or_default();
    if full.is_none() {
        let glued = sight
            .before(span)
            .is_some_and(|c| matches!(c, '@' | '＠' | '.' | '/' | '_' | '-' | '='));
        let behind = sight.text().get(start + host.len()..);
        let is_address = behind.is_some_and(|rest| rest.starts_with('@'));
        // `end.To begin`: a full stop without a space behind it, and a capital.
        let ending = host.rsplit('.').next();
        let sentence = ending.is_some_and(|end| end.starts_with(char::is_uppercase))
            && host.contains(char::is_lowercase);
        if glued || is_address || sentence {
            return None;
        }
    }
    let lower = host.to_lowercase();
    let host = lower.strip_prefix("www.").unwrap_or(&lower).trim_matches('.').to_string();
    Some(Link { span, host })
}

/// A web address without the punctuation of the sentence that it ends.
pub(crate) fn without_end(address: &str) -> &str {
    address.trim_end_matches(|c: char| ".,!?;:)]}'\"*_»”’…>".contains(c))
}

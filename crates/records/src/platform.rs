//! The platforms on which a school can have an account.

use strsim::jaro_winkler;

/// Every platform, in the order of the contract.
pub(crate) const PLATFORMS: &[&str] = &[
    "x",
    "facebook",
    "instagram",
    "youtube",
    "mastodon",
    "bluesky",
    "website",
    "newsletter",
    "other",
];

/// The platform that a word names, in any case; `twitter` is the old name of `x`.
pub(crate) fn platform(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let word = if word == "twitter" { "x" } else { &word };
    PLATFORMS.iter().find(|platform| **platform == word).copied()
}

/// The word nearest to one that was not understood, if any is near.
pub(crate) fn nearest<'w>(word: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    const NEAR: f64 = 0.8;
    let word = word.to_lowercase();
    let scored = words.into_iter().map(|candidate| (jaro_winkler(&word, candidate), candidate));
    let best = scored.max_by(|(first, _), (second, _)| first.total_cmp(second));
    best.filter(|(score, _)| *score >= NEAR).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{PLATFORMS, nearest, platform};

    #[test]
    fn platforms_are_known_in_any_case() {
        assert_eq!(platform(" Facebook "), Some("facebook"));
        assert_eq!(platform("Twitter"), Some("x"));
        assert_eq!(platform("tiktok"), None);
    }

    #[test]
    fn a_near_miss_is_recognised() {
        assert_eq!(nearest("facebok", PLATFORMS.iter().copied()), Some("facebook"));
        assert_eq!(nearest("zzz", PLATFORMS.iter().copied()), None);
    }
}

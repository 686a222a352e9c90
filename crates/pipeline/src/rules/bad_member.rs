//! `archive/bad-member`.

use gatepost_model::{Excerpt, Rule};

/// The rule `archive/bad-member`.
pub(crate) static RULE: Rule = Rule {
    id: "archive/bad-member",
    title: "A file of the archive could not be read",
    finds: "A file in an archive that is cut off, locked, damaged, larger than the limit, or named so that it would leave the archive.",
    why: "What nobody could read may hold anything; the rest of the archive is read nevertheless.",
    remedy: "Download the archive again, or open the file by itself and look at it.",
    flagged: &["A photo in a zip whose checksum is wrong"],
    clean: &["An archive of which every file was read"],
    misses: &[],
    excerpt: Excerpt::Plain,
};

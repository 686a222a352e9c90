//! What a detector looks for.

/// One thing that gatepost looks for: a `static` in the file that looks for it.
///
/// `gatepost explain` and `crates/RULES.md` are made from it, and its examples are run as tests. In
/// examples the part that is found stands between `⟦` and `⟧` ([`crate::Marked`]).
#[derive(Debug)]
pub struct Rule {
    /// `family/kebab-name`, such as `privacy/phone`: never changes once published.
    pub id: &'static str,
    /// A few words, as a heading.
    pub title: &'static str,
    /// What it finds, in one or two sentences.
    pub finds: &'static str,
    /// Why that matters in a school.
    pub why: &'static str,
    /// How the author mends a draft in which it was found.
    pub remedy: &'static str,
    /// Examples in which it is found: texts for rules on words, situations told in a sentence for others.
    pub flagged: &'static [&'static str],
    /// Examples that look alike and in which it is not found.
    pub clean: &'static [&'static str],
    /// What it is known to miss.
    pub misses: &'static [&'static str],
    /// How much of the place a verdict may show.
    pub excerpt: Excerpt,
}

/// How much of the text at a finding's place a verdict may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excerpt {
    /// The words as they stand: for rules on words that are nobody's personal data.
    Plain,
    /// First letters and dots: for personal data and pupils' names.
    Masked,
}

impl Rule {
    /// The part of the id before the slash: `text`, `privacy`, `names`, `image`, `consent`, ...
    pub fn family(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(family, _)| family)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

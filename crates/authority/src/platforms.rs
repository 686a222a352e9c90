//! What the platforms let a post have, as they publish it, and how each counts.
//!
//! For an account that pays nothing. Platforms change their limits without notice: these are to be compared
//! with their help pages when a policy is reviewed. Where a platform publishes no limit, or changes a file to fit instead of refusing it,
//! nothing is checked. Facebook publishes no number of pictures that it keeps to.

/// What one platform lets a post have. `None`: no limit that it keeps to.
#[derive(Debug)]
pub(crate) struct Limits {
    /// As people call it.
    pub(crate) name: &'static str,
    /// How long the words may be, in what it counts.
    pub(crate) text: Option<u32>,
    /// How it counts them.
    pub(crate) counts: Counts,
    /// How many pictures and films a post may have.
    pub(crate) media: Option<usize>,
    /// Whether pictures and films may stand in one post.
    pub(crate) together: Together,
    /// What a post must have beside its words.
    pub(crate) needs: Needs,
    /// Characters of an alternative text.
    pub(crate) alt: Option<u32>,
    /// Hashtags in a post.
    pub(crate) hashtags: Option<usize>,
    /// Bytes of one picture.
    pub(crate) picture_bytes: Option<u64>,
    /// Bytes of one film.
    pub(crate) film_bytes: Option<u64>,
}

/// How a platform counts the words of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    /// Each character once.
    Characters,
    /// Each character as it is seen: an emoji of several code points is one.
    Seen,
    /// Characters, but each address as 23.
    CharactersShortAddresses,
    /// Characters beyond Latin, Greek, Cyrillic and their neighbours, and each emoji, as two; each
    /// address as 23.
    Weighted,
}

/// Whether pictures and films may stand in one post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Together {
    /// They may.
    Yes,
    /// Either pictures or one film.
    No,
}

/// What a post must have beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing.
    Nothing,
    /// A picture or film.
    Media,
    /// A film.
    Film,
}

const NONE: Limits = Limits {
    name: "",
    text: None,
    counts: Counts::Characters,
    media: None,
    together: Together::Yes,
    needs: Needs::Nothing,
    alt: None,
    hashtags: None,
    picture_bytes: None,
    film_bytes: None,
};

static PLATFORMS: &[(&str, Limits)] = &[
    (
        "x",
        Limits {
            name: "X",
            text: Some(280),
            counts: Counts::Weighted,
            media: Some(4),
            alt: Some(1_000),
            picture_bytes: Some(5 << 20),
            film_bytes: Some(512 << 20),
            ..NONE
        },
    ),
    ("facebook", Limits { name: "Facebook", text: Some(63_206), ..NONE }),
    (
        "instagram",
        Limits {
            name: "Instagram",
            text: Some(2_200),
            media: Some(20),
            needs: Needs::Media,
            alt: Some(1_000),
            hashtags: Some(30),
            picture_bytes: Some(8 << 20),
            ..NONE
        },
    ),
    (
        "youtube",
        Limits { name: "YouTube", text: Some(5_000), media: Some(1), needs: Needs::Film, ..NONE },
    ),
    (
        "mastodon",
        Limits {
            name: "Mastodon",
            text: Some(500),
            counts: Counts::CharactersShortAddresses,
            media: Some(4),
            together: Together::Yes,
            alt: Some(1_500),
            picture_bytes: Some(16 << 20),
            film_bytes: Some(99 << 20),
            ..NONE
        },
    ),
    (
        "bluesky",
        Limits {
            name: "Bluesky",
            text: Some(300),
            counts: Counts::Seen,
            media: Some(4),
            together: Together::No,
            alt: Some(2_000),
            film_bytes: Some(100 << 20),
            ..NONE
        },
    ),
];

/// What a platform lets a post have; `None` for one that keeps to no limits, such as a website.
pub(crate) fn limits(platform: &str) -> Option<&'static Limits> {
    PLATFORMS.iter().find(|(known, _)| *known == platform).map(|(_, limits)| limits)
}

/// How long a platform takes every address to be.
const ADDRESS: u32 = 23;

/// How long the words of a post are, as a platform counts them.
pub(crate) fn length(text: &str, counts: Counts) -> u32 {
    let text = text.trim();
    match counts {
        Counts::Characters => number(text.chars().count()),
        Counts::Seen => seen(text).map(|_| 1).sum(),
        Counts::CharactersShortAddresses => {
            pieces(text).map(|piece| piece.length(|text| number(text.chars().count()))).sum()
        }
        Counts::Weighted => {
            pieces(text).map(|piece| piece.length(|text| seen(text).map(weight).sum())).sum()
        }
    }
}

/// How many hashtags a text has.
pub(crate) fn hashtags(text: &str) -> usize {
    let starts = text.char_indices().filter(|&(at, character)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + character.len_utf8()..).and_then(|after| after.chars().next());
        character == '#'
            && before.is_none_or(|before| !before.is_alphanumeric() && before != '&')
            && after.is_some_and(|after| after.is_alphanumeric() || after == '_')
    });
    starts.count()
}

/// A part of a text: an address, or anything else.
enum Piece<'t> {
    Address,
    Words(&'t str),
}

impl Piece<'_> {
    fn length(&self, words: impl Fn(&str) -> u32) -> u32 {
        match self {
            Self::Address => ADDRESS,
            Self::Words(text) => words(text),
        }
    }
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split_inclusive(char::is_whitespace).flat_map(|word| {
        let start = ["https://", "http://"].iter().find_map(|scheme| word.find(scheme));
        let Some(start) = start else { return vec![Piece::Words(word)] };
        let (before, address) = word.split_at(start);
        let closing = |c: char| c.is_whitespace() || ".,;:!?)]}'\"”’".contains(c);
        let end = address.trim_end_matches(closing).len();
        let (_, after) = address.split_at(end);
        vec![Piece::Words(before), Piece::Address, Piece::Words(after)]
    })
}

/// The characters of a text as they are seen: marks, joiners and tints go with the one before them,
/// and two letters of a flag together.
fn seen(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut characters = rest.char_indices().peekable();
        let (_, first) = characters.next()?;
        let mut flag = is_flag_letter(first);
        let mut joined = first == JOINER;
        let mut end = rest.len();
        for (at, character) in characters {
            let belongs = joined
                || is_mark(character)
                || (first == '\r' && character == '\n')
                || (flag && is_flag_letter(character));
            if !belongs {
                end = at;
                break;
            }
            flag = false;
            joined = character == JOINER;
        }
        let (one, others) = rest.split_at(end);
        rest = others;
        Some(one)
    })
}

/// What X counts a character as: two of anything beyond the alphabets of Europe and their neighbours.
fn weight(seen: &str) -> u32 {
    let light = |character: char| matches!(u32::from(character), 0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247);
    let emoji = seen.chars().any(|c| matches!(u32::from(c), 0x1f000..=0x1faff | 0xfe0f | 0x20e3));
    if emoji {
        return 2;
    }
    // Marks count only where no composed character exists; such are rare in posts of schools.
    let composed = seen.chars().filter(|&c| !matches!(u32::from(c), 0x300..=0x36f));
    composed.map(|character| if light(character) { 1 } else { 2 }).sum()
}

const JOINER: char = '\u{200d}';

fn is_flag_letter(character: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&character)
}

fn is_mark(character: char) -> bool {
    character == JOINER
        || matches!(
            u32::from(character),
            0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x64b..=0x65f | 0x93a..=0x94f
                | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe00..=0xfe0f
                | 0xfe20..=0xfe2f | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f
        )
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Counts, hashtags, length};

    #[test]
    fn each_platform_counts_in_its_own_way() {
        let counts =
            [Counts::Characters, Counts::Seen, Counts::CharactersShortAddresses, Counts::Weighted];
        let lengths = |text: &str| counts.map(|count| length(text, count));
        assert_eq!(lengths("Sports day"), [10, 10, 10, 10]);
        assert_eq!(lengths("Da iawn, Siân"), [13, 13, 13, 13]);
        // A family of three, a flag, a thumb with a tint.
        assert_eq!(lengths("👨‍👩‍👧"), [5, 1, 5, 2]);
        assert_eq!(lengths("🇬🇧🇫🇷"), [4, 2, 4, 4]);
        assert_eq!(lengths("👍🏽!"), [3, 2, 3, 3]);
        assert_eq!(lengths("日本"), [2, 2, 2, 4]);
        let address = "See https://oakfield.example/news/2026/11/open-evening.";
        assert_eq!(lengths(address), [55, 55, 28, 28]);
        assert_eq!(lengths("Sia\u{302}n"), [5, 4, 5, 4]);
    }

    #[test]
    fn hashtags_begin_a_word() {
        assert_eq!(hashtags("#Year4 and #maths, not C# or &#39; or # alone"), 2);
    }
}

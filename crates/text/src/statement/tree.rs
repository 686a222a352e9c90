//! An expression as it is written, read into its parts.
//!
//! In: an expression of letters, blanks, groups, sets and signs of repetition, with its classes
//! spelled out. Out: its parts. The edges of words and of the text are passed over: who reads word by
//! word is always at one.

/// What a letter that is unknown may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unknown {
    /// A small letter or digit of ASCII.
    Plain,
    /// A small letter of ASCII.
    Small,
    /// A digit of ASCII.
    Digit,
    /// Anything but a blank and the end of a sentence.
    Inside,
}

impl Unknown {
    /// True if it may be this one.
    pub(super) const fn may_be(self, letter: char) -> bool {
        match self {
            Self::Plain => letter.is_ascii_lowercase() || letter.is_ascii_digit(),
            Self::Small => letter.is_ascii_lowercase(),
            Self::Digit => letter.is_ascii_digit(),
            Self::Inside => !matches!(letter, '.' | '¶' | ' '),
        }
    }
}

/// Which of its ways a repetition tries first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// Once more.
    More,
    /// Going on.
    On,
}

/// An expression as it is written.
pub(super) enum Tree {
    Letter(char),
    /// One of these.
    Set(Vec<char>),
    Any(Unknown),
    All(Vec<Tree>),
    Either(Vec<Tree>),
    /// So often at least, and so often at most.
    Repeated(Box<Tree>, usize, Option<usize>, First),
    /// The end of the text, where no word of a plain text is.
    Never,
}

/// What is left of an expression.
pub(super) type Chars<'e> = std::iter::Peekable<std::str::Chars<'e>>;

impl Tree {
    /// Reads up to the end of a group.
    pub(super) fn read(rest: &mut Chars<'_>) -> Self {
        let mut either = Vec::new();
        let mut all = Vec::new();
        while let Some(c) = rest.next() {
            let part = match c {
                ')' => break,
                '|' => {
                    either.push(Self::All(std::mem::take(&mut all)));
                    continue;
                }
                '(' => {
                    if rest.next_if_eq(&'?').is_some() {
                        // The name of a group says nothing about words.
                        let _ = rest.by_ref().find(|c| matches!(c, ':' | '>'));
                    }
                    Self::read(rest)
                }
                '[' => Self::set(rest),
                '\\' => match rest.next() {
                    Some('w') => Self::Any(Unknown::Plain),
                    // The edge of a word is where a word is.
                    Some('b') | None => continue,
                    Some(sign) => Self::Letter(sign),
                },
                '$' => Self::Never,
                letter => Self::Letter(letter),
            };
            all.push(part.repeated(rest));
        }
        either.push(Self::All(all));
        Self::Either(either)
    }

    fn set(rest: &mut Chars<'_>) -> Self {
        let others = rest.next_if_eq(&'^').is_some();
        let mut set = Vec::new();
        while let Some(c) = rest.next().filter(|c| *c != ']') {
            let last = rest.next_if_eq(&'-').and_then(|_| rest.next_if(|c| *c != ']'));
            set.extend(c..=last.unwrap_or(c));
        }
        let known = match set.as_slice() {
            ['.', '¶', ' '] if others => Some(Unknown::Inside),
            _ if others => None,
            ['a'..='z', ..] if set.len() == 36 => Some(Unknown::Plain),
            ['a'..='z', ..] if set.len() == 26 => Some(Unknown::Small),
            ['0'..='9', ..] if set.len() == 10 => Some(Unknown::Digit),
            _ => None,
        };
        assert!(known.is_some() || !others, "a set in a statement that its steps do not know");
        known.map_or(Self::Set(set), Self::Any)
    }

    fn repeated(self, rest: &mut Chars<'_>) -> Self {
        let Some(sign) = rest.next_if(|c| matches!(c, '?' | '*' | '+' | '{')) else { return self };
        let (least, most) = match sign {
            '?' => (0, Some(1)),
            '*' => (0, None),
            '+' => (1, None),
            _ => {
                let bounds: String = rest.by_ref().take_while(|c| *c != '}').collect();
                let (least, most) = bounds.split_once(',').unwrap_or((&bounds, &bounds));
                (least.parse().unwrap_or(0), most.parse().ok())
            }
        };
        let first = if rest.next_if_eq(&'?').is_some() { First::On } else { First::More };
        Self::Repeated(Box::new(self), least, most, first)
    }
}

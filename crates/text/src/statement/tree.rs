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
pub(super) enum Tree<'e> {
    Letter(char),
    /// Letters in a row, none of them a blank.
    Letters(&'e str),
    /// One of these.
    Set(Vec<char>),
    Any(Unknown),
    All(Vec<Tree<'e>>),
    Either(Vec<Tree<'e>>),
    /// So often at least, and so often at most.
    Repeated(Box<Tree<'e>>, usize, Option<usize>, First),
    /// The end of the text, where no word of a plain text is.
    Never,
}

/// What is left of an expression.
pub(super) struct Rest<'e>(pub(super) &'e str);

impl<'e> Rest<'e> {
    fn next(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let next = rest.next();
        self.0 = rest.as_str();
        next
    }

    /// Takes the next character if it is this one.
    fn skip(&mut self, sign: char) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// What stands before the first of some characters, which is taken with it.
    fn until(&mut self, signs: &[char]) -> &'e str {
        let (before, behind) = self.0.split_once(signs).unwrap_or((self.0, ""));
        self.0 = behind;
        before
    }

    /// The letters that come next, each by itself once: none that is a sign, a blank, or repeated.
    fn letters(&mut self) -> &'e str {
        let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let mut length = self.0.bytes().take_while(plain).count();
        let behind = self.0.as_bytes().get(length);
        if behind.is_some_and(|byte| matches!(byte, b'?' | b'*' | b'+' | b'{')) {
            length = length.saturating_sub(1);
        }
        let (letters, rest) = self.0.split_at(length);
        self.0 = rest;
        letters
    }
}

impl<'e> Tree<'e> {
    /// Reads up to the end of a group.
    pub(super) fn read(rest: &mut Rest<'e>) -> Self {
        let mut either = Vec::new();
        let mut all = Vec::new();
        loop {
            let letters = rest.letters();
            if !letters.is_empty() {
                all.push(Self::Letters(letters));
            }
            let Some(c) = rest.next() else { break };
            let part = match c {
                ')' => break,
                '|' => {
                    either.push(Self::All(std::mem::take(&mut all)));
                    continue;
                }
                '(' => {
                    if rest.skip('?') {
                        // The name of a group says nothing about words.
                        rest.until(&[':', '>']);
                    }
                    Self::read(rest)
                }
                '[' => Self::set(rest.until(&[']'])),
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

    fn set(inside: &str) -> Self {
        let mut rest = Rest(inside);
        let others = rest.skip('^');
        let mut set = Vec::new();
        while let Some(c) = rest.next() {
            let last = if rest.skip('-') { rest.next() } else { None };
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

    fn repeated(self, rest: &mut Rest<'_>) -> Self {
        let (least, most) = if rest.skip('?') {
            (0, Some(1))
        } else if rest.skip('*') {
            (0, None)
        } else if rest.skip('+') {
            (1, None)
        } else if rest.skip('{') {
            let bounds = rest.until(&['}']);
            let (least, most) = bounds.split_once(',').unwrap_or((bounds, bounds));
            (least.parse().unwrap_or(0), most.parse().ok())
        } else {
            return self;
        };
        let first = if rest.skip('?') { First::On } else { First::More };
        Self::Repeated(Box::new(self), least, most, first)
    }
}

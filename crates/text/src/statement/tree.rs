//! An expression as it is written, read into its parts.
//!
//! In: an expression of letters, blanks, groups, sets and signs of repetition, with its classes
//! spelled out. Out: its parts. The edges of words and of the text are passed over: who reads word by
//! word is always at one.

/// What letters that are unknown may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// Letters and digits of ASCII.
    Plain,
    /// Anything but the end of a sentence.
    Inside,
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
    Repeated(Box<Tree>, usize, Option<usize>),
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
                '$' | '^' => continue,
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
        match set.as_slice() {
            ['.', '¶', ' '] if others => Self::Any(Unknown::Inside),
            // To spell out each of so many letters would lead nowhere.
            _ if !others && set.len() > 9 && set.iter().all(char::is_ascii_alphanumeric) => {
                Self::Any(Unknown::Plain)
            }
            _ => {
                assert!(!others, "a set in a statement that its steps do not know");
                Self::Set(set)
            }
        }
    }

    fn repeated(self, rest: &mut Chars<'_>) -> Self {
        let (least, most) = match rest.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let bounds: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let (least, most) = bounds.split_once(',').unwrap_or((&bounds, &bounds));
                (least.parse().unwrap_or(0), most.parse().ok())
            }
            _ => return self,
        };
        rest.next_if(|c| matches!(c, '?' | '*' | '+'));
        // As few as can be: the same places.
        rest.next_if_eq(&'?');
        Self::Repeated(Box::new(self), least, most)
    }
}

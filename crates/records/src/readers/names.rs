//! A whole name in one cell, taken apart.
//!
//! `SMITH, Jack Edward` has the surname before the comma. Without a comma the forename comes first and
//! the surname last, with the small words that belong to it (`van der`, `al`, `St`), or from the first
//! word in capitals on. Names are not so regular that this is always right; a register with columns
//! of their own is better, and read if there is one.

/// A name's parts. No `Debug`: it is somebody's.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) forename: String,
    pub(crate) preferred: Option<String>,
    pub(crate) middle: Option<String>,
    pub(crate) surname: String,
}

/// Small words that begin a surname.
const PARTICLES: &[&str] = &[
    "al", "ap", "ab", "ben", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di",
    "dos", "du", "el", "ferch", "ibn", "la", "le", "st", "st.", "ter", "van", "von", "ó", "ní",
    "mac", "ur", "ul",
];

/// The parts of a name in one cell; a single word is a forename.
pub(crate) fn parts(name: &str) -> Parts {
    let (name, preferred) = without_brackets(name);
    if let Some((surname, given)) = name.split_once(',') {
        let given: Vec<&str> = given.split_whitespace().collect();
        return made(&given, &surname.split_whitespace().collect::<Vec<_>>(), preferred);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = words.len().saturating_sub(1).max(1);
    let capitals = words.iter().skip(1).position(|word| capitals(word)).map(|at| at + 1);
    let mixed = words.first().is_some_and(|word| !capitals_all(word));
    let particle = words
        .iter()
        .take(last)
        .skip(1)
        .position(|word| PARTICLES.contains(&word.to_lowercase().as_str()))
        .map(|at| at + 1);
    let start = capitals.filter(|_| mixed).or(particle).unwrap_or(last).min(words.len());
    let (given, surname) = words.split_at(start);
    made(given, surname, preferred)
}

/// The name without what stands in brackets, which is what the pupil is called.
fn without_brackets(name: &str) -> (String, Option<String>) {
    let parted = name.split_once('(').and_then(|(before, rest)| {
        let (inside, after) = rest.split_once(')')?;
        Some((format!("{before} {after}"), inside.trim().to_owned()))
    });
    match parted {
        Some((rest, inside)) => (rest, Some(inside).filter(|inside| !inside.is_empty())),
        None => (name.to_owned(), None),
    }
}

/// Two capitals or more and no small letter: `SMITH`, `O'NEILL`, but not an initial.
fn capitals(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && capitals_all(word)
}

fn capitals_all(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

fn made(given: &[&str], surname: &[&str], preferred: Option<String>) -> Parts {
    let (first, middle) = given.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
    let middle = middle.join(" ");
    Parts {
        forename: first.to_owned(),
        preferred,
        middle: Some(middle).filter(|middle| !middle.is_empty()),
        surname: surname.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn told(name: &str) -> String {
        let parts = parts(name);
        let or = |part: Option<String>| part.unwrap_or_else(|| "-".into());
        format!("{}|{}|{}|{}", parts.forename, or(parts.middle), parts.surname, or(parts.preferred))
    }

    #[test]
    fn names_come_apart_as_people_would_take_them() {
        for (name, expected) in [
            ("SMITH, Jack", "Jack|-|SMITH|-"),
            ("Smith, Jack Edward", "Jack|Edward|Smith|-"),
            ("Jack Smith", "Jack|-|Smith|-"),
            ("Jack Edward Smith", "Jack|Edward|Smith|-"),
            ("Jack SMITH JONES", "Jack|-|SMITH JONES|-"),
            ("JACK EDWARD SMITH", "JACK|EDWARD|SMITH|-"),
            ("Lotte van der Berg", "Lotte|-|van der Berg|-"),
            ("Aisha Noor al Rashid", "Aisha|Noor|al Rashid|-"),
            ("van der Berg, Lotte", "Lotte|-|van der Berg|-"),
            ("Robert (Bobby) Tables", "Robert|-|Tables|Bobby"),
            ("Tables, Robert (Bobby)", "Robert|-|Tables|Bobby"),
            ("J Smith", "J|-|Smith|-"),
            ("Teller", "Teller|-||-"),
            ("Smith,", "|-|Smith|-"),
            ("", "|-||-"),
            ("()", "|-||-"),
        ] {
            assert_eq!(told(name), expected, "{name}");
        }
    }
}

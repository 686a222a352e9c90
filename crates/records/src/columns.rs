//! Which column of a register is which.
//!
//! Headings are compared without regard to case, blanks and punctuation, so that `Legal Surname`,
//! `legal_surname` and `LEGAL SURNAME:` are one. Every field has the headings of the contract and, with
//! lower rank, those that the exports of common management information systems use.

/// What a register may have a column for.
#[derive(Debug)]
pub(crate) struct Field {
    /// As messages call it.
    pub(crate) label: &'static str,
    /// Headings, in the form of [`plain`]. Two columns with any of them are one too many.
    pub(crate) names: &'static [&'static str],
    /// Headings that are used where none of `names` stands.
    pub(crate) also: &'static [&'static str],
}

/// Where the fields of a register stand in a row of headings.
#[derive(Debug, Default)]
pub(crate) struct Located {
    /// By field: the column, from 0.
    pub(crate) at: Vec<Option<usize>>,
    /// A field and two columns that both claim to be it.
    pub(crate) doubled: Vec<(usize, usize, usize)>,
}

impl Located {
    /// Finds the fields among plain headings.
    pub(crate) fn among(fields: &[Field], headings: &[String]) -> Self {
        let mut located = Self::default();
        for (index, field) in fields.iter().enumerate() {
            let claiming = |names: &[&str]| -> Vec<usize> {
                let claims = |heading: &String| names.contains(&heading.as_str());
                (0..headings.len()).filter(|&at| headings.get(at).is_some_and(claims)).collect()
            };
            let mut columns = claiming(field.names);
            if columns.is_empty() {
                columns = claiming(field.also);
            }
            if let [first, second, ..] = *columns.as_slice() {
                located.doubled.push((index, first, second));
            }
            located.at.push(columns.first().copied());
        }
        located
    }

    /// How many fields were found.
    pub(crate) fn count(&self) -> usize {
        self.at.iter().flatten().count()
    }

    /// Takes the columns of all fields from this one on for columns of no field.
    pub(crate) fn forget_from(&mut self, field: usize) {
        self.at.iter_mut().skip(field).for_each(|at| *at = None);
    }

    /// The column of a field.
    pub(crate) fn column(&self, field: usize) -> Option<usize> {
        self.at.get(field).copied().flatten()
    }
}

/// A heading in the form in which two spellings of it are equal.
pub(crate) fn plain(heading: &str) -> String {
    heading.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A column as a spreadsheet letters it: `A`, `Z`, `AA`.
pub(crate) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(u8::try_from(rest % 26).map_or('?', |offset| char::from(b'A' + offset)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Field, Located, letter, plain};

    const FIELDS: &[Field] = &[
        Field { label: "UPN", names: &["upn"], also: &["uniquepupilnumber"] },
        Field { label: "class", names: &["class", "reggroup"], also: &["form"] },
    ];

    fn located(headings: &[&str]) -> Located {
        let headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        Located::among(FIELDS, &headings)
    }

    #[test]
    fn case_blanks_and_punctuation_do_not_matter() {
        assert_eq!(located(&["Reg. Group", " U.P.N. "]).at, [Some(1), Some(0)]);
    }

    #[test]
    fn a_heading_of_the_contract_goes_before_others() {
        let found = located(&["Form", "Class", "Unique Pupil Number"]);
        assert_eq!(found.at, [Some(2), Some(1)]);
        assert!(found.doubled.is_empty());
    }

    #[test]
    fn two_columns_of_one_field_are_told() {
        assert_eq!(located(&["UPN", "class", "Reg Group"]).doubled, [(1, 1, 2)]);
        assert_eq!(located(&["upn", "UPN"]).doubled, [(0, 0, 1)]);
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letter).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}

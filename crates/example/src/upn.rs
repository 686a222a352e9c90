//! Unique pupil numbers that are right in form and belong to nobody.
//!
//! A UPN is a check letter, three digits of the local authority, four of the school, two of the year
//! and three of the child. The letter is the sum of the twelve digits, weighted 2 to 13, modulo 23
//! (Department for Education, *Unique pupil numbers*). Authority 999 is not in use, so none of
//! these is anybody's.

const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// The number of the `serial`-th child who joined in `year`; the last two digits of the year count.
pub(crate) fn upn(year: i16, serial: usize) -> String {
    let digits = format!("9994021{:02}{:03}", year.rem_euclid(100), serial % 1000);
    // Seven digits of authority and school, two of the year, three of the child.
    format!("{}{digits}", check_letter(&digits))
}

fn check_letter(digits: &str) -> char {
    let sum: usize =
        digits.bytes().zip(2..).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    LETTERS.get(sum % LETTERS.len()).map_or('A', |&letter| char::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_and_letter() {
        let upn = upn(2026, 7);
        assert_eq!(upn.len(), 13);
        assert_eq!(&upn[1..], "999402126007");
        // 9·2+9·3+9·4+4·5+0·6+2·7+1·8+2·9+6·10+0·11+0·12+7·13 = 292, and 292 mod 23 = 16: T.
        assert_eq!(&upn[..1], "T");
    }
}

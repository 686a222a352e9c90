//! The staff, the governors and a volunteer: chosen by hand.
//!
//! Dates are counted back from the day for which the school is made, so that who is trained today
//! was trained lately whenever the example is made.

/// Somebody on the staff register.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) forename: &'static str,
    pub(crate) surname: &'static str,
    pub(crate) role: &'static str,
    pub(crate) posting: Posting,
    /// Days since the last training; never, if absent.
    pub(crate) trained: Option<i32>,
    /// Days since the agreement was signed; never, if absent.
    pub(crate) signed: Option<i32>,
    /// Days until the last day at the school.
    pub(crate) leaves: Option<i32>,
}

/// Whether the head authorised somebody to post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Posting {
    Authorised,
    NotAuthorised,
}

use Posting::{Authorised, NotAuthorised};

/// The head, who approves accounts.
pub(crate) const HEAD: &str = "S001";
/// The author of most drafts.
pub(crate) const AUTHOR: &str = "S014";

const fn person(
    id: &'static str,
    (title, forename, surname): (&'static str, &'static str, &'static str),
    role: &'static str,
    posting: Posting,
    (trained, signed): (Option<i32>, Option<i32>),
    leaves: Option<i32>,
) -> Person {
    Person { id, title, forename, surname, role, posting, trained, signed, leaves }
}

const LATELY: (Option<i32>, Option<i32>) = (Some(58), Some(75));
const SIGNED: (Option<i32>, Option<i32>) = (None, Some(75));
const NEITHER: (Option<i32>, Option<i32>) = (None, None);

/// Everyone, by id.
#[rustfmt::skip]
pub(crate) const STAFF: &[Person] = &[
    person("S001", ("Mrs", "Helen", "Ravenscroft"), "Headteacher", Authorised, LATELY, None),
    person("S002", ("Mr", "David", "Okonjo"), "Deputy headteacher and DSL", Authorised, LATELY, None),
    person("S003", ("Ms", "Joanna", "Birchall"), "School business manager", Authorised, LATELY, None),
    person("S004", ("Mrs", "Farzana", "Sheikh"), "Assistant headteacher", NotAuthorised, SIGNED, None),
    person("S005", ("Mrs", "Gillian", "Tolley"), "Family support worker and deputy DSL", NotAuthorised, SIGNED, None),
    person("S006", ("Miss", "Laura", "Hollis"), "Class teacher, Holly", NotAuthorised, SIGNED, None),
    person("S007", ("Mrs", "Wendy", "Willis"), "Class teacher, Willow", NotAuthorised, SIGNED, None),
    person("S008", ("Mr", "Gareth", "Beynon"), "Class teacher, 1B", NotAuthorised, SIGNED, None),
    person("S009", ("Miss", "Siobhán", "McGrath"), "Class teacher, 1M", NotAuthorised, SIGNED, None),
    person("S010", ("Mrs", "Anneka", "Coulson"), "Class teacher, 2C", NotAuthorised, SIGNED, None),
    person("S011", ("Mr", "Ravi", "Thakrar"), "Class teacher, 2T", NotAuthorised, SIGNED, None),
    person("S012", ("Mrs", "Teresa", "Jessop"), "Class teacher, 3J", NotAuthorised, SIGNED, None),
    person("S013", ("Ms", "Agata", "Stachura"), "Class teacher, 3S", NotAuthorised, SIGNED, None),
    person("S014", ("Ms", "Rachel", "Whitfield"), "Class teacher, 4W, and social media lead", Authorised, LATELY, None),
    person("S015", ("Mr", "Colin", "Heslop"), "Class teacher, 4H", NotAuthorised, SIGNED, None),
    person("S016", ("Miss", "Yasmeen", "Dar"), "Class teacher, 5D", Authorised, (Some(1180), Some(75)), None),
    person("S017", ("Mr", "Nigel", "Pocock"), "Class teacher, 5P", NotAuthorised, SIGNED, None),
    person("S018", ("Mrs", "Bernadette", "Redfern"), "Class teacher, 6R", Authorised, SIGNED, None),
    person("S019", ("Mr", "Lewis", "Tranter"), "Class teacher, 6T", NotAuthorised, SIGNED, None),
    person("S020", ("Mr", "Kelvin", "Aduloju"), "PE lead", NotAuthorised, SIGNED, None),
    person("S021", ("Miss", "Pippa", "Sedgwick"), "Music teacher", Authorised, LATELY, None),
    person("S022", ("Mrs", "Denise", "Cropper"), "Special needs co-ordinator", NotAuthorised, SIGNED, None),
    person("S023", ("Mrs", "Irena", "Pawlak"), "Teaching assistant", NotAuthorised, SIGNED, None),
    person("S024", ("Ms", "Chantelle", "Bogle"), "Teaching assistant", NotAuthorised, SIGNED, None),
    person("S025", ("Mrs", "Sunita", "Rao"), "Teaching assistant", NotAuthorised, SIGNED, None),
    person("S026", ("Mr", "Liam", "Corrigan"), "Teaching assistant", Authorised, LATELY, Some(-24)),
    person("S027", ("Mrs", "Maureen", "Duffield"), "Midday supervisor", NotAuthorised, NEITHER, None),
    person("S028", ("Mr", "Trevor", "Cragg"), "Site manager", NotAuthorised, SIGNED, None),
    person("S029", ("Mr", "Owain", "Tudor"), "Network manager", NotAuthorised, SIGNED, None),
    person("S030", ("Mrs", "Kath", "Eccles"), "Office administrator", Authorised, (Some(58), None), None),
    person("S031", ("Mrs", "Olena", "Havryliuk"), "Teaching assistant", NotAuthorised, SIGNED, None),
    person("S032", ("Mr", "Barry", "Stubbs"), "Catering manager", NotAuthorised, NEITHER, None),
    person("S033", ("Dr", "Patience", "Amoah"), "Chair of governors", NotAuthorised, SIGNED, None),
    person("S034", ("Rev", "Alan", "Thwaite"), "Governor", NotAuthorised, SIGNED, None),
    person("S035", ("Mrs", "Nasreen", "Latif"), "Parent governor", NotAuthorised, SIGNED, None),
    person("S036", ("Mr", "Geoffrey", "Lumb"), "Governor", NotAuthorised, NEITHER, None),
    person("S037", ("Mrs", "Heather", "Goodall"), "Volunteer reader", NotAuthorised, NEITHER, None),
    person("S038", ("Miss", "Tamsin", "Roskilly"), "Trainee teacher", NotAuthorised, NEITHER, Some(120)),
];

impl Person {
    /// The address at the school: the initial and the surname, in plain letters.
    pub(crate) fn email(&self) -> String {
        let initial: String = self.forename.chars().take(1).collect();
        format!("{initial}.{}@oakfield.example", self.surname).to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_addresses_are_one_persons() {
        for (at, one) in STAFF.iter().enumerate() {
            assert!(one.email().is_ascii(), "{}", one.id);
            for other in STAFF.iter().skip(at + 1) {
                assert!(one.id != other.id && one.email() != other.email(), "{}", one.id);
            }
        }
    }
}

//! The pupils whom the drafts and the tests need: chosen by hand, with known answers in the register.
//!
//! Everyone else is drawn by [`crate::pupils`], who never gets the forename of somebody here: a first
//! name in a draft then means one pupil.

/// What the consent register says of a pupil's pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Yes to pictures and films, on social media and the website.
    Granted,
    /// The same, and yes to the name too.
    GrantedWithName,
    /// No to all.
    Refused,
    /// Yes once; no since a week ago.
    Withdrawn,
    /// Asked, and not answered.
    Pending,
    /// Yes to pictures, no to films.
    ImagesOnly,
    /// Yes to the website, no to social media.
    WebsiteOnly,
    /// The family objects.
    Objected,
    /// Yes, for a year that is over.
    Expired,
    /// Not a row.
    NoRow,
}

/// A pupil chosen by hand.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) class: &'static str,
    pub(crate) forename: &'static str,
    pub(crate) surname: &'static str,
    pub(crate) more: &'static [More],
    pub(crate) standing: Standing,
}

/// What else is known of a pupil chosen by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    KnownAs(&'static str),
    Middle(&'static str),
    SurnameUsed(&'static str),
    /// The last day on roll, in days after the day for which the school is made.
    Leaves(i32),
    DoNotPublish,
}

use More::{DoNotPublish, KnownAs, Leaves, Middle, SurnameUsed};
use Standing::{
    Expired, Granted, GrantedWithName, ImagesOnly, NoRow, Objected, Pending, Refused, WebsiteOnly,
    Withdrawn,
};

const fn member(
    class: &'static str,
    forename: &'static str,
    surname: &'static str,
    more: &'static [More],
    standing: Standing,
) -> Member {
    Member { class, forename, surname, more, standing }
}

/// The pupils of the drafts, by what they show.
pub(crate) const ZOFIA: &Member =
    &member("4W", "Zofia", "Wiśniewska", &[Middle("Maria")], GrantedWithName);
pub(crate) const TUNDE: &Member =
    &member("4W", "Babatunde", "Adeyemi", &[KnownAs("Tunde")], GrantedWithName);
pub(crate) const CARYS: &Member =
    &member("4W", "Carys", "Llewellyn", &[Middle("Angharad")], GrantedWithName);
pub(crate) const MAYA: &Member = &member("4W", "Maya", "Patel", &[], GrantedWithName);
pub(crate) const NIAMH: &Member =
    &member("6T", "Niamh", "O'Sullivan", &[Middle("Bríd")], GrantedWithName);
pub(crate) const RHYS: &Member = &member("5P", "Rhys", "Pritchard", &[], GrantedWithName);
pub(crate) const CALLUM: &Member = &member("5P", "Callum", "Fraser", &[], Refused);
pub(crate) const AMIRA: &Member = &member("3S", "Amira", "Haddad", &[], Withdrawn);
pub(crate) const JESSICA: &Member =
    &member("6R", "Jessica", "Thornton", &[Middle("Anne"), DoNotPublish], Granted);
pub(crate) const MIRZA: &Member = &member("2C", "Mirza", "Hadžić", &[], WebsiteOnly);

/// Everyone chosen by hand.
pub(crate) const CAST: &[&Member] = &[
    ZOFIA,
    TUNDE,
    CARYS,
    MAYA,
    NIAMH,
    RHYS,
    CALLUM,
    AMIRA,
    JESSICA,
    MIRZA,
    // Two of one name in one class, with different answers.
    &member("2C", "Oliver", "Smith", &[KnownAs("Ollie")], Granted),
    &member("2C", "Oliver", "Smith", &[Middle("James")], Refused),
    // Twins, and their sister.
    &member("1B", "Tadhg", "Mac Giolla", &[], Granted),
    &member("1B", "Sorcha", "Mac Giolla", &[], Granted),
    &member("5D", "Bláithín", "Mac Giolla", &[], ImagesOnly),
    // Names that are words.
    &member("3J", "Will", "May", &[], Granted),
    &member("3S", "Grace", "Long", &[], Granted),
    &member("1M", "Rose", "Field", &[], Granted),
    &member("6R", "Hunter", "King", &[], Pending),
    &member("4H", "Mark", "Young", &[], Granted),
    &member("Willow", "Summer", "Day", &[], Granted),
    &member("Holly", "Joy", "Best", &[], NoRow),
    // A full name that is also a place of the school, and a surname that a teacher bears.
    &member("6T", "Florence", "Hall", &[KnownAs("Flo")], Granted),
    &member("1M", "Edith", "Whitfield", &[], Granted),
    // Two letters; one name alone; many parts.
    &member("Holly", "Bo", "Ng", &[], Granted),
    &member("2T", "Nirmala", "", &[], Granted),
    &member("5D", "Maria-Luísa", "van der Westhuizen", &[Middle("Sofia Inês")], Granted),
    // Known by another surname than the legal one.
    &member("4H", "Tyler", "Marsden", &[SurnameUsed("Kershaw")], Refused),
    // Never to be published.
    &member("Willow", "Kieran", "Ashdown", &[DoNotPublish], Refused),
    &member("3J", "Leila", "Farouk", &[DoNotPublish], NoRow),
    // One who has left, and one who is about to.
    &member("6T", "Joshua", "Pemberton", &[Leaves(-41)], Granted),
    &member("2T", "Anh", "Lương", &[Leaves(33)], Granted),
    // Further answers.
    &member("5D", "Ebenezer", "Quaye", &[], Objected),
    &member("6R", "Dorota", "Grabowska", &[], Expired),
];

//! Forenames and surnames by origin, from which the pupils are drawn.
//!
//! Common names of the languages and countries that English primary schools meet, written down for
//! this example: with diacritics, hyphens, apostrophes, particles, two letters. A surname with a
//! stroke has a form for boys and one for girls. Within a list, names are parted by a comma.

mod africa;
mod asia;
mod europe;
mod isles;

/// The names of one origin.
#[derive(Debug)]
pub(crate) struct Origin {
    /// How many in a thousand pupils.
    pub(crate) share: usize,
    pub(crate) girls: &'static str,
    pub(crate) boys: &'static str,
    pub(crate) surnames: &'static str,
    /// Whether middle names are usual.
    pub(crate) middle: Middle,
}

/// Whether children of an origin usually have middle names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Middle {
    Usual,
    Rare,
}

/// All origins; the shares add up to a thousand.
pub(crate) const ORIGINS: &[&[Origin]] =
    &[isles::ORIGINS, europe::ORIGINS, asia::ORIGINS, africa::ORIGINS];

/// What children of these forenames are called every day.
pub(crate) const KNOWN_AS: &[(&str, &str)] = &[
    ("Aleksandra", "Ola"),
    ("Alexander", "Alex"),
    ("Alfie", "Alf"),
    ("Benjamin", "Ben"),
    ("Charlotte", "Lottie"),
    ("Daniel", "Danny"),
    ("Edward", "Teddy"),
    ("Eleanor", "Nell"),
    ("Elizabeth", "Libby"),
    ("Florence", "Flo"),
    ("Frederick", "Freddie"),
    ("Isabella", "Bella"),
    ("Jakub", "Kuba"),
    ("Jennifer", "Jenny"),
    ("Joseph", "Joe"),
    ("Katarzyna", "Kasia"),
    ("Małgorzata", "Gosia"),
    ("Matilda", "Tilly"),
    ("Mohammed", "Mo"),
    ("Nathaniel", "Nate"),
    ("Oleksandr", "Sasha"),
    ("Oliver", "Ollie"),
    ("Oluwaseun", "Seun"),
    ("Patrick", "Paddy"),
    ("Rebecca", "Becky"),
    ("Samuel", "Sam"),
    ("Thomas", "Tom"),
    ("Theodore", "Theo"),
    ("Volodymyr", "Vova"),
    ("William", "Will"),
];

/// The everyday names that children with a Chinese forename choose at school.
pub(crate) const CHOSEN: &[&str] = &["Jason", "Cindy", "Vivian", "Kevin", "Amy", "Leo", "Coco"];

/// The names of a list.
pub(crate) fn split(list: &'static str) -> Vec<&'static str> {
    list.split(',').map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_whole() {
        let all = || ORIGINS.iter().copied().flatten();
        assert_eq!(all().map(|origin| origin.share).sum::<usize>(), 1000);
        for list in all().flat_map(|origin| [origin.girls, origin.boys, origin.surnames]) {
            let names = split(list);
            assert!(names.len() >= 8, "too few in {list}");
            assert!(names.iter().all(|name| !name.is_empty()), "an empty name in {list}");
            assert!(!list.contains("  "), "a doubled space in {list}");
        }
    }
}

//! Rosters of any size, made by seeded code, and posts with a pupil's name in one of a hundred.
//!
//! Forenames are common ones of many origins, surnames are put together from pieces, so that there are tens
//! of thousands of each; nobody in them exists. The same seed gives the same roster on every machine.

use gatepost_model::PupilKey;
use gatepost_records::{Pupil, Roster};

use crate::corpus::Corpus;
use crate::random::Random;

const FORENAMES: &[&str] = &[
    "Aaliyah",
    "Aaron",
    "Abigail",
    "Adam",
    "Aisha",
    "Alex",
    "Alfie",
    "Alice",
    "Amelia",
    "Amina",
    "Amy",
    "Anaya",
    "Andrei",
    "Anna",
    "Archie",
    "Arjun",
    "Arthur",
    "Ava",
    "Ayaan",
    "Bartosz",
    "Beatrice",
    "Bella",
    "Benjamin",
    "Bilal",
    "Callum",
    "Carys",
    "Charlie",
    "Charlotte",
    "Chidi",
    "Chloe",
    "Daisy",
    "Daniel",
    "David",
    "Deniz",
    "Dylan",
    "Edward",
    "Efe",
    "Eilidh",
    "Eleanor",
    "Elijah",
    "Ella",
    "Emily",
    "Emre",
    "Erin",
    "Ethan",
    "Evie",
    "Faith",
    "Fatima",
    "Finley",
    "Florence",
    "Freddie",
    "Freya",
    "George",
    "Grace",
    "Hamza",
    "Hannah",
    "Harper",
    "Harriet",
    "Harry",
    "Henry",
    "Hope",
    "Hugo",
    "Ibrahim",
    "Imogen",
    "Ioana",
    "Isaac",
    "Isabella",
    "Isla",
    "Ivy",
    "Jack",
    "Jacob",
    "Jakub",
    "James",
    "Jasmine",
    "Jessica",
    "Joseph",
    "Joshua",
    "Julia",
    "Kacper",
    "Kai",
    "Katie",
    "Khadija",
    "Kofi",
    "Layla",
    "Leo",
    "Lewis",
    "Liam",
    "Lily",
    "Linh",
    "Logan",
    "Lola",
    "Lucas",
    "Lucy",
    "Luke",
    "Maisie",
    "Maria",
    "Mark",
    "Maryam",
    "Mason",
    "Matilda",
    "Max",
    "Maya",
    "Megan",
    "Mia",
    "Mihai",
    "Millie",
    "Mohammed",
    "Molly",
    "Musa",
    "Nathan",
    "Niamh",
    "Noah",
    "Oleksandr",
    "Olivia",
    "Oluwaseun",
    "Oscar",
    "Owen",
    "Patryk",
    "Phoebe",
    "Poppy",
    "Priya",
    "Rahul",
    "Reuben",
    "Rhys",
    "Riley",
    "Rose",
    "Rosie",
    "Ruby",
    "Ryan",
    "Samuel",
    "Sara",
    "Scarlett",
    "Sebastian",
    "Sienna",
    "Simran",
    "Sofia",
    "Sophie",
    "Stanley",
    "Summer",
    "Syed",
    "Teddy",
    "Theo",
    "Thomas",
    "Toby",
    "Tomos",
    "Victoria",
    "Wei",
    "William",
    "Willow",
    "Xinyi",
    "Yusuf",
    "Zachary",
    "Zara",
    "Zofia",
];

const FIRST: &[&str] = &[
    "Al", "Ar", "Ash", "Ban", "Bar", "Beck", "Bel", "Ben", "Bir", "Blan", "Bol", "Brad", "Bram",
    "Bren", "Brom", "Cal", "Car", "Chad", "Chal", "Clay", "Col", "Cran", "Cul", "Dal", "Dar",
    "Den", "Dun", "Ed", "El", "Fair", "Fen", "Gar", "Gil", "Gran", "Had", "Hal", "Har", "Hath",
    "Hol", "Hun", "Kel", "Ken", "Kil", "Lang", "Lin", "Mal", "Mar", "Mel", "Mor", "Nor", "Old",
    "Pen", "Ram", "Rad", "Ros", "San", "Sel", "Shel", "Stan", "Tal", "Thorn", "Tor", "Tun", "Wal",
    "War", "Wel", "Whit", "Win", "Wool", "Yar",
];

const MIDDLE: &[&str] = &[
    "", "a", "an", "ber", "ders", "den", "ding", "e", "en", "er", "ers", "es", "in", "ing", "ka",
    "ker", "len", "ling", "man", "mer", "ni", "nings", "o", "ring", "sen", "ter", "ther", "ton",
];

const LAST: &[&str] = &[
    "bank", "berg", "born", "bridge", "brook", "bury", "by", "combe", "cott", "dale", "don",
    "field", "ford", "grave", "ham", "hurst", "ington", "kin", "land", "ley", "low", "man", "mead",
    "mere", "more", "over", "ridge", "royd", "shaw", "side", "son", "stead", "ston", "thorpe",
    "ton", "vale", "well", "wick", "wood", "worth", "yard", "czyk", "escu", "ova", "ski", "akis",
    "singh", "oglu",
];

/// A roster of so many pupils, in classes of thirty.
pub fn roster(seed: u64, pupils: usize) -> Roster {
    let mut random = Random::new(seed);
    let pupils = (0..pupils).map(|number| {
        let class = number / 30;
        Pupil {
            key: PupilKey::new(format!("P{number:06}")),
            forename: random.pick(FORENAMES).to_owned(),
            preferred_forename: None,
            middle_names: random.chance(500).then(|| random.pick(FORENAMES).to_owned()),
            surname: surname(&mut random),
            preferred_surname: None,
            year: Some(format!("Year {}", class % 13 + 1)),
            class: Some(format!("{}{}", class % 13 + 1, class / 13)),
            born: None,
            leaves: None,
            do_not_publish: false,
        }
    });
    Roster::new(pupils.collect())
}

/// The first posts of a seed with together so many bytes, with a name of the roster in one of a hundred.
pub fn posts(seed: u64, bytes: usize, roster: &Roster) -> Vec<String> {
    let mut random = Random::new(seed);
    let posts = Corpus::of_bytes(seed, bytes).into_iter().map(|post| {
        let mut text = post.text;
        if random.chance(10)
            && let Some(pupil) = roster.pupils().get(random.below(roster.pupils().len()))
        {
            text.push_str(" Well done ");
            text.push_str(&pupil.forename);
            text.push(' ');
            text.push_str(&pupil.surname);
            text.push('!');
        }
        text
    });
    posts.collect()
}

fn surname(random: &mut Random) -> String {
    let written = [random.pick(FIRST), random.pick(MIDDLE), random.pick(LAST)].concat();
    if random.chance(30) {
        format!("{written}-{}{}", random.pick(FIRST), random.pick(LAST))
    } else {
        written
    }
}

#[cfg(test)]
mod tests {
    use super::{posts, roster};

    #[test]
    fn a_seed_fixes_the_roster() {
        let names = |pupils: usize| -> Vec<String> {
            let roster = roster(3, pupils);
            roster.pupils().iter().map(|p| format!("{} {}", p.forename, p.surname)).collect()
        };
        assert_eq!(names(50), names(50));
        assert_eq!(names(50)[..], names(80)[..50]);
        let one = roster(3, 50);
        let named =
            posts(4, 200_000, &one).iter().filter(|post| post.contains(" Well done ")).count();
        assert!(named > 0);
    }
}

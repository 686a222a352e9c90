//! The pupils: thirty in each of fourteen classes, drawn from names of many origins.
//!
//! In goes the calendar alone; out come the same people in every year, with birthdays and numbers that
//! fit it. A class holds its members of the [cast](crate::cast) first, then children drawn by a fixed
//! seed: some with middle names, names they are known by, double surnames, brothers and sisters.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use crate::calendar::{Calendar, shift};
use crate::cast::{CAST, Member, More, Standing};
use crate::origins::{self, KNOWN_AS, Middle, ORIGINS, Origin};
use crate::random::Random;
use crate::upn::upn;

/// The classes, by year: reception's are called after trees, the others after their teachers.
pub(crate) const CLASSES: [(&str, usize); 14] = [
    ("Holly", 0),
    ("Willow", 0),
    ("1B", 1),
    ("1M", 1),
    ("2C", 2),
    ("2T", 2),
    ("3J", 3),
    ("3S", 3),
    ("4H", 4),
    ("4W", 4),
    ("5D", 5),
    ("5P", 5),
    ("6R", 6),
    ("6T", 6),
];

/// How many pupils a class has.
const CLASS_SIZE: usize = 30;

/// A pupil of the invented school.
#[derive(Debug, Clone)]
pub(crate) struct Pupil {
    pub(crate) upn: String,
    pub(crate) forename: String,
    pub(crate) known_as: String,
    pub(crate) middle: String,
    pub(crate) surname: String,
    pub(crate) surname_used: String,
    pub(crate) year: usize,
    pub(crate) class: &'static str,
    pub(crate) born: Date,
    pub(crate) leaves: Option<Date>,
    pub(crate) do_not_publish: bool,
    pub(crate) standing: Standing,
}

/// All pupils, class by class and in the order of their surnames.
pub(crate) fn pupils(calendar: &Calendar) -> Vec<Pupil> {
    let mut draw = Draw::new(calendar);
    let mut pupils = Vec::new();
    for (class, year) in CLASSES {
        let mut members: Vec<Pupil> = CAST
            .iter()
            .filter(|member| member.class == class)
            .map(|member| draw.member(member, class, year))
            .collect();
        while members.len() < CLASS_SIZE {
            members.push(draw.pupil(class, year));
        }
        members.sort_by(|one, other| {
            (&one.surname, &one.forename, &one.upn).cmp(&(
                &other.surname,
                &other.forename,
                &other.upn,
            ))
        });
        pupils.extend(members);
    }
    pupils
}

/// The pupil whom a member of the cast became.
pub(crate) fn find<'p>(pupils: &'p [Pupil], member: &Member) -> Option<&'p Pupil> {
    pupils.iter().find(|pupil| {
        (pupil.class, &*pupil.forename, &*pupil.surname)
            == (member.class, member.forename, member.surname)
    })
}

/// What is drawn, and what has been drawn before.
struct Draw<'c> {
    calendar: &'c Calendar,
    random: Random,
    reserved: BTreeSet<&'static str>,
    used: BTreeSet<(String, String)>,
    families: Vec<Family>,
    joined: [usize; 7],
}

/// Children of one surname share its origin.
struct Family {
    origin: &'static Origin,
    surname: &'static str,
    year: usize,
}

impl<'c> Draw<'c> {
    fn new(calendar: &'c Calendar) -> Self {
        let known = CAST.iter().flat_map(|member| member.more).filter_map(|more| match more {
            More::KnownAs(name) => Some(*name),
            _ => None,
        });
        Self {
            calendar,
            random: Random::new(0x0A4F_1E1D),
            reserved: CAST.iter().map(|member| member.forename).chain(known).collect(),
            used: BTreeSet::new(),
            families: Vec::new(),
            joined: [0; 7],
        }
    }

    fn member(&mut self, member: &Member, class: &'static str, year: usize) -> Pupil {
        let mut pupil = self.blank(class, year);
        member.forename.clone_into(&mut pupil.forename);
        member.surname.clone_into(&mut pupil.surname);
        pupil.standing = member.standing;
        for more in member.more {
            match *more {
                More::KnownAs(name) => name.clone_into(&mut pupil.known_as),
                More::Middle(name) => name.clone_into(&mut pupil.middle),
                More::SurnameUsed(name) => name.clone_into(&mut pupil.surname_used),
                More::Leaves(days) => pupil.leaves = Some(shift(self.calendar.today, days)),
                More::DoNotPublish => pupil.do_not_publish = true,
            }
        }
        pupil
    }

    fn pupil(&mut self, class: &'static str, year: usize) -> Pupil {
        let mut pupil = self.blank(class, year);
        pupil.standing = self.standing();
        loop {
            let (origin, surname) = self.family(year);
            let girl = self.random.chance(50);
            let list = if girl { origin.girls } else { origin.boys };
            let forenames = origins::split(list);
            let forename = self.random.pick(&forenames);
            let surname = self.surname(origin, surname, girl);
            let name = (forename.to_owned(), surname.clone());
            if self.reserved.contains(forename) || !self.used.insert(name) {
                continue;
            }
            forename.clone_into(&mut pupil.forename);
            pupil.surname = surname;
            self.other_names(&mut pupil, origin, &forenames);
            return pupil;
        }
    }

    /// An origin and a surname: those of an elder brother or sister, or new ones.
    fn family(&mut self, year: usize) -> (&'static Origin, &'static str) {
        if self.random.chance(14) {
            let at = self.random.below(self.families.len());
            if let Some(family) = self.families.get(at).filter(|family| family.year != year) {
                return (family.origin, family.surname);
            }
        }
        let mut ticket = self.random.below(1000);
        let mut origins = ORIGINS.iter().copied().flatten();
        // The shares add up to a thousand, so that one of them takes the ticket.
        let origin = origins.find(|origin| {
            let mine = ticket < origin.share;
            ticket = ticket.saturating_sub(origin.share);
            mine
        });
        let origin = origin.expect("the shares of all origins add up to a thousand");
        let surname = self.random.pick(&origins::split(origin.surnames));
        self.families.push(Family { origin, surname, year });
        (origin, surname)
    }

    /// The form of a surname for a girl or a boy; now and then a double name.
    fn surname(&mut self, origin: &'static Origin, surname: &str, girl: bool) -> String {
        let form = match surname.split_once('/') {
            Some((_, hers)) if girl => hers,
            Some((his, _)) => his,
            None => surname,
        };
        let plain = !form.contains([' ', '-', '\'', '/']);
        if origin.middle == Middle::Usual && plain && self.random.chance(5) {
            let second = self.random.pick(&origins::split(origin.surnames));
            if !second.contains([' ', '-', '\'', '/']) && second != form {
                return format!("{form}-{second}");
            }
        }
        form.to_owned()
    }

    fn other_names(&mut self, pupil: &mut Pupil, origin: &Origin, forenames: &[&str]) {
        let share = if origin.middle == Middle::Usual { 55 } else { 8 };
        if self.random.chance(share) {
            let middle = self.random.pick(forenames);
            if middle != pupil.forename && !self.reserved.contains(middle) {
                middle.clone_into(&mut pupil.middle);
            }
        }
        let short = KNOWN_AS.iter().find(|(legal, _)| *legal == pupil.forename);
        if let Some((_, short)) = short.filter(|(_, short)| !self.reserved.contains(short))
            && self.random.chance(45)
        {
            (*short).clone_into(&mut pupil.known_as);
        }
        if origin.girls.starts_with("Ai,") && self.random.chance(35) {
            self.random.pick(origins::CHOSEN).clone_into(&mut pupil.known_as);
        }
    }

    /// What the register says of somebody who was drawn.
    fn standing(&mut self) -> Standing {
        match self.random.below(100) {
            0..74 => Standing::Granted,
            74..77 => Standing::GrantedWithName,
            77..84 => Standing::Refused,
            84..86 => Standing::Withdrawn,
            86..89 => Standing::Pending,
            89..92 => Standing::ImagesOnly,
            92..95 => Standing::WebsiteOnly,
            95..96 => Standing::Objected,
            96..97 => Standing::Expired,
            _ => Standing::NoRow,
        }
    }

    /// A pupil of this class without a name: with number and birthday.
    fn blank(&mut self, class: &'static str, year: usize) -> Pupil {
        let joined = self.calendar.year() - i16::try_from(year).unwrap_or(0);
        let serial = self.joined.get_mut(year).map_or(0, |count| {
            *count += 1;
            *count
        });
        let days = i32::try_from(self.random.below(365)).unwrap_or(0);
        Pupil {
            upn: upn(joined, serial),
            forename: String::new(),
            known_as: String::new(),
            middle: String::new(),
            surname: String::new(),
            surname_used: String::new(),
            year,
            class,
            // Children who start reception have turned four before September.
            born: shift(date(joined - 5, 9, 1), days),
            leaves: None,
            do_not_publish: false,
            standing: Standing::Granted,
        }
    }
}

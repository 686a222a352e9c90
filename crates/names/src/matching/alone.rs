//! A forename or a rare surname alone: `Jack from 4W`, `Well done Maya!`, `Tunnicliffe scores`.
//!
//! There are several Jacks in a school and thousands in a county, and `May`, `Rose` and `Lincoln` are
//! words. A name alone is therefore a mention only where something says whose it is: the draft declares
//! the pupil or the class, the class or year stands in the same sentence, the full name stands elsewhere
//! in the draft, words of praise stand before it, someone of the family beside it, or it stands in what
//! belongs to a picture. And it is none where what stands beside it says otherwise: a title, another
//! surname, *street* or *class*, an article before a word. The larger the roster, the less praise says.

use gatepost_model::{Certainty, Field, NameForm};

use crate::lexicon::Kind;
use crate::matching::context::{
    Context, Group, Groups, groups_anywhere, groups_beside, is_praised, relative_beside,
};
use crate::matching::full::is_anothers;
use crate::matching::occurrences::{Occurrence, Occurrences};
use crate::matching::titled;
use crate::mention::{Mention, Reason, Who};
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::{How, Role, Sense};

/// A forename that so many pupils of the year or class have says too little.
const MOST_CANDIDATES: usize = 30;

/// One that so many have says too little after praise alone.
const MOST_PRAISED: usize = 12;

/// A short form that so many may have says too little after praise alone.
const MOST_NICKED: usize = 3;

/// A surname that more pupils have is not rare.
const MOST_RARE: usize = 4;

/// A surname alone has as many letters at least.
const LEAST_SURNAME: usize = 4;

/// A surname that is a forename elsewhere has as many letters at least.
const LONG_SURNAME: usize = 10;

/// On larger rosters, praise and pictures alone say nothing: somebody fits every name.
const LARGE: u32 = 5_000;

/// The names that stand alone for a pupil, beside those found before.
pub(crate) fn find(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    context: &Context,
    mentions: &mut Vec<Mention>,
) {
    let mut found: Vec<Mention> = Vec::new();
    // The longest that ends last comes first: `Anne-Marie` before `Marie`.
    for one in occurrences.by_end() {
        let (first, last) = (one.first, one.last);
        if mentions.iter().chain(&found).any(|mention| mention.meets(first, last)) {
            continue;
        }
        let sight = Sight { scene, one, occurrences };
        if sight.is_something_else() {
            continue;
        }
        let forename = one.forename.is_some().then(|| sight.whose_forename(context)).flatten();
        let surname = || {
            one.surname.filter(|how| *how == How::Whole).and_then(|_| sight.whose_surname(context))
        };
        let (found_by, form) = match forename {
            Some(forename) => (Some(forename), NameForm::First),
            None => (surname(), NameForm::Part),
        };
        let Some((pupils, certainty, reason)) = found_by else { continue };
        let span = scene.span(first, last);
        found.push(Mention {
            span,
            first,
            last,
            certainty,
            who: Who::Pupils(pupils, form),
            reason,
        });
    }
    mentions.append(&mut found);
}

/// One name and what stands around it.
struct Sight<'a> {
    scene: &'a Scene<'a>,
    one: &'a Occurrence,
    occurrences: &'a Occurrences,
}

type Whose = Option<(Vec<u32>, Certainty, Reason)>;

impl Sight<'_> {
    /// The pupils of a name to whom something points, the nearest first; none if they are too many.
    fn fit(&self, role: Role, most: usize, fits: &dyn Fn(u32) -> bool) -> Vec<u32> {
        let people = &self.scene.index.people;
        let bearings =
            if role == Role::Forename { &people.by_forename } else { &people.by_surname };
        let near = |sense: &Sense| role == Role::Forename || sense.how <= How::Whole;
        let all = self.one.senses(self.scene, role).filter(near).flat_map(|sense| {
            let named = bearings.of(sense.name).iter().filter(|bearing| !bearing.is_middle());
            let named = named.map(|bearing| bearing.person());
            let fit = move |person: &u32| people.pupil(*person).is_some() && fits(*person);
            named.filter(fit).map(move |person| (sense.how, person))
        });
        // Too many are counted before they are kept.
        if all.clone().take(2 * most + 1).count() > 2 * most {
            return Vec::new();
        }
        let mut found: Vec<(How, u32)> = all.collect();
        found.sort_unstable();
        let mut pupils: Vec<u32> = Vec::with_capacity(found.len());
        for (_, person) in found {
            if !pupils.contains(&person) {
                pupils.push(person);
            }
        }
        if pupils.len() > most { Vec::new() } else { pupils }
    }

    fn among(
        &self,
        role: Role,
        groups: &(impl Iterator<Item = Group> + Clone),
        most: usize,
    ) -> Vec<u32> {
        if groups.clone().next().is_none() {
            return Vec::new();
        }
        let people = &self.scene.index.people;
        self.fit(role, most, &|number| {
            people.pupil(number).is_some_and(|pupil| groups.clone().any(|group| group.has(pupil)))
        })
    }

    /// The pupils of this forename whom the context points to.
    fn whose_forename(&self, context: &Context) -> Whose {
        let role = Role::Forename;
        let (scene, first) = (self.scene, self.one.first);
        let found = |pupils: Vec<u32>, certainty, reason| {
            (!pupils.is_empty()).then_some((pupils, certainty, reason))
        };
        if !context.declared.is_empty() {
            let declared = self.fit(role, MOST_CANDIDATES, &|p| context.declared.contains(&p));
            let doubtful = scene.is_small(first) || self.has_other_surname();
            let sure = if doubtful { Certainty::Possible } else { Certainty::Likely };
            if let Some(found) = found(declared, sure, Reason::Declared) {
                return Some(found);
            }
        }
        if scene.is_small(first)
            || self.has_other_surname()
            || self.is_class_name()
            || is_anothers(scene, self.occurrences, first)
        {
            return None;
        }
        if !context.named.is_empty() {
            let named = self.fit(role, MOST_CANDIDATES, &|p| context.named.contains(&p));
            if let Some(found) = found(named, Certainty::Likely, Reason::NamedInFull) {
                return Some(found);
            }
        }
        // Half a forename needs one of those: `Marie` may be anyone.
        let declared = self.among(role, &context.groups.iter().copied(), MOST_CANDIDATES);
        if let Some(found) = found(declared, Certainty::Possible, Reason::DeclaredGroup) {
            return Some(found);
        }
        let beside = Groups::gather(groups_beside(scene, first));
        let near = self.among(role, &beside.iter(), MOST_CANDIDATES);
        if let Some(found) = found(near, Certainty::Possible, Reason::ClassBeside) {
            return Some(found);
        }
        let of_family = relative_beside(scene, first, self.one.last).is_some();
        if self.is_far() && scene.field.media().is_none() {
            return None;
        }
        let all = |most| self.fit(role, most, &|_| true);
        if of_family && !self.is_word() {
            return found(all(MOST_PRAISED), Certainty::Possible, Reason::OfFamily);
        }
        if scene.field.media().is_some() {
            // Whoever an alternative text, a file name or a caption names is on the picture.
            return found(all(MOST_CANDIDATES), Certainty::Possible, Reason::OfPicture);
        }
        // Somebody else is praised: nobody of this name is in the class beside it.
        let praised = beside.iter().next().is_none()
            && !self.is_word()
            && scene.index.people.pupils() <= LARGE
            && self.is_praised();
        let nick = self.one.forename.is_some_and(|how| how > How::Variant);
        let most = if nick { MOST_NICKED } else { MOST_PRAISED };
        praised.then(|| found(all(most), Certainty::Possible, Reason::Praised)).flatten()
    }

    /// The pupils of this surname whom the context points to.
    fn whose_surname(&self, context: &Context) -> Whose {
        let role = Role::Surname;
        let (scene, first, last) = (self.scene, self.one.first, self.one.last);
        let found = |pupils: Vec<u32>, certainty, reason| {
            (!pupils.is_empty()).then_some((pupils, certainty, reason))
        };
        let anothers = scene.joined_before(first).is_some_and(|before| {
            (scene.is_capital(before) || scene.letter(before).is_some())
                && !(scene.begins_sentence(before)
                    && (scene.kinds(before).has(Kind::Common) || scene.kinds(before).is_word()))
        });
        if scene.is_small(first)
            || anothers
            || self.has_other_surname()
            || self.is_word() && (scene.begins_sentence(first) || scene.has_no_capitals())
            || scene.kinds(first).has(Kind::Common)
            || scene.kinds(first).has(Kind::Place)
            || scene.joined_before(first).is_some_and(|at| scene.kinds(at).has(Kind::Article))
        {
            return None;
        }
        let near = |set: &std::collections::HashSet<u32>| {
            self.fit(role, MOST_CANDIDATES, &|person| set.contains(&person))
        };
        for (set, reason) in
            [(&context.declared, Reason::Declared), (&context.named, Reason::NamedInFull)]
        {
            if !set.is_empty()
                && let Some(found) = found(near(set), Certainty::Likely, reason)
            {
                return Some(found);
            }
        }
        let kinds = scene.kinds(first);
        let rare = scene.slice(first).chars().count() >= LEAST_SURNAME
            && !kinds.has(Kind::Common)
            && (!kinds.has(Kind::Forename) || scene.slice(first).len() >= LONG_SURNAME)
            && !kinds.is_word()
            && !scene.has_no_capitals()
            && first == last
            && self.one.forename.is_none()
            && scene.index.people.pupils() <= LARGE;
        if !rare {
            return None;
        }
        let groups = Groups::gather(groups_anywhere(scene));
        let praised = self.is_praised();
        if !praised && groups.iter().next().is_none() {
            return None;
        }
        let people = &scene.index.people;
        let all = self.fit(role, MOST_RARE, &|_| true);
        let staff = self.one.senses(scene, role).any(|sense| {
            people.by_surname.of(sense.name).iter().any(|one| people.pupil(one.person()).is_none())
        });
        if all.is_empty() || staff {
            return None;
        }
        let of_group = self.among(role, &groups.iter(), MOST_RARE);
        if !of_group.is_empty() {
            return found(of_group, Certainty::Possible, Reason::ClassBeside);
        }
        praised.then(|| found(all, Certainty::Possible, Reason::Praised)).flatten()
    }

    /// True if the form is only half of a forename.
    fn is_far(&self) -> bool {
        self.one.forename.is_none_or(|how| how >= How::Half)
    }

    fn is_word(&self) -> bool {
        (self.one.first..=self.one.last)
            .any(|at| self.scene.kinds(at).is_word() || self.scene.kinds(at).has(Kind::Common))
    }

    /// True after words of praise, alone or in a list of names.
    fn is_praised(&self) -> bool {
        is_praised(self.scene, self.one.first)
    }

    /// True where a neighbour says that this is no name: a title, a street, a month.
    fn is_something_else(&self) -> bool {
        let (scene, first, last) = (self.scene, self.one.first, self.one.last);
        let tagged = scene.piece(first).is_some_and(|piece| piece.is_mute)
            && !matches!(scene.field, Field::Name(_));
        if tagged || titled::precedes(scene, first) || scene.kinds(first).has(Kind::Relative) {
            return true;
        }
        let next = scene.joined_after(last);
        if next.is_some_and(|next| scene.kinds(next).has(Kind::Thing) && !self.is_own(last)) {
            return true;
        }
        if !matches!(scene.field, Field::Name(_)) && self.is_hyphenated() {
            return true;
        }
        let kinds = scene.kinds(first);
        if !kinds.is_word() {
            return false;
        }
        // A name that is a word as well, from here on.
        let before = scene.joined_before(first);
        let numbered = |at: usize| scene.slice(at).starts_with(|c: char| c.is_numeric());
        let date = |at: usize| numbered(at) || scene.kinds(at).has(Kind::Date);
        let article = before.is_some_and(|at| scene.kinds(at).has(Kind::Article));
        let dated = !kinds.has(Kind::Word) && before.is_some_and(date)
            || kinds.has(Kind::Calendar) && next.is_some_and(date);
        article
            || dated
            || !scene.is_capital(first)
            || scene.has_no_capitals()
            || scene.begins_sentence(first) && !self.is_set_off()
    }

    /// True if an apostrophe makes what follows its own.
    fn is_own(&self, at: usize) -> bool {
        self.scene.between(at).contains(['\'', '’'])
    }

    /// True if a comma, a bracket, an apostrophe or *and* follows: `May, who is in Year 3`.
    fn is_set_off(&self) -> bool {
        let after = self.scene.between(self.one.last);
        after.contains([',', '(', '\'', '’'])
            || matches!(self.scene.slice(self.one.last + 1), "and" | "from" | "in" | "&")
    }

    /// True if a capitalised word follows that may be another's surname: `Jack Grealish`, `Jack B. Yeats`.
    fn has_other_surname(&self) -> bool {
        let (scene, next) = (self.scene, self.one.last + 1);
        let listed = self.occurrences.beginning(next).any(|one| {
            // In a heading or a tag, another forename follows.
            one.forename.is_some_and(|how| how < How::Half)
                && scene.gap(next) == Gap::Parts
                && one.surname.is_none()
        });
        matches!(scene.between(self.one.last), " " | "\u{a0}")
            && !matches!(scene.field, Field::Name(_))
            && !listed
            && scene.is_capital(next)
            && (scene.slice(next).chars().count() > 1 || scene.is_capital(next + 1))
            && !scene.slice(next).contains(|c: char| c.is_numeric())
            && !scene.kinds(next).has(Kind::Year)
    }

    /// True if a class has this name too: `Holly` may be the class.
    fn is_class_name(&self) -> bool {
        let piece = self.scene.piece(self.one.first);
        piece.is_some_and(|piece| self.scene.index.is_class_word(piece.hash))
    }

    /// True if a hyphen ties it to a neighbour: `Jack-o'-lantern`, or the end of `Anne-Marie`.
    fn is_hyphenated(&self) -> bool {
        let hyphen = |between: &str| matches!(between, "-" | "‐" | "‑");
        hyphen(self.scene.between(self.one.last))
            || self.one.first.checked_sub(1).is_some_and(|left| hyphen(self.scene.between(left)))
    }
}

//! A clause of a policy: what it asks, how that is met, and what its rules mean.
//!
//! A clause stands for one sentence or paragraph of a school's policy, in our own wording. Those that
//! no program can check are clauses too, so that nobody believes that they are checked.

use gatepost_model::{Certainty, Field, Rule, Severity};

/// A clause of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its name within the pack: `data-protection.full-names`. A verdict cites `pack:id`.
    pub id: String,
    /// Where it stands in the school's policy, as the policy numbers or heads its sections.
    pub section: String,
    /// What it asks of a draft, in our own words.
    pub asks: String,
    /// How it is met; one way at least.
    pub met: Vec<Met>,
    /// The rules that it gives a meaning, in the order of the pack. Those of its planned rules that
    /// exist by now are among them.
    pub rules: Vec<&'static Rule>,
    /// Ids of rules that it will have and that do not exist yet: never counted as met.
    pub planned_rules: Vec<String>,
    /// What else it waits for, in words: `the comment log`.
    pub planned: Option<String>,
    /// What a finding of its rules means, where the conditions below are met; otherwise it is advice.
    pub severity: Severity,
    /// The certainty from which a finding holds, where the clause names one; else it is the usual one
    /// of the rule ([`Clause::holds_from`]).
    pub from: Option<Certainty>,
    /// The attestation that, validly given, turns its findings into advice.
    pub unless_attested: Option<String>,
    /// True if it lets a finding on a pupil's name go where the register has the family's consent to the
    /// name on this channel.
    pub unless_name_consent: bool,
    /// The situation in which alone it holds.
    pub when: Option<When>,
    /// Rules one of which must have found something in the same draft too; empty: no such condition.
    pub with: Vec<&'static Rule>,
    /// The parts of a draft in which alone it holds; empty: in all of them.
    pub fields: Vec<FieldKind>,
    /// The attestations by which it is met.
    pub attests: Vec<String>,
    /// The roles that see a draft which it holds, the most concerned first.
    pub route: Vec<String>,
    /// The roles any of which may let such a draft go; empty: those of the route.
    pub approve: Vec<String>,
    /// The roles that must all have agreed as well, whoever else did.
    pub must: Vec<String>,
    /// How many different people must agree; 1 unless given. The author never counts.
    pub approvals: u32,
    /// The reason shown to people.
    pub why: String,
}

/// How a clause is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Met {
    /// By rules that hold in every pack.
    Floor,
    /// By rules that hold.
    Rule,
    /// By rules that tell and do not hold.
    Advice,
    /// By a named person's confirmation, without which a draft is held.
    Attest,
    /// By a record that the program keeps.
    Record,
    /// By saying who must be told and who may decide.
    Route,
    /// Not at all: it is about conduct that no draft shows.
    Outside,
    /// Not yet, in whole or in part.
    Planned,
}

/// A situation on which an attestation or a clause depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Pupils are, or may be, pictured.
    PupilsPictured,
    /// The purpose of the draft is `learning`.
    PurposeLearning,
    /// The draft quotes another's work.
    QuotedWork,
    /// A picture carries another's copyright notice.
    ThirdPartyCopyright,
}

/// A part of a draft, whichever file it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKind {
    /// The draft as a whole.
    Draft,
    /// The words of the post.
    Text,
    /// An alternative text.
    Alt,
    /// A file's name.
    Name,
    /// Words in a file's metadata.
    Meta,
    /// The picture or film itself.
    Media,
}

impl Met {
    /// Every way, in the order in which people are told them.
    pub const ALL: [Self; 8] = [
        Self::Floor,
        Self::Rule,
        Self::Advice,
        Self::Attest,
        Self::Record,
        Self::Route,
        Self::Outside,
        Self::Planned,
    ];

    /// The word for it in a pack.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Rule => "rule",
            Self::Advice => "advice",
            Self::Attest => "attest",
            Self::Record => "record",
            Self::Route => "route",
            Self::Outside => "outside",
            Self::Planned => "planned",
        }
    }
}

impl When {
    /// Every situation.
    pub const ALL: [Self; 4] =
        [Self::PupilsPictured, Self::PurposeLearning, Self::QuotedWork, Self::ThirdPartyCopyright];

    /// The word for it in a pack.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PupilsPictured => "pupils-pictured",
            Self::PurposeLearning => "purpose-learning",
            Self::QuotedWork => "quoted-work",
            Self::ThirdPartyCopyright => "third-party-copyright",
        }
    }

    /// As a sentence says it.
    pub const fn told(self) -> &'static str {
        match self {
            Self::PupilsPictured => "where pupils are pictured",
            Self::PurposeLearning => "where the purpose is learning",
            Self::QuotedWork => "where another's work is quoted",
            Self::ThirdPartyCopyright => "where a picture carries another's copyright notice",
        }
    }
}

impl FieldKind {
    /// Every part, in the order of [`Field`].
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Text, Self::Alt, Self::Name, Self::Meta, Self::Media];

    /// The word for it in a pack, which is also how a verdict's `field` begins.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Text => "text",
            Self::Alt => "alt",
            Self::Name => "name",
            Self::Meta => "meta",
            Self::Media => "media",
        }
    }

    /// As a sentence says it.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Draft => "the draft as a whole",
            Self::Text => "the words",
            Self::Alt => "alternative texts",
            Self::Name => "file names",
            Self::Meta => "the data of a picture",
            Self::Media => "pictures",
        }
    }

    /// The kind of a field.
    pub const fn of(field: Field) -> Self {
        match field {
            Field::Draft => Self::Draft,
            Field::Text => Self::Text,
            Field::Alt(_) => Self::Alt,
            Field::Name(_) => Self::Name,
            Field::Meta(_) => Self::Meta,
            Field::Media(_) => Self::Media,
        }
    }
}

impl Clause {
    /// The certainty from which a finding of this rule holds by this clause: what the clause says, or
    /// else `likely` for words, links and personal data, whose rules call `possible` what a person
    /// would only mention, and `possible` for everything else.
    pub fn holds_from(&self, rule: &Rule) -> Certainty {
        self.from.unwrap_or(match rule.family() {
            "text" | "link" | "privacy" => Certainty::Likely,
            _ => Certainty::Possible,
        })
    }

    /// True if it gives this rule a meaning.
    pub fn names(&self, rule: &Rule) -> bool {
        self.rules.contains(&rule)
    }
}

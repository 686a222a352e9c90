//! A policy pack: a school's policy, as it is checked.

use std::collections::BTreeMap;
use std::path::Path;

use gatepost_model::{PolicyRef, Rule};
use jiff::civil::Date;

use crate::clause::Clause;
use crate::error::PolicyError;
use crate::parameters::{Attestation, Contact, Parameters};
use crate::parse;

pub(crate) const BUILTIN: &[(&str, &str)] = &[
    ("strict", include_str!("../packs/strict.toml")),
    ("holme-court", include_str!("../packs/holme-court.toml")),
    ("holy-cross", include_str!("../packs/holy-cross.toml")),
    ("woodstock", include_str!("../packs/woodstock.toml")),
    ("crockham-hill", include_str!("../packs/crockham-hill.toml")),
    ("hemswell-cliff", include_str!("../packs/hemswell-cliff.toml")),
];

/// A policy pack, read whole and found sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) date: Option<Date>,
    pub(crate) next_review: Option<Date>,
    pub(crate) held: String,
    pub(crate) roles: Vec<String>,
    pub(crate) route: Vec<String>,
    pub(crate) parameters: Parameters,
    pub(crate) attestations: Vec<Attestation>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) exception_roles: Vec<String>,
    pub(crate) concerns: BTreeMap<String, String>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) base: Option<String>,
    pub(crate) sha256: String,
}

/// The ids of the packs that are built in.
pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
    BUILTIN.iter().map(|(id, _)| *id)
}

impl Pack {
    /// Reads a built-in pack. `catalogue` is every rule of the house: a pack names rules, and each must
    /// be one of them.
    ///
    /// # Errors
    ///
    /// [`PolicyError::UnknownPack`] if there is none of this id; [`PolicyError::Faulty`] if it names a
    /// rule that is not in the catalogue.
    pub fn builtin(id: &str, catalogue: &[&'static Rule]) -> Result<Self, PolicyError> {
        let (_, text) = BUILTIN.iter().find(|(known, _)| *known == id).ok_or_else(|| {
            PolicyError::UnknownPack {
                id: id.to_owned(),
                known: builtin_ids().collect::<Vec<_>>().join(", "),
            }
        })?;
        Self::parse(text, &format!("{id}.toml"), catalogue)
    }

    /// Reads a pack from a file.
    ///
    /// # Errors
    ///
    /// [`PolicyError::Unreadable`] or [`PolicyError::Faulty`].
    pub fn open(path: &Path, catalogue: &[&'static Rule]) -> Result<Self, PolicyError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| PolicyError::Unreadable { path: path.to_owned(), source })?;
        Self::parse(&text, &path.display().to_string(), catalogue)
    }

    /// Reads a pack from its text; `file` is what errors call it.
    ///
    /// # Errors
    ///
    /// [`PolicyError::Faulty`], with everything that is wrong with it.
    pub fn parse(text: &str, file: &str, catalogue: &[&'static Rule]) -> Result<Self, PolicyError> {
        parse::pack(text, catalogue)
            .map_err(|faults| PolicyError::Faulty { file: file.to_owned(), faults })
    }

    /// Its id, with which verdicts cite it: `woodstock`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id of the built-in pack that it extends; its own where it extends none.
    pub fn base(&self) -> &str {
        self.base.as_deref().unwrap_or(&self.id)
    }

    /// The school and the policy that it stands for.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The day of the policy, the last of its month where only that is known.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The last day by which the policy was to be reviewed, if it says so.
    pub fn next_review(&self) -> Option<Date> {
        self.next_review
    }

    /// What a held draft is called by this policy.
    pub fn held(&self) -> &str {
        &self.held
    }

    /// Every role that its routes may name, the most concerned first.
    pub fn roles(&self) -> &[String] {
        &self.roles
    }

    /// The roles that see a held draft where no clause says otherwise.
    pub fn route(&self) -> &[String] {
        &self.route
    }

    /// What it asks of records and authors.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// What it wants confirmed, and when.
    pub fn attestations(&self) -> &[Attestation] {
        &self.attestations
    }

    /// Whom to turn to outside the school.
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// Who takes the place of a role where the holder of that role wrote the draft: a concern about the
    /// head goes to the chair of governors.
    pub fn concerns(&self) -> &BTreeMap<String, String> {
        &self.concerns
    }

    /// The roles any of which may grant an exception.
    pub fn exception_roles(&self) -> &[String] {
        &self.exception_roles
    }

    /// Its clauses: the floor, then its own in the order of the file.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clause that a verdict cites: by `pack:id` of this pack, or by its bare id.
    pub fn clause(&self, reference: &str) -> Option<&Clause> {
        let id = match reference.split_once(':') {
            Some((pack, id)) if pack == self.id => id,
            Some(_) => return None,
            None => reference,
        };
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// How a verdict cites a clause: `woodstock:data-protection.full-names`.
    pub fn cite(&self, clause: &Clause) -> String {
        format!("{}:{}", self.id, clause.id)
    }

    /// The clauses that give a rule a meaning, in the pack's order.
    pub fn clauses_of(&self, rule: &Rule) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(move |clause| clause.names(rule))
    }

    /// What a verdict says of the pack that it was judged by.
    pub fn reference(&self) -> PolicyRef {
        PolicyRef {
            pack: self.id.clone(),
            version: self.version.clone(),
            sha256: self.sha256.clone(),
        }
    }
}

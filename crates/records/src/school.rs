//! `school.toml`: who the school is.

use std::collections::BTreeMap;

use gatepost_model::{Limits, StaffId};
use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::consent::Medium;
use crate::problem::RecordsError;
use crate::readers;

/// What `school.toml` says.
#[derive(Debug, Clone, Default)]
pub struct SchoolFile {
    /// The school's name.
    pub name: String,
    /// The id of a built-in policy pack, or the path of a pack file, relative to the school folder.
    pub policy: String,
    /// Its own web and e-mail domains, in lower case.
    pub domains: Vec<String>,
    /// E-mail addresses and telephone numbers that may stand in a post, as written.
    pub contacts: Vec<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// Its unique reference number.
    pub urn: Option<String>,
    /// Its charity number.
    pub charity: Option<String>,
    /// Other sites that posts may link to, in lower case.
    pub links: Vec<String>,
    /// Other accounts that posts may name, with their `@`.
    pub handles: Vec<String>,
    /// Places, rooms and houses here: never a pupil.
    pub places: Vec<String>,
    /// Who fills each role.
    pub people: BTreeMap<String, Vec<StaffId>>,
    /// Its official accounts.
    pub accounts: Vec<Account>,
    /// Its own cameras, phones and tablets.
    pub devices: Vec<Device>,
    /// When it teaches.
    pub calendar: Calendar,
    /// What a draft may bring.
    pub limits: Limits,
    /// What the y/n columns of a consent register in wide form stand for.
    pub consent_columns: Vec<ConsentColumn>,
    /// The day on which the consent register was exported, where it is said: `[consent] exported`.
    pub consent_exported: Option<Date>,
}

/// What one y/n column of a consent register in wide form stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentColumn {
    /// The heading, as `school.toml` writes it.
    pub heading: String,
    /// What is asked; `None` for a column that has nothing to do with consent.
    pub asks: Option<Asks>,
}

/// The question that a column of a wide consent register answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asks {
    /// What the consent is for.
    pub medium: Medium,
    /// On which channel, in lower case.
    pub channel: String,
    /// Whether `y` means yes or no.
    pub sense: Sense,
}

/// Which way round a y/n column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// `y` grants.
    Granted,
    /// `y` refuses: `Website denied`.
    Denied,
}

impl SchoolFile {
    /// Reads the text of a `school.toml`.
    ///
    /// # Errors
    ///
    /// If it is not as it should be: with every problem found.
    pub fn parse(text: &str) -> Result<Self, RecordsError> {
        let school = readers::school::read(text);
        school.problems.finish().map(|_| school.file)
    }

    /// The account with this id.
    pub fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }
}

impl Account {
    /// The name of its channel in the consent register.
    pub fn channel(&self) -> &str {
        self.consent_channel.as_deref().unwrap_or(&self.platform)
    }
}

/// An official account of the school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// The folder's name under `inbox/`.
    pub id: String,
    /// `x`, `facebook`, `instagram`, `youtube`, `mastodon`, `bluesky`, `website`, `newsletter` or `other`.
    pub platform: String,
    /// Its handle, with the `@`.
    pub handle: Option<String>,
    /// The e-mail address that it is linked to.
    pub email: Option<String>,
    /// What it is for.
    pub aim: Option<String>,
    /// For whom.
    pub audience: Option<String>,
    /// How it is made known.
    pub promotion: Option<String>,
    /// `open` or `closed`.
    pub access: Option<String>,
    /// Who leads it; the first operator where none is named.
    pub lead: Option<StaffId>,
    /// Who approved it.
    pub approved_by: Option<StaffId>,
    /// When.
    pub approved_on: Option<Date>,
    /// Who signed the risk assessment.
    pub risk_assessed_by: Vec<StaffId>,
    /// When.
    pub risk_assessed_on: Option<Date>,
    /// Who may post on it.
    pub operators: Vec<StaffId>,
    /// The name of its channel in the consent register; the platform's name where none is given.
    pub consent_channel: Option<String>,
}

/// A camera, phone or tablet of the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The maker, as its EXIF data write it.
    pub make: String,
    /// The model, as its EXIF data write it.
    pub model: String,
    /// The serial number; phones write none.
    pub serial: Option<String>,
    /// Who approved it.
    pub approved_by: Option<StaffId>,
}

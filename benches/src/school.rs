//! A school to measure with: invented, and in a folder that goes when it is dropped.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use gatepost::School;
use serde::Deserialize;
use tempfile::TempDir;

/// A school in a folder of its own.
#[derive(Debug)]
pub struct Invented {
    /// The school.
    pub school: School,
    folder: TempDir,
}

/// Registers, which every school has, of one person each whom no text names.
const NO_PUPIL: &str = "pupil_id,forename,surname\nP001,Euphemia,Quoyle-Ravensbourne\n";
const NO_STAFF: &str = "staff id,forename,surname\nS001,Perpetua,Underhill-Vane\n";

/// What may be given of a school beside its pack.
#[derive(Debug, Default)]
pub struct Wanted<'p> {
    /// Its own contact points, as JSON: `{"school_name", "allow": {"phones", "email_domains",
    /// "postcodes", "handles"}}`.
    pub config: Option<&'p Path>,
    /// Its roster in CSV.
    pub roster: Option<&'p Path>,
    /// Its staff register in CSV.
    pub staff: Option<&'p Path>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Config {
    school_name: Option<String>,
    allow: Allow,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Allow {
    phones: Vec<String>,
    email_domains: Vec<String>,
    postcodes: Vec<String>,
    handles: Vec<String>,
}

/// `school.toml`, as far as words are judged by it.
#[derive(serde::Serialize)]
struct Settings<'c> {
    name: &'c str,
    policy: &'c str,
    domains: &'c [String],
    contacts: &'c [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    handles: &'c [String],
}

impl Invented {
    /// A school that follows the pack `strict`.
    ///
    /// # Errors
    ///
    /// If a file that was named cannot be read, or is not what it should be.
    pub fn new(wanted: &Wanted<'_>) -> Result<Self> {
        let config: Config = match wanted.config {
            None => Config::default(),
            Some(path) => serde_json::from_str(&read(path)?)
                .with_context(|| format!("{} is not a school's settings", path.display()))?,
        };
        let allow = &config.allow;
        let settings = Settings {
            name: config.school_name.as_deref().unwrap_or("Oakfield Primary School"),
            policy: "strict",
            domains: &allow.email_domains,
            contacts: &allow.phones,
            address: (!allow.postcodes.is_empty()).then(|| allow.postcodes.join(", ")),
            handles: &allow.handles,
        };
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("school.toml"), toml::to_string(&settings)?)?;
        let pupils = wanted.roster.map_or_else(|| Ok(NO_PUPIL.to_owned()), read)?;
        fs::write(folder.path().join("pupils.csv"), roster(&pupils)?)?;
        let staff = wanted.staff.map_or_else(|| Ok(NO_STAFF.to_owned()), read)?;
        fs::write(folder.path().join("staff.csv"), staff)?;
        let school = School::open(folder.path())?;
        Ok(Self { school, folder })
    }

    /// The invented school that `gatepost init` writes, with all its registers, under `strict`.
    ///
    /// # Errors
    ///
    /// If the folder cannot be written.
    pub fn example() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        for file in gatepost_example::registers("strict", jiff::civil::date(2026, 11, 20)) {
            fs::write(folder.path().join(&file.path), &file.bytes)?;
        }
        let school = School::open(folder.path())?;
        Ok(Self { school, folder })
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// A roster without its column of UPNs, so that findings name pupils by the id that labels use.
fn roster(text: &str) -> Result<String> {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let headings = rows.headers()?.clone();
    let has_id = headings.iter().any(|heading| heading == "pupil_id");
    let keep = |at: usize| !has_id || headings.get(at) != Some("upn");
    let mut without = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(Ok(headings.clone())).chain(rows.records()) {
        let row = row?;
        without.write_record(
            row.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, cell)| cell),
        )?;
    }
    Ok(String::from_utf8(without.into_inner()?)?)
}

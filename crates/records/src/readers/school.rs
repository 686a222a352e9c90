//! `school.toml`, from its text (contract, section 1).
//!
//! Everything that is wrong is told at once. Staff ids are looked up later, when the staff register is
//! read: here it is only kept where they stand.

use std::collections::BTreeMap;
use std::ops::Range;

use gatepost_model::StaffId;
use toml::de::DeTable;

use super::answers::medium_of;
use super::calendar;
use super::limits;
use crate::calendar::Calendar;
use crate::columns::plain;
use crate::platform::{PLATFORMS, nearest, platform};
use crate::problem::Problems;
use crate::school::{Account, Asks, ConsentColumn, Device, SchoolFile, Sense};
use crate::settings::{self, Section, Settings};
use crate::table::listed;

/// The file, as problems name it.
pub(crate) const FILE: &str = "school.toml";

/// `school.toml`, read.
pub(crate) struct School {
    /// What it says.
    pub(crate) file: SchoolFile,
    /// The staff ids in it.
    pub(crate) references: Vec<Reference>,
    /// What is wrong with it.
    pub(crate) problems: Problems,
}

/// A staff id that `school.toml` gives.
pub(crate) struct Reference {
    /// The id.
    pub(crate) id: StaffId,
    /// What it is given for: `"lead" of an account`.
    pub(crate) given_for: String,
    /// The line.
    pub(crate) line: usize,
}

/// Reads the text of a `school.toml`.
pub(crate) fn read(text: &str) -> School {
    let settings = Settings::new(FILE, text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let message = format!(
            "This line does not follow the form of the file ({}). Compare it with the lines around it.",
            error.message().trim().replace('\n', ", ")
        );
        settings.garbled(&error.span().unwrap_or_default(), message);
    }
    let mut references = References { settings: &settings, found: Vec::new() };
    let top = Section::new(&settings, table.get_ref(), "", 0..0);
    let file = school(&settings, top, &mut references);
    let references = references.found;
    School { file, references, problems: settings.into_problems() }
}

struct References<'s> {
    settings: &'s Settings<'s>,
    found: Vec<Reference>,
}

impl References<'_> {
    fn note(&mut self, given_for: &str, ids: Vec<(String, Range<usize>)>) -> Vec<StaffId> {
        let mut noted = Vec::with_capacity(ids.len());
        for (id, span) in ids {
            let id = StaffId::new(id);
            let line = self.settings.line(&span);
            self.found.push(Reference { id: id.clone(), given_for: given_for.to_owned(), line });
            noted.push(id);
        }
        noted
    }

    /// One id; a list of several is told.
    fn one(&mut self, section: &mut Section<'_>, key: &'static str, of: &str) -> Option<StaffId> {
        let value = section.value(key)?;
        let id = settings::text(self.settings, key, value)?;
        self.note(&format!("\"{key}\" of {of}"), vec![(id, value.span())]).pop()
    }

    fn several(&mut self, section: &mut Section<'_>, key: &'static str, of: &str) -> Vec<StaffId> {
        let ids = section.one_or_more(key);
        self.note(&format!("\"{key}\" of {of}"), ids)
    }
}

fn school(
    settings: &Settings<'_>,
    mut top: Section<'_>,
    references: &mut References<'_>,
) -> SchoolFile {
    let lower =
        |texts: Vec<String>| -> Vec<String> { texts.iter().map(|text| site(text)).collect() };
    let file = SchoolFile {
        name: top.required("name", "\"Oakfield Primary School\""),
        policy: top.required("policy", "\"strict\""),
        domains: lower(top.texts("domains")),
        contacts: top.texts("contacts"),
        address: top.text("address"),
        urn: top.text("urn"),
        charity: top.text("charity"),
        links: lower(top.texts("links")),
        handles: top.texts("handles").into_iter().map(handle).collect(),
        places: top.texts("places"),
        people: people(settings, &mut top, references),
        accounts: accounts(settings, &mut top, references),
        devices: devices(&mut top, references),
        calendar: if let Some(section) = top.section("calendar", "[calendar]") {
            calendar::read(settings, section)
        } else {
            let message = "There is no [calendar], so it is not known when lessons are on. Add one with \
                               teaching = [\"08:50-10:30\", ...] and terms.";
            settings.warn(None, message);
            Calendar::default()
        },
        limits: match top.section("limits", "[limits]") {
            Some(section) => limits::read(settings, section),
            None => gatepost_model::Limits::default(),
        },
        consent_columns: Vec::new(),
        consent_exported: None,
    };
    let (consent_columns, consent_exported) = consent(settings, &mut top);
    let file = SchoolFile { consent_columns, consent_exported, ..file };
    top.finish();
    file
}

/// A domain in lower case, without what a browser puts before it.
fn site(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    bare.unwrap_or(&lower).trim_start_matches('@').trim_end_matches('/').to_owned()
}

fn handle(text: String) -> String {
    if text.starts_with('@') { text } else { format!("@{text}") }
}

fn people(
    settings: &Settings<'_>,
    top: &mut Section<'_>,
    references: &mut References<'_>,
) -> BTreeMap<String, Vec<StaffId>> {
    let Some(section) = top.section("people", "[people]") else { return BTreeMap::new() };
    let roles = section.entries().map(|(role, value)| {
        let ids = settings::one_or_more(settings, role, value);
        (role.trim().to_lowercase(), references.note(&format!("\"{role}\" under [people]"), ids))
    });
    roles.collect()
}

fn accounts(
    settings: &Settings<'_>,
    top: &mut Section<'_>,
    references: &mut References<'_>,
) -> Vec<Account> {
    const OF: &str = "an account";
    let mut accounts: Vec<Account> = Vec::new();
    for mut section in top.sections("account", "[[account]]") {
        let id_span = section.value("id").map_or(section.span().clone(), toml::Spanned::span);
        let id = section.required("id", "\"facebook\"");
        if id.starts_with('.') || id.contains(['/', '\\']) {
            let message = "\"id\" is the name of a folder under inbox/, and may not begin with a dot or have a \
                           slash in it.";
            settings.stop(&id_span, message);
        }
        if accounts.iter().any(|other| !id.is_empty() && other.id.eq_ignore_ascii_case(&id)) {
            let message = "There is another account of this \"id\" above. Every account needs one of its own.";
            settings.stop(&id_span, message);
        }
        let platform = platform_of(settings, &mut section);
        let access = section.text("access");
        let access = access.map(|access| access.to_lowercase());
        if let (Some(access), Some(value)) = (&access, section.value("access"))
            && access != "open"
            && access != "closed"
        {
            settings::wrong(settings, "access", value, "\"open\" or \"closed\"");
        }
        let channel = section.text("consent_channel").map(|channel| channel.to_lowercase());
        accounts.push(Account {
            id,
            consent_channel: Some(channel.unwrap_or_else(|| platform.clone())),
            platform,
            handle: section.text("handle"),
            email: section.text("email"),
            aim: section.text("aim"),
            audience: section.text("audience"),
            promotion: section.text("promotion"),
            access,
            lead: references.one(&mut section, "lead", OF),
            approved_by: references.one(&mut section, "approved_by", OF),
            approved_on: section.date("approved_on"),
            risk_assessed_by: references.several(&mut section, "risk_assessed_by", OF),
            risk_assessed_on: section.date("risk_assessed_on"),
            operators: references.several(&mut section, "operators", OF),
        });
        section.finish();
    }
    accounts
}

fn platform_of(settings: &Settings<'_>, section: &mut Section<'_>) -> String {
    let word = section.required("platform", "\"facebook\"");
    if let Some(platform) = platform(&word) {
        return platform.to_owned();
    }
    if let Some(value) = section.value("platform").filter(|_| !word.is_empty()) {
        let hint = nearest(&word, PLATFORMS.iter().copied());
        let hint = hint.map(|near| format!(" Did you mean \"{near}\"?")).unwrap_or_default();
        let message =
            format!("This platform is not known. It is one of {}.{hint}", listed(PLATFORMS));
        settings.stop(&value.span(), message);
    }
    String::new()
}

fn devices(top: &mut Section<'_>, references: &mut References<'_>) -> Vec<Device> {
    let read = |mut section: Section<'_>| {
        let device = Device {
            make: section.required("make", "\"Canon\""),
            model: section.required("model", "\"Canon EOS 250D\""),
            serial: section.text("serial"),
            approved_by: references.one(&mut section, "approved_by", "a device"),
        };
        section.finish();
        device
    };
    top.sections("device", "[[device]]").into_iter().map(read).collect()
}

/// What `[consent]` says: the columns of a wide register, and the day of its export.
fn consent(
    settings: &Settings<'_>,
    top: &mut Section<'_>,
) -> (Vec<ConsentColumn>, Option<jiff::civil::Date>) {
    const TITLE: &str = "[consent.columns]";
    let Some(mut consent) = top.section("consent", "[consent]") else { return (Vec::new(), None) };
    let exported = consent.date("exported");
    let columns = consent.section("columns", TITLE);
    consent.finish();
    let mut found: Vec<ConsentColumn> = Vec::new();
    for (heading, value) in columns.iter().flat_map(Section::entries) {
        if found.iter().any(|other| plain(&other.heading) == plain(heading)) {
            let message =
                "This column is listed twice: case, blanks and punctuation do not matter.";
            settings.stop(&value.span(), message);
        }
        let form = "{ medium = \"image\", channel = \"social\" }";
        let Some(mut section) = settings::section(settings, heading, value, form) else { continue };
        let ignored = section.flag("ignore");
        let asks = if ignored {
            for key in ["medium", "channel", "denied"] {
                section.value(key);
            }
            None
        } else {
            asks(settings, &mut section)
        };
        section.finish();
        found.push(ConsentColumn { heading: heading.to_owned(), asks });
    }
    (found, exported)
}

fn asks(settings: &Settings<'_>, section: &mut Section<'_>) -> Option<Asks> {
    let word = section.required("medium", "\"image\"");
    let medium = medium_of(&word);
    if let (None, Some(value)) = (medium, section.value("medium"))
        && !word.is_empty()
    {
        let expected = "\"image\", \"video\", \"name\" or \"work\"";
        settings::wrong(settings, "medium", value, expected);
    }
    let channel = section.required("channel", "\"social\"").to_lowercase();
    let sense = if section.flag("denied") { Sense::Denied } else { Sense::Granted };
    Some(Asks { medium: medium?, channel, sense })
}

//! Reads the `[parameters]` of a pack.

use crate::error::FaultKind;
use crate::parameters::{AccountEmail, ConsentLasts, Exception, Parameters, Requirement};
use crate::source::Table;

const REQUIREMENTS: &[(&str, Requirement)] =
    &[("asked", Requirement::Asked), ("not-asked", Requirement::NotAsked)];

const EXCEPTIONS: &[(&str, Exception)] =
    &[("allowed", Exception::Allowed), ("none", Exception::None)];

const EMAILS: &[(&str, AccountEmail)] =
    &[("school-domain", AccountEmail::SchoolDomain), ("any", AccountEmail::Any)];

const LASTS: &[(&str, ConsentLasts)] = &[
    ("academic-year", ConsentLasts::AcademicYear),
    ("until-withdrawn", ConsentLasts::UntilWithdrawn),
];

const PARTICULARS: &[&str] = &["aim", "audience", "promotion", "access"];

const PURPOSES: &[&str] = &["reminder", "good-news", "achievement", "information", "learning"];

const PLATFORMS: &[&str] = &[
    "any",
    "x",
    "facebook",
    "instagram",
    "youtube",
    "mastodon",
    "bluesky",
    "website",
    "newsletter",
    "other",
];

/// The parameters of a pack; the default where it has none.
pub(super) fn parameters(root: &Table<'_>, roles: &[String]) -> Parameters {
    let mut parameters = Parameters::default();
    let Some(table) = root.table("parameters", "the parameters") else { return parameters };
    let requirement =
        |key| table.one_of(key, REQUIREMENTS, "`asked` or `not-asked`").unwrap_or_default();
    parameters.training = requirement("training");
    parameters.training_months = table.number("training_months");
    parameters.agreement = requirement("agreement");
    parameters.purpose = requirement("purpose");
    parameters.teaching_exception =
        table.one_of("teaching_exception", EXCEPTIONS, "`allowed` or `none`").unwrap_or_default();
    parameters.account_email =
        table.one_of("account_email", EMAILS, "`school-domain` or `any`").unwrap_or_default();
    parameters.consent_lasts = table
        .one_of("consent_lasts", LASTS, "`academic-year` or `until-withdrawn`")
        .unwrap_or_default();
    parameters.consent_register_days = table.number("consent_register_days");
    parameters.group_pictures = requirement("group_pictures");
    parameters.operators_at_least = table.number("operators_at_least").unwrap_or_default();
    let approvers = known(&table, "account_approvers", roles, "a role of this pack");
    if !approvers.is_empty() {
        parameters.account_approvers = approvers;
    }
    parameters.risk_assessment = known(&table, "risk_assessment", roles, "a role of this pack");
    parameters.account_particulars =
        known(&table, "account_particulars", PARTICULARS, "a particular of an account");
    if let Some(purposes) = table.table("purposes", "the purposes") {
        for (platform, allowed) in purposes.free_lists() {
            if !PLATFORMS.contains(&platform.text) {
                purposes.unknown(platform, PLATFORMS.iter().copied(), "a platform, or `any`");
            }
            for &purpose in &allowed {
                if !PURPOSES.contains(&purpose.text) {
                    purposes.unknown(purpose, PURPOSES.iter().copied(), "a purpose");
                }
            }
            let allowed = allowed.iter().map(|purpose| purpose.text.to_owned()).collect();
            parameters.purposes.insert(platform.text.to_owned(), allowed);
        }
    }
    if parameters.training == Requirement::NotAsked && parameters.training_months.is_some() {
        table.fault(FaultKind::WrongValue {
            key: "training".into(),
            expected: "`asked`, since `training_months` says how long it lasts".into(),
        });
    }
    table.finish();
    parameters
}

/// The words of a list, each of which must be one of those allowed.
pub(super) fn known(
    table: &Table<'_>,
    key: &'static str,
    allowed: &[impl AsRef<str>],
    expected: &str,
) -> Vec<String> {
    let mut words = Vec::new();
    for word in table.list(key) {
        if !allowed.iter().any(|known| known.as_ref() == word.text) {
            table.unknown(word, allowed.iter().map(AsRef::as_ref), expected);
        }
        words.push(word.text.to_owned());
    }
    words
}

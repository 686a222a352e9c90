//! Consent registers in the forms in which schools' systems export them: wide with questions as headings,
//! long, and long with consent types of the school's own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use gatepost_model::PupilKey;
use gatepost_records::{ConsentDecision, Giver, Medium, Records};
use jiff::civil::date;

const SCHOOL: &str = "name = \"Test\"\npolicy = \"strict\"\n[calendar]\nteaching = [\"09:00-15:00\"]\n\
                      terms = [{ from = 2026-09-02, to = 2026-12-18 }]\n";

fn opened(consent: &str, columns: &str) -> Result<Records, String> {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "school.toml",
        &format!("{SCHOOL}[consent]\nexported = 2026-11-02\n[consent.columns]\n{columns}\n"),
    );
    write("staff.csv", "staff id,forename,surname,authorised\nS1,Una,Brock,y\n");
    write("pupils.csv", "upn,pupil id,forename,surname\nA1,11,Ada,Penrose\nA2,12,Ben,Achebe\n");
    write("consent.csv", consent);
    Records::open(folder.path()).map_err(|problem| problem.to_string())
}

fn answers(records: &Records, key: &str) -> Vec<(Medium, String, ConsentDecision)> {
    let entries = records.consent.entries(&PupilKey::new(key)).iter();
    entries.map(|entry| (entry.medium, entry.channel.clone(), entry.decision)).collect()
}

const TYPES: &str = "\"Website photographs\" = { medium = \"image\", channel = \"website\" }\n\
                     \"Class photos\" = { medium = \"image\", channel = \"social\" }\n\
                     \"Local trips\" = { ignore = true }\n";

#[test]
fn consent_types_with_a_status_as_arbor_and_scholarpack_have_them() {
    for heading in ["Consent Type", "Permission"] {
        let export = format!(
            "UPN,Student,{heading},Status,Date\n\
             A1,\"PENROSE, Ada\",Website photographs,Confirmed,05/09/2026\n\
             A1,\"PENROSE, Ada\",Class photos,Declined,05/09/2026\n\
             A1,\"PENROSE, Ada\",Local trips,Confirmed,05/09/2026\n\
             A2,\"ACHEBE, Ben\",Class photos,Pending,\n"
        );
        let records = opened(&export, TYPES).unwrap();
        assert_eq!(
            answers(&records, "A1"),
            [
                (Medium::Image, "website".into(), ConsentDecision::Granted),
                (Medium::Image, "social".into(), ConsentDecision::Refused),
            ]
        );
        assert_eq!(
            answers(&records, "A2"),
            [(Medium::Image, "social".into(), ConsentDecision::Pending)]
        );
        let first = &records.consent.entries(&PupilKey::new("A1"))[0];
        assert_eq!(first.from, Some(date(2026, 9, 5)));
        assert_eq!(first.row, "consent.csv row 2");
        assert_eq!(records.school.consent_exported, Some(date(2026, 11, 2)));
    }
}

#[test]
fn states_and_who_said_so_as_juniper_has_them() {
    let export = "Pupil ID,Consent Type,State,Informed By\n\
                  11,Class photos,Granted,Mother\n\
                  11,Class photos,Not Granted,Father\n\
                  12,Class photos,Requested,\n\
                  12,Website photographs,Granted,Mr A. Achebe\n";
    let records = opened(export, TYPES).unwrap();
    let entries = records.consent.entries(&PupilKey::new("A1"));
    let said: Vec<_> = entries.iter().map(|entry| (entry.decision, entry.by)).collect();
    assert_eq!(
        said,
        [
            (ConsentDecision::Granted, Some(Giver::Mother)),
            (ConsentDecision::Refused, Some(Giver::Father)),
        ]
    );
    let entries = records.consent.entries(&PupilKey::new("A2"));
    assert_eq!(entries[0].decision, ConsentDecision::Pending);
    assert_eq!(entries[1].by, None, "a name is not kept");
}

#[test]
fn a_column_that_says_no_as_databridge_has_it() {
    let export = "UPN,Consent Type,Consent Denied,Date\nA1,Class photos,Y,2026-09-05\nA1,Website photographs,N,2026-09-05\n";
    let records = opened(export, TYPES).unwrap();
    assert_eq!(
        answers(&records, "A1"),
        [
            (Medium::Image, "social".into(), ConsentDecision::Refused),
            (Medium::Image, "website".into(), ConsentDecision::Granted),
        ]
    );
}

#[test]
fn a_type_that_is_not_listed_and_one_that_is_gone_stop() {
    let unlisted = "UPN,Consent Type,Status\nA1,Class photos,Confirmed\nA1,Website photographs,Confirmed\nA2,Press photos,Declined\n";
    let told = opened(unlisted, TYPES).unwrap_err();
    assert!(told.contains("row 4, column \"Consent Type\""), "{told}");
    assert!(told.contains("does not say what this consent type is about"), "{told}");
    assert!(!told.contains("Press photos"), "what stands in a cell is not repeated");
    let gone = "UPN,Consent Type,Status\nA1,Class photos,Confirmed\n";
    let told = opened(gone, TYPES).unwrap_err();
    assert!(
        told.contains("Website photographs") && told.contains("no row of the register"),
        "{told}"
    );
}

#[test]
fn ticks_and_questions_as_headings_as_sims_bromcom_and_parentmail_have_them() {
    let columns = "\"Photograph Student\" = { medium = \"image\", channel = \"any\" }\n\
                   \"May we use videos of your child on social media?\" = { medium = \"video\", channel = \"social\" }\n";
    let export = "Parental consents report\n\
                  UPN,Surname,Forename,Photograph Student,May we use videos of your child on social media?\n\
                  A1,Penrose,Ada,✓,No\n\
                  A2,Achebe,Ben,,Yes\n";
    let records = opened(export, columns).unwrap();
    assert_eq!(
        answers(&records, "A1"),
        [
            (Medium::Video, "social".into(), ConsentDecision::Refused),
            (Medium::Image, "any".into(), ConsentDecision::Granted),
        ]
    );
    assert_eq!(
        answers(&records, "A2"),
        [(Medium::Video, "social".into(), ConsentDecision::Granted)]
    );
}

#[test]
fn a_wide_register_s_own_columns_are_none_of_typed_form() {
    let columns = "\"Photos\" = { medium = \"image\", channel = \"social\" }";
    let told = opened("UPN,Photos,Permission\nA1,y,n\n", columns).unwrap_err();
    assert!(told.contains("\"Permission\": This column answers yes or no"), "{told}");
}

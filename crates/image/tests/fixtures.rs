//! Every rule against its table of cases: photos made by code, each flagged or not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod photo;

use gatepost_image::{AltText, DeviceRegister, RULES, Surroundings, examine, findings};
use gatepost_model::Limits;
use gatepost_records::Device;
use photo::Photo;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    photo: Photo,
    flagged: bool,
    why: String,
}

fn register() -> DeviceRegister {
    let device = |make: &str, model: &str, serial: Option<&str>| Device {
        make: make.into(),
        model: model.into(),
        serial: serial.map(str::to_owned),
        approved_by: None,
    };
    DeviceRegister::new(&[
        device("Canon", "Canon EOS 250D", Some("0123456789")),
        device("Apple", "iPad (9th generation)", None),
    ])
}

#[test]
fn every_rule_has_a_table_and_does_what_it_says() {
    let devices = register();
    for rule in RULES {
        let cases: Vec<Case> = gatepost_cases::table(&format!("{}.toml", rule.id));
        assert!(cases.iter().any(|case| case.flagged), "{}: no flagged case", rule.id);
        assert!(cases.iter().any(|case| !case.flagged), "{}: no clean case", rule.id);
        for case in cases {
            assert!(!case.why.is_empty());
            let alt = if case.photo.alt { AltText::Given } else { AltText::Missing };
            let own_names = ["Oakfield Primary School", "oakfield.example"];
            let surroundings = Surroundings { devices: &devices, alt, own_names: &own_names };
            let bytes = case.photo.bytes();
            let examination = examine(&bytes, case.photo.file_name(), &Limits::default());
            let found = findings(&examination, 3, &surroundings);
            let of_rule: Vec<_> = found.iter().filter(|finding| finding.rule == *rule).collect();
            assert_eq!(
                !of_rule.is_empty(),
                case.flagged,
                "{}: {} ({:?})",
                rule.id,
                case.name,
                found.iter().map(|finding| finding.rule.id).collect::<Vec<_>>()
            );
            assert!(of_rule.len() <= 1, "{}: {}", rule.id, case.name);
            for finding in of_rule {
                assert_eq!(finding.place.field.media(), Some(3));
            }
        }
    }
}

#[test]
fn no_message_repeats_what_was_found() {
    let photo = Photo {
        owner: Some("Quillon Ashby-Webb".into()),
        artist: Some("Quillon Ashby-Webb".into()),
        copyright: Some("Zarah Tideswell Pictures".into()),
        serial: Some("7391846205".into()),
        description: Some("Petra Lindqvist at the gate".into()),
        xmp: vec![["Iptc4xmpExt:PersonInImage".into(), "Petra Lindqvist".into()]],
        gps: Some([52.123_456, -1.654_321]),
        comment: Some("call Petra".into()),
        ..Photo::default()
    };
    let bytes = photo.bytes();
    let examination = examine(&bytes, "photo.jpg", &Limits::default());
    let devices = register();
    let surroundings = Surroundings { devices: &devices, alt: AltText::Missing, own_names: &[] };
    let found = findings(&examination, 0, &surroundings);
    assert!(found.len() >= 8);
    let shown = format!("{examination:?} {found:?}");
    for secret in ["Quillon", "Tideswell", "7391846205", "Petra", "52.123", "1.654"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    assert!(shown.contains("52.12°"));
}

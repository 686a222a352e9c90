//! The drafts: complete, in order but for what they show, and the same every time.

#![allow(clippy::unwrap_used, reason = "a test that cannot read what it tests has failed")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use gatepost_example::{ExampleDraft, Expect, Loose, PhotoSize, drafts, registers};
use jiff::civil::{Date, DateTime, date};

const DAY: Date = date(2026, 11, 20);

static DRAFTS: LazyLock<Vec<ExampleDraft>> = LazyLock::new(|| drafts(DAY, PhotoSize::Small));

fn file<'d>(draft: &'d ExampleDraft, name: &str) -> Option<&'d [u8]> {
    draft.files.iter().find(|file| file.path == Path::new(name)).map(|file| &*file.bytes)
}

fn text(draft: &ExampleDraft) -> &str {
    std::str::from_utf8(&draft.files[0].bytes).unwrap()
}

fn sheet(draft: &ExampleDraft) -> Option<toml::Table> {
    let bytes = file(draft, "post.toml")?;
    Some(toml::from_str(std::str::from_utf8(bytes).unwrap()).unwrap())
}

/// Column `column` of the roster.
fn roster(column: usize) -> Vec<String> {
    let files = registers("woodstock", DAY);
    let text = String::from_utf8(files[1].bytes.clone()).unwrap();
    text.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().to_owned()).collect()
}

#[test]
fn the_same_every_time() {
    let again = drafts(DAY, PhotoSize::Small);
    assert_eq!(again.len(), DRAFTS.len());
    for (one, other) in DRAFTS.iter().zip(&again) {
        assert_eq!((one.name, &one.files), (other.name, &other.files));
    }
}

#[test]
fn each_has_a_name_of_its_own_and_an_expectation_for_each_pack() {
    let names: BTreeSet<&str> = DRAFTS.iter().map(|draft| draft.name).collect();
    assert_eq!(names.len(), DRAFTS.len());
    for draft in DRAFTS.iter() {
        for pack in
            ["woodstock", "holy-cross", "strict", "holme-court", "crockham-hill", "hemswell-cliff"]
        {
            assert!(draft.expected(pack).is_some(), "{} under {pack}", draft.name);
        }
        assert_eq!(draft.expected("none"), None);
    }
    let different = |draft: &&ExampleDraft| {
        matches!(draft.expected("woodstock"), Some(Expect::Release))
            != matches!(draft.expected("holy-cross"), Some(Expect::Release))
    };
    assert!(DRAFTS.iter().filter(different).count() >= 3, "packs must differ");
}

#[test]
fn a_loose_text_lies_beside_the_folders() {
    let loose: Vec<_> = DRAFTS.iter().filter(|draft| draft.loose == Loose::Yes).collect();
    assert_eq!(loose.len(), 1);
    let placed = loose[0].in_inbox();
    assert_eq!(placed[0].path, Path::new("inbox/facebook/library-van.txt"));
    let sports = DRAFTS.iter().find(|draft| draft.name == "sports-day").unwrap();
    assert!(sports.in_inbox().iter().all(|file| file.path.starts_with("inbox/x/sports-day")));
}

#[test]
fn sheets_are_in_order() {
    let (numbers, forenames, surnames) = (roster(0), roster(1), roster(4));
    let on_roster = |who: &str| {
        numbers.iter().any(|upn| upn == who)
            || forenames.iter().zip(&surnames).any(|(f, s)| format!("{f} {s}") == who)
    };
    for draft in DRAFTS.iter() {
        let Some(sheet) = sheet(draft) else {
            assert_eq!(draft.loose, Loose::Yes, "{}", draft.name);
            continue;
        };
        assert_eq!(sheet["account"].as_str(), Some(draft.account));
        assert_eq!(sheet["author"].as_str(), Some("S014"));
        let at: DateTime = sheet["publish_at"].to_string().parse().unwrap();
        assert_eq!(at.date(), date(2026, 11, 23), "the Monday after that Friday");
        let media: Vec<_> = draft
            .files
            .iter()
            .filter(|file| {
                !file.path.starts_with("post.txt") && !file.path.starts_with("post.toml")
            })
            .collect();
        for file in &media {
            let name = file.path.to_str().unwrap();
            assert!(sheet["alt"].get(name).is_some(), "{} describes {name}", draft.name);
        }
        let pupils = sheet.get("pupils").and_then(|pupils| pupils.as_array());
        assert_eq!(
            pupils.is_none() && !media.is_empty(),
            draft.name == "climbing-frame",
            "{} declares its pupils",
            draft.name
        );
        for pupil in pupils.into_iter().flatten() {
            assert!(on_roster(pupil.as_str().unwrap()), "{}", draft.name);
        }
    }
}

/// A word that is a name of this roster would show more than the draft is there to show.
#[test]
fn words_are_nobodys_name_unless_meant() {
    let names: BTreeSet<String> = [1, 2, 3, 4, 5]
        .into_iter()
        .flat_map(roster)
        .flat_map(|name| name.split([' ', '-']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect();
    let meant = ["Jessica", "Thornton", "Niamh", "Zofia", "Tunde", "Carys"];
    for draft in DRAFTS.iter() {
        for word in text(draft).split(|c: char| !c.is_alphabetic()) {
            assert!(
                !names.contains(word) || meant.contains(&word),
                "{} has the word {word}",
                draft.name
            );
        }
    }
}

#[test]
fn photos_decode_but_for_those_that_show_damage() {
    for draft in DRAFTS.iter() {
        for file in &draft.files {
            if file.path.extension().is_some_and(|ending| ending == "txt" || ending == "toml") {
                continue;
            }
            match draft.name {
                "assembly" => {
                    assert!(file.bytes.ends_with(b"\xff\xd9"), "all of it is there");
                    assert!(image::load_from_memory(&file.bytes).is_err());
                }
                "library-corner" => assert!(file.bytes.starts_with(b"BM")),
                _ => {
                    let picture = image::load_from_memory(&file.bytes).unwrap();
                    assert_eq!(picture.width(), 640, "{}", draft.name);
                }
            }
        }
    }
}

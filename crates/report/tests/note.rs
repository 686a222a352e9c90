//! The line and the note.

mod common;

use common::{at, cleaned, gate, ruling, verdict};
use gatepost_model::Severity::{Advice, Hold};
use gatepost_report::{line, matters, why};

#[test]
fn a_line_says_the_gravest_reason_and_how_many_more() {
    let name = |rule| at(ruling(rule, Hold, "text"), 0, 10, "A1");
    let held = verdict(
        vec![
            ruling("attest/missing", Hold, "draft"),
            ruling("author/left", Hold, "draft"),
            name("names/name-with-image"),
            name("names/full-name-with-image"),
            ruling("image/missing-alt-text", Advice, "alt:a.jpg"),
        ],
        Vec::new(),
    );
    insta::assert_snapshot!(line(&held), @"held: a pupil's full name beside a picture, and 2 more reasons");

    let one = verdict(vec![ruling("author/left", Hold, "draft")], Vec::new());
    insta::assert_snapshot!(line(&one), @"held: the author has left the school");
}

#[test]
fn a_line_says_what_was_cleaned() {
    let nothing = verdict(Vec::new(), Vec::new());
    insta::assert_snapshot!(line(&nothing), @"released");

    let one = verdict(
        vec![ruling("image/location", Advice, "media:a.jpg")],
        vec![cleaned("a.jpg", &["exif", "serial", "gps"])],
    );
    insta::assert_snapshot!(line(&one), @"released, 1 photo cleaned (place, serial number)");

    let several = verdict(
        vec![
            ruling("image/location", Advice, "media:a.jpg"),
            ruling("image/missing-alt-text", Advice, "alt:a.jpg"),
            ruling("image/missing-alt-text", Advice, "alt:b.jpg"),
        ],
        vec![
            cleaned("a.jpg", &["gps", "timestamp", "device", "thumbnail"]),
            cleaned("b.jpg", &["caption"]),
            cleaned("c.jpg", &[]),
        ],
    );
    insta::assert_snapshot!(line(&several), @"released, 2 photos cleaned (place, captions, date and time, 2 more), with 1 note");
}

#[test]
fn a_note_says_what_to_put_right() {
    let gate = gate("holy-cross");
    let cite = |mut ruling: gatepost_model::Ruling, clause: &str| {
        ruling.clauses = vec![format!("holy-cross:{clause}")];
        ruling
    };
    let mut verdict = verdict(
        vec![
            cite(at(ruling("names/name-with-image", Hold, "text"), 0, 10, "A1"), "10.4.names"),
            ruling("attest/missing", Hold, "draft"),
            ruling("image/location", Advice, "media:#1"),
        ],
        vec![cleaned("#1", &["gps"])],
    );
    verdict.draft = "M···-wins\u{202e}".into();
    insta::assert_snapshot!(why(&verdict, &gate), @r#"
    Held for the Head Teacher: M···-wins[U+202E]

    Nothing has been published.
    Put right the 2 points below, then drop the draft into the inbox again.
    It must be seen by the designated safeguarding lead and the head teacher.

    What to put right
    -----------------

     1. A pupil's name beside a picture.
        Something was seen.
        Where: in the words of the post, at “M··· P····”.
        The pupil’s number is A1.
        To put it right: Leave the name out, or post without the picture.
        The policy, section 10.4: Photos of pupils never carry names: no part of a
        pupil's name in the words, the alternative text, a caption, a file name or
        anywhere else. A face and any part of a name together help a stranger to
        find a child.

     2. A confirmation is missing.
        Something was seen.
        To put it right: Look at the draft with this in mind, then write your
        staff id under `attest` in post.toml.

    Worth knowing
    -------------

      - What the files gave away is taken out: place.
    "#);
}

#[test]
fn the_same_said_of_several_pupils_is_one_matter() {
    let gate = gate("woodstock");
    let refused = |pupil: &str, field: &str| gatepost_model::Ruling {
        pupil: Some(pupil.into()),
        ..ruling("consent/refused", Hold, field)
    };
    let verdict = verdict(
        vec![
            refused("A1", "media:a.jpg"),
            refused("A2", "media:a.jpg"),
            refused("A1", "media:b.jpg"),
            refused("A2", "media:b.jpg"),
            refused("A3", "media:b.jpg"),
        ],
        Vec::new(),
    );
    let matters = matters(&verdict, gate.pack());
    assert_eq!(matters.len(), 2);
    assert_eq!(matters[0].pupils, ["A1", "A2"]);
    assert_eq!(matters[0].place, "in a.jpg and b.jpg");
    assert_eq!(matters[1].pupils, ["A3"]);
}

#[test]
fn a_note_is_plain_and_narrow() {
    let gate = gate("strict");
    let mut long = ruling("text/profanity", Hold, "text");
    long.excerpt = Some("\u{1b}[2J \u{202e}".repeat(30));
    long.message = "word ".repeat(100);
    let verdict = verdict(vec![long], Vec::new());
    let note = why(&verdict, &gate);
    assert!(!note.contains('\u{1b}') && !note.contains('\u{202e}') && !note.contains('\r'));
    assert!(note.ends_with('\n'));
    assert!(note.lines().all(|line| line.chars().count() <= 78 || !line.trim().contains(' ')));
}

#[test]
fn what_stands_together_is_one_matter() {
    let gate = gate("woodstock");
    let named = |start, end, pupil| at(ruling("names/full-name", Hold, "text"), start, end, pupil);
    let rude = |start: usize, word: &str| gatepost_model::Ruling {
        start: Some(start),
        end: Some(start + word.len()),
        excerpt: Some(word.into()),
        ..ruling("text/profanity", Hold, "text")
    };
    let verdict = verdict(
        vec![
            named(0, 10, "A1"),
            named(20, 30, "A1"),
            named(40, 50, "A2"),
            rude(60, "damn"),
            rude(70, "drat"),
        ],
        Vec::new(),
    );
    let matters = matters(&verdict, gate.pack());
    assert_eq!(matters.len(), 2);
    assert_eq!(matters[0].points[0].findings, [0, 1, 2]);
    assert_eq!(matters[0].whom().as_deref(), Some("2 pupils: A1 and A2."));
    assert_eq!(matters[1].quoted().as_deref(), Some("“damn”, “drat”"));
}

//! The page: whatever a draft brings, every finding is on it once and nothing of the draft runs.

mod common;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use common::{at, cleaned, gate, ruling, verdict};
use gatepost::{Gate, MediaOutcome, Outcome, ShownText};
use gatepost_model::Severity::{Advice, Hold};
use gatepost_model::{
    Certainty, Draft, Field, Media, MediaKind, MediaSource, Ruling, Severity, Verdict,
};
use gatepost_report::{line, matters, page, why};
use proptest::prelude::*;

/// The character that turns the words after it around.
const TURNED: char = '\u{202e}';

static GATE: LazyLock<Gate> = LazyLock::new(|| gate("woodstock"));

fn outcome(verdict: Verdict, texts: &[(Field, &str)], files: &[&str]) -> Outcome {
    let names: Vec<String> = files.iter().map(|&name| name.to_owned()).collect();
    Outcome {
        verdict,
        texts: texts
            .iter()
            .map(|&(field, text)| ShownText {
                field,
                label: field.label(&names),
                text: text.to_owned(),
            })
            .collect(),
        files: names
            .iter()
            .map(|name| MediaOutcome {
                label: name.clone(),
                kind: MediaKind::Image,
                release_name: name.clone(),
                examination: None,
                alt: None,
            })
            .collect(),
        text_name: None,
        held_by: Vec::new(),
    }
}

/// Every `id` and every local `href` of a page.
fn ids_and_links(page: &str) -> (Vec<&str>, Vec<&str>) {
    let after = |mark: &'static str| {
        page.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    };
    (after(" id=\""), after(" href=\"#"))
}

#[test]
fn overlapping_findings_are_marked_each_where_it_stands() {
    let text = "Well done Maya Patel of 4W";
    let verdict = verdict(
        vec![
            at(ruling("names/full-name", Hold, "text"), 10, 20, "A1"),
            at(ruling("names/first-name", Hold, "text"), 15, 26, "A2"),
        ],
        Vec::new(),
    );
    let outcome = outcome(verdict, &[(Field::Text, text)], &[]);
    let page = page(&outcome, &Draft::from_text("a", text), &GATE);
    assert!(page.contains(
        r#"<mark class="hold" id="mark-1">Maya </mark><mark class="hold" id="mark-2">Patel</mark>"#
    ));
    assert!(
        page.contains(r##"<mark class="hold"> of 4W</mark><a class="n hold" href="#point-2""##)
    );
}

#[test]
fn nothing_of_a_draft_runs_or_turns_the_page_around() {
    let hostile = "<script>alert('a')</script>\" onload=\"x \u{202e}drawer\u{0} {{ held }} & é";
    let name = "\"><img src=x onerror=alert(1)>.jpg";
    let mut verdict = verdict(
        vec![ruling("image/missing-alt-text", Advice, &format!("alt:{name}"))],
        vec![cleaned(name, &[])],
    );
    verdict.draft = hostile.into();
    verdict.account = Some(hostile.into());
    let outcome = outcome(
        verdict,
        &[
            (Field::Text, hostile),
            (Field::Name(0), name),
            (Field::Alt(0), hostile),
            (Field::Meta(0), hostile),
        ],
        &[name],
    );
    let mut draft = Draft::from_text(hostile, hostile);
    draft.author = Some(hostile.into());
    draft.purpose = Some(hostile.into());
    draft.groups = Some(vec![hostile.into()]);
    draft.in_reply_to = Some(hostile.into());
    draft.attest.given.insert(hostile.into(), hostile.into());
    draft.alt.insert(name.into(), hostile.into());
    draft.media.push(Media {
        name: name.into(),
        source: MediaSource::Bytes(b"no picture".as_slice().into()),
    });
    let page = page(&outcome, &draft, &GATE);
    let lower = page.to_lowercase();
    assert!(
        !lower.contains("<script") && !lower.contains("<img src=x") && !lower.contains("\" onload")
    );
    assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'));
    assert!(page.contains("U+202E") && page.contains("&#60;script&#62;"));
}

#[test]
fn a_page_reaches_for_nothing() {
    let outcome = outcome(verdict(Vec::new(), Vec::new()), &[(Field::Text, "Hello")], &[]);
    let page = page(&outcome, &Draft::from_text("a", "Hello"), &GATE);
    assert!(page.contains("default-src 'none'") && page.contains("noindex"));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("url("));
    let (_, links) = ids_and_links(&page);
    assert_eq!(page.matches("href=").count(), links.len());
}

#[test]
fn a_picture_is_shown_coarse_and_a_broken_one_in_words() {
    let mut bytes = Vec::new();
    let picture = image::RgbImage::from_pixel(800, 600, image::Rgb([200, 120, 90]));
    picture
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg)
        .expect("a picture");
    let media = |name: &str, bytes: &[u8]| Media {
        name: name.into(),
        source: MediaSource::Bytes(bytes.into()),
    };
    let mut draft = Draft::from_text("a", "");
    draft.media = vec![media("a.jpg", &bytes), media("b.jpg", &bytes[..bytes.len() / 8])];
    let verdict = verdict(Vec::new(), vec![cleaned("a.jpg", &[]), cleaned("b.jpg", &[])]);
    let outcome = outcome(verdict, &[], &["a.jpg", "b.jpg"]);
    let page = page(&outcome, &draft, &GATE);
    assert!(page.contains("width=\"420\" height=\"315\""));
    assert_eq!(
        page.matches("<details class=\"pic\">").count(),
        page.matches("class=\"veil\"").count()
    );
    assert!(page.matches("data:image/jpeg;base64,").count() >= 2);
    assert!(!page.contains("<details class=\"pic\" open"));
}

fn any_ruling() -> impl Strategy<Value = Ruling> {
    let rules: Vec<&'static str> =
        gatepost::catalogue().iter().map(|rule| rule.id).chain(["not/known"]).collect();
    let fields =
        ["text", "draft", "alt:a.jpg", "name:a.jpg", "meta:b\u{202e}.jpg", "media:a.jpg", "#"];
    (
        proptest::sample::select(rules),
        proptest::sample::select(fields.to_vec()),
        proptest::option::of((0usize..40, 0usize..40)),
        proptest::option::of("[A-C]"),
        proptest::option::of(".{0,12}"),
        proptest::bool::ANY,
        0usize..3,
        ".{0,30}",
    )
        .prop_map(|(rule, field, span, pupil, excerpt, hold, sure, message)| Ruling {
            rule: rule.into(),
            severity: if hold { Severity::Hold } else { Severity::Advice },
            field: field.into(),
            start: span.map(|span| span.0),
            end: span.map(|span| span.1),
            excerpt,
            pupil,
            candidates: Vec::new(),
            certainty: [Certainty::Possible, Certainty::Likely, Certainty::Certain][sure],
            clauses: vec!["woodstock:floor".into(), message.clone()],
            message,
            remedy: String::new(),
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_is_told_once_whatever_the_draft_is(
        text in ".{0,40}",
        meta in "(\\PC|\u{202e}|<script>|\n){0,20}",
        findings in proptest::collection::vec(any_ruling(), 0..12),
    ) {
        let count = findings.len();
        let verdict = verdict(findings, vec![cleaned("a.jpg", &["gps"])]);
        let matters = matters(&verdict, GATE.pack());
        let told: Vec<usize> =
            matters.iter().flat_map(|matter| &matter.points).flat_map(|point| point.findings.clone()).collect();
        prop_assert_eq!(told.len(), count);
        prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>().len(), count);
        prop_assert!(!line(&verdict).contains('\n'));
        let note = why(&verdict, &GATE);
        prop_assert!(!note.contains(TURNED));

        let texts =
            [(Field::Text, text.as_str()), (Field::Name(0), "a.jpg"), (Field::Meta(1), meta.as_str())];
        let outcome = outcome(verdict, &texts, &["a.jpg", "b\u{202e}.jpg"]);
        let page = page(&outcome, &Draft::from_text("a", &text), &GATE);
        prop_assert!(!page.to_lowercase().contains("<script"));
        prop_assert!(!page.contains(TURNED));
        let (ids, links) = ids_and_links(&page);
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        prop_assert_eq!(unique.len(), ids.len());
        for matter in &matters {
            let id = format!("point-{}", matter.number);
            prop_assert_eq!(ids.iter().filter(|known| **known == id).count(), 1);
        }
        for link in links {
            prop_assert!(unique.contains(link), "{link} leads nowhere");
        }
    }
}

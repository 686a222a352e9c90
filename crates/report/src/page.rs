//! A verdict as a page for the person who has to decide.
//!
//! In: an outcome, its draft, and the gate that judged it. Out: one HTML page that needs no network, no
//! script and no file beside it. It shows the draft's own words and pictures, since whoever reads it has
//! the draft; pictures are shown coarse until somebody asks. Colours, sizes and print: `page.css`.

use std::collections::BTreeSet;

use askama::Template;
use gatepost::{Gate, Outcome, Pack};
use gatepost_model::{Decision, Draft, Field, Severity};
use gatepost_policy::Contact;
use gatepost_records::SchoolFile;

use crate::declared::{account, declared};
use crate::marks::{Marks, Stretch};
use crate::matter::{Matter, matters};
use crate::next::{next, who};
use crate::photo::{Photo, photos};
use crate::visible::one_line;
use crate::words::{short, written_moment};

/// How many clauses of a matter are shown; the others are folded away.
const CLAUSES_SHOWN: usize = 2;

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'p> {
    held: bool,
    heading: &'p str,
    school: String,
    draft: String,
    account: Option<String>,
    who: Option<String>,
    next: String,
    words: Vec<Stretch>,
    photos: Vec<Photo>,
    holding: Vec<Matter>,
    advice: Vec<Matter>,
    /// The matters that are marked in a text.
    marked: BTreeSet<usize>,
    declared: Vec<(String, String)>,
    contacts: &'p [Contact],
    judged_at: String,
    policy: Judge,
    registers: Vec<(&'static str, String)>,
    version: &'static str,
}

struct Judge {
    title: String,
    version: String,
    sha256: String,
}

/// `report.html`: everything about one draft on one page.
pub fn page(outcome: &Outcome, draft: &Draft, gate: &Gate) -> String {
    render(outcome, draft, gate.pack(), &gate.records().school)
}

pub(crate) fn render(outcome: &Outcome, draft: &Draft, pack: &Pack, school: &SchoolFile) -> String {
    let verdict = &outcome.verdict;
    let matters = matters(verdict, pack);
    let mut marks = Marks::new(outcome, &matters);
    let marked = marks.marked();
    let words = outcome
        .texts
        .iter()
        .position(|text| text.field == Field::Text)
        .and_then(|index| Some((index, outcome.texts.get(index)?)))
        .map(|(index, text)| marks.stretches(index, 0, &text.text))
        .unwrap_or_default();
    let photos = photos(outcome, draft, &matters, &mut marks, &school.limits);
    let held = verdict.decision == Decision::Hold;
    let (holding, advice): (Vec<Matter>, Vec<Matter>) =
        matters.into_iter().partition(|matter| matter.severity == Severity::Hold);
    let records = &verdict.records;
    let page = Page {
        held,
        heading: if held { pack.held() } else { "Released" },
        school: one_line(&school.name),
        draft: one_line(&verdict.draft),
        account: verdict.account.as_deref().map(|id| account(id, school)),
        who: who(verdict),
        next: next(verdict, holding.len()),
        words,
        photos,
        holding,
        advice,
        marked,
        declared: declared(draft, verdict, school),
        contacts: pack.contacts(),
        judged_at: written_moment(&verdict.judged_at),
        policy: Judge {
            title: one_line(pack.title()),
            version: one_line(&verdict.policy.version),
            sha256: short(&verdict.policy.sha256),
        },
        registers: [
            ("pupils", &records.pupils),
            ("photo permissions", &records.consent),
            ("staff", &records.staff),
        ]
        .into_iter()
        .map(|(name, digest)| (name, digest.as_deref().map_or_else(|| "none".into(), short)))
        .collect(),
        version: env!("CARGO_PKG_VERSION"),
    };
    page.render()
        .expect("writing to a string cannot fail, and the page calls nothing else that can")
}

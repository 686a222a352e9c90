//! The five policies, judged by the real gate: every clause is there, each that rules decide holds a
//! draft and lets a near miss go, and the table of where they differ is true.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, LazyLock};

use gatepost::{
    Coverage, CoverageState, Decision, EXAMPLE_ACCOUNTS, Gate, Outcome, Pack, School, catalogue,
    clause_examples, policy_examples,
};
use jiff::civil::date;
use jiff::tz::TimeZone;

const PACKS: [&str; 6] =
    ["strict", "holme-court", "holy-cross", "woodstock", "crockham-hill", "hemswell-cliff"];

type Outcomes = BTreeMap<&'static str, Outcome>;

/// What the gate makes of every example, by pack.
static JUDGED: LazyLock<BTreeMap<&'static str, Outcomes>> =
    LazyLock::new(|| PACKS.into_iter().map(|pack| (pack, judge(pack))).collect());

fn judge(pack: &str) -> Outcomes {
    let day = date(2026, 11, 20);
    let folder = tempfile::tempdir().unwrap();
    for file in gatepost_example::registers(pack, day) {
        let mut bytes = file.bytes;
        if file.path.ends_with("school.toml") {
            bytes.extend_from_slice(EXAMPLE_ACCOUNTS.as_bytes());
        }
        fs::write(folder.path().join(&file.path), bytes).unwrap();
    }
    let zone = TimeZone::get("Europe/London").unwrap();
    let as_of = day.at(8, 0, 0, 0).to_zoned(zone).unwrap().timestamp();
    let gate = Gate::new(&School::open(folder.path()).unwrap()).unwrap().with_as_of(as_of);
    let outcome = |example: &'static gatepost::PolicyExample| {
        let picture = example.photo.as_deref().map(|kind| {
            let file = gatepost_example::specimen(kind).unwrap_or_else(|| panic!("no {kind}"));
            (file.path.to_string_lossy().into_owned(), Arc::from(file.bytes))
        });
        (example.name.as_str(), gate.examine(&example.draft(picture), None).unwrap())
    };
    policy_examples().iter().map(outcome).collect()
}

fn pack(id: &str) -> Pack {
    Pack::builtin(id, catalogue()).unwrap()
}

/// What held a draft, for a failed test.
fn told(outcome: &Outcome) -> String {
    let holding: Vec<String> = outcome
        .verdict
        .holding()
        .map(|ruling| format!("{} {:?}", ruling.rule, ruling.clauses))
        .collect();
    format!("{:?} by {holding:?}", outcome.verdict.decision)
}

#[test]
fn every_example_is_a_draft_in_order() {
    let mut names: Vec<&str> =
        policy_examples().iter().map(|example| example.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), policy_examples().len(), "two examples have one name");
    for outcome in JUDGED["strict"].values() {
        assert!(!outcome.verdict.findings.iter().any(|f| f.rule == "draft/malformed"));
    }
}

#[test]
fn every_pack_has_the_clauses_that_its_policy_needs() {
    for id in PACKS {
        let pack = pack(id);
        let own = pack.clauses().iter().filter(|clause| !clause.id.starts_with("floor"));
        let is: Vec<(String, String, Vec<String>)> = own
            .map(|clause| {
                let met = clause.met.iter().map(|met| met.word().to_owned()).collect();
                (clause.id.clone(), clause.section.clone(), met)
            })
            .collect();
        let wanted = clause_examples(id).into_iter();
        let wanted: Vec<_> = wanted.map(|clause| (clause.id, clause.section, clause.met)).collect();
        assert_eq!(is, wanted, "{id}");
    }
}

#[test]
fn every_clause_that_rules_decide_holds_a_draft_and_lets_one_go() {
    let mut wrong = Vec::new();
    for id in PACKS {
        let coverage = Coverage::of(&pack(id), &clause_examples(id), &JUDGED[id]);
        for clause in coverage.clauses {
            for name in &clause.otherwise {
                let outcome = JUDGED[id].get(name.as_str()).map_or("no such draft".into(), told);
                wrong.push(format!("{id}:{} {name}: {outcome}", clause.id));
            }
            if clause.state == CoverageState::Lacking && clause.otherwise.is_empty() {
                wrong.push(format!("{id}:{} has not both", clause.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_where_the_packs_differ_is_true() {
    let mut table = String::from("| draft |");
    for id in PACKS {
        table.extend([" ", id, " |"]);
    }
    table.push_str("\n|---|---|---|---|---|---|---|\n");
    let mut differing = 0;
    for example in policy_examples().iter().filter(|example| example.differs) {
        table.extend(["| ", &example.told, " |"]);
        let decisions = PACKS.map(|id| JUDGED[id][example.name.as_str()].verdict.decision);
        for decision in decisions {
            table.push_str(match decision {
                Decision::Release => " released |",
                Decision::Hold => " **held** |",
            });
        }
        table.push('\n');
        differing += usize::from(decisions.iter().skip(1).any(|other| *other != decisions[1]));
    }
    assert!(differing >= 15, "the five policies differ on {differing} drafts");
    let readme = include_str!("../../policy/README.md");
    assert!(readme.contains(&table), "crates/policy/README.md should hold this table:\n\n{table}");
}

#[test]
fn nothing_at_all_is_wrong_with_the_plain_ones() {
    for id in PACKS {
        for name in ["fair", "class-photo", "class-photo-ipad", "poster"] {
            if id == "strict" && name == "poster" {
                continue;
            }
            let outcome = &JUDGED[id][name];
            assert_eq!(
                outcome.verdict.decision,
                Decision::Release,
                "{id} {name}: {}",
                told(outcome)
            );
        }
    }
}

#[test]
fn the_drafts_of_the_invented_school_come_out_as_they_say() {
    let day = date(2026, 11, 20);
    let drafts = gatepost_example::drafts(day, gatepost_example::PhotoSize::Small);
    for id in PACKS {
        let folder = tempfile::tempdir().unwrap();
        let files = drafts.iter().flat_map(gatepost_example::ExampleDraft::in_inbox);
        for file in gatepost_example::registers(id, day).into_iter().chain(files) {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.bytes).unwrap();
        }
        let as_of = "2026-11-20T08:00:00Z".parse().unwrap();
        let gate = Gate::new(&School::open(folder.path()).unwrap()).unwrap().with_as_of(as_of);
        for draft in &drafts {
            let name = match draft.loose {
                gatepost_example::Loose::No => draft.name.to_owned(),
                gatepost_example::Loose::Yes => format!("{}.txt", draft.name),
            };
            let path = folder.path().join("inbox").join(draft.account).join(name);
            let limits = gatepost::Limits::default();
            let opened = gatepost::open_draft(&path, Some(draft.account), &limits).draft;
            let outcome = gate.examine(&opened, None).unwrap();
            match draft.expected(id).unwrap() {
                gatepost_example::Expect::Release => assert_eq!(
                    outcome.verdict.decision,
                    Decision::Release,
                    "{id} {}: {}",
                    draft.name,
                    told(&outcome)
                ),
                gatepost_example::Expect::Hold(rule) => assert!(
                    outcome.verdict.holding().any(|ruling| ruling.rule == rule),
                    "{id} {}: {}",
                    draft.name,
                    told(&outcome)
                ),
            }
        }
    }
}

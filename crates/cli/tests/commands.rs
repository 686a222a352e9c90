//! The binary, as it is typed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Output;

use gatepost_example::{ExampleDraft, PhotoSize};
use jiff::civil::date;
use serde_json::Value;
use tempfile::TempDir;

fn gatepost(folder: &Path, arguments: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("gatepost")
        .unwrap()
        .current_dir(folder)
        .args(arguments)
        .timeout(std::time::Duration::from_mins(2))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    said(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn is_photo(file: &gatepost_example::File) -> bool {
    file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jpg"))
}

/// A school with small photos, judged as of a day on which its drafts are yet to be published.
struct School {
    folder: TempDir,
    drafts: Vec<ExampleDraft>,
}

const AS_OF: &str = "2026-11-20T08:00";

impl School {
    fn new(policy: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let today = date(2026, 11, 20);
        let drafts = gatepost_example::drafts(today, PhotoSize::Small);
        let files = drafts.iter().flat_map(ExampleDraft::in_inbox);
        for file in gatepost_example::registers(policy, today).into_iter().chain(files) {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.bytes).unwrap();
        }
        Self { folder, drafts }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The path of the first draft of which this is expected under a pack.
    fn draft(&self, pack: &str, wanted: impl Fn(gatepost_example::Expect) -> bool) -> String {
        let draft = self
            .drafts
            .iter()
            .find(|draft| {
                draft.loose == gatepost_example::Loose::No
                    && draft.expected(pack).is_some_and(&wanted)
            })
            .unwrap();
        format!("inbox/{}/{}", draft.account, draft.name)
    }

    fn released(&self, pack: &str) -> String {
        self.draft(pack, |expect| expect == gatepost_example::Expect::Release)
    }

    fn held(&self, pack: &str) -> String {
        self.draft(pack, |expect| expect != gatepost_example::Expect::Release)
    }
}

#[test]
fn the_exit_status_says_what_became_of_it() {
    let school = School::new("woodstock");
    let released = school.released("woodstock");
    let held = school.held("woodstock");
    let status = |arguments: &[&str]| gatepost(school.path(), arguments).status.code();
    assert_eq!(status(&["check", "--as-of", AS_OF, &released]), Some(0));
    assert_eq!(status(&["check", "--as-of", AS_OF, &held]), Some(1));
    assert_eq!(status(&["check", "--as-of", AS_OF, &released, &held]), Some(1));
    assert_eq!(status(&["check", "no/such/draft"]), Some(1), "a draft that is not there is held");
    assert_eq!(status(&["check", "--school", "nowhere", &released]), Some(2));
    assert_eq!(status(&["check"]), Some(2));
    assert_eq!(status(&["--help"]), Some(0));
}

#[test]
fn a_verdict_is_what_the_contract_says() {
    let school = School::new("woodstock");
    let output = gatepost(
        school.path(),
        &[
            "check",
            "--json",
            "--as-of",
            AS_OF,
            &school.released("woodstock"),
            &school.held("woodstock"),
        ],
    );
    let verdicts = lines(&output);
    assert_eq!(verdicts.len(), 2);
    assert_eq!(verdicts[0]["decision"], "release");
    assert_eq!(verdicts[1]["decision"], "hold");
    assert!(verdicts[1]["route"].as_array().is_some_and(|route| !route.is_empty()));
    for verdict in &verdicts {
        assert_eq!(verdict["policy"]["pack"], "woodstock");
        assert_eq!(verdict["policy"]["sha256"].as_str().map(str::len), Some(64));
        for register in ["pupils", "consent", "staff"] {
            assert_eq!(verdict["records"][register].as_str().map(str::len), Some(64), "{register}");
        }
        for finding in verdict["findings"].as_array().unwrap() {
            for key in ["rule", "severity", "field", "certainty", "clauses", "message", "remedy"] {
                assert!(!finding[key].is_null(), "{key} of {finding}");
            }
        }
    }
    let holding =
        verdicts[1]["findings"].as_array().unwrap().iter().find(|f| f["severity"] == "hold");
    let clause = holding.unwrap()["clauses"][0].as_str().unwrap();
    assert!(clause.starts_with("woodstock:"), "{clause}");
}

#[test]
fn the_same_draft_gets_the_same_verdict_byte_for_byte() {
    let school = School::new("holy-cross");
    let mut arguments = vec!["check", "--json", "--as-of", AS_OF];
    let paths: Vec<String> = school
        .drafts
        .iter()
        .filter(|d| d.loose == gatepost_example::Loose::No)
        .map(|d| format!("inbox/{}/{}", d.account, d.name))
        .collect();
    arguments.extend(paths.iter().map(String::as_str));
    let first = gatepost(school.path(), &arguments);
    let second = gatepost(school.path(), &arguments);
    assert_eq!(lines(&first).len(), paths.len());
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn no_pupil_is_named_unless_asked() {
    let school = School::new("holy-cross");
    let opened = gatepost::School::open(school.path()).unwrap();
    let output = gatepost(school.path(), &["watch", "--once", "--settle", "0", "--as-of", AS_OF]);
    assert_eq!(output.status.code(), Some(1), "{}", complained(&output));
    let mut shown = said(&output) + &complained(&output);
    for side in ["released", "held"] {
        for account in fs::read_dir(school.path().join(side)).unwrap() {
            for draft in fs::read_dir(account.unwrap().path()).unwrap() {
                shown += &fs::read_to_string(draft.unwrap().path().join("verdict.json")).unwrap();
            }
        }
    }
    let mut looked_for = 0;
    for pupil in opened.records().roster.pupils() {
        if pupil.forename.len() + pupil.surname.len() < 8 || pupil.surname.is_empty() {
            continue;
        }
        looked_for += 1;
        let name = format!("{} {}", pupil.known_as(), pupil.surname);
        assert!(!shown.contains(&name), "a pupil is named in a verdict or on the screen");
    }
    assert!(looked_for > 300);
}

#[test]
fn drafts_come_in_json_too() {
    let school = School::new("strict");
    let lines_in = "{\"id\":\"a\",\"text\":\"Ring Sam on 07700 900123\"}\n\n{\"id\":\"b\",\"txt\":\"Hello\"}\nnot json\n{\"id\":\"c\",\"text\":\"Zo\u{eb}\",\"text\":\"Zoe\"}\n";
    let output = assert_cmd::Command::cargo_bin("gatepost")
        .unwrap()
        .current_dir(school.path())
        .args(["check", "--json", "-"])
        .write_stdin(lines_in)
        .output()
        .unwrap();
    let verdicts = lines(&output);
    assert_eq!(verdicts.len(), 4, "{}", complained(&output));
    let rules = |verdict: &Value| -> Vec<String> {
        let findings = verdict["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert!(rules(&verdicts[0]).contains(&"privacy/phone".to_owned()));
    assert!(rules(&verdicts[1]).contains(&"draft/malformed".to_owned()), "a key that is not known");
    assert!(rules(&verdicts[2]).contains(&"draft/malformed".to_owned()));
    assert_eq!(verdicts[2]["draft"], "line 4");
    assert!(rules(&verdicts[3]).contains(&"draft/malformed".to_owned()), "a key that stands twice");
    assert!(!said(&output).contains("900123"), "the number is masked");
}

#[test]
fn out_holds_clean_copies_of_released_drafts_and_reports_of_all() {
    let school = School::new("woodstock");
    let photo = school
        .drafts
        .iter()
        .find(|draft| {
            draft.expected("woodstock") == Some(gatepost_example::Expect::Release)
                && draft.files.iter().any(is_photo)
        })
        .unwrap();
    let released = format!("inbox/{}/{}", photo.account, photo.name);
    let held = school.held("woodstock");
    for _ in 0..2 {
        let output =
            gatepost(school.path(), &["check", "--as-of", AS_OF, "--out", "out", &released, &held]);
        assert_eq!(output.status.code(), Some(1), "{}", complained(&output));
    }
    for name in [photo.name.to_owned(), format!("{}-2", photo.name)] {
        let place = school.path().join("out").join(photo.account).join(&name);
        assert!(place.join("verdict.json").is_file() && place.join("report.html").is_file());
        let verdict: Value =
            serde_json::from_slice(&fs::read(place.join("verdict.json")).unwrap()).unwrap();
        let file = verdict["cleaned"][0]["file"].as_str().unwrap();
        assert!(place.join(file).is_file(), "{file}");
    }
    let place = school.path().join("out").join(held.strip_prefix("inbox/").unwrap());
    let names: Vec<String> = fs::read_dir(place)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2, "only verdict and report of a held draft: {names:?}");
}

#[test]
fn strip_writes_copies_that_give_nothing_away() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = gatepost_example::drafts(date(2026, 11, 20), PhotoSize::Small);
    let photos: Vec<_> =
        drafts.iter().flat_map(|draft| &draft.files).filter(|file| is_photo(file)).collect();
    let photo = photos.iter().find(|file| file.bytes.ends_with(b"\xff\xd9")).unwrap();
    let path = folder.path().join("a.jpg");
    fs::write(&path, &photo.bytes).unwrap();
    fs::write(folder.path().join("b.gif"), "GIF89a").unwrap();

    let inspected = gatepost(folder.path(), &["inspect", "--json", "a.jpg"]);
    assert_eq!(inspected.status.code(), Some(1));
    let output = gatepost(folder.path(), &["strip", "--json", "--out", "clean", "a.jpg", "b.gif"]);
    assert_eq!(output.status.code(), Some(1), "one of them cannot be cleaned");
    let told = lines(&output);
    assert_eq!(told[0]["verified"], true);
    assert_eq!(told[0]["file"], "a.jpg");
    assert_eq!(told[1]["verified"], false);
    assert!(told[1]["sha256_out"].is_null() && !folder.path().join("clean/b.gif").exists());

    let again = gatepost(folder.path(), &["inspect", "--json", "clean/a.jpg"]);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert_eq!(fs::read(&path).unwrap(), photo.bytes, "the original is as it was");

    let in_place = gatepost(folder.path(), &["strip", "--in-place", "a.jpg"]);
    assert_eq!(in_place.status.code(), Some(0));
    assert_eq!(fs::read(&path).unwrap(), fs::read(folder.path().join("clean/a.jpg")).unwrap());
}

#[test]
fn init_makes_a_school_that_works() {
    let folder = tempfile::tempdir().unwrap();
    let output = gatepost(folder.path(), &["init", "school", "--policy", "holy-cross"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    let school = folder.path().join("school");
    let checked = gatepost(&school, &["records", "check"]);
    assert_eq!(checked.status.code(), Some(0), "{}{}", said(&checked), complained(&checked));
    assert_eq!(complained(&checked), "", "nobody else can read its registers");
    for policy in ["strict", "holme-court", "woodstock", "crockham-hill", "hemswell-cliff"] {
        let school = School::new(policy);
        let checked = gatepost(school.path(), &["records", "check"]);
        assert_eq!(checked.status.code(), Some(0), "{policy}: {}", said(&checked));
    }
    let again = gatepost(folder.path(), &["init", "school"]);
    assert_eq!(again.status.code(), Some(2), "it does not write over a school");
    assert!(complained(&again).contains("not empty"));
    let unknown = gatepost(folder.path(), &["init", "other", "--policy", "woodstok"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(complained(&unknown).contains("woodstock"), "{}", complained(&unknown));
}

#[test]
fn a_register_that_cannot_be_read_stops_everything() {
    let school = School::new("woodstock");
    let path = school.path().join("pupils.csv");
    let roster = fs::read_to_string(&path).unwrap();
    let mut rows: Vec<&str> = roster.lines().collect();
    rows.insert(5, rows[4]);
    fs::write(&path, rows.join("\n")).unwrap();
    let checked = gatepost(school.path(), &["records", "check"]);
    assert_eq!(checked.status.code(), Some(2));
    let told = said(&checked);
    assert!(told.contains("pupils.csv") && told.contains("row"), "{told}");
    let watched = gatepost(school.path(), &["watch", "--once", "--settle", "0"]);
    assert_eq!(watched.status.code(), Some(2));
    assert!(!school.path().join("released").exists(), "nothing was released");
}

#[test]
fn the_school_has_words_of_its_own() {
    let school = School::new("strict");
    let file = school.path().join("words/own.txt");
    fs::create_dir(school.path().join("words")).unwrap();
    let words = "[text/derogatory]\ndaft apeth\n[privacy/phone]\n! 07700 900456 -- the swimming pool\n! 07700 900457 -- never rung\n";
    fs::write(&file, words).unwrap();
    let texts = school.path().join("texts.jsonl");
    fs::write(
        &texts,
        "{\"id\":\"a\",\"text\":\"What a daft apeth\"}\n{\"id\":\"b\",\"text\":\"Ring 07700 900456\"}\n",
    )
    .unwrap();
    let screened = gatepost(school.path(), &["screen", "texts.jsonl"]);
    let decisions: Vec<Value> =
        lines(&screened).iter().map(|answer| answer["decision"].clone()).collect();
    assert_eq!(decisions, ["hold", "release"], "{}", complained(&screened));
    let unused = complained(&screened);
    assert!(unused.contains("words/own.txt, line 5") && !unused.contains("line 4"), "{unused}");

    fs::write(&file, "[text/derogatory]\nschool\n[text/slurs]\n").unwrap();
    let checked = gatepost(school.path(), &["records", "check"]);
    assert_eq!(checked.status.code(), Some(2));
    let told = said(&checked);
    assert!(told.contains("words/own.txt") && told.contains('2') && told.contains('3'), "{told}");
    let again = gatepost(school.path(), &["screen", "texts.jsonl"]);
    assert_eq!(again.status.code(), Some(2), "nothing is screened by words that are wrong");
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let rules = lines(&gatepost(folder.path(), &["rules", "--json"]));
    assert!(rules.len() >= 50);
    for rule in &rules {
        let id = rule["rule"].as_str().unwrap();
        let told = gatepost(folder.path(), &["explain", id]);
        assert_eq!(told.status.code(), Some(0), "{id}");
        assert!(said(&told).contains("How to mend"), "{id}");
    }
    let unknown = gatepost(folder.path(), &["explain", "privacy/phon"]);
    assert_eq!(unknown.status.code(), Some(2));
    insta::assert_snapshot!(complained(&unknown).trim(), @"gatepost: there is no rule privacy/phon; did you mean privacy/phone?");
}

#[test]
fn every_pack_of_a_policy_is_shown_by_its_examples() {
    let here = tempfile::tempdir().unwrap();
    for pack in
        ["strict", "holme-court", "holy-cross", "woodstock", "crockham-hill", "hemswell-cliff"]
    {
        let output = gatepost(here.path(), &["policy", "coverage", pack, "--json"]);
        assert_eq!(output.status.code(), Some(0), "{pack}: {}", said(&output));
        let clauses = lines(&output);
        assert!(clauses.iter().all(|clause| clause["shown"] == true), "{pack}");
        let decided = clauses.iter().filter(|clause| {
            let met = clause["met"].as_array().unwrap();
            met.iter().any(|way| way == "rule" || way == "attest")
        });
        for clause in decided {
            for kind in ["held", "released"] {
                assert!(!clause[kind].as_array().unwrap().is_empty(), "{kind}: {clause}");
            }
        }
    }
}

#[test]
fn a_pack_with_a_clause_that_nothing_shows_fails() {
    let here = tempfile::tempdir().unwrap();
    let pack = r#"
        extend = "woodstock"
        id = "oakfield"
        title = "Oakfield Primary School"
        version = "1"

        [[clause]]
        id = "lessons"
        section = "9"
        asks = "Nothing goes out in lessons."
        met = "rule"
        rules = ["schedule/teaching-time"]
        why = "Adults are there for the pupils."
    "#;
    fs::write(here.path().join("oakfield.toml"), pack).unwrap();
    let output = gatepost(here.path(), &["policy", "coverage", "oakfield.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("not shown"), "{}", said(&output));
}

#[test]
fn a_pack_file_is_checked_line_by_line() {
    let here = tempfile::tempdir().unwrap();
    let pack = "extend = \"woodstock\"\nid = \"oakfield\"\n\n[[clause]]\nid = \"accounts.email\"\nmet = \"rul\"\n";
    fs::write(here.path().join("own.toml"), pack).unwrap();
    let output = gatepost(here.path(), &["policy", "check", "own.toml"]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output);
    assert!(told.contains("own.toml, line 6: `rul` is not a way of meeting a clause"), "{told}");
    assert!(told.contains("did you mean `rule`?"), "{told}");
    fs::write(here.path().join("own.toml"), pack.replace("\"rul\"", "\"rule\"")).unwrap();
    let output = gatepost(here.path(), &["policy", "check", "own.toml"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("`oakfield` over `woodstock` is in order"), "{}", said(&output));
    let schema: Value =
        serde_json::from_str(&said(&gatepost(here.path(), &["policy", "schema"]))).unwrap();
    assert!(schema["properties"]["clause"].is_object());
}

#[test]
fn two_packs_are_compared_in_plain_english() {
    let here = tempfile::tempdir().unwrap();
    let output = gatepost(here.path(), &["policy", "diff", "woodstock", "crockham-hill"]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output);
    for words in [
        "The risk assessment of an account is signed by",
        "woodstock: asked for, every 24 months",
        "woodstock: ends on 31 August",
        "crockham-hill: holds in the words and alternative texts",
    ] {
        assert!(told.contains(words), "{words} is not in:\n{told}");
    }
    let same = gatepost(here.path(), &["policy", "diff", "strict", "strict"]);
    assert_eq!(same.status.code(), Some(0));
}

#[test]
fn a_pack_is_a_page_for_the_governors() {
    let here = tempfile::tempdir().unwrap();
    let page = said(&gatepost(here.path(), &["policy", "show", "hemswell-cliff", "--html"]));
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    for words in ["Hemswell Cliff", "checked, as advice", "let go by head alone"] {
        assert!(page.contains(words), "{words}");
    }
    let woodstock = said(&gatepost(here.path(), &["policy", "show", "woodstock", "--html"]));
    assert!(woodstock.contains("Not yet met"));
}

#[test]
fn registers_are_explained_and_nobody_is_named_unless_asked() {
    let school = School::new("woodstock");
    let masked = gatepost(school.path(), &["records", "check"]);
    let told = said(&masked);
    assert!(told.contains("Photos on social (accounts: x, facebook):"), "{told}");
    assert!(told.contains("no answer"), "{told}");
    assert!(told.contains("may post"), "{told}");
    assert!(!told.contains("Joy Best"), "{told}");
    let revealed = said(&gatepost(school.path(), &["records", "check", "--reveal"]));
    assert!(revealed.contains("no answer: Joy Best, Holly"), "{revealed}");
    assert!(school.path().join(".gatepost/consent-seen").is_file());
}

#[test]
fn an_answer_that_is_gone_from_the_register_is_noticed() {
    let school = School::new("woodstock");
    gatepost(school.path(), &["records", "check"]);
    let path = school.path().join("consent.csv");
    let register = fs::read_to_string(&path).unwrap();
    let roster = fs::read_to_string(school.path().join("pupils.csv")).unwrap();
    let maya =
        roster.lines().find(|line| line.contains("Maya,") && line.contains("Patel")).unwrap();
    let upn = maya.split(',').next().unwrap();
    let kept: Vec<&str> = register.lines().filter(|line| !line.starts_with(upn)).collect();
    assert!(kept.len() < register.lines().count());
    fs::write(&path, kept.join("\n")).unwrap();
    let draft = school.released("woodstock");
    let output = gatepost(school.path(), &["check", "--json", "--as-of", AS_OF, &draft]);
    let verdict = &lines(&output)[0];
    let rules: Vec<&str> = verdict["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "hold")
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["consent/vanished"], "{draft}");
}

#[test]
fn a_pack_is_tried_on_past_drafts() {
    let school = School::new("woodstock");
    let tried =
        |arguments: &[&str]| gatepost(school.path(), &[&["policy", "try"], arguments].concat());
    let output = tried(&["crockham-hill", "--against", "inbox"]);
    assert_eq!(output.status.code(), Some(1), "{}", complained(&output));
    let told = said(&output);
    assert!(
        told.contains("newly held") && told.contains("x/food-bank: names/first-name"),
        "{told}"
    );
    assert!(told.contains("x/nature-walk: image/unregistered-device"), "{told}");
    let same = tried(&["woodstock", "--against", "inbox", "--json"]);
    assert_eq!(same.status.code(), Some(0));
    assert_eq!(lines(&same).len(), school.drafts.len());
}

#[test]
fn packs_are_listed_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let packs = lines(&gatepost(folder.path(), &["policy", "list", "--json"]));
    let ids: Vec<&str> = packs.iter().map(|pack| pack["pack"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        ["strict", "holme-court", "holy-cross", "woodstock", "crockham-hill", "hemswell-cliff"]
    );
    for id in ids {
        assert_eq!(gatepost(folder.path(), &["policy", "show", id]).status.code(), Some(0));
    }
    assert_eq!(gatepost(folder.path(), &["policy", "show", "none"]).status.code(), Some(2));
}

#[test]
fn the_demonstration_runs_and_runs_again() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let output = gatepost(folder.path(), &["demo"]);
        assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
        let told = said(&output);
        assert!(told.contains("released") && told.contains("held"), "{told}");
        assert!(folder.path().join("gatepost-demo/released").is_dir());
    }
    let own = folder.path().join("gatepost-demo/inbox/x/mine.txt");
    fs::write(&own, "x").unwrap();
    let used = gatepost(folder.path(), &["demo"]);
    assert_eq!(used.status.code(), Some(2), "somebody's own draft is in it");
    assert!(own.is_file());
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/letter.txt"), "x").unwrap();
    let refused = gatepost(folder.path(), &["demo", "mine"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(folder.path().join("mine/letter.txt").is_file());
}

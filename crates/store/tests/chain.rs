//! Whatever is done to a ledger or to an export of it shows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use gatepost_store::{
    Entry, Evidence, Head, Ledger, Needs, Redeemable, Refusal, Seen, StoreError, backup, new_key,
    new_token, read_export, restore, sha256, write_csv, write_json_lines,
};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use tempfile::TempDir;

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("gatepost.db")
}

fn sealed(content: &str) -> Entry {
    Entry::Sealed {
        account: "x".into(),
        name: "friday".into(),
        seal: sha256(content.as_bytes()),
        content: sha256(content.as_bytes()),
        files: 1,
    }
}

fn judged(decision: &str) -> Entry {
    Entry::Judged {
        decision: decision.into(),
        fingerprint: "f".into(),
        rules: Vec::new(),
        author: Some("S014".into()),
        needs: Needs { roles: vec!["head".into()], number: 1, must: Vec::new() },
        evidence: None,
    }
}

fn evidence() -> Evidence {
    let seen = Seen {
        rule: "names/full-name".into(),
        severity: "hold".into(),
        field: "text".into(),
        pupils: vec!["P1".into(), "P2".into()],
    };
    Evidence { seen: vec![seen], pupils: Some(vec!["P3".into()]), ..Evidence::default() }
}

fn redeemable(token: &str) -> Redeemable {
    Redeemable {
        token_sha256: sha256(token.as_bytes()),
        account: "x".into(),
        sha256: BTreeMap::from([("post.txt".to_owned(), sha256(b"words"))]),
        not_before: moment(100).to_string(),
        expires: moment(200).to_string(),
        approved_by: Vec::new(),
    }
}

/// A ledger with a few drafts: one released, others held. Gives the token of the first.
fn filled(path: &Path) -> (Ledger, String) {
    let mut ledger = Ledger::create(path, moment(0)).unwrap();
    let token = new_token();
    for number in 0..4 {
        let key = new_key(moment(number));
        let at = moment(number);
        let draft = Some(key.as_str());
        ledger.append(at, draft, sealed(&format!("draft {number}")), None).unwrap();
        let decision = if number == 0 { "release" } else { "hold" };
        ledger.append(at, draft, judged(decision), Some(&evidence())).unwrap();
        let place = ledger.place(&["somewhere", "x", &number.to_string()]);
        let placed = if number == 0 {
            Entry::Released { place, release: redeemable(&token) }
        } else {
            Entry::Held { place, ours: Vec::new() }
        };
        ledger.append(at, draft, placed, None).unwrap();
    }
    (ledger, token)
}

fn export(ledger: &Ledger) -> Vec<u8> {
    let mut out = Vec::new();
    write_json_lines(ledger, &mut out).unwrap();
    out
}

fn offline(export: &[u8], anchor: Option<&Head>) -> bool {
    read_export(BufReader::new(export), anchor).is_ok()
}

#[test]
fn an_untouched_ledger_is_found_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (ledger, _) = filled(&path(&folder));
    let head = ledger.verify(None).unwrap();
    assert_eq!(head.seq, 13);
    assert_eq!(ledger.verify(Some(&head)).unwrap(), head);
    assert_eq!(read_export(BufReader::new(&export(&ledger)[..]), Some(&head)).unwrap(), head);
    assert_eq!(head.to_string().parse::<Head>().unwrap(), head);
    drop(ledger);
    let again = Ledger::open(&path(&folder)).unwrap();
    assert_eq!(again.verify(Some(&head)).unwrap(), head);
}

#[test]
#[cfg(unix)]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (ledger, _) = filled(&path(&folder));
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
    drop(ledger);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Any one byte of an export, changed to any other.
    #[test]
    fn a_changed_byte_of_an_export_shows(place in any::<prop::sample::Index>(), to in any::<u8>()) {
        thread_local! {
            static WHOLE: Vec<u8> = {
                let folder = tempfile::tempdir().unwrap();
                export(&filled(&path(&folder)).0)
            };
        }
        WHOLE.with(|whole| {
            let mut bytes = whole.clone();
            let at = place.index(bytes.len() - 1);
            prop_assume!(bytes[at] != to);
            bytes[at] = to;
            prop_assert!(!offline(&bytes, None));
            Ok(())
        })?;
    }

    /// Any lines removed, doubled or put elsewhere.
    #[test]
    fn lines_that_are_missing_or_moved_show(
        kept in prop::collection::vec(any::<prop::sample::Index>(), 1..16)
    ) {
        thread_local! {
            static WHOLE: Vec<u8> = {
                let folder = tempfile::tempdir().unwrap();
                export(&filled(&path(&folder)).0)
            };
        }
        WHOLE.with(|whole| {
            let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
            let other: Vec<u8> =
                kept.iter().flat_map(|index| lines[index.index(lines.len())].to_vec()).collect();
            prop_assume!(other != *whole);
            prop_assert!(!offline(&other, None));
            Ok(())
        })?;
    }
}

/// A chain that was made anew after a change is sound in itself: the anchor on paper tells.
#[test]
fn a_chain_made_anew_is_found_by_its_anchor() {
    let folder = tempfile::tempdir().unwrap();
    let (ledger, _) = filled(&path(&folder));
    let anchor = ledger.head().unwrap();
    let other = tempfile::tempdir().unwrap();
    let (forged, _) = filled(&path(&other));
    assert!(forged.verify(None).is_ok());
    assert!(forged.verify(Some(&anchor)).is_err());
    assert!(offline(&export(&forged), None));
    assert!(!offline(&export(&forged), Some(&anchor)));
    let longer = Head { seq: anchor.seq + 1, hash: anchor.hash };
    assert!(ledger.verify(Some(&longer)).is_err(), "records after it are missing");
}

/// Everything that can be done to the tables by hand.
#[test]
fn what_is_done_to_the_database_shows() {
    let done = [
        "UPDATE records SET entry = replace(entry, 'hold', 'release') WHERE seq = 6",
        "UPDATE records SET at = replace(at, '2026', '2025') WHERE seq = 6",
        "UPDATE records SET draft = (SELECT draft FROM records WHERE seq = 2) WHERE seq = 6",
        "UPDATE records SET hash = replace(hash, 'a', 'b') WHERE seq = 6",
        "DELETE FROM records WHERE seq = 6",
        "DELETE FROM records WHERE seq = 1",
        "DELETE FROM records WHERE seq = 13",
        "DELETE FROM records WHERE seq > 10; UPDATE head SET seq = 10, hash = (SELECT hash FROM records WHERE seq = 10)",
        "UPDATE records SET seq = 99 WHERE seq = 6; UPDATE records SET seq = 6 WHERE seq = 7; UPDATE records SET seq = 7 WHERE seq = 99",
        "DELETE FROM records",
        "DELETE FROM drafts WHERE phase = 'released'",
        "UPDATE drafts SET state = replace(state, '\"phase\":\"held\"', '\"phase\":\"approved\"')",
        "UPDATE head SET seq = 12",
        "DELETE FROM head",
        "UPDATE evidence SET body = replace(body, 'P1', 'P9') WHERE seq = 3",
        "DROP TABLE drafts",
        "DROP TABLE records",
    ];
    for sql in done {
        let folder = tempfile::tempdir().unwrap();
        let (ledger, _) = filled(&path(&folder));
        let anchor = ledger.head().unwrap();
        drop(ledger);
        let by_hand = rusqlite::Connection::open(path(&folder)).unwrap();
        by_hand
            .execute_batch(&format!("DROP TRIGGER records_stay; DROP TRIGGER records_keep; {sql};"))
            .unwrap();
        drop(by_hand);
        let found = Ledger::open(&path(&folder)).and_then(|ledger| ledger.verify(Some(&anchor)));
        assert!(matches!(found, Err(StoreError::Damaged { .. })), "{sql}: {found:?}");
    }
}

#[test]
fn records_cannot_be_changed_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    drop(filled(&path(&folder)));
    let by_hand = rusqlite::Connection::open(path(&folder)).unwrap();
    assert!(by_hand.execute("DELETE FROM records WHERE seq = 13", []).is_err());
    assert!(by_hand.execute("UPDATE records SET at = 'x'", []).is_err());
}

#[test]
fn a_file_that_is_harmed_or_gone_is_told_also_while_it_is_open() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 5] = [
        ("gone", |path| std::fs::remove_file(path).unwrap()),
        ("emptied", |path| std::fs::write(path, "").unwrap()),
        ("overwritten", |path| std::fs::write(path, "this is no ledger").unwrap()),
        ("cut short", |path| {
            let bytes = std::fs::read(path).unwrap();
            std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        }),
        ("scribbled on", |path| {
            let mut bytes = std::fs::read(path).unwrap();
            let half = bytes.len() / 2;
            bytes[4096..half].fill(0x5a);
            std::fs::write(path, bytes).unwrap();
        }),
    ];
    for (how, harm) in harms {
        let folder = tempfile::tempdir().unwrap();
        let (mut ledger, _) = filled(&path(&folder));
        ledger.settle().unwrap();
        ledger.watch().unwrap();
        harm(&path(&folder));
        let found = ledger.watch();
        let told = matches!(found, Err(StoreError::Damaged { .. } | StoreError::Missing { .. }));
        assert!(told, "{how}, while open: {found:?}");
        drop(ledger);
        let found = Ledger::open(&path(&folder)).and_then(|ledger| ledger.verify(None));
        let told = matches!(found, Err(StoreError::Damaged { .. } | StoreError::Missing { .. }));
        assert!(told, "{how}: {found:?}");
    }
}

#[test]
fn a_newer_ledger_and_another_programs_database_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(filled(&path(&folder)));
    let by_hand = rusqlite::Connection::open(path(&folder)).unwrap();
    by_hand.pragma_update(None, "user_version", 99).unwrap();
    drop(by_hand);
    assert!(matches!(Ledger::open(&path(&folder)), Err(StoreError::Newer { found: 99, .. })));
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    assert!(matches!(Ledger::open(&other), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_token_counts_once_for_its_bytes_its_account_and_its_time() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ledger, token) = filled(&path(&folder));
    let files = redeemable(&token).sha256;
    let other = BTreeMap::from([("post.txt".to_owned(), sha256(b"other words"))]);
    let mut refused = |token: &str, account: &str, files: &BTreeMap<_, _>, at| match ledger.redeem(
        token,
        account,
        files,
        moment(at),
    ) {
        Err(StoreError::Refused(refusal)) => Some(refusal),
        Ok(_) => None,
        Err(other) => panic!("{other}"),
    };
    assert_eq!(refused("another", "x", &files, 150), Some(Refusal::UnknownToken));
    assert_eq!(refused(&token, "facebook", &files, 150), Some(Refusal::OtherBytes));
    assert_eq!(refused(&token, "x", &other, 150), Some(Refusal::OtherBytes));
    assert_eq!(refused(&token, "x", &files, 99), Some(Refusal::TooEarly));
    assert_eq!(refused(&token, "x", &files, 201), Some(Refusal::Expired));
    assert_eq!(refused(&token, "x", &files, 150), None);
    assert_eq!(refused(&token, "x", &files, 150), Some(Refusal::Spent));
    assert!(ledger.verify(None).is_ok());
    let text = std::fs::read(path(&folder)).unwrap();
    assert!(
        !text.windows(token.len()).any(|part| part == token.as_bytes()),
        "the token is not in the ledger"
    );
}

#[test]
fn the_same_contents_are_released_to_an_account_once() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ledger, _) = filled(&path(&folder));
    let at = moment(50);
    let key = new_key(at);
    ledger.append(at, Some(&key), sealed("draft 0"), None).unwrap();
    ledger.append(at, Some(&key), judged("release"), None).unwrap();
    let before = ledger.head().unwrap();
    let release = redeemable(&new_token());
    let twice = ledger.append(at, Some(&key), Entry::Released { place: "p".into(), release }, None);
    assert!(matches!(twice, Err(StoreError::Refused(Refusal::Duplicate))));
    assert_eq!(ledger.head().unwrap(), before, "a refused step leaves no record");
    assert!(ledger.was_released("x", &sha256(b"draft 0")).unwrap());
    assert!(!ledger.was_released("facebook", &sha256(b"draft 0")).unwrap());
}

#[test]
fn evidence_can_go_and_the_chain_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ledger, _) = filled(&path(&folder));
    assert_eq!(ledger.pupil_evidence("P1").unwrap().len(), 4);
    assert!(ledger.pupil_evidence("P3").unwrap()[0].declared);
    assert_eq!(ledger.purge(moment(1), moment(60)).unwrap(), 1);
    assert_eq!(ledger.pupil_evidence("P1").unwrap().len(), 3);
    assert_eq!(ledger.forget("P2", moment(61)).unwrap(), 3);
    assert!(ledger.pupil_evidence("P1").unwrap().is_empty());
    ledger.verify(None).unwrap();
    let bytes = std::fs::read(path(&folder)).unwrap();
    assert!(!bytes.windows(4).any(|part| part == b"\"P2\""), "nothing of it is left on disk");
}

#[test]
fn a_copy_can_be_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ledger, _) = filled(&path(&folder));
    let copy = folder.path().join("copy.db");
    let head = backup(&ledger, &copy).unwrap();
    assert_eq!(head, ledger.head().unwrap());
    assert!(backup(&ledger, &copy).is_err(), "nothing is overwritten");
    ledger.append(moment(70), None, Entry::Forgotten { records: 0 }, None).unwrap();
    drop(ledger);
    std::fs::write(path(&folder), "harmed").unwrap();
    let restored = restore(&copy, &path(&folder), moment(80)).unwrap();
    let ledger = Ledger::open(&path(&folder)).unwrap();
    assert_eq!(ledger.verify(Some(&head)).unwrap(), restored);
    let last = ledger.record(restored.seq).unwrap().unwrap();
    assert_eq!(last.entry, Entry::Restored { from: head.seq });
    assert!(folder.path().join("gatepost.db.before-restore").is_file());
    std::fs::write(&copy, "harmed").unwrap();
    assert!(restore(&copy, &path(&folder), moment(90)).is_err());
    assert_eq!(Ledger::open(&path(&folder)).unwrap().head().unwrap(), restored);
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_defused() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::create(&path(&folder), moment(0)).unwrap();
    let entry = sealed("a");
    ledger.append(moment(1), Some("=HYPERLINK(\"http://a.example\")"), entry, None).unwrap();
    let mut out = Vec::new();
    write_csv(&ledger, &mut out).unwrap();
    let mut rows = csv::Reader::from_reader(&out[..]);
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(&rows[1][2], "'=HYPERLINK(\"http://a.example\")");
    for cell in rows.iter().flat_map(csv::StringRecord::iter) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
}

#[test]
fn keys_stand_in_the_order_in_which_they_were_made() {
    let keys: Vec<String> =
        (0..100).map(|n| new_key(moment(0).checked_add((n * 7).milliseconds()).unwrap())).collect();
    assert!(keys.is_sorted());
    assert!(keys.iter().all(|key| key.len() == 16));
}

//! The life of a draft against a model: whatever is tried in whatever order, nothing that was held gets out
//! without what its verdict asks for, for exactly these bytes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use gatepost_store::{DraftState, Entry, Needs, Phase, Redeemable, Refusal};
use jiff::Timestamp;
use proptest::prelude::*;

/// Who fills which roles.
const STAFF: [(&str, &[&str]); 4] =
    [("S1", &["head"]), ("S2", &["dsl"]), ("S3", &["business-manager"]), ("S4", &["head", "dsl"])];

#[derive(Debug, Clone)]
enum Try {
    /// The files become these.
    Seal(u8),
    /// A verdict: release or hold, of this fingerprint.
    Judge(bool, u8),
    Hold,
    /// A release that says it was approved by whoever has.
    Release,
    /// A release that says that nobody had to.
    ReleaseAsIs,
    Void,
    /// Somebody claims for some time.
    Claim(usize),
    /// Somebody approves what they believe it to be.
    Approve(usize, u8, u8),
    Undo(usize),
    Return(usize),
    Reject(usize),
    Redeem,
    Wait,
}

fn tries() -> impl Strategy<Value = Try> {
    let who = 0..STAFF.len();
    prop_oneof![
        2 => (0..2_u8).prop_map(Try::Seal),
        4 => (prop::bool::weighted(0.2), 0..2_u8).prop_map(|(out, print)| Try::Judge(out, print)),
        4 => Just(Try::Hold),
        4 => Just(Try::Release),
        2 => Just(Try::ReleaseAsIs),
        1 => Just(Try::Void),
        1 => who.clone().prop_map(Try::Claim),
        8 => (who.clone(), 0..2_u8, 0..2_u8).prop_map(|(who, seal, print)| Try::Approve(who, seal, print)),
        1 => who.clone().prop_map(Try::Undo),
        1 => who.clone().prop_map(Try::Return),
        1 => who.prop_map(Try::Reject),
        1 => Just(Try::Redeem),
        1 => Just(Try::Wait),
    ]
}

fn needs() -> impl Strategy<Value = Needs> {
    (1..3_u64, any::<bool>()).prop_map(|(number, dsl)| Needs {
        roles: vec!["head".into(), "dsl".into()],
        number,
        must: if dsl { vec!["dsl".into()] } else { Vec::new() },
    })
}

fn entry(attempt: &Try, needs: &Needs, state: Option<&DraftState>, at: Timestamp) -> Option<Entry> {
    let roles = |who: usize| STAFF[who].1.iter().map(|role| (*role).to_owned()).collect();
    let by = |who: usize| STAFF[who].0.to_owned();
    let release = |approved_by| Entry::Released {
        place: "released".into(),
        release: Redeemable {
            token_sha256: "t".into(),
            account: "x".into(),
            sha256: BTreeMap::new(),
            not_before: at.to_string(),
            expires: at.to_string(),
            approved_by,
        },
    };
    Some(match attempt {
        Try::Seal(bytes) => Entry::Sealed {
            account: "x".into(),
            name: "a".into(),
            seal: bytes.to_string(),
            content: bytes.to_string(),
            files: 1,
        },
        Try::Judge(out, print) => Entry::Judged {
            decision: if *out { "release" } else { "hold" }.into(),
            fingerprint: print.to_string(),
            rules: Vec::new(),
            author: Some("S1".into()),
            needs: needs.clone(),
            evidence: None,
        },
        Try::Hold => Entry::Held { place: "held".into(), ours: Vec::new() },
        Try::Release => release(
            state
                .map(|state| state.approvals.iter().map(|given| given.by.clone()).collect())
                .unwrap_or_default(),
        ),
        Try::ReleaseAsIs => release(Vec::new()),
        Try::Void => Entry::Void { why: "cut-short".into() },
        Try::Claim(who) => Entry::Claimed {
            by: by(*who),
            until: at.checked_add(jiff::Span::new().minutes(15)).unwrap().to_string(),
        },
        Try::Approve(who, seal, print) => Entry::Approved {
            by: by(*who),
            roles: roles(*who),
            seal: seal.to_string(),
            fingerprint: print.to_string(),
            reason: "r".into(),
        },
        Try::Undo(who) => Entry::Undone { by: by(*who) },
        Try::Return(who) => Entry::Returned {
            by: by(*who),
            roles: roles(*who),
            reason: "r".into(),
            place: "inbox".into(),
            content: "c".into(),
            why: "w".into(),
        },
        Try::Reject(who) => {
            Entry::Rejected { by: by(*who), roles: roles(*who), reason: "r".into() }
        }
        Try::Redeem => Entry::Redeemed {},
        Try::Wait => return None,
    })
}

/// What the model remembers, by rules of its own: who has approved exactly what lies there now.
#[derive(Default)]
struct Model {
    bytes: Option<u8>,
    verdict: Option<(bool, u8)>,
    approved: BTreeSet<&'static str>,
    out: bool,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn nothing_gets_out_without_what_it_needs(needs in needs(), attempts in prop::collection::vec(tries(), 1..40)) {
        let mut state: Option<DraftState> = None;
        let mut model = Model::default();
        let mut at = Timestamp::from_second(1_795_000_000).unwrap();
        let mut redeemed = 0;
        for attempt in attempts {
            at = at.checked_add(jiff::Span::new().seconds(if matches!(attempt, Try::Wait) { 2000 } else { 1 })).unwrap();
            let Some(entry) = entry(&attempt, &needs, state.as_ref(), at) else { continue };
            let Ok(after) = DraftState::after(state.as_ref(), &entry, at) else { continue };
            // The model follows what was allowed, and objects.
            prop_assert!(!model.out || matches!(attempt, Try::Redeem | Try::Void), "{attempt:?} once it is out");
            match &attempt {
                Try::Seal(bytes) => model = Model { bytes: Some(*bytes), ..Model::default() },
                Try::Judge(out, print) => {
                    model.verdict = Some((*out, *print));
                    model.approved.clear();
                }
                Try::Approve(who, seal, print) => {
                    let (name, roles) = STAFF[*who];
                    prop_assert!(name != "S1", "the author");
                    prop_assert!(roles.iter().any(|role| needs.roles.iter().any(|needed| needed == role)));
                    prop_assert_eq!(model.bytes, Some(*seal));
                    prop_assert_eq!(model.verdict, Some((false, *print)));
                    prop_assert!(model.approved.insert(name), "twice");
                }
                Try::Undo(who) => prop_assert!(model.approved.remove(STAFF[*who].0)),
                Try::Release | Try::ReleaseAsIs => {
                    let (lets_pass, _) = model.verdict.unwrap();
                    if !lets_pass {
                        let roles = |name: &str| STAFF.iter().find(|(id, _)| *id == name).unwrap().1;
                        prop_assert!(model.approved.len() as u64 >= needs.number);
                        for must in &needs.must {
                            prop_assert!(model.approved.iter().any(|name| roles(name).contains(&must.as_str())));
                        }
                    }
                    model.out = true;
                }
                Try::Void => model = Model { bytes: model.bytes, ..Model::default() },
                Try::Return(who) | Try::Reject(who) => {
                    prop_assert!(STAFF[*who].0 != "S1", "the author");
                    model.approved.clear();
                }
                Try::Redeem => {
                    redeemed += 1;
                    prop_assert!(model.out && redeemed == 1, "once, and only what is out");
                }
                Try::Hold | Try::Claim(_) | Try::Wait => {}
            }
            prop_assert_eq!(after.phase.is_out(), model.out);
            if matches!(after.phase, Phase::Returned | Phase::Rejected) {
                break;
            }
            state = Some(after);
        }
    }
}

fn held(needs: &Needs) -> DraftState {
    let at = Timestamp::UNIX_EPOCH;
    let mut state = None;
    for attempt in [Try::Seal(0), Try::Judge(false, 0), Try::Hold] {
        let entry = entry(&attempt, needs, state.as_ref(), at).unwrap();
        state = Some(DraftState::after(state.as_ref(), &entry, at).unwrap());
    }
    state.unwrap()
}

fn attempt(state: &DraftState, attempt: &Try, at: Timestamp) -> Result<DraftState, Refusal> {
    let needs = state.judgement.as_ref().unwrap().needs.clone();
    DraftState::after(Some(state), &entry(attempt, &needs, Some(state), at).unwrap(), at)
}

#[test]
fn each_refusal_has_its_own_reason() {
    let at = Timestamp::UNIX_EPOCH;
    let two = Needs { roles: vec!["head".into(), "dsl".into()], number: 2, must: Vec::new() };
    let state = held(&two);
    let refused = |state: &DraftState, what| attempt(state, &what, at).unwrap_err();
    assert_eq!(refused(&state, Try::Approve(0, 0, 0)), Refusal::OwnDraft);
    assert_eq!(refused(&state, Try::Approve(2, 0, 0)), Refusal::WrongRole);
    assert_eq!(refused(&state, Try::Approve(1, 1, 0)), Refusal::BytesChanged);
    assert_eq!(refused(&state, Try::Approve(1, 0, 1)), Refusal::VerdictChanged);
    assert_eq!(refused(&state, Try::Release), Refusal::NotApproved);
    let once = attempt(&state, &Try::Approve(1, 0, 0), at).unwrap();
    assert_eq!(once.phase, Phase::Held);
    assert_eq!(refused(&once, Try::Approve(1, 0, 0)), Refusal::Twice);
    let claimed = attempt(&once, &Try::Claim(3), at).unwrap();
    assert_eq!(refused(&claimed, Try::Approve(1, 0, 0)), Refusal::Claimed);
    let approved = attempt(&claimed, &Try::Approve(3, 0, 0), at).unwrap();
    assert_eq!(approved.phase, Phase::Approved);
    assert_eq!(refused(&approved, Try::ReleaseAsIs), Refusal::NotApproved);
    assert_eq!(attempt(&approved, &Try::Release, at).unwrap().phase, Phase::Released);
    let nobody = held(&Needs::default());
    assert_eq!(refused(&nobody, Try::Approve(1, 0, 0)), Refusal::WrongRole);
}

#[test]
fn a_claim_ends_by_itself() {
    let at = Timestamp::UNIX_EPOCH;
    let needs = Needs { roles: vec!["dsl".into(), "head".into()], number: 1, must: Vec::new() };
    let claimed = attempt(&held(&needs), &Try::Claim(3), at).unwrap();
    assert!(attempt(&claimed, &Try::Approve(1, 0, 0), at).is_err());
    let later = at.checked_add(jiff::Span::new().minutes(16)).unwrap();
    assert!(attempt(&claimed, &Try::Approve(1, 0, 0), later).is_ok());
}

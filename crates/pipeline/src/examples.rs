//! The example drafts of the policy packs: what each clause means, shown by drafts that it holds and by
//! near misses that it lets go.
//!
//! They are the tables of `fixtures/policy/`, built in, so that `gatepost policy coverage` can judge them
//! anywhere. They are written for the invented school with the further accounts of [`EXAMPLE_ACCOUNTS`].

use std::path::Path;
use std::sync::{Arc, LazyLock};

use gatepost_model::{Draft, Limits, MediaSource};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::intake::read_json;

/// Accounts with one thing wrong each, to be put behind the `school.toml` of the invented school.
pub const EXAMPLE_ACCOUNTS: &str = include_str!("../../../fixtures/policy/accounts.toml");

static DRAFTS: LazyLock<Vec<PolicyExample>> = LazyLock::new(|| {
    let text = include_str!("../../../fixtures/policy/drafts.toml");
    toml::from_str::<Drafts>(text).expect("the example drafts are tested").draft
});

/// By pack, in the order of the packs.
const CLAUSES: [(&str, &str); 6] = [
    ("strict", include_str!("../../../fixtures/policy/strict/clauses.toml")),
    ("holme-court", include_str!("../../../fixtures/policy/holme-court/clauses.toml")),
    ("holy-cross", include_str!("../../../fixtures/policy/holy-cross/clauses.toml")),
    ("woodstock", include_str!("../../../fixtures/policy/woodstock/clauses.toml")),
    ("crockham-hill", include_str!("../../../fixtures/policy/crockham-hill/clauses.toml")),
    ("hemswell-cliff", include_str!("../../../fixtures/policy/hemswell-cliff/clauses.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drafts {
    draft: Vec<PolicyExample>,
}

/// An example draft.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyExample {
    /// What it is called.
    pub name: String,
    /// What it shows, in a few words.
    pub told: String,
    /// The words of the post.
    pub text: String,
    /// The kind of picture that goes with it.
    pub photo: Option<String>,
    /// True if the packs differ on it, or might be thought to.
    #[serde(default)]
    pub differs: bool,
    /// Keys of the manifest, beside the usual ones.
    #[serde(default)]
    set: Map<String, Value>,
    /// Usual keys that are left out.
    #[serde(default)]
    without: Vec<String>,
}

/// Which examples show what a clause means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseExamples {
    /// The clause's id.
    pub id: String,
    /// Where it stands in the policy.
    pub section: String,
    /// How it is met.
    pub met: Vec<String>,
    /// Drafts that it holds.
    #[serde(default)]
    pub held: Vec<String>,
    /// Near misses: drafts that are released.
    #[serde(default)]
    pub released: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clauses {
    clause: Vec<ClauseExamples>,
}

/// All example drafts.
pub fn policy_examples() -> &'static [PolicyExample] {
    &DRAFTS
}

/// The clauses of a pack with their examples; none of a pack that has no examples of its own.
pub fn clause_examples(pack: &str) -> Vec<ClauseExamples> {
    CLAUSES
        .iter()
        .find(|(known, _)| *known == pack)
        .map(|(_, text)| toml::from_str::<Clauses>(text).expect("the tables are tested").clause)
        .unwrap_or_default()
}

impl PolicyExample {
    /// The draft, with its picture if it has one: the file's name and its bytes.
    pub fn draft(&self, picture: Option<(String, Arc<[u8]>)>) -> Draft {
        let mut keys = json!({
            "account": "x",
            "author": "S014",
            "purpose": "good-news",
            "publish_at": "2026-11-23T16:00:00",
        });
        if let Some((file, _)) = &picture {
            keys["pupils"] = json!(["Maya Patel", "Carys Llewellyn"]);
            keys["attest"] = json!({ "dress": "S014", "dignity": "S014" });
            keys["alt"] = json!({ file: "Children at school" });
            keys["media"] = json!([file]);
        }
        for key in &self.without {
            keys[key] = Value::Null;
        }
        for (key, value) in &self.set {
            keys[key] = value.clone();
        }
        keys["id"] = json!(self.name);
        keys["text"] = json!(self.text);
        if let Value::Object(keys) = &mut keys {
            keys.retain(|_, value| !value.is_null());
        }
        let mut draft = read_json(&keys.to_string(), Path::new(""), &Limits::default());
        if let (Some(media), Some((_, bytes))) = (draft.media.first_mut(), picture) {
            media.source = MediaSource::Bytes(bytes);
        }
        draft
    }
}

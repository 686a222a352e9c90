//! `consent/undeclared-subjects`: nobody says who is pictured.

use gatepost_model::{Excerpt, Rule};

/// Nobody says who is pictured.
pub(crate) static RULE: Rule = Rule {
    id: "consent/undeclared-subjects",
    title: "Nobody says who is pictured",
    finds: "A draft with a picture or film that says neither who is on it nor that nobody is.",
    why: "No program here recognises faces, and none should. Without the author's word nobody can tell \
          whose consent to look up.",
    remedy: "Write `pupils` or `groups` into post.toml: everyone pictured, or `pupils = []` if nobody \
             is.",
    flagged: &["A photo and no post.toml."],
    clean: &["A photo of bulbs with `pupils = []`."],
    misses: &["A declaration that forgets someone."],
    excerpt: Excerpt::Masked,
};

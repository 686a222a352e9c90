//! The rules of this crate: one file and one line each.

use gatepost_model::Rule;

pub(crate) mod review_overdue;

/// Every rule of this crate, in the order of the modules.
pub static RULES: &[&Rule] = &[&review_overdue::RULE];

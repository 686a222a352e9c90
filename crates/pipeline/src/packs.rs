//! The policy pack of a school.

use std::fs;

use gatepost_policy::Pack;

use crate::catalogue::catalogue;
use crate::error::GateError;
use crate::school::School;

/// How large a pack's file may be: far more than any policy fills.
const PACK_BYTES: u64 = 1 << 20;

/// The pack that `school.toml` names: a built-in one by its id, or a file of the school's own, by its
/// path from the school folder.
pub(crate) fn of_school(school: &School) -> Result<Pack, GateError> {
    let name = &school.records().school.policy;
    if gatepost_policy::builtin_ids().any(|id| id == name) {
        return Ok(Pack::builtin(name, catalogue())?);
    }
    let path = school.folder().join(name);
    let is_small =
        fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= PACK_BYTES);
    match is_small.then(|| fs::read_to_string(&path)) {
        Some(Ok(text)) => Ok(Pack::parse(&text, name, catalogue())?),
        _ => Err(GateError::PolicyFile {
            name: name.clone(),
            known: gatepost_policy::builtin_ids().collect::<Vec<_>>().join(", "),
        }),
    }
}

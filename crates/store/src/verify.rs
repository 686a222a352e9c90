//! Reading a chain again from its first record.

use std::collections::BTreeMap;

use crate::entry::Entry;
use crate::error::{Fault, FaultKind};
use crate::record::{Head, NOTHING, Record};
use crate::state::DraftState;

/// Reads a chain of records from the first, and gives how every draft stands by it. Each of `anchors` must
/// be found in the chain; that no record was cut off its end is known only from an anchor that was
/// kept elsewhere.
///
/// # Errors
///
/// The first fault.
pub fn verify(
    records: impl Iterator<Item = Result<Record, Fault>>,
    anchors: &[Option<&Head>],
) -> Result<BTreeMap<String, DraftState>, Fault> {
    let mut states: BTreeMap<String, DraftState> = BTreeMap::new();
    let mut previous = NOTHING.to_owned();
    let mut count = 0;
    for record in records {
        let record = record?;
        count += 1;
        let fault = |kind| Fault { seq: record.seq, kind };
        if record.seq != count {
            return Err(fault(FaultKind::Gap));
        }
        if record.hash != record.hash_after(&previous) {
            return Err(fault(FaultKind::Changed));
        }
        let wrong = |anchor: &Head| anchor.seq == record.seq && anchor.hash != record.hash;
        if anchors.iter().flatten().any(|anchor| wrong(anchor)) {
            return Err(fault(FaultKind::Changed));
        }
        if (count == 1) != matches!(record.entry, Entry::Began { .. }) {
            return Err(fault(FaultKind::Impossible));
        }
        if let Some(key) = &record.draft {
            let state = DraftState::after(states.get(key), &record.entry, record.at)
                .map_err(|_| fault(FaultKind::Impossible))?;
            states.insert(key.clone(), state);
        }
        previous.clone_from(&record.hash);
    }
    match anchors.iter().flatten().find(|anchor| anchor.seq > count) {
        Some(_) => Err(Fault { seq: count, kind: FaultKind::Truncated }),
        None => Ok(states),
    }
}

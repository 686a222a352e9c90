//! The ledger: what was judged, decided and released, in a chain that shows any change.
//!
//! A [`Ledger`] is one `SQLite` file, `gatepost.db`. Every step in the life of a draft is one [`Record`],
//! on disk before the step itself; each record carries the hash of the one before it, so that a changed,
//! missing, moved or cut-off record is found by [`verify`], in the database or in an export of it. What a
//! record says of a draft is decided by one function, [`DraftState::after`]: the watched folder, the
//! command line and whatever else decides call it alike, and a step that it does not allow is not written.
//!
//! No pupil's name is ever in it: drafts have keys of their own and are named as their verdicts name
//! them, pupils are keys of the rosters, and those stand beside the chain as [`Evidence`], which can be
//! removed without breaking it.
//!
//! It reads no clock: the moment is an argument. It looks at no draft's bytes.

mod backup;
mod entry;
mod error;
mod evidence;
mod export;
mod failpoint;
mod ledger;
mod moment;
mod record;
mod redeem;
mod schema;
mod state;
mod verify;

pub use backup::{backup, restore};
pub use entry::{Entry, Needs, PackVersion, Redeemable, Registers};
pub use error::{Fault, FaultKind, Refusal, StoreError};
pub use evidence::{Evidence, PupilEvidence, Seen};
pub use export::{defused, read_export, write_csv, write_json_lines};
pub use failpoint::step;
pub use ledger::{Found, Ledger, new_key, new_token, sha256};
pub use record::{Head, Record};
pub use state::{Approval, Claim, DraftState, Judgement, Phase};
pub use verify::verify;

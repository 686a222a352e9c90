//! The watched folder: takes drafts out of the inbox, and places each whole where it belongs.
//!
//! A draft is taken by one rename, judged, and placed by one rename: in `released/ACCOUNT/DRAFT/` (its
//! words and clean media, `verdict.json`, `release.json`) or in `held/ACCOUNT/DRAFT/` (its originals
//! untouched, `verdict.json`, `report.html`, `WHY.txt`). Every step is a record of the ledger before it is
//! taken. What is under way lies in `.gatepost/`, so that a run that was cut short is finished by the next
//! one: nothing is lost, altered, overwritten or released twice.
//!
//! The listing of the inbox is the truth; events of the file system are hints to look now. It does not
//! follow links, and decides nothing: the gate does.

mod books;
mod error;
mod health;
mod hints;
mod inbox;
mod journal;
mod lock;
mod place;
mod recheck;
mod reload;
mod retry;
mod review;
mod seal;
mod settle;
mod status;
mod take;
mod work;

pub use books::{LEDGER, open_ledger, restore};
pub use error::WatchError;
pub use health::{HealthReport, Waiting, health};
pub use hints::{Listen, Mode};
pub use recheck::{Exposed, Rechecked, recheck, record_takedowns, released_key};
pub use review::{Choice, Decided, HeldDraft, Review};
pub use status::{DraftStatus, Status, status};
pub use work::{Event, Settings, Tally, Worker};

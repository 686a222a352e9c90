//! How right gatepost is on labelled texts.
//!
//! In: rows of JSON lines ([`Row`]) and what was found in each ([`Judgement`]). Out: for every set, and
//! within it for every category, disguise, functionality and kind of data, how many texts that should
//! be held were, and how many were that should not ([`Scores`]); and beside it what is wanted
//! ([`wanted()`]). A finding counts only where it holds the text: advice is neither found nor wrong.
//!
//! The scorer knows nothing of how gatepost finds what it finds: it reads verdicts, as a user would.

mod judge;
mod row;
mod score;
mod table;
mod wanted;

pub use judge::{Found, Judgement, judge};
pub use row::{Expected, Row};
pub use score::{By, Count, Scores};
pub use table::{jsonl, table};
pub use wanted::{Line, wanted};

//! A verdict as a page, as a note to its author, as one line, and as plain blocks for a terminal.
//!
//! In: a verdict, and for the page the draft and what the verdict was made from. Out: text. [`page`] is
//! for the person who decides, [`why`] for the person who dropped the draft, [`line()`] for a list of
//! drafts; [`matters`] is what they are made of, for a terminal. Nothing here judges, and nothing opens a
//! file but the pictures of the draft, to show them small.
//!
//! Whatever the draft brings is escaped, and characters that show nothing or turn text around are written out. A
//! pupil whom the verdict masks is named nowhere but in the draft's own words on the page.

mod data_uri;
mod declared;
mod facts;
mod gravity;
mod group;
mod line;
mod marks;
mod matter;
mod next;
mod page;
mod photo;
mod policy_page;
mod preview;
mod visible;
mod why;
mod words;
mod wrap;

pub use group::MatterKind;
pub use line::line;
pub use matter::{Cited, Matter, Point, matters};
pub use page::page;
pub use policy_page::policy_page;
pub use visible::one_line as visible;
pub use why::why;

//! Old posts: archives, and the exports of social networks, judged as they lie.
//!
//! In: folders of drafts, JSON lines, zip and tar files, and the exports of X, Facebook, Instagram,
//! Mastodon, WordPress, YouTube, Hootsuite and Buffer. Out: one verdict a post, in order, with the place
//! in the archive that it came from; a summary whose counts add up; and the list of what should be
//! taken down.
//!
//! Archives are streamed: what is in memory at one time does not grow with them. Nothing is unpacked to
//! disk, no address is fetched, nothing in an archive is run. Direct messages, the comments of others,
//! advertising and log-ins are counted and not opened.

mod elements;
mod error;
mod formats;
mod members;
mod post;
mod scan;
mod tally;
mod text;
mod time;

pub use error::ArchiveError;
pub use formats::Format;
pub use post::{Kind, Origin, Source, Visibility};
pub use scan::summary::{Summary, Totals};
pub use scan::{AsPublished, Copies, Messages, Options, Progress, Resume, Scan, begun_at};
pub use tally::{ArchiveSummary, Counts, MediaCounts};

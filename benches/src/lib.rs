//! Measures gatepost beside its peers: how right it is, and how fast.
//!
//! What was measured, with machine, commands and versions, stands in this folder's README. Here is
//! what measures: the scorer ([`accuracy`]), the generator of posts ([`corpus`]), of hostile texts ([`hostile`]) and of terms
//! ([`terms`]), the rivals ([`rivals`]) and the clock ([`clock`]). It uses the house as any user of the
//! library would; the words of the rivals are made here, and nothing is read that is not named in the
//! arguments.

pub mod accuracy;
pub mod cameras;
pub mod clock;
pub mod corpus;
pub mod exiftool;
pub mod hostile;
pub mod random;
pub mod rivals;
pub mod rosters;
pub mod school;
pub mod spawned;
pub mod terms;

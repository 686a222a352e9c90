//! What every fuzz target asks of a walker.
//!
//! In: any bytes. Whatever they are, examining them ends; and if they are cleaned, the copy is verified against them, gives
//! nothing away, and stays as it is when it is cleaned again. A target puts the first bytes of its format before
//! what the fuzzer made, so that every input reaches its walker.

use gatepost_image::{clean, examine, verify};
use gatepost_model::Limits;

/// Panics if a file is neither cleaned nor held as it should be.
pub fn clean_or_held(front: &[u8], bytes: &[u8]) {
    let bytes = if bytes.starts_with(front) { bytes.to_vec() } else { [front, bytes].concat() };
    let limits = Limits::default();
    let _ = examine(&bytes, "photo", &limits);
    if let Ok(copy) = clean(&bytes, &limits) {
        assert_eq!(verify(&bytes, &copy.bytes, &limits), Ok(()));
        let after = examine(&copy.bytes, "photo", &limits);
        assert!(after.exposures.is_empty() && after.texts.is_empty() && after.device.is_none());
        let again = clean(&copy.bytes, &limits).expect("a clean copy is cleaned");
        assert!(again.bytes == copy.bytes, "cleaning a clean copy changes it");
    }
}

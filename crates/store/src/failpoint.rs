//! Steps at which a build for tests can be made to end at once, as if the power had failed.

/// A step has been reached. Does nothing, unless this was built with `failpoints`: then the process ends
/// without tidying anything up at the step whose number, counted from 1, stands in `GATEPOST_FAIL_AT`.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub const fn step() {}

/// A step has been reached: the process ends here if its number stands in `GATEPOST_FAIL_AT`.
#[cfg(feature = "failpoints")]
pub fn step() {
    use std::sync::atomic::{AtomicU64, Ordering};
    static REACHED: AtomicU64 = AtomicU64::new(0);
    let number = REACHED.fetch_add(1, Ordering::SeqCst) + 1;
    let fatal = std::env::var("GATEPOST_FAIL_AT").ok().and_then(|at| at.parse::<u64>().ok());
    if fatal == Some(number) {
        std::process::abort();
    }
}

//! Time spent by this thread on a core, which other programs on the machine cannot lengthen as they
//! lengthen time on the wall.

use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// How long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    /// On a core, by this thread.
    pub thread: Duration,
    /// On the wall.
    pub wall: Duration,
}

/// Times one call.
pub fn time<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (wall, thread) = (Instant::now(), ThreadTime::now());
    let value = work();
    let took = Took { thread: thread.elapsed(), wall: wall.elapsed() };
    (std::hint::black_box(value), took)
}

/// The middle one of some durations; of an even number, the lower of the two. Zero of none.
pub fn median(times: &[Duration]) -> Duration {
    quantile(times, 1, 2)
}

/// The duration below which `part` of `whole` of them lie. Zero of none.
pub fn quantile(times: &[Duration], part: usize, whole: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * part / whole.max(1)).copied().unwrap_or_default()
}

/// Millions of bytes a second.
pub fn megabytes_a_second(bytes: usize, time: Duration) -> f64 {
    to_f64(bytes) / 1e6 / time.as_secs_f64().max(1e-9)
}

/// A count as a number to divide by.
#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
pub fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_the_sorted_times() {
        let times: Vec<Duration> = [5, 1, 4, 2, 3].map(Duration::from_millis).to_vec();
        assert_eq!(median(&times), Duration::from_millis(3));
        assert_eq!(quantile(&times, 1, 1), Duration::from_millis(5));
        assert_eq!(quantile(&times, 0, 1), Duration::from_millis(1));
        assert_eq!(median(&[]), Duration::ZERO);
    }

    #[test]
    fn a_thread_that_sleeps_takes_no_time_on_a_core() {
        let ((), took) = time(|| std::thread::sleep(Duration::from_millis(50)));
        assert!(took.wall >= Duration::from_millis(50) && took.thread < took.wall / 2, "{took:?}");
    }
}

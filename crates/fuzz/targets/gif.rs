//! Fuzzes the walker of GIF.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gatepost_fuzz::clean_or_held(b"GIF8", bytes));

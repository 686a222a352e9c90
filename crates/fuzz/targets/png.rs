//! Fuzzes the walker of PNG.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gatepost_fuzz::clean_or_held(b"\x89PNG\r\n\x1a\n", bytes));

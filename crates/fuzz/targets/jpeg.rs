//! Fuzzes the walker of JPEG.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gatepost_fuzz::clean_or_held(b"\xff\xd8", bytes));

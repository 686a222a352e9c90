//! Reads what a photo gives away and writes a copy that gives away nothing, without loss.

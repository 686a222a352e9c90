//! Measures gatepost beside its peers.

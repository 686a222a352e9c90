//! Finds pupils and staff of the rosters in words.

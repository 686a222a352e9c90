//! The watched folder: takes drafts, places them whole.

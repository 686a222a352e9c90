//! May this person post this, on this account, now.

//! A verdict as a page, as a note to its author, as one line.

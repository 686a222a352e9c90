//! Lines that exports put under a table: totals, page numbers, the date of printing.

use crate::sheet::{Cell, Row};

/// True if a row is no entry but a line such as `Total: 420`, `Printed on 05/10/2026` or `Page 2 of 3`.
/// Only its first words are looked at, and it may fill two cells at most.
pub(crate) fn is_footer(row: &Row<'_>) -> bool {
    const OPENINGS: &[&str] = &[
        "total",
        "totals",
        "count",
        "number of",
        "printed",
        "produced",
        "generated",
        "exported",
        "report",
        "run on",
        "end of",
        "page 1",
        "page 2",
    ];
    let filled: Vec<&Cell<'_>> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let Some(Cell::Text(first)) = filled.first() else { return false };
    let first = first.to_lowercase();
    let opens = |opening: &str| {
        first.strip_prefix(opening).is_some_and(|rest| {
            let parted = rest.chars().next().is_none_or(|letter| !letter.is_alphanumeric());
            let told = !rest.trim().is_empty() || filled.len() == 2 || opening.starts_with("total");
            parted && told
        })
    };
    filled.len() <= 2 && OPENINGS.iter().any(|opening| opens(opening))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::is_footer;
    use crate::sheet::{Cell, Row};

    fn footer(cells: &[&'static str]) -> bool {
        let cells = cells.iter().map(|&cell| Cell::of(Cow::Borrowed(cell))).collect();
        is_footer(&Row { number: 30, cells })
    }

    #[test]
    fn totals_and_printing_dates_are_footers() {
        assert!(footer(&["Total: 420"]));
        assert!(footer(&["", "Totals"]));
        assert!(footer(&["Count", "30"]));
        assert!(footer(&["Printed on 05/10/2026"]));
        assert!(footer(&["Page 1 of 3"]));
    }

    #[test]
    fn people_are_not() {
        assert!(!footer(&["Page", "Amy", "4W"]));
        assert!(!footer(&["Page", "Amy"]));
        assert!(!footer(&["Count"]));
        assert!(!footer(&["Totally", "Jack"]));
        assert!(!footer(&["A823456789012", "Count", "Amy"]));
    }
}

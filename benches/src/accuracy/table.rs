//! Scores as tables for people and as JSON lines for programs.

use std::fmt::Write;

use super::row::Expected;
use super::score::{By, Count, Scores};
use super::wanted::Line;

/// The tables of all sets, and what is wanted.
pub fn table(sets: &[(String, Scores)], wanted: &[Line]) -> String {
    let mut out = String::new();
    for (name, scores) in sets {
        let _ = writeln!(out, "\n{name}");
        let mut last = None;
        for ((by, group, expected), count) in &scores.counts {
            if last.replace(*by) != Some(*by) {
                let _ = writeln!(out, "  {}", by.word());
            }
            let _ = writeln!(out, "    {group:<44} {:<12} {}", word(*by, *expected), shown(*count));
        }
    }
    if !wanted.is_empty() {
        let _ = writeln!(out, "\nwhat is wanted");
    }
    for line in wanted {
        let (sign, short) = match line.expected {
            Expected::Hold => ("≥", "short of it"),
            Expected::Release | Expected::Anything => ("≤", "above it"),
        };
        let reached = if line.reached() { "reached" } else { short };
        let _ = writeln!(
            out,
            "    {:<52} {}   {sign} {:>4.1} %  {reached}",
            line.about,
            shown(line.count),
            line.bound,
        );
    }
    out
}

fn word(by: By, expected: Expected) -> &'static str {
    match (by, expected) {
        (By::Precision, _) => "right",
        (_, Expected::Hold) => "found",
        (_, Expected::Release) => "wrongly held",
        (_, Expected::Anything) => "held",
    }
}

fn shown(count: Count) -> String {
    let share = count.share().unwrap_or_default();
    format!("{:>6} of {:>6}  {share:>5.1} %", count.held, count.of)
}

/// The same as JSON, one object a line.
pub fn jsonl(sets: &[(String, Scores)], wanted: &[Line]) -> String {
    let mut out = String::new();
    for (name, scores) in sets {
        for ((by, group, expected), count) in &scores.counts {
            let line = serde_json::json!({
                "set": name, "by": by.word(), "group": group, "measure": word(*by, *expected),
                "of": count.of, "held": count.held, "per_cent": count.share(),
            });
            let _ = writeln!(out, "{line}");
        }
    }
    for wish in wanted {
        let measure = word(By::All, wish.expected);
        let line = serde_json::json!({
            "wanted": wish.about, "measure": measure, "of": wish.count.of, "held": wish.count.held,
            "per_cent": wish.count.share(), "bound": wish.bound, "reached": wish.reached(),
        });
        let _ = writeln!(out, "{line}");
    }
    out
}

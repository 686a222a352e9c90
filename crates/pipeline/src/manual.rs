//! The rules as a page, `crates/RULES.md`: made from the rules themselves, never written by hand.

use std::fmt::Write;

use gatepost_model::{Marked, Rule};

use crate::catalogue::catalogue;

/// The page, in Markdown.
pub fn rules_page() -> String {
    let mut page = String::from(
        "# The rules\n\n\
         Made from the rules themselves by `cargo run -p gatepost --example write-rules`; a test keeps it true.\n\
         What a finding of a rule means, hold or advice, is the policy pack's word. In the examples, what is found is **bold**.\n",
    );
    let mut family = "";
    for rule in catalogue() {
        if rule.family() != family {
            family = rule.family();
            put(&mut page, format_args!("\n## {family}\n"));
        }
        write_rule(&mut page, rule);
    }
    page
}

fn write_rule(page: &mut String, rule: &Rule) {
    put(page, format_args!("\n### `{}`: {}\n\n", rule.id, rule.title));
    put(
        page,
        format_args!("{}\n\nWhy: {}\n\nTo mend a draft: {}\n", rule.finds, rule.why, rule.remedy),
    );
    for (heading, examples) in
        [("Found in", rule.flagged), ("Not found in", rule.clean), ("Known misses", rule.misses)]
    {
        if examples.is_empty() {
            continue;
        }
        put(page, format_args!("\n{heading}:\n\n"));
        for example in examples {
            put(page, format_args!("- {}\n", in_markdown(example)));
        }
    }
}

/// An example with its marks as bold, and with nothing in it that Markdown would read.
fn in_markdown(example: &str) -> String {
    let marked = Marked::parse(example);
    let mut shown = String::new();
    let mut from = 0;
    for span in &marked.spans {
        escape(&mut shown, marked.text.get(from..span.start).unwrap_or_default());
        shown.push_str("**");
        escape(&mut shown, span.slice(&marked.text).unwrap_or_default());
        shown.push_str("**");
        from = span.end;
    }
    escape(&mut shown, marked.text.get(from..).unwrap_or_default());
    shown
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\n' => out.push_str(" ↵ "),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
}

fn put(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing into a string does not fail");
}

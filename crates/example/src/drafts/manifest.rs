//! Writes `post.toml`, the sheet that goes with a draft.

use std::fmt::Write;

use jiff::civil::DateTime;

/// What the sheet says. What is `None` is left out.
#[derive(Debug, Clone, Default)]
pub(super) struct Manifest {
    pub(super) account: &'static str,
    pub(super) author: &'static str,
    pub(super) purpose: &'static str,
    pub(super) publish_at: DateTime,
    /// UPNs or names; of nobody, `[]`.
    pub(super) pupils: Option<Vec<String>>,
    /// What the author confirms.
    pub(super) attest: &'static [&'static str],
    /// Alternative texts, by file name.
    pub(super) alt: Vec<(&'static str, &'static str)>,
}

impl Manifest {
    /// The sheet, as TOML. No text in it needs more escaping than quotes.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        let mut line = |key: &str, value: &str| {
            writeln!(out, "{key} = {value}").expect("writing to a string");
        };
        line("account", &quote(self.account));
        line("author", &quote(self.author));
        line("purpose", &quote(self.purpose));
        line("publish_at", &self.publish_at.to_string());
        if let Some(pupils) = &self.pupils {
            let names: Vec<String> = pupils.iter().map(|pupil| quote(pupil)).collect();
            line("pupils", &format!("[{}]", names.join(", ")));
        }
        if !self.attest.is_empty() {
            let author = quote(self.author);
            let given: Vec<String> =
                self.attest.iter().map(|key| format!("{key} = {author}")).collect();
            line("attest", &format!("{{ {} }}", given.join(", ")));
        }
        if !self.alt.is_empty() {
            out.push_str("\n[alt]\n");
            for (file, text) in &self.alt {
                writeln!(out, "{} = {}", quote(file), quote(text)).expect("writing to a string");
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

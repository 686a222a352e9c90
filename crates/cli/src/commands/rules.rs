//! `gatepost rules`.

use std::io::Write;

use serde_json::json;

use super::{Audience, Status};
use crate::screen::{FAINT, STRONG, styled};

/// Lists every rule, by family.
pub(crate) fn run(audience: Audience) -> anyhow::Result<Status> {
    let mut out = anstream::stdout().lock();
    let mut family = "";
    for rule in gatepost::catalogue() {
        if audience == Audience::Programs {
            let line = json!({
                "rule": rule.id, "title": rule.title, "finds": rule.finds, "why": rule.why,
                "remedy": rule.remedy,
            });
            writeln!(out, "{line}")?;
            continue;
        }
        if rule.family() != family {
            if !family.is_empty() {
                writeln!(out)?;
            }
            family = rule.family();
            writeln!(out, "{}", styled(STRONG, family))?;
        }
        writeln!(out, "  {:<32} {}", rule.id, rule.title)?;
    }
    if audience == Audience::People {
        writeln!(out, "\n{}", styled(FAINT, "gatepost explain RULE says more of one."))?;
    }
    Ok(Status::Done)
}

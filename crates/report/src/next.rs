//! What is to be done now, in a sentence.

use gatepost_model::{Decision, Verdict};

use crate::words::{counted, listed, role};

/// Rules that say that gatepost, not the author, must be helped.
const NOT_CHECKED: &[&str] = &["draft/unchecked"];

/// What to do with the draft; `holding` is how many matters hold it.
pub(crate) fn next(verdict: &Verdict, holding: usize) -> String {
    match verdict.decision {
        Decision::Release if verdict.cleaned.is_empty() => {
            "There is nothing to do: it may be posted as it stands.".into()
        }
        Decision::Release if verdict.cleaned.iter().all(|file| file.removed.is_empty()) => {
            "Post the clean copy.".into()
        }
        Decision::Release => {
            "Post the clean copy. The original files still hold what was taken out.".into()
        }
        Decision::Hold if holding > 0 && all_unchecked(verdict) => {
            "Gatepost could not check this draft, which says nothing about what is in it. Drop it \
             again; if it is held again, tell whoever looks after Gatepost."
                .into()
        }
        Decision::Hold => format!(
            "Put right the {} below, then drop the draft into the inbox again.",
            if holding == 1 { "point".into() } else { counted(holding, "point") }
        ),
    }
}

/// Who must see it, in words; `None` where nobody must.
pub(crate) fn who(verdict: &Verdict) -> Option<String> {
    let roles: Vec<String> = verdict.route.iter().map(|name| role(name)).collect();
    let mut told = (!roles.is_empty()).then(|| listed(&roles))?;
    let Some(approval) = &verdict.approval else { return Some(told) };
    let named = |names: &[String]| listed(&names.iter().map(|name| role(name)).collect::<Vec<_>>());
    if approval.by != verdict.route {
        told.extend(["; let go by ", &named(&approval.by), " alone"]);
    }
    if !approval.must.is_empty() {
        told.extend(["; ", &named(&approval.must), " must agree"]);
    }
    if approval.people > 1 {
        told.extend(["; ", &approval.people.to_string(), " people must agree"]);
    }
    Some(told)
}

fn all_unchecked(verdict: &Verdict) -> bool {
    verdict.holding().all(|ruling| NOT_CHECKED.contains(&ruling.rule.as_str()))
}

//! Mentions taken together: someone of a pupil's family, and many pupils in a row.

use gatepost_model::Certainty;

use crate::lexicon::Kind;
use crate::matching::context::relative_beside;
use crate::mention::{Mention, Reason, Who};
use crate::surroundings::Scene;

/// So many pupils in a row are a list.
const LEAST_LISTED: usize = 5;

/// As many pieces (numbers, classes, *and*) may stand between two of a list.
const MOST_BETWEEN: usize = 2;

/// Adds relatives and lists to the mentions of a passage, which are in order.
pub(crate) fn find(scene: &Scene<'_>, mentions: &mut Vec<Mention>) {
    let mut more: Vec<Mention> = Vec::new();
    for mention in mentions.iter() {
        let Who::Pupils(pupils, _) = &mention.who else { continue };
        let Some(relative) = relative_beside(scene, mention.first, mention.last) else { continue };
        let (first, last) = (mention.first.min(relative), mention.last.max(relative));
        more.push(Mention {
            span: scene.span(first, last),
            first,
            last,
            certainty: mention.certainty.min(Certainty::Likely),
            who: Who::Family(pupils.clone()),
            reason: Reason::Family,
        });
    }
    let pupils: Vec<&Mention> =
        mentions.iter().filter(|mention| matches!(mention.who, Who::Pupils(..))).collect();
    for run in pupils.chunk_by(|left, right| is_listed(scene, left, right)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let mut distinct: Vec<&[u32]> = run.iter().map(|mention| mention.pupils()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() >= LEAST_LISTED {
            more.push(Mention {
                span: first.span.join(last.span),
                first: first.first,
                last: last.last,
                certainty: run.iter().map(|one| one.certainty).min().unwrap_or(Certainty::Likely),
                who: Who::List,
                reason: Reason::List,
            });
        }
    }
    mentions.append(&mut more);
}

/// True if nothing stands between two mentions but what parts the names of a list.
fn is_listed(scene: &Scene<'_>, left: &Mention, right: &Mention) -> bool {
    let between = left.last + 1..right.first;
    between.len() <= MOST_BETWEEN
        && between.clone().all(|at| {
            scene.kinds(at).has(Kind::And) || scene.slice(at).contains(|c: char| c.is_numeric())
        })
}

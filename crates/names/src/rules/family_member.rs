//! `names/family-member`: someone of a pupil's family.

use gatepost_model::{Excerpt, Rule};

/// A pupil's relative, told by the pupil's name.
pub(crate) static RULE: Rule = Rule {
    id: "names/family-member",
    title: "A pupil's family",
    finds: "A word for someone of the family beside a pupil's name: \"Jack's mum\", \"sister of Maya\".",
    why: "What staff know of a child's family is not the school's to publish, and it leads strangers \
            from one to the other.",
    remedy: "Thank \"a parent\" or \"a family\", and leave the pupil's name out.",
    flagged: &[
        "⟦Jack Smith's mum⟧ baked the cakes.",
        "Thank you to the ⟦dad of Maya Patel⟧ for the cakes.",
    ],
    clean: &["Thank you to the mums and dads who baked."],
    misses: &["Relatives by their own names."],
    excerpt: Excerpt::Masked,
};

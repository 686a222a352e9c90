//! `link/lookalike-domain`: links to domains that pass for others.
//!
//! UTS #39, section 5: labels that mix scripts, and hosts whose letters look like a known domain's
//! (the school's own, a listed one, one that everybody trusts) without being it. Punycode in a post
//! hides what a reader would see.

use std::sync::LazyLock;

use gatepost_matcher::fold;
use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::own::Own;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "link/lookalike-domain",
    title: "Links that pass for others",
    finds: "Domains whose letters imitate the school's, a listed or a well-known one, mixed alphabets, and punycode.",
    why: "Families trust what their school links to, and such domains are made to rob them.",
    remedy: "Type the address anew, or copy it from the site itself.",
    flagged: &[
        "Pay at ⟦https://www.oakfie1d.example/pay⟧",
        "News on ⟦https://www.bbс.co.uk/news⟧",
        "Log in: ⟦https://xn--pypal-4ve.example⟧",
    ],
    clean: &[
        "Pay at https://www.oakfield.example/pay",
        "Café: https://www.café.example",
        "See bbc.co.uk",
    ],
    misses: &["Domains that differ by a word, such as `oakfield-pay.example`."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::DOTTED.or(Shapes::SCHEME)).or_cues(&[&["www"]]),
        find: imitations,
    }],
};

/// Domains that everybody trusts.
const TRUSTED: &[&str] = &[
    "bbc.co.uk",
    "gov.uk",
    "nhs.uk",
    "google.com",
    "google.co.uk",
    "microsoft.com",
    "office.com",
    "apple.com",
    "paypal.com",
    "amazon.co.uk",
    "amazon.com",
    "facebook.com",
    "instagram.com",
    "youtube.com",
    "parentpay.com",
    "parentmail.co.uk",
    "classdojo.com",
    "arbor.sc",
    "justgiving.com",
    "royalmail.com",
    "hmrc.gov.uk",
    "ceop.police.uk",
    "childline.org.uk",
    "nspcc.org.uk",
    "twinkl.co.uk",
    "tes.com",
    "ofsted.gov.uk",
    "barclays.co.uk",
    "lloydsbank.com",
    "natwest.com",
    "hsbc.co.uk",
];

fn imitations(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for link in sight.links() {
        if sight.own.has_link(&link.host) {
            continue;
        }
        let message = if link.host.split('.').any(|label| label.starts_with("xn--")) {
            Some("A web address in punycode: nobody sees how it reads.")
        } else if link.host.split('.').any(mixes_scripts) {
            Some("A web address that mixes letters of different alphabets.")
        } else {
            imitates(&link.host, sight.own)
                .then_some("A web address that looks like another one, and is not it.")
        };
        if let Some(message) = message {
            seen.push(Sighting::new(link.span, Certainty::Certain, message));
        }
    }
}

/// True if a label has ASCII letters and letters of another alphabet that look like them.
fn mixes_scripts(label: &str) -> bool {
    let latin = label.chars().any(|c| c.is_ascii_alphabetic());
    let other = label.chars().any(|c| c.is_alphabetic() && matches!(u32::from(c), 0x370..=0x58F | 0x13A0..=0x13FF | 0x2C80..=0x2CFF | 0xFF21..=0xFF5A));
    latin && other
}

/// True if a host, or what it is below, looks like a known domain and is another.
fn imitates(host: &str, own: &Own) -> bool {
    let parts = || {
        std::iter::successors(Some(host), |part| part.split_once('.').map(|(_, parent)| parent))
            .filter(|part| part.contains('.'))
    };
    let known = |part: &str| own.has_domain(part) || TRUSTED.contains(&part);
    let looks_known = |part: &str| {
        let look = looks(part);
        own.is_look(&look) || LOOKS.binary_search(&look).is_ok()
    };
    parts().any(looks_known) && !parts().any(known)
}

/// What the trusted domains look like, sorted.
static LOOKS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut looks: Vec<String> = TRUSTED.iter().filter_map(|domain| look_of(domain)).collect();
    looks.sort_unstable();
    looks
});

/// What a domain looks like, if it is long enough for that to say anything.
pub(crate) fn look_of(domain: &str) -> Option<String> {
    (domain.len() > SHORTEST).then(|| looks(domain))
}

/// How long a domain is at the most that another may look like by chance.
const SHORTEST: usize = 5;

/// What a domain looks like: letters folded, digits and pairs read as the letters they resemble.
fn looks(domain: &str) -> String {
    let folded = fold(domain);
    let mut look = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let pair = match letter {
            'r' => Some(('n', 'm')),
            'v' => Some(('v', 'w')),
            'c' => Some(('l', 'd')),
            _ => None,
        };
        let pair = pair.filter(|(behind, _)| letters.next_if_eq(behind).is_some());
        look.push(match (pair, letter) {
            (Some((_, joined)), _) => joined,
            (None, '0') => 'o',
            (None, '1' | 'i' | '|') => 'l',
            (None, '5') => 's',
            (None, letter) => letter,
        });
    }
    look
}

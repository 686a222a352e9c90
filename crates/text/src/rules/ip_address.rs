//! `privacy/ip-address`: addresses of computers.
//!
//! RFC 791, RFC 4291, and the hardware addresses of IEEE 802 (EUI-48). Four numbers with dots are also versions and sections, so that words of
//! networks decide; documentation and loopback addresses are nobody's.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/ip-address",
    title: "IP addresses",
    finds: "IPv4, IPv6 and hardware (MAC) addresses. Four small numbers that no word of networks announces are only possible.",
    why: "It tells a stranger where the school's network, or somebody's home, can be reached.",
    remedy: "Take the address out.",
    flagged: &[
        "The camera is at ⟦10.20.30.40⟧ on the school network",
        "server ⟦fd12:3456:789a::1⟧",
    ],
    clean: &[
        "We are on version 999.1.2.3",
        "At 10:20:30 the race began",
        "See 4.2.1 of the policy",
    ],
    misses: &["Addresses spelled out in words."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::HOST).or_cues(&[&["mac"]]),
        find: addresses,
    }],
};

/// Words of networks.
const CONTEXT: &[&str] = &[
    "address", "camera", "cctv", "dns", "firewall", "gateway", "host", "ip", "ipv4", "ipv6",
    "login", "mac", "network", "ping", "port", "printer", "proxy", "router", "server", "ssh",
    "subnet", "vpn", "wifi",
];

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\b|\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b|\b[0-9a-f]{1,4}:[0-9a-f:]{2,35}[0-9a-f]\b",
    )
});

fn addresses(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let clear = sight.clear();
    for found in ADDRESS.find_iter(clear) {
        let text = found.as_str();
        let span = sight.place(found.range());
        let rest = clear.get(found.end()..).unwrap_or_default();
        let goes_on = sight.before(span).is_some_and(|c| matches!(c, '.' | ':'))
            || rest
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let v4 = text.parse::<Ipv4Addr>().ok().filter(|a| !a.is_loopback() && !a.is_unspecified());
        let v6 = text.parse::<Ipv6Addr>().ok().filter(|a| !a.is_loopback());
        let hardware = text.len() == 17 && text.contains([':', '-']) && v6.is_none();
        let mixed = hardware && text.contains(|c: char| c.is_ascii_alphabetic());
        let spoken_of = speaks_of(sight, span, CONTEXT);
        let certainty = match (v4, v6) {
            _ if goes_on => continue,
            (None, None) if !hardware || !(mixed || spoken_of) => continue,
            (_, Some(_)) => Certainty::Certain,
            _ if spoken_of => Certainty::Certain,
            (None, None) => Certainty::Likely,
            // 192.168 begins nothing but addresses.
            (Some(v4), None) if v4.octets().starts_with(&[192, 168]) => Certainty::Likely,
            (Some(_), None) => Certainty::Possible,
        };
        seen.push(Sighting::new(span, certainty, "The address of a computer."));
    }
}

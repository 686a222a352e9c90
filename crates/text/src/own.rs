//! What is the school's own, and what is everybody's: never a finding.
//!
//! Values are compared whole, after normalising both sides, never as parts of longer ones: an
//! allowed `office@oakfield.example` does not excuse `other.office@oakfield.example.org`.

use std::collections::BTreeSet;

use gatepost_records::SchoolFile;

use crate::error::TextError;
use crate::rules::lookalike_domain::look_of;

/// Telephone numbers that anybody may give: emergency numbers and national helplines, as the
/// organisations publish them themselves.
const HELPLINES: &[&str] = &[
    "999",
    "112",
    "111",
    "101",
    "105",
    "119",
    "116 123",
    "116 000",
    "0800 1111",     // Childline
    "0808 800 5000", // NSPCC
    "0800 136 663",  // NSPCC, abuse in education
    "0800 555 111",  // Crimestoppers
    "0808 2000 247", // national domestic abuse helpline
    "0800 068 4141", // Papyrus
    "0808 808 4994", // The Mix
    "0808 802 5544", // YoungMinds, for parents
    "0808 801 0677", // Beat
    "0300 123 6600", // Frank
    "0344 381 4772", // Professionals Online Safety Helpline
    "85258",         // Shout, by text
];

/// E-mail addresses that anybody may give.
const HELP_ADDRESSES: &[&str] = &["help@nspcc.org.uk", "jo@samaritans.org"];

/// The school's own contact points, and the public's.
#[derive(Clone, Default)]
pub(crate) struct Own {
    domains: BTreeSet<String>,
    links: BTreeSet<String>,
    /// What the domains of the two look like.
    looks: BTreeSet<String>,
    emails: BTreeSet<String>,
    phones: BTreeSet<String>,
    postcodes: BTreeSet<String>,
    handles: BTreeSet<String>,
    /// The school's address, letters and digits alone.
    address: String,
}

impl Own {
    /// Takes them from `school.toml`.
    ///
    /// # Errors
    ///
    /// [`TextError::Contact`] for a contact of no known kind: it would excuse nothing, and its owner
    /// would never know.
    pub(crate) fn of(school: &SchoolFile) -> Result<Self, TextError> {
        let mut own = Self::default();
        own.domains.extend(school.domains.iter().map(|domain| host(domain)));
        own.links.extend(school.links.iter().map(|link| host(link)));
        own.phones.extend(HELPLINES.iter().map(|number| telephone(number)));
        own.emails.extend(HELP_ADDRESSES.iter().map(|&address| address.to_string()));
        own.handles.extend(school.handles.iter().map(|name| handle(name)));
        for account in &school.accounts {
            own.handles.extend(account.handle.iter().map(|name| handle(name)));
            own.emails.extend(account.email.iter().map(|address| address.trim().to_lowercase()));
        }
        if let Some(address) = &school.address {
            own.address = squeezed(address);
            own.postcodes.extend(crate::rules::address::postcodes_in(address));
        }
        for (before, contact) in school.contacts.iter().enumerate() {
            if !own.add(contact.trim()) {
                return Err(TextError::Contact { index: before + 1 });
            }
        }
        let known = own.domains.iter().chain(&own.links);
        own.looks = known.filter_map(|domain| look_of(domain)).collect();
        Ok(own)
    }

    fn add(&mut self, contact: &str) -> bool {
        let lower = contact.to_lowercase();
        let number = telephone(contact);
        let wordless = !contact.chars().any(char::is_alphabetic);
        match lower.split_once('@') {
            Some(("", name)) if !name.is_empty() => self.handles.insert(handle(name)),
            Some((local, domain)) if !local.is_empty() && domain.contains('.') => {
                self.emails.insert(lower)
            }
            None if wordless && (3..=15).contains(&number.len()) => self.phones.insert(number),
            None if lower.contains('.') && !lower.contains(char::is_whitespace) => {
                self.domains.insert(host(&lower))
            }
            Some(_) | None => return false,
        };
        true
    }

    /// True for an e-mail address that may stand in a post.
    pub(crate) fn has_email(&self, address: &str) -> bool {
        let lower = address.to_lowercase();
        self.emails.contains(&lower)
            || lower.rsplit_once('@').is_some_and(|(_, domain)| within(&self.domains, domain))
    }

    /// True for a telephone number, in any notation, that may stand in a post.
    pub(crate) fn has_phone(&self, number: &str) -> bool {
        self.phones.contains(&telephone(number))
    }

    /// True for the host of a web address that posts may link to.
    pub(crate) fn has_link(&self, host: &str) -> bool {
        within(&self.domains, host) || within(&self.links, host)
    }

    /// True for an account that may stand in a post.
    pub(crate) fn has_handle(&self, name: &str) -> bool {
        self.handles.contains(&handle(name))
    }

    /// True for the name of the street in which the school stands.
    pub(crate) fn has_street(&self, street: &str) -> bool {
        let street = squeezed(street);
        !street.is_empty() && self.address.contains(&street)
    }

    /// True for a domain that posts may link to, and none below it.
    pub(crate) fn has_domain(&self, domain: &str) -> bool {
        self.domains.contains(domain) || self.links.contains(domain)
    }

    /// True if a domain that posts may link to looks like this, in the letters of
    /// [`crate::rules::lookalike_domain`].
    pub(crate) fn is_look(&self, look: &str) -> bool {
        self.looks.contains(look)
    }

    /// True for a postcode, in any notation, that may stand in a post.
    pub(crate) fn has_postcode(&self, postcode: &str) -> bool {
        self.postcodes.contains(&squeezed(postcode))
    }
}

/// A telephone number as digits, without the way into the country: `+44 (0)1632 960123` and
/// `01632 960123` are both `1632960123`. Short numbers stay as they are.
pub(crate) fn telephone(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.strip_prefix("0044") {
        Some(rest) => rest,
        None if number.contains('+') => digits.strip_prefix("44").unwrap_or(&digits),
        None => &digits,
    };
    national.strip_prefix('0').unwrap_or(national).to_string()
}

/// Letters and digits alone, in capitals.
pub(crate) fn squeezed(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// An account's name without `@`, in lower case.
fn handle(name: &str) -> String {
    name.trim().trim_start_matches('@').to_lowercase()
}

/// The host of a web address, in lower case and without `www.`.
fn host(address: &str) -> String {
    let lower = address.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).trim_matches('.').to_string()
}

/// True if a domain is one of these or below one.
fn within(domains: &BTreeSet<String>, domain: &str) -> bool {
    let mut rest = domain;
    loop {
        if domains.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, parent)) => rest = parent,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_in_every_notation() {
        for number in ["01632 960123", "+44 (0)1632 960123", "+441632960123", "0044 1632 960 123"] {
            assert_eq!(telephone(number), "1632960123");
        }
    }

    #[test]
    fn a_domain_excuses_what_is_below_it_alone() {
        let own = BTreeSet::from(["oakfield.example".to_string()]);
        assert!(within(&own, "mail.oakfield.example") && within(&own, "oakfield.example"));
        assert!(!within(&own, "notoakfield.example") && !within(&own, "oakfield.example.org"));
    }
}

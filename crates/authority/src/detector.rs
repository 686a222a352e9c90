//! The detector: looks up who and what a draft is about once, then asks each rule.

use std::sync::Arc;

use gatepost_model::{DetectError, Detector, Findings, Reading, Rule};
use gatepost_records::{Roster, SchoolFile, StaffRegister};

use crate::case::Case;
use crate::rules::{LOOKS, RULES};
use crate::terms::Terms;

/// Finds what is not in order with a draft's account, author, time, purpose and confirmations.
///
/// Whether somebody must confirm the rights in a picture or a quotation depends on what other detectors
/// found, so this one comes after them.
#[derive(Debug)]
pub struct AuthorityDetector {
    school: Arc<SchoolFile>,
    staff: Arc<StaffRegister>,
    roster: Arc<Roster>,
    terms: Terms,
}

impl AuthorityDetector {
    /// A detector for a school, by the terms of its policy.
    pub fn new(
        school: Arc<SchoolFile>,
        staff: Arc<StaffRegister>,
        roster: Arc<Roster>,
        terms: Terms,
    ) -> Self {
        Self { school, staff, roster, terms }
    }
}

impl Detector for AuthorityDetector {
    fn rules(&self) -> &'static [&'static Rule] {
        RULES
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        let case = Case::new(reading, &self.school, &self.staff, &self.roster, &self.terms);
        for look in LOOKS {
            look(&case, findings);
        }
        Ok(())
    }
}

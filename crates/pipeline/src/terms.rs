//! What a policy pack asks of accounts, authors and drafts, in the words of the authority detector.
//!
//! The two crates do not know each other; this is where one's plain data become the other's.

use gatepost_authority::{
    AccountEmail, Particular, RequiredAttestation, Requirement, Situation, TeachingException,
    Terms, Training,
};
use gatepost_consent::Lasts;
use gatepost_policy::{self as policy, Pack, When};

/// The terms of a pack.
pub(crate) fn terms(pack: &Pack) -> Terms {
    let asked = pack.parameters();
    Terms {
        training: match asked.training {
            policy::Requirement::Asked => Training::Asked { months: asked.training_months },
            policy::Requirement::NotAsked => Training::NotAsked,
        },
        agreement: requirement(asked.agreement),
        purpose: requirement(asked.purpose),
        purposes: asked.purposes.clone(),
        teaching_exception: match asked.teaching_exception {
            policy::Exception::Allowed => TeachingException::Allowed,
            policy::Exception::None => TeachingException::None,
        },
        account_approvers: asked.account_approvers.clone(),
        account_particulars: Particular::ALL
            .into_iter()
            .filter(|particular| {
                asked.account_particulars.iter().any(|word| word == particular.word())
            })
            .collect(),
        account_email: match asked.account_email {
            policy::AccountEmail::SchoolDomain => AccountEmail::SchoolDomain,
            policy::AccountEmail::Any => AccountEmail::Any,
        },
        operators_at_least: asked.operators_at_least,
        risk_assessment: asked.risk_assessment.clone(),
        group_pictures: requirement(asked.group_pictures),
        attestations: pack
            .attestations()
            .iter()
            .map(|wanted| RequiredAttestation {
                key: wanted.key.clone(),
                when: match wanted.when {
                    When::PupilsPictured => Situation::PupilsPictured,
                    When::PurposeLearning => Situation::PurposeLearning,
                    When::QuotedWork => Situation::QuotedWork,
                    When::ThirdPartyCopyright => Situation::ThirdPartyCopyright,
                },
            })
            .collect(),
    }
}

/// What a pack asks of consent; `version` is what findings call the register.
pub(crate) fn consent_terms(pack: &Pack, version: Option<&str>) -> gatepost_consent::Terms {
    /// So many digits of a hash tell the versions of one school's register apart.
    const DIGITS: usize = 8;
    let asked = pack.parameters();
    gatepost_consent::Terms {
        lasts: match asked.consent_lasts {
            policy::ConsentLasts::AcademicYear => Lasts::AcademicYear,
            policy::ConsentLasts::UntilWithdrawn => Lasts::UntilWithdrawn,
        },
        register_days: asked.consent_register_days,
        version: version.and_then(|hash| hash.get(..DIGITS)).map(str::to_owned),
    }
}

fn requirement(asked: policy::Requirement) -> Requirement {
    match asked {
        policy::Requirement::Asked => Requirement::Asked,
        policy::Requirement::NotAsked => Requirement::NotAsked,
    }
}

//! The gate: one draft in, one verdict out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use gatepost_authority::AuthorityDetector;
use gatepost_consent::ConsentDetector;
use gatepost_image::DeviceRegister;
use gatepost_model::{
    Approval, Certainty, Decision, DefectKind, Detector, Draft, Excerpt, Field, Finding, Findings,
    Limits, Media, Place, PupilKey, Reading, RecordsRef, Ruling, Severity, Verdict,
};
use gatepost_names::{IndexCache, NameDetector};
use gatepost_policy::{Context, Pack};
use gatepost_records::{Records, RecordsError, SchoolFile};
use gatepost_text::{Exception, TextDetector};
use jiff::{Timestamp, Zoned};
use rayon::prelude::*;

use crate::error::GateError;
use crate::exceptions::{Granted, not_granted};
use crate::mask::mask;
use crate::media::{MediaReading, Workshop};
use crate::outcome::{MediaOutcome, Outcome, ShownText};
use crate::reading::{read, read_aside, read_words_aside};
use crate::release_names::{is_one_name, release_names};
use crate::rules;
use crate::rules::reply_to_hostile;
use crate::school::School;
use crate::terms::{consent_terms, terms};
use crate::verdict::{Reveal, file_labels, rulings};

/// Whether clean copies are wanted beyond the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copies<'p> {
    /// They will be written into this folder.
    Kept(&'p Path),
    /// Only what the verdict says of them is.
    Forgotten,
}

impl Copies<'_> {
    fn open(self, file: &Media, limits: &Limits) -> MediaReading {
        let workshop = match self {
            Self::Kept(folder) => Workshop::Folder(folder),
            Self::Forgotten => Workshop::System,
        };
        let mut reading = MediaReading::open(file, limits, workshop);
        if self == Self::Forgotten {
            reading.forget_copy();
        }
        reading
    }
}

/// How many of a gate's detectors, from the first, read words alone.
const READERS_OF_WORDS: usize = 2;

/// How many of them say what a post exposes: all but the one on authority.
const READERS_OF_EXPOSURE: usize = 3;

/// The rule on pictures of whom nobody said who is in them.
const UNDECLARED: &str = "consent/undeclared-subjects";

/// What a gate asks of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Whether it may be published now: everything.
    #[default]
    Publication,
    /// What it exposes, as an old post does: words, names, pictures and consent. Who posted it, when, on
    /// which account, and what they confirmed is left out; so is that nobody declared who is pictured,
    /// since old posts have no place for it.
    Exposure,
}

/// Everything that a school's drafts are judged by, built once and shared by every thread.
///
/// A gate never changes: when a register or the policy does, a new one is built.
pub struct Gate {
    records: Arc<Records>,
    pack: Pack,
    /// In the order in which they look: each sees what those before it found.
    detectors: Vec<Box<dyn Detector>>,
    /// One of them.
    text: Arc<TextDetector>,
    /// One of them.
    consent: Arc<ConsentDetector>,
    devices: DeviceRegister,
    exceptions: Arc<Vec<Granted>>,
    reveal: Reveal,
    as_of: Option<Timestamp>,
    scope: Scope,
}

impl Gate {
    /// Builds the gate of a school, with the policy that its `school.toml` names.
    ///
    /// # Errors
    ///
    /// If the policy pack cannot be read or names what does not exist, a word list is damaged, or an
    /// exception was granted by somebody who may not by the policy.
    pub fn new(school: &School) -> Result<Self, GateError> {
        Self::with_pack(school, crate::packs::of_school(school)?)
    }

    /// Builds the gate of a school with another policy than its own: to see what would change.
    ///
    /// # Errors
    ///
    /// As [`Gate::new`].
    pub fn with_pack(school: &School, pack: Pack) -> Result<Self, GateError> {
        let records = school.records();
        let wrong = not_granted(school.exceptions(), &pack, records);
        if !wrong.is_empty() {
            return Err(GateError::Exceptions(RecordsError::Registers(wrong)));
        }
        let text = TextDetector::with_words(&records.school, school.words().clone())?;
        let text = Arc::new(text);
        let names = name_detector(school);
        let consent = ConsentDetector::new(
            Arc::clone(&records.roster),
            Arc::clone(&records.consent),
            Arc::clone(&records.school),
        )
        .with_terms(consent_terms(&pack, records.digests.consent.as_deref()));
        let consent = Arc::new(consent);
        let authority = AuthorityDetector::new(
            Arc::clone(&records.school),
            Arc::clone(&records.staff),
            Arc::clone(&records.roster),
            terms(&pack),
        );
        Ok(Self {
            records: Arc::clone(records),
            detectors: vec![
                Box::new(Arc::clone(&text)),
                Box::new(names),
                Box::new(Arc::clone(&consent)),
                Box::new(authority),
            ],
            text,
            consent,
            devices: DeviceRegister::new(&records.school.devices),
            pack,
            exceptions: Arc::clone(school.exceptions()),
            reveal: Reveal::Masked,
            as_of: None,
            scope: Scope::default(),
        })
    }

    /// The same gate, with verdicts that show personal data, or do not.
    #[must_use]
    pub fn with_reveal(mut self, reveal: Reveal) -> Self {
        self.reveal = reveal;
        self
    }

    /// The same gate, judging drafts that do not say when they are to be published as of this moment
    /// instead of the moment of the call.
    #[must_use]
    pub fn with_as_of(mut self, moment: Timestamp) -> Self {
        self.as_of = Some(moment);
        self
    }

    /// The same gate, asking this of drafts.
    #[must_use]
    pub fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// What it asks of drafts.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The policy pack in force.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The exceptions in the school's own words that have excused nothing since the gate was built.
    pub fn unused_exceptions(&self) -> impl Iterator<Item = &Exception> {
        self.text.unused_exceptions()
    }

    /// The exceptions that were granted, each with whether it has let anything pass by now.
    pub fn exceptions(&self) -> &[Granted] {
        &self.exceptions
    }

    /// The registers in force.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// A name of a folder, or another short text beside a draft, as it may be shown: masked where it names a
    /// pupil or gives other personal data away.
    pub fn shown_name(&self, name: &str) -> String {
        let draft = Draft::default();
        let reading = read(&draft, &[], &self.records.school.calendar.timezone, self.now());
        self.shown(name, &reading)
    }

    /// The keys of all pupils whom these declarations may mean, by key or name, each once.
    pub fn declared(&self, pupils: &[String]) -> Vec<String> {
        self.consent.declared(pupils).iter().map(|key| key.as_str().to_owned()).collect()
    }

    /// Judges one draft.
    ///
    /// # Errors
    ///
    /// Only if gatepost itself failed and no verdict could be made; the draft must then not be
    /// posted. Whatever is wrong with the draft is in the verdict, and holds it.
    pub fn check(&self, draft: &Draft) -> Result<Verdict, GateError> {
        self.examine(draft, None).map(|outcome| outcome.verdict)
    }

    /// Judges many drafts on all cores; the verdicts stand in the order of the drafts. A draft for
    /// which no verdict could be made is held with `draft/unchecked`, and the others go on.
    pub fn check_all(&self, drafts: &[Draft]) -> Vec<Verdict> {
        drafts
            .par_iter()
            .map(|draft| {
                self.check(draft).unwrap_or_else(|problem| self.unchecked(draft, &problem).verdict)
            })
            .collect()
    }

    /// Judges one draft, and gives what the verdict was made from. Where `stage` is given, the clean
    /// copies of its media are written into that folder under their release names; they may be
    /// released only if the verdict says so.
    ///
    /// # Errors
    ///
    /// As [`Gate::check`], and if a clean copy cannot be written to `stage`.
    pub fn examine(&self, draft: &Draft, stage: Option<&Path>) -> Result<Outcome, GateError> {
        let copies = stage.map_or(Copies::Forgotten, Copies::Kept);
        let assessed = catch_unwind(AssertUnwindSafe(|| self.assess(draft, copies)));
        let (outcome, media) = assessed.map_err(|_| GateError::Failed)?;
        if let Some(folder) = stage {
            for (read, file) in media.iter().zip(&outcome.files) {
                read.write_clean(&folder.join(&file.release_name))?;
            }
        }
        Ok(outcome)
    }

    /// The outcome for a draft on which no verdict could be made: it is held.
    pub fn unchecked(&self, draft: &Draft, problem: &GateError) -> Outcome {
        let rule = rules::UNCHECKED;
        let verdict = Verdict {
            // Nobody can say whether the id names a pupil, so it is taken to.
            draft: mask(&draft.id),
            account: draft.account.as_ref().map(|account| {
                let known = self.records.school.account(account).is_some();
                if known { account.clone() } else { mask(account) }
            }),
            decision: Decision::Hold,
            route: self.pack.route().to_vec(),
            approval: Some(Approval {
                held: self.pack.held().to_owned(),
                by: self.pack.route().to_vec(),
                must: Vec::new(),
                people: 1,
                contacts: Vec::new(),
            }),
            findings: vec![Ruling {
                rule: rule.id.to_owned(),
                severity: Severity::Hold,
                field: Field::Draft.label(&[]),
                start: None,
                end: None,
                excerpt: None,
                pupil: None,
                candidates: Vec::new(),
                certainty: Certainty::Certain,
                clauses: Vec::new(),
                message: problem.for_authors().to_owned(),
                remedy: rule.remedy.to_owned(),
            }],
            cleaned: Vec::new(),
            policy: self.pack.reference(),
            records: self.records_ref(),
            judged_at: written(&self.now().to_zoned(self.records.school.calendar.timezone.clone())),
        };
        Outcome {
            verdict,
            texts: Vec::new(),
            files: Vec::new(),
            text_name: None,
            held_by: Vec::new(),
        }
    }

    fn assess(&self, draft: &Draft, copies: Copies<'_>) -> (Outcome, Vec<MediaReading>) {
        let limits = &self.records.school.limits;
        let media: Vec<MediaReading> =
            draft.media.par_iter().map(|file| copies.open(file, limits)).collect();
        let reading = read(draft, &media, &self.records.school.calendar.timezone, self.now());

        let own_names = own_names(&self.records.school);
        let mut findings = Findings::default();
        findings.extend(draft.defects.iter().map(|defect| {
            Finding::new(rules::of(defect.kind), Place::whole(Field::Draft), defect.message.clone())
        }));
        if draft.media.iter().any(|file| !is_one_name(&file.name)) {
            let message = "A file's name must be that of one file, without folders.";
            let rule = rules::of(DefectKind::Malformed);
            findings.push(Finding::new(rule, Place::whole(Field::Draft), message));
        }
        for (index, file) in media.iter().enumerate() {
            let has_alt = reading.pictures.get(index).is_some_and(|picture| picture.has_alt);
            findings.extend(file.findings(index, &self.devices, has_alt, &own_names));
        }
        let asked = match self.scope {
            Scope::Publication => self.detectors.len(),
            Scope::Exposure => READERS_OF_EXPOSURE,
        };
        for detector in self.detectors.iter().take(asked) {
            run(detector.as_ref(), &reading, &mut findings);
        }
        if self.scope == Scope::Publication {
            findings.extend(self.reply(&reading));
            findings.extend(self.pack.review_overdue(reading.at.date()));
        }

        let attested = gatepost_authority::valid_attestations(&reading, &self.records.staff);
        let context = Context {
            named_by_consent: self.named_by_consent(&reading, &findings),
            author_roles: self.author_roles(draft),
            excused: self.excused(&reading, &findings),
            ..Context::of(&reading, attested)
        };
        let mut findings = findings.into_vec();
        if self.scope == Scope::Exposure {
            findings.retain(|finding| finding.rule.id != UNDECLARED);
        }
        let mut judged = gatepost_policy::judge(&self.pack, findings, &context);
        for ruling in &mut judged.rulings {
            let exception = ruling.excused.and_then(|index| self.exceptions.get(index));
            ruling.finding.message.extend(exception.map(Granted::told));
        }

        let hidden = file_labels(draft, &judged.rulings, Reveal::Masked);
        let labels = file_labels(draft, &judged.rulings, self.reveal);
        let text_name = self.text_name(&reading);
        let names = release_names(&draft.media, &media, &hidden, text_name.as_deref());
        let files: Vec<MediaOutcome> = draft
            .media
            .iter()
            .zip(&media)
            .zip(names)
            .enumerate()
            .map(|(index, ((file, read), release_name))| MediaOutcome {
                label: labels.get(index).cloned().unwrap_or_default(),
                kind: read.kind(),
                release_name,
                examination: read.examination.clone(),
                alt: draft.alt.get(&file.name).cloned(),
            })
            .collect();
        let texts = reading
            .passages
            .iter()
            .map(|passage| ShownText {
                field: passage.field,
                label: passage.field.label(&labels),
                text: passage.prose.text().to_owned(),
            })
            .collect();
        let verdict = Verdict {
            draft: self.shown(&draft.id, &reading),
            account: draft.account.as_deref().map(|account| self.shown_account(account, &reading)),
            decision: judged.decision,
            route: judged.route,
            approval: judged.approval,
            findings: rulings(judged.rulings, &reading, &labels, self.reveal),
            cleaned: media
                .iter()
                .zip(&files)
                .map(|(read, file)| read.cleaned(&file.label))
                .collect(),
            policy: self.pack.reference(),
            records: self.records_ref(),
            judged_at: written(&reading.at),
        };
        (Outcome { verdict, texts, files, text_name, held_by: judged.held_by }, media)
    }

    /// What is found in what the draft replies to.
    fn reply(&self, reading: &Reading<'_>) -> Option<Finding> {
        let replied_to = reply_to_hostile::replied_to(reading.draft)?;
        let aside = read_words_aside(reading.draft, replied_to, reading);
        let mut words = Findings::default();
        for detector in self.readers_of_words() {
            run(detector, &aside, &mut words);
        }
        reply_to_hostile::look(replied_to, &words)
    }

    /// The pupils found by name to whose name the family has consented here.
    fn named_by_consent(&self, reading: &Reading<'_>, findings: &Findings) -> BTreeSet<PupilKey> {
        findings
            .iter()
            .filter(|finding| finding.rule.family() == "names")
            .filter_map(|finding| finding.subject.as_ref())
            .flat_map(|subject| &subject.candidates)
            .filter(|pupil| self.consent.may_be_named(pupil, reading))
            .cloned()
            .collect()
    }

    /// The findings that an exception lets pass, by their number, with the exception's.
    fn excused(&self, reading: &Reading<'_>, findings: &Findings) -> BTreeMap<usize, usize> {
        let excusing = |finding: &Finding| {
            self.exceptions.iter().position(|exception| exception.excuses(finding, reading))
        };
        let numbered = findings.iter().enumerate();
        numbered.filter_map(|(index, finding)| Some((index, excusing(finding)?))).collect()
    }

    /// The roles that a draft's author fills.
    fn author_roles(&self, draft: &Draft) -> BTreeSet<String> {
        let author = draft.author.as_deref().and_then(|author| self.records.staff.find(author));
        let Some(author) = author else { return BTreeSet::new() };
        let people = &self.records.school.people;
        let fills = people.iter().filter(|(_, holders)| holders.contains(&author.id));
        fills.map(|(role, _)| role.clone()).collect()
    }

    /// The moment for which a draft that says nothing of its time would be judged now.
    pub fn moment(&self) -> Timestamp {
        self.now()
    }

    /// The moment for which drafts are judged that do not say when they are to be published.
    pub(crate) fn now(&self) -> Timestamp {
        self.as_of.unwrap_or_else(Timestamp::now)
    }

    /// The detectors that read words alone.
    pub(crate) fn readers_of_words(&self) -> impl Iterator<Item = &dyn Detector> {
        self.detectors.iter().take(READERS_OF_WORDS).map(Box::as_ref)
    }

    /// The detector that asks the consent register.
    pub(crate) fn consent(&self) -> &ConsentDetector {
        &self.consent
    }

    /// Whether its verdicts show personal data.
    pub(crate) fn reveal(&self) -> Reveal {
        self.reveal
    }

    fn records_ref(&self) -> RecordsRef {
        let digests = &self.records.digests;
        RecordsRef {
            pupils: digests.pupils.clone(),
            consent: digests.consent.clone(),
            staff: digests.staff.clone(),
        }
    }

    /// A draft's id, or another name beside it, as a verdict may show it: masked where it is personal.
    fn shown(&self, name: &str, reading: &Reading<'_>) -> String {
        if self.reveal == Reveal::Plain || !self.is_personal(name, reading) {
            name.to_owned()
        } else {
            mask(name)
        }
    }

    /// An account as a verdict may show it: one that the school has, as it stands; any other may be
    /// anything, such as a folder named after a pupil.
    fn shown_account(&self, account: &str, reading: &Reading<'_>) -> String {
        if self.records.school.account(account).is_some() {
            account.to_owned()
        } else {
            self.shown(account, reading)
        }
    }

    /// The name under which the words are released: that of their file, unless it is personal.
    fn text_name(&self, reading: &Reading<'_>) -> Option<String> {
        let draft = reading.draft;
        if draft.text.is_empty() {
            return None;
        }
        let (stem, ending) = match draft.text_name.as_deref().and_then(|name| name.rsplit_once('.'))
        {
            Some((stem, ending)) if ending.eq_ignore_ascii_case("md") => (stem, "md"),
            Some((stem, _)) => (stem, "txt"),
            None => ("post", "txt"),
        };
        let keeps = is_one_name(stem) && !self.is_personal(stem, reading);
        let stem = if keeps { stem } else { "post" };
        Some(format!("{stem}.{ending}"))
    }

    /// True if a short text beside the draft names a pupil or gives other personal data away.
    fn is_personal(&self, text: &str, reading: &Reading<'_>) -> bool {
        // Numbers and underscores run names together: `maya_patel2` is looked at as `maya patel` too.
        let parted: String =
            text.chars().map(|c| if c.is_alphabetic() || c == '\'' { c } else { ' ' }).collect();
        let mut findings = Findings::default();
        for text in [text, &parted] {
            let aside = read_aside(reading.draft, text, reading);
            for detector in self.readers_of_words() {
                run(detector, &aside, &mut findings);
            }
        }
        // A detector that failed is taken to have found something; a lone forename is no name for a draft
        // to be hidden for.
        findings.iter().any(|finding| {
            finding.rule.excerpt == Excerpt::Masked && finding.certainty > Certainty::Possible
                || finding.rule == rules::UNCHECKED
        })
    }
}

/// Lets one detector look; where it cannot, or panics, that is a finding of its own beside what it
/// had found by then.
pub(crate) fn run(detector: &dyn Detector, reading: &Reading<'_>, findings: &mut Findings) {
    let message = match catch_unwind(AssertUnwindSafe(|| detector.inspect(reading, findings))) {
        Ok(Ok(())) => return,
        Ok(Err(problem)) => problem.to_string(),
        Err(_) => "A part of gatepost failed while it looked at this draft.".to_owned(),
    };
    findings.push(Finding::new(rules::UNCHECKED, Place::whole(Field::Draft), message));
}

/// What a copyright notice must name to be the school's own.
/// The folder beside the registers in which gatepost keeps what it makes of them.
const KEPT: &str = ".gatepost";

/// The detector of names. The index of a large roster is kept beside it, for as long as no register changes.
fn name_detector(school: &School) -> NameDetector {
    let records = school.records();
    let registers = (&records.roster, &records.staff, &records.school);
    match (&records.digests.pupils, &records.digests.staff) {
        (Some(pupils), staff) => {
            let stamp = format!("{pupils} {}", staff.as_deref().unwrap_or("-"));
            let cache = IndexCache::new(&school.folder().join(KEPT), &stamp);
            NameDetector::kept(registers.0, registers.1, registers.2, &cache)
        }
        _ => NameDetector::new(registers.0, registers.1, registers.2),
    }
}

fn own_names(school: &SchoolFile) -> Vec<&str> {
    let handles = school.accounts.iter().filter_map(|account| account.handle.as_deref());
    std::iter::once(school.name.as_str())
        .chain(school.domains.iter().map(String::as_str))
        .chain(handles)
        .collect()
}

/// A moment as RFC 3339 with the school's offset, to the second.
fn written(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").field("policy", &self.pack.id()).finish_non_exhaustive()
    }
}

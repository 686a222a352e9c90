//! One post, or one block of lines, judged.

use std::borrow::Cow;
use std::path::Path;

use gatepost::{Decision, Draft, Gate, Screener};
use jiff::Timestamp;
use serde::Deserialize;

use super::record::Record;
use super::{AsPublished, Copies, Options};
use crate::formats::{Format, Item, Lines};
use crate::post::{Kind, Origin, Post, Source, Visibility};
use crate::tally::ArchiveSummary;

/// What judges the posts of one archive.
pub(super) struct Judge<'g> {
    gate: &'g Gate,
    screener: Screener<'g>,
    options: &'g Options,
    path: &'g Path,
    label: &'g str,
    format: Format,
    /// The verdict on a text in which nothing was found, behind its findings.
    clean: String,
}

/// A post that was judged.
pub(super) struct Judged {
    /// Its line of the report.
    pub(super) line: Vec<u8>,
    /// The same, to be read; none for a line of words in which nothing was found.
    pub(super) record: Option<Box<Record>>,
    /// What became of it as a line of JSON, if it is one.
    row: Option<Row>,
}

/// A line of JSON.
struct Row {
    fits: bool,
    media: u64,
    missing: u64,
}

/// A line of nothing but words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

impl Judged {
    /// Counts a line of JSON, which the reader of the file has not looked into.
    pub(super) fn count(&self, archive: &mut ArchiveSummary) {
        let Some(row) = &self.row else { return };
        if row.fits {
            archive.posts.read(1);
        } else {
            archive.posts.fail("malformed");
        }
        *archive.by_visibility.entry(Visibility::Unknown).or_default() += 1;
        archive.media.named += row.media;
        archive.media.missing += row.missing;
    }

    /// True if it is held.
    pub(super) fn is_held(&self) -> bool {
        self.record.as_ref().is_some_and(|record| record.verdict.decision == Decision::Hold)
    }
}

impl<'g> Judge<'g> {
    pub(super) fn new(
        gate: &'g Gate,
        options: &'g Options,
        path: &'g Path,
        label: &'g str,
        format: Format,
    ) -> Self {
        // What the verdict on an empty text says is the same for all in which nothing is found.
        let sample = gate.check(&Draft::from_text("", ""));
        let clean = sample.ok().and_then(|verdict| serde_json::to_string(&verdict).ok());
        let clean = clean.and_then(|json| {
            json.find("\"cleaned\":").map(|at| json[at..json.len() - 1].to_owned())
        });
        let screener = Screener::new(gate);
        Self { gate, screener, options, path, label, format, clean: clean.unwrap_or_default() }
    }

    pub(super) fn judge(&self, item: Item) -> Vec<Judged> {
        match item {
            Item::Post(post) => vec![self.post(*post)],
            Item::Lines(lines) => self.lines(&lines),
        }
    }

    fn post(&self, post: Post) -> Judged {
        let Post { draft, mut origin } = post;
        let id = draft.id.clone();
        let verdict = self.verdict(draft, &origin);
        if verdict.draft != id {
            // What names a pupil in a draft's id names one in the names of its files too.
            origin.post_id = gatepost::mask(&origin.post_id);
            origin.source.member = origin.source.member.as_deref().map(masked_path);
        } else if verdict.cleaned.iter().any(|file| file.file.starts_with('#')) {
            origin.source.member = origin.source.member.as_deref().map(masked_name);
        }
        let record = Record { verdict, origin };
        Judged { line: record.line(), record: Some(Box::new(record)), row: None }
    }

    fn verdict(&self, mut draft: Draft, origin: &Origin) -> gatepost::Verdict {
        match self.options.as_published {
            AsPublished::Yes => {}
            AsPublished::No => (draft.as_of, draft.publish_at) = (None, None),
        }
        let copies = self.options.copies == Copies::Written && !draft.media.is_empty();
        let stage = self.options.out.as_ref().filter(|_| copies).map(|out| {
            let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
            let id: String = origin.post_id.chars().map(plain).collect();
            out.join("cleaned").join(self.label).join(id.trim_start_matches('.'))
        });
        let outcome = match &stage {
            None => self.gate.examine(&draft, None),
            Some(folder) => std::fs::create_dir_all(folder)
                .map_err(|source| gatepost::GateError::Stage { folder: folder.clone(), source })
                .and_then(|()| self.gate.examine(&draft, Some(folder))),
        };
        let outcome = outcome.unwrap_or_else(|problem| self.gate.unchecked(&draft, &problem));
        if let Some(folder) = stage.filter(|_| outcome.verdict.decision == Decision::Hold) {
            // The copies of what is held are nobody's to take.
            let _ = std::fs::remove_dir_all(folder);
        }
        outcome.verdict
    }

    fn lines(&self, lines: &Lines) -> Vec<Judged> {
        let mut reader = self.screener.reader();
        let mut judged = Vec::new();
        for (line, number) in lines.bytes.split(|byte| *byte == b'\n').zip(lines.first..) {
            let line = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            let words = serde_json::from_slice::<Words<'_>>(line).ok();
            let words = words.filter(|words| {
                !self.clean.is_empty() && !words.id.is_empty() && !words.text.trim().is_empty()
            });
            if let Some(Words { id, text }) = words {
                let screened = reader.screen(&text);
                let id = reader.masked_id(&id).map_or(id, Cow::Owned);
                if screened.findings.is_empty() {
                    let line = self.clean_line(&id, number, lines.member.as_deref());
                    let row = Some(Row { fits: true, media: 0, missing: 0 });
                    judged.push(Judged { line, record: None, row });
                    continue;
                }
            }
            judged.push(self.line(line, number, lines.member.as_deref()));
        }
        judged
    }

    /// The line of a text in which nothing was found: what [`Record::line`] would write.
    fn clean_line(&self, id: &str, number: u64, member: Option<&str>) -> Vec<u8> {
        let quoted = |text: &str| {
            serde_json::to_string(text).expect("a text is written to memory without fail")
        };
        let draft = quoted(&format!("{}:{id}", self.label));
        let (path, id) = (quoted(&self.path.display().to_string()), quoted(id));
        let member =
            member.map_or_else(String::new, |name| format!("\"member\":{},", quoted(name)));
        let clean = &self.clean;
        let line = format!(
            "{{\"draft\":{draft},\"decision\":\"release\",\"route\":[],\"findings\":[],{clean},\"source\":{{\"path\":{path},\"format\":\"jsonlines\",{member}\"pointer\":\"line {number}\"}},\"post_id\":{id},\"visibility\":\"unknown\",\"kind\":\"original\"}}\n"
        );
        line.into_bytes()
    }

    /// A line with more than words, or with something in them.
    fn line(&self, line: &[u8], number: u64, member: Option<&str>) -> Judged {
        let base = self.path.parent().unwrap_or(Path::new("."));
        let json = String::from_utf8_lossy(line);
        let limits = self.gate.records().school.limits;
        let mut draft = gatepost::read_json(&json, base, &limits);
        let malformed =
            |one: &gatepost_model::Defect| one.kind == gatepost_model::DefectKind::Malformed;
        let fits = !draft.defects.iter().any(malformed);
        if draft.id.is_empty() {
            draft.id = format!("line-{number}");
        }
        let post_id = draft.id.clone();
        draft.id = format!("{}:{}", self.label, draft.id);
        let media = draft.media.len() as u64;
        let published = draft.publish_at.and_then(|moment| match moment {
            gatepost_model::PublishAt::Instant(moment) => Some(moment),
            gatepost_model::PublishAt::Local(local) => {
                let zone = self.gate.records().school.calendar.timezone.clone();
                local.to_zoned(zone).ok().map(|zoned| zoned.timestamp())
            }
        });
        let origin = Origin {
            source: Source {
                path: self.path.display().to_string(),
                format: self.format,
                member: member.map(str::to_owned),
                pointer: Some(format!("line {number}")),
            },
            post_id,
            url: None,
            published: published.map(|moment: Timestamp| moment.to_string()),
            visibility: Visibility::Unknown,
            kind: Kind::Original,
        };
        let there = |file: &gatepost_model::Media| match &file.source {
            gatepost_model::MediaSource::File(path) => path.exists(),
            gatepost_model::MediaSource::Bytes(_) => true,
        };
        let missing = draft.media.iter().filter(|file| !there(file)).count() as u64;
        let Judged { line, record, .. } = self.post(Post { draft, origin });
        Judged { line, record, row: Some(Row { fits, media, missing }) }
    }
}

/// A path whose parts are masked.
fn masked_path(path: &str) -> String {
    path.split('/').map(gatepost::mask).collect::<Vec<_>>().join("/")
}

/// A path whose last part is masked.
fn masked_name(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/{}", gatepost::mask(name)),
        None => gatepost::mask(path),
    }
}

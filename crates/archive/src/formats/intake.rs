//! What every reader of a format hands its posts to: keeps count of files, posts and media, finds the
//! media that posts name, and gives each post its place.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};

use gatepost_model::{Defect, DefectKind, Draft, Limits, Media, MediaSource};
use jiff::Timestamp;

use super::{ending, file_name};
use crate::members::Members;
use crate::post::{Kind, Origin, Post, Source, Visibility};
use crate::tally::ArchiveSummary;

/// What a reader hands on.
pub(crate) enum Item {
    /// A post.
    Post(Box<Post>),
    /// Lines, each a draft in JSON.
    Lines(Lines),
}

/// Whole lines of a file of JSON lines.
pub(crate) struct Lines {
    pub(crate) bytes: Vec<u8>,
    /// The number of the first.
    pub(crate) first: u64,
    /// The name of their file in its archive; none where the path is that file.
    pub(crate) member: Option<String>,
}

/// Whoever takes the posts wants no more.
#[derive(Debug)]
pub(crate) struct Stop;

/// A post as a format knows it.
pub(crate) struct Given {
    /// The member that it stands in.
    pub(crate) member: usize,
    pub(crate) pointer: String,
    pub(crate) id: String,
    pub(crate) account: Option<String>,
    pub(crate) text: String,
    pub(crate) url: Option<String>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) visibility: Visibility,
    pub(crate) kind: Kind,
    /// The media that it names.
    pub(crate) media: Vec<Named>,
    pub(crate) defects: Vec<Defect>,
}

/// A media file that a post names.
pub(crate) struct Named {
    /// Its path in the archive, or an address.
    pub(crate) uri: String,
    pub(crate) alt: Option<String>,
    /// What the archive says of it: where it was taken, from which address it was sent.
    pub(crate) told: String,
}

impl Given {
    pub(crate) fn new(member: usize, pointer: String, id: String) -> Self {
        Self {
            member,
            pointer,
            id,
            account: None,
            text: String::new(),
            url: None,
            published: None,
            visibility: Visibility::Unknown,
            kind: Kind::Original,
            media: Vec::new(),
            defects: Vec::new(),
        }
    }
}

/// What became of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Waiting,
    Read,
    Skipped(&'static str),
    Failed(&'static str),
}

/// Where posts are handed to.
pub(crate) struct Intake<'a> {
    pub(crate) members: &'a Members,
    pub(crate) limits: Limits,
    /// Whether messages between people are read too.
    pub(crate) messages: bool,
    fates: Vec<Fate>,
    by_name: HashMap<&'a str, usize>,
    /// Which media were named.
    named: HashSet<usize>,
    pub(crate) summary: &'a mut ArchiveSummary,
    /// The name of the archive, with which its posts are told apart.
    label: &'a str,
    /// True if the path that was given is the one file that is read.
    single: bool,
    /// The posts of exports that were given so far, over all archives.
    known: &'a mut HashSet<u64>,
    ids: HashMap<String, u32>,
    give: &'a mut dyn FnMut(Item) -> Result<(), Stop>,
}

impl<'a> Intake<'a> {
    pub(crate) fn new(
        members: &'a Members,
        limits: Limits,
        summary: &'a mut ArchiveSummary,
        label: &'a str,
        known: &'a mut HashSet<u64>,
        give: &'a mut dyn FnMut(Item) -> Result<(), Stop>,
    ) -> Self {
        let names = members.list.iter().enumerate();
        let by_name = names.map(|(index, member)| (member.name.as_str(), index)).collect();
        let single = matches!(members.list.as_slice(), [_]) && members.path(0).is_some();
        Self {
            members,
            limits,
            messages: false,
            fates: vec![Fate::Waiting; members.list.len()],
            by_name,
            named: HashSet::new(),
            summary,
            label,
            single,
            known,
            ids: HashMap::new(),
            give,
        }
    }

    /// The members whose names are of a kind, in order, without those that cannot be opened: each of
    /// those is a failed file and a held line.
    pub(crate) fn data(&mut self, is: impl Fn(&str) -> bool) -> Result<Vec<usize>, Stop> {
        let members = self.members;
        let wanted = members.list.iter().enumerate().filter(|(_, member)| is(&member.name));
        let mut opened = Vec::new();
        for (index, _) in wanted {
            match members.refusal(index) {
                None => opened.push(index),
                Some(reason) => self.fail(index, reason)?,
            }
        }
        Ok(opened)
    }

    /// Says that a member was read.
    pub(crate) fn was_read(&mut self, index: usize) {
        self.set(index, Fate::Read);
    }

    /// Leaves a member out.
    pub(crate) fn skip(&mut self, index: usize, reason: &'static str) {
        self.set(index, Fate::Skipped(reason));
    }

    /// Says that a member could not be read: it becomes a held line of its own.
    pub(crate) fn fail(&mut self, index: usize, reason: &'static str) -> Result<(), Stop> {
        self.set(index, Fate::Failed(reason));
        let mut given = Given::new(index, String::new(), format!("file-{}", index + 1));
        given.kind = Kind::File;
        given.defects.push(Defect {
            kind: DefectKind::BadMember,
            message: format!("A file of the archive could not be read: {}.", words_of(reason)),
        });
        self.hand_on(given, Vec::new())
    }

    /// As [`Self::fail`], for what the system said.
    pub(crate) fn fail_with(&mut self, index: usize, problem: &io::Error) -> Result<(), Stop> {
        let reason = match problem.kind() {
            io::ErrorKind::UnexpectedEof => "cut-off",
            io::ErrorKind::InvalidData if problem.to_string() == "too large" => "too-large",
            io::ErrorKind::InvalidData => "damaged",
            _ => "unreadable",
        };
        self.fail(index, reason)
    }

    fn set(&mut self, index: usize, fate: Fate) {
        if let Some(known) = self.fates.get_mut(index) {
            *known = fate;
        }
    }

    /// Counts keys that nobody here knows.
    pub(crate) fn unknown_keys<'k>(&mut self, keys: impl Iterator<Item = &'k str>, known: &[&str]) {
        for key in keys.filter(|key| !known.contains(key)) {
            // What an export has thousands of is no key but somebody's data.
            if self.summary.unknown_keys.len() < 1000 || self.summary.unknown_keys.contains_key(key)
            {
                *self.summary.unknown_keys.entry(key.to_owned()).or_default() += 1;
            }
        }
    }

    /// Leaves a post out.
    pub(crate) fn skip_post(&mut self, reason: &str) {
        self.summary.posts.skip(reason);
    }

    /// Says that a post could not be read: it is held.
    pub(crate) fn bad_post(&mut self, member: usize, pointer: String) -> Result<(), Stop> {
        let id = format!("{}{}", file_name(self.name(member)), pointer.replace('/', "-"));
        let mut given = Given::new(member, pointer, id);
        given.defects.push(Defect {
            kind: DefectKind::Malformed,
            message: "A post in the archive is not written as this kind of export writes it."
                .into(),
        });
        self.summary.posts.fail("malformed");
        self.hand_on(given, Vec::new())
    }

    /// Hands lines on.
    pub(crate) fn lines(&mut self, lines: Lines) -> Result<(), Stop> {
        (self.give)(Item::Lines(lines))
    }

    /// The name of a member.
    pub(crate) fn name(&self, member: usize) -> &'a str {
        self.members.list.get(member).map_or("", |member| member.name.as_str())
    }

    /// The member that a path or an address in an archive means.
    pub(crate) fn find(&self, uri: &str) -> Option<usize> {
        let path = uri.trim_start_matches('/');
        if let Some(index) = self.by_name.get(path) {
            return Some(*index);
        }
        // The archive may lie in a folder of its own, and paths may begin above it.
        let tail = format!("/{path}");
        let name = file_name(path);
        let ends = |member: &str| {
            member.ends_with(&tail)
                || path.ends_with(&format!("/{member}")) && file_name(member) == name
        };
        self.members.list.iter().position(|member| ends(&member.name))
    }

    /// Hands a post on, unless it was given before.
    pub(crate) fn post(&mut self, mut given: Given) -> Result<(), Stop> {
        let mut hasher = DefaultHasher::new();
        (self.summary.format, &given.id, &given.text, given.published).hash(&mut hasher);
        if !self.known.insert(hasher.finish()) {
            self.skip_post("duplicate");
            for named in &given.media {
                self.named.extend(self.find(&named.uri));
            }
            return Ok(());
        }
        let mut media = Vec::new();
        for named in std::mem::take(&mut given.media) {
            self.summary.media.named += 1;
            match self.find(&named.uri) {
                Some(index) if self.members.refusal(index).is_none() => {
                    self.named.insert(index);
                    media.push((index, named));
                }
                _ => {
                    self.summary.media.missing += 1;
                    given.defects.push(Defect {
                        kind: DefectKind::MissingMedia,
                        message: "A photo or video that the post names is not in the archive, so that nobody \
                                  looked at it."
                            .into(),
                    });
                }
            }
        }
        self.summary.posts.read(1);
        *self.summary.by_visibility.entry(given.visibility).or_default() += 1;
        self.hand_on(given, media)
    }

    fn hand_on(&mut self, mut given: Given, named: Vec<(usize, Named)>) -> Result<(), Stop> {
        let id = self.own_id(&given.id);
        let mut draft = Draft {
            id: format!("{}:{id}", self.label),
            account: given.account.clone(),
            text: std::mem::take(&mut given.text),
            defects: std::mem::take(&mut given.defects),
            as_of: given.published,
            ..Draft::default()
        };
        for (index, named) in named {
            match self.media(index, &draft.media) {
                Ok(media) => {
                    draft.alt.extend(named.alt.map(|alt| (media.name.clone(), alt)));
                    if !named.told.is_empty() {
                        draft.told_of_media.insert(media.name.clone(), named.told);
                    }
                    draft.media.push(media);
                    self.was_read(index);
                }
                Err(problem) => {
                    draft.defects.push(Defect {
                        kind: DefectKind::BadMember,
                        message: "A photo or video of the post could not be read from the archive."
                            .into(),
                    });
                    self.fail_with(index, &problem)?;
                }
            }
        }
        self.hand_on_draft(given, id, draft)
    }

    /// Hands on a draft that was kept whole, with what its archive says of it.
    pub(crate) fn whole(
        &mut self,
        given: Given,
        mut draft: Draft,
        account: Option<String>,
    ) -> Result<(), Stop> {
        self.summary.posts.read(1);
        *self.summary.by_visibility.entry(given.visibility).or_default() += 1;
        self.summary.media.named += draft.media.len() as u64;
        let id = self.own_id(&given.id);
        draft.id = format!("{}:{id}", self.label);
        draft.account = draft.account.or(account);
        self.hand_on_draft(given, id, draft)
    }

    /// An id that no other post of the archive has.
    fn own_id(&mut self, id: &str) -> String {
        let count = self.ids.entry(id.to_owned()).or_default();
        *count += 1;
        if *count > 1 { format!("{id}-{count}") } else { id.to_owned() }
    }

    fn hand_on_draft(&mut self, given: Given, id: String, draft: Draft) -> Result<(), Stop> {
        let name = self.name(given.member);
        let source = Source {
            path: self.summary.path.clone(),
            format: self.summary.format,
            member: (!self.single).then(|| name.to_owned()),
            pointer: Some(given.pointer).filter(|pointer| !pointer.is_empty()),
        };
        let origin = Origin {
            source,
            post_id: id,
            url: given.url,
            published: given.published.map(|moment| moment.to_string()),
            visibility: given.visibility,
            kind: given.kind,
        };
        (self.give)(Item::Post(Box::new(Post { draft, origin })))
    }

    /// A member as a media file, under a name that no other of the draft has.
    fn media(&self, index: usize, others: &[Media]) -> io::Result<Media> {
        let mut name = file_name(self.name(index)).to_owned();
        while others.iter().any(|other| other.name == name) {
            name = format!("{}-{name}", others.len() + 1);
        }
        let source = if let Some(path) = self.members.path(index) {
            MediaSource::File(path.to_owned())
        } else {
            // One byte more than may be: whoever opens it sees that it is too large.
            let most = self.limits.media_bytes + 1;
            let mut bytes = Vec::new();
            self.members.stream(index)?.take(most).read_to_end(&mut bytes)?;
            MediaSource::Bytes(bytes.into())
        };
        Ok(Media { name, source })
    }

    /// Ends an archive: media that no post names become lines of their own, and every other file that
    /// was not read is counted, by why it was not.
    pub(crate) fn finish(mut self, reason: impl Fn(&str) -> &'static str) -> Result<(), Stop> {
        for index in 0..self.fates.len() {
            if self.fates.get(index) != Some(&Fate::Waiting) {
                continue;
            }
            let name = self.name(index);
            if let Some(refusal) = self.members.refusal(index) {
                self.fail(index, refusal)?;
            } else if gatepost::is_junk(file_name(name)) {
                self.skip(index, "junk");
            } else if is_media(name) {
                self.orphan(index)?;
            } else if is_archive(name) {
                self.skip(index, "nested-archive");
            } else {
                self.skip(index, reason(name));
            }
        }
        for fate in &self.fates {
            match fate {
                Fate::Read => self.summary.files.read(1),
                Fate::Skipped(reason) => self.summary.files.skip(reason),
                Fate::Failed(reason) => self.summary.files.fail(reason),
                Fate::Waiting => self.summary.files.total += 1,
            }
        }
        Ok(())
    }

    fn orphan(&mut self, index: usize) -> Result<(), Stop> {
        self.summary.media.orphaned += 1;
        let mut given = Given::new(index, String::new(), format!("media-{}", index + 1));
        given.kind = Kind::Media;
        given.defects.push(Defect {
            kind: DefectKind::OrphanMedia,
            message: "A photo or video in the archive that no post names.".into(),
        });
        let named = Named { uri: String::new(), alt: None, told: String::new() };
        self.hand_on(given, vec![(index, named)])
    }
}

/// True for the names of photos and videos.
pub(crate) fn is_media(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp", "mp4",
        "mov", "m4v", "webm", "avi", "mpg", "mpeg", "3gp", "mkv",
    ];
    ENDINGS.contains(&ending(name).as_str())
}

fn is_archive(name: &str) -> bool {
    ["zip", "tar", "gz", "tgz", "zst", "7z", "rar", "bz2", "xz"].contains(&ending(name).as_str())
}

/// A reason of the counts, for people.
fn words_of(reason: &str) -> String {
    match reason {
        "cut-off" => "it is cut off".into(),
        "too-large" => "it is larger than the limit".into(),
        "compression-ratio" => "it unpacks to far more than an ordinary file does".into(),
        "unsafe-name" => "its name leads out of the archive".into(),
        "encrypted" => "it is locked with a password".into(),
        "link" => "it is a link to another file".into(),
        "compression-method" => "it is packed in an unknown way".into(),
        "doctype" => "it declares entities of its own, which no export does".into(),
        _ => "it is damaged, or not what its name says".into(),
    }
}

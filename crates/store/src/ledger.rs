//! The ledger itself: one `SQLite` file that only grows.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use crate::entry::Entry;
use crate::error::{Fault, FaultKind, Refusal, StoreError};
use crate::evidence::{self, Evidence};
use crate::failpoint::step;
use crate::record::{Head, Record, canonical, value};
use crate::schema;
use crate::state::{DraftState, Phase};
use crate::verify::verify;

/// A ledger, open for reading and writing. Several programs may have one open at a time.
#[derive(Debug)]
pub struct Ledger {
    on: Connection,
    path: PathBuf,
    salt: String,
    seen: Look,
}

/// A draft that the ledger knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its key.
    pub key: String,
    /// How it stands.
    pub state: DraftState,
}

/// What a file looks like from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    identity: Option<(u64, u64)>,
    size: u64,
    changed: Option<SystemTime>,
}

impl Ledger {
    /// Begins a ledger where there is none. Only its owner may read it.
    ///
    /// # Errors
    ///
    /// If something stands there already, or it cannot be written.
    pub fn create(path: &Path, at: Timestamp) -> Result<Self, StoreError> {
        // Made under another name: a ledger that is there is whole.
        let fresh = path.with_extension("db.new");
        let io = |what| {
            let path = path.to_owned();
            move |source| StoreError::Io { what, path, source }
        };
        for leftover in [fresh.clone(), beside(&fresh, "-wal"), beside(&fresh, "-shm")] {
            match fs::remove_file(&leftover) {
                Err(problem) if problem.kind() != std::io::ErrorKind::NotFound => {
                    return Err(io("cannot begin")(problem));
                }
                _ => {}
            }
        }
        owner_only(&fresh).map_err(io("cannot begin"))?;
        {
            let database = |problem: rusqlite::Error| StoreError::of(&problem, path);
            let mut on = Connection::open(&fresh).map_err(database)?;
            schema::prepare(&on).map_err(database)?;
            schema::migrate(&mut on).map_err(database)?;
            let empty = Head::empty();
            on.execute("INSERT INTO head VALUES (1, 0, ?1)", params![empty.hash])
                .map_err(database)?;
            on.execute("INSERT INTO salt VALUES (1, ?1)", params![new_token()])
                .map_err(database)?;
            on.close().map_err(|(_, problem)| database(problem))?;
        }
        step();
        // A hard link fails where a name is taken; a rename would put another's ledger away.
        fs::hard_link(&fresh, path)
            .and_then(|()| fs::remove_file(&fresh))
            .or_else(|problem| match problem.kind() {
                std::io::ErrorKind::AlreadyExists => Err(problem),
                _ if path.exists() => Ok(()),
                _ => fs::rename(&fresh, path),
            })
            .map_err(io("cannot begin"))?;
        if cfg!(unix)
            && let Some(folder) = path.parent()
        {
            fs::File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(io("cannot begin"))?;
        }
        step();
        let mut ledger = Self::open(path)?;
        let version = env!("CARGO_PKG_VERSION").to_owned();
        ledger.append(at, None, Entry::Began { version }, None)?;
        Ok(ledger)
    }

    /// Opens a ledger that is there, and brings it to today's form. That it is unharmed is for
    /// [`Ledger::verify`] to say.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], [`StoreError::Damaged`], [`StoreError::Newer`], and if it cannot be read.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let seen = Look::at(path)?;
        let database = |problem: rusqlite::Error| StoreError::of(&problem, path);
        let mut on = connect(path)?;
        if seen.size == 0 || !schema::is_ours(&on).map_err(database)? {
            let what = "it is no ledger of gatepost's".into();
            return Err(StoreError::Damaged { path: path.to_owned(), what });
        }
        schema::prepare(&on).map_err(database)?;
        let found = schema::form(&on).map_err(database)?;
        if found > schema::newest() {
            let known = schema::newest();
            return Err(StoreError::Newer { path: path.to_owned(), found, known });
        }
        schema::migrate(&mut on).map_err(database)?;
        let salt = on
            .query_row("SELECT salt FROM salt", [], |row| row.get(0))
            .map_err(|problem| damaged_or(&problem, path))?;
        Ok(Self { on, path: path.to_owned(), salt, seen })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one record, on disk before this returns, if the step is allowed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Refused`] if not; then nothing was written. Otherwise if it cannot be written.
    pub fn append(
        &mut self,
        at: Timestamp,
        draft: Option<&str>,
        mut entry: Entry,
        evidence: Option<&Evidence>,
    ) -> Result<Record, StoreError> {
        step();
        let kept = evidence.map(evidence::prepare);
        if let (Entry::Judged { evidence, .. }, Some(kept)) = (&mut entry, &kept) {
            *evidence = Some(kept.hash.clone());
        }
        let path = self.path.clone();
        let database = |problem: rusqlite::Error| StoreError::of(&problem, &path);
        let all =
            self.on.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database)?;
        let head = last_of(&all, &path)?;
        let after = match draft {
            None if is_about_a_draft(&entry) => return Err(Refusal::Unknown.into()),
            None => None,
            Some(key) => {
                let before = state_of(&all, key, &path)?;
                let state = DraftState::after(before.as_ref(), &entry, at)?;
                if let Entry::Released { release, .. } = &entry
                    && release.approved_by.is_empty()
                    && is_released(&all, &state.account, &state.content, &path)?
                {
                    return Err(Refusal::Duplicate.into());
                }
                Some((key, state))
            }
        };
        let record = Record::following(&head, at, draft.map(str::to_owned), entry);
        let seq = i64::try_from(record.seq).unwrap_or(i64::MAX);
        all.execute(
            "INSERT INTO records (seq, at, draft, entry, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                seq,
                record.at.to_string(),
                record.draft,
                canonical(&value(&record.entry)),
                record.hash
            ],
        )
        .map_err(database)?;
        all.execute("UPDATE head SET seq = ?1, hash = ?2", params![seq, record.hash])
            .map_err(database)?;
        if let Some((key, state)) = &after {
            write_state(&all, key, state).map_err(database)?;
        }
        if let (Some(kept), Some(evidence)) = (&kept, evidence) {
            evidence::keep(&all, record.seq, kept, evidence).map_err(database)?;
        }
        all.commit().map_err(database)?;
        step();
        Ok(record)
    }

    /// Where it ends.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or says two things.
    pub fn head(&self) -> Result<Head, StoreError> {
        last_of(&self.on, &self.path)
    }

    /// One record.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn record(&self, seq: u64) -> Result<Option<Record>, StoreError> {
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        let found = self
            .on
            .query_row(&format!("{SELECT} WHERE seq = ?1"), params![seq], |row| Ok(read(row)))
            .optional()
            .map_err(|problem| damaged_or(&problem, &self.path))?;
        found.transpose().map_err(|fault| self.damaged(&fault.to_string()))
    }

    /// Gives every record, in order, to `each`.
    ///
    /// # Errors
    ///
    /// If one cannot be read: [`StoreError::Damaged`].
    pub fn records(&self, mut each: impl FnMut(Record)) -> Result<(), StoreError> {
        for record in self.all()? {
            each(record.map_err(|fault| self.damaged(&fault.to_string()))?);
        }
        Ok(())
    }

    /// The records about one draft, in order.
    ///
    /// # Errors
    ///
    /// If one cannot be read.
    pub fn history(&self, draft: &str) -> Result<Vec<Record>, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let mut query = self
            .on
            .prepare_cached(&format!("{SELECT} WHERE draft = ?1 ORDER BY seq"))
            .map_err(database)?;
        let rows = query.query_map(params![draft], |row| Ok(read(row))).map_err(database)?;
        let read: Result<Vec<_>, _> = rows.collect();
        let read: Result<Vec<Record>, Fault> = read.map_err(database)?.into_iter().collect();
        read.map_err(|fault| self.damaged(&fault.to_string()))
    }

    /// How a draft stands.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn draft(&self, key: &str) -> Result<Option<DraftState>, StoreError> {
        state_of(&self.on, key, &self.path)
    }

    /// All drafts in these phases, by key: in the order in which they came.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn drafts(&self, phases: &[Phase]) -> Result<Vec<Found>, StoreError> {
        let mut found = Vec::new();
        for phase in phases {
            found.extend(self.query_drafts("phase = ?1", params![phase.word()])?);
        }
        found.sort_by(|one, other| one.key.cmp(&other.key));
        Ok(found)
    }

    /// The draft that stands at a place, by [`Ledger::place`]; the latest, where others stood there before.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn draft_at(&self, place: &str) -> Result<Option<Found>, StoreError> {
        let mut found = self.query_drafts("place = ?1", params![place])?;
        found.sort_by(|one, other| {
            (one.state.since, &one.key).cmp(&(other.state.since, &other.key))
        });
        Ok(found.pop())
    }

    /// True if the same contents were released to this account before.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn was_released(&self, account: &str, content: &str) -> Result<bool, StoreError> {
        is_released(&self.on, account, content, &self.path)
    }

    /// What the ledger calls a place: a hash, since a folder may be named after a pupil.
    pub fn place(&self, parts: &[&str]) -> String {
        sha256(format!("{}\n{}", self.salt, parts.join("/")).as_bytes())
    }

    /// Looks whether the file is still there, still the same, and unharmed where it was changed by
    /// anybody else since the last look.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] or [`StoreError::Damaged`].
    pub fn watch(&mut self) -> Result<(), StoreError> {
        let now = Look::at(&self.path)?;
        if now == self.seen {
            return Ok(());
        }
        if now.identity != self.seen.identity {
            return Err(self.damaged("another file was put in its place"));
        }
        // Through a connection of its own, which has read nothing of it before.
        let fresh = Self::open(&self.path)?;
        fresh.verify(None)?;
        self.seen = now;
        Ok(())
    }

    /// Brings everything that was written into the one file.
    ///
    /// # Errors
    ///
    /// If that cannot be done now; nothing is lost by it.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.watch()?;
        let database = |problem: rusqlite::Error| StoreError::of(&problem, &self.path);
        self.on.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(database)?;
        self.seen = Look::at(&self.path)?;
        Ok(())
    }

    /// Reads all of it again: the database, the chain, every step, and what is kept beside it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] with the first thing that is not as it was written.
    pub fn verify(&self, anchor: Option<&Head>) -> Result<Head, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let sound: String =
            self.on.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(database)?;
        if sound != "ok" {
            return Err(self.damaged("it is not a whole database"));
        }
        let read = self.on.unchecked_transaction().map_err(database)?;
        let head = self.head()?;
        let faulty = |fault: Fault| self.damaged(&fault.to_string());
        let states = verify(self.all()?.into_iter(), &[Some(&head), anchor]).map_err(faulty)?;
        let mut count = 0;
        for found in self.query_drafts("1", params![])? {
            count += 1;
            if states.get(&found.key) != Some(&found.state) {
                return Err(faulty(Fault { seq: head.seq, kind: FaultKind::State }));
            }
        }
        if count != states.len() {
            return Err(faulty(Fault { seq: head.seq, kind: FaultKind::State }));
        }
        if let Some(seq) = self.wrong_evidence()? {
            return Err(faulty(Fault { seq, kind: FaultKind::Evidence }));
        }
        drop(read);
        Ok(head)
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.on
    }

    pub(crate) fn damaged(&self, what: &str) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), what: what.to_owned() }
    }

    /// Every record as it is read.
    pub(crate) fn all(&self) -> Result<Vec<Result<Record, Fault>>, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let mut query =
            self.on.prepare_cached(&format!("{SELECT} ORDER BY seq")).map_err(database)?;
        let rows = query.query_map([], |row| Ok(read(row))).map_err(database)?;
        rows.collect::<Result<Vec<_>, _>>().map_err(database)
    }

    fn query_drafts(
        &self,
        condition: &str,
        parameters: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Found>, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let sql = format!("SELECT draft, state FROM drafts WHERE {condition} ORDER BY draft");
        let mut query = self.on.prepare_cached(&sql).map_err(database)?;
        let rows =
            query.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?))).map_err(database)?;
        let mut found = Vec::new();
        for row in rows {
            let (key, state): (String, String) = row.map_err(database)?;
            let state = serde_json::from_str(&state)
                .map_err(|_| self.damaged("the state of a draft cannot be read"))?;
            found.push(Found { key, state });
        }
        Ok(found)
    }

    pub(crate) fn evidence_row(&self, seq: u64) -> Result<Option<(String, String)>, StoreError> {
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        self.on
            .query_row("SELECT salt, body FROM evidence WHERE seq = ?1", params![seq], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()
            .map_err(|problem| damaged_or(&problem, &self.path))
    }

    pub(crate) fn evidence_rows(&self) -> Result<Vec<(u64, String, String)>, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let mut query = self
            .on
            .prepare_cached("SELECT seq, salt, body FROM evidence ORDER BY seq")
            .map_err(database)?;
        let rows = query
            .query_map([], |row| Ok((number(row, 0)?, row.get(1)?, row.get(2)?)))
            .map_err(database)?;
        rows.collect::<Result<Vec<_>, _>>().map_err(database)
    }

    pub(crate) fn evidence_of(&self, pupil: &str) -> Result<Vec<u64>, StoreError> {
        let database = |problem: rusqlite::Error| damaged_or(&problem, &self.path);
        let mut query = self
            .on
            .prepare_cached("SELECT seq FROM pupil WHERE pupil = ?1 ORDER BY seq")
            .map_err(database)?;
        let rows = query.query_map(params![pupil], |row| number(row, 0)).map_err(database)?;
        rows.collect::<Result<Vec<_>, _>>().map_err(database)
    }

    pub(crate) fn remove_evidence(&mut self, seqs: &[u64]) -> Result<(), StoreError> {
        let path = self.path.clone();
        let database = |problem: rusqlite::Error| StoreError::of(&problem, &path);
        let all =
            self.on.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database)?;
        for seq in seqs {
            let seq = i64::try_from(*seq).unwrap_or(i64::MAX);
            all.execute("DELETE FROM evidence WHERE seq = ?1", params![seq]).map_err(database)?;
            all.execute("DELETE FROM pupil WHERE seq = ?1", params![seq]).map_err(database)?;
        }
        all.commit().map_err(database)?;
        self.settle()
    }
}

const SELECT: &str = "SELECT seq, at, draft, entry, hash FROM records";

fn read(row: &Row<'_>) -> Result<Record, Fault> {
    let seq = number(row, 0).unwrap_or(0);
    let unreadable = Fault { seq, kind: FaultKind::Unreadable };
    let texts: rusqlite::Result<(String, Option<String>, String, String)> =
        (|| Ok((row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))();
    let Ok((at, draft, entry, hash)) = texts else { return Err(unreadable) };
    match (at.parse::<Timestamp>(), serde_json::from_str::<Entry>(&entry)) {
        (Ok(moment), Ok(read)) if moment.to_string() == at && canonical(&value(&read)) == entry => {
            Ok(Record { seq, at: moment, draft, entry: read, hash })
        }
        _ => Err(unreadable),
    }
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(|number| u64::try_from(number).unwrap_or(0))
}

fn last_of(on: &Connection, path: &Path) -> Result<Head, StoreError> {
    let database = |problem: rusqlite::Error| damaged_or(&problem, path);
    let head = on
        .query_row("SELECT seq, hash FROM head", [], |row| {
            Ok(Head { seq: number(row, 0)?, hash: row.get(1)? })
        })
        .map_err(database)?;
    let last = on
        .query_row("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok(Head { seq: number(row, 0)?, hash: row.get(1)? })
        })
        .optional()
        .map_err(database)?
        .unwrap_or_else(Head::empty);
    if head == last {
        return Ok(head);
    }
    let what = Fault { seq: last.seq, kind: FaultKind::Truncated }.to_string();
    Err(StoreError::Damaged { path: path.to_owned(), what })
}

fn state_of(on: &Connection, key: &str, path: &Path) -> Result<Option<DraftState>, StoreError> {
    let found: Option<String> = on
        .query_row("SELECT state FROM drafts WHERE draft = ?1", params![key], |row| row.get(0))
        .optional()
        .map_err(|problem| damaged_or(&problem, path))?;
    let read = found.map(|state| serde_json::from_str(&state)).transpose();
    let what = "the state of a draft cannot be read";
    read.map_err(|_| StoreError::Damaged { path: path.to_owned(), what: what.into() })
}

fn is_released(
    on: &Connection,
    account: &str,
    content: &str,
    path: &Path,
) -> Result<bool, StoreError> {
    let mut query = on
        .prepare_cached("SELECT phase FROM drafts WHERE account = ?1 AND content = ?2")
        .map_err(|problem| damaged_or(&problem, path))?;
    let phases = query
        .query_map(params![account, content], |row| row.get::<_, String>(0))
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|problem| damaged_or(&problem, path))?;
    Ok(phases.iter().any(|phase| {
        [Phase::Released, Phase::Posted, Phase::TakedownDue, Phase::TakenDown, Phase::Kept]
            .iter()
            .any(|out| out.word() == phase)
    }))
}

fn write_state(on: &Connection, key: &str, state: &DraftState) -> rusqlite::Result<()> {
    on.execute(
        "INSERT INTO drafts (draft, phase, account, content, place, token, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (draft) DO UPDATE SET phase = ?2, account = ?3, content = ?4, place = ?5,
             token = ?6, state = ?7",
        params![
            key,
            state.phase.word(),
            state.account,
            state.content,
            state.place,
            state.release.as_ref().map(|release| &release.token_sha256),
            canonical(&value(state))
        ],
    )?;
    Ok(())
}

const fn is_about_a_draft(entry: &Entry) -> bool {
    !matches!(
        entry,
        Entry::Began { .. }
            | Entry::InForce { .. }
            | Entry::Purged { .. }
            | Entry::Forgotten { .. }
            | Entry::Restored { .. }
    )
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    use rusqlite::OpenFlags;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = |problem: rusqlite::Error| damaged_or(&problem, path);
    Connection::open_with_flags(path, flags).map_err(database)
}

/// A table or column that is not there is damage too: the form said that it is.
fn damaged_or(problem: &rusqlite::Error, path: &Path) -> StoreError {
    match StoreError::of(problem, path) {
        StoreError::Database(_)
            if !matches!(
                problem.sqlite_error_code(),
                Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::OperationInterrupted)
            ) =>
        {
            let what = "it is not as gatepost makes them".into();
            StoreError::Damaged { path: path.to_owned(), what }
        }
        other => other,
    }
}

impl Look {
    fn at(path: &Path) -> Result<Self, StoreError> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(Self {
                identity: identity(&found),
                size: found.len(),
                changed: found.modified().ok(),
            }),
            Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => {
                Err(StoreError::Missing { path: path.to_owned() })
            }
            Err(source) => {
                Err(StoreError::Io { what: "cannot look at", path: path.to_owned(), source })
            }
        }
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere files have no such numbers")]
fn identity(found: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// Makes an empty file that only its owner may read.
pub(crate) fn owner_only(path: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map(drop)
}

/// A file that `SQLite` keeps beside another.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 32 bytes that nobody can guess, in hexadecimal.
///
/// # Panics
///
/// If the system has no randomness to give: nothing may be released then.
pub fn new_token() -> String {
    use std::fmt::Write;
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("every system that gatepost runs on has randomness");
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A key for a draft: the moment, so that keys sort by time, and enough chance that no two are alike.
pub fn new_key(at: Timestamp) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let chance = new_token();
    let moment = u64::try_from(at.as_millisecond()).unwrap_or(0);
    let random = chance.get(..10).and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or(0);
    let mut key = String::with_capacity(16);
    for shift in (0..8).rev() {
        let digit = (moment >> (5 * shift)) & 31;
        key.push(char::from(LETTERS[usize::try_from(digit).unwrap_or(0)]));
    }
    for shift in (0..8).rev() {
        let digit = (random >> (5 * shift)) & 31;
        key.push(char::from(LETTERS[usize::try_from(digit).unwrap_or(0)]));
    }
    key
}

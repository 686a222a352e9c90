//! The tables, and how an older file becomes a newer one.

use rusqlite::Connection;

/// What marks a file as a ledger of ours: `GPST`.
pub(crate) const APPLICATION: i64 = 0x4750_5354;

/// What was added, form by form: the file's `user_version` says how many of them it has. A line that was
/// released is never changed; a new one is added.
const FORMS: &[&str] = &["
CREATE TABLE records (
    seq   INTEGER PRIMARY KEY,
    at    TEXT NOT NULL,
    draft TEXT,
    entry TEXT NOT NULL,
    hash  TEXT NOT NULL
) STRICT;
CREATE INDEX records_of_draft ON records (draft, seq);
CREATE TRIGGER records_stay BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'records stay'); END;
CREATE TRIGGER records_keep BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'records stay'); END;
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE drafts (
    draft   TEXT PRIMARY KEY,
    phase   TEXT NOT NULL,
    account TEXT NOT NULL,
    content TEXT NOT NULL,
    place   TEXT,
    token   TEXT UNIQUE,
    state   TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_at_place ON drafts (place);
CREATE INDEX drafts_of_content ON drafts (account, content);
CREATE INDEX drafts_in_phase ON drafts (phase);
CREATE TABLE evidence (seq INTEGER PRIMARY KEY, salt TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE pupil (pupil TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (pupil, seq)) STRICT;
CREATE TABLE salt (one INTEGER PRIMARY KEY CHECK (one = 1), salt TEXT NOT NULL) STRICT;
"];

/// The newest form that is known here.
pub(crate) fn newest() -> i64 {
    i64::try_from(FORMS.len()).unwrap_or(i64::MAX)
}

/// How a file is to be used: nothing is reported as written before it is on disk, and what is removed is
/// overwritten.
pub(crate) fn prepare(on: &Connection) -> rusqlite::Result<()> {
    on.busy_timeout(std::time::Duration::from_secs(10))?;
    on.pragma_update(None, "journal_mode", "WAL")?;
    on.pragma_update(None, "synchronous", "FULL")?;
    on.pragma_update(None, "secure_delete", "ON")?;
    on.pragma_update(None, "trusted_schema", "OFF")?;
    on.pragma_update(None, "wal_autocheckpoint", 0)
}

/// Which form a file has.
pub(crate) fn form(on: &Connection) -> rusqlite::Result<i64> {
    on.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Whether a file is a ledger of ours.
pub(crate) fn is_ours(on: &Connection) -> rusqlite::Result<bool> {
    let found: i64 = on.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(found == APPLICATION)
}

/// Brings a file to the newest form, all of it or nothing.
pub(crate) fn migrate(on: &mut Connection) -> rusqlite::Result<()> {
    let has = form(on)?;
    if has >= newest() {
        return Ok(());
    }
    let all = on.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let has = usize::try_from(form(&all)?).unwrap_or(usize::MAX);
    for sql in FORMS.iter().skip(has) {
        all.execute_batch(sql)?;
    }
    all.pragma_update(None, "application_id", APPLICATION)?;
    all.pragma_update(None, "user_version", newest())?;
    all.commit()
}

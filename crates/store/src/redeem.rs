//! Release tokens: whoever posts a released draft shows the token and what is about to be posted.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::entry::Entry;
use crate::error::{Refusal, StoreError};
use crate::ledger::{Ledger, sha256};

impl Ledger {
    /// Uses a token up: these files may be posted on this account, once, now. Gives the draft's key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Refused`] with the reason; then nothing may be posted. A token stays unused when it
    /// was shown too early, or with other bytes.
    pub fn redeem(
        &mut self,
        token: &str,
        account: &str,
        files: &BTreeMap<String, String>,
        at: Timestamp,
    ) -> Result<String, StoreError> {
        let key = self.draft_of_token(token)?.ok_or(Refusal::UnknownToken)?;
        let state = self.draft(&key)?.ok_or(Refusal::UnknownToken)?;
        let release = state.release.as_ref().ok_or(Refusal::Spent)?;
        if state.redeemed {
            return Err(Refusal::Spent.into());
        }
        if release.account != account || release.sha256 != *files {
            return Err(Refusal::OtherBytes.into());
        }
        let moment = |text: &str| text.parse::<Timestamp>().ok();
        match (moment(&release.not_before), moment(&release.expires)) {
            (Some(first), _) if at < first => return Err(Refusal::TooEarly.into()),
            (Some(_), Some(last)) if at <= last => {}
            _ => return Err(Refusal::Expired.into()),
        }
        match self.append(at, Some(&key), Entry::Redeemed {}, None) {
            // Taken down, or redeemed by another in the same moment.
            Err(StoreError::Refused(Refusal::OutOfTurn)) => Err(Refusal::Spent.into()),
            Err(problem) => Err(problem),
            Ok(_) => Ok(key),
        }
    }

    /// The draft that a token was given to.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn draft_of_token(&self, token: &str) -> Result<Option<String>, StoreError> {
        self.connection()
            .query_row(
                "SELECT draft FROM drafts WHERE token = ?1",
                params![sha256(token.as_bytes())],
                |row| row.get(0),
            )
            .optional()
            .map_err(|problem| StoreError::of(&problem, self.path()))
    }
}

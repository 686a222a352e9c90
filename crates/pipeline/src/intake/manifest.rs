//! The manifest of a draft: `post.toml`, or the same keys in JSON.
//!
//! In: one table of keys. Out: what they say, and a [`Defect`] for each that cannot be understood.
//! No message repeats a value: it may be a pupil's name.

use std::collections::BTreeMap;

use gatepost_model::{Attestations, Defect, DefectKind, Draft, PublishAt};
use serde_json::{Map, Value};

/// The keys of `post.toml`.
const KEYS: &[&str] = &[
    "account",
    "author",
    "purpose",
    "publish_at",
    "pupils",
    "groups",
    "teaching",
    "in_reply_to",
    "attest",
    "alt",
];
/// The keys that JSON has beside them.
const JSON_KEYS: &[&str] = &["id", "text", "media"];
const PURPOSES: &[&str] = &["reminder", "good-news", "achievement", "information", "learning"];
const ATTESTATIONS: &[&str] = &["dress", "dignity", "rights", "learning"];

/// Where a manifest was read: it decides the keys, and names itself in messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `post.toml` in a draft's folder.
    Toml,
    /// A draft as one JSON object.
    Json,
}

/// Reads `post.toml` into `draft`, adding what is wrong with it to the draft's defects.
pub(crate) fn read_toml(text: &str, draft: &mut Draft) {
    match toml::from_str::<toml::Table>(text) {
        Ok(table) => {
            let object = table.into_iter().map(|(key, value)| (key, plain(value))).collect();
            read_object(&object, Form::Toml, draft);
        }
        Err(problem) => {
            let line = problem.span().map_or(1, |span| line_of(text, span.start));
            draft.defects.push(malformed(format!(
                "post.toml, line {line} cannot be read. Each line is a key, an equals sign and a value: \
                 texts stand in straight quotation marks (author = \"S014\"), lists in square brackets \
                 (groups = [\"4W\"])."
            )));
        }
    }
}

/// Reads the keys of one draft into `draft`, all but `id`, `text` and `media`, which the caller takes.
pub(crate) fn read_object(object: &Map<String, Value>, form: Form, draft: &mut Draft) {
    let mut reader = Reader { form, defects: Vec::new() };
    for key in object.keys() {
        let known = KEYS.contains(&key.as_str())
            || (form == Form::Json && JSON_KEYS.contains(&key.as_str()));
        if !known {
            reader.unknown("", key, KEYS);
        }
    }
    draft.account = reader.string(object, "account").or(draft.account.take());
    draft.author = reader.string(object, "author");
    draft.purpose = reader.one_of(object, "purpose", PURPOSES);
    draft.publish_at = reader.moment(object, "publish_at");
    draft.pupils = reader.strings(object, "pupils");
    draft.groups = reader.strings(object, "groups");
    draft.teaching = reader.truth(object, "teaching");
    draft.in_reply_to = reader.string(object, "in_reply_to");
    draft.attest = Attestations { given: reader.table(object, "attest", Some(ATTESTATIONS)) };
    draft.alt = reader.table(object, "alt", None);
    draft.defects.append(&mut reader.defects);
}

struct Reader {
    form: Form,
    defects: Vec<Defect>,
}

impl Reader {
    fn wrong(&mut self, key: &str, wanted: &str) {
        let manifest = self.manifest();
        self.defects.push(malformed(format!("{manifest}: \"{key}\" must be {wanted}.")));
    }

    fn unknown(&mut self, table: &str, key: &str, known: &[&str]) {
        let manifest = self.manifest();
        // A key that is near to none may be anything, such as a pupil's name: it is not repeated.
        let (shown, hint) = match nearest(key, known) {
            Some(near) => (format!("\"{key}\""), format!("did you mean \"{near}\"?")),
            None => ("a key".to_owned(), format!("the keys are {}.", known.join(", "))),
        };
        let place = if table.is_empty() { String::new() } else { format!(" in \"{table}\"") };
        self.defects.push(malformed(format!("{manifest}: {shown}{place} is not known; {hint}")));
    }

    fn manifest(&self) -> &'static str {
        match self.form {
            Form::Toml => "post.toml",
            Form::Json => "the draft",
        }
    }

    fn string(&mut self, object: &Map<String, Value>, key: &str) -> Option<String> {
        match object.get(key)? {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Null => None,
            _ => {
                self.wrong(key, "a text in quotation marks");
                None
            }
        }
    }

    fn one_of(&mut self, object: &Map<String, Value>, key: &str, known: &[&str]) -> Option<String> {
        let word = self.string(object, key)?;
        if known.contains(&word.as_str()) {
            return Some(word);
        }
        let hint = nearest(&word, known).map_or(String::new(), |near| format!(" (\"{near}\"?)"));
        self.wrong(key, &format!("one of {}{hint}", known.join(", ")));
        None
    }

    fn strings(&mut self, object: &Map<String, Value>, key: &str) -> Option<Vec<String>> {
        let wanted = "a list of texts, such as [\"4W\"], or [] for nobody";
        match object.get(key)? {
            Value::Null => None,
            Value::Array(values) => {
                let texts: Vec<String> = values
                    .iter()
                    .filter_map(Value::as_str)
                    .map(|text| text.trim().to_owned())
                    .filter(|text| !text.is_empty())
                    .collect();
                // A list that is read short would say less than its author did.
                if texts.len() == values.len() {
                    return Some(texts);
                }
                self.wrong(key, wanted);
                None
            }
            _ => {
                self.wrong(key, wanted);
                None
            }
        }
    }

    fn truth(&mut self, object: &Map<String, Value>, key: &str) -> bool {
        match object.get(key) {
            None | Some(Value::Null) => false,
            Some(Value::Bool(truth)) => *truth,
            Some(_) => {
                self.wrong(key, "true or false, without quotation marks");
                false
            }
        }
    }

    fn table(
        &mut self,
        object: &Map<String, Value>,
        key: &str,
        known: Option<&[&str]>,
    ) -> BTreeMap<String, String> {
        let mut read = BTreeMap::new();
        match object.get(key) {
            None | Some(Value::Null) => {}
            Some(Value::Object(table)) => {
                for (name, value) in table {
                    if known.is_some_and(|known| !known.contains(&name.as_str())) {
                        self.unknown(key, name, known.unwrap_or_default());
                    } else if let Value::String(text) = value {
                        read.insert(name.clone(), text.trim().to_owned());
                    } else {
                        self.wrong(key, "a table whose values are texts in quotation marks");
                    }
                }
            }
            Some(_) => self.wrong(key, "a table, such as { dress = \"S014\" }"),
        }
        read
    }

    fn moment(&mut self, object: &Map<String, Value>, key: &str) -> Option<PublishAt> {
        let text = self.string(object, key)?;
        let moment = parse_moment(&text);
        if moment.is_none() {
            self.wrong(
                key,
                "a date and time, such as 2026-11-20T15:45:00, with or without an offset",
            );
        }
        moment
    }
}

/// Reads a moment of this century or the next: `2026-11-20T15:45:00` in local time, or with an offset
/// or `Z`. A day alone would leave open whether the bell has rung, and the name of a zone in brackets
/// is not what the contract writes: neither is read.
fn parse_moment(text: &str) -> Option<PublishAt> {
    if !text.contains(':') || text.contains('[') {
        return None;
    }
    let moment = match text.parse::<jiff::Timestamp>() {
        Ok(instant) => PublishAt::Instant(instant),
        Err(_) => PublishAt::Local(text.parse().ok()?),
    };
    let year = match moment {
        PublishAt::Instant(instant) => instant.to_zoned(jiff::tz::TimeZone::UTC).year(),
        PublishAt::Local(local) => local.year(),
    };
    (2000..2200).contains(&year).then_some(moment)
}

/// The word of `known` that `word` was probably meant to be.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|&candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), candidate), candidate))
        .filter(|&(distance, candidate)| distance <= 1 + candidate.len() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

pub(crate) fn malformed(message: String) -> Defect {
    Defect { kind: DefectKind::Malformed, message }
}

/// TOML as JSON: the two manifests are read by one reader.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(plain).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defects(manifest: &str) -> Vec<String> {
        let mut draft = Draft::default();
        read_toml(manifest, &mut draft);
        draft.defects.into_iter().map(|defect| defect.message).collect()
    }

    #[test]
    fn every_key_of_the_contract_is_read() {
        let mut draft = Draft::default();
        read_toml(
            r#"
            account = "x"
            author = "S014"
            purpose = "achievement"
            publish_at = 2026-11-20T15:45:00
            pupils = ["A123", "Maya Patel"]
            groups = ["4W"]
            teaching = false
            in_reply_to = "thanks"
            attest = { dress = "S014", dignity = "S014", rights = "S014", learning = "S014" }
            alt = { "IMG_1.jpg" = "Children planting bulbs" }
            "#,
            &mut draft,
        );
        assert_eq!(draft.defects, []);
        assert_eq!(draft.pupils.map(|pupils| pupils.len()), Some(2));
        assert_eq!(draft.attest.given.len(), 4);
        assert!(matches!(draft.publish_at, Some(PublishAt::Local(_))));
        assert_eq!(draft.alt.len(), 1);
    }

    #[test]
    fn a_bad_manifest_is_told_without_quoting_it() {
        insta::assert_snapshot!(defects("purpse = \"achievement\"").join("\n"),
            @r#"post.toml: "purpse" is not known; did you mean "purpose"?"#);
        insta::assert_snapshot!(defects("purpose = \"acheivement\"").join("\n"),
            @r#"post.toml: "purpose" must be one of reminder, good-news, achievement, information, learning ("achievement"?)."#);
        insta::assert_snapshot!(defects("pupils = \"Maya Patel\"").join("\n"),
            @r#"post.toml: "pupils" must be a list of texts, such as ["4W"], or [] for nobody."#);
        insta::assert_snapshot!(defects("publish_at = 2026-11-20").join("\n"),
            @r#"post.toml: "publish_at" must be a date and time, such as 2026-11-20T15:45:00, with or without an offset."#);
        let broken = defects("author = \"S014\"\npupils = [\"Maya Patel\" \"Jo\"]");
        assert_eq!(broken.len(), 1);
        assert!(
            broken[0].starts_with("post.toml, line 2 cannot") && !broken[0].contains("Maya"),
            "{broken:?}"
        );
        for name_as_key in ["\"Maya Patel\" = 1", "maya_patel = 1"] {
            let told = defects(name_as_key);
            assert!(!told[0].to_lowercase().contains("maya"), "{told:?}");
        }
    }

    #[test]
    fn only_moments_that_can_be_judged_are_read() {
        for moment in ["2026-11-20T15:45", "2026-11-20T15:45:00Z", "2026-11-20 15:45:00+01:00"] {
            assert!(parse_moment(moment).is_some(), "{moment}");
        }
        for moment in
            ["2026-11-20", "9999-12-31T23:59:59", "2026-11-20T15:45[America/New_York]", ""]
        {
            assert!(parse_moment(moment).is_none(), "{moment}");
        }
    }
}

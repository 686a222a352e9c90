//! Folders of drafts, as they lie in an inbox or were kept: each folder with files in it is one draft, and
//! so is each loose text beside such folders.

use std::collections::BTreeMap;

use gatepost_model::{Draft, Media, MediaSource};

use super::{Given, Intake, Stop, any, ending, file_name, is_media};
use crate::members::Members;
use crate::post::{Kind, Visibility};

const WORDS: &[&str] = &["txt", "md", "docx"];
const MANIFEST: &str = "post.toml";

/// What gatepost writes beside a draft that it judged.
const OURS: &[&str] = &["verdict.json", "report.html", "WHY.txt", "release.json"];

pub(super) fn is_it(members: &Members) -> bool {
    any(members, |name| is_media(name) || WORDS.contains(&ending(name).as_str()))
}

pub(super) fn read(intake: &mut Intake<'_>) -> Result<(), Stop> {
    let members = intake.members;
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, member) in members.list.iter().enumerate() {
        if OURS.contains(&file_name(&member.name)) {
            intake.skip(index, "gatepost");
        } else if !gatepost::is_junk(file_name(&member.name)) {
            let folder = member.name.rsplit_once('/').map_or("", |(folder, _)| folder);
            folders.entry(folder).or_default().push(index);
        }
    }
    for (folder, files) in &folders {
        let has_folders = folders.keys().any(|other| {
            *other != *folder && (folder.is_empty() || other.starts_with(&format!("{folder}/")))
        });
        let names: Vec<&str> = files.iter().map(|index| file_name(intake.name(*index))).collect();
        let words = names.iter().filter(|name| WORDS.contains(&ending(name).as_str())).count();
        let whole = names.contains(&MANIFEST) || words <= 1 && !(has_folders && folder.is_empty());
        if whole {
            draft(intake, file_name(folder), folder, files)?;
            continue;
        }
        // Loose texts are a draft each, as in an inbox.
        for (index, name) in files.iter().zip(&names) {
            if WORDS.contains(&ending(name).as_str()) {
                let stem = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
                draft(intake, stem, folder, &[*index])?;
            }
        }
    }
    Ok(())
}

fn draft(intake: &mut Intake<'_>, id: &str, folder: &str, files: &[usize]) -> Result<(), Stop> {
    let refused: Vec<usize> =
        files.iter().copied().filter(|index| intake.members.refusal(*index).is_some()).collect();
    for index in &refused {
        let reason = intake.members.refusal(*index).unwrap_or("unreadable");
        intake.fail(*index, reason)?;
    }
    let files: Vec<usize> =
        files.iter().copied().filter(|index| !refused.contains(index)).collect();
    let Some(first) = files.first().copied() else { return Ok(()) };
    let mut parts = Vec::new();
    for index in &files {
        let name = file_name(intake.name(*index)).to_owned();
        let source = match intake.members.path(*index) {
            Some(path) => MediaSource::File(path.to_owned()),
            None => match intake.members.bytes(*index, intake.limits.media_bytes) {
                Ok(bytes) => MediaSource::Bytes(bytes.into()),
                Err(problem) => {
                    intake.fail_with(*index, &problem)?;
                    continue;
                }
            },
        };
        parts.push(Media { name, source });
    }
    // In an inbox the account is the folder above.
    let account = folder.rsplit_once('/').map(|(above, _)| file_name(above).to_owned());
    let draft: Draft = gatepost::draft_of_files(id, parts, &intake.limits);
    let mut given = Given::new(first, String::new(), id.to_owned());
    given.kind = Kind::Original;
    given.visibility = Visibility::Unknown;
    for index in &files {
        intake.was_read(*index);
    }
    intake.whole(given, draft, account)
}

//! Sealing: the hash by which exactly these files are meant from here on.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use gatepost_store::sha256;
use sha2::{Digest, Sha256};

use crate::inbox::name_of;

/// The hashes of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seal {
    /// Over the names and contents of its files.
    pub(crate) whole: String,
    /// Over their contents alone: the same draft under other names is the same draft.
    pub(crate) content: String,
    /// How many files.
    pub(crate) files: u64,
}

/// Hashes everything under a draft, but for junk and the names in `leave_out` at its top. Links are not
/// followed and devices not opened: what they are stands for what they hold.
pub(crate) fn seal(draft: &Path, leave_out: &[String]) -> Seal {
    let mut files = Vec::new();
    walk(draft, "", leave_out, &mut files);
    files.sort();
    let lines: Vec<String> =
        files.iter().map(|(name, hash)| format!("{hash}  {}", sha256(name.as_bytes()))).collect();
    let mut contents: Vec<&str> = files.iter().map(|(_, hash)| hash.as_str()).collect();
    contents.sort_unstable();
    Seal {
        whole: sha256(lines.join("\n").as_bytes()),
        content: sha256(contents.join("\n").as_bytes()),
        files: u64::try_from(files.len()).unwrap_or(u64::MAX),
    }
}

fn walk(folder: &Path, within: &str, leave_out: &[String], files: &mut Vec<(String, String)>) {
    let Ok(listing) = fs::read_dir(folder) else {
        files.push((within.to_owned(), "a folder that cannot be listed".to_owned()));
        return;
    };
    for entry in listing {
        let Ok(path) = entry.map(|entry| entry.path()) else {
            files.push((within.to_owned(), "an entry that cannot be read".to_owned()));
            continue;
        };
        let own = name_of(&path);
        if gatepost::is_junk(&own) || within.is_empty() && leave_out.contains(&own) {
            continue;
        }
        let name = format!("{within}{own}");
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => {
                files.push((name.clone(), "a folder".to_owned()));
                walk(&path, &format!("{name}/"), &[], files);
            }
            Ok(found) if found.is_file() => {
                // What cannot be read is held by the gate.
                let hash = hash_file(&path).unwrap_or_else(|_| "cannot be read".to_owned());
                files.push((name, hash));
            }
            Ok(_) => files.push((name, "neither a file nor a folder".to_owned())),
            Err(_) => files.push((name, "cannot be looked at".to_owned())),
        }
    }
}

/// SHA-256 of a file, read piece by piece.
pub(crate) fn hash_file(path: &Path) -> std::io::Result<String> {
    use std::fmt::Write;
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0_u8; 1 << 16];
    loop {
        let length = file.read(&mut piece)?;
        let Some(read) = piece.get(..length).filter(|read| !read.is_empty()) else { break };
        hasher.update(read);
    }
    Ok(hasher.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_for_the_seal_and_not_for_the_content() {
        let folder = tempfile::tempdir().unwrap();
        let draft = |name: &str, words: &str| {
            let draft = tempfile::tempdir_in(folder.path()).unwrap();
            fs::write(draft.path().join(name), words).unwrap();
            seal(draft.path(), &[])
        };
        let one = draft("post.txt", "words");
        assert_eq!(one, draft("post.txt", "words"));
        assert_ne!(one.whole, draft("other.txt", "words").whole);
        assert_eq!(one.content, draft("other.txt", "words").content);
        assert_ne!(one.content, draft("post.txt", "other words").content);
        assert_eq!(one.files, 1);
    }

    #[test]
    fn junk_and_what_is_left_out_do_not_count() {
        let draft = tempfile::tempdir().unwrap();
        fs::write(draft.path().join("post.txt"), "words").unwrap();
        let before = seal(draft.path(), &[]);
        fs::write(draft.path().join("Thumbs.db"), "x").unwrap();
        fs::write(draft.path().join("WHY.txt"), "x").unwrap();
        assert_eq!(seal(draft.path(), &["WHY.txt".into()]), before);
        assert_ne!(seal(draft.path(), &[]), before);
    }
}

//! The files of a folder and of all folders in it. Links are not followed.

use std::fs;
use std::io;
use std::path::Path;

use gatepost_model::Limits;

use super::{At, Member};

pub(super) fn list(root: &Path, limits: &Limits) -> io::Result<Vec<Member>> {
    let mut list = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{name}/")));
                continue;
            }
            let size = if kind.is_file() { entry.metadata()?.len() } else { 0 };
            let at = if kind.is_symlink() {
                Err("link")
            } else if !kind.is_file() {
                Err("no-file")
            } else if size > limits.archive_member_bytes {
                Err("too-large")
            } else {
                Ok(At::Path(entry.path()))
            };
            list.push(Member { name, size, at });
        }
    }
    list.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(list)
}

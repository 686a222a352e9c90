//! An invented school, archives in a folder of their own, and scans of them.

#![allow(dead_code, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use gatepost::{Gate, School, Scope};
use gatepost_archive::{ArchiveError, Options, Scan, Summary};
use serde_json::Value;
use tempfile::TempDir;

/// A school and a folder for archives.
pub(crate) struct Desk {
    folder: TempDir,
    pub(crate) gate: Gate,
}

/// What a scan gave.
pub(crate) struct Scanned {
    pub(crate) lines: Vec<Value>,
    /// The lines as they are written.
    pub(crate) raw: Vec<String>,
    pub(crate) summary: Summary,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let school = folder.path().join("school");
        for file in gatepost_example::registers("strict", jiff::civil::date(2026, 11, 20)) {
            let path = school.join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &file.bytes).unwrap();
        }
        let moment = "2026-11-20T12:00:00Z".parse().unwrap();
        let gate = Gate::new(&School::open(&school).unwrap()).unwrap();
        Self { gate: gate.with_scope(Scope::Exposure).with_as_of(moment), folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes an archive.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn scan(&self, paths: &[&Path], options: Options) -> Result<Scanned, ArchiveError> {
        let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
        let (mut lines, mut raw) = (Vec::new(), Vec::new());
        let summary = Scan::new(&self.gate, options).run(
            &paths,
            |line| {
                lines.push(serde_json::from_slice(line).unwrap());
                raw.push(String::from_utf8(line.to_vec()).unwrap());
                Ok(())
            },
            |_| {},
        )?;
        Ok(Scanned { lines, raw, summary })
    }

    /// Scans one archive of these files, written as a zip.
    pub(crate) fn scan_zip(&self, files: &[(&str, &[u8])]) -> Scanned {
        let path = self.write("export.zip", &zip(files));
        self.scan(&[&path], Options::default()).unwrap()
    }
}

impl Scanned {
    /// The rules that were found in a line.
    pub(crate) fn rules(&self, line: usize) -> Vec<&str> {
        let findings = self.lines[line]["findings"].as_array().unwrap();
        findings.iter().map(|one| one["rule"].as_str().unwrap()).collect()
    }

    pub(crate) fn all_rules(&self) -> Vec<&str> {
        (0..self.lines.len()).flat_map(|line| self.rules(line)).collect()
    }

    /// A field of a line.
    pub(crate) fn field(&self, line: usize, pointer: &str) -> &Value {
        self.lines[line].pointer(pointer).unwrap_or(&Value::Null)
    }
}

pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub(crate) fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

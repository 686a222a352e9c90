//! `ExifTool` as the independent reader of photos: what it reads in a copy that no picture needs.
//!
//! In: files. Out: for each, the tags that are not on a list of those without which a picture is not shown as it
//! is meant, and whether it has a position. The list is by family-1 group and tag, as `-G1` names them. It is
//! run once over all files; where it is not installed there is no answer.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What `ExifTool` reads in a file.
#[derive(Debug, Default, Clone)]
pub struct Reading {
    /// Tags that tell more than how to show the picture, as `Group:Tag`.
    pub tells: Vec<String>,
    /// It has a latitude, from wherever.
    pub has_position: bool,
}

/// Groups of which every tag may stand: what it says of the file as such, and colour profiles.
const OPEN: &[&str] = &["ExifTool", "System", "Composite", "ICC_Profile", "ICC"];

/// Tags that may stand, by the front of their group's name.
const SHOWN: &[(&str, &[&str])] = &[
    ("JFIF", &["JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"]),
    ("APP14", &["DCTEncodeVersion", "APP14Flags", "ColorTransform"]),
    ("Adobe", &["DCTEncodeVersion", "APP14Flags", "ColorTransform"]),
    (
        "PNG",
        &[
            "Image",
            "BitDepth",
            "ColorType",
            "Compression",
            "Filter",
            "Interlace",
            "Palette",
            "Transparency",
            "Gamma",
            "WhitePoint",
            "Red",
            "Green",
            "Blue",
            "SRGB",
            "PixelUnits",
            "PixelsPer",
            "Background",
            "Significant",
            "ProfileName",
            "ICC_Profile",
            "Animation",
            "ColorPrimaries",
            "TransferCharacteristics",
            "MatrixCoefficients",
            "VideoFullRange",
            "Max",
            "Min",
            "Display",
            "Mastering",
        ],
    ),
    (
        "RIFF",
        &[
            "VP8Version",
            "WebP_Flags",
            "Image",
            "HorizontalScale",
            "VerticalScale",
            "Alpha",
            "FrameCount",
            "Duration",
            "Background",
            "AnimationLoopCount",
        ],
    ),
    (
        "GIF",
        &[
            "GIFVersion",
            "HasColorMap",
            "ColorResolution",
            "BitsPerPixel",
            "Background",
            "PixelAspect",
            "Animation",
            "FrameCount",
            "Duration",
            "Transparent",
            "Image",
        ],
    ),
    (
        "IFD",
        &[
            "Orientation",
            "XResolution",
            "YResolution",
            "ResolutionUnit",
            "YCbCr",
            "ReferenceBlackWhite",
            "SubfileType",
            "OldSubfileType",
            "ImageWidth",
            "ImageHeight",
            "BitsPerSample",
            "Compression",
            "Photometric",
            "Strip",
            "Tile",
            "SamplesPerPixel",
            "RowsPerStrip",
            "Planar",
            "Predictor",
            "ColorMap",
            "ExtraSamples",
            "SampleFormat",
            "FillOrder",
            "T4",
            "T6",
            "GrayResponse",
            "TransferFunction",
            "WhitePoint",
            "PrimaryChromaticities",
            "JPEGTables",
            "MinSample",
            "MaxSample",
            "SMin",
            "SMax",
            "InkSet",
            "NumberofInks",
            "PageNumber",
            "Threshholding",
            "Thresholding",
            "Cell",
            "DotRange",
            "Halftone",
        ],
    ),
];

/// Reads files, each once. `None` where `ExifTool` cannot be run.
pub fn read(files: &[PathBuf]) -> Option<BTreeMap<PathBuf, Reading>> {
    let mut list = tempfile::NamedTempFile::new().ok()?;
    for file in files {
        writeln!(list, "{}", file.display()).ok()?;
    }
    let output = Command::new("exiftool")
        .args(["-j", "-G1", "-a", "-n", "-u", "-m", "-ee", "-charset", "filename=utf8", "-@"])
        .arg(list.path())
        .output()
        .ok()?;
    let read: Vec<serde_json::Map<String, Value>> = serde_json::from_slice(&output.stdout).ok()?;
    Some(
        read.into_iter()
            .filter_map(|tags| {
                let file = tags.get("SourceFile")?.as_str()?;
                Some((Path::new(file).to_owned(), reading(&tags)))
            })
            .collect(),
    )
}

fn reading(tags: &serde_json::Map<String, Value>) -> Reading {
    let mut reading = Reading::default();
    for (name, value) in tags {
        let Some((group, tag)) = name.split_once(':') else { continue };
        if tag == "GPSLatitude" && value.as_f64().is_some() {
            reading.has_position = true;
        }
        if !stands(group, tag) {
            reading.tells.push(name.clone());
        }
    }
    reading
}

fn stands(group: &str, tag: &str) -> bool {
    if OPEN.iter().any(|open| group.starts_with(open)) {
        return true;
    }
    if group == "File" {
        return !["Comment", "Trailer", "Preview", "Thumb"].iter().any(|word| tag.contains(word));
    }
    SHOWN
        .iter()
        .filter(|(front, _)| group.starts_with(front))
        .any(|(_, known)| known.iter().any(|front| tag.starts_with(front)))
}

#[cfg(test)]
mod tests {
    use super::stands;

    #[test]
    fn what_tells_more_than_a_picture_needs_is_told() {
        for (group, tag) in [("IFD0", "Orientation"), ("File", "FileType"), ("PNG", "ImageWidth")] {
            assert!(stands(group, tag));
        }
        for (group, tag) in [
            ("IFD0", "Make"),
            ("IFD0", "Software"),
            ("GPS", "GPSLatitude"),
            ("File", "Comment"),
            ("XMP-dc", "Title"),
            ("MPImage2", "MPImageStart"),
        ] {
            assert!(!stands(group, tag), "{group}:{tag}");
        }
    }
}

//! The names under which media files are released.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use gatepost_image::Format;
use gatepost_model::Media;

use crate::media::MediaReading;

/// Names that belong to files of ours beside the released ones, in lower case.
const OURS: [&str; 4] = ["release.json", "verdict.json", "report.html", "why.txt"];

/// A name for each file, in the draft's order: its own, or `photo-1.jpg` by order where that is
/// personal (its label is another), not the name of one file, not that of a picture, or taken. No two
/// are alike, whatever a system thinks of capitals, and none is that of the words.
pub(crate) fn release_names(
    media: &[Media],
    readings: &[MediaReading],
    labels: &[String],
    text_name: Option<&str>,
) -> Vec<String> {
    let mut taken: BTreeSet<String> = OURS.iter().map(ToString::to_string).collect();
    taken.extend(text_name.map(str::to_lowercase));
    // Names that stay go first, so that a new name gives way to them.
    let keeps: Vec<bool> = media
        .iter()
        .enumerate()
        .map(|(index, file)| {
            labels.get(index) == Some(&file.name)
                && is_one_name(&file.name)
                && Format::promised_by(&file.name).is_some()
                && taken.insert(file.name.to_lowercase())
        })
        .collect();
    let mut names = Vec::with_capacity(media.len());
    for (index, (file, keeps)) in media.iter().zip(keeps).enumerate() {
        if keeps {
            names.push(file.name.clone());
            continue;
        }
        let format = readings.get(index).and_then(|read| read.examination.as_ref());
        let ending = match format.map(|examination| examination.format) {
            Some(Format::Jpeg) => ".jpg",
            Some(Format::Png) => ".png",
            Some(Format::WebP) => ".webp",
            Some(Format::Gif) => ".gif",
            Some(Format::Tiff) => ".tif",
            _ => "",
        };
        let mut name = format!("photo-{}{ending}", index + 1);
        let mut number = 1;
        while !taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("photo-{}-{number}{ending}", index + 1);
        }
        names.push(name);
    }
    names
}

/// True if a name is that of one file in a folder, and of nothing elsewhere.
pub(crate) fn is_one_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
        && !name.contains(['/', '\\', ':'])
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use gatepost_model::{Limits, MediaSource};

    use super::*;

    fn names(files: &[&str], labels: &[&str], text: Option<&str>) -> Vec<String> {
        let bytes: Arc<[u8]> = Arc::from(&b"\xff\xd8\xff\xd9"[..]);
        let media: Vec<Media> = files
            .iter()
            .map(|name| Media { name: (*name).into(), source: MediaSource::Bytes(bytes.clone()) })
            .collect();
        let readings: Vec<MediaReading> = media
            .iter()
            .map(|file| {
                MediaReading::open(file, &Limits::default(), crate::media::Workshop::Nowhere)
            })
            .collect();
        let labels: Vec<String> = labels.iter().map(ToString::to_string).collect();
        release_names(&media, &readings, &labels, text)
    }

    #[test]
    fn no_two_files_are_released_under_one_name() {
        assert_eq!(
            names(&["Maya Patel.jpg", "photo-1.jpg"], &["#1", "photo-1.jpg"], None),
            ["photo-1-2.jpg", "photo-1.jpg"]
        );
        assert_eq!(names(&["a.jpg", "A.JPG"], &["a.jpg", "A.JPG"], None), ["a.jpg", "photo-2.jpg"]);
    }

    #[test]
    fn nothing_of_ours_is_replaced_and_nothing_goes_elsewhere() {
        for name in
            ["release.json", "VERDICT.JSON", "post.txt", "../x.jpg", "/x.jpg", "a/b.jpg", ".."]
        {
            assert_eq!(names(&[name], &[name], Some("post.txt")), ["photo-1.jpg"], "{name}");
        }
    }
}

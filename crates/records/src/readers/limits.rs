//! `[limits]` of `school.toml`: how much of anything a draft may bring (contract, section 7).

use gatepost_model::Limits;

use crate::settings::{Section, Settings, amount};

const SIZE: &str = "a number of bytes, or a size such as \"64 KiB\" or \"256 MiB\"";
const COUNT: &str = "a whole number of 1 or more";
const SECONDS: &str = "a number of seconds, or a time such as \"10 s\" or \"10 min\"";

/// Reads the section; what it does not say keeps its default.
pub(crate) fn read(settings: &Settings<'_>, mut section: Section<'_>) -> Limits {
    let mut limits = Limits::default();
    let mut set =
        |key: &'static str, expected: &str, parse: fn(&str) -> Option<u64>, least: u64| {
            let value = section.value(key)?;
            let number = amount(settings, key, value, expected, parse)?;
            if number < least {
                settings.stop(
                    &value.span(),
                    format!("\"{key}\" should be {expected}, and at least {least}."),
                );
                return None;
            }
            Some(number)
        };
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let defaults = limits;
    limits.text_bytes = set("text", SIZE, size, 1).unwrap_or(defaults.text_bytes);
    limits.media_files = set("media_files", COUNT, whole, 1).map_or(defaults.media_files, count);
    limits.media_bytes = set("media_file", SIZE, size, 1).unwrap_or(defaults.media_bytes);
    limits.image_pixels = set("image_megapixels", COUNT, whole, 1)
        .map_or(defaults.image_pixels, |megapixels| megapixels.saturating_mul(1_000_000));
    limits.archive_member_bytes =
        set("archive_member", SIZE, size, 1).unwrap_or(defaults.archive_member_bytes);
    limits.archive_ratio =
        set("archive_ratio", "a whole number, or a ratio such as \"200:1\"", ratio, 1)
            .unwrap_or(defaults.archive_ratio);
    limits.pupils = set("pupils", COUNT, whole, 1).map_or(defaults.pupils, count);
    limits.settle_seconds = set("settle", SECONDS, seconds, 0).unwrap_or(defaults.settle_seconds);
    limits.settle_max_seconds =
        set("settle_max", SECONDS, seconds, 1).unwrap_or(defaults.settle_max_seconds);
    limits.grace_seconds = set("grace", SECONDS, seconds, 0).unwrap_or(defaults.grace_seconds);
    if limits.settle_max_seconds < limits.settle_seconds {
        let message =
            "\"settle_max\" is shorter than \"settle\", so that no draft could ever come to rest.";
        settings.stop(section.span(), message);
    }
    section.finish();
    limits
}

fn whole(text: &str) -> Option<u64> {
    text.parse().ok()
}

fn size(text: &str) -> Option<u64> {
    with_unit(
        text,
        &[
            ("", 1),
            ("b", 1),
            ("bytes", 1),
            ("kb", 1_000),
            ("mb", 1_000_000),
            ("gb", 1_000_000_000),
            ("kib", 1 << 10),
            ("mib", 1 << 20),
            ("gib", 1 << 30),
        ],
    )
}

fn seconds(text: &str) -> Option<u64> {
    with_unit(
        text,
        &[
            ("", 1),
            ("s", 1),
            ("seconds", 1),
            ("min", 60),
            ("minutes", 60),
            ("h", 3_600),
            ("hours", 3_600),
        ],
    )
}

fn ratio(text: &str) -> Option<u64> {
    let number = text
        .split_once(':')
        .map_or(Some(text), |(number, one)| (one.trim() == "1").then_some(number))?;
    whole(number.trim())
}

fn with_unit(text: &str, units: &[(&str, u64)]) -> Option<u64> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let unit = unit.trim().to_lowercase();
    let (_, factor) = units.iter().find(|(name, _)| *name == unit)?;
    whole(number)?.checked_mul(*factor)
}

#[cfg(test)]
mod tests {
    use super::{ratio, seconds, size};

    #[test]
    fn sizes_times_and_ratios_have_units() {
        assert_eq!(size("64 KiB"), Some(65_536));
        assert_eq!(size("256MiB"), Some(268_435_456));
        assert_eq!(size("10 MB"), Some(10_000_000));
        assert_eq!(size("512"), Some(512));
        assert_eq!(size("1.5 GiB"), None);
        assert_eq!(size("99999999999 GiB"), None);
        assert_eq!(size("-1"), None);
        assert_eq!(seconds("10 min"), Some(600));
        assert_eq!(ratio("200:1"), Some(200));
        assert_eq!(ratio("200:2"), None);
    }
}

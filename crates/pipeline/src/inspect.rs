//! What a photo gives away, outside any draft: no school is needed.

use std::path::Path;

use gatepost_image::{DeviceRegister, Exposure, Location};
use gatepost_model::{Finding, Limits, Media, MediaSource};

use crate::film::unbounded_films;
use crate::media::{MediaReading, Workshop};

/// Rules that say something of the school rather than of the file.
const ABOUT_A_SCHOOL: &[&str] =
    &["image/unregistered-device", "image/unknown-device", "image/missing-alt-text"];

/// What a file gives away.
#[derive(Debug, Clone)]
pub struct Inspected {
    /// What it is, by its content; `None` where it could not be read.
    pub format: Option<&'static str>,
    /// Pixels across and down, as stored.
    pub size: Option<(u32, u32)>,
    /// The maker and model of the device that took it, as the file writes them.
    pub device: Option<String>,
    /// Degrees north and east at which it was taken, to two decimals (about a kilometre).
    pub location: Option<(f64, f64)>,
    /// What it gives away, and what stands against cleaning it.
    pub findings: Vec<Finding>,
    /// What cleaning takes out, in the short words of a verdict.
    pub removable: Vec<String>,
    /// Why it could not be read or cleaned, for people.
    pub problem: Option<String>,
}

/// Looks at a file, and changes nothing.
pub fn inspect_file(path: &Path, limits: &Limits) -> Inspected {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = Media { name, source: MediaSource::File(path.to_owned()) };
    let limits = &unbounded_films(path, limits);
    let reading = MediaReading::open(&file, limits, Workshop::Nowhere);
    let mut findings = reading.findings(0, &DeviceRegister::default(), true, &[]);
    findings.retain(|finding| !ABOUT_A_SCHOOL.contains(&finding.rule.id));
    let problem = (!reading.is_cleaned()).then(|| reading.obstacle());
    let mut removable: Vec<String> = Vec::new();
    let examination = reading.examination.as_ref();
    for exposure in examination.iter().flat_map(|examination| &examination.exposures) {
        let word = exposure.removed().to_string();
        if !removable.contains(&word) {
            removable.push(word);
        }
    }
    Inspected {
        format: examination.map(|examination| examination.format.name()),
        size: examination
            .and_then(|examination| examination.size)
            .map(|size| (size.width, size.height)),
        device: examination.and_then(|examination| examination.device.as_ref()).map(|device| {
            let words = [device.make.as_deref(), device.model.as_deref()];
            words.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }),
        location: examination
            .iter()
            .flat_map(|examination| &examination.exposures)
            .find_map(rounded_coordinates),
        findings,
        removable,
        problem,
    }
}

fn rounded_coordinates(exposure: &Exposure) -> Option<(f64, f64)> {
    let round = |degrees: f64| (degrees * 100.0).round() / 100.0;
    match exposure {
        Exposure::Location(Location::Coordinates { latitude, longitude }) => {
            Some((round(*latitude), round(*longitude)))
        }
        _ => None,
    }
}

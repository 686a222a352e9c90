//! Which camera or phone took a photo, and whether it is one of the school's.
//!
//! In: what a photo says of its device, and the devices of `school.toml`. Out: a [`DeviceMatch`].
//! Phones write no serial number, so there are levels; what each level means is the policy's word. It
//! believes what the file says: anyone can write another name into it.

use std::fmt;

use gatepost_records::Device;

/// What a photo says of the device that took it. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct DeviceData {
    /// The maker.
    pub make: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// The serial number of the camera body.
    pub serial: Option<String>,
}

/// How well a photo's device is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceMatch {
    /// A device of the school, by its serial number.
    Serial,
    /// A device of the school that is registered without a serial number, by make and model.
    MakeAndModel,
    /// The photo names a device, and it is none of the school's.
    Unregistered,
    /// The photo names no device.
    Unknown,
}

/// The devices of a school.
#[derive(Debug, Clone, Default)]
pub struct DeviceRegister {
    by_serial: Vec<[String; 3]>,
    by_model: Vec<[String; 2]>,
}

impl DeviceRegister {
    /// A register of these devices.
    pub fn new(devices: &[Device]) -> Self {
        let mut register = Self::default();
        for device in devices {
            let (make, model) = (folded(&device.make), folded(&device.model));
            match device.serial.as_deref().map(folded_serial).filter(|serial| !serial.is_empty()) {
                Some(serial) => register.by_serial.push([make, model, serial]),
                None => register.by_model.push([make, model]),
            }
        }
        register
    }

    /// How well the device of a photo is known. A device that is registered with a serial number counts
    /// only by it; one that is registered without counts by make and model.
    pub fn match_of(&self, device: Option<&DeviceData>) -> DeviceMatch {
        let Some(device) = device.filter(|device| !device.is_empty()) else {
            return DeviceMatch::Unknown;
        };
        let make = folded(device.make.as_deref().unwrap_or_default());
        let model = folded(device.model.as_deref().unwrap_or_default());
        if let Some(serial) = device.serial.as_deref().map(folded_serial) {
            let known = |[its_make, its_model, its_serial]: &[String; 3]| {
                *its_serial == serial
                    && (make.is_empty() || *its_make == make)
                    && (model.is_empty() || *its_model == model)
            };
            if self.by_serial.iter().any(known) {
                return DeviceMatch::Serial;
            }
        }
        if self.by_model.iter().any(|registered| *registered == [make.as_str(), model.as_str()]) {
            return DeviceMatch::MakeAndModel;
        }
        DeviceMatch::Unregistered
    }
}

impl DeviceData {
    /// True if it says nothing.
    pub fn is_empty(&self) -> bool {
        self.make.is_none() && self.model.is_none() && self.serial.is_none()
    }
}

impl fmt::Debug for DeviceData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceData(···)")
    }
}

/// Makers pad and capitalise their names as they please.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Cameras pad numeric serials with zeros, and people leave those away.
fn folded_serial(serial: &str) -> String {
    let serial = folded(serial);
    let numeric = serial.bytes().all(|byte| byte.is_ascii_digit());
    if numeric { serial.trim_start_matches('0').to_owned() } else { serial }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(make: &str, model: &str, serial: Option<&str>) -> DeviceData {
        DeviceData {
            make: Some(make.into()),
            model: Some(model.into()),
            serial: serial.map(str::to_owned),
        }
    }

    fn register() -> DeviceRegister {
        let device = |make: &str, model: &str, serial: Option<&str>| Device {
            make: make.into(),
            model: model.into(),
            serial: serial.map(str::to_owned),
            approved_by: None,
        };
        DeviceRegister::new(&[
            device("Canon", "Canon EOS 250D", Some("0123456789")),
            device("Apple", "iPad (9th generation)", None),
        ])
    }

    #[test]
    fn a_device_with_a_serial_counts_only_by_it() {
        let register = register();
        let of = |photo: DeviceData| register.match_of(Some(&photo));
        assert_eq!(of(photo("Canon", "Canon EOS 250D", Some("0123456789"))), DeviceMatch::Serial);
        assert_eq!(of(photo("CANON ", "Canon EOS  250D", Some("123456789"))), DeviceMatch::Serial);
        assert_eq!(
            of(photo("Canon", "Canon EOS 250D", Some("0123456780"))),
            DeviceMatch::Unregistered
        );
        assert_eq!(of(photo("Canon", "Canon EOS 250D", None)), DeviceMatch::Unregistered);
    }

    #[test]
    fn a_device_without_one_counts_by_make_and_model() {
        let register = register();
        let of = |photo: DeviceData| register.match_of(Some(&photo));
        assert_eq!(of(photo("Apple", "iPad (9th generation)", None)), DeviceMatch::MakeAndModel);
        assert_eq!(of(photo("Apple", "iPhone 14", None)), DeviceMatch::Unregistered);
        let model_alone = DeviceData { model: Some("Canon EOS 250D".into()), ..Default::default() };
        assert_eq!(of(model_alone), DeviceMatch::Unregistered);
    }

    #[test]
    fn a_photo_without_device_data_is_unknown() {
        assert_eq!(register().match_of(None), DeviceMatch::Unknown);
        assert_eq!(register().match_of(Some(&DeviceData::default())), DeviceMatch::Unknown);
    }
}

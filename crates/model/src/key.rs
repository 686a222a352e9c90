//! Who is meant, without a name.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A pupil's key in the registers: the UPN where there is one, else the MIS's pupil id.
///
/// A verdict carries it; `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PupilKey(String);

/// A member of staff's id in the staff register. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffId(String);

macro_rules! key {
    ($key:ident) => {
        impl $key {
            /// The key as the register writes it.
            pub fn new(key: impl Into<String>) -> Self {
                Self(key.into())
            }

            /// The key as the register writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $key {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($key), "(···)"))
            }
        }
    };
}

key!(PupilKey);
key!(StaffId);

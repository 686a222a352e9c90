//! Who is or may be pictured or named, against the consent register.

//! Whether a colour profile is one.
//!
//! In: the bytes of an ICC profile. Out: nothing, or what is wrong with it. A profile is kept byte for
//! byte, so what is only called one is not carried over. Source: ICC.1:2022 section 7.2 (header): the
//! profile's size at byte 0, the signature `acsp` at byte 36. It does not read the tags.

use crate::error::CleanError;

/// The header of a profile and the count of its tags.
const SHORTEST: usize = 132;
/// Profiles are padded to a multiple of four, and some writers count the padding and some do not.
const MOST_PADDING: usize = 3;

/// Nothing, if this is a whole ICC profile and nothing more.
pub(crate) fn validate(profile: &[u8]) -> Result<(), CleanError> {
    let size = profile
        .first_chunk::<4>()
        .and_then(|size| usize::try_from(u32::from_be_bytes(*size)).ok())
        .filter(|_| profile.len() >= SHORTEST)
        .ok_or(CleanError::Profile("it is too short"))?;
    if profile.get(36..40) != Some(b"acsp") {
        return Err(CleanError::Profile("it is not a colour profile"));
    }
    let Some(rest) = profile.get(size..) else {
        return Err(CleanError::Profile("part of it is missing"));
    };
    if size < SHORTEST || rest.len() > MOST_PADDING || rest.iter().any(|&byte| byte != 0) {
        return Err(CleanError::Profile("something else stands behind it"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(claimed: u32, length: usize) -> Vec<u8> {
        let mut profile = vec![0; length];
        profile[..4].copy_from_slice(&claimed.to_be_bytes());
        profile[36..40].copy_from_slice(b"acsp");
        profile
    }

    #[test]
    fn its_size_must_be_what_it_says() {
        assert_eq!(validate(&profile(200, 200)), Ok(()));
        assert_eq!(validate(&profile(198, 200)), Ok(()));
        assert!(validate(&profile(196, 200)).is_err());
        assert!(validate(&profile(201, 200)).is_err());
        assert!(validate(&profile(100, 100)).is_err());
        assert!(validate(&[0; 200]).is_err());
        assert!(validate(&[]).is_err());
    }
}

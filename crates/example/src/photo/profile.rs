//! A small colour profile: the primaries and, nearly, the curve of sRGB (ICC.1:2001-04, version 2).

/// The profile, 436 bytes or so.
pub(crate) fn srgb() -> Vec<u8> {
    // Values as s15Fixed16: 65536 is one. Primaries are adapted to the D50 of the connection space.
    let xyz = |x: u32, y: u32, z: u32| {
        let mut tag = b"XYZ \0\0\0\0".to_vec();
        tag.extend([x, y, z].into_iter().flat_map(u32::to_be_bytes));
        tag
    };
    // One value makes a curve a power: 2.2 as u8Fixed8.
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0".to_vec();
    let mut copyright = b"text\0\0\0\0".to_vec();
    copyright.extend(b"No rights reserved\0\0");
    let parts: [([u8; 4], Vec<u8>); 9] = [
        (*b"desc", description("Oakfield example RGB")),
        (*b"cprt", copyright),
        (*b"wtpt", xyz(0xF6D6, 0x1_0000, 0xD32D)),
        (*b"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)),
        (*b"gXYZ", xyz(0x6299, 0xB785, 0x18DA)),
        (*b"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)),
        (*b"rTRC", curve.clone()),
        (*b"gTRC", curve.clone()),
        (*b"bTRC", curve),
    ];
    let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    let mut table = long(parts.len()).to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * parts.len();
    for (signature, tag) in parts {
        table.extend(signature);
        table.extend(long(start + data.len()));
        table.extend(long(tag.len()));
        data.extend(tag);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut out = long(start + data.len()).to_vec();
    out.extend(b"\0\0\0\0\x02\x40\0\0mntrRGB XYZ ");
    // Made on the first of January 2026, at midnight.
    out.extend([0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    out.extend(b"acsp");
    out.resize(68, 0);
    out.extend([0xF6D6, 0x1_0000, 0xD32D].into_iter().flat_map(u32::to_be_bytes));
    out.resize(128, 0);
    out.extend(table);
    out.extend(data);
    out
}

/// A `desc` tag: the text in ASCII, and nothing in Unicode or in the Macintosh's script.
fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(u32::try_from(text.len() + 1).unwrap_or(1).to_be_bytes());
    tag.extend(text.as_bytes());
    tag.push(0);
    tag.resize(tag.len() + 8 + 3 + 67, 0);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_sizes_agree() {
        let profile = srgb();
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(profile[..4], u32::try_from(profile.len()).unwrap().to_be_bytes());
        assert_eq!(profile.len() % 4, 0);
    }
}

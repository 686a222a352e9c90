//! How much of anything a draft may bring.

/// What a parser may spend. Past a limit the draft is held (`draft/too-large`); nothing is lost.
///
/// The defaults are the contract's; `[limits]` in `school.toml` changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text in a draft.
    pub text_bytes: u64,
    /// Media files in a draft.
    pub media_files: usize,
    /// Bytes of one media file.
    pub media_bytes: u64,
    /// Pixels of one picture, width × height.
    pub image_pixels: u64,
    /// Bytes of one member of an archive, unpacked.
    pub archive_member_bytes: u64,
    /// How many times larger than its packed form a member of an archive may be.
    pub archive_ratio: u64,
    /// Pupils on the rosters.
    pub pupils: usize,
    /// Seconds for which a draft must lie still before it is taken.
    pub settle_seconds: u64,
    /// Seconds after which a draft that does not come to rest is held.
    pub settle_max_seconds: u64,
    /// Seconds for which an approval can be taken back before the draft is released.
    pub grace_seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            text_bytes: 64 << 10,
            media_files: 32,
            media_bytes: 256 << 20,
            image_pixels: 200_000_000,
            archive_member_bytes: 1 << 30,
            archive_ratio: 200,
            pupils: 500_000,
            settle_seconds: 10,
            settle_max_seconds: 600,
            grace_seconds: 0,
        }
    }
}

//! What a policy asks of consent, as plain data, filled from a policy pack.

/// What the policy asks. The default asks for nothing beyond an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// How long a consent lasts for which the register gives no last day.
    pub lasts: Lasts,
    /// How many days old the register may be; any age if absent.
    pub register_days: Option<u32>,
    /// Which version of the register this is: what findings call it, such as the first digits of its
    /// hash.
    pub version: Option<String>,
}

/// How long a consent lasts for which the register gives no last day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lasts {
    /// To the 31st of August that ends the academic year in which it was given. Without a day on
    /// which it was given or the register was exported nobody can tell, and it lasts.
    AcademicYear,
    /// Until somebody withdraws it.
    #[default]
    UntilWithdrawn,
}

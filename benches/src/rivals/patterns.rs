//! Patterns for personal data, as one would write them who has an afternoon: for the rivals.

/// Twenty of them, for bytes.
pub const PATTERNS: &[&str] = &[
    // An e-mail address.
    r"(?i)\b[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,200}\.[a-z]{2,24}\b",
    // A mobile number, a landline, and either with the country's code.
    r"\b07\d{3}[ -]?\d{3}[ -]?\d{3}\b",
    r"\b0[12]\d{2,3}[ -]?\d{3}[ -]?\d{3,4}\b",
    r"\+44[ (0)-]{0,4}\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b",
    // A postcode.
    r"(?i)\b[a-z]{1,2}\d[a-z0-9]? ?\d[a-z]{2}\b",
    // A house and a street.
    r"(?i)\b\d{1,4}[a-z]? [a-z]{2,20} (?:road|street|lane|avenue|close|drive|way|court)\b",
    // National insurance, pupil and NHS numbers.
    r"(?i)\b[a-ceghj-prstw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b",
    r"(?i)\b[a-hj-np-rt-z]\d{11}[0-9a-z]\b",
    r"\b\d{3}[ -]\d{3}[ -]\d{4}\b",
    // A card, an account, an IBAN.
    r"\b(?:\d{4}[ -]?){3}\d{4}\b",
    r"\b\d{2}-\d{2}-\d{2}\b",
    r"(?i)\bgb\d{2} ?[a-z]{4}(?: ?\d{2,4}){3,5}\b",
    // A number plate, a driving licence, a passport.
    r"(?i)\b[a-z]{2}\d{2} ?[a-z]{3}\b",
    r"(?i)\b[a-z]{5}\d{6}[a-z]{2}\d[a-z]{2}\b",
    r"(?i)\bpassport\D{0,20}\d{9}\b",
    // A date of birth, a pair of coordinates, an address of the internet.
    r"(?i)\b(?:dob|born|date of birth)\W{0,4}(?:on )?\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -]\d{2,4}\b",
    r"-?\d{1,2}\.\d{4,8}, ?-?\d{1,3}\.\d{4,8}",
    r"\b(?:\d{1,3}\.){3}\d{1,3}\b",
    // A handle, a password.
    r"(?:^|[^a-zA-Z0-9])@[a-zA-Z0-9_]{2,30}\b",
    r"(?i)\b(?:password|passcode|pin)\b(?: is|:) ?[^ ]{4,}",
];

/// One text for each pattern.
pub const EXAMPLES: &[&str] = &[
    "jo.quill@mailbox.example",
    "07700 900123",
    "01632 960123",
    "+44 (0)7700 900123",
    "ZE99 1ZZ",
    "12 Mill Lane",
    "QQ 12 34 56 C or AB 12 34 56 C",
    "A999402126004",
    "943 476 5919",
    "4111 1111 1111 1111",
    "12-34-56",
    "GB82 WEST 1234 5698 7654 32",
    "AB12 CDE",
    "MORGA657054SM9IJ",
    "passport no. 123456789",
    "born on 3 March 2015",
    "51.5007, -0.1246",
    "192.0.2.17",
    "see @quill_ada",
    "the password is Oakfield1",
];

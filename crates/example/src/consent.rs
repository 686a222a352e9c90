//! The consent register, in its long and its wide form.
//!
//! The long form keeps dates and history; the wide form, as many schools keep it, knows only what
//! holds today: a consent that was withdrawn is a plain no there.

use jiff::civil::{Date, date};

use crate::calendar::{Calendar, academic_year, shift};
use crate::cast::Standing;
use crate::csv::Table;
use crate::pupils::Pupil;
use crate::random::Random;

/// The y/n columns of the wide form, as `[consent.columns]` of `school.toml` explains them.
pub(crate) const WIDE_COLUMNS: &str = r#"
[consent.columns]
"Photo - social media" = { medium = "image", channel = "social" }
"Video - social media" = { medium = "video", channel = "social" }
"Name - social media"  = { medium = "name", channel = "social" }
"Photo - website"      = { medium = "image", channel = "website" }
"Website video denied" = { medium = "video", channel = "website", denied = true }
"#;

const FORM: &str = "Annual form";
const EMAIL: &str = "E-mail from a parent";

/// One row an answer: UPN, medium, channel, decision, from, until, source.
pub(crate) fn long(pupils: &[Pupil], calendar: &Calendar) -> Vec<u8> {
    let mut table =
        Table::new(&["UPN", "Medium", "Channel", "Decision", "From", "Until", "Source"]);
    let mut random = Random::new(0xC0_45E7);
    for pupil in pupils {
        // Some forms come back late, but never later than today.
        let late = i32::try_from(random.below(30)).unwrap_or(0);
        let late = if random.chance(30) { late } else { 0 };
        for answer in answers(pupil.standing, calendar, late) {
            let Answer { medium, channel, decision, from, until, source } = answer;
            let until = until.map(|until| until.to_string()).unwrap_or_default();
            table.row(&[&pupil.upn, medium, channel, decision, &from.to_string(), &until, source]);
        }
    }
    table.bytes()
}

/// One row a pupil, one column a medium and channel.
pub(crate) fn wide(pupils: &[Pupil]) -> Vec<u8> {
    let mut table = Table::new(&[
        "UPN",
        "Photo - social media",
        "Video - social media",
        "Name - social media",
        "Photo - website",
        "Website video denied",
        "Do not publish",
    ]);
    for pupil in pupils {
        let [photo, video, name, web, web_video_denied] = match pupil.standing {
            Standing::Granted => ["Y", "Y", "N", "Y", "N"],
            Standing::GrantedWithName => ["Y", "Y", "Y", "Y", "N"],
            Standing::Refused | Standing::Withdrawn | Standing::Objected => {
                ["N", "N", "N", "N", "Y"]
            }
            Standing::ImagesOnly => ["Y", "", "", "Y", ""],
            Standing::WebsiteOnly => ["", "", "", "Y", "N"],
            Standing::Pending => ["", "", "", "", ""],
            Standing::Expired | Standing::NoRow => continue,
        };
        let never = if pupil.do_not_publish { "Y" } else { "N" };
        table.row(&[&pupil.upn, photo, video, name, web, web_video_denied, never]);
    }
    table.bytes()
}

struct Answer {
    medium: &'static str,
    channel: &'static str,
    decision: &'static str,
    from: Date,
    until: Option<Date>,
    source: &'static str,
}

fn answers(standing: Standing, calendar: &Calendar, late: i32) -> Vec<Answer> {
    const MEDIA: [&str; 2] = ["image", "video"];
    const CHANNELS: [&str; 2] = ["social", "website"];
    let this_year = calendar.year();
    let mut answers = Vec::new();
    let mut say = |media: &[&'static str], channels: &[&'static str], decision, from, until, by| {
        for &medium in media {
            for &channel in channels {
                answers.push(Answer { medium, channel, decision, from, until, source: by });
            }
        }
    };
    let mut granted = |media: &[&'static str], channels: &[&'static str]| {
        // Consent is asked for again each year; in the summer the coming year's is in already.
        for &year in &calendar.years {
            let first = date(year, 9, 1);
            let back = if year == this_year { shift(first, late) } else { first };
            let from = if back <= calendar.today { back } else { first };
            say(media, channels, "granted", from, Some(date(year + 1, 8, 31)), FORM);
        }
    };
    match standing {
        Standing::Granted => granted(&MEDIA, &CHANNELS),
        Standing::GrantedWithName => granted(&["image", "video", "name"], &CHANNELS),
        Standing::ImagesOnly => granted(&["image"], &CHANNELS),
        Standing::WebsiteOnly => granted(&MEDIA, &["website"]),
        Standing::Refused => {
            say(&MEDIA, &CHANNELS, "refused", calendar.year_began(), None, FORM);
        }
        Standing::Pending => {
            say(&MEDIA, &CHANNELS, "pending", calendar.year_began(), None, FORM);
        }
        Standing::Objected => {
            say(&MEDIA, &["any"], "objected", calendar.year_began(), None, EMAIL);
        }
        Standing::Expired => {
            let (from, until) = (date(this_year - 1, 9, 1), date(this_year, 8, 31));
            say(&MEDIA, &CHANNELS, "granted", from, Some(until), FORM);
        }
        Standing::Withdrawn => {
            // Granted the year before, so that the withdrawal is the later word in September too.
            let end = shift(calendar.today, -7);
            let from = date(academic_year(end) - 1, 9, 1);
            let until = date(this_year + 1, 8, 31);
            say(&MEDIA, &CHANNELS, "granted", from, Some(until), FORM);
            say(&MEDIA, &CHANNELS, "withdrawn", end, None, EMAIL);
        }
        Standing::NoRow => {}
    }
    answers
}

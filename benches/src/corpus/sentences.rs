//! Sentences of ordinary posts.

/// Sentences of ASCII alone.
pub(super) const PLAIN: &[&str] = &[
    "{praise} to {who} for {activity} this week.",
    "{who} spent {day} {activity} in {place}.",
    "{praise}! {n} pupils took part in {event} and every one of them finished.",
    "A reminder that {event} is on {day} {date} at {time} in {place}.",
    "Please send {thing} on {day}.",
    "{club} starts again on {day} at {time}, open to years {year} and up.",
    "Thank you to {staff} for all the help with {event}.",
    "We are collecting for the food bank until {date}: tins, pasta and long-life milk are most welcome.",
    "Today in {subject} we were {activity}, and the ideas were wonderful.",
    "Did you know that {fact}? {who} found out in {subject}.",
    "School closes at {time} on {day} for staff training; breakfast club runs as usual.",
    "Tickets for {event} are on sale in the office from {day}, {n} left.",
    "On the menu this {day}: {food}, or {food}, with salad.",
    "{who} had {weather} for the trip to {trip}, and came home tired and happy.",
    "The coach leaves at {clock} sharp and is back by {time}.",
    "Attendance last week was {n} days without a single late mark for {who}.",
    "We raised GBP {money} at {event}. {praise}, everyone.",
    "Lost property is overflowing again: please look for {thing} by {day}.",
    "{who} won {n}-{n} away today in a very close match.",
    "House points so far: Curie {big}, Maple {big}, Nightingale {big}.",
    "Applications for {year} places close on {date}; details are on our website.",
    "Our value this month is kindness, and we saw a lot of it in {place}.",
    "A big welcome to {staff}, who joins us to teach {subject}.",
    "Room change: {club} is in {place} this {day}.",
    "The library has {big} new books thanks to {staff}.",
    "Homework for {class} is on the usual page, questions 1 to {n}.",
    "If your child is unwell, please ring the office before {clock}.",
    "Swimming for {class} begins on {date}; goggles are optional.",
    "We can't wait for {event}! Doors open at {time}.",
    "{who} asked great questions at {trip} about how people lived then.",
    "Non-uniform day on {day}: wear something green for nature.",
    "Half term runs from {date} to {date}.",
    "It's been a week of {weather}, but playtimes went on regardless.",
    "What a morning: {who} were {activity} before lunch, then {activity} after it.",
    "Volunteers are needed to hear readers on {day} mornings, just half an hour a week.",
    "Spellings this week: necessary, parliament, rhythm, mischievous and queue.",
    "The uniform shop is open on {day} from {clock} to {clock}.",
    "Year {year} options evening: slides are now on the website.",
    "Our garden gave us {n} pumpkins, {n} marrows and one very large onion.",
    "In assembly we heard that {fact}.",
];

/// Sentences with something beyond ASCII.
pub(super) const BEYOND_ASCII: &[&str] = &[
    "{praise} to {who} {wide_emoji}",
    "{who} loved {activity} {wide_emoji} {wide_emoji}",
    "Our author visit with {wide_name} was a delight \u{2013} thank you!",
    "\u{201c}It was the best day ever,\u{201d} said one of {who}.",
    "We\u{2019}re so proud of {who}, who raised \u{a3}{money} at {event}.",
    "The trip costs \u{a3}{money} and includes lunch.",
    "Postcards have arrived from our friends in {wide_place} {wide_emoji}",
    "{event} \u{2026} only {n} sleeps to go!",
    "Bore da! {who} have been practising their Welsh with {wide_name}.",
    "It\u{2019}s {event} on {day} \u{2013} don\u{2019}t forget {thing} {wide_emoji}",
    "Temperatures reached 28\u{b0}C, so {who} moved into {place}.",
    "\u{2705} {thing}\n\u{2705} {thing}\n\u{2705} a smile",
];

/// Where to read more.
pub(super) const LINKS: &[&str] = &[
    " More at https://www.oakfield.example/{path}",
    " See oakfield.example/{path} for details.",
    " Photos by @OakfieldPTA",
    " Read it here: https://www.gov.uk/school-attendance-absence",
];

//! Sentences that a gate should hold. Numbers are of the ranges that Ofcom keeps for drama.

/// Sentences of ASCII alone.
pub(super) const SENTENCES: &[&str] = &[
    "Any questions, ring Sam's mum on 07700 900{digits3}.",
    "Text 07700900{digits3} if you can give a lift on {day}.",
    "My new number is 01632 960{digits3}, call after {time}.",
    "Email {first}.{last}@mailbox.example to book.",
    "She lives at {n} {street}, {area}{two} {one}{letters2}.",
    "The party is at {n} {street}, {area}{one} {one}{letters2}, from {time}.",
    "{first} was born on {date} 2015 (date of birth {two}/{two}/2015).",
    "The wifi password is Oakfield{big}!",
    "That was a {mild} awful result for {who}.",
    "What a load of {mild} from the other team.",
    "Vote {party} on {day}, they will look after our school!",
    "Buy my handmade cards, only {money} pounds each, message me to order!",
    "{first} {last} has been excluded for {n} days.",
    "DM me @{first}_{last}{n} and I'll send the rest.",
];

//! Posts of a British school, made by seeded code: as many as are asked for, of about 180 bytes each.
//!
//! A post is two or three sentences, each a template with words from pools, and perhaps a link and
//! hashtags. About one in eight has a character beyond ASCII (emoji, curly quotation marks, pound
//! signs, Welsh and Polish names), and one in a hundred something that a gate should hold: telephone
//! numbers of Ofcom's drama ranges, addresses, dates of birth, a mild rude word, a party's slogan.
//! Everyone and everything in them is invented. The same seed gives the same posts on every machine.

use std::fmt::Write;

use crate::random::Random;

mod flagged;
mod pools;
mod sentences;

/// A made-up post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its words.
    pub text: String,
    /// Whether something that should be held was put into it.
    pub flagged: bool,
}

/// An endless stream of posts.
#[derive(Debug, Clone)]
pub struct Corpus {
    random: Random,
}

/// In a thousand posts: with something to hold, and with characters beyond ASCII.
const FLAGGED: usize = 10;
const BEYOND_ASCII: usize = 125;

impl Corpus {
    /// The stream of this seed.
    pub const fn new(seed: u64) -> Self {
        Self { random: Random::new(seed) }
    }

    /// The first posts of this seed's stream that have together at least so many bytes.
    pub fn of_bytes(seed: u64, bytes: usize) -> Vec<Post> {
        let mut posts = Vec::with_capacity(bytes / 170);
        let mut so_far = 0;
        for post in Self::new(seed) {
            if so_far >= bytes {
                break;
            }
            so_far += post.text.len();
            posts.push(post);
        }
        posts
    }

    fn post(&mut self) -> Post {
        let random = &mut self.random;
        let flagged = random.chance(FLAGGED);
        let beyond = random.chance(BEYOND_ASCII);
        let mut text = String::with_capacity(256);
        let sentences = 2 + usize::from(random.chance(380));
        let marked = random.below(sentences);
        let dressed = random.below(sentences);
        for number in 0..sentences {
            if number > 0 {
                text.push(if random.chance(60) { '\n' } else { ' ' });
            }
            let pool = if flagged && number == marked {
                flagged::SENTENCES
            } else if beyond && number == dressed {
                sentences::BEYOND_ASCII
            } else {
                sentences::PLAIN
            };
            fill(random.pick(pool), random, &mut text);
        }
        if random.chance(150) {
            fill(random.pick(sentences::LINKS), random, &mut text);
        }
        for _ in 0..random.below(4).saturating_sub(1) {
            fill(" #{hashtag}", random, &mut text);
        }
        Post { text, flagged }
    }
}

impl Iterator for Corpus {
    type Item = Post;

    fn next(&mut self) -> Option<Post> {
        Some(self.post())
    }
}

/// Adds a template to `text`, with each `{slot}` filled.
fn fill(template: &str, random: &mut Random, text: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
        fill_slot(slot, random, text);
        rest = behind;
    }
    text.push_str(rest);
}

fn fill_slot(slot: &str, random: &mut Random, text: &mut String) {
    // Writing to a string does not fail.
    let _ = match slot {
        "n" => write!(text, "{}", 2 + random.below(29)),
        "big" => write!(text, "{}", 50 + random.below(900)),
        "one" => write!(text, "{}", 1 + random.below(9)),
        "two" => write!(text, "{:02}", 1 + random.below(12)),
        "year" => write!(text, "{}", 1 + random.below(11)),
        "class" => {
            write!(text, "{}{}", 1 + random.below(6), random.pick(&["A", "B", "C", "M", "W"]))
        }
        "time" => write!(text, "{}.{:02}pm", 1 + random.below(6), 15 * random.below(4)),
        "clock" => write!(text, "{:02}:{:02}", 8 + random.below(9), 5 * random.below(12)),
        "date" => write!(text, "{} {}", 1 + random.below(28), random.pick(pools::MONTHS)),
        "digits3" => write!(text, "{:03}", random.below(1000)),
        "letters2" => {
            let letters = ["AB", "DE", "GH", "JL", "LN", "PQ", "RS", "TU", "WX", "YZ"];
            write!(text, "{}", random.pick(&letters))
        }
        _ => {
            text.push_str(random.pick(pools::pool(slot)));
            Ok(())
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_fixes_the_posts() {
        let take = |seed| -> Vec<Post> { Corpus::new(seed).take(200).collect() };
        assert_eq!(take(1), take(1));
        assert_ne!(take(1), take(2));
    }

    #[test]
    fn posts_are_as_long_and_as_mixed_as_was_promised() {
        let posts: Vec<Post> = Corpus::new(7).take(20_000).collect();
        let part = |wanted: fn(&Post) -> bool| posts.iter().filter(|post| wanted(post)).count();
        let mean = posts.iter().map(|post| post.text.len()).sum::<usize>() / posts.len();
        assert!((165..=195).contains(&mean), "{mean} bytes");
        let beyond = part(|post| !post.text.is_ascii());
        assert!((2000..=3000).contains(&beyond), "{beyond} beyond ASCII");
        let flagged = part(|post| post.flagged);
        assert!((150..=250).contains(&flagged), "{flagged} flagged");
        let mut distinct: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        assert!(distinct.len() > 19_900, "only {} differ", distinct.len());
    }

    #[test]
    fn every_slot_has_words() {
        let templates =
            [sentences::PLAIN, sentences::BEYOND_ASCII, sentences::LINKS, flagged::SENTENCES];
        for template in templates.into_iter().flatten() {
            let mut text = String::new();
            fill(template, &mut Random::new(1), &mut text);
            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{template}: {text}");
            for slot in template.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
                let mut filled = String::new();
                fill_slot(slot.0, &mut Random::new(1), &mut filled);
                assert!(!filled.is_empty(), "{}", slot.0);
            }
        }
    }

    #[test]
    fn plain_sentences_are_ascii_and_the_others_are_not() {
        let plain = || sentences::PLAIN.iter().chain(flagged::SENTENCES).chain(sentences::LINKS);
        assert!(plain().all(|template| template.is_ascii()));
        assert!(
            pools::ALL
                .iter()
                .filter(|(name, _)| !name.starts_with("wide"))
                .all(|(_, pool)| { pool.iter().all(|word| word.is_ascii()) })
        );
    }
}

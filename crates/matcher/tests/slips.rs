//! Every slip of a word is found, and nothing else: against a search that spells each slip out.

use gatepost_matcher::{Gap, Phrases, Prose, Slip};
use proptest::prelude::*;

/// Words of so few letters that their slips meet.
fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[abcks]{2,9}", "[a-f]{4,6}(er|ing|y|ss)?", Just("phuckers".to_string())]
}

/// The slips of `words` in a text, by where they stand, but for halves.
fn expected(prose: &Prose, words: &[String], spared: &[String]) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (index, token) in prose.tokens().iter().enumerate() {
        let folded = prose.folded(token).to_string();
        if words.contains(&folded) || spared.contains(&folded) {
            continue;
        }
        let behind = words.iter().find(|word| {
            let mut is = false;
            Slip::each(word, |_, form| is |= form == folded);
            is
        });
        all.extend(behind.map(|word| (index, word.clone())));
    }
    all
}

/// The pairs of tokens that are halves of `words`.
fn halved(prose: &Prose, words: &[String], spared: &[String]) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (index, pair) in prose.tokens().windows(2).enumerate() {
        let halves: Vec<String> =
            pair.iter().map(|token| prose.folded(token).to_string()).collect();
        let word = halves.concat();
        let mut tells = false;
        for known in words {
            Slip::halves(known, |half| {
                tells |= halves.iter().any(|one| one == half && !spared.contains(one));
            });
        }
        if tells && words.contains(&word) {
            all.push((index, word));
        }
    }
    all
}

proptest! {
    #[test]
    fn finds_the_slips_that_are_spelled_out(
        words in prop::collection::btree_set(word(), 1..6),
        spared in prop::collection::vec(word(), 0..4),
        others in prop::collection::vec(word(), 0..12),
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..8),
    ) {
        let words: Vec<String> = words.into_iter().collect();
        let mut phrases = Phrases::default();
        for word in &words {
            phrases.insert(word, Gap::Joined, word.clone());
        }
        for word in &spared {
            phrases.spare(word);
        }
        for word in &words {
            phrases.insert_slips(word, |_| true);
        }
        let mut text = others;
        for (word, form) in picks {
            let mut forms = Vec::new();
            let word: &String = word.get(&words);
            Slip::each(word, |_, form| forms.push(form.to_string()));
            Slip::halves(word, |half| forms.push(half.to_string()));
            if !forms.is_empty() {
                text.push(form.get(&forms).clone());
            }
        }
        // With a sign that has readings beside the tokens, and without.
        for text in [text.join(" "), format!("{} w.o.r.d", text.join(" "))] {
            let prose = Prose::new(&text);
            let (mut slips, mut halves) = (Vec::new(), Vec::new());
            phrases.find(&prose, |one| match one.slip {
                Some(Slip::Halved) => halves.push((one.first, one.value.clone())),
                Some(_) => slips.push((one.first, one.value.clone())),
                None => {}
            });
            halves.sort();
            prop_assert_eq!(slips, expected(&prose, &words, &spared), "{}", text);
            prop_assert_eq!(halves, halved(&prose, &words, &spared), "{}", text);
        }
    }
}

#[test]
fn halves_stand_close_and_in_one_voice() {
    let mut phrases = Phrases::default();
    phrases.insert("custard", Gap::Joined, ());
    phrases.insert_slips("custard", |_| true);
    let count = |text: &str| {
        let mut count = 0;
        phrases.find(&Prose::new(text), |_| count += 1);
        count
    };
    for text in
        ["cus tard", "cus-tard", "CUS TARD", "Cus\ntard", "cust-\nard", "c ustard", "cus.tard"]
    {
        assert_eq!(count(text), 1, "{text:?}");
    }
    for text in ["cus, tard", "cus  of tard", "cus\n\ntard", "CUS tard", "tard cus", "cu st ard"] {
        assert_eq!(count(text), 0, "{text:?}");
    }
}

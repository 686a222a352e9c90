//! The word lists that are built into the program: one constant each.

use crate::wordlist::Source;

/// Rude words.
pub(crate) static PROFANITY: Source = Source {
    path: "en-GB/profanity.toml",
    toml: include_str!("../../../wordlists/en-GB/profanity.toml"),
    message: "A rude word: it has no place on a school's account.",
    doubtful: "A word that can be rude: here nothing shows an innocent meaning.",
};

/// Words that demean people for who they are.
pub(crate) static SLURS: Source = Source {
    path: "en-GB/slurs.toml",
    toml: include_str!("../../../wordlists/en-GB/slurs.toml"),
    message: "A word that demeans people for who they are.",
    doubtful: "A word that can demean people for who they are: here nothing shows an innocent meaning.",
};

#[cfg(test)]
mod tests {
    use crate::rules::SCREENS;
    use crate::screen::Look;
    use crate::wordlist::Wordlist;

    #[test]
    fn every_list_is_as_it_should_be() {
        let lists = SCREENS.iter().flat_map(|screen| screen.looks).filter_map(|look| match look {
            Look::Words(source) => Some(*source),
            Look::Pattern { .. } => None,
        });
        let problems: Vec<String> = lists
            .filter_map(|source| Wordlist::read(source).err())
            .map(|problem| problem.to_string().replace("; ", "\n  "))
            .collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

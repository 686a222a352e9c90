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

/// Sexual words.
pub(crate) static SEXUAL: Source = Source {
    path: "en-GB/sexual.toml",
    toml: include_str!("../../../wordlists/en-GB/sexual.toml"),
    message: "A sexual word.",
    doubtful: "A word that can be sexual: here nothing shows another meaning.",
};

/// Threats.
pub(crate) static THREAT: Source = Source {
    path: "en-GB/threat.toml",
    toml: include_str!("../../../wordlists/en-GB/threat.toml"),
    message: "A threat of violence.",
    doubtful: "Words that can be a threat of violence: here nothing shows another meaning.",
};

/// Extremism.
pub(crate) static EXTREMISM: Source = Source {
    path: "en-GB/extremism.toml",
    toml: include_str!("../../../wordlists/en-GB/extremism.toml"),
    message: "Words of an extremist movement.",
    doubtful: "Words of an extremist movement; nothing here speaks of teaching or remembrance.",
};

/// Self-harm and suicide.
pub(crate) static SELF_HARM: Source = Source {
    path: "en-GB/self-harm.toml",
    toml: include_str!("../../../wordlists/en-GB/self-harm.toml"),
    message: "Words that encourage self-harm or tell of somebody's own.",
    doubtful: "Words about self-harm; nothing here speaks of help or awareness.",
};

/// Drugs, weapons, fraud, piracy.
pub(crate) static UNLAWFUL: Source = Source {
    path: "en-GB/unlawful.toml",
    toml: include_str!("../../../wordlists/en-GB/unlawful.toml"),
    message: "Words that offer or praise what the law forbids.",
    doubtful: "Words about what the law forbids; nothing here speaks of teaching or of the rules.",
};

/// Insults and contempt.
pub(crate) static DEROGATORY: Source = Source {
    path: "en-GB/derogatory.toml",
    toml: include_str!("../../../wordlists/en-GB/derogatory.toml"),
    message: "Words that run people down.",
    doubtful: "A word that runs people down, said of somebody.",
};

/// Taking sides in politics.
pub(crate) static POLITICAL: Source = Source {
    path: "en-GB/political.toml",
    toml: include_str!("../../../wordlists/en-GB/political.toml"),
    message: "Words that take a side in politics.",
    doubtful: "Words that can take a side in politics; nothing here speaks of teaching.",
};

/// Selling and advertising.
pub(crate) static COMMERCIAL_GAIN: Source = Source {
    path: "en-GB/commercial-gain.toml",
    toml: include_str!("../../../wordlists/en-GB/commercial-gain.toml"),
    message: "Words that sell or advertise.",
    doubtful: "Words that can sell or advertise; nothing here speaks of the school's own sales.",
};

/// Own opinions.
pub(crate) static PERSONAL_VIEW: Source = Source {
    path: "en-GB/personal-view.toml",
    toml: include_str!("../../../wordlists/en-GB/personal-view.toml"),
    message: "Words that announce a personal view.",
    doubtful: "Words that announce a personal view; nothing here speaks of pupils' work.",
};

/// Asking for private contact.
pub(crate) static SOLICITS_CONTACT: Source = Source {
    path: "en-GB/solicits-contact.toml",
    toml: include_str!("../../../wordlists/en-GB/solicits-contact.toml"),
    message: "Words that ask for private contact.",
    doubtful: "Words that can ask for private contact.",
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

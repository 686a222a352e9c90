//! Every disguise is undone as its table of cases says, and every innocent text is left in peace.

use gatepost_matcher::{Disguise, Gap, Phrases, Prose, Span};

/// A case of a table under `fixtures/disguise/`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// What is disguised stands between `⟦` and `⟧`.
    text: String,
    /// What must be recovered there.
    word: Option<String>,
    /// What must not be found anywhere.
    #[serde(default)]
    absent: Vec<String>,
    why: String,
}

/// The text without its marks, and what they mark.
fn unmarked(text: &str) -> (String, Option<Span>) {
    let (start, end) = (text.find('⟦'), text.find('⟧'));
    let span = start.zip(end).map(|(start, end)| Span::new(start, end - '⟦'.len_utf8()));
    (text.replace(['⟦', '⟧'], ""), span)
}

#[test]
fn every_disguise_is_undone_as_its_cases_say() {
    let mut wrong = Vec::new();
    for disguise in Disguise::all() {
        let cases: Vec<Case> = gatepost_cases::table(&format!("disguise/{}.toml", disguise.name()));
        let mut recovered = 0;
        for case in &cases {
            let name = format!("{}: {} ({})", disguise.name(), case.name, case.why);
            let (text, span) = unmarked(&case.text);
            let prose = Prose::new(&text);
            let mut phrases = Phrases::default();
            for phrase in case.word.iter().chain(&case.absent) {
                phrases.insert(phrase, Gap::Joined, phrase);
            }
            let mut found = Vec::new();
            phrases.find(&prose, |one| found.push((one.value.as_str(), one.span, one.disguise)));
            let readings: Vec<String> =
                prose.readings().map(|one| prose.recovered(one).to_string()).collect();
            let expected: Vec<_> = case
                .word
                .iter()
                .map(|word| {
                    (word.as_str(), span.expect("what is recovered is marked"), Some(disguise))
                })
                .collect();
            if found != expected {
                wrong.push(format!("{name}: {found:?}, not {expected:?}, of {readings:?}"));
            }
            recovered += expected.len();
        }
        assert!(recovered > 0 && recovered < cases.len(), "{}", disguise.name());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_belongs_to_a_disguise() {
    let folder = gatepost_cases::folder().join("disguise");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|file| {
            let path = file.expect("its files can be read").path();
            path.file_stem().expect("a file has a name").to_string_lossy().into_owned()
        })
        .collect();
    names.sort();
    let mut expected: Vec<&str> = Disguise::all().map(Disguise::name).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

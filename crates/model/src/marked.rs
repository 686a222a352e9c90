//! Examples with the part that matters marked.

use gatepost_matcher::Span;

/// A text taken from an example such as `ring ⟦07700 900123⟧ tonight`: the marks are gone, and where
/// they stood is kept.
///
/// ```
/// use gatepost_model::{Marked, Span};
/// let example = Marked::parse("ring ⟦07700 900123⟧ tonight");
/// assert_eq!(example.text, "ring 07700 900123 tonight");
/// assert_eq!(example.spans, [Span::new(5, 17)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The text without marks.
    pub text: String,
    /// What was marked, in bytes of `text`, in order. None: nothing should be found.
    pub spans: Vec<Span>,
}

impl Marked {
    /// Reads the marks `⟦` and `⟧`. One without its partner is kept as text, and marks nothing.
    pub fn parse(example: &str) -> Self {
        let mut text = String::with_capacity(example.len());
        let mut spans = Vec::new();
        let mut rest = example;
        while let Some((before, after)) = rest.split_once('⟦') {
            let Some((inside, behind)) = after.split_once('⟧') else { break };
            text.push_str(before);
            let start = text.len();
            text.push_str(inside);
            spans.push(Span::new(start, text.len()));
            rest = behind;
        }
        text.push_str(rest);
        Self { text, spans }
    }
}

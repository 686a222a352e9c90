//! Where in a draft something was found.

use gatepost_matcher::Span;

/// A part of a draft. Media are counted from 0 in the draft's order; a verdict shows them by file
/// name, or as `#1`, `#2` where the name itself is personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The draft as a whole: its manifest, its author, its account.
    Draft,
    /// The words of the post.
    Text,
    /// The alternative text of a picture.
    Alt(usize),
    /// The name of a media file.
    Name(usize),
    /// Words in the metadata of a media file.
    Meta(usize),
    /// The picture or film itself.
    Media(usize),
}

impl Field {
    /// The media file that it belongs to, if any.
    pub const fn media(self) -> Option<usize> {
        match self {
            Self::Draft | Self::Text => None,
            Self::Alt(index) | Self::Name(index) | Self::Meta(index) | Self::Media(index) => {
                Some(index)
            }
        }
    }

    /// As the contract writes it (`text`, `alt:FILE`, ...), with the names of the media files as a
    /// verdict may show them.
    pub fn label(self, files: &[String]) -> String {
        let file =
            |index: usize| files.get(index).cloned().unwrap_or_else(|| format!("#{}", index + 1));
        match self {
            Self::Draft => "draft".into(),
            Self::Text => "text".into(),
            Self::Alt(index) => format!("alt:{}", file(index)),
            Self::Name(index) => format!("name:{}", file(index)),
            Self::Meta(index) => format!("meta:{}", file(index)),
            Self::Media(index) => format!("media:{}", file(index)),
        }
    }
}

/// A field, and the span within its text where one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The part of the draft.
    pub field: Field,
    /// Bytes of that field's original text; `None` where no place in a text is meant.
    pub span: Option<Span>,
}

impl Place {
    /// A whole field.
    pub const fn whole(field: Field) -> Self {
        Self { field, span: None }
    }

    /// A span of a field's text.
    pub const fn at(field: Field, span: Span) -> Self {
        Self { field, span: Some(span) }
    }
}

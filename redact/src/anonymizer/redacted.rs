//! Redacted text, which the engine alone can make.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::placeholder::ForeignKeys;
use crate::text::{Original, Span};
use crate::{EntityType, Score};

/// Marks a span that counts bytes of the redacted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Redacted {}

/// A text in which every find was replaced, and what was done to each.
///
/// Only [`AnonymizerEngine`](super::AnonymizerEngine) can make one, so that a function that takes
/// it cannot be given raw text by mistake:
///
/// ```compile_fail
/// let forged = redact::RedactedText { text: "raw".to_owned(), items: Vec::new() };
/// ```
#[derive(Clone, PartialEq)]
pub struct RedactedText {
    text: String,
    items: Vec<AnonymizedItem>,
    /// Where the placeholders stand that the engine wrote, in order.
    placeholders: Vec<Range<usize>>,
    /// What else looks like one, and is known to the map as foreign.
    foreign: ForeignKeys,
}

impl RedactedText {
    pub(super) fn new(
        text: String,
        items: Vec<AnonymizedItem>,
        placeholders: Vec<Range<usize>>,
        foreign: ForeignKeys,
    ) -> Self {
        Self {
            text,
            items,
            placeholders,
            foreign,
        }
    }

    /// Where the placeholders stand that the engine wrote, in order; no other may be restored.
    #[cfg(feature = "prompt")]
    pub(crate) fn placeholders(&self) -> &[Range<usize>] {
        &self.placeholders
    }

    /// What looks like a placeholder and was recorded as foreign.
    #[cfg(feature = "prompt")]
    pub(crate) fn foreign(&self) -> &ForeignKeys {
        &self.foreign
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, taken out.
    pub fn into_string(self) -> String {
        self.text
    }

    /// What was replaced, in the order of the text.
    pub fn items(&self) -> &[AnonymizedItem] {
        &self.items
    }
}

impl fmt::Debug for RedactedText {
    /// Length and items: what no rule found is still text of the document.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RedactedText")
            .field("bytes", &self.text.len())
            .field("items", &self.items)
            .finish_non_exhaustive()
    }
}

/// One replaced find.
#[derive(Clone, PartialEq)]
pub struct AnonymizedItem {
    /// The kind of personal data.
    pub entity_type: EntityType,
    /// Where it stood.
    pub source: Span<Original>,
    /// Where what replaced it stands now; empty where it was taken out.
    pub span: Span<Redacted>,
    /// The operator's name.
    pub operator: Cow<'static, str>,
    /// How sure the find was.
    pub score: Score,
}

impl fmt::Debug for AnonymizedItem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}@{:?} -> {:?} ({})",
            self.entity_type, self.source, self.span, self.operator
        )
    }
}

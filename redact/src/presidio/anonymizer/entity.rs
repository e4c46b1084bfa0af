//! What goes into the anonymizer and what comes out.

use std::fmt;

/// A finding: where it stands, what kind it is, how sure its finder was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PiiEntity<'t> {
    /// The kind.
    pub entity_type: &'t str,
    /// First position, in the unit of the call's options.
    pub start: usize,
    /// Position behind the last, in the same unit.
    pub end: usize,
    /// The score; by it conflicts are decided.
    pub score: f64,
}

/// One replacement that was made.
#[derive(Clone, PartialEq)]
pub struct OperatorResult {
    /// First position in the text that came out, in the unit of the call.
    pub start: usize,
    /// Position behind the last.
    pub end: usize,
    /// The kind.
    pub entity_type: String,
    /// What stands there now.
    pub text: String,
    /// The operator's name.
    pub operator: String,
    /// The score of the finding; where findings were joined by the blanks between them, the last one's.
    pub score: Option<f64>,
}

impl fmt::Debug for OperatorResult {
    /// Kind, place and operator; the text may be personal data.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {}..{} {}",
            self.entity_type, self.start, self.end, self.operator
        )
    }
}

/// A text with its replacements.
#[derive(Clone, PartialEq)]
pub struct EngineResult {
    /// The text.
    pub text: String,
    /// The replacements, the last in the text first.
    pub items: Vec<OperatorResult>,
}

impl fmt::Debug for EngineResult {
    /// Counts only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EngineResult")
            .field("bytes", &self.text.len())
            .field("items", &self.items.len())
            .finish()
    }
}

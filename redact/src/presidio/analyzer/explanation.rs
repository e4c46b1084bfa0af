//! Why a result is one, in Presidio's fields.

use super::AnalyzerResult;
use crate::recognizer::Validity;

/// Presidio's `AnalysisExplanation`, borrowed from a result.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisExplanation<'r> {
    /// The score of the pattern alone.
    pub original_score: f64,
    /// The pattern's expression.
    pub pattern: Option<&'r str>,
    /// The pattern's name.
    pub pattern_name: Option<&'r str>,
    /// The flags that the pattern ran with, as Python counts them.
    pub regex_flags: Option<u32>,
    /// How much context (and the check before it) added.
    pub score_context_improvement: f64,
    /// The context word; empty if there was none.
    pub supportive_context_word: &'r str,
    /// A sentence.
    pub textual_explanation: String,
    /// What the check said.
    pub validation_result: Option<bool>,
}

impl AnalyzerResult {
    /// Why this is a result.
    pub fn explanation(&self) -> AnalysisExplanation<'_> {
        let pattern = self
            .pattern
            .and_then(|place| self.recognizer.pattern(place));
        let recognizer = self.recognizer.name();
        AnalysisExplanation {
            original_score: self.original_score,
            pattern: pattern.map(|(_, regex, _)| regex),
            pattern_name: pattern.map(|(name, ..)| name),
            regex_flags: pattern.map(|_| self.recognizer.regex_flags()),
            score_context_improvement: match self.supportive_context_word {
                Some(_) => self.score - self.original_score,
                None => 0.0,
            },
            supportive_context_word: self.supportive_context_word.as_deref().unwrap_or_default(),
            textual_explanation: match pattern {
                Some((name, ..)) => format!("Detected by `{recognizer}` using pattern `{name}`"),
                None => format!("Detected by `{recognizer}`"),
            },
            validation_result: match self.validity {
                Validity::Valid => Some(true),
                Validity::Invalid => Some(false),
                Validity::Unknown => None,
            },
        }
    }
}

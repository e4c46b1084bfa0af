//! Why each result is one, and why each rejected candidate is none.

use std::borrow::Cow;

use super::{Decision, RawFind};
use crate::recognizer::{RecognizerSpec, Rejection, Validity};
use crate::text::{NormalizedText, Original, Span};
use crate::{EntityType, RecognizerResult, Score};

/// Results with their reasons.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// As [`super::AnalyzerEngine::analyze`] answers them.
    pub results: Vec<RecognizerResult>,
    /// One for every candidate that a rule looked at, answered or not, in the order of examination.
    pub explanations: Vec<AnalysisExplanation>,
}

/// Whether a candidate became a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It did.
    Accepted,
    /// It did not, for this reason.
    Rejected(Rejection),
}

/// The reason of one decision. Holds no text of the document.
#[derive(Clone, Debug, serde::Serialize)]
pub struct AnalysisExplanation {
    /// The recognizer's id.
    pub recognizer: Cow<'static, str>,
    /// The kind it looked for.
    pub entity_type: EntityType,
    /// Bytes of the original text.
    #[serde(skip)]
    pub span: Span<Original>,
    /// Accepted, or rejected for a reason.
    pub outcome: Outcome,
    /// Which of the rule's patterns matched.
    pub pattern_name: Option<&'static str>,
    /// The pattern itself.
    pub pattern: Option<&'static str>,
    /// The score before context.
    pub original_score: Score,
    /// The score in the end.
    pub score: Score,
    /// What the check digit said.
    pub validation_result: Option<bool>,
    /// How much context added.
    pub score_context_improvement: f64,
    /// The context word that decided, for or against.
    pub supportive_context_word: Option<String>,
    /// What the recognizer says itself: trigger, dictionary class.
    pub textual_explanation: Option<Cow<'static, str>>,
}

/// What is known of a rule's find beyond the find.
pub(super) struct RuleEvidence {
    pattern_name: Option<&'static str>,
    pattern: Option<&'static str>,
    original_score: Score,
    validity: Validity,
    word: Option<String>,
}

impl RuleEvidence {
    pub(super) fn new(spec: &'static RecognizerSpec, find: &RawFind, word: Option<&str>) -> Self {
        let pattern = spec.patterns.get(usize::from(find.pattern));
        Self {
            pattern_name: pattern.map(|pattern| pattern.name),
            pattern: pattern.map(|pattern| pattern.regex),
            original_score: find.score,
            validity: find.validity,
            word: word.map(str::to_owned),
        }
    }
}

impl Decision {
    pub(super) fn explain(self, text: &NormalizedText<'_>) -> AnalysisExplanation {
        let Self {
            recognizer,
            find,
            rejection,
            evidence,
        } = self;
        let original_score = evidence
            .as_ref()
            .map_or(find.score, |evidence| evidence.original_score);
        AnalysisExplanation {
            recognizer,
            span: text.to_original(find.span),
            outcome: rejection.map_or(Outcome::Accepted, Outcome::Rejected),
            pattern_name: evidence.as_ref().and_then(|evidence| evidence.pattern_name),
            pattern: evidence.as_ref().and_then(|evidence| evidence.pattern),
            original_score,
            score: find.score,
            validation_result: evidence
                .as_ref()
                .and_then(|evidence| match evidence.validity {
                    Validity::Valid => Some(true),
                    Validity::Invalid if rejection == Some(Rejection::CheckFailed) => Some(false),
                    _ => None,
                }),
            score_context_improvement: (find.score.value() - original_score.value()).max(0.0),
            supportive_context_word: evidence.and_then(|evidence| evidence.word),
            textual_explanation: find.explanation,
            entity_type: find.entity_type,
        }
    }
}

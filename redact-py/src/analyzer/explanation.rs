//! Why each result is one, and why each rejected candidate is none, as Python sees it.

use pyo3::prelude::*;
use redact::analyzer::{Analysis, AnalysisExplanation, Outcome};
use redact::recognizer::Rejection;

use crate::offsets::CodePoints;
use crate::result::{self, PyResultItem};

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyExplanation>()?;
    module.add_class::<PyAnalysis>()
}

/// Results with their reasons, answered by :meth:`Analyzer.explain`.
#[pyclass(frozen, name = "Analysis", module = "redact")]
pub(crate) struct PyAnalysis {
    /// As :meth:`Analyzer.analyze` answers them.
    #[pyo3(get)]
    results: Vec<Py<PyResultItem>>,
    /// One for every candidate that a recognizer looked at, in the order of examination.
    #[pyo3(get)]
    explanations: Vec<Py<PyExplanation>>,
}

/// The reason of one decision. It holds no text of the document.
#[pyclass(frozen, name = "Explanation", module = "redact", get_all)]
pub(crate) struct PyExplanation {
    /// The id of the recognizer.
    recognizer: String,
    /// The kind that it looked for.
    entity_type: String,
    /// The first code point of the candidate.
    start: usize,
    /// The code point behind its last one.
    end: usize,
    /// ``"accepted"``, or why it was rejected: ``"boundary"``, ``"check_failed"``, ``"below_threshold"``,
    /// ``"allow_list"``, ``"conflict"``, ``"counter_sign"``.
    outcome: &'static str,
    /// Which of the recognizer's patterns matched.
    pattern_name: Option<&'static str>,
    /// The pattern itself.
    pattern: Option<&'static str>,
    /// The score before context.
    original_score: f64,
    /// The score in the end.
    score: f64,
    /// What the check digit said.
    validation_result: Option<bool>,
    /// How much context added.
    score_context_improvement: f64,
    /// The context word that decided, for or against.
    supportive_context_word: Option<String>,
    /// What the recognizer says itself: trigger, dictionary class.
    textual_explanation: Option<String>,
}

#[pymethods]
impl PyAnalysis {
    fn __repr__(&self) -> String {
        format!(
            "Analysis({} results, {} explanations)",
            self.results.len(),
            self.explanations.len()
        )
    }
}

#[pymethods]
impl PyExplanation {
    fn __repr__(&self) -> String {
        format!(
            "Explanation(recognizer='{}', entity_type='{}', start={}, end={}, outcome='{}', score={:?})",
            self.recognizer, self.entity_type, self.start, self.end, self.outcome, self.score
        )
    }
}

impl PyAnalysis {
    pub(super) fn new(py: Python<'_>, text: &str, analysis: Analysis) -> PyResult<Self> {
        // Candidates come in the order of examination: by place they cost one walk over the text.
        let mut order: Vec<usize> = (0..analysis.explanations.len()).collect();
        order.sort_by_key(|&index| analysis.explanations.get(index).map(|one| one.span.start()));
        let mut starts = CodePoints::of(text);
        let mut places = vec![(0, 0); order.len()];
        for index in order {
            if let (Some(one), Some(place)) =
                (analysis.explanations.get(index), places.get_mut(index))
            {
                *place = starts.range(one.span.range());
            }
        }
        let explanations = analysis.explanations.into_iter().zip(places);
        Ok(Self {
            results: result::to_python(text, analysis.results)
                .into_iter()
                .map(|result| Py::new(py, result))
                .collect::<PyResult<_>>()?,
            explanations: explanations
                .map(|(one, place)| Py::new(py, PyExplanation::new(one, place)))
                .collect::<PyResult<_>>()?,
        })
    }
}

impl PyExplanation {
    fn new(one: AnalysisExplanation, (start, end): (usize, usize)) -> Self {
        Self {
            recognizer: one.recognizer.into_owned(),
            entity_type: one.entity_type.as_str().to_owned(),
            start,
            end,
            outcome: outcome(one.outcome),
            pattern_name: one.pattern_name,
            pattern: one.pattern,
            original_score: one.original_score.value(),
            score: one.score.value(),
            validation_result: one.validation_result,
            score_context_improvement: one.score_context_improvement,
            supportive_context_word: one.supportive_context_word,
            textual_explanation: one.textual_explanation.map(std::borrow::Cow::into_owned),
        }
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "accepted",
        Outcome::Rejected(Rejection::Boundary) => "boundary",
        Outcome::Rejected(Rejection::CheckFailed) => "check_failed",
        Outcome::Rejected(Rejection::BelowThreshold) => "below_threshold",
        Outcome::Rejected(Rejection::AllowList) => "allow_list",
        Outcome::Rejected(Rejection::Conflict) => "conflict",
        Outcome::Rejected(Rejection::CounterSign) => "counter_sign",
        Outcome::Rejected(_) => "rejected",
    }
}

//! What the analyzer answers, as Python sees it.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use redact::text::{Original, Span};
use redact::{EntityType, RecognizerResult, Score};

use crate::arguments;
use crate::errors::invalid_argument;
use crate::offsets::{self, CodePoints};

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyResultItem>()
}

/// One find: what, where, how sure, and by which recognizer.
///
/// `start` and `end` count code points, as Python does: ``text[result.start:result.end]`` is the value.
/// Results are immutable, hashable and compare by value; they hold no text of the document.
///
/// >>> result = redact.Result("PERSON", 0, 4, 0.85)
/// >>> "山田太郎です"[result.start:result.end]
/// '山田太郎'
/// >>> result
/// Result(entity_type='PERSON', start=0, end=4, score=0.85, recognizer='custom')
#[pyclass(frozen, name = "Result", module = "redact")]
#[derive(Clone)]
pub(crate) struct PyResultItem {
    pub(crate) entity_type: EntityType,
    /// Code points.
    pub(crate) start: usize,
    /// Code points.
    pub(crate) end: usize,
    pub(crate) score: f64,
    pub(crate) recognizer: Cow<'static, str>,
}

#[pymethods]
impl PyResultItem {
    #[new]
    #[pyo3(signature = (entity_type, start, end, score=1.0, recognizer="custom"))]
    fn new(
        py: Python<'_>,
        entity_type: String,
        start: usize,
        end: usize,
        score: f64,
        recognizer: &str,
    ) -> PyResult<Self> {
        if start > end {
            return Err(invalid_argument(py, "a result cannot end before it starts"));
        }
        Ok(Self {
            entity_type: arguments::entity_type(entity_type),
            start,
            end,
            score: arguments::score(py, score)?.value(),
            recognizer: Cow::Owned(recognizer.to_owned()),
        })
    }

    /// The kind of personal data, such as ``"EMAIL_ADDRESS"``.
    #[getter]
    fn entity_type<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::intern(py, self.entity_type.as_str())
    }

    /// The first code point.
    #[getter]
    fn start(&self) -> usize {
        self.start
    }

    /// The code point behind the last one.
    #[getter]
    fn end(&self) -> usize {
        self.end
    }

    /// How sure, from 0 to 1.
    #[getter]
    fn score(&self) -> f64 {
        self.score
    }

    /// The id of the recognizer that found it, such as ``"jp/postal_code"``.
    #[getter]
    fn recognizer<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::intern(py, &self.recognizer)
    }

    /// The fields by their names, as Presidio's JSON has them.
    ///
    /// >>> redact.Result("URL", 3, 9).to_dict()
    /// {'entity_type': 'URL', 'start': 3, 'end': 9, 'score': 1.0, 'recognizer': 'custom'}
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let fields = PyDict::new(py);
        fields.set_item("entity_type", self.entity_type.as_str())?;
        fields.set_item("start", self.start)?;
        fields.set_item("end", self.end)?;
        fields.set_item("score", self.score)?;
        fields.set_item("recognizer", &self.recognizer)?;
        Ok(fields)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other
            .cast::<Self>()
            .is_ok_and(|other| *self == *other.get())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        (self.entity_type.as_str(), self.start, self.end).hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        format!(
            "Result(entity_type='{}', start={}, end={}, score={:?}, recognizer='{}')",
            self.entity_type, self.start, self.end, self.score, self.recognizer
        )
    }

    fn __getnewargs__(&self) -> (&str, usize, usize, f64, &str) {
        (
            self.entity_type.as_str(),
            self.start,
            self.end,
            self.score,
            &self.recognizer,
        )
    }

    #[classattr]
    fn __match_args__() -> (
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    ) {
        ("entity_type", "start", "end", "score", "recognizer")
    }
}

impl PartialEq for PyResultItem {
    #[allow(clippy::float_cmp, reason = "equal results are equal to the last bit")]
    fn eq(&self, other: &Self) -> bool {
        self.entity_type == other.entity_type
            && (self.start, self.end) == (other.start, other.end)
            && self.score == other.score
            && self.recognizer == other.recognizer
    }
}

/// Results of a text as Python sees them.
pub(crate) fn to_python(text: &str, results: Vec<RecognizerResult>) -> Vec<PyResultItem> {
    let mut offsets = CodePoints::of(text);
    results
        .into_iter()
        .map(|result| {
            let (start, end) = offsets.range(result.span.range());
            PyResultItem {
                entity_type: result.entity_type,
                start,
                end,
                score: result.score.value(),
                recognizer: result.recognizer,
            }
        })
        .collect()
}

/// Results as the library takes them.
pub(crate) fn from_python(
    py: Python<'_>,
    text: &str,
    results: &[Py<PyResultItem>],
) -> PyResult<Vec<RecognizerResult>> {
    let spans: Vec<(usize, usize)> = results
        .iter()
        .map(|result| (result.get().start, result.get().end))
        .collect();
    let spans: Vec<Span<Original>> = offsets::to_bytes(text, &spans).ok_or_else(|| {
        invalid_argument(
            py,
            "a result ends behind the text; results belong to the text they were found in",
        )
    })?;
    Ok(results
        .iter()
        .zip(spans)
        .map(|(result, span)| {
            let result = result.get();
            RecognizerResult {
                entity_type: result.entity_type.clone(),
                span,
                score: Score::saturating(result.score),
                recognizer: result.recognizer.clone(),
            }
        })
        .collect())
}

//! The anonymizer and its reverse as Python sees them.

mod deanonymizer;
mod operator;
mod redacted;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use redact::anonymizer::operators::{OperatorConfig, Resources};
use redact::{AnonymizerEngine, OsRandom, PlaceholderMap};

use crate::arguments::{Text, entity_type};
use crate::errors;
use crate::placeholder::PyPlaceholderMap;
use crate::result::{self, PyResultItem};
use operator::{PyOperator, operator};
pub(crate) use redacted::PyRedactedText;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyOperator>()?;
    module.add_class::<PyAnonymizer>()?;
    redacted::register(module)?;
    deanonymizer::register(module)
}

/// Replaces what was found, each kind by its operator.
///
/// An operator is an :class:`Operator`, the name of one, or a function from a value and its kind to a text.
///
/// :param default: how every kind is treated.
/// :param operators: how some kinds are treated otherwise.
///
/// >>> text = "山田太郎 03-1234-5678"
/// >>> results = redact.Analyzer().analyze(text)
/// >>> anonymizer = redact.Anonymizer("replace", operators={
/// ...     "PHONE_NUMBER": redact.Operator("mask", count=4, from_end=True),
/// ... })
/// >>> anonymizer.anonymize(text, results).text
/// '<PERSON> 03-1234-****'
/// >>> redact.Anonymizer(lambda value, kind: f"({kind}, {len(value)})").anonymize(text, results).text
/// '(PERSON, 4) (PHONE_NUMBER, 12)'
#[pyclass(frozen, subclass, name = "Anonymizer", module = "redact")]
pub(crate) struct PyAnonymizer {
    engine: AnonymizerEngine,
    default: Py<PyOperator>,
    by_type: Vec<(String, Py<PyOperator>)>,
}

#[pymethods]
impl PyAnonymizer {
    #[new]
    #[pyo3(signature = (default=None, *, operators=None))]
    fn new(
        py: Python<'_>,
        default: Option<&Bound<'_, PyAny>>,
        operators: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let default = match default {
            Some(given) => operator(given)?,
            None => operator(pyo3::types::PyString::new(py, "placeholder").as_any())?,
        };
        let mut engine = AnonymizerEngine::new(default.get().config());
        let mut by_type = Vec::new();
        for (kind, given) in operators.into_iter().flat_map(PyDictMethods::iter) {
            let kind: String = kind.extract()?;
            let given = operator(&given)?;
            engine = engine.with_operator(entity_type(kind.clone()), given.get().config());
            by_type.push((kind, given.unbind()));
        }
        Ok(Self {
            engine,
            default: default.unbind(),
            by_type,
        })
    }

    /// Replaces `results` in `text`. Results may come in any order and overlap; every character that some
    /// result covers is replaced.
    ///
    /// :param text: the text that the results were found in.
    /// :param results: what :meth:`Analyzer.analyze` answered, or results of your own.
    /// :param map: where placeholders keep their values; only an anonymizer without placeholders needs none.
    /// :raises InvalidArgumentError: when a result does not fit the text, or placeholders have no map.
    /// :raises MapUnusableError: when the map was forgotten.
    ///
    /// >>> map = redact.PlaceholderMap()
    /// >>> text = "taro@example.jp へ"
    /// >>> redacted = redact.Anonymizer().anonymize(text, redact.Analyzer().analyze(text), map)
    /// >>> redacted.text
    /// '[EMAIL_1] へ'
    #[pyo3(signature = (text, results, map=None))]
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn anonymize(
        &self,
        py: Python<'_>,
        text: Text,
        results: Vec<Py<PyResultItem>>,
        map: Option<&Bound<'_, PyPlaceholderMap>>,
    ) -> PyResult<PyRedactedText> {
        let results = result::from_python(py, &text.0, &results)?;
        let anonymize = |map: Option<&mut PlaceholderMap>| {
            let mut random = OsRandom;
            let mut resources = Resources::none().with_random(&mut random);
            if let Some(map) = map {
                resources = resources.with_map(map);
            }
            let redacted = self
                .engine
                .anonymize_with(&text.0, &results, &mut resources)?;
            Ok(PyRedactedText::new(&text.0, redacted))
        };
        match map {
            Some(map) => map.get().with(py, |map| anonymize(Some(map))),
            None => errors::detached(py, || anonymize(None)),
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let default = self.default.bind(py).repr()?;
        if self.by_type.is_empty() {
            return Ok(format!("Anonymizer({default})"));
        }
        let mut operators = Vec::with_capacity(self.by_type.len());
        for (kind, operator) in &self.by_type {
            operators.push(format!("'{kind}': {}", operator.bind(py).repr()?));
        }
        Ok(format!(
            "Anonymizer({default}, operators={{{}}})",
            operators.join(", ")
        ))
    }

    /// Whether some kind becomes a placeholder, so that a map is needed.
    #[getter(needs_map)]
    fn needs_map_getter(&self) -> bool {
        self.needs_map()
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        if !self.by_type.is_empty() {
            let operators = PyDict::new(py);
            for (kind, operator) in &self.by_type {
                operators.set_item(kind, operator)?;
            }
            keywords.set_item("operators", operators)?;
        }
        Ok((PyTuple::new(py, [&self.default])?, keywords))
    }
}

impl PyAnonymizer {
    /// The engine, for the other faces of this package.
    pub(crate) fn engine(&self) -> &AnonymizerEngine {
        &self.engine
    }

    /// Whether some kind becomes a placeholder, so that a map is needed.
    pub(crate) fn needs_map(&self) -> bool {
        let operators = self.by_type.iter().map(|(_, operator)| operator);
        operators
            .chain([&self.default])
            .any(|operator| matches!(operator.get().config(), OperatorConfig::Placeholder(_)))
    }
}

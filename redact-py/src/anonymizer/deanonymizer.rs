//! Turns back what can be turned back by its items, as Python sees it.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use redact::{DeanonymizeEngine, DeanonymizeOperator};

use super::operator::operator;
use super::redacted::{self, PyAnonymizedItem};
use crate::arguments::{Text, entity_type};
use crate::errors::detached;
use crate::offsets::CodePoints;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyDeanonymizer>()?;
    module.add_class::<PyDeanonymized>()
}

/// Turns encrypted values back, each kind by its operator; kinds without one stay as they stand.
///
/// It needs the redacted text exactly as it was made, since it goes by offsets. For text that a person or a
/// model rewrote, use placeholders and the :class:`Restorer`.
///
/// :param default: the operator that every kind was treated with: ``encrypt`` with its key, ``keep``, or a
///     function that undoes a custom one.
/// :param operators: operators of some kinds.
///
/// >>> encrypt = redact.Operator("encrypt", key=bytes(32))
/// >>> text = "To taro@example.jp"
/// >>> redacted = redact.Anonymizer(encrypt).anonymize(text, redact.Analyzer().analyze(text))
/// >>> redact.Deanonymizer(encrypt).deanonymize(redacted.text, redacted.items).text
/// 'To taro@example.jp'
#[pyclass(frozen, name = "Deanonymizer", module = "redact")]
pub(crate) struct PyDeanonymizer {
    engine: DeanonymizeEngine,
    default: Option<Py<PyAny>>,
    operators: Option<Py<PyDict>>,
}

/// A text turned back, and where each item stands in it. Its ``repr`` does not show the text.
#[pyclass(frozen, name = "Deanonymized", module = "redact")]
pub(crate) struct PyDeanonymized {
    /// The text. It may hold personal data again.
    #[pyo3(get)]
    text: Py<PyString>,
    /// Every item's kind, first code point and the one behind its last, in order.
    #[pyo3(get)]
    places: Vec<(String, usize, usize)>,
}

#[pymethods]
impl PyDeanonymizer {
    #[new]
    #[pyo3(signature = (default=None, *, operators=None))]
    fn new(
        py: Python<'_>,
        default: Option<Py<PyAny>>,
        operators: Option<Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let mut engine = DeanonymizeEngine::new(match &default {
            Some(given) => operator(given.bind(py))?.get().reverse(py)?,
            None => DeanonymizeOperator::default(),
        });
        // A copy, so that the caller's dictionary may change.
        let operators = operators.map(|operators| operators.copy()).transpose()?;
        for (kind, given) in operators.iter().flat_map(PyDictMethods::iter) {
            let kind = entity_type(kind.extract()?);
            engine = engine.with_operator(kind, operator(&given)?.get().reverse(py)?);
        }
        Ok(Self {
            engine,
            default,
            operators: operators.map(Bound::unbind),
        })
    }

    /// Turns the items of a redacted text back.
    ///
    /// :param text: the text of a :class:`RedactedText`, unchanged.
    /// :param items: its items.
    /// :raises InvalidArgumentError: when the items do not fit the text.
    /// :raises DecryptionError: when the key is wrong or a value was changed.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn deanonymize(
        &self,
        py: Python<'_>,
        text: Text,
        items: Vec<Py<PyAnonymizedItem>>,
    ) -> PyResult<PyDeanonymized> {
        let items = redacted::from_python(py, &text.0, &items)?;
        let restored = detached(py, || self.engine.deanonymize(&text.0, &items))?;
        let mut offsets = CodePoints::of(restored.text());
        let places = restored.places().iter().map(|(kind, place)| {
            let (start, end) = offsets.range(place.clone());
            (kind.as_str().to_owned(), start, end)
        });
        Ok(PyDeanonymized {
            places: places.collect(),
            text: PyString::new(py, restored.text()).unbind(),
        })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let default = self.default.as_ref().map(|given| given.bind(py).repr());
        let default = default.transpose()?.map(|text| text.to_string());
        let kinds = self
            .operators
            .as_ref()
            .map(|operators| operators.bind(py).keys());
        let kinds = kinds
            .map(|kinds| kinds.repr())
            .transpose()?
            .map(|text| text.to_string());
        let parts: Vec<String> = default
            .into_iter()
            .chain(kinds.map(|kinds| format!("operators={kinds}")))
            .collect();
        Ok(format!("Deanonymizer({})", parts.join(", ")))
    }

    #[allow(
        clippy::type_complexity,
        reason = "the two parts of Python's arguments"
    )]
    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<((Option<Py<PyAny>>,), Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        keywords.set_item("operators", &self.operators)?;
        let default = self.default.as_ref().map(|given| given.clone_ref(py));
        Ok(((default,), keywords))
    }
}

#[pymethods]
impl PyDeanonymized {
    fn __repr__(&self) -> String {
        format!("Deanonymized({} items)", self.places.len())
    }
}

//! Redacted text, and what was done to it, as Python sees it.

use pyo3::prelude::*;
use pyo3::types::PyString;
use redact::RedactedText;
use redact::anonymizer::AnonymizedItem;
use redact::text::Span;

use crate::arguments::{self, entity_type};
use crate::errors::{invalid_argument, wrong_type};
use crate::offsets::{self, CodePoints};
use crate::record::record;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyAnonymizedItem>()?;
    module.add_class::<PyRedactedText>()
}

record! {
    /// One replaced find: where it stood, and where what replaced it stands now, in code points.
    ///
    /// >>> redacted, map = redact.redact("To taro@example.jp")
    /// >>> redacted.items[0]
    /// AnonymizedItem(entity_type='EMAIL_ADDRESS', start=3, end=12, source_start=3, source_end=18, operator='placeholder', score=1.0)
    "AnonymizedItem" in "redact":
    struct PyAnonymizedItem {
        /// The kind of personal data.
        entity_type: String,
        /// The first code point of what replaced it, in the redacted text.
        start: usize,
        /// The code point behind the last one.
        end: usize,
        /// Where it stood in the original text.
        source_start: usize,
        /// The code point behind its last one.
        source_end: usize,
        /// The operator's name.
        operator: String,
        /// How sure the find was.
        score: f64,
    }
}

/// A text in which every find was replaced, and what was done to each.
///
/// Only :meth:`Anonymizer.anonymize` makes one, so that a function that takes it (the prompt for a language
/// model) cannot be given raw text by mistake; for the same reason it does not pickle, its text and items do.
/// What no rule found is still text of the document, so that ``str`` and ``repr`` do not show it.
///
/// >>> redacted, map = redact.redact("To taro@example.jp")
/// >>> redacted
/// RedactedText(1 item)
/// >>> redacted.text
/// 'To [EMAIL_1]'
#[pyclass(frozen, name = "RedactedText", module = "redact")]
pub(crate) struct PyRedactedText {
    pub(crate) inner: RedactedText,
    /// The code points of the items' sources; the original text is gone when they are asked for.
    sources: Vec<(usize, usize)>,
}

impl PyRedactedText {
    pub(super) fn new(original: &str, inner: RedactedText) -> Self {
        let mut offsets = CodePoints::of(original);
        let sources = inner.items().iter();
        Self {
            sources: sources
                .map(|item| offsets.range(item.source.range()))
                .collect(),
            inner,
        }
    }
}

#[pymethods]
impl PyRedactedText {
    /// The text.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, self.inner.as_str())
    }

    /// What was replaced, in the order of the text.
    #[getter]
    fn items(&self) -> Vec<PyAnonymizedItem> {
        let mut offsets = CodePoints::of(self.inner.as_str());
        let items = self.inner.items().iter().zip(&self.sources);
        items
            .map(|(item, &(source_start, source_end))| {
                let (start, end) = offsets.range(item.span.range());
                PyAnonymizedItem {
                    entity_type: item.entity_type.as_str().to_owned(),
                    start,
                    end,
                    source_start,
                    source_end,
                    operator: item.operator.clone().into_owned(),
                    score: item.score.value(),
                }
            })
            .collect()
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let other = other.cast::<Self>();
        other.is_ok_and(|other| self.inner == other.get().inner)
    }

    fn __repr__(&self) -> String {
        match self.inner.items().len() {
            1 => "RedactedText(1 item)".to_owned(),
            items => format!("RedactedText({items} items)"),
        }
    }

    #[allow(clippy::unused_self, reason = "a method in Python")]
    fn __reduce__(&self, py: Python<'_>) -> PyResult<()> {
        Err(wrong_type(
            py,
            "only an Anonymizer makes a RedactedText, so that it does not pickle; take its text and items",
        ))
    }
}

/// Items as the library takes them; their sources are not needed to turn them back.
pub(super) fn from_python(
    py: Python<'_>,
    text: &str,
    items: &[Py<PyAnonymizedItem>],
) -> PyResult<Vec<AnonymizedItem>> {
    let spans: Vec<(usize, usize)> = items
        .iter()
        .map(|item| (item.get().start, item.get().end))
        .collect();
    let spans = offsets::to_bytes(text, &spans).ok_or_else(|| {
        invalid_argument(
            py,
            "the items do not fit this text; they belong to the text they were made with",
        )
    })?;
    items
        .iter()
        .zip(spans)
        .map(|(item, span)| {
            let item = item.get();
            Ok(AnonymizedItem {
                entity_type: entity_type(item.entity_type.clone()),
                source: Span::new(item.source_start, item.source_end),
                span: Span::new(span.start(), span.end()),
                operator: item.operator.clone().into(),
                score: arguments::score(py, item.score)?,
            })
        })
        .collect()
}

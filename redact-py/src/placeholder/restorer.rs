//! What puts values back, in one piece or in a stream.

use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyString;
use redact::placeholder::{
    Outcome, PausedStream, Placeholder, RestorePolicy, RestoreReport, Restored, Restorer,
    StreamRestorer,
};
use redact::{Error, ErrorKind, PlaceholderMap};

use super::PyPlaceholderMap;
use crate::arguments::{Text, entity_types};
use crate::errors::invalid_argument;
use crate::record::record;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyRestorer>()?;
    module.add_class::<PyRestoreStream>()?;
    module.add_class::<PyRestored>()?;
    module.add_class::<PyRestoreReport>()
}

record! {
    /// What a restorer did to one text: placeholders and counts, no value.
    ///
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> redact.Restorer(map).restore("[email-1] [EMAIL_7]").report
    /// RestoreReport(outcome='partial', restored=1, tolerated=[('[EMAIL_1]', ['case', 'separator'])], unresolved=['[EMAIL_7]'], denied=[], foreign=[], missing=[], leftovers=[])
    "RestoreReport" in "redact":
    struct PyRestoreReport {
        /// ``"complete"``, ``"partial"`` (some placeholder names nothing the map holds, or there are leftovers) or ``"blocked"`` (some placeholder was held back).
        outcome: String,
        /// How many places were restored.
        restored: usize,
        /// Those that were restored although they were changed, with what was done to each.
        tolerated: Vec<(String, Vec<String>)>,
        /// Those that name nothing the map holds. Left as they stood.
        unresolved: Vec<String>,
        /// Those that the policy, or the age of the map, held back. Left as they stood.
        denied: Vec<String>,
        /// Those that the sender had typed. Left as they stood.
        foreign: Vec<String>,
        /// Those of the map that the text does not mention.
        missing: Vec<String>,
        /// What else should not stand in a finished text, as kind and place (start and end in code points of the text that was given): ``"cut_placeholder"``, ``"unclear_placeholder"``, ``"label_placeholder"``, ``"slot"``, ``"fence_tag"`` or ``"mark"``. Left as it stood.
        leftovers: Vec<(String, usize, usize)>,
    }
}

impl From<RestoreReport> for PyRestoreReport {
    fn from(report: RestoreReport) -> Self {
        let names = |placeholders: &[Placeholder]| -> Vec<String> {
            placeholders.iter().map(ToString::to_string).collect()
        };
        Self {
            outcome: match report.outcome() {
                Outcome::Complete => "complete",
                Outcome::Partial => "partial",
                Outcome::Blocked => "blocked",
            }
            .to_owned(),
            restored: report.restored,
            tolerated: report
                .tolerated
                .iter()
                .map(|one| {
                    let edits = one.edits.names().map(str::to_owned).collect();
                    (one.placeholder.to_string(), edits)
                })
                .collect(),
            unresolved: names(&report.unresolved),
            denied: names(&report.denied),
            foreign: names(&report.foreign),
            missing: names(&report.missing),
            leftovers: report
                .leftovers
                .iter()
                .map(|leftover| {
                    let place = &leftover.characters;
                    (leftover.kind.as_str().to_owned(), place.start, place.end)
                })
                .collect(),
        }
    }
}

/// A text with values put back, and what happened on the way. Its ``repr`` does not show the text.
#[pyclass(frozen, name = "Restored", module = "redact")]
pub(crate) struct PyRestored {
    /// The text. It holds personal data again.
    #[pyo3(get)]
    text: Py<PyString>,
    /// What was restored and what was not.
    #[pyo3(get)]
    report: Py<PyRestoreReport>,
}

#[pymethods]
impl PyRestored {
    #[new]
    fn new(text: Py<PyString>, report: Py<PyRestoreReport>) -> Self {
        Self { text, report }
    }

    fn __getnewargs__(&self, py: Python<'_>) -> (Py<PyString>, Py<PyRestoreReport>) {
        (self.text.clone_ref(py), self.report.clone_ref(py))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let report = self.report.bind(py).repr()?;
        Ok(format!("Restored(report={report})"))
    }
}

impl PyRestored {
    fn of(py: Python<'_>, restored: Restored) -> PyResult<Self> {
        let (text, report) = restored.into_parts();
        Ok(Self {
            text: PyString::new(py, &text).unbind(),
            report: Py::new(py, PyRestoreReport::from(report))?,
        })
    }
}

/// A policy from what Python says.
pub(crate) fn policy(
    py: Python<'_>,
    only: Option<Vec<String>>,
    only_placeholders: Option<Vec<String>>,
    naming: Option<Vec<String>>,
    deny: Option<Vec<String>>,
    deny_placeholders: Option<Vec<String>>,
) -> PyResult<RestorePolicy> {
    let placeholder = |text: &String| {
        Placeholder::parse(text)
            .ok_or_else(|| invalid_argument(py, "a placeholder is written [LABEL_1]"))
    };
    let mut policy = RestorePolicy::new();
    if let Some(only) = only {
        policy = policy.only_types(entity_types(only));
    }
    if let Some(only) = only_placeholders {
        let only: PyResult<Vec<Placeholder>> = only.iter().map(placeholder).collect();
        policy = policy.only_placeholders(only?);
    }
    for kind in entity_types(naming.unwrap_or_default()) {
        policy = policy.naming(kind);
    }
    for kind in entity_types(deny.unwrap_or_default()) {
        policy = policy.deny_type(kind);
    }
    for denied in &deny_placeholders.unwrap_or_default() {
        policy = policy.deny_placeholder(&placeholder(denied)?);
    }
    Ok(policy)
}

/// Puts values back in place of placeholders, also of those that a language model has rewritten.
///
/// What names nothing in the map is left as it stands and reported. A My Number (個人番号) is never restored
/// unless it is asked for by name.
///
/// :param map: the map that the text was redacted with.
/// :param only: only these kinds; each counts as asked for by name.
/// :param only_placeholders: only these placeholders; each counts as asked for by name.
/// :param naming: kinds asked for by name, without narrowing the rest.
/// :param deny: never these kinds.
/// :param deny_placeholders: never these placeholders.
/// :param now: the time in seconds since 1970-01-01 UTC, for a map that expires; the clock's unless said.
///
/// >>> redacted, map = redact.redact("taro@example.jp です")
/// >>> redacted.text
/// '[EMAIL_1] です'
/// >>> restored = redact.Restorer(map).restore("【メール_1】様、[EMAIL_9] は不明です")
/// >>> restored.text
/// 'taro@example.jp様、[EMAIL_9] は不明です'
/// >>> restored.report.unresolved
/// ['[EMAIL_9]']
/// >>> redact.Restorer(map).restore("[お名前]様、[EMAIL_1]").report.leftovers
/// [('slot', 0, 5)]
#[pyclass(frozen, name = "Restorer", module = "redact")]
pub(crate) struct PyRestorer {
    map: Py<PyPlaceholderMap>,
    policy: RestorePolicy,
    now: Option<u64>,
}

impl PyRestorer {
    fn restorer<'m>(&self, map: &'m PlaceholderMap) -> Restorer<'m> {
        let restorer = Restorer::new(map).with_policy(self.policy.clone());
        restorer.at(super::now(self.now))
    }
}

#[pymethods]
impl PyRestorer {
    #[new]
    #[pyo3(signature = (
        map,
        *,
        only=None,
        only_placeholders=None,
        naming=None,
        deny=None,
        deny_placeholders=None,
        now=None,
    ))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn new(
        py: Python<'_>,
        map: Py<PyPlaceholderMap>,
        only: Option<Vec<String>>,
        only_placeholders: Option<Vec<String>>,
        naming: Option<Vec<String>>,
        deny: Option<Vec<String>>,
        deny_placeholders: Option<Vec<String>>,
        now: Option<u64>,
    ) -> PyResult<Self> {
        let policy = policy(py, only, only_placeholders, naming, deny, deny_placeholders)?;
        Ok(Self { map, policy, now })
    }

    /// Restores a whole text.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn restore(&self, py: Python<'_>, text: Text) -> PyResult<PyRestored> {
        let map = self.map.get();
        let restored = map.with(py, |map| Ok(self.restorer(map).restore(&text.0)))?;
        PyRestored::of(py, restored)
    }

    /// Restores the string values of a JSON document, escaped as JSON needs it; the names of members stay.
    ///
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> redact.Restorer(map).restore_json('{"to": "[EMAIL_1]"}').text
    /// '{"to": "taro@example.jp"}'
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn restore_json(&self, py: Python<'_>, json: Text) -> PyResult<PyRestored> {
        let map = self.map.get();
        let restored = map.with(py, |map| Ok(self.restorer(map).restore_json(&json.0)))?;
        PyRestored::of(py, restored)
    }

    /// Begins to restore a text that arrives in pieces.
    fn stream(slf: Py<Self>) -> PyRestoreStream {
        PyRestoreStream {
            restorer: slf,
            paused: Mutex::new(Some(PausedStream::default())),
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Restorer({})", self.map.bind(py).repr()?))
    }
}

/// Restores text that arrives in pieces, cut anywhere, inside a placeholder or a character too.
///
/// The pieces together give exactly what :meth:`Restorer.restore` gives for the whole. Made by
/// :meth:`Restorer.stream`.
///
/// >>> redacted, map = redact.redact("taro@example.jp")
/// >>> stream = redact.Restorer(map).stream()
/// >>> stream.feed("Write to [EMA"), stream.feed(b"IL_1] soon")
/// ('Write to ', 'taro@example.jp ')
/// >>> rest = stream.finish()
/// >>> rest.text, rest.report.restored
/// ('soon', 1)
#[pyclass(frozen, name = "RestoreStream", module = "redact")]
pub(crate) struct PyRestoreStream {
    restorer: Py<PyRestorer>,
    /// `None` when the stream is finished.
    paused: Mutex<Option<PausedStream>>,
}

/// A piece of a stream.
#[derive(FromPyObject)]
enum Piece {
    Text(Text),
    Bytes(PyBackedBytes),
}

#[pymethods]
impl PyRestoreStream {
    /// Takes the next piece, text or bytes of UTF-8, and gives what is decided.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn feed(&self, py: Python<'_>, piece: Piece) -> PyResult<String> {
        self.with(py, |mut stream| {
            let decided = match &piece {
                Piece::Text(text) => stream.push(&text.0),
                Piece::Bytes(bytes) => stream.push_bytes(bytes),
            };
            (decided, Some(stream.pause()))
        })
    }

    /// Ends the text: gives what was held back, and the report on the whole.
    fn finish(&self, py: Python<'_>) -> PyResult<PyRestored> {
        let (text, report) = self.with(py, |stream| (stream.finish(), None))?;
        Ok(PyRestored {
            text: PyString::new(py, &text).unbind(),
            report: Py::new(py, PyRestoreReport::from(report))?,
        })
    }

    /// How many bytes are held back; never more than one possible placeholder.
    #[getter]
    fn held_bytes(&self, py: Python<'_>) -> PyResult<usize> {
        self.with(py, |stream| (stream.held_bytes(), Some(stream.pause())))
    }
}

impl PyRestoreStream {
    /// Lets `work` go on with the stream and keeps what it leaves.
    fn with<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(StreamRestorer<'_>) -> (T, Option<PausedStream>) + Send,
    ) -> PyResult<T> {
        let restorer = self.restorer.get();
        restorer.map.get().with(py, |map| {
            let mut slot = self.paused.lock().unwrap_or_else(PoisonError::into_inner);
            let paused = slot
                .take()
                .ok_or_else(|| Error::new(ErrorKind::InvalidArgument, "this stream is finished"))?;
            let (answer, left) = work(restorer.restorer(map).resume(paused));
            *slot = left;
            Ok(answer)
        })
    }
}

//! May a draft of a model be restored and sent? The guard as Python sees it.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the path of the method does not serve every lifetime"
)]

use pyo3::prelude::*;
use redact::placeholder::RestorePolicy;
use redact::prompt::{GuardReport, Language, OutputGuard, PromptEnvelope};
use redact::{AnalyzerEngine, PlaceholderMap};

use super::envelope::{self, PyPromptEnvelope};
use crate::analyzer::PyAnalyzer;
use crate::anonymizer::PyRedactedText;
use crate::arguments::Text;
use crate::offsets::CodePoints;
use crate::placeholder::{PyPlaceholderMap, now, policy};
use crate::record::record;

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyViolation>()?;
    module.add_class::<PyGuardReport>()?;
    module.add_class::<PyOutputGuard>()
}

record! {
    /// What is wrong with a draft, and where, in code points; the whole draft where no place is to blame.
    "Violation" in "redact.prompt":
    struct PyViolation {
        /// What is wrong, such as ``"unknown_placeholder"``.
        kind: String,
        /// The first code point.
        start: usize,
        /// The code point behind the last one.
        end: usize,
    }
}

record! {
    /// What is wrong with a draft; holds places and no text.
    "GuardReport" in "redact.prompt":
    struct PyGuardReport {
        /// Whether nothing is wrong.
        is_clean: bool,
        /// What is wrong, in the order of the places.
        violations: Vec<PyViolation>,
    }
}

impl PyGuardReport {
    fn of(report: &GuardReport, draft: &str) -> Self {
        let mut offsets = CodePoints::of(draft);
        let violations = report.violations().iter();
        Self {
            is_clean: report.is_clean(),
            violations: violations
                .map(|violation| {
                    let (start, end) = offsets.range(violation.span.range());
                    PyViolation {
                        kind: violation.kind.name().to_owned(),
                        start,
                        end,
                    }
                })
                .collect(),
        }
    }
}

/// Judges a draft of a language model before anything in it is restored.
///
/// :param map: the map that will restore the draft.
/// :param analyzer: what looks for personal data in it.
/// :param offering: what a draft may repeat: the redacted mail, and texts of your own such as a signature.
/// :param prompt: the prompt that was sent; holds the draft to its language and length.
/// :param language: the language that was asked for, ``"ja"`` or ``"en"``.
/// :param max_chars: most characters that were asked for.
/// :param only: only these kinds may be restored; this and the next as for :class:`redact.Restorer`.
/// :param naming: kinds asked for by name.
/// :param deny: kinds never restored.
/// :param now: the time in seconds since 1970-01-01 UTC, for a map that expires; the clock's unless said.
///
/// >>> redacted, map = redact.redact("taro@example.jp です。返金してください。")
/// >>> guard = redact.prompt.OutputGuard(map, redact.Analyzer(), offering=[redacted])
/// >>> guard.check("[EMAIL_1] 宛にご連絡いたします。").is_clean
/// True
/// >>> report = guard.check("https://example.net/?q=[EMAIL_1] をご覧ください。")
/// >>> {"placeholder_in_url", "unoffered_url"} <= {violation.kind for violation in report.violations}
/// True
#[pyclass(frozen, name = "OutputGuard", module = "redact.prompt")]
pub(crate) struct PyOutputGuard {
    map: Py<PyPlaceholderMap>,
    analyzer: Py<PyAnalyzer>,
    offered: Vec<String>,
    prompt: Option<Py<PyPromptEnvelope>>,
    language: Option<Language>,
    max_chars: Option<usize>,
    policy: RestorePolicy,
    now: Option<u64>,
}

/// What a draft may repeat.
#[derive(FromPyObject)]
enum Offered<'py> {
    Redacted(Bound<'py, PyRedactedText>),
    Text(Text),
}

#[pymethods]
impl PyOutputGuard {
    #[new]
    #[pyo3(signature = (
        map,
        analyzer,
        *,
        offering=None,
        prompt=None,
        language=None,
        max_chars=None,
        only=None,
        naming=None,
        deny=None,
        now=None,
    ))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn new(
        py: Python<'_>,
        map: Py<PyPlaceholderMap>,
        analyzer: Py<PyAnalyzer>,
        offering: Option<Vec<Offered<'_>>>,
        prompt: Option<Py<PyPromptEnvelope>>,
        language: Option<&str>,
        max_chars: Option<usize>,
        only: Option<Vec<String>>,
        naming: Option<Vec<String>>,
        deny: Option<Vec<String>>,
        now: Option<u64>,
    ) -> PyResult<Self> {
        let offered = offering.unwrap_or_default().into_iter();
        Ok(Self {
            map,
            analyzer,
            offered: offered
                .map(|offered| match offered {
                    Offered::Redacted(redacted) => redacted.get().inner.as_str().to_owned(),
                    Offered::Text(text) => text.0,
                })
                .collect(),
            prompt,
            language: language
                .map(|code| envelope::language(py, code))
                .transpose()?,
            max_chars,
            policy: policy(py, only, None, naming, deny, None)?,
            now,
        })
    }

    /// What is wrong with the body of a draft.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn check(&self, py: Python<'_>, draft: Text) -> PyResult<PyGuardReport> {
        self.judge(py, &draft.0, |guard, draft| guard.check(draft))
    }

    /// What is wrong with a header, such as the subject: also line ends, and no language.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn check_header(&self, py: Python<'_>, value: Text) -> PyResult<PyGuardReport> {
        self.judge(py, &value.0, |guard, value| guard.check_header(value))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("OutputGuard({})", self.map.bind(py).repr()?))
    }
}

impl PyOutputGuard {
    fn judge(
        &self,
        py: Python<'_>,
        draft: &str,
        judge: impl FnOnce(&OutputGuard<'_>, &str) -> redact::Result<GuardReport> + Send,
    ) -> PyResult<PyGuardReport> {
        let engine = self.analyzer.get().engine();
        let prompt = self.prompt.as_ref().map(|prompt| &prompt.get().inner);
        self.map.get().with(py, |map| {
            let guard = self.guard(map, engine, prompt);
            Ok(PyGuardReport::of(&judge(&guard, draft)?, draft))
        })
    }

    fn guard<'a>(
        &self,
        map: &'a PlaceholderMap,
        engine: &'a AnalyzerEngine,
        prompt: Option<&PromptEnvelope>,
    ) -> OutputGuard<'a> {
        let mut guard = OutputGuard::new(map, engine)
            .with_policy(self.policy.clone())
            .at(now(self.now));
        for offered in &self.offered {
            guard = guard.offering_text(offered);
        }
        if let Some(prompt) = prompt {
            guard = guard.for_prompt(prompt);
        }
        if let Some(language) = self.language {
            guard = guard.language(language);
        }
        if let Some(max_chars) = self.max_chars {
            guard = guard.max_chars(max_chars);
        }
        guard
    }
}

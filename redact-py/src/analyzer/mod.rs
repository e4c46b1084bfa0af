//! The analyzer as Python sees it: settings in, results out.
//!
//! An `Analyzer` is its settings and a shared engine. Engines of equal settings are one engine, so that an
//! analyzer that was pickled into a worker process costs its building once a process, not once a task.

mod batch;
mod config;
mod explanation;

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use redact::analyzer::AllowList;
use redact::{AnalyzerEngine, AnalyzerRequest, EntityType, Score};

use crate::arguments::{self, Kinds, Terms, Text, TextOrPath};
use crate::errors::{self, invalid_argument};
use crate::result::{self, PyResultItem};
use config::{Config, DenyList};
use explanation::PyAnalysis;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyAnalyzer>()?;
    explanation::register(module)
}

/// Finds personal data in texts.
///
/// Built once and shared: it is immutable, keeps no state between texts, releases the interpreter's lock
/// while it reads, and may be used by any number of threads at a time. It pickles as its settings.
///
/// :param profile: whose judgement is followed; ``"default"`` is what a redactor needs. For Presidio's
///     answers see ``redact.presidio_analyzer``.
/// :param operating_point: how eagerly names and addresses are looked for: ``"recall"`` rather hides a word
///     too many, ``"balanced"`` misses as often as it errs.
/// :param entities: only these kinds; kinds that are off by default run when they are named.
/// :param score_threshold: the least score of a result, 0.4 unless said.
/// :param recognizers_yaml: further recognizers in the YAML of Presidio's recognizer registry: the YAML as
///     a ``str``, or the path of a file as an ``os.PathLike``.
/// :param deny_list: terms that are always of a kind: ``{"PROJECT": ["Kestrel"]}``.
/// :param allow_list: values that are no secret; a find that is exactly one of them is left alone.
/// :param allow_patterns: the same by regular expressions; a find in which one matches is left alone.
/// :raises InvalidArgumentError: for settings that cannot be served.
///
/// >>> analyzer = redact.Analyzer()
/// >>> text = "メールは taro@example.jp です"
/// >>> [result] = analyzer.analyze(text)
/// >>> result.entity_type, text[result.start:result.end]
/// ('EMAIL_ADDRESS', 'taro@example.jp')
/// >>> analyzer = redact.Analyzer(deny_list={"PROJECT": ["Kestrel"]})
/// >>> [result.entity_type for result in analyzer.analyze("Project Kestrel is late.")]
/// ['PROJECT']
#[pyclass(frozen, subclass, name = "Analyzer", module = "redact")]
pub(crate) struct PyAnalyzer {
    config: Config,
    engine: Arc<AnalyzerEngine>,
    allow_list: Option<AllowList>,
}

#[pymethods]
impl PyAnalyzer {
    #[new]
    #[pyo3(signature = (
        *,
        profile="default",
        operating_point="recall",
        entities=None,
        score_threshold=None,
        recognizers_yaml=None,
        deny_list=None,
        allow_list=None,
        allow_patterns=None,
    ))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn new(
        py: Python<'_>,
        profile: &str,
        operating_point: &str,
        entities: Option<Kinds>,
        score_threshold: Option<f64>,
        recognizers_yaml: Option<TextOrPath>,
        deny_list: Option<DenyList>,
        allow_list: Option<Terms>,
        allow_patterns: Option<Terms>,
    ) -> PyResult<Self> {
        if profile != "default" {
            return Err(invalid_argument(
                py,
                if profile == "presidio" {
                    "the profile presidio is served by redact.presidio_analyzer.AnalyzerEngine"
                } else {
                    "profile is \"default\""
                },
            ));
        }
        let config = Config {
            operating_point: config::operating_point(py, operating_point)?,
            entities: entities.map(|Kinds(names)| arguments::entity_types(names)),
            score_threshold: score_threshold
                .map(|value| arguments::score(py, value))
                .transpose()?,
            recognizers_yaml: recognizers_yaml
                .map(|yaml| yaml.read_yaml(py))
                .transpose()?,
            deny_list: deny_list.map(|DenyList(lists)| lists).unwrap_or_default(),
            allow_list: terms(allow_list).unwrap_or_default(),
            allow_patterns: terms(allow_patterns).unwrap_or_default(),
        };
        let (engine, allow_list) = errors::detached(py, || {
            Ok((config.engine()?, config.allow_list(None, None)?))
        })?;
        Ok(Self {
            config,
            engine,
            allow_list,
        })
    }

    /// All personal data in a text, sorted by place, without overlaps.
    ///
    /// :param text: the text.
    /// :param entities: only these kinds, for this text.
    /// :param score_threshold: the least score of a result, for this text.
    /// :param allow_list: further values that are no secret in this text.
    /// :param allow_patterns: further patterns of such values.
    /// :raises PatternLimitError: when a custom pattern hit its bound: the text is not analysed.
    ///
    /// >>> text = "担当: 山田太郎 (03-1234-5678)"
    /// >>> [text[found.start:found.end] for found in redact.Analyzer().analyze(text)]
    /// ['山田太郎', '03-1234-5678']
    #[pyo3(signature = (text, *, entities=None, score_threshold=None, allow_list=None, allow_patterns=None))]
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn analyze(
        &self,
        py: Python<'_>,
        text: Text,
        entities: Option<Kinds>,
        score_threshold: Option<f64>,
        allow_list: Option<Terms>,
        allow_patterns: Option<Terms>,
    ) -> PyResult<Vec<PyResultItem>> {
        let wishes = self.wishes(py, entities, score_threshold, allow_list, allow_patterns)?;
        errors::detached(py, || {
            let results = self.engine.analyze_with(&text.0, &wishes.request(self))?;
            Ok(result::to_python(&text.0, results))
        })
    }

    /// The same for many texts, in their order, by several threads.
    ///
    /// :param texts: the texts.
    /// :param threads: how many threads; as many as the machine has processors unless said.
    /// :raises PatternLimitError: when a custom pattern hit its bound in some text.
    ///
    /// >>> [len(found) for found in redact.Analyzer().analyze_batch(["a@example.jp", "nothing"])]
    /// [1, 0]
    #[pyo3(signature = (texts, *, threads=None, entities=None, score_threshold=None, allow_list=None, allow_patterns=None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn analyze_batch(
        &self,
        py: Python<'_>,
        texts: &Bound<'_, PyAny>,
        threads: Option<usize>,
        entities: Option<Kinds>,
        score_threshold: Option<f64>,
        allow_list: Option<Terms>,
        allow_patterns: Option<Terms>,
    ) -> PyResult<Vec<Vec<PyResultItem>>> {
        let wishes = self.wishes(py, entities, score_threshold, allow_list, allow_patterns)?;
        let texts = batch::texts(texts)?;
        let threads = batch::threads(py, threads)?;
        let outcome = py.detach(|| {
            batch::map(&texts, threads, |text| {
                let results = self.engine.analyze_with(text, &wishes.request(self))?;
                Ok(result::to_python(text, results))
            })
        });
        errors::settled(py, outcome)
    }

    /// The results with the reason of every decision, rejected candidates included.
    ///
    /// >>> analysis = redact.Analyzer().explain("番号 4111 1111 1111 1112 です", entities=["CREDIT_CARD"])
    /// >>> [(one.outcome, one.validation_result) for one in analysis.explanations]
    /// [('check_failed', False)]
    #[pyo3(signature = (text, *, entities=None, score_threshold=None, allow_list=None, allow_patterns=None))]
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn explain(
        &self,
        py: Python<'_>,
        text: Text,
        entities: Option<Kinds>,
        score_threshold: Option<f64>,
        allow_list: Option<Terms>,
        allow_patterns: Option<Terms>,
    ) -> PyResult<PyAnalysis> {
        let wishes = self.wishes(py, entities, score_threshold, allow_list, allow_patterns)?;
        let analysis =
            errors::detached(py, || self.engine.explain(&text.0, &wishes.request(self)))?;
        PyAnalysis::new(py, &text.0, analysis)
    }

    /// The kinds that it can find, those included that must be asked for by name.
    ///
    /// >>> "JP_MY_NUMBER" in redact.Analyzer().supported_entities
    /// True
    #[getter]
    fn supported_entities(&self) -> Vec<String> {
        let entities = self.engine.supported_entities();
        entities.map(|entity| entity.as_str().to_owned()).collect()
    }

    /// The ids of its recognizers.
    ///
    /// >>> "jp/person" in redact.Analyzer().recognizers
    /// True
    #[getter]
    fn recognizers(&self) -> Vec<String> {
        self.engine.recognizer_ids().map(str::to_owned).collect()
    }

    fn __repr__(&self) -> String {
        self.config.to_string()
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.config.keywords(py)?))
    }
}

fn terms(given: Option<Terms>) -> Option<Vec<String>> {
    given.map(|Terms(terms)| terms)
}

/// What is wished for one call.
struct Wishes {
    entities: Option<Vec<EntityType>>,
    score_threshold: Option<Score>,
    allow_list: Option<AllowList>,
}

impl Wishes {
    fn request<'r>(&'r self, analyzer: &'r PyAnalyzer) -> AnalyzerRequest<'r> {
        let entities = self.entities.as_ref().or(analyzer.config.entities.as_ref());
        AnalyzerRequest {
            entities: entities.map(Vec::as_slice),
            score_threshold: self.score_threshold,
            allow_list: self.allow_list.as_ref().or(analyzer.allow_list.as_ref()),
            ..AnalyzerRequest::default()
        }
    }
}

impl PyAnalyzer {
    /// The engine, for the other faces of this package.
    pub(crate) fn engine(&self) -> &AnalyzerEngine {
        &self.engine
    }

    /// What is wished for every text.
    pub(crate) fn request(&self) -> AnalyzerRequest<'_> {
        AnalyzerRequest {
            entities: self.config.entities.as_deref(),
            allow_list: self.allow_list.as_ref(),
            ..AnalyzerRequest::default()
        }
    }

    fn wishes(
        &self,
        py: Python<'_>,
        entities: Option<Kinds>,
        score_threshold: Option<f64>,
        allow_list: Option<Terms>,
        allow_patterns: Option<Terms>,
    ) -> PyResult<Wishes> {
        let entities = entities.map(|Kinds(names)| arguments::entity_types(names));
        if let Some(entities) = &entities {
            config::check_known(&self.engine, entities)
                .map_err(|error| errors::exception(py, &error))?;
        }
        let allow_list = if allow_list.is_none() && allow_patterns.is_none() {
            None
        } else {
            self.config
                .allow_list(terms(allow_list), terms(allow_patterns))
                .map_err(|error| errors::exception(py, &error))?
        };
        Ok(Wishes {
            entities,
            score_threshold: score_threshold
                .map(|value| arguments::score(py, value))
                .transpose()?,
            allow_list,
        })
    }
}

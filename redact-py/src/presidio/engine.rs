//! The whole of `AnalyzerEngine.analyze` in one call, for registries that Python code takes no part
//! in.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple, PyType};
use redact::EntityType;
use redact::presidio::analyzer::{
    AnalyzerEngine, AnalyzerRequest, AnalyzerResult, ContextMatching, FindMatches,
    LemmaContextAwareEnhancer, PatternFinder, Recognizer,
};
use redact::presidio::phone::PhoneFinder;
use redact::presidio::{CustomPattern, Match};

use super::code_points::in_code_points;
use super::exception;
use super::finders::{phone_finder, verdict};

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Engine>()
}

/// What a recognizer of an engine is made of.
#[derive(FromPyObject)]
struct Description {
    /// The predefined class, or nothing for patterns of the caller's.
    class_name: Option<String>,
    name: String,
    identifier: String,
    entity: String,
    language: String,
    context: Vec<String>,
    score_thresholds: BTreeMap<String, f64>,
    /// Expression, flags, score.
    patterns: Vec<(String, u32, f64)>,
    /// Regions and leniency, for telephone numbers.
    phone: Option<(Vec<String>, u8)>,
}

/// Telephone numbers as an engine asks for them.
struct PhoneMatches(PhoneFinder);

impl FindMatches for PhoneMatches {
    fn find(&self, text: &str) -> redact::Result<Vec<Match>> {
        Ok(self.0.find(text))
    }
}

/// The words that every result of a recognizer shares.
struct Labels {
    name: Py<PyString>,
    identifier: Py<PyString>,
    entity: Py<PyString>,
}

/// Recognizers, enhancer and threshold, for one language.
#[pyclass(frozen, module = "redact._native.presidio")]
#[allow(
    clippy::struct_field_names,
    reason = "the engine of the library within the engine of the module"
)]
pub(super) struct Engine {
    analyzer: AnalyzerEngine,
    language: String,
    labels: Vec<Labels>,
    result: Py<PyType>,
    name_key: Py<PyString>,
    identifier_key: Py<PyString>,
}

#[pymethods]
impl Engine {
    /// `enhancer` holds factor, least score, words before, words behind, and whether whole words are
    /// compared; `result` is the class of the results.
    #[new]
    fn new(
        py: Python<'_>,
        recognizers: Vec<Description>,
        language: String,
        enhancer: (f64, f64, usize, usize, bool),
        default_score_threshold: f64,
        result: Py<PyType>,
    ) -> PyResult<Self> {
        let labels = recognizers.iter().map(|one| Labels {
            name: PyString::new(py, &one.name).unbind(),
            identifier: PyString::new(py, &one.identifier).unbind(),
            entity: PyString::intern(py, &one.entity).unbind(),
        });
        let labels = labels.collect();
        let recognizers = recognizers
            .into_iter()
            .map(|description| made(description).map(Arc::new))
            .collect::<PyResult<Vec<_>>>()?;
        let (factor, least, before, behind, whole_words) = enhancer;
        let analyzer = AnalyzerEngine::new(recognizers)
            .map_err(|error| exception(&error))?
            .with_enhancer(LemmaContextAwareEnhancer {
                context_similarity_factor: factor,
                min_score_with_context_similarity: least,
                context_prefix_count: before,
                context_suffix_count: behind,
                context_matching_mode: if whole_words {
                    ContextMatching::WholeWord
                } else {
                    ContextMatching::Substring
                },
            })
            .with_default_score_threshold(default_score_threshold);
        Ok(Self {
            analyzer,
            language,
            labels,
            result,
            name_key: PyString::intern(py, "recognizer_name").unbind(),
            identifier_key: PyString::intern(py, "recognizer_identifier").unbind(),
        })
    }

    /// Results for a text. With `explain`, rows instead: number of the recognizer, start, end, score,
    /// number of the pattern, score before context, what the check said, the context word.
    #[pyo3(signature = (text, entities=None, score_threshold=None, context=None, explain=false, year=None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn analyze<'py>(
        &self,
        py: Python<'py>,
        text: &str,
        entities: Option<Vec<String>>,
        score_threshold: Option<f64>,
        context: Option<Vec<String>>,
        explain: bool,
        year: Option<u16>,
    ) -> PyResult<Bound<'py, PyList>> {
        let entities: Option<Vec<EntityType>> =
            entities.map(|entities| entities.into_iter().map(EntityType::new).collect());
        let context = context.unwrap_or_default();
        let request = AnalyzerRequest {
            entities: entities.as_deref(),
            score_threshold,
            context: &context,
            current_year: year,
            ..AnalyzerRequest::new(&self.language)
        };
        let (results, spans) = py
            .detach(|| {
                let results = self.analyzer.analyze(text, &request)?;
                let mut spans: Vec<_> = results.iter().map(|one| (one.start, one.end)).collect();
                in_code_points(text, &mut spans);
                Ok((results, spans))
            })
            .map_err(|error| exception(&error))?;
        let list = PyList::empty(py);
        for (result, span) in results.iter().zip(spans) {
            let number = self.number(result)?;
            if explain {
                list.append(row(py, number, result, span)?)?;
            } else {
                list.append(self.result(py, number, result, span)?)?;
            }
        }
        Ok(list)
    }
}

impl Engine {
    /// Which recognizer of the engine found a result.
    fn number(&self, result: &AnalyzerResult) -> PyResult<usize> {
        self.analyzer
            .recognizers()
            .iter()
            .position(|one| Arc::ptr_eq(one, &result.recognizer))
            .ok_or_else(|| {
                PyValueError::new_err("a result of a recognizer that is not the engine's")
            })
    }

    fn result<'py>(
        &self,
        py: Python<'py>,
        number: usize,
        result: &AnalyzerResult,
        (start, end): (usize, usize),
    ) -> PyResult<Bound<'py, PyAny>> {
        let metadata = PyDict::new(py);
        let entity = self.labels.get(number).map(|labels| {
            metadata.set_item(&self.name_key, &labels.name)?;
            metadata.set_item(&self.identifier_key, &labels.identifier)?;
            Ok::<_, PyErr>(&labels.entity)
        });
        let arguments = (
            entity.transpose()?,
            start,
            end,
            result.score,
            py.None(),
            metadata,
        );
        self.result.bind(py).call1(arguments)
    }
}

fn row<'py>(
    py: Python<'py>,
    number: usize,
    result: &AnalyzerResult,
    (start, end): (usize, usize),
) -> PyResult<Bound<'py, PyTuple>> {
    (
        number,
        start,
        end,
        result.score,
        result.pattern,
        result.original_score,
        verdict(result.validity),
        result.supportive_context_word.as_deref(),
    )
        .into_pyobject(py)
}

fn made(description: Description) -> PyResult<Recognizer> {
    let entity = EntityType::new(description.entity);
    let recognizer = if let Some(class) = &description.class_name {
        Recognizer::predefined(class)
            .map_err(|error| exception(&error))?
            .with_entity(entity)
            .with_name(description.name)
    } else if let Some((regions, leniency)) = description.phone {
        let finder = PhoneMatches(phone_finder(regions, leniency)?);
        Recognizer::other(description.name, entity, finder)
    } else {
        let patterns = description
            .patterns
            .iter()
            .map(|(expression, flags, score)| Ok((CustomPattern::new(expression, *flags)?, *score)))
            .collect::<redact::Result<Vec<_>>>()
            .map_err(|error| exception(&error))?;
        Recognizer::custom(description.name, entity, PatternFinder::new(patterns))
    };
    Ok(recognizer
        .with_language(description.language)
        .with_context(description.context)
        .with_score_thresholds(&description.score_thresholds))
}

//! The settings of an analyzer, and the engine that they ask for.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::PyDict;
use redact::analyzer::AllowList;
use redact::presidio::read_registry;
use redact::recognizer::{OperatingPoint, PatternRecognizer};
use redact::{AnalyzerEngine, EntityType, Error, ErrorKind, Score};

use crate::arguments;
use crate::errors::{invalid_argument, wrong_type};

/// Engines kept for analyzers of the same settings.
const KEPT_ENGINES: usize = 4;

/// What an analyzer was made with.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Config {
    pub(super) operating_point: OperatingPoint,
    pub(super) entities: Option<Vec<EntityType>>,
    pub(super) score_threshold: Option<Score>,
    pub(super) recognizers_yaml: Option<String>,
    pub(super) deny_list: Vec<(String, Vec<String>)>,
    pub(super) allow_list: Vec<String>,
    pub(super) allow_patterns: Vec<String>,
}

/// Terms by their kind, as Python hands them in, sorted by kind.
pub(super) struct DenyList(pub(super) Vec<(String, Vec<String>)>);

impl FromPyObject<'_, '_> for DenyList {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let wrong = |given: &Bound<'_, PyAny>| {
            let given = arguments::type_name(given);
            let message = format!(
                "deny_list is a dict of terms by kind, as {{\"PROJECT\": [\"Kestrel\"]}}, not {given}"
            );
            wrong_type(object.py(), message)
        };
        let lists = object.cast::<PyDict>().map_err(|_| wrong(&object))?;
        let mut sorted = BTreeMap::new();
        for (kind, terms) in lists.iter() {
            let kind = kind.extract::<String>().map_err(|_| wrong(&kind))?;
            let terms =
                arguments::list_of_texts(&terms, "the terms of a kind in deny_list are a list")?;
            sorted.insert(kind, terms);
        }
        Ok(Self(sorted.into_iter().collect()))
    }
}

/// An operating point by its name.
pub(super) fn operating_point(py: Python<'_>, name: &str) -> PyResult<OperatingPoint> {
    match name {
        "recall" => Ok(OperatingPoint::Recall),
        "balanced" => Ok(OperatingPoint::Balanced),
        _ => Err(invalid_argument(
            py,
            "operating_point is \"recall\" or \"balanced\"",
        )),
    }
}

/// Fails when a kind is one that the engine never answers: a wish that nobody serves is a mistake.
pub(super) fn check_known(engine: &AnalyzerEngine, entities: &[EntityType]) -> redact::Result<()> {
    let known: Vec<EntityType> = engine.supported_entities().collect();
    match entities.iter().find(|entity| !known.contains(entity)) {
        None => Ok(()),
        Some(unknown) => Err(Error::new(
            ErrorKind::InvalidArgument,
            format!("no recognizer finds {unknown}; supported_entities lists what there is"),
        )),
    }
}

impl Config {
    /// The engine of these settings; analyzers of the same settings share it.
    pub(super) fn engine(&self) -> redact::Result<Arc<AnalyzerEngine>> {
        static ENGINES: Mutex<Vec<(Config, Arc<AnalyzerEngine>)>> = Mutex::new(Vec::new());
        // What the engine is not made of does not tell engines apart.
        let key = Self {
            allow_list: Vec::new(),
            allow_patterns: Vec::new(),
            ..self.clone()
        };
        // Held while an engine is built, so that threads that begin together build one.
        let mut engines = ENGINES.lock().unwrap_or_else(PoisonError::into_inner);
        let engine = match engines.iter().position(|(config, _)| *config == key) {
            Some(index) => engines.remove(index).1,
            None => Arc::new(key.build()?),
        };
        engines.truncate(KEPT_ENGINES - 1);
        engines.insert(0, (key, Arc::clone(&engine)));
        Ok(engine)
    }

    fn build(&self) -> redact::Result<AnalyzerEngine> {
        let mut builder = AnalyzerEngine::builder().operating_point(self.operating_point);
        if let Some(threshold) = self.score_threshold {
            builder = builder.score_threshold(threshold);
        }
        if let Some(yaml) = &self.recognizers_yaml {
            let registry = read_registry(yaml)?;
            // What the file asks for and nobody does must not pass in silence.
            if let Some(named) = registry.predefined.iter().find(|named| named.enabled) {
                return Err(Error::new(
                    ErrorKind::InvalidArgument,
                    format!(
                        "recognizers_yaml names Presidio's own recognizer {}; the built-in rules run already, so leave it out",
                        named.name
                    ),
                ));
            }
            for recognizer in registry.recognizers {
                builder = builder.with_recognizer(recognizer);
            }
        }
        for (kind, terms) in &self.deny_list {
            let id = if self.deny_list.len() == 1 {
                "deny_list".to_owned()
            } else {
                format!("deny_list/{kind}")
            };
            let recognizer = PatternRecognizer::builder(id, EntityType::new(kind.clone()))
                .deny_list(terms.iter().map(String::as_str))
                .build()?;
            builder = builder.with_recognizer(recognizer);
        }
        let engine = builder.build()?;
        if let Some(entities) = &self.entities {
            check_known(&engine, entities)?;
        }
        Ok(engine)
    }

    /// The allow list with what a call adds; `None` when nothing is allowed.
    pub(super) fn allow_list(
        &self,
        more: Option<Vec<String>>,
        more_patterns: Option<Vec<String>>,
    ) -> redact::Result<Option<AllowList>> {
        let texts = self
            .allow_list
            .iter()
            .cloned()
            .chain(more.into_iter().flatten());
        let patterns = self.allow_patterns.iter().cloned();
        let patterns: Vec<String> = patterns
            .chain(more_patterns.into_iter().flatten())
            .collect();
        let mut texts = texts.peekable();
        if texts.peek().is_none() && patterns.is_empty() {
            return Ok(None);
        }
        let list = AllowList::exact(texts);
        if patterns.is_empty() {
            return Ok(Some(list));
        }
        list.or_patterns(patterns).map(Some)
    }

    /// The keyword arguments that make an equal analyzer: those that are not the default.
    pub(super) fn keywords<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let keywords = PyDict::new(py);
        if self.operating_point == OperatingPoint::Balanced {
            keywords.set_item("operating_point", "balanced")?;
        }
        if let Some(entities) = &self.entities {
            let names: Vec<&str> = entities.iter().map(EntityType::as_str).collect();
            keywords.set_item("entities", names)?;
        }
        if let Some(threshold) = self.score_threshold {
            keywords.set_item("score_threshold", threshold.value())?;
        }
        if let Some(yaml) = &self.recognizers_yaml {
            keywords.set_item("recognizers_yaml", yaml)?;
        }
        if !self.deny_list.is_empty() {
            let lists: BTreeMap<&String, &Vec<String>> = self
                .deny_list
                .iter()
                .map(|(kind, terms)| (kind, terms))
                .collect();
            keywords.set_item("deny_list", lists)?;
        }
        if !self.allow_list.is_empty() {
            keywords.set_item("allow_list", &self.allow_list)?;
        }
        if !self.allow_patterns.is_empty() {
            keywords.set_item("allow_patterns", &self.allow_patterns)?;
        }
        Ok(keywords)
    }
}

impl fmt::Display for Config {
    /// Kinds and counts: the terms of the lists may be names of persons.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let point = match self.operating_point {
            OperatingPoint::Recall => "recall",
            OperatingPoint::Balanced => "balanced",
        };
        write!(
            formatter,
            "Analyzer(profile='default', operating_point='{point}'"
        )?;
        if let Some(entities) = &self.entities {
            let names: Vec<String> = entities.iter().map(|kind| format!("'{kind}'")).collect();
            write!(formatter, ", entities=[{}]", names.join(", "))?;
        }
        if let Some(threshold) = self.score_threshold {
            write!(formatter, ", score_threshold={}", threshold.value())?;
        }
        if self.recognizers_yaml.is_some() {
            formatter.write_str(", recognizers_yaml=...")?;
        }
        let denied: usize = self.deny_list.iter().map(|(_, terms)| terms.len()).sum();
        for (name, count) in [
            ("deny_list", denied),
            ("allow_list", self.allow_list.len()),
            ("allow_patterns", self.allow_patterns.len()),
        ] {
            if count > 0 {
                write!(formatter, ", {name}=<{count}>")?;
            }
        }
        formatter.write_str(")")
    }
}

//! A recognizer as it stands in a registry: a class or a caller's finder, with a name, a language,
//! context words and thresholds of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{CompiledClass, Match, recognizers};
use super::PatternFinder;
use super::context::ContextWord;
use crate::{EntityType, Error, ErrorKind, Result};

/// Finds by means of the caller's own.
pub trait FindMatches: Send + Sync {
    /// Everything found in `text`, verified, in any order.
    ///
    /// # Errors
    ///
    /// When the text could not be searched to its end.
    fn find(&self, text: &str) -> Result<Vec<Match>>;
}

/// The least scores of results of a recognizer, by kind; the key `default` stands for all others.
pub type ScoreThresholds = BTreeMap<String, f64>;

/// A recognizer of an engine.
pub struct Recognizer {
    name: String,
    entity: EntityType,
    language: String,
    context: Vec<Arc<str>>,
    /// The same in lower case, as they are compared.
    lowered_context: Vec<ContextWord>,
    score_threshold: Option<f64>,
    source: Source,
}

pub(super) enum Source {
    Class(&'static CompiledClass),
    Custom(PatternFinder),
    Other(Box<dyn FindMatches>),
}

impl Recognizer {
    /// An instance of a predefined class, such as `UsSsnRecognizer`, with what the class says.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if there is no such class.
    pub fn predefined(class: &str) -> Result<Self> {
        recognizers::by_name(class)
            .map(Self::of_class)
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::InvalidArgument,
                    format!("{class} is no predefined recognizer that finds by patterns"),
                )
            })
    }

    /// An instance of a class, with what the class says.
    pub fn of_class(class: &'static CompiledClass) -> Self {
        let recognizer = Self {
            name: class.class.name.to_owned(),
            entity: EntityType::from_static(class.class.entity),
            language: class.class.language.to_owned(),
            context: Vec::new(),
            lowered_context: Vec::new(),
            score_threshold: None,
            source: Source::Class(class),
        };
        recognizer.with_context(class.class.context)
    }

    /// A recognizer of a caller's patterns, for English, without context words.
    pub fn custom(name: impl Into<String>, entity: EntityType, patterns: PatternFinder) -> Self {
        Self {
            name: name.into(),
            entity,
            language: "en".to_owned(),
            context: Vec::new(),
            lowered_context: Vec::new(),
            score_threshold: None,
            source: Source::Custom(patterns),
        }
    }

    /// A recognizer of the caller's, for English, without context words.
    pub fn other(
        name: impl Into<String>,
        entity: EntityType,
        finder: impl FindMatches + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            entity,
            language: "en".to_owned(),
            context: Vec::new(),
            lowered_context: Vec::new(),
            score_threshold: None,
            source: Source::Other(Box::new(finder)),
        }
    }

    /// The same under another name.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { name, ..self }
    }

    /// The same for another kind.
    #[must_use]
    pub fn with_entity(self, entity: EntityType) -> Self {
        Self { entity, ..self }
    }

    /// The same for another language.
    #[must_use]
    pub fn with_language(self, language: impl Into<String>) -> Self {
        let language = language.into();
        Self { language, ..self }
    }

    /// The same with other context words.
    #[must_use]
    pub fn with_context<W: AsRef<str>>(self, words: impl IntoIterator<Item = W>) -> Self {
        let context: Vec<Arc<str>> = words.into_iter().map(|word| word.as_ref().into()).collect();
        let lowered = |word: &Arc<str>| ContextWord::new(word);
        Self {
            lowered_context: context.iter().map(lowered).collect(),
            context,
            ..self
        }
    }

    /// The same with thresholds of its own: of its kind, else `default`.
    #[must_use]
    pub fn with_score_thresholds(self, thresholds: &ScoreThresholds) -> Self {
        let score_threshold = thresholds
            .get(self.entity.as_str())
            .or_else(|| thresholds.get("default"))
            .copied();
        Self {
            score_threshold,
            ..self
        }
    }

    /// The name, such as `UsSsnRecognizer`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind it answers.
    pub fn entity(&self) -> &EntityType {
        &self.entity
    }

    /// The language it serves, such as `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words that raise its scores.
    pub fn context(&self) -> &[Arc<str>] {
        &self.context
    }

    pub(super) fn lowered_context(&self) -> &[ContextWord] {
        &self.lowered_context
    }

    /// The class, if it is an instance of one.
    pub fn class(&self) -> Option<&'static CompiledClass> {
        match self.source {
            Source::Class(class) => Some(class),
            Source::Custom(_) | Source::Other(_) => None,
        }
    }

    /// A pattern by its place: name, expression and score.
    pub fn pattern(&self, place: u16) -> Option<(&str, &str, f64)> {
        let place = usize::from(place);
        match &self.source {
            Source::Class(class) => class
                .class
                .patterns()
                .get(place)
                .map(|pattern| (pattern.name, pattern.regex, pattern.score)),
            Source::Custom(patterns) => patterns
                .pattern(place)
                .map(|(pattern, score)| (pattern.name(), pattern.expression(), score)),
            Source::Other(_) => None,
        }
    }

    /// The flags its patterns run with, as Python counts them (2 any case, 8 lines, 16 any character).
    pub fn regex_flags(&self) -> u32 {
        match &self.source {
            Source::Class(class) => class.class.regex_flags(),
            Source::Custom(patterns) => patterns
                .pattern(0)
                .map_or(26, |(pattern, _)| pattern.flags()),
            Source::Other(_) => 26,
        }
    }

    pub(super) fn score_threshold(&self) -> Option<f64> {
        self.score_threshold
    }

    /// The score of a match without check and context.
    pub(super) fn original_score(&self, found: &Match) -> f64 {
        let pattern = found.pattern.and_then(|place| self.pattern(place));
        pattern.map_or(found.score, |(.., score)| score)
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    /// Drops matches of a class that name a year after this one, if the class refutes such a year.
    pub(super) fn drop_later_years(&self, matches: &mut Vec<Match>, text: &str, year: u16) {
        if let Source::Class(class) = &self.source {
            class.class.drop_later_years(matches, text, year);
        }
    }

    /// Everything it finds, duplicates included.
    pub(super) fn find(&self, text: &str) -> Result<Vec<Match>> {
        match &self.source {
            Source::Class(class) => Ok(class.find(text)),
            Source::Custom(patterns) => patterns.find(text),
            Source::Other(finder) => finder.find(text),
        }
    }
}

impl std::fmt::Debug for Recognizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Recognizer")
            .field("name", &self.name)
            .field("entity", &self.entity)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

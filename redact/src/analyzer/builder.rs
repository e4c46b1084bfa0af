//! Choosing what an engine consists of.

use std::collections::BTreeSet;

use super::AnalyzerEngine;
use super::known_entities::check_known;
use super::rule_set::RuleSet;
use crate::recognizer::{EntityRecognizer, OperatingPoint, RecognizerSpec};
use crate::recognizers;
use crate::{EntityType, Error, ErrorKind, Result, Score};

/// The least score of the default profile: a weak shape needs context to reach it.
const DEFAULT_SCORE_THRESHOLD: Score = Score::new(0.4);

/// Builds an [`AnalyzerEngine`].
///
/// ```
/// use redact::{AnalyzerEngine, EntityType};
///
/// let engine = AnalyzerEngine::builder()
///     .only_entities([EntityType::EMAIL_ADDRESS, EntityType::PHONE_NUMBER])
///     .build()?;
/// assert!(engine.analyze("https://example.jp/")?.is_empty());
/// # Ok::<(), redact::Error>(())
/// ```
pub struct AnalyzerEngineBuilder {
    rules: Vec<&'static RecognizerSpec>,
    recognizers: Vec<Box<dyn EntityRecognizer>>,
    score_threshold: Score,
    /// Whether the recognizers that read dictionaries come with the engine, where they are compiled in.
    with_dictionaries: bool,
    operating_point: OperatingPoint,
    /// Kinds that a recognizer must be able to answer to be part of the engine.
    only_entities: Option<Vec<EntityType>>,
    left_out: Vec<String>,
}

impl AnalyzerEngineBuilder {
    pub(super) fn new() -> Self {
        Self {
            rules: recognizers::catalogue().collect(),
            recognizers: Vec::new(),
            score_threshold: DEFAULT_SCORE_THRESHOLD,
            with_dictionaries: true,
            operating_point: OperatingPoint::default(),
            only_entities: None,
            left_out: Vec::new(),
        }
    }

    /// Starts from nothing: only what is added runs, no built-in rule, no names, no addresses.
    #[must_use]
    pub fn empty(mut self) -> Self {
        self.rules.clear();
        self.with_dictionaries = false;
        self
    }

    /// How eagerly names and addresses are looked for (`Recall` unless said).
    #[must_use]
    pub fn operating_point(mut self, point: OperatingPoint) -> Self {
        self.operating_point = point;
        self
    }

    /// Keeps only the built-in recognizers for these kinds.
    #[must_use]
    pub fn only_entities(mut self, entities: impl IntoIterator<Item = EntityType>) -> Self {
        self.only_entities = Some(entities.into_iter().collect());
        self
    }

    /// Leaves out the built-in recognizers with these ids, such as `jp/postal_code` or `jp/person`.
    #[must_use]
    pub fn without(mut self, ids: &[&str]) -> Self {
        self.left_out.extend(ids.iter().map(|&id| id.to_owned()));
        self
    }

    /// Adds a rule that is not in the catalogue.
    #[must_use]
    pub fn with_rule(mut self, rule: &'static RecognizerSpec) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a recognizer that is no rule.
    #[must_use]
    pub fn with_recognizer(mut self, recognizer: impl EntityRecognizer + 'static) -> Self {
        self.recognizers.push(Box::new(recognizer));
        self
    }

    /// Answers only results with at least this score (0.4 unless said).
    #[must_use]
    pub fn score_threshold(mut self, threshold: Score) -> Self {
        self.score_threshold = threshold;
        self
    }

    /// The engine, ready to be shared.
    ///
    /// # Errors
    ///
    /// When two recognizers have the same id, there are too many rules, or
    /// [`AnalyzerEngineBuilder::only_entities`] names a kind that nothing finds
    /// ([`ErrorKind::UnknownEntity`]).
    pub fn build(mut self) -> Result<AnalyzerEngine> {
        let wanted = |id: &str, entities: &[EntityType]| {
            let only = self.only_entities.as_ref();
            only.is_none_or(|only| entities.iter().any(|entity| only.contains(entity)))
                && !self.left_out.iter().any(|left_out| left_out == id)
        };
        if self.with_dictionaries {
            let mut built_in = Self::with_dictionaries(self.operating_point)?;
            built_in.retain(|one| wanted(one.id(), one.supported_entities()));
            self.recognizers.splice(0..0, built_in);
        }
        self.rules
            .retain(|rule| wanted(rule.id, std::slice::from_ref(&rule.entity)));
        let mut ids: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        ids.extend(self.recognizers.iter().map(|recognizer| recognizer.id()));
        ids.sort_unstable();
        if let Some(twice) = ids.windows(2).find_map(|pair| match pair {
            [one, two] if one == two => Some(one),
            _ => None,
        }) {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!("two recognizers have the id {twice}; give one of them another"),
            ));
        }
        let of_rules = self.rules.iter().map(|rule| rule.entity.clone());
        let of_others = self
            .recognizers
            .iter()
            .flat_map(|recognizer| recognizer.supported_entities().iter().cloned());
        let supported_entities: BTreeSet<EntityType> = of_rules.chain(of_others).collect();
        if let Some(only) = &self.only_entities {
            check_known(only, |entity| supported_entities.contains(entity))?;
        }
        Ok(AnalyzerEngine {
            supported_entities,
            rules: RuleSet::new(self.rules)?,
            recognizers: self.recognizers,
            score_threshold: self.score_threshold,
        })
    }
}

impl AnalyzerEngineBuilder {
    /// The recognizers that look words up.
    #[cfg(feature = "dictionaries")]
    fn with_dictionaries(point: OperatingPoint) -> Result<Vec<Box<dyn EntityRecognizer>>> {
        Ok(vec![
            Box::new(crate::names::PersonRecognizer::new(point)?),
            Box::new(crate::address::AddressRecognizer::new(point)?),
        ])
    }

    #[cfg(not(feature = "dictionaries"))]
    #[allow(
        clippy::unnecessary_wraps,
        reason = "with dictionaries, loading one may fail"
    )]
    fn with_dictionaries(_: OperatingPoint) -> Result<Vec<Box<dyn EntityRecognizer>>> {
        Ok(Vec::new())
    }
}

impl std::fmt::Debug for AnalyzerEngineBuilder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AnalyzerEngineBuilder")
            .field("rules", &self.rules.len())
            .field("recognizers", &self.recognizers.len())
            .finish_non_exhaustive()
    }
}

//! From a text to Presidio's results, in Presidio's order of work: every recognizer answers and drops
//! its own duplicates, context raises scores, thresholds and duplicates of the whole are dropped, the
//! allow list has the last word. Kinds may overlap in what is answered, as there.
//!
//! What differs is how it runs: one scan proposes the places of all patterns (see [`crate::analyzer`]),
//! and words are only looked at where a result stands.

mod allow_list;
mod context;
mod custom;
#[cfg(test)]
mod differential_test;
mod explanation;
mod instance;
mod request;
mod scan;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::recognizer::{Cover, remove_duplicates};
use super::recognizers::check_language;
use super::{Finder, Match};
use crate::analyzer::known_entities::check_known;
use crate::recognizer::Validity;
use crate::{EntityType, Error, ErrorKind, Result};

pub use allow_list::AllowList;
use context::Context;
pub use context::{ContextMatching, LemmaContextAwareEnhancer};
pub use custom::PatternFinder;
pub use explanation::AnalysisExplanation;
pub use instance::{FindMatches, Recognizer, ScoreThresholds};
pub use request::AnalyzerRequest;
use scan::Plan;

/// Presidio's analyzer: recognizers, an enhancer and a threshold. Built once, shared by reference.
///
/// ```
/// use redact::presidio::analyzer::{AnalyzerEngine, AnalyzerRequest};
///
/// let engine = AnalyzerEngine::with_default_recognizers(["en"])?;
/// let results = engine.analyze("a55b55c5-9a2c-4b0e-8a51-6d3f3c0a9b11", &AnalyzerRequest::new("en"))?;
/// assert_eq!(results[0].entity_type.as_str(), "UUID");
/// # Ok::<(), redact::Error>(())
/// ```
#[derive(Debug)]
pub struct AnalyzerEngine {
    recognizers: Vec<Arc<Recognizer>>,
    /// For each language what runs for it.
    plans: BTreeMap<String, Plan>,
    enhancer: LemmaContextAwareEnhancer,
    default_score_threshold: f64,
}

/// One result of the profile.
#[derive(Clone, Debug)]
pub struct AnalyzerResult {
    /// The kind.
    pub entity_type: EntityType,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// How sure, above 0.
    pub score: f64,
    /// Who found it.
    pub recognizer: Arc<Recognizer>,
    /// The pattern's place in its recognizer, if a pattern found it.
    pub pattern: Option<u16>,
    /// The score that its pattern has without check and context.
    pub original_score: f64,
    /// What the recognizer's check said.
    pub validity: Validity,
    /// The context word that raised the score; empty if the caller's context did.
    pub supportive_context_word: Option<Arc<str>>,
}

impl AnalyzerEngine {
    /// An engine of these recognizers, with Presidio's default enhancer and threshold 0.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if the recognizers of a language have more than 65,535 patterns.
    pub fn new(recognizers: Vec<Arc<Recognizer>>) -> Result<Self> {
        let mut by_language = BTreeMap::<String, Vec<usize>>::new();
        for (number, recognizer) in recognizers.iter().enumerate() {
            let language = recognizer.language().to_owned();
            by_language.entry(language).or_default().push(number);
        }
        let plans = by_language
            .into_iter()
            .map(|(language, members)| Ok((language, Plan::new(&recognizers, members)?)))
            .collect::<Result<_>>()?;
        Ok(Self {
            recognizers,
            plans,
            enhancer: LemmaContextAwareEnhancer::default(),
            default_score_threshold: 0.0,
        })
    }

    /// The recognizers that Presidio enables by default, for these languages.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if a language is none of
    /// [`languages`](super::recognizers::languages).
    pub fn with_default_recognizers<L: AsRef<str>>(
        languages: impl IntoIterator<Item = L>,
    ) -> Result<Self> {
        let known = super::recognizers::languages();
        let mut recognizers = Vec::new();
        for language in languages {
            let language = language.as_ref();
            check_language(language, known.iter().copied())?;
            recognizers.extend(super::recognizers::enabled_by_default(language));
        }
        Self::new(recognizers)
    }

    /// The same with another enhancer.
    #[must_use]
    pub fn with_enhancer(self, enhancer: LemmaContextAwareEnhancer) -> Self {
        Self { enhancer, ..self }
    }

    /// The same with another least score where neither request nor recognizer says one.
    #[must_use]
    pub fn with_default_score_threshold(self, default_score_threshold: f64) -> Self {
        Self {
            default_score_threshold,
            ..self
        }
    }

    /// The recognizers, in the order they run.
    pub fn recognizers(&self) -> &[Arc<Recognizer>] {
        &self.recognizers
    }

    /// Everything found in `text`: the surest first, then by place, then the longest; offsets count
    /// bytes. Kinds may overlap.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if no recognizer serves the language and entities;
    /// [`ErrorKind::PatternLimit`] if a custom pattern hit its bound: the text is not searched then.
    pub fn analyze(
        &self,
        text: &str,
        request: &AnalyzerRequest<'_>,
    ) -> Result<Vec<AnalyzerResult>> {
        let plan = self.plans.get(request.language);
        let wanted = |recognizer: &Recognizer| request.wants(recognizer.entity());
        let serves_ad_hoc = |recognizer: &&Arc<Recognizer>| {
            recognizer.language() == request.language && wanted(recognizer)
        };
        let ad_hoc: Vec<&Arc<Recognizer>> = request
            .ad_hoc_recognizers
            .iter()
            .filter(serves_ad_hoc)
            .collect();
        let members = plan.map_or(&[][..], |plan| &plan.members);
        let is_unserved = ad_hoc.is_empty()
            && !members
                .iter()
                .filter_map(|&member| self.recognizers.get(member))
                .any(|recognizer| wanted(recognizer));
        if is_unserved {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "No matching recognizers were found to serve the request.",
            ));
        }
        let mut context = Context::new(&self.enhancer, text, request.context);
        let mut results = Vec::new();
        let mut take = |recognizer: &Arc<Recognizer>, mut matches: Vec<Match>| {
            if let Some(year) = request.current_year {
                recognizer.drop_later_years(&mut matches, text, year);
            }
            remove_duplicates(&mut matches);
            for found in matches {
                let (score, word) = context.enhanced(recognizer, &found);
                let result = AnalyzerResult {
                    entity_type: recognizer.entity().clone(),
                    start: found.start,
                    end: found.end,
                    score,
                    recognizer: Arc::clone(recognizer),
                    pattern: found.pattern,
                    original_score: recognizer.original_score(&found),
                    validity: found.validity,
                    supportive_context_word: word,
                };
                if score >= self.threshold(recognizer, request) {
                    results.push(result);
                }
            }
        };
        if let Some(plan) = plan {
            let mut by_member = plan.scan(text, |member| {
                self.recognizers
                    .get(member)
                    .is_some_and(|recognizer| wanted(recognizer))
            });
            for (&member, matches) in plan.members.iter().zip(&mut by_member) {
                let Some(recognizer) = self.recognizers.get(member) else {
                    continue;
                };
                if !wanted(recognizer) {
                    continue;
                }
                let matches = match recognizer.source() {
                    instance::Source::Class(class) => match class.class.finder {
                        Finder::Patterns(_) => std::mem::take(matches),
                        Finder::Own { find, .. } => find(text),
                    },
                    _ => recognizer.find(text)?,
                };
                take(recognizer, matches);
            }
        }
        for recognizer in ad_hoc {
            take(recognizer, recognizer.find(text)?);
        }
        drop_duplicates(&mut results);
        if let Some(allow_list) = request.allow_list {
            results.retain(|result| {
                !allow_list.allows(text.get(result.start..result.end).unwrap_or_default())
            });
        }
        Ok(results)
    }

    /// Fails when a request names a kind that no recognizer for its language finds.
    ///
    /// [`AnalyzerEngine::analyze`] passes over such kinds as Presidio does, as long as another one is
    /// found; whoever must not let a mistyped kind through asks here first.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownEntity`].
    pub fn check(&self, request: &AnalyzerRequest<'_>) -> Result<()> {
        check_known(request.entities.unwrap_or_default(), |entity| {
            let ad_hoc = request.ad_hoc_recognizers.iter();
            self.recognizers.iter().chain(ad_hoc).any(|recognizer| {
                recognizer.language() == request.language && recognizer.entity() == entity
            })
        })
    }

    fn threshold(&self, recognizer: &Recognizer, request: &AnalyzerRequest<'_>) -> f64 {
        request
            .score_threshold
            .or_else(|| recognizer.score_threshold())
            .unwrap_or(self.default_score_threshold)
    }
}

/// Drops what is contained in a result of the same kind with at least its score, and sorts.
fn drop_duplicates(results: &mut Vec<AnalyzerResult>) {
    results.retain(|result| result.score > 0.0);
    if results.len() < 2 {
        return;
    }
    results.sort_by(|one, other| {
        one.entity_type
            .cmp(&other.entity_type)
            .then(one.start.cmp(&other.start))
            .then(other.end.cmp(&one.end))
            .then(other.score.total_cmp(&one.score))
    });
    let mut cover = Cover::default();
    let mut kind: Option<EntityType> = None;
    results.retain(|result| {
        if kind.as_ref() != Some(&result.entity_type) {
            kind = Some(result.entity_type.clone());
            cover.clear();
        }
        cover.admits(result.end, result.score)
    });
    results.sort_by(|one, other| {
        other
            .score
            .total_cmp(&one.score)
            .then(one.start.cmp(&other.start))
            .then(other.end.cmp(&one.end))
    });
}

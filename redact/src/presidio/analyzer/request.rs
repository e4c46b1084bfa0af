//! What a caller of the profile wishes for one text.

use std::sync::Arc;

use super::{AllowList, Recognizer};
use crate::EntityType;

/// Wishes for one text; [`AnalyzerRequest::new`] asks for everything in a language.
#[derive(Clone, Copy)]
pub struct AnalyzerRequest<'r> {
    /// The language; only recognizers for it run.
    pub language: &'r str,
    /// Only these kinds; none or an empty list means all.
    pub entities: Option<&'r [EntityType]>,
    /// The least score of a result, instead of the recognizers' and the engine's.
    pub score_threshold: Option<f64>,
    /// Words that count as standing near every result.
    pub context: &'r [String],
    /// Values that are no personal data here.
    pub allow_list: Option<&'r AllowList>,
    /// Which year it is: numbers that name a later one are refuted, as Presidio does by its clock. Without one
    /// no year is too late.
    pub current_year: Option<u16>,
    /// Recognizers for this text alone.
    pub ad_hoc_recognizers: &'r [Arc<Recognizer>],
}

impl<'r> AnalyzerRequest<'r> {
    /// A request for everything in a language.
    pub const fn new(language: &'r str) -> Self {
        Self {
            language,
            entities: None,
            score_threshold: None,
            context: &[],
            allow_list: None,
            current_year: None,
            ad_hoc_recognizers: &[],
        }
    }

    /// Whether results of this kind are wanted.
    pub fn wants(&self, entity: &EntityType) -> bool {
        self.entities
            .is_none_or(|entities| entities.is_empty() || entities.contains(entity))
    }
}

impl std::fmt::Debug for AnalyzerRequest<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AnalyzerRequest")
            .field("language", &self.language)
            .field("entities", &self.entities)
            .field("score_threshold", &self.score_threshold)
            .finish_non_exhaustive()
    }
}

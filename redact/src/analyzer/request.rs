//! What a caller wishes for one text.

use std::collections::HashSet;

use crate::recognizer::EntityRecognizer;
use crate::{EntityType, Score};

/// Wishes for one text; the default asks for everything that is on by default.
///
/// ```
/// use redact::{AnalyzerEngine, AnalyzerRequest, EntityType};
///
/// let engine = AnalyzerEngine::builder().build()?;
/// let entities = [EntityType::URL];
/// let request = AnalyzerRequest { entities: Some(&entities), ..AnalyzerRequest::default() };
/// let results = engine.analyze_with("a@example.jp https://example.jp/", &request)?;
/// assert_eq!(results.len(), 1);
/// # Ok::<(), redact::Error>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct AnalyzerRequest<'r> {
    /// Only these kinds; rules that are off by default run when their kind is named here. None or an
    /// empty list asks for everything that is on by default.
    pub entities: Option<&'r [EntityType]>,
    /// The least score of a result, instead of the engine's.
    pub score_threshold: Option<Score>,
    /// Texts that are no personal data here.
    pub allow_list: Option<&'r AllowList>,
    /// Recognizers for this text alone.
    pub ad_hoc_recognizers: &'r [&'r dyn EntityRecognizer],
}

impl AnalyzerRequest<'_> {
    /// Whether results of this kind are wanted.
    pub fn wants(&self, entity: &EntityType) -> bool {
        self.entities
            .is_none_or(|entities| entities.is_empty() || entities.contains(entity))
    }

    /// Whether this kind is asked for by name.
    pub fn names(&self, entity: &EntityType) -> bool {
        self.entities
            .is_some_and(|entities| entities.contains(entity))
    }
}

impl std::fmt::Debug for AnalyzerRequest<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AnalyzerRequest")
            .field("entities", &self.entities)
            .field("score_threshold", &self.score_threshold)
            .field("ad_hoc_recognizers", &self.ad_hoc_recognizers.len())
            .finish_non_exhaustive()
    }
}

/// Values that are known and no secret: the company's own number, its public addresses.
///
/// A value is allowed when the whole find is one of the texts, or when a pattern matches somewhere
/// in the find.
#[derive(Clone, Default)]
pub struct AllowList {
    exact: HashSet<String>,
    patterns: Option<regex::RegexSet>,
}

impl AllowList {
    /// Allows finds that are exactly one of `texts`.
    pub fn exact<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self {
            exact: texts.into_iter().map(Into::into).collect(),
            patterns: None,
        }
    }

    /// Allows finds in which one of the regular expressions matches.
    ///
    /// # Errors
    ///
    /// When a pattern does not compile.
    pub fn patterns<T: AsRef<str>>(patterns: impl IntoIterator<Item = T>) -> crate::Result<Self> {
        let patterns = regex::RegexSet::new(patterns).map_err(|_| {
            crate::Error::new(
                crate::ErrorKind::InvalidPattern,
                "an allow list pattern is no regular expression of linear time (look-around and back-references are not)",
            )
        })?;
        Ok(Self {
            exact: HashSet::new(),
            patterns: Some(patterns),
        })
    }

    /// Allows also finds in which one of the regular expressions matches.
    ///
    /// # Errors
    ///
    /// As [`AllowList::patterns`].
    pub fn or_patterns<T: AsRef<str>>(
        self,
        patterns: impl IntoIterator<Item = T>,
    ) -> crate::Result<Self> {
        let known = self.patterns.iter().flat_map(regex::RegexSet::patterns);
        let mut all: Vec<String> = known.cloned().collect();
        all.extend(
            patterns
                .into_iter()
                .map(|pattern| pattern.as_ref().to_owned()),
        );
        Ok(Self {
            exact: self.exact,
            ..Self::patterns(all)?
        })
    }

    /// Whether a find with this text is allowed.
    pub fn allows(&self, surface: &str) -> bool {
        self.exact.contains(surface)
            || self
                .patterns
                .as_ref()
                .is_some_and(|patterns| patterns.is_match(surface))
    }
}

impl std::fmt::Debug for AllowList {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AllowList")
            .field("exact", &self.exact.len())
            .field(
                "patterns",
                &self.patterns.as_ref().map_or(0, regex::RegexSet::len),
            )
            .finish()
    }
}

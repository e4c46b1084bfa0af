//! The finder of a recognizer that a caller describes by patterns and a deny list.

use super::super::{CustomPattern, Match};
use super::FindMatches;
use crate::Result;
use crate::recognizer::Validity;
use crate::scan::check_count;

/// Patterns with their scores, tried in their order, as Presidio's `PatternRecognizer` tries them.
#[derive(Debug, Default)]
pub struct PatternFinder {
    patterns: Vec<(CustomPattern, f64)>,
}

impl PatternFinder {
    /// A finder of these patterns, each with the score of its matches; one of score 0 finds nothing.
    pub fn new(patterns: impl IntoIterator<Item = (CustomPattern, f64)>) -> Self {
        Self {
            patterns: patterns.into_iter().collect(),
        }
    }

    /// A pattern by its place, with its score.
    pub fn pattern(&self, place: usize) -> Option<(&CustomPattern, f64)> {
        self.patterns
            .get(place)
            .map(|(pattern, score)| (pattern, *score))
    }

    /// Whether all patterns run in time linear in the text.
    pub fn is_linear(&self) -> bool {
        self.patterns.iter().all(|(pattern, _)| pattern.is_linear())
    }
}

impl FindMatches for PatternFinder {
    fn find(&self, text: &str) -> Result<Vec<Match>> {
        let mut matches = Vec::new();
        check_count(self.patterns.len())?;
        for (number, (pattern, score)) in (0..=u16::MAX).zip(&self.patterns) {
            if *score <= 0.0 {
                continue;
            }
            pattern.find(text, |start, end| {
                matches.push(Match {
                    start,
                    end,
                    score: *score,
                    pattern: Some(number),
                    validity: Validity::Unknown,
                });
            })?;
        }
        Ok(matches)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::presidio::analyzer::{AnalyzerEngine, AnalyzerRequest, Recognizer};
    use crate::{EntityType, ErrorKind};

    fn engine(finder: PatternFinder) -> AnalyzerEngine {
        let recognizer = Recognizer::custom("plan", EntityType::new("PLAN"), finder);
        AnalyzerEngine::new(vec![Arc::new(recognizer.with_context(["Project"]))]).unwrap()
    }

    #[test]
    fn patterns_terms_and_context_work_together() {
        let engine = engine(PatternFinder::new([
            (CustomPattern::new(r"\bP\d{3}\b", 26).unwrap(), 0.2),
            (CustomPattern::deny_list(["Dawn"], 26).unwrap(), 1.0),
        ]));
        let found: Vec<_> = engine
            .analyze("the project P123 and dawn, P7", &AnalyzerRequest::new("en"))
            .unwrap()
            .iter()
            .map(|result| (result.start, result.score, result.pattern))
            .collect();
        assert_eq!(found, [(21, 1.0, Some(1)), (12, 0.55, Some(0))]);
    }

    #[test]
    fn an_unfinished_search_fails_the_whole() {
        let hostile = CustomPattern::new(r"^(?:(a|aa)\1?)+(?=z)", 26).unwrap();
        let text = format!("{} z", "a".repeat(60));
        let error = engine(PatternFinder::new([(hostile, 0.5)]))
            .analyze(&text, &AnalyzerRequest::new("en"))
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PatternLimit);
    }
}

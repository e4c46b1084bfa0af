//! The profile presidio behind the commands of the default profile.

use std::sync::Arc;

use anyhow::Context;
use redact::analyzer::{Analysis, AnalysisExplanation, Outcome};
use redact::presidio::analyzer::{
    AnalyzerEngine, AnalyzerRequest, AnalyzerResult, PatternFinder, Recognizer,
};
use redact::presidio::{CustomPattern, recognizers, registry_recognizers};
use redact::recognizer::Validity;
use redact::text::Span;
use redact::{RecognizerResult, Result, Score};

use crate::current_year::current_year;
use crate::engine::EngineOptions;
use crate::input;

/// The flags of a deny list: any case, lines, any character.
const FLAGS: u32 = 26;

/// Presidio's engine for one language.
pub(crate) struct PresidioEngine {
    engine: AnalyzerEngine,
    language: String,
}

impl PresidioEngine {
    pub(crate) fn new(options: &EngineOptions) -> anyhow::Result<Self> {
        let language = options.language.clone().unwrap_or_else(|| "en".to_owned());
        let mut recognizers = match &options.recognizers {
            Some(path) => {
                let yaml = input::read_utf8(path)?;
                registry_recognizers(&yaml, std::slice::from_ref(&language))
                    .with_context(|| format!("cannot use {}", path.display()))?
            }
            None => recognizers::enabled_by_default(&language),
        };
        for (kind, path) in &options.deny_list {
            let pattern = CustomPattern::deny_list(input::read_terms(path)?, FLAGS)
                .with_context(|| path.display().to_string())?;
            let finder = PatternFinder::new([(pattern, 1.0)]);
            let recognizer = Recognizer::custom("deny_list", kind.clone(), finder);
            recognizers.push(Arc::new(recognizer.with_language(&language)));
        }
        Ok(Self {
            engine: AnalyzerEngine::new(recognizers)?,
            language,
        })
    }

    pub(crate) fn finds(&self, entity: &str) -> bool {
        let mut recognizers = self.engine.recognizers().iter();
        recognizers.any(|recognizer| recognizer.entity().as_str() == entity)
    }

    pub(crate) fn results(
        &self,
        text: &str,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Vec<RecognizerResult>> {
        Ok(self.found(text, request)?.iter().map(result).collect())
    }

    /// Presidio explains what it answers, and not what it turned down.
    pub(crate) fn analysis(
        &self,
        text: &str,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Analysis> {
        let found = self.found(text, request)?;
        Ok(Analysis {
            results: found.iter().map(result).collect(),
            explanations: found.iter().map(explanation).collect(),
        })
    }

    fn found(
        &self,
        text: &str,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Vec<AnalyzerResult>> {
        let mut found = self.engine.analyze(
            text,
            &AnalyzerRequest {
                entities: request.entities,
                score_threshold: request.score_threshold.map(Score::value),
                current_year: Some(current_year()),
                ..AnalyzerRequest::new(&self.language)
            },
        )?;
        if let Some(allow_list) = request.allow_list {
            found.retain(|result| {
                let surface = text.get(result.start..result.end).unwrap_or_default();
                !allow_list.allows(surface)
            });
        }
        Ok(found)
    }
}

fn result(found: &AnalyzerResult) -> RecognizerResult {
    RecognizerResult {
        entity_type: found.entity_type.clone(),
        span: Span::new(found.start, found.end),
        score: Score::saturating(found.score),
        recognizer: found.recognizer.name().to_owned().into(),
    }
}

fn explanation(found: &AnalyzerResult) -> AnalysisExplanation {
    let class = found.recognizer.class();
    let pattern =
        class.and_then(|compiled| compiled.class.patterns().get(usize::from(found.pattern?)));
    let explained = found.explanation();
    AnalysisExplanation {
        recognizer: found.recognizer.name().to_owned().into(),
        entity_type: found.entity_type.clone(),
        span: Span::new(found.start, found.end),
        outcome: Outcome::Accepted,
        pattern_name: pattern.map(|pattern| pattern.name),
        pattern: pattern.map(|pattern| pattern.regex),
        original_score: Score::saturating(found.original_score),
        score: Score::saturating(found.score),
        validation_result: match found.validity {
            Validity::Valid => Some(true),
            Validity::Invalid => Some(false),
            Validity::Unknown => None,
        },
        score_context_improvement: explained.score_context_improvement,
        supportive_context_word: found.supportive_context_word.as_deref().map(str::to_owned),
        textual_explanation: Some(explained.textual_explanation.into()),
    }
}

//! The profile presidio behind the commands of the default profile.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use redact::analyzer::{Analysis, AnalysisExplanation, Outcome};
use redact::presidio::analyzer::{
    AnalyzerEngine, AnalyzerRequest, AnalyzerResult, PatternFinder, Recognizer,
};
use redact::presidio::{CustomPattern, registry_recognizers};
use redact::recognizer::Validity;
use redact::text::Span;
use redact::{EntityType, Error, RecognizerResult, Result, Score};

use crate::current_year::current_year;
use crate::engine::EngineOptions;
use crate::input;

/// The flags of a deny list: any case, lines, any character.
const FLAGS: u32 = 26;

/// Presidio's engines, one for each language that is asked for.
pub(crate) struct PresidioEngine {
    /// The text of a registry file and its path.
    registry: Option<(String, PathBuf)>,
    deny_lists: Vec<(EntityType, Vec<String>)>,
    /// The language of texts that name none.
    language: String,
    /// Made when a text first needs one.
    engines: RefCell<BTreeMap<String, Rc<AnalyzerEngine>>>,
}

impl PresidioEngine {
    pub(crate) fn new(options: &EngineOptions) -> anyhow::Result<Self> {
        let registry = options.recognizers.as_ref().map(|path| {
            let yaml = input::read_utf8(path)?;
            anyhow::Ok((yaml, path.clone()))
        });
        let presidio = Self {
            registry: registry.transpose()?,
            deny_lists: options.deny_lists()?,
            language: options.language.clone().unwrap_or_else(|| "en".to_owned()),
            engines: RefCell::default(),
        };
        // What is wrong with the options is said before anything is read.
        presidio.engine(&presidio.language)?;
        Ok(presidio)
    }

    fn engine(&self, language: &str) -> Result<Rc<AnalyzerEngine>> {
        if let Some(engine) = self.engines.borrow().get(language) {
            return Ok(Rc::clone(engine));
        }
        let mut engine = match &self.registry {
            None => AnalyzerEngine::with_default_recognizers([language])?,
            Some((yaml, path)) => {
                let recognizers =
                    registry_recognizers(yaml, &[language.to_owned()]).map_err(|error| {
                        Error::new(error.kind(), format!("{}: {error}", path.display()))
                    })?;
                AnalyzerEngine::new(recognizers)?
            }
        };
        if !self.deny_lists.is_empty() {
            let mut recognizers = engine.recognizers().to_vec();
            for (kind, terms) in &self.deny_lists {
                let pattern = CustomPattern::deny_list(terms, FLAGS)?;
                let finder = PatternFinder::new([(pattern, 1.0)]);
                let recognizer = Recognizer::custom("deny_list", kind.clone(), finder);
                recognizers.push(Arc::new(recognizer.with_language(language)));
            }
            engine = AnalyzerEngine::new(recognizers)?;
        }
        let engine = Rc::new(engine);
        let mut engines = self.engines.borrow_mut();
        engines.insert(language.to_owned(), Rc::clone(&engine));
        Ok(engine)
    }

    /// Fails when a kind is found in none of the texts that name no language.
    pub(crate) fn check(&self, entities: &[EntityType]) -> Result<()> {
        self.engine(&self.language)?.check(&AnalyzerRequest {
            entities: Some(entities),
            ..AnalyzerRequest::new(&self.language)
        })
    }

    pub(crate) fn results(
        &self,
        text: &str,
        language: Option<&str>,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Vec<RecognizerResult>> {
        Ok(self
            .found(text, language, request)?
            .iter()
            .map(result)
            .collect())
    }

    /// Presidio explains what it answers, and not what it turned down.
    pub(crate) fn analysis(
        &self,
        text: &str,
        language: Option<&str>,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Analysis> {
        let found = self.found(text, language, request)?;
        Ok(Analysis {
            results: found.iter().map(result).collect(),
            explanations: found.iter().map(explanation).collect(),
        })
    }

    fn found(
        &self,
        text: &str,
        language: Option<&str>,
        request: &redact::AnalyzerRequest<'_>,
    ) -> Result<Vec<AnalyzerResult>> {
        let language = language.unwrap_or(&self.language);
        let engine = self.engine(language)?;
        let asked = AnalyzerRequest {
            entities: request.entities,
            score_threshold: request.score_threshold.map(Score::value),
            current_year: Some(current_year()),
            ..AnalyzerRequest::new(language)
        };
        engine.check(&asked)?;
        let mut found = engine.analyze(text, &asked)?;
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

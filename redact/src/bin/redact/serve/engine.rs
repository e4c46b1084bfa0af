//! The analyzer behind the server: Presidio's judgement, or the default profile in Presidio's JSON.

use std::sync::Arc;

use anyhow::{Context, bail};
use redact::analyzer as default_profile;
use redact::presidio::analyzer::{self as presidio, Recognizer};
use redact::recognizer::PatternFlags;
use redact::text::Span;
use redact::text::units::{OffsetConverter, OffsetUnit};
use redact::{EntityType, Error, ErrorKind, Score};
use serde_json::{Map, Value, json};

use super::{Profile, Serve};
use crate::current_year::current_year;

/// The analyzer of a server.
pub(super) enum Engine {
    Presidio {
        engine: presidio::AnalyzerEngine,
        languages: Vec<String>,
    },
    Default(Box<default_profile::AnalyzerEngine>),
}

/// What a request to `/analyze` wishes beside its texts.
#[derive(Default)]
pub(super) struct Wishes {
    pub(super) language: String,
    pub(super) entities: Vec<EntityType>,
    pub(super) score_threshold: Option<f64>,
    pub(super) explain: bool,
    pub(super) context: Vec<String>,
    pub(super) allow_list: Vec<String>,
    pub(super) allow_by_pattern: bool,
    pub(super) flags: PatternFlags,
    pub(super) ad_hoc_recognizers: Vec<Arc<Recognizer>>,
}

impl Engine {
    pub(super) fn new(options: &Serve) -> anyhow::Result<Self> {
        if options.profile == Profile::Default {
            if options.registry.is_some() {
                bail!("--registry belongs to the profile presidio");
            }
            let mut builder = default_profile::AnalyzerEngine::builder();
            if let Some(threshold) = options.score_threshold {
                builder = builder.score_threshold(threshold);
            }
            return Ok(Self::Default(Box::new(builder.build()?)));
        }
        let engine = match &options.registry {
            None => presidio::AnalyzerEngine::with_default_recognizers(&options.languages)?,
            Some(path) => {
                let yaml = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                let recognizers = redact::presidio::registry_recognizers(&yaml, &options.languages)
                    .with_context(|| format!("{}", path.display()))?;
                presidio::AnalyzerEngine::new(recognizers)?
            }
        };
        let threshold = options.score_threshold.map_or(0.0, Score::value);
        Ok(Self::Presidio {
            engine: engine.with_default_score_threshold(threshold),
            languages: options.languages.clone(),
        })
    }

    /// What is found in a text, as Presidio writes it.
    pub(super) fn analyze(&self, text: &str, wishes: &Wishes) -> redact::Result<Value> {
        match self {
            Self::Presidio { engine, .. } => {
                let allow_list = wishes.presidio_allow_list()?;
                let request = presidio::AnalyzerRequest {
                    language: &wishes.language,
                    entities: Some(&wishes.entities),
                    score_threshold: wishes.score_threshold,
                    context: &wishes.context,
                    allow_list: allow_list.as_ref(),
                    current_year: Some(current_year()),
                    ad_hoc_recognizers: &wishes.ad_hoc_recognizers,
                };
                let results = engine.analyze(text, &request)?;
                let mut units = OffsetConverter::new(text, OffsetUnit::CodePoints);
                Ok(results
                    .iter()
                    .map(|result| {
                        let range = units.range(Span::new(result.start, result.end));
                        let explanation = wishes.explain.then(|| explanation(result));
                        written(
                            &result.entity_type,
                            range,
                            result.score,
                            explanation.as_ref(),
                        )
                    })
                    .collect())
            }
            Self::Default(engine) => {
                if !wishes.ad_hoc_recognizers.is_empty() {
                    return Err(Error::new(
                        ErrorKind::InvalidArgument,
                        "ad-hoc recognizers belong to the profile presidio",
                    ));
                }
                let allow_list = wishes.default_allow_list()?;
                let request = default_profile::AnalyzerRequest {
                    entities: (!wishes.entities.is_empty()).then_some(&wishes.entities),
                    score_threshold: wishes.score_threshold.map(Score::saturating),
                    allow_list: allow_list.as_ref(),
                    ..default_profile::AnalyzerRequest::default()
                };
                let results = engine.analyze_with(text, &request)?;
                let mut units = OffsetConverter::new(text, OffsetUnit::CodePoints);
                Ok(results
                    .iter()
                    .map(|result| {
                        let explanation = wishes.explain.then(
                            || json!({ "recognizer": result.recognizer, "score": result.score }),
                        );
                        let range = units.range(result.span);
                        written(
                            &result.entity_type,
                            range,
                            result.score.value(),
                            explanation.as_ref(),
                        )
                    })
                    .collect())
            }
        }
    }

    /// The names of the recognizers for a language, or for all.
    pub(super) fn recognizers(&self, language: Option<&str>) -> Vec<String> {
        match self {
            Self::Presidio { engine, languages } => {
                let served = served(language, languages);
                unique(served.flat_map(|language| {
                    let recognizers = engine.recognizers().iter();
                    recognizers
                        .filter(move |recognizer| recognizer.language() == language)
                        .map(|recognizer| recognizer.name().to_owned())
                }))
            }
            Self::Default(engine) => engine.recognizer_ids().map(str::to_owned).collect(),
        }
    }

    /// The kinds that can be found in a language, or in all.
    pub(super) fn supported_entities(&self, language: Option<&str>) -> Vec<String> {
        match self {
            Self::Presidio { engine, languages } => {
                let served = served(language, languages);
                unique(served.flat_map(|language| {
                    let recognizers = engine.recognizers().iter();
                    recognizers
                        .filter(move |recognizer| recognizer.language() == language)
                        .map(|recognizer| recognizer.entity().to_string())
                }))
            }
            Self::Default(engine) => engine
                .supported_entities()
                .map(|kind| kind.to_string())
                .collect(),
        }
    }
}

/// The languages asked about.
fn served<'s>(language: Option<&'s str>, all: &'s [String]) -> impl Iterator<Item = &'s str> {
    let all = all.iter().map(String::as_str);
    language
        .into_iter()
        .chain(all.filter(move |_| language.is_none()))
}

impl Wishes {
    fn presidio_allow_list(&self) -> redact::Result<Option<presidio::AllowList>> {
        if self.allow_list.is_empty() {
            return Ok(None);
        }
        if self.allow_by_pattern {
            return presidio::AllowList::regex(&self.allow_list, self.flags).map(Some);
        }
        Ok(Some(presidio::AllowList::exact(&self.allow_list)))
    }

    fn default_allow_list(&self) -> redact::Result<Option<default_profile::AllowList>> {
        if self.allow_list.is_empty() {
            return Ok(None);
        }
        if self.allow_by_pattern {
            return default_profile::AllowList::patterns(&self.allow_list).map(Some);
        }
        Ok(Some(default_profile::AllowList::exact(&self.allow_list)))
    }
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

fn written(
    entity_type: &EntityType,
    range: std::ops::Range<usize>,
    score: f64,
    explanation: Option<&Value>,
) -> Value {
    json!({
        "analysis_explanation": explanation,
        "end": range.end,
        "entity_type": entity_type,
        "score": score,
        "start": range.start,
    })
}

/// Presidio's explanation of a result.
fn explanation(result: &presidio::AnalyzerResult) -> Value {
    let explained = result.explanation();
    let mut fields = Map::new();
    fields.insert("original_score".into(), json!(explained.original_score));
    fields.insert("pattern".into(), json!(explained.pattern));
    fields.insert("pattern_name".into(), json!(explained.pattern_name));
    fields.insert("recognizer".into(), json!(result.recognizer.name()));
    fields.insert("regex_flags".into(), json!(explained.regex_flags));
    fields.insert("score".into(), json!(result.score));
    fields.insert(
        "score_context_improvement".into(),
        json!(explained.score_context_improvement),
    );
    fields.insert(
        "supportive_context_word".into(),
        json!(explained.supportive_context_word),
    );
    fields.insert(
        "textual_explanation".into(),
        json!(explained.textual_explanation),
    );
    fields.insert(
        "validation_result".into(),
        json!(explained.validation_result),
    );
    Value::Object(fields)
}

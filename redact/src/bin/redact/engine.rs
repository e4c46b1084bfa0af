//! The options that choose an engine, shared by the commands that analyze.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use redact::analyzer::{AllowList, Analysis};
use redact::presidio::read_registry;
use redact::recognizer::{OperatingPoint, PatternRecognizer};
use redact::text::units::OffsetUnit;
use redact::{
    AnalyzerEngine, AnalyzerEngineBuilder, AnalyzerRequest, EntityType, RecognizerResult, Score,
};

use crate::input::{self, DocumentRequest, is_language};
use crate::presidio::PresidioEngine;

/// Which rules run, and how sure they must be.
#[derive(Args)]
pub(crate) struct EngineOptions {
    /// Whose judgement is followed
    #[arg(long, value_enum, default_value = "default")]
    profile: Profile,

    /// The language of the text, such as ja or en; the profile presidio serves English unless said, the default one all languages at once
    #[arg(long, value_name = "L")]
    pub(crate) language: Option<String>,

    /// Only these kinds, such as EMAIL_ADDRESS,PHONE_NUMBER (see `redact rules list`)
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    /// How eagerly the default profile looks for names and addresses; by default recall
    #[arg(long, value_enum)]
    operating_point: Option<Point>,

    /// Only results that are at least this sure, from 0 to 1
    #[arg(long, value_name = "X", value_parser = parse_score)]
    score_threshold: Option<Score>,

    /// Further recognizers, in the YAML of Presidio's recognizer registry
    #[arg(long, value_name = "FILE.yaml")]
    pub(crate) recognizers: Option<PathBuf>,

    /// Values that are no secret, one a line: a find that is exactly one of them is left alone
    #[arg(long, value_name = "FILE")]
    allow_list: Option<PathBuf>,

    /// Terms that are always of a kind, one a line: PROJECT=projects.txt; may be given several times
    #[arg(long, value_name = "KIND=FILE", value_parser = parse_deny_list)]
    pub(crate) deny_list: Vec<(EntityType, PathBuf)>,
}

/// Whose judgement is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Profile {
    /// What a redactor needs
    Default,
    /// What presidio-analyzer 2.2.366 answers without a language model
    Presidio,
}

/// The engine with what is asked for every text.
pub(crate) struct Engine {
    analyzer: Analyzer,
    /// Empty for all.
    entities: Vec<EntityType>,
    score_threshold: Option<Score>,
    allow_list: Option<AllowList>,
}

/// What analyzes, by profile.
enum Analyzer {
    Default(Box<AnalyzerEngine>),
    Presidio(Box<PresidioEngine>),
}

/// How eagerly names and addresses are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Point {
    /// Rather hide a word too many than leave a name
    Recall,
    /// As many misses as false hits, about
    Balanced,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Unicode code points, as Python counts
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// UTF-16 units, as JavaScript counts
    Utf16,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Chars => Self::CodePoints,
            Offsets::Bytes => Self::Bytes,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

pub(crate) fn parse_score(text: &str) -> Result<Score, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(Score::saturating(value)),
        _ => Err("a number from 0 to 1 is expected".to_owned()),
    }
}

fn parse_deny_list(text: &str) -> Result<(EntityType, PathBuf), String> {
    match text.split_once('=') {
        Some((kind, path)) if !kind.is_empty() && !path.is_empty() => {
            Ok((EntityType::new(kind.to_owned()), path.into()))
        }
        _ => Err("a kind and a file are expected, such as PROJECT=projects.txt".to_owned()),
    }
}

impl EngineOptions {
    /// The engine that the options ask for.
    pub(crate) fn engine(&self) -> anyhow::Result<Engine> {
        if let Some(language) = &self.language
            && !is_language(language)
        {
            bail!("--language takes an ISO 639 code such as ja or en");
        }
        if self.profile == Profile::Presidio && self.operating_point.is_some() {
            bail!(
                "--operating-point goes with --profile default: presidio finds no names or addresses"
            );
        }
        let analyzer = match self.profile {
            Profile::Default => Analyzer::Default(Box::new(self.default_engine()?)),
            Profile::Presidio => Analyzer::Presidio(Box::new(PresidioEngine::new(self)?)),
        };
        let entities: Vec<EntityType> =
            self.entities.iter().cloned().map(EntityType::new).collect();
        analyzer
            .check(&entities)
            .context("--entities (`redact rules list` shows what there is)")?;
        let allow_list = self.allow_list.as_deref().map(input::read_terms);
        Ok(Engine {
            analyzer,
            entities,
            score_threshold: self.score_threshold,
            allow_list: allow_list.transpose()?.map(AllowList::exact),
        })
    }

    fn default_engine(&self) -> anyhow::Result<AnalyzerEngine> {
        let point = match self.operating_point {
            None | Some(Point::Recall) => OperatingPoint::Recall,
            Some(Point::Balanced) => OperatingPoint::Balanced,
        };
        let mut builder = AnalyzerEngine::builder().operating_point(point);
        if let Some(path) = &self.recognizers {
            builder = with_registry(builder, path)?;
        }
        for (kind, terms) in self.deny_lists()? {
            let id = format!("deny_list/{}", kind.as_str().to_ascii_lowercase());
            let recognizer = PatternRecognizer::builder(id, kind).deny_list(terms);
            builder = builder.with_recognizer(recognizer.build()?);
        }
        Ok(builder.build()?)
    }

    /// The terms of every kind; several files of one kind are one list.
    pub(crate) fn deny_lists(&self) -> anyhow::Result<Vec<(EntityType, Vec<String>)>> {
        let mut lists: Vec<(EntityType, Vec<String>)> = Vec::new();
        for (kind, path) in &self.deny_list {
            let terms = input::read_terms(path)?;
            if terms.is_empty() {
                bail!("{} holds no term", path.display());
            }
            match lists.iter_mut().find(|(known, _)| known == kind) {
                Some((_, known)) => known.extend(terms),
                None => lists.push((kind.clone(), terms)),
            }
        }
        Ok(lists)
    }
}

fn with_registry(
    mut builder: AnalyzerEngineBuilder,
    path: &Path,
) -> anyhow::Result<AnalyzerEngineBuilder> {
    let registry = read_registry(&input::read_utf8(path)?)
        .with_context(|| format!("cannot use {}", path.display()))?;
    // What the file asks for and nobody does must not pass in silence.
    if let Some(predefined) = registry.predefined.iter().find(|named| named.enabled) {
        bail!(
            "{} names Presidio's own recognizer {}; the built-in rules of this program run already, so leave it out",
            path.display(),
            predefined.name
        );
    }
    for recognizer in registry.recognizers {
        builder = builder.with_recognizer(recognizer);
    }
    Ok(builder)
}

impl Engine {
    /// What is found in a text, with what the text itself asks for.
    pub(crate) fn results(
        &self,
        text: &str,
        asked: &DocumentRequest,
    ) -> redact::Result<Vec<RecognizerResult>> {
        let request = self.request(asked);
        match &self.analyzer {
            Analyzer::Default(engine) => engine.analyze_with(text, &request),
            Analyzer::Presidio(engine) => engine.results(text, asked.language(), &request),
        }
    }

    /// The same with the reason of every decision.
    pub(crate) fn analysis(&self, text: &str, asked: &DocumentRequest) -> redact::Result<Analysis> {
        let request = self.request(asked);
        match &self.analyzer {
            Analyzer::Default(engine) => engine.explain(text, &request),
            Analyzer::Presidio(engine) => engine.analysis(text, asked.language(), &request),
        }
    }

    fn request<'r>(&'r self, asked: &'r DocumentRequest) -> AnalyzerRequest<'r> {
        let entities: &[EntityType] = if asked.entities.is_empty() {
            &self.entities
        } else {
            &asked.entities
        };
        AnalyzerRequest {
            entities: (!entities.is_empty()).then_some(entities),
            score_threshold: self.score_threshold,
            allow_list: self.allow_list.as_ref(),
            ..AnalyzerRequest::default()
        }
    }
}

impl Analyzer {
    fn check(&self, entities: &[EntityType]) -> redact::Result<()> {
        match self {
            Self::Default(engine) => engine.check(&AnalyzerRequest {
                entities: Some(entities),
                ..AnalyzerRequest::default()
            }),
            Self::Presidio(engine) => engine.check(entities),
        }
    }
}

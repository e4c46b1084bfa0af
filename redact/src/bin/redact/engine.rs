//! The options that choose an engine, shared by the commands that analyze.

use anyhow::bail;
use clap::{Args, ValueEnum};
use redact::recognizer::OperatingPoint;
use redact::text::units::OffsetUnit;
use redact::{AnalyzerEngine, AnalyzerRequest, EntityType, Score};

/// Which rules run, and how sure they must be.
#[derive(Args)]
pub(crate) struct EngineOptions {
    /// The language of the text, such as ja or en; the default rules serve all languages at once
    #[arg(long, value_name = "L")]
    language: Option<String>,

    /// Only these kinds, such as EMAIL_ADDRESS,PHONE_NUMBER (see `redact rules list`)
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    /// How eagerly names and addresses are looked for
    #[arg(long, value_enum, default_value = "recall")]
    operating_point: Point,

    /// Only results that are at least this sure, from 0 to 1
    #[arg(long, value_name = "X", value_parser = parse_score)]
    score_threshold: Option<Score>,
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

fn parse_score(text: &str) -> Result<Score, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(Score::saturating(value)),
        _ => Err("a number from 0 to 1 is expected".to_owned()),
    }
}

impl EngineOptions {
    /// The engine that the options ask for.
    pub(crate) fn engine(&self) -> anyhow::Result<AnalyzerEngine> {
        if let Some(language) = &self.language
            && !(2..=3).contains(&language.len())
        {
            bail!("--language takes an ISO 639 code such as ja or en");
        }
        let point = match self.operating_point {
            Point::Recall => OperatingPoint::Recall,
            Point::Balanced => OperatingPoint::Balanced,
        };
        let engine = AnalyzerEngine::builder().operating_point(point).build()?;
        for entity in &self.entities {
            if !engine
                .supported_entities()
                .any(|known| known.as_str() == entity)
            {
                bail!("no recognizer finds {entity}; `redact rules list` shows what there is");
            }
        }
        Ok(engine)
    }

    /// The kinds that the options name.
    pub(crate) fn entities(&self) -> Option<Vec<EntityType>> {
        let named = self.entities.iter().cloned().map(EntityType::new);
        (!self.entities.is_empty()).then(|| named.collect())
    }

    /// What is wished for one text, `entities` being the text's own wish.
    pub(crate) fn request<'r>(&self, entities: Option<&'r [EntityType]>) -> AnalyzerRequest<'r> {
        AnalyzerRequest {
            entities,
            score_threshold: self.score_threshold,
            ..AnalyzerRequest::default()
        }
    }
}

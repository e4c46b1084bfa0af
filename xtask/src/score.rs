//! Scores detections against the labels of the corpus.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use corpus::jsonl::{self, Gold, Predicted};
use corpus::{Split, mail, score};
use redact::AnalyzerEngine;
use redact::recognizer::OperatingPoint;
use redact::text::units::{OffsetConverter, OffsetUnit};

use crate::{floors, layers};

/// Score detections against gold labels
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Gold as JSON Lines instead of the corpus
    #[arg(long, value_name = "FILE.jsonl")]
    gold: Option<PathBuf>,
    /// Predictions as JSON Lines instead of running the engine
    #[arg(long, value_name = "FILE.jsonl")]
    predicted: Option<PathBuf>,
    /// Let names and addresses be found at this operating point
    #[arg(long, default_value = "recall", value_parser = ["recall", "balanced"])]
    operating_point: String,
    /// Only the mails of one split, dev or test
    #[arg(long, conflicts_with = "gold")]
    split: Option<Split>,
    /// Show up to N misses and N false hits a type
    #[arg(long, value_name = "N", default_value_t = 0)]
    misses: usize,
    /// Fail when the corpus' test split falls below corpus/floors.tsv; prints each floor
    #[arg(long, conflicts_with_all = ["gold", "predicted", "split", "misses", "json"])]
    floors: bool,
    /// Show what each step of finding names adds: dictionary, context, document
    #[arg(long, conflicts_with_all = ["predicted", "misses", "json"])]
    layers: bool,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    fn point(&self) -> OperatingPoint {
        match self.operating_point.as_str() {
            "balanced" => OperatingPoint::Balanced,
            _ => OperatingPoint::Recall,
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    if arguments.floors {
        return floors::check(arguments.point());
    }
    let gold = match &arguments.gold {
        Some(path) => read(path)?,
        None => corpus_gold(arguments.split)?,
    };
    let engine = AnalyzerEngine::builder()
        .operating_point(arguments.point())
        .build()?;
    if arguments.layers {
        return layers::print(&engine, &gold);
    }
    let predicted = match &arguments.predicted {
        Some(path) => score::pair(&gold, read(path)?)?,
        None => gold
            .iter()
            .map(|text| predict(&engine, &text.text))
            .collect::<Result<_, _>>()?,
    };
    let report = score::score(&gold, &predicted);
    let mut output = std::io::stdout().lock();
    if arguments.json {
        writeln!(output, "{}", serde_json::to_string(&report)?)?;
        return Ok(());
    }
    write!(output, "{report}")?;
    for example in score::examples(&gold, &predicted, arguments.misses) {
        writeln!(output, "{example}")?;
    }
    Ok(())
}

/// What the engine finds in a text, in code points.
pub(crate) fn predict(engine: &AnalyzerEngine, text: &str) -> anyhow::Result<Vec<Predicted>> {
    let mut offsets = OffsetConverter::new(text, OffsetUnit::CodePoints);
    let results = engine.analyze(text)?.into_iter();
    Ok(results
        .map(|result| {
            let range = offsets.range(result.span);
            Predicted {
                entity_type: result.entity_type.to_string(),
                start: range.start,
                end: range.end,
            }
        })
        .collect())
}

/// The labelled mails, of one split or all.
pub(crate) fn corpus_gold(split: Option<Split>) -> anyhow::Result<Vec<Gold>> {
    let mails = mail::load(mail::root())?;
    let chosen = mails
        .iter()
        .filter(|mail| split.is_none_or(|split| split == mail.split));
    Ok(chosen.map(corpus::Mail::gold).collect())
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let lines = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    jsonl::read(&lines).with_context(|| path.display().to_string())
}

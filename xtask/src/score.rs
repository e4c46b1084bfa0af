//! Scores detections against the labels of the corpus.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use corpus::jsonl::{self, Gold, Predicted};
use corpus::{Split, mail, score};

/// Score detections against gold labels
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Gold as JSON Lines instead of the corpus
    #[arg(long, value_name = "FILE.jsonl")]
    gold: Option<PathBuf>,
    /// Predictions as JSON Lines instead of running the engine
    #[arg(long, value_name = "FILE.jsonl")]
    predicted: Option<PathBuf>,
    /// Only the mails of one split, dev or test
    #[arg(long, conflicts_with = "gold")]
    split: Option<Split>,
    /// Show up to N misses and N false hits a type
    #[arg(long, value_name = "N", default_value_t = 0)]
    misses: usize,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let gold = match &arguments.gold {
        Some(path) => read(path)?,
        None => corpus_gold(arguments.split)?,
    };
    let predicted = match &arguments.predicted {
        Some(path) => score::pair(&gold, read(path)?)?,
        None => gold
            .iter()
            .map(|text| predict(&text.text))
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
fn predict(_text: &str) -> anyhow::Result<Vec<Predicted>> {
    bail!("the engine is not wired here yet; hand in --predicted FILE.jsonl")
}

fn corpus_gold(split: Option<Split>) -> anyhow::Result<Vec<Gold>> {
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

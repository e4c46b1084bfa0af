//! How fast is the engine alone? Reads JSON Lines with a `text` each and prints how many bytes a second are
//! analyzed, and how many are analyzed and replaced, on one thread: what columns in Python are
//! measured against.
//!
//! `cargo run --release --example native_rate < texts.jsonl`

use std::hint::black_box;
use std::io::BufRead as _;
use std::time::Instant;

use redact::anonymizer::AnonymizerEngine;
use redact::anonymizer::operators::{Replace, Resources};
use redact::{AnalyzerEngine, PlaceholderMap};

/// How often all texts are gone through; the median counts.
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut texts = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let input: serde_json::Value = serde_json::from_str(&line?)?;
        texts.push(input["text"].as_str().unwrap_or_default().to_owned());
    }
    let engine = AnalyzerEngine::builder().build()?;
    let replace = AnonymizerEngine::new(Replace::with_type());
    let placeholders = AnonymizerEngine::default();

    let analyze = rate(&texts, |text| {
        black_box(engine.analyze(text)?);
        Ok(())
    })?;
    let replace = rate(&texts, |text| {
        let results = engine.analyze(text)?;
        black_box(replace.anonymize_with(text, &results, &mut Resources::none())?);
        Ok(())
    })?;
    let mut map = PlaceholderMap::new();
    let placeholder = rate(&texts, |text| {
        let results = engine.analyze(text)?;
        black_box(placeholders.anonymize(text, &results, &mut map)?);
        Ok(())
    })?;
    let rates = serde_json::json!({
        "analyze": analyze,
        "replace": replace,
        "placeholder": placeholder,
    });
    writeln(&rates.to_string())?;
    Ok(())
}

/// Bytes a second, the median of some rounds.
fn rate(
    texts: &[String],
    mut work: impl FnMut(&str) -> redact::Result<()>,
) -> Result<f64, redact::Error> {
    let bytes: f64 = texts.iter().map(|text| count(text.len())).sum();
    let mut rates = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for text in texts {
            work(text)?;
        }
        rates.push(bytes / start.elapsed().as_secs_f64());
    }
    rates.sort_by(f64::total_cmp);
    Ok(rates.get(ROUNDS / 2).copied().unwrap_or_default())
}

fn count(bytes: usize) -> f64 {
    u32::try_from(bytes).map_or(f64::MAX, f64::from)
}

fn writeln(line: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    std::io::stdout().write_all(format!("{line}\n").as_bytes())
}

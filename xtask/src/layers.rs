//! What each step of finding names adds: the same texts scored with the finds of the first step
//! alone, of the first two, of all three.

use std::io::Write as _;

use corpus::jsonl::{Gold, Predicted};
use corpus::score;
use redact::analyzer::Outcome;
use redact::names::Layer;
use redact::text::units::{OffsetConverter, OffsetUnit};
use redact::{AnalyzerEngine, AnalyzerRequest, EntityType};

/// A find of a name and the step that made it.
type Find = (Layer, Predicted);

/// Prints the scores of names step by step.
pub(crate) fn print(engine: &AnalyzerEngine, gold: &[Gold]) -> anyhow::Result<()> {
    let finds: Vec<Vec<Find>> = gold
        .iter()
        .map(|text| finds(engine, &text.text))
        .collect::<Result<_, _>>()?;
    let mut output = std::io::stdout().lock();
    for (title, last) in [
        ("dictionary", Layer::Dictionary),
        ("+ context", Layer::Context),
        ("+ document", Layer::Document),
    ] {
        let predicted: Vec<Vec<Predicted>> = finds
            .iter()
            .map(|finds| {
                let kept = finds.iter().filter(|(layer, _)| *layer <= last);
                kept.map(|(_, find)| find.clone()).collect()
            })
            .collect();
        let report = score::score(gold, &predicted).to_string();
        for line in report.lines().filter(|line| line.starts_with("PERSON")) {
            writeln!(output, "{title:12} {line}")?;
        }
    }
    Ok(())
}

/// The names in a text, each with the step that found it.
fn finds(engine: &AnalyzerEngine, text: &str) -> anyhow::Result<Vec<Find>> {
    let analysis = engine.explain(text, &AnalyzerRequest::default())?;
    let mut offsets = OffsetConverter::new(text, OffsetUnit::CodePoints);
    Ok(analysis
        .explanations
        .iter()
        .filter(|one| one.outcome == Outcome::Accepted && one.entity_type == EntityType::PERSON)
        .filter_map(|one| {
            let layer = Layer::of(one.textual_explanation.as_deref()?)?;
            let range = offsets.range(one.span);
            let find = Predicted {
                entity_type: one.entity_type.to_string(),
                start: range.start,
                end: range.end,
            };
            Some((layer, find))
        })
        .collect())
}

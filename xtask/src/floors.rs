//! Does the engine still do as well on the corpus as it is held to?
//!
//! `corpus/floors.tsv` lists type, measure and floor; the figures are those of `cargo xtask score` on the
//! test split. Beside the kinds there are two groups: `NUMBERED` (all kinds but names and places) and
//! `ALL`. The measure `untouched` is the share of plain characters that were left alone.

use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, bail};
use corpus::jsonl::{Gold, Predicted};
use corpus::score::{Figures, Report, figures_of};
use corpus::{Split, mail, score};
use redact::AnalyzerEngine;
use redact::recognizer::OperatingPoint;

use crate::score::{corpus_gold, predict};

/// Kinds that are found by words, not by numbers and shapes.
const BY_WORDS: [&str; 3] = ["PERSON", "JP_ADDRESS", "LOCATION"];

/// One line of the table.
struct Floor {
    kind: String,
    measure: String,
    least: f64,
}

/// Prints every floor with its figure; fails when one is not reached.
pub(crate) fn check(point: OperatingPoint) -> anyhow::Result<()> {
    let table = fs::read_to_string(mail::root().join("floors.tsv")).context("corpus/floors.tsv")?;
    let floors = parse(&table)?;
    let engine = AnalyzerEngine::builder().operating_point(point).build()?;
    let gold = corpus_gold(Some(Split::Test))?;
    let predicted = gold
        .iter()
        .map(|text| predict(&engine, &text.text))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let figures = Measured::new(&gold, &predicted);
    let mut output = std::io::stdout().lock();
    let mut below = 0;
    for floor in &floors {
        let figure = figures.of(floor)?;
        let verdict = if figure < floor.least { "BELOW" } else { "ok" };
        below += usize::from(figure < floor.least);
        writeln!(
            output,
            "{:16} {:10} {figure:.4}  floor {:.4}  {verdict}",
            floor.kind, floor.measure, floor.least
        )?;
    }
    if below > 0 {
        bail!(
            "{below} figures are below corpus/floors.tsv; `cargo xtask score --split test` shows all"
        );
    }
    Ok(())
}

struct Measured {
    report: Report,
    numbered: Figures,
}

impl Measured {
    fn new(gold: &[Gold], predicted: &[Vec<Predicted>]) -> Self {
        Self {
            report: score::score(gold, predicted),
            numbered: figures_of(gold, predicted, |kind| !BY_WORDS.contains(&kind)),
        }
    }

    /// The figure that a floor is about. One that cannot be had is an error, so that a floor does not
    /// pass because its kind has vanished from the corpus.
    fn of(&self, floor: &Floor) -> anyhow::Result<f64> {
        let figures = match floor.kind.as_str() {
            "NUMBERED" => Some(&self.numbered),
            "ALL" => Some(&self.report.all),
            kind => self.report.types.get(kind),
        };
        let figures = figures.with_context(|| format!("no mail has a {}", floor.kind))?;
        let figure = match (floor.measure.as_str(), floor.kind.as_str()) {
            ("precision", _) => figures.precision,
            ("recall", _) => figures.recall,
            ("f1", _) => figures.f1,
            ("hidden", _) => figures.hidden,
            ("whole", _) => figures.whole,
            ("untouched", "ALL") => self.report.over.map(|over| 1.0 - over),
            (measure, kind) => bail!("floors.tsv: {kind} has no measure {measure}"),
        };
        figure.with_context(|| format!("{} of {} is undefined", floor.measure, floor.kind))
    }
}

fn parse(table: &str) -> anyhow::Result<Vec<Floor>> {
    let lines = table.lines().enumerate().skip(1);
    lines
        .map(|(index, line)| {
            let fields: Vec<_> = line.split('\t').collect();
            let [kind, measure, least] = fields[..] else {
                bail!("floors.tsv, line {}: three columns are expected", index + 1);
            };
            Ok(Floor {
                kind: kind.to_owned(),
                measure: measure.to_owned(),
                least: least
                    .parse()
                    .with_context(|| format!("floors.tsv, line {}", index + 1))?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_floors_hold() {
        check(OperatingPoint::default()).unwrap();
    }

    #[test]
    fn a_kind_or_measure_that_is_not_there_is_an_error() {
        let measured = Measured::new(&[], &[]);
        for table in ["h\nPERSON\tf1\t0.5", "h\nALL\tspeed\t1", "h\nALL\tf1\t0.1"] {
            let floors = parse(table).unwrap();
            assert!(measured.of(&floors[0]).is_err(), "{table}");
        }
        assert!(parse("h\nALL\tf1").is_err());
    }
}

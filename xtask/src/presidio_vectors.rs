//! Holds the recognizer classes of the profile `presidio` to recorded answers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use redact::presidio::phone::{self, Leniency, PhoneConfig};
use redact::presidio::{Match, recognizers};
use redact::recognizer::Validity;
use redact::text::Span;
use redact::text::units::{OffsetConverter, OffsetUnit};
use serde_json::Value;

use crate::workspace;

/// The year whose answers were recorded: numbers of later years were refuted.
const RECORDED_IN: u16 = 2026;

/// Compare the recognizer classes of the profile presidio with recorded answers
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with recognizers.jsonl, fuzz.jsonl, grid.jsonl, cross.jsonl and validate.jsonl, any of which
    /// may be missing; the recorded answers of the repository unless said
    folder: Option<PathBuf>,

    /// Only this class, such as `UsSsnRecognizer`; may be given several times
    #[arg(long, value_name = "NAME")]
    class: Vec<String>,

    /// How many misses of each class and file are shown
    #[arg(long, default_value_t = 5)]
    show: usize,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let recorded = || workspace().join("redact/tests/presidio");
    let mut comparison = Comparison {
        folder: arguments.folder.clone().unwrap_or_else(recorded),
        classes: arguments.class.clone(),
        tallies: BTreeMap::new(),
    };
    for file in ["recognizers", "fuzz", "grid"] {
        comparison.compare_answers(file)?;
    }
    comparison.compare_across_classes()?;
    comparison.compare_checks()?;
    comparison.report(arguments.show)
}

/// Compares the recorded answers of the repository; any miss fails.
pub(crate) fn check() -> anyhow::Result<()> {
    run(&Arguments {
        folder: None,
        class: Vec::new(),
        show: 5,
    })
}

struct Comparison {
    folder: PathBuf,
    /// The classes that are wanted; all if there are none.
    classes: Vec<String>,
    /// By file and class.
    tallies: BTreeMap<(&'static str, String), Tally>,
}

#[derive(Default)]
struct Tally {
    right: usize,
    total: usize,
    missed: Vec<String>,
}

/// Start, end and score of a match, as they are compared.
type Found = (usize, usize, String);

impl Comparison {
    fn wants(&self, class: &str) -> bool {
        self.classes.is_empty() || self.classes.iter().any(|wanted| wanted == class)
    }

    fn compare(&mut self, file: &'static str, class: &str, text: &str, got: &str, wanted: &str) {
        let tally = self.tallies.entry((file, class.to_owned())).or_default();
        tally.total += 1;
        if got == wanted {
            tally.right += 1;
        } else {
            let miss = format!("{text:?}\n      wanted {wanted}\n      got    {got}");
            tally.missed.push(miss);
        }
    }

    /// One class and one text a line.
    fn compare_answers(&mut self, file: &'static str) -> anyhow::Result<()> {
        for row in rows(&self.folder, file)? {
            let class = text_of(&row["recognizer"]);
            let config = phone_config(&row["config"]).filter(|_| class == "PhoneRecognizer");
            if !self.wants(class) || (config.is_none() && !row["config"].is_null()) {
                continue;
            }
            let text = text_of(&row["text"]);
            let got = match config {
                Some(config) => shown(found_by_phone(text, &config)),
                None => found_by(class, text),
            };
            let results = row["results"].as_array().into_iter().flatten();
            let wanted =
                results.map(|result| found(&result["start"], &result["end"], &result["score"]));
            self.compare(file, class, text, &got, &shown(wanted.collect()));
        }
        Ok(())
    }

    /// One text a line, and every class that found something in it.
    fn compare_across_classes(&mut self) -> anyhow::Result<()> {
        for row in rows(&self.folder, "cross")? {
            let text = text_of(&row["text"]);
            for (class, results) in row["results"].as_object().into_iter().flatten() {
                if self.wants(class) {
                    let results = results.as_array().into_iter().flatten();
                    let wanted = results.map(|result| found(&result[0], &result[1], &result[2]));
                    let wanted = shown(wanted.collect());
                    self.compare("cross", class, text, &found_by(class, text), &wanted);
                }
            }
            for class in recognizers::catalogue() {
                if self.wants(class.name) && row["results"].get(class.name).is_none() {
                    let got = found_by(class.name, text);
                    self.compare("cross, nothing", class.name, text, &got, "[]");
                }
            }
        }
        Ok(())
    }

    /// What `validate_result` and `invalidate_result` answer.
    fn compare_checks(&mut self) -> anyhow::Result<()> {
        for row in rows(&self.folder, "validate")? {
            let name = text_of(&row["recognizer"]);
            if !self.wants(name) || !row["error"].is_null() {
                continue;
            }
            let text = text_of(&row["text"]);
            let class = recognizers::by_name(name).map(|compiled| compiled.class);
            let is_validate = row["method"] == "validate_result";
            let got = if is_validate {
                let class = class.filter(|class| class.validate.is_some());
                class.map_or("no check", |class| {
                    match class.verdict(text, Some(RECORDED_IN)) {
                        Validity::Valid => "true",
                        Validity::Invalid => "false",
                        Validity::Unknown => "null",
                    }
                })
            } else {
                let invalidate = class.and_then(|class| class.invalidate);
                invalidate.map_or(
                    "no check",
                    |invalidate| if invalidate(text) { "true" } else { "false" },
                )
            };
            // Nothing means the same as `False` for `invalidate_result`.
            let wanted = match (is_validate, &row["result"]) {
                (false, Value::Null) => "false".to_owned(),
                (_, result) => result.to_string(),
            };
            self.compare("validate", name, text, got, &wanted);
        }
        Ok(())
    }

    #[allow(
        clippy::print_stdout,
        reason = "the report is the output of this command"
    )]
    fn report(&self, show: usize) -> anyhow::Result<()> {
        let mut sums: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for ((file, class), tally) in &self.tallies {
            let sum = sums.entry(file).or_default();
            *sum = (sum.0 + tally.right, sum.1 + tally.total);
            if tally.right < tally.total {
                println!("{file} {class}: {} of {}", tally.right, tally.total);
                for missed in tally.missed.iter().take(show) {
                    println!("   {missed}");
                }
            }
        }
        for (file, (right, total)) in &sums {
            println!("{file}: {right} of {total}");
        }
        if sums.is_empty() {
            bail!("{} holds no recorded answers", self.folder.display());
        }
        if sums.values().any(|(right, total)| right < total) {
            bail!("some answers are not as recorded");
        }
        Ok(())
    }
}

fn rows(folder: &Path, file: &str) -> anyhow::Result<Vec<Value>> {
    let path = folder.join(format!("{file}.jsonl"));
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines()
        .map(|line| {
            serde_json::from_str(line)
                .with_context(|| format!("a line of {} is no JSON", path.display()))
        })
        .collect()
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn found(start: &Value, end: &Value, score: &Value) -> Found {
    let place = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok());
    let score = score.as_f64().unwrap_or_default();
    (
        place(start).unwrap_or_default(),
        place(end).unwrap_or_default(),
        format!("{score:.4}"),
    )
}

fn shown(mut all: Vec<Found>) -> String {
    all.sort();
    format!("{all:?}")
}

fn found_by(class: &str, text: &str) -> String {
    let Some(class) = recognizers::by_name(class) else {
        return "no such class".to_owned();
    };
    shown(in_code_points(text, class.analyze(text, Some(RECORDED_IN))))
}

fn in_code_points(text: &str, matches: Vec<Match>) -> Vec<Found> {
    let mut units = OffsetConverter::new(text, OffsetUnit::CodePoints);
    let counted = matches.into_iter().map(|found| {
        let range = units.range(Span::new(found.start, found.end));
        (range.start, range.end, format!("{:.4}", found.score))
    });
    counted.collect()
}

/// The regions and the leniency of a line about telephone numbers.
fn phone_config(config: &Value) -> Option<PhoneConfig> {
    let mut phone = PhoneConfig::default();
    if let Some(regions) = config["supported_regions"].as_array() {
        let names = regions.iter().filter_map(Value::as_str);
        phone.regions = names.map(str::to_owned).collect();
    }
    if let Some(level) = config["leniency"].as_u64() {
        phone.leniency = Leniency::from_level(u8::try_from(level).ok()?)?;
    }
    (!config.is_null()).then_some(phone)
}

/// What `PhoneRecognizer` answers: no match within another.
fn found_by_phone(text: &str, config: &PhoneConfig) -> Vec<Found> {
    let mut kept: Vec<Match> = Vec::new();
    let mut matches = phone::find(text, config);
    matches.sort_by_key(|found| (found.start, usize::MAX - found.end));
    for found in matches {
        if kept.iter().all(|other| other.end < found.end) {
            kept.push(found);
        }
    }
    in_code_points(text, kept)
}

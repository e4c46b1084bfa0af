//! Holds the recognizer classes of the profile `presidio` to recorded answers.
//!
//! `cargo run -p redact --no-default-features --features presidio --example presidio_vectors -- FOLDER
//! [--class NAME]… [--show N]` reads `recognizers.jsonl`, `fuzz.jsonl`, `grid.jsonl`, `cross.jsonl` and
//! `validate.jsonl` from the folder and prints, for each class with a miss and in all, how many lines
//! came out as recorded.

#![allow(
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "a program for the terminal, one list of checks"
)]

use std::collections::BTreeMap;
use std::path::Path;

use redact::presidio::phone::{self, Leniency, PhoneConfig};
use redact::presidio::{Match, RecognizerClass, recognizers};
use redact::recognizer::Validity;
use redact::text::Span;
use redact::text::units::{OffsetConverter, OffsetUnit};
use serde_json::Value;

type Spans = Vec<(usize, usize, String)>;

#[derive(Default)]
struct Tally {
    right: usize,
    total: usize,
    missed: Vec<String>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut folder = None;
    let mut classes = Vec::new();
    let mut show = 0;
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--class" => classes.extend(arguments.next()),
            "--show" => show = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(20),
            _ => folder = Some(argument),
        }
    }
    let folder = folder.expect("usage: presidio_vectors FOLDER [--class NAME]… [--show N]");
    let is_wanted = |name: &str| classes.is_empty() || classes.iter().any(|wanted| wanted == name);
    let mut tallies: BTreeMap<(String, String), Tally> = BTreeMap::new();
    let mut check = |file: &str, class: &str, got: &str, wanted: &str, text: &str| {
        let tally = tallies
            .entry((file.to_owned(), class.to_owned()))
            .or_default();
        tally.total += 1;
        if got == wanted {
            tally.right += 1;
        } else {
            tally.missed.push(format!(
                "{text:?}\n      wanted {wanted}\n      got    {got}"
            ));
        }
    };
    for file in ["recognizers", "fuzz", "grid"] {
        for row in rows(&folder, file) {
            let name = row["recognizer"].as_str().unwrap_or_default();
            let config = phone_config(&row["config"]).filter(|_| name == "PhoneRecognizer");
            if !is_wanted(name) || (config.is_none() && !row["config"].is_null()) {
                continue;
            }
            let text = row["text"].as_str().unwrap_or_default();
            let got = match config {
                Some(config) => shown_matches(text, phone_matches(text, &config)),
                None => found(name, text),
            };
            let wanted = row["results"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|result| {
                    (
                        as_usize(&result["start"]),
                        as_usize(&result["end"]),
                        score(result["score"].as_f64().unwrap_or_default()),
                    )
                })
                .collect();
            check(file, name, &got, &shown(wanted), text);
        }
    }
    for row in rows(&folder, "cross") {
        let text = row["text"].as_str().unwrap_or_default();
        for (name, results) in row["results"].as_object().into_iter().flatten() {
            if !is_wanted(name) {
                continue;
            }
            let wanted = results
                .as_array()
                .into_iter()
                .flatten()
                .map(|result| {
                    (
                        as_usize(&result[0]),
                        as_usize(&result[1]),
                        score(result[2].as_f64().unwrap_or_default()),
                    )
                })
                .collect();
            check("cross", name, &found(name, text), &shown(wanted), text);
        }
        // A class that is not named has found nothing.
        for class in recognizers::catalogue().filter(|class| is_wanted(class.name)) {
            if row["results"].get(class.name).is_none() {
                check(
                    "cross (nothing)",
                    class.name,
                    &found(class.name, text),
                    "[]",
                    text,
                );
            }
        }
    }
    for row in rows(&folder, "validate") {
        let name = row["recognizer"].as_str().unwrap_or_default();
        if !is_wanted(name) || !row["error"].is_null() {
            continue;
        }
        let text = row["text"].as_str().unwrap_or_default();
        let got = match (
            recognizers::by_name(name).map(|compiled| compiled.class),
            row["method"].as_str(),
        ) {
            (Some(class), Some("validate_result")) => {
                class
                    .validate
                    .map_or("none", |validate| match validate(text) {
                        Validity::Valid => "true",
                        Validity::Invalid => "false",
                        Validity::Unknown => "null",
                    })
            }
            (
                Some(RecognizerClass {
                    invalidate: Some(invalidate),
                    ..
                }),
                _,
            ) => {
                if invalidate(text) {
                    "true"
                } else {
                    "false"
                }
            }
            _ => "none",
        };
        // `None` of `invalidate_result` means the same as `False`.
        let wanted = row["result"].to_string();
        let wanted = if row["method"] == "invalidate_result" && wanted == "null" {
            "false".to_owned()
        } else {
            wanted
        };
        check("validate", name, got, &wanted, text);
    }
    let mut sums: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for ((file, class), tally) in &tallies {
        let sum = sums.entry(file).or_default();
        *sum = (sum.0 + tally.right, sum.1 + tally.total);
        if tally.right < tally.total {
            println!("{file} {class}: {} of {}", tally.right, tally.total);
            for missed in tally.missed.iter().take(show) {
                println!("   {missed}");
            }
        }
    }
    for (file, (right, total)) in sums {
        println!("{file}: {right} of {total}");
    }
}

fn rows(folder: &str, file: &str) -> Vec<Value> {
    let path = Path::new(folder).join(format!("{file}.jsonl"));
    let text = std::fs::read_to_string(path).expect("the folder holds the vectors");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect()
}

fn as_usize(value: &Value) -> usize {
    value
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or_default()
}

fn score(value: f64) -> String {
    format!("{value:.4}")
}

fn shown(mut spans: Spans) -> String {
    spans.sort();
    format!("{spans:?}")
}

fn found(class: &str, text: &str) -> String {
    let Some(class) = recognizers::by_name(class) else {
        return "no such class".to_owned();
    };
    shown_matches(text, class.analyze(text))
}

fn shown_matches(text: &str, matches: Vec<Match>) -> String {
    let mut units = OffsetConverter::new(text, OffsetUnit::CodePoints);
    let spans = matches
        .into_iter()
        .map(|found| {
            let range = units.range(Span::new(found.start, found.end));
            (range.start, range.end, score(found.score))
        })
        .collect();
    shown(spans)
}

/// The regions and the leniency of a row about telephone numbers.
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
fn phone_matches(text: &str, config: &PhoneConfig) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    let mut matches = phone::find(text, config);
    matches.sort_by_key(|found| (found.start, usize::MAX - found.end));
    for found in matches {
        if kept.iter().all(|other| other.end < found.end) {
            kept.push(found);
        }
    }
    kept
}

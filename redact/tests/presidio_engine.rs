//! The engine of the profile `presidio` against answers recorded from presidio-analyzer 2.2.366.

#![allow(
    clippy::unwrap_used,
    reason = "what tests share fails as the tests themselves do"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use redact::ErrorKind;
use redact::presidio::analyzer::{AnalyzerEngine, AnalyzerRequest, Recognizer};
use redact::presidio::recognizers::by_name;
use redact::recognizer::Validity;
use redact::text::Span;
use redact::text::units::{OffsetConverter, OffsetUnit};
use serde_json::Value;

fn vectors(file: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/presidio");
    std::fs::read_to_string(folder.join(file)).unwrap()
}

/// Kind, start and end in code points, and the score to four places.
type Found = (String, usize, usize, String);

fn recorded(row: &Value) -> Vec<Found> {
    let mut results: Vec<Found> = row["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| {
            let number = |field: &str| usize::try_from(result[field].as_u64().unwrap()).unwrap();
            (
                result["entity_type"].as_str().unwrap().to_owned(),
                number("start"),
                number("end"),
                format!("{:.4}", result["score"].as_f64().unwrap()),
            )
        })
        .collect();
    results.sort();
    results
}

#[test]
fn the_engine_answers_as_recorded() {
    let registries: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&vectors("engine_stub_registries.json")).unwrap();
    let mut missing = Vec::new();
    let engines: BTreeMap<&str, AnalyzerEngine> = registries
        .iter()
        .map(|(name, classes)| {
            let recognizers = classes
                .iter()
                .filter_map(|class| {
                    let recognizer = Recognizer::predefined(class);
                    if recognizer.is_err() {
                        missing.push(class.clone());
                    }
                    Some(Arc::new(recognizer.ok()?.with_language("en")))
                })
                .collect();
            (&**name, AnalyzerEngine::new(recognizers).unwrap())
        })
        .collect();
    let (mut total, mut missed) = (0, Vec::new());
    for line in vectors("engine_stub.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        if !row["error"].is_null() {
            continue;
        }
        let text = row["text"].as_str().unwrap();
        let context: Vec<String> = row["context"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|word| word.as_str().unwrap().to_owned())
            .collect();
        let request = AnalyzerRequest {
            context: &context,
            // The answers are of 2026.
            current_year: Some(2026),
            ..AnalyzerRequest::new("en")
        };
        let mut units = OffsetConverter::new(text, OffsetUnit::CodePoints);
        let mut got: Vec<Found> = engines[row["registry"].as_str().unwrap()]
            .analyze(text, &request)
            .unwrap()
            .into_iter()
            .map(|result| {
                let range = units.range(Span::new(result.start, result.end));
                let score = format!("{:.4}", result.score);
                (
                    result.entity_type.to_string(),
                    range.start,
                    range.end,
                    score,
                )
            })
            .collect();
        got.sort();
        total += 1;
        let wanted = recorded(&row);
        if got != wanted {
            let only = |these: &[Found], those: &[Found]| {
                these
                    .iter()
                    .filter(|one| !those.contains(one))
                    .cloned()
                    .collect::<Vec<_>>()
            };
            missed.push(format!(
                "{text:?}: missing {:?}, extra {:?}",
                only(&wanted, &got),
                only(&got, &wanted)
            ));
        }
    }
    assert!(missing.is_empty(), "no such classes: {missing:?}");
    let shown = missed.iter().take(20).collect::<Vec<_>>();
    assert!(
        missed.is_empty(),
        "{} of {total} missed: {shown:#?}",
        missed.len()
    );
}

/// The numbers of a class that its check confirms, among all that end in a capital letter.
fn confirmed(class: &str, heads: &[String]) -> Vec<String> {
    let class = by_name(class).unwrap();
    let tails = std::iter::once(String::new()).chain(('A'..='Z').map(String::from));
    let numbers = tails.flat_map(|tail| heads.iter().map(move |head| format!("{head}{tail}")));
    numbers
        .filter(|number| class.class.verdict(number, None) == Validity::Valid)
        .collect()
}

#[test]
fn a_number_is_refuted_by_its_year_only_when_that_has_not_come() {
    let years = 2026..=2075_u16;
    for (name, head) in [
        ("SgUenRecognizer", "{}34292"),
        ("ZaCompanyRegistrationRecognizer", "{}/123456/07"),
        ("ZaCompanyRegistrationRecognizer", "CK{}/123456"),
    ] {
        let recognizer = Recognizer::predefined(name).unwrap();
        let engine = AnalyzerEngine::new(vec![Arc::new(recognizer)]).unwrap();
        for year in years.clone() {
            let numbers = confirmed(name, &[head.replace("{}", &year.to_string())]);
            assert_eq!(numbers.len(), 1, "{name} {year}");
            let text = format!("no. {} of it", numbers[0]);
            let is_found = |current_year| {
                let request = AnalyzerRequest {
                    current_year,
                    ..AnalyzerRequest::new("en")
                };
                engine.analyze(&text, &request).unwrap().len() == 1
            };
            assert!(is_found(None), "{text}");
            assert!(is_found(Some(year)), "{text}");
            assert!(is_found(Some(year + 1)), "{text}");
            assert!(!is_found(Some(year - 1)), "{text}");
        }
    }
}

#[test]
fn more_patterns_than_there_are_numbers_are_an_error() {
    let recognizer = Arc::new(Recognizer::predefined("UuidRecognizer").unwrap());
    let many = |count| AnalyzerEngine::new(vec![Arc::clone(&recognizer); count]);
    assert_eq!(many(65_536).unwrap_err().kind(), ErrorKind::InvalidArgument);
    assert!(many(1_000).is_ok());
}

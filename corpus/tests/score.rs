//! The figures on a small set whose expected values another implementation computed.

use corpus::jsonl::{Gold, Prediction, read};
use corpus::score::{examples, pair, score};

const GOLD: &str = include_str!("fixtures/gold.jsonl");
const PREDICTED: &str = include_str!("fixtures/predicted.jsonl");
const REPORT: &str = include_str!("fixtures/report.json");

#[test]
fn figures_equal_those_of_the_reference_implementation() {
    let gold: Vec<Gold> = read(GOLD).unwrap();
    let predicted: Vec<Prediction> = read(PREDICTED).unwrap();
    let report = score(&gold, &pair(&gold, predicted).unwrap());
    let expected: serde_json::Value = serde_json::from_str(REPORT).unwrap();
    assert_eq!(serde_json::to_value(&report).unwrap(), expected);
}

#[test]
fn misses_come_first_and_are_limited() {
    let gold: Vec<Gold> = read(GOLD).unwrap();
    let predicted = pair(&gold, read(PREDICTED).unwrap()).unwrap();
    let shown = examples(&gold, &predicted, 1);
    let first_false = shown.iter().position(|example| !example.missed).unwrap();
    assert!(
        shown
            .iter()
            .skip(first_false)
            .all(|example| !example.missed)
    );
    let mut kinds: Vec<_> = shown.iter().map(|e| (e.missed, &e.entity_type)).collect();
    kinds.sort();
    let all = kinds.len();
    kinds.dedup();
    assert_eq!(kinds.len(), all);
    assert!(shown[0].to_string().starts_with("missed EMAIL_ADDRESS [b]"));
}

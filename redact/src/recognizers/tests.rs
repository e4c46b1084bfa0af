//! What holds for every rule, without exception.

use std::collections::BTreeSet;
use std::path::Path;

use super::catalogue;
use crate::recognizer::{Anchor, CompiledPattern, RecognizerSpec};
use crate::{AnalyzerEngine, AnalyzerRequest};

/// A marked text without its marks, and the texts between them.
fn parse_marks(marked: &str) -> (String, Vec<String>) {
    let text = marked.replace(['«', '»'], "");
    let values = marked
        .split('«')
        .skip(1)
        .map(|part| part.split_once('»').expect("« needs its »").0.to_owned())
        .collect();
    (text, values)
}

/// What the rule alone finds in a text.
fn finds_of_rule(engine: &AnalyzerEngine, rule: &RecognizerSpec, text: &str) -> Vec<String> {
    let entities = [rule.entity.clone()];
    let request = AnalyzerRequest {
        entities: Some(&entities),
        ..AnalyzerRequest::default()
    };
    surfaces(engine, text, &request)
}

fn surfaces(engine: &AnalyzerEngine, text: &str, request: &AnalyzerRequest<'_>) -> Vec<String> {
    let results = engine
        .analyze_with(text, request)
        .expect("built-in rules do not fail");
    results
        .iter()
        .map(|result| text[result.span.range()].to_owned())
        .collect()
}

fn engine_of(rule: &'static RecognizerSpec) -> AnalyzerEngine {
    AnalyzerEngine::builder()
        .empty()
        .with_rule(rule)
        .build()
        .unwrap()
}

#[test]
fn every_rule_finds_its_examples_and_nothing_else() {
    for rule in catalogue() {
        let engine = engine_of(rule);
        for example in rule.examples {
            let (text, values) = parse_marks(example.text);
            assert!(
                !values.is_empty(),
                "{}: the example {text:?} marks nothing",
                rule.id
            );
            assert_eq!(
                finds_of_rule(&engine, rule, &text),
                values,
                "{}: {text:?}",
                rule.id
            );
        }
    }
}

#[test]
fn every_rule_leaves_its_counter_examples_and_known_gaps_alone() {
    for rule in catalogue() {
        let engine = engine_of(rule);
        for counter in rule.counter_examples {
            let (text, _) = parse_marks(counter.text);
            let found = finds_of_rule(&engine, rule, &text);
            assert!(
                found.is_empty(),
                "{}: {text:?} ({}): {found:?}",
                rule.id,
                counter.reason
            );
        }
        for gap in rule.known_gaps {
            let (text, values) = parse_marks(gap.text);
            let found = finds_of_rule(&engine, rule, &text);
            assert_ne!(
                found, values,
                "{}: {text:?} is found now: make it an example",
                rule.id
            );
        }
    }
}

#[test]
fn every_counter_example_holds_against_every_rule() {
    let engine = AnalyzerEngine::builder()
        .without(&["jp/person", "jp/address"])
        .build()
        .unwrap();
    for rule in catalogue() {
        for counter in rule.counter_examples {
            let (text, values) = parse_marks(counter.text);
            let found = surfaces(&engine, &text, &AnalyzerRequest::default());
            assert_eq!(found, values, "{}: {text:?} ({})", rule.id, counter.reason);
        }
    }
}

#[test]
fn every_rule_is_well_formed() {
    let mut ids = BTreeSet::new();
    for rule in catalogue() {
        assert!(ids.insert(rule.id), "{} stands twice", rule.id);
        assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
        assert!(
            !rule.counter_examples.is_empty(),
            "{} has no counter-example",
            rule.id
        );
        assert!(
            rule.summary.ends_with('.'),
            "{}: the summary is a sentence",
            rule.id
        );
        assert!(
            !rule.reference.is_empty(),
            "{} names no definition",
            rule.id
        );
        let names: BTreeSet<_> = rule.patterns.iter().map(|pattern| pattern.name).collect();
        assert_eq!(
            names.len(),
            rule.patterns.len(),
            "{}: two patterns of one name",
            rule.id
        );
        for pattern in rule.patterns {
            assert!(
                !pattern.anchors.is_empty(),
                "{}: {} has no anchor",
                rule.id,
                pattern.name
            );
            let labels = pattern
                .anchors
                .iter()
                .filter(|anchor| matches!(anchor, Anchor::Label(_)));
            assert!(
                [0, pattern.anchors.len()].contains(&labels.count()),
                "{}: {}: a value behind a label has no other anchor",
                rule.id,
                pattern.name
            );
            let lazy = ["*?", "+?", "}?", "??"];
            assert!(
                !lazy.iter().any(|syntax| pattern.regex.contains(syntax)),
                "{}: {}: the longest match wins, so nothing is lazy",
                rule.id,
                pattern.name
            );
            let look_around = ["\\b", "\\B", "(?=", "(?!", "(?<"];
            assert!(
                !look_around
                    .iter()
                    .any(|syntax| pattern.regex.contains(syntax)),
                "{}: {}: boundaries are a field, not part of the regex",
                rule.id,
                pattern.name
            );
        }
        for compiled in CompiledPattern::all_of(rule, 0) {
            // Compiles the pattern; a wrong one panics here.
            compiled.match_end("x", 0, None);
        }
    }
}

/// A file in a rule folder that its `mod.rs` does not list would never run.
#[test]
fn no_rule_file_is_unlisted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/recognizers");
    let mut files = BTreeSet::new();
    for country in std::fs::read_dir(folder).unwrap() {
        let country = country.unwrap().path();
        if !country.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(&country).unwrap() {
            let file = file.unwrap().path();
            let stem = file.file_stem().unwrap().to_str().unwrap();
            if stem != "mod" && file.is_file() {
                files.insert(format!(
                    "{}/{stem}",
                    country.file_name().unwrap().to_str().unwrap()
                ));
            }
        }
    }
    let listed: BTreeSet<String> = catalogue().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(listed, files);
}

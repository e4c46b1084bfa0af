//! The scan proposes places; trying every pattern at every place must find the same.

use std::sync::Arc;

use proptest::prelude::*;

use super::scan::Plan;
use super::*;
use crate::presidio::recognizers::{by_name, catalogue};

fn everything() -> (Vec<Arc<Recognizer>>, Plan) {
    let recognizers: Vec<Arc<Recognizer>> = catalogue()
        .filter_map(|class| by_name(class.name))
        .map(|class| Arc::new(Recognizer::of_class(class)))
        .collect();
    let plan = Plan::new(&recognizers, (0..recognizers.len()).collect());
    (recognizers, plan.unwrap())
}

fn compare(recognizers: &[Arc<Recognizer>], plan: &Plan, text: &str) -> Vec<String> {
    let by_scan = plan.scan(text, |_| true);
    let everywhere = plan.search_everywhere(text);
    let spans = |matches: &[Match]| {
        let mut spans: Vec<_> = matches
            .iter()
            .map(|found| (found.pattern, found.start, found.end))
            .collect();
        spans.sort_unstable();
        spans
    };
    recognizers
        .iter()
        .zip(by_scan.iter().zip(&everywhere))
        .filter(|(_, (scanned, all))| spans(scanned) != spans(all))
        .map(|(recognizer, (scanned, all))| {
            format!(
                "{}: {text:?}: scan {:?}, everywhere {:?}",
                recognizer.name(),
                spans(scanned),
                spans(all)
            )
        })
        .collect()
}

#[test]
fn recorded_texts_are_found_alike() {
    let (recognizers, plan) = everything();
    let mut different = Vec::new();
    for file in ["recognizers", "fuzz", "cross"] {
        let path = format!("{}/tests/presidio/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            different.extend(compare(&recognizers, &plan, row["text"].as_str().unwrap()));
        }
    }
    let shown = different.iter().take(20).cloned().collect::<Vec<_>>();
    assert!(
        different.is_empty(),
        "{} differ: {shown:#?}",
        different.len()
    );
}

proptest! {
    #[test]
    fn made_up_texts_are_found_alike(text in "([A-Za-z]{0,3}[0-9]{1,4}[ ./:-]?){1,6}|[0-9A-F:.-]{0,40}|[a-z0-9.@/:_-]{0,40}|[0-9 ]{0,24}|(は|、| |[A-Z]{2}[0-9]{6,9}|[0-9]{9,12}){0,4}") {
        let (recognizers, plan) = everything();
        let different = compare(&recognizers, &plan, &text);
        prop_assert!(different.is_empty(), "{different:#?}");
    }
}

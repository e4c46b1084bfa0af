//! Does the engine answer spans that can be used, for every text?

use std::sync::LazyLock;

use redact::{AnalyzerEngine, AnalyzerRequest, EntityType, RecognizerResult};

/// The engine with all that is on by default.
pub(crate) static ENGINE: LazyLock<AnalyzerEngine> = LazyLock::new(|| {
    AnalyzerEngine::builder()
        .build()
        .expect("the built-in rules compile")
});

static EVERYTHING: LazyLock<Vec<EntityType>> =
    LazyLock::new(|| ENGINE.supported_entities().collect());

/// Analyzes with the default rules and with every rule; results are sorted, disjoint and whole
/// characters, and explaining them changes nothing.
pub fn check(data: &[u8]) {
    let text = super::text(data);
    let results = ENGINE.analyze(&text).expect("built-in rules do not fail");
    assert_usable(&text, &results);
    let explained = ENGINE
        .explain(&text, &AnalyzerRequest::default())
        .expect("built-in rules do not fail");
    assert_same(&results, &explained.results);
    for explanation in &explained.explanations {
        assert!(text.get(explanation.span.range()).is_some());
    }
    let request = AnalyzerRequest {
        entities: Some(&EVERYTHING),
        ..AnalyzerRequest::default()
    };
    let all = ENGINE
        .analyze_with(&text, &request)
        .expect("built-in rules do not fail");
    assert_usable(&text, &all);
}

/// Sorted, disjoint, not empty, on character boundaries, scores in range.
pub(crate) fn assert_usable(text: &str, results: &[RecognizerResult]) {
    let mut behind = 0;
    for result in results {
        assert!(
            text.get(result.span.range()).is_some(),
            "{} cuts a character",
            result.recognizer
        );
        assert!(
            !result.span.is_empty(),
            "{} finds nothing",
            result.recognizer
        );
        assert!(
            result.span.start() >= behind,
            "{} overlaps",
            result.recognizer
        );
        assert!((0.0..=1.0).contains(&result.score.value()));
        behind = result.span.end();
    }
}

fn assert_same(left: &[RecognizerResult], right: &[RecognizerResult]) {
    assert_eq!(left.len(), right.len());
    for (left, right) in left.iter().zip(right) {
        assert_eq!(left.span, right.span);
        assert_eq!(left.entity_type, right.entity_type);
    }
}

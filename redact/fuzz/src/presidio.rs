//! Does the profile `presidio` answer usable spans for every text, every expression of a caller and every
//! request for its anonymizer?

use std::sync::{Arc, LazyLock};

use redact::EntityType;
use redact::presidio::CustomPattern;
use redact::presidio::analyzer::{AnalyzerEngine, AnalyzerRequest, PatternFinder, Recognizer};
use redact::presidio::anonymizer::{anonymize_request, deanonymize_request};
use redact::presidio::recognizers::catalogue;

/// How much text a fuzzer's expression is tried on.
const LONGEST: usize = 256;

/// Every class for one language, so that all of them run.
static ENGINE: LazyLock<AnalyzerEngine> = LazyLock::new(|| {
    let recognizers = catalogue().filter_map(|class| Recognizer::predefined(class.name).ok());
    let recognizers = recognizers.map(|one| Arc::new(one.with_language("en")));
    AnalyzerEngine::new(recognizers.collect()).expect("the classes fit into one engine")
});

/// Runs all classes over the text, its first line as an expression over the rest, and all of it as a
/// request if it is JSON.
pub fn check(data: &[u8]) {
    let text = super::text(data);
    assert_usable(&ENGINE, &text);
    if let Some((expression, rest)) = text.split_once('\n')
        && let Ok(pattern) = CustomPattern::new(expression, 26)
    {
        let finder = PatternFinder::new([(pattern, 0.5)]);
        let recognizer = Recognizer::custom("caller", EntityType::new("CALLER"), finder);
        let rest: String = rest.chars().take(LONGEST).collect();
        let engine = AnalyzerEngine::new(vec![Arc::new(recognizer)]);
        assert_usable(&engine.expect("one recognizer fits"), &rest);
    }
    if let Ok(request) = serde_json::from_str(&text) {
        let mut zeros = |bytes: &mut [u8]| {
            bytes.fill(0);
            Ok(())
        };
        // Refusing is fine, ending the process is not.
        let _ = anonymize_request(&request, &mut zeros);
        let _ = deanonymize_request(&request, &mut zeros);
    }
}

fn assert_usable(engine: &AnalyzerEngine, text: &str) {
    // A pattern that hits its bound is an error, never a text let through.
    let Ok(results) = engine.analyze(text, &AnalyzerRequest::new("en")) else {
        return;
    };
    for result in results {
        assert!(
            text.get(result.start..result.end)
                .is_some_and(|found| !found.is_empty())
        );
        assert!(result.score > 0.0 && result.score <= 1.0);
    }
}

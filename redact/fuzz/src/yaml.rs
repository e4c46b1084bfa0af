//! Is every recognizer file either read or refused, and do the recognizers it makes answer usable spans?

use redact::AnalyzerEngine;
use redact::presidio::read_registry;

/// How much text the recognizers of a file are tried on: with the patterns of a fuzzer a bounded
/// engine may well use all of its bound on each of them.
const LONGEST: usize = 256;

/// Reads a registry and runs its recognizers over the file itself.
pub fn check(data: &[u8]) {
    let yaml = super::text(data);
    let Ok(registry) = read_registry(&yaml) else {
        return;
    };
    let mut builder = AnalyzerEngine::builder().empty();
    for recognizer in registry.recognizers.into_iter().take(4) {
        builder = builder.with_recognizer(recognizer);
    }
    let Ok(engine) = builder.build() else {
        return;
    };
    let text: String = yaml.chars().take(LONGEST).collect();
    // A pattern that hits its bound is an error, never a text let through.
    if let Ok(results) = engine.analyze(&text) {
        super::analyze::assert_usable(&text, &results);
    }
}

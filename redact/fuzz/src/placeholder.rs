//! Does restoring read the same in one piece and in a stream, and does a sender's own text survive?

use std::sync::LazyLock;

use redact::placeholder::Placeholder;
use redact::{AnalyzerEngine, AnonymizerEngine, PlaceholderMap, Restorer};

/// A map with some values of several kinds, several spellings and a literal among them.
static MAP: LazyLock<PlaceholderMap> = LazyLock::new(|| {
    let text = "090-1234-5678 ０９０－１２３４－５６７８ taro@example.jp hanako@example.com \
                192.0.2.1 https://example.jp/a [PERSON_1] <EMAIL_2> 〒100-0001";
    let mut map = PlaceholderMap::new();
    AnalyzerEngine::builder()
        .build()
        .and_then(|engine| engine.analyze(text))
        .and_then(|results| AnonymizerEngine::default().anonymize(text, &results, &mut map))
        .expect("the built-in rules compile and fit");
    map
});

/// Restores the input in one piece, in pieces whose lengths its own bytes choose, and again.
pub fn check(data: &[u8]) {
    let text = super::text(data);
    if let Some(placeholder) = Placeholder::parse(&text) {
        assert!(placeholder.number() < 1_000_000_000);
        assert_eq!(
            Placeholder::parse(&placeholder.to_string()),
            Some(placeholder)
        );
    }
    let restorer = Restorer::new(&MAP);
    let whole = restorer.restore(&text);
    let mut stream = restorer.stream();
    let mut streamed = String::new();
    let mut rest = text.as_bytes();
    while let Some(&first) = rest.first() {
        let length = (usize::from(first) % 7 + 1).min(rest.len());
        let (piece, behind) = rest.split_at(length);
        streamed += &stream.push_bytes(piece);
        rest = behind;
    }
    let (tail, report) = stream.finish();
    streamed += &tail;
    assert_eq!(streamed, whole.text());
    assert_eq!(report.outcome(), whole.report().outcome());
    // Without a map nothing is restored.
    let empty = PlaceholderMap::new();
    assert_eq!(Restorer::new(&empty).restore(&text).text(), text);
}

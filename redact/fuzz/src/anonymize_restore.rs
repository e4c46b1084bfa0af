//! Does what was redacted come back, byte for byte?

use redact::placeholder::RestorePolicy;
use redact::{AnonymizerEngine, EntityType, PlaceholderMap, Restorer};

use super::analyze::ENGINE;

/// Redacts the parts of the input (between NUL bytes) as texts of one case and restores each from
/// the map that all of them went through.
pub fn check(data: &[u8]) {
    let texts: Vec<_> = data
        .split(|&byte| byte == 0)
        .take(4)
        .map(super::text)
        .collect();
    let anonymizer = AnonymizerEngine::default();
    let mut map = PlaceholderMap::new();
    let redacted: Vec<_> = texts
        .iter()
        .map(|text| {
            let results = ENGINE.analyze(text).expect("built-in rules do not fail");
            anonymizer
                .anonymize(text, &results, &mut map)
                .expect("results fit their text")
        })
        .collect();
    let restorer =
        Restorer::new(&map).with_policy(RestorePolicy::new().naming(EntityType::JP_MY_NUMBER));
    // What a later text of the case says must not change what an earlier one is restored to.
    for (text, redacted) in texts.iter().zip(&redacted) {
        for item in redacted.items() {
            assert!(redacted.as_str().get(item.span.range()).is_some());
        }
        assert_eq!(restorer.restore(redacted.as_str()).text(), text);
    }
}

//! Universally unique identifiers.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UuidRecognizer",
    entity: "UUID",
    language: "en",
    country: None,
    context: &["uuid", "guid", "unique identifier"],
    reference: "RFC 9562 §4",
    finder: Finder::Patterns(&[Pattern::new(
        "UUID (hyphenated)",
        r"\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b",
        0.5,
    )
    .at(&[
        Anchor::Number {
            digits: (8, 8),
            then: Then::HYPHEN,
        },
        Anchor::Word {
            run: Run::Letters,
            length: (8, 8),
            then: Then::HYPHEN,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (8, 8),
            then: Then::HYPHEN,
        },
    ])]),
    validate: None,
    invalidate: Some(is_of_no_version),
    year: None,
};

/// Whether the version or the variant is none that RFC 9562 defines, as in the nil and the max UUID.
fn is_of_no_version(found: &str) -> bool {
    let mut groups = found.split('-').skip(2);
    let mut begins_with = |wanted: &[char]| {
        let group = groups.next().unwrap_or_default();
        group.starts_with(wanted)
    };
    let has_version = begins_with(&['1', '2', '3', '4', '5', '6', '7', '8']);
    let has_variant = begins_with(&['8', '9', 'a', 'b', 'A', 'B']);
    !(has_version && has_variant)
}

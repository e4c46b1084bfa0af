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
    invalidate: None,
};

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
};

/// Whether a text is no UUID, is all zeros or all ones, or is of a version or variant that RFC 9562 does not
/// define.
fn is_of_no_version(found: &str) -> bool {
    let digits: Vec<u8> = found
        .bytes()
        .filter(|&byte| byte != b'-')
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let is_hexadecimal = digits.iter().all(u8::is_ascii_hexdigit);
    !(is_hexadecimal
        && digits.len() == 32
        && matches!(digits.get(12), Some(b'1'..=b'8'))
        && matches!(digits.get(16), Some(b'8' | b'9' | b'a' | b'b')))
}

//! Social security numbers: three, two and four digits.

use crate::presidio::recognizer::digits_in;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsSsnRecognizer",
    entity: "US_SSN",
    language: "en",
    country: Some("us"),
    context: &["social", "security", "ssn", "ssns", "ssid"],
    reference: "Social Security Administration, Social Security Number Randomization; 20 CFR 422.103",
    finder: Finder::Patterns(&[
        Pattern::new("SSN1 (very weak)", r"\b[0-9]{5}-[0-9]{4}\b", 0.05).at(&[Anchor::Number {
            digits: (5, 5),
            then: Then::HYPHEN,
        }]),
        Pattern::new("SSN2 (very weak)", r"\b[0-9]{3}-[0-9]{6}\b", 0.05).at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::HYPHEN,
        }]),
        // Presidio gives the hyphenated form two patterns; the surer one, the fifth, always wins.
        Pattern::new("SSN3 (very weak)", r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", 0.05).at(&[
            Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN,
            },
        ]),
        Pattern::new("SSN4 (very weak)", r"\b[0-9]{9}\b", 0.05).at(&[Anchor::Number {
            digits: (9, 9),
            then: Then::ANY,
        }]),
        Pattern::new(
            "SSN5 (medium)",
            r"\b[0-9]{3}(?:-[0-9]{2}-|\.[0-9]{2}\.| [0-9]{2} )[0-9]{4}\b",
            0.5,
        )
        .at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::HYPHEN.or(Then::SPACE).or(Then::DOT),
        }]),
    ]),
    validate: None,
    invalidate: Some(is_never_issued),
};

/// Whether a number was never issued, or was printed so often that it names nobody. Separators of two
/// kinds refute it too.
///
/// Presidio: area numbers from 900 on are let through, though none was ever issued.
fn is_never_issued(found: &str) -> bool {
    let kinds = ['-', '.', ' '].map(|separator| found.contains(separator));
    if kinds.iter().filter(|&&is_used| is_used).count() > 1 {
        return true;
    }
    let digits: Vec<u8> = digits_in(found).collect();
    let is_one_digit = digits.windows(2).all(|pair| pair.first() == pair.last());
    is_one_digit
        || digits.get(3..5) == Some(&[0, 0])
        || digits.get(5..) == Some(&[0; 4])
        || digits.starts_with(&[0; 3])
        || digits.starts_with(&[6; 3])
        || [
            [1, 2, 3, 4, 5, 6, 7, 8, 9],
            // Set aside for advertisements.
            [9, 8, 7, 6, 5, 4, 3, 2, 0],
            // Printed on a specimen card in 1938 and used by thousands.
            [0, 7, 8, 0, 5, 1, 1, 2, 0],
        ]
        .iter()
        .any(|known| digits == known)
}

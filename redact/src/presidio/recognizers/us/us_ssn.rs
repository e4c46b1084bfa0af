//! Social security numbers: three, two and four digits.

use crate::presidio::recognizer::decimal;
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
    year: None,
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
    let digits: Vec<char> = found
        .chars()
        .filter(|&character| decimal(character).is_some())
        .collect();
    // The second is set aside for advertisements; the third was printed on a specimen card in 1938 and
    // used by thousands.
    let is_known = ["123456789", "987654320", "078051120"]
        .iter()
        .any(|known| known.chars().eq(digits.iter().copied()));
    is_known
        || digits.windows(2).all(|pair| pair.first() == pair.last())
        || digits.get(3..5) == Some(&['0'; 2])
        || digits.get(5..) == Some(&['0'; 4])
        || digits.starts_with(&['0'; 3])
        || digits.starts_with(&['6'; 3])
}

//! Canadian social insurance numbers (SIN): nine digits by Luhn, the first for the province; none begins with
//! 0 or 8.

use crate::check_digit::luhn;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "CaSinRecognizer",
    entity: "CA_SIN",
    language: "en",
    country: Some("ca"),
    context: &[
        "sin",
        "sin number",
        "social insurance",
        "social insurance number",
        "canada",
        "nas",
        "numéro nas",
        "numéro d'assurance sociale",
        "assurance sociale",
    ],
    reference: "Employment Insurance Act (S.C. 1996, c. 23) s 138; Service Canada, Social Insurance Number Code of Practice",
    finder: Finder::Patterns(&[
        Pattern::new("SIN (weak)", r"\b[1-79]\d{8}\b", 0.05).at(&[Anchor::Number {
            digits: (9, 9),
            then: Then::ANY,
        }]),
        Pattern::new(
            "SIN (medium)",
            r"\b[1-79]\d{2}(?:-\d{3}-| \d{3} )\d{3}\b",
            0.5,
        )
        .at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::HYPHEN.or(Then::SPACE),
        }]),
    ]),
    validate: None,
    invalidate: Some(invalidate),
    year: None,
};

/// Refutes a number whose check digit is wrong. A text without digits is not refuted.
fn invalidate(text: &str) -> bool {
    let digits: Vec<u8> = text.chars().filter_map(decimal).collect();
    !digits.is_empty() && !luhn(digits.into_iter())
}

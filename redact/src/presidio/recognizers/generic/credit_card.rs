//! Numbers of payment cards: 13 to 17 digits, in groups or in one.

use crate::check_digit::luhn;
use crate::presidio::recognizer::{decimal, digits_in};
use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "CreditCardRecognizer",
    entity: "CREDIT_CARD",
    language: "en",
    country: None,
    context: &[
        "credit",
        "card",
        "visa",
        "mastercard",
        "cc ",
        "amex",
        "discover",
        "jcb",
        "diners",
        "maestro",
        "instapayment",
    ],
    reference: "ISO/IEC 7812-1",
    finder: Finder::Patterns(&[Pattern::new(
        "All Credit Cards (weak)",
        // Digits behind the first two may be full-width. Presidio: of any script.
        concat!(
            r"\b(?:[1346][0-9０-９]|5[0-5])[0-9０-９]{2}[- ]?",
            r"[0-9０-９]{3,4}[- ]?[0-9０-９]{3,4}[- ]?[0-9０-９]{3,5}\b",
        ),
        0.3,
    )
    .when(is_no_time_stamp)
    .at(&[
        Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (7, 8),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (10, 12),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (13, 17),
            then: Then::ANY,
        },
    ])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Whether a match does not begin with 1 and twelve digits: those are milliseconds since 1970.
fn is_no_time_stamp(found: &Found<'_>) -> bool {
    let text = found.as_str();
    let digits = text
        .chars()
        .take_while(|&character| decimal(character).is_some())
        .count();
    !(text.starts_with('1') && digits == 13)
}

/// Whether the digits satisfy Luhn's formula.
fn validate(found: &str) -> Validity {
    if luhn(digits_in(found)) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}

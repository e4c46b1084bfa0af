//! Swedish personal identity numbers: date of birth, serial number, Luhn digit; coordination numbers have 60 more in the day.

use crate::check_digit::luhn;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "SePersonnummerRecognizer",
    entity: "SE_PERSONNUMMER",
    language: "sv",
    country: Some("se"),
    context: &[
        "personnummer",
        "svenskt personnummer",
        "svensk id",
        "ssn",
        "personal identity number",
        "samordningsnummer",
    ],
    reference: "Folkbokföringslag (1991:481) § 18; Skatteverket SKV 704",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Swedish Personnummer (Medium)",
            r"\b\d{6,8}[-+]?\d{4}\b",
            0.5,
        )
        .at(&[
            Anchor::Number {
                digits: (10, 12),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (6, 8),
                then: Then::HYPHEN.or(Then::OTHER),
            },
        ]),
        Pattern::new(
            "Swedish Personnummer (Very Weak)",
            r"\d{6,8}[-+]?\d{4}",
            0.1,
        ),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the last ten digits to the calendar and to their check digit.
fn validate(text: &str) -> Validity {
    let digits: Vec<u8> = text.chars().filter_map(decimal).collect();
    let Some(digits) = digits.last_chunk::<10>() else {
        return Validity::Invalid;
    };
    let month = digits[2] * 10 + digits[3];
    // Presidio: any month may have 31 days.
    let is_day = matches!(digits[4] * 10 + digits[5], 1..=31 | 61..=91);
    Validity::confirmed_if((1..=12).contains(&month) && is_day && luhn(digits.iter().copied()))
}

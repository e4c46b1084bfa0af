//! Swedish organisation numbers: ten digits, the third at least 2, the last by Luhn.

use crate::check_digit::luhn;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "SeOrganisationsnummerRecognizer",
    entity: "SE_ORGANISATIONSNUMMER",
    language: "sv",
    country: Some("se"),
    context: &["organisationsnummer", "orgnr", "org nr", "företagsnummer"],
    reference: "Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.; Skatteverket SKV 709",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Swedish Organisationsnummer (Medium)",
            r"\b\d{6}-?\d{4}\b",
            0.6,
        )
        .at(&[
            Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (6, 6),
                then: Then::HYPHEN,
            },
        ]),
        Pattern::new("Swedish Organisationsnummer (Weak)", r"\d{6}-?\d{4}", 0.2),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the ten digits to their check digit; the third and fourth are no month.
fn validate(text: &str) -> Validity {
    let digits: Vec<u8> = text.chars().filter_map(decimal).collect();
    Validity::confirmed_if(digits.len() == 10 && digits[2] >= 2 && luhn(digits.into_iter()))
}

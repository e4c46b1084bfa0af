//! Spanish identity and tax numbers of persons (DNI, NIF): seven or eight digits and a control letter.

use crate::check_digit::es_identity_letter;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "EsNifRecognizer",
    entity: "ES_NIF",
    language: "es",
    country: Some("es"),
    context: &[
        "documento nacional de identidad",
        "DNI",
        "NIF",
        "identificación",
    ],
    reference: "Real Decreto 1553/2005; Real Decreto 1065/2007, art. 19",
    finder: Finder::Patterns(
        &[
            Pattern::new("NIF", r"\b[0-9]?[0-9]{7}-?[A-Z]\b", 0.5).at(&[Anchor::Number {
                digits: (7, 8),
                then: Then::HYPHEN.or(Then::TEXT),
            }]),
        ],
    ),
    validate: Some(validate),
    invalidate: None,
};

/// Holds the number to its letter.
fn validate(text: &str) -> Validity {
    let compact: String = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .flat_map(char::to_uppercase)
        .collect();
    let mut characters = compact.chars();
    let letter = characters.next_back();
    // The remainder of the number by 23, digit by digit, whatever its length.
    let remainder = characters.try_fold(0, |remainder, character| {
        decimal(character).map(|digit| (remainder * 10 + u64::from(digit)) % 23)
    });
    Validity::confirmed_if(remainder.map(es_identity_letter) == letter && letter.is_some())
}

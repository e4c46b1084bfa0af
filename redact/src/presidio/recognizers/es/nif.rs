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
    year: None,
};

/// Holds the number to its letter.
fn validate(text: &str) -> Validity {
    // The remainder by 23 of all digits, however many, and whatever stands between them.
    let remainder = text
        .chars()
        .filter_map(decimal)
        .fold(None, |remainder, digit| {
            Some((remainder.unwrap_or(0) * 10 + u64::from(digit)) % 23)
        });
    let letter = text
        .chars()
        .rfind(|character| !matches!(character, '-' | ' '));
    Validity::confirmed_if(remainder.zip(letter).is_some_and(|(remainder, letter)| {
        letter.to_uppercase().eq([es_identity_letter(remainder)])
    }))
}

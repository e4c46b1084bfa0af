//! Spanish identity numbers of foreigners: X, Y or Z, seven digits, a control letter.

use crate::check_digit::es_identity_letter;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "EsNieRecognizer",
    entity: "ES_NIE",
    language: "es",
    country: Some("es"),
    context: &["número de identificación de extranjero", "NIE"],
    reference: "Real Decreto 557/2011, art. 206; Orden INT/2058/2008",
    finder: Finder::Patterns(&[
        Pattern::new("NIE", r"\b[X-Z]?[0-9]?[0-9]{7}-?[A-Z]\b", 0.5).at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (9, 10),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (8, 8),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (7, 8),
                then: Then::HYPHEN,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (8, 9),
                then: Then::HYPHEN,
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its letter. A number without X, Y or Z is no NIE.
fn validate(text: &str) -> Validity {
    let compact: String = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .flat_map(char::to_uppercase)
        .collect();
    Validity::confirmed_if(fits(&compact) == Some(true))
}

fn fits(text: &str) -> Option<bool> {
    let mut characters = text.chars();
    let first = match characters.next()? {
        'X' => 0,
        'Y' => 1,
        'Z' => 2,
        _ => return None,
    };
    let letter = characters.next_back()?;
    // Presidio: six digits will do.
    if !matches!(characters.clone().count(), 6 | 7) {
        return None;
    }
    let number = characters.try_fold(first, |number, character| {
        Some(number * 10 + u64::from(decimal(character)?))
    })?;
    Some(es_identity_letter(number) == letter)
}

//! Singapore unique entity numbers (UEN) of businesses, companies and other entities.

use crate::check_digit::sg_entity_number;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "SgUenRecognizer",
    entity: "SG_UEN",
    language: "en",
    country: Some("sg"),
    context: &[
        "uen",
        "unique entity number",
        "business registration",
        "ACRA",
    ],
    reference: "Accounting and Corporate Regulatory Authority, Unique Entity Number; Statutes (Miscellaneous Amendments) Act 2008",
    finder: Finder::Patterns(&[Pattern::new(
        "UEN (low)",
        r"\b(?:\d{8}[A-Z]|\d{9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z])\b",
        0.3,
    )
    .at(&[
        Anchor::Number {
            digits: (8, 9),
            then: Then::TEXT,
        },
        Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        },
    ])]),
    validate: Some(validate),
    invalidate: None,
    year: Some(year),
};

/// The year of a company's registration, which stands in front of its number.
fn year(text: &str) -> Option<u16> {
    let number = canonical(text);
    let is_of_a_company =
        number.len() == 10 && number.bytes().take(9).all(|byte| byte.is_ascii_digit());
    number.get(..4).filter(|_| is_of_a_company)?.parse().ok()
}

/// Confirms a number whose check letter fits; refutes any other.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(sg_entity_number(&canonical(text)))
}

/// The number in capitals and ASCII digits.
fn canonical(text: &str) -> String {
    let number = text.to_ascii_uppercase();
    // Digits of any script stand for themselves in the formats that have digits alone.
    let is_number = |characters: &str| characters.chars().all(|one| decimal(one).is_some());
    match number.char_indices().next_back() {
        Some((last, check)) if is_number(number.get(..last).unwrap_or_default()) => number
            .chars()
            .filter_map(decimal)
            .map(|digit| char::from(b'0' + digit))
            .chain([check])
            .collect(),
        _ => number,
    }
}

//! German pension insurance numbers: area, date of birth, letter of the birth name, serial number, check digit.

use crate::check_digit::de_pension_insurance;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeSocialSecurityRecognizer",
    entity: "DE_SOCIAL_SECURITY",
    language: "de",
    country: Some("de"),
    context: &["rentenversicherungsnummer", "sozialversicherungsnummer", "versicherungsnummer", "rvnr", "svnr", "sv-nummer", "rente", "rentenversicherung", "deutsche rentenversicherung", "drv", "sozialversicherung", "sozialversicherungsausweis", "rentenausweis"],
    reference: "SGB VI § 147; Versicherungsnummern-, Kontoführungs- und Versicherungsverlaufsverordnung §§ 2 to 4",
    finder: Finder::Patterns(&[Pattern::new("Rentenversicherungsnummer (Strict, with birth date structure)", r"\b\d{2}(?:0[1-9]|[12]\d|3[01]|5[1-9]|[67]\d|8[01])(?:0[1-9]|1[0-2])\d{2}[A-Z]\d{2}[0-9]\b", 0.5).at(&[Anchor::Number { digits: (8, 8), then: Then::TEXT }]), Pattern::new("Rentenversicherungsnummer (Relaxed)", r"\b\d{8}[A-Z]\d{3}\b", 0.3).at(&[Anchor::Number { digits: (8, 8), then: Then::TEXT }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    let text = text.trim().to_uppercase();
    Validity::confirmed_if(
        parse(&text).is_some_and(|(front, letter, [first, second, check])| {
            de_pension_insurance(front, letter, [first, second], check)
        }),
    )
}

/// The digits in front, the rank of the letter, and the digits behind.
fn parse(text: &str) -> Option<([u8; 8], u8, [u8; 3])> {
    let (place, letter) = text
        .char_indices()
        .find(|(_, character)| character.is_ascii_uppercase())?;
    let front = decimals(text.get(..place)?)?;
    let behind = decimals(text.get(place + 1..)?)?;
    // Days above 50 are of numbers given with a date that was already full.
    let day = match front[2] * 10 + front[3] {
        day @ 1..=31 => day,
        day @ 51..=81 => day - 50,
        _ => return None,
    };
    let month = front[4] * 10 + front[5];
    (day > 0 && (1..=12).contains(&month)).then_some((
        front,
        u8::try_from(letter).ok()? - b'A' + 1,
        behind,
    ))
}

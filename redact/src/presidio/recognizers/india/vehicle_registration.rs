//! Indian vehicle registrations: state, office, series and four digits; the BH series, the plates of
//! diplomats and of the forces.

use super::transport_offices::{has_office, writes_one_digit};
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InVehicleRegistrationRecognizer",
    entity: "IN_VEHICLE_REGISTRATION",
    language: "en",
    country: Some("in"),
    context: &["RTO", "vehicle", "plate", "registration"],
    reference: "Motor Vehicles Act 1988 s 41(6); Central Motor Vehicles Rules 1989, rules 50 and 51; notification G.S.R. 594(E) of 26 August 2021",
    finder: Finder::Patterns(&[
        Pattern::new(
            "India Vehicle Registration (Very Weak)",
            r"\b[A-Z][0-9]{4}\b",
            0.01,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (5, 5),
            then: Then::ANY,
        }])
        .when(serial_is_not_zero),
        Pattern::new(
            "India Vehicle Registration (Very Weak)",
            r"\b[A-Z]{2}\d{4}\b",
            0.01,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (6, 6),
            then: Then::ANY,
        }])
        .when(serial_is_not_zero),
        Pattern::new(
            "India Vehicle Registration (Very Weak)",
            r"\bI\d{5}\b",
            0.01,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (6, 6),
            then: Then::ANY,
        }])
        .when(|found| !found.as_str().ends_with("00000")),
        Pattern::new(
            "India Vehicle Registration (Weak)",
            r"\b[A-Z]{3}\d{4}\b",
            0.2,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (7, 7),
            then: Then::ANY,
        }])
        .when(serial_is_not_zero),
        Pattern::new(
            "India Vehicle Registration (Medium)",
            r"\b\d{1,3}(?:CD|CC|UN)[1-9][0-9]{1,3}\b",
            0.4,
        )
        .at(&[Anchor::Number {
            digits: (1, 3),
            then: Then::TEXT,
        }]),
        Pattern::new(
            "India Vehicle Registration",
            r"\b[A-Z]{2}\d[A-Z]{1,3}\d{4}\b",
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (8, 10),
            then: Then::ANY,
        }])
        .when(serial_is_not_zero),
        Pattern::new(
            "India Vehicle Registration",
            r"\b[A-Z]{2}\d{2}[A-Z]{1,2}\d{4}\b",
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 10),
            then: Then::ANY,
        }])
        .when(serial_is_not_zero),
        Pattern::new(
            "India Vehicle Registration",
            r"\b[2-9][1-9]BH\d{4}[A-HJ-NP-Z]{2}\b",
            0.85,
        )
        .at(&[Anchor::Number {
            digits: (2, 2),
            then: Then::TEXT,
        }])
        .when(|found| found.as_str().get(4..8) != Some("0000")),
        Pattern::new(
            "India Vehicle Registration",
            r"\b\d{2}[ABCDEFHKPRX]\d{6}[A-Z]\b",
            0.85,
        )
        .at(&[Anchor::Number {
            digits: (2, 2),
            then: Then::TEXT,
        }])
        .when(|found| !found.as_str().starts_with("00")),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

fn serial_is_not_zero(found: &Found<'_>) -> bool {
    !found.as_str().ends_with("0000")
}

/// Confirms a registration whose office exists; says nothing of others.
fn validate(text: &str) -> Validity {
    let characters: Vec<char> = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' ' | ':'))
        .map(|character| character.to_ascii_uppercase())
        .collect();
    let is_digit = |character: &char| decimal(*character).is_some();
    let &[first, second, ref office @ .., _, _, _, _] = characters.as_slice() else {
        return Validity::Unknown;
    };
    let [tens, ones, ..] = *office else {
        return Validity::Unknown;
    };
    let mut serial = characters.iter().rev().take(4);
    let is_registration =
        serial.clone().all(is_digit) && serial.any(|&digit| decimal(digit) != Some(0));
    let is_known = match (decimal(tens), decimal(ones)) {
        (Some(tens), Some(ones)) => has_office([first, second], tens * 10 + ones),
        (Some(digit), None) => {
            writes_one_digit([first, second]) && has_office([first, second], digit)
        }
        _ => false,
    };
    if is_registration && is_known {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}

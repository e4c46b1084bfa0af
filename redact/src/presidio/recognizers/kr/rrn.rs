//! Korean resident registration numbers (주민등록번호): birth date, a digit from 1 to 4, six digits.

use super::surroundings::is_alone;
use crate::check_digit::kr_resident_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "KrRrnRecognizer",
    entity: "KR_RRN",
    language: "ko",
    country: Some("kr"),
    context: &[
        "Korean RRN",
        "Korean Resident Registration Number",
        "Resident Registration Number",
        "RRN",
        "rrn",
        "rrn#",
    ],
    reference: "주민등록법 제7조의2; 주민등록법 시행규칙 제2조",
    finder: Finder::Patterns(&[Pattern::new(
        "RRN (Medium)",
        r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[1-4]\d{6}",
        0.5,
    )
    .at(&[
        Anchor::Number {
            digits: (6, 6),
            then: Then::HYPHEN,
        },
        Anchor::Number {
            digits: (13, 13),
            then: Then::ANY,
        },
    ])
    .when(is_alone)]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Confirms a number whose check digit fits; numbers issued since October 2020 have none, so nothing is
/// said of others.
fn validate(text: &str) -> Validity {
    validate_resident(text, kr_resident_number)
}

/// Confirms thirteen digits whose region (00 to 95) exists and that `holds` accepts, refutes any other
/// length.
pub(super) fn validate_resident(text: &str, holds: fn([u8; 13]) -> bool) -> Validity {
    let Some(digits) = decimals::<13>(&text.replace('-', "")) else {
        return Validity::Invalid;
    };
    if digits[7] * 10 + digits[8] <= 95 && holds(digits) {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}

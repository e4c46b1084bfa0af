//! Korean foreigner registration numbers (외국인등록번호): birth date, a digit from 5 to 8, six digits.

use super::rrn::validate_resident;
use super::surroundings::is_alone;
use crate::check_digit::kr_foreigner_number;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "KrFrnRecognizer",
    entity: "KR_FRN",
    language: "ko",
    country: Some("kr"),
    context: &[
        "외국인등록번호",
        "Korean FRN",
        "FRN",
        "Foreigner Registration Number",
        "Korean Foreigner Registration Number",
        "외국인번호",
    ],
    reference: "출입국관리법 제31조; 출입국관리법 시행령 제40조의2",
    finder: Finder::Patterns(&[Pattern::new(
        "FRN (Medium)",
        r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[5-8]\d{6}",
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
    validate_resident(text, kr_foreigner_number)
}

//! Korean business registration numbers (사업자등록번호): ten digits, the last checks.

use super::surroundings::is_alone;
use crate::check_digit::kr_business_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "KrBrnRecognizer",
    entity: "KR_BRN",
    language: "ko",
    country: Some("kr"),
    context: &[
        "사업자등록번호",
        "사업자번호",
        "사업자",
        "BRN",
        "Business Registration Number",
        "Korean BRN",
        "business number",
        "tax registration number",
    ],
    reference: "부가가치세법 제8조; 국세청, 사업자등록번호 검증",
    finder: Finder::Patterns(&[
        Pattern::new("BRN (Weak)", r"\d{3}-\d{2}-\d{5}", 0.1)
            .at(&[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN,
            }])
            .when(is_alone),
        Pattern::new("BRN (Very weak)", r"\d{10}", 0.05)
            .at(&[Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            }])
            .when(is_alone),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    let digits = decimals(&text.replace('-', ""));
    Validity::confirmed_if(digits.is_some_and(kr_business_number))
}

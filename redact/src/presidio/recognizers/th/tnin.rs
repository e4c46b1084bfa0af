//! Thai citizen numbers: kind of person, province and district, serial numbers, check digit.

use crate::check_digit::th_citizen_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ThTninRecognizer",
    entity: "TH_TNIN",
    language: "th",
    country: Some("th"),
    context: &[
        "Thai National ID",
        "Thai ID Number",
        "TNIN",
        "เลขประจำตัวประชาชน",
        "เลขบัตรประชาชน",
        "รหัสปชช",
    ],
    reference: "Civil Registration Act B.E. 2534 (1991), sections 16, 36; Department of Provincial Administration",
    finder: Finder::Patterns(&[Pattern::new(
        "TNIN (Medium)",
        r"\b[1-9](?:[134][0-9]|[267][0-7]|5[0-8]|[89][0-6])\d{10}\b",
        0.5,
    )
    .at(&[Anchor::Number {
        digits: (13, 13),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(decimals(text).is_some_and(th_citizen_number))
}

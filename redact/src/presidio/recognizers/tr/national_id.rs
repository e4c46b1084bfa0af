//! Turkish identity numbers: eleven digits, the last two of them check digits.

use crate::check_digit::tr_identity_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "TrNationalIdRecognizer",
    entity: "TR_NATIONAL_ID",
    language: "tr",
    country: Some("tr"),
    context: &[
        "tc kimlik",
        "kimlik no",
        "kimlik numarası",
        "tckn",
        "tc no",
        "nüfus cüzdanı",
        "national id",
        "turkish id",
        "türk kimlik",
    ],
    reference: "5490 sayılı Nüfus Hizmetleri Kanunu, madde 46",
    finder: Finder::Patterns(&[
        Pattern::new("TR_NATIONAL_ID", r"\b[1-9][0-9]{10}\b", 0.3).at(&[Anchor::Number {
            digits: (11, 11),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digits.
fn validate(text: &str) -> Validity {
    let digits = decimals::<11>(text);
    Validity::confirmed_if(digits.is_some_and(|digits| digits[0] > 0 && tr_identity_number(digits)))
}

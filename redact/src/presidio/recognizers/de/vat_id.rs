//! German VAT identification numbers: `DE` and nine digits, the last a check digit.

use crate::check_digit::iso7064_mod11_10;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeVatIdRecognizer",
    entity: "DE_VAT_ID",
    language: "de",
    country: Some("de"),
    context: &[
        "umsatzsteuer-identifikationsnummer",
        "umsatzsteueridentifikationsnummer",
        "ust-idnr",
        "ust-id",
        "ustidnr",
        "umsatzsteuer-id",
        "mehrwertsteuer",
        "vat",
        "vat-id",
        "vat id",
        "steueridentifikation",
        "bzst",
        "bundeszentralamt für steuern",
        "finanzamt",
        "invoice",
        "rechnung",
    ],
    reference: "Umsatzsteuergesetz § 27a; ISO 7064 MOD 11,10",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Umsatzsteuer-Identifikationsnummer USt-IdNr. (DE + 9 digits)",
            r"\bDE\d{9}\b",
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (11, 11),
            then: Then::ANY,
        }]),
        Pattern::new(
            "Umsatzsteuer-Identifikationsnummer USt-IdNr. (with separators)",
            r"\bDE[\s.-]?\d{3}[\s.-]?\d{3}[\s.-]?\d{3}\b",
            0.4,
        )
        .at(&[Anchor::Literal(&["DE"])]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// A fitting check digit proves the number; another does not refute it, since the algorithm was never
/// published officially.
fn validate(text: &str) -> Validity {
    let compact: String = text
        .chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '.' | '-'))
        .flat_map(char::to_uppercase)
        .collect();
    match compact.strip_prefix("DE").and_then(decimals::<9>) {
        Some(digits) if iso7064_mod11_10(digits.into_iter()) => Validity::Valid,
        Some(_) => Validity::Unknown,
        None => Validity::Invalid,
    }
}

//! Account numbers of banks in the United States, which have no common form: 8 to 17 digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsBankRecognizer",
    entity: "US_BANK_NUMBER",
    language: "en",
    country: Some("us"),
    context: &[
        "check", "account", "account#", "acct", "bank", "save", "debit",
    ],
    reference: "Nacha Operating Rules, appendix 3 (DFI Account Number, up to 17 characters)",
    finder: Finder::Patterns(&[
        Pattern::new("Bank Account (weak)", r"\b[0-9]{8,17}\b", 0.05).at(&[Anchor::Number {
            digits: (8, 17),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

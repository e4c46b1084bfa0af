//! Medicare beneficiary identifiers: eleven characters, digits and letters at fixed places, without the
//! letters that look like digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

/// A letter that an identifier may have: not S, L, O, I, B, Z.
macro_rules! letter {
    () => {
        "[ac-hj-kmnp-rt-y]"
    };
}

/// The same or a digit.
macro_rules! either {
    () => {
        "[0-9ac-hj-kmnp-rt-y]"
    };
}

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsMbiRecognizer",
    entity: "US_MBI",
    language: "en",
    country: Some("us"),
    context: &[
        "medicare",
        "mbi",
        "beneficiary",
        "cms",
        "medicaid",
        "hic",
        "hicn",
    ],
    reference: "CMS, Understanding the Medicare Beneficiary Identifier (MBI) Format",
    finder: Finder::Patterns(&[
        Pattern::new(
            "MBI (weak)",
            // Presidio: the first digit may be zero.
            concat!(
                r"\b[0-9]",
                letter!(),
                either!(),
                "[0-9]",
                letter!(),
                either!(),
                "[0-9]",
                letter!(),
                letter!(),
                r"[0-9]{2}\b"
            ),
            0.3,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (11, 11),
            then: Then::ANY,
        }]),
        Pattern::new(
            "MBI (medium)",
            concat!(
                r"\b[0-9]",
                letter!(),
                either!(),
                "[0-9]-",
                letter!(),
                either!(),
                "[0-9]-",
                letter!(),
                letter!(),
                r"[0-9]{2}\b"
            ),
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (4, 4),
            then: Then::HYPHEN,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

//! Canadian postal codes: letter, digit, letter, then digit, letter, digit. No code has D F I O Q or U, none
//! begins with W or Z.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "CaPostalCodeRecognizer",
    entity: "CA_POSTAL_CODE",
    language: "en",
    country: Some("ca"),
    context: &[
        "postal code",
        "postcode",
        "zip",
        "canada",
        "ontario",
        "quebec",
        "alberta",
        "british columbia",
        "code postal",
    ],
    reference: "Canada Post Addressing Guidelines, postal code",
    finder: Finder::Patterns(&[
        Pattern::new(
            "CA Postal Code (strict, with space)",
            r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d\b",
            0.3,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (3, 3),
            then: Then::SPACE,
        }]),
        Pattern::new(
            "CA Postal Code (weak, no space)",
            r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d\b",
            0.1,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (6, 6),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

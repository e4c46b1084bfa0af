//! Philippine passport numbers: a letter, seven digits, a letter; or two letters and seven digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "PhPassportRecognizer",
    entity: "PH_PASSPORT",
    language: "en",
    country: Some("ph"),
    context: &[
        "passport",
        "passport number",
        "passport no",
        "passport no.",
        "passport#",
        "passport id",
        "travel document",
        "philippine passport",
        "philippines passport",
        "pasaporte",
        "pasaporte number",
        "dfa",
    ],
    reference: "Philippine Passport Act of 1996 (Republic Act 8239); Department of Foreign Affairs, ePassport number",
    finder: Finder::Patterns(&[Pattern::new(
        "PH Passport (weak: 1L7D1L or 2L7D)",
        r"\b(?:[A-Z]\d{7}[A-Z]|[A-Z]{2}\d{7})\b",
        0.1,
    )
    .at(&[Anchor::Word {
        run: Run::Mixed,
        length: (9, 9),
        then: Then::ANY,
    }])]),
    validate: None,
    invalidate: None,
    year: None,
};

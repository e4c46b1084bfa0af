//! Indian passport numbers: a letter and seven digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InPassportRecognizer",
    entity: "IN_PASSPORT",
    language: "en",
    country: Some("in"),
    context: &["passport", "indian passport", "passport number"],
    reference: "Passports Act 1967; Passport Seva, passport booklet number",
    finder: Finder::Patterns(&[
        Pattern::new("PASSPORT", r"\b[A-Z][1-9]\d\s?\d{4}[1-9]\b", 0.1).at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (8, 8),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (3, 3),
                then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
            },
        ]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

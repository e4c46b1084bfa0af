//! Spanish passport numbers: three letters and six digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "EsPassportRecognizer",
    entity: "ES_PASSPORT",
    language: "es",
    country: Some("es"),
    context: &[
        "pasaporte",
        "passport",
        "número de pasaporte",
        "passport number",
    ],
    reference: "Real Decreto 896/2003; ICAO Doc 9303 part 4",
    finder: Finder::Patterns(&[
        Pattern::new("ES_PASSPORT", r"\b[A-Z]{3}[0-9]{6}\b", 0.05).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

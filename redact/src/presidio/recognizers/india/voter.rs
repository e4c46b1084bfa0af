//! Indian voter numbers (EPIC): three letters and seven digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InVoterRecognizer",
    entity: "IN_VOTER",
    language: "en",
    country: Some("in"),
    context: &["voter", "epic", "elector photo identity card"],
    reference: "Registration of Electors Rules 1960, rule 28; Election Commission of India, EPIC numbering",
    finder: Finder::Patterns(&[
        Pattern::new("VOTER", r"\b[A-Z][ABCDGHJKMNPRSY][A-Z][0-9]{7}\b", 0.4).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }]),
        Pattern::new("VOTER", r"\b[A-Z]{3}[0-9]{7}\b", 0.3).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

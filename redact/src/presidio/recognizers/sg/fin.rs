//! Singapore identity numbers (NRIC and FIN): a letter, seven digits, a letter.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "SgFinRecognizer",
    entity: "SG_NRIC_FIN",
    language: "en",
    country: Some("sg"),
    context: &["fin", "fin#", "nric", "nric#"],
    reference: "National Registration Act 1965; Immigration Act 1959; Immigration and Checkpoints Authority",
    finder: Finder::Patterns(&[
        Pattern::new("Nric (weak)", r"\b[A-Z][0-9]{7}[A-Z]\b", 0.3).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
        Pattern::new("Nric (medium)", r"\b[FGMST][0-9]{7}[A-Z]\b", 0.5).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

//! South African traffic register numbers: thirteen digits that are no identity number.

use super::id_number::is_id_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaTrafficRegisterNumberRecognizer",
    entity: "ZA_TRAFFIC_REGISTER_NUMBER",
    language: "en",
    country: Some("za"),
    context: &[
        "traffic register",
        "traffic register number",
        "trn",
        "enatis",
        "natis",
        "vehicle register",
    ],
    reference: "National Road Traffic Regulations 2000, regulation 32A",
    finder: Finder::Patterns(&[Pattern::new(
        "South African Traffic Register Number",
        r"\b\d{13}\b",
        0.05,
    )
    .at(&[Anchor::Number {
        digits: (13, 13),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Confirms thirteen digits that are no identity number.
// Presidio: so that every JAN and EAN-13 is a traffic register number, and sure.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(decimals::<13>(text).is_some() && !is_id_number(text))
}

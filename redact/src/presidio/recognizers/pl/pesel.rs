//! Polish PESEL numbers: date of birth with the century in the month, serial number, check digit.

use crate::check_digit::pl_pesel;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "PlPeselRecognizer",
    entity: "PL_PESEL",
    language: "pl",
    country: Some("pl"),
    context: &["PESEL"],
    reference: "Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15",
    finder: Finder::Patterns(&[Pattern::new(
        "PESEL",
        r"[0-9]{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{5}",
        0.4,
    )]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(decimals(text).is_some_and(pl_pesel))
}

//! British driver numbers: five letters of the surname, date of birth and sex, initials, check characters.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UkDrivingLicenceRecognizer",
    entity: "UK_DRIVING_LICENCE",
    language: "en",
    country: Some("uk"),
    context: &["driving licence", "driving license", "driver's licence", "driver's license", "dvla", "dl number", "licence number", "license number"],
    reference: "DVLA, driver number format; Road Traffic Act 1988 s. 98",
    finder: Finder::Patterns(&[Pattern::new("UK Driving Licence", r"\b[A-Z9]{5}[0-9](?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9][A-Z9]{2}[A-Z0-9][A-Z]{2}\b", 0.5).at(&[Anchor::Word { run: Run::Mixed, length: (16, 16), then: Then::ANY }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// The surname begins with a letter, and only nines fill it up.
fn validate(text: &str) -> Validity {
    let surname: String = text.to_uppercase().chars().take(5).collect();
    let surname = surname.strip_suffix('\n').unwrap_or(&surname);
    let letters = surname.trim_end_matches('9');
    let is_surname =
        !letters.is_empty() && letters.chars().all(|letter| letter.is_ascii_uppercase());
    Validity::refuted_unless(is_surname)
}

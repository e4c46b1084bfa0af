//! South African company registrations: year, six digits, kind; before 2011 with letters for the kind.

use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaCompanyRegistrationRecognizer",
    entity: "ZA_COMPANY_REGISTRATION",
    language: "en",
    country: Some("za"),
    context: &[
        "cipc",
        "company registration",
        "registration number",
        "close corporation",
        "company reg",
        "enterprise number",
    ],
    reference: "Companies Act 71 of 2008; Close Corporations Act 69 of 1984; Companies and Intellectual Property Commission",
    finder: Finder::Patterns(&[
        Pattern::new(
            "South African Company Registration (modern)",
            r"\b(?:19|20)\d{2}/\d{6}/\d{2}\b",
            0.4,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::SLASH,
        }]),
        Pattern::new(
            "South African Company Registration (legacy)",
            r"\b(?:CK|NR|[BKMNTW])\d{4}/\d{6}\b",
            0.3,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (5, 6),
            then: Then::SLASH,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
};

/// The years in which companies were registered. Presidio ends with the year of the clock; a library
/// without one ends with the year the recorded answers are from.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2026;

/// Holds the number to its form and its year.
fn validate(text: &str) -> Validity {
    let upper = text.to_ascii_uppercase();
    let unmarked = ["CK", "NR", "B", "K", "M", "N", "T", "W"]
        .into_iter()
        .find_map(|kind| upper.strip_prefix(kind));
    let mut parts = unmarked.unwrap_or(&upper).split('/');
    let year = parts.next().and_then(decimals::<4>);
    let number = parts.next().and_then(decimals::<6>);
    let has_kind = parts.next().map(|kind| decimals::<2>(kind).is_some());
    let is_of_form = number.is_some()
        && has_kind == unmarked.is_none().then_some(true)
        && parts.next().is_none();
    let is_in_range = year.is_some_and(|digits| {
        let year = digits
            .into_iter()
            .fold(0, |year, digit| year * 10 + u16::from(digit));
        YEARS.contains(&year)
    });
    Validity::confirmed_if(is_of_form && is_in_range)
}

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
    year: Some(year),
};

/// The first year in which companies were registered.
const FIRST_YEAR: u16 = 1800;

/// The letters of the kinds of companies before 2011.
const KINDS: [&str; 8] = ["CK", "NR", "B", "K", "M", "N", "T", "W"];

/// The number without the letters of its kind, if it has any.
fn unmarked(upper: &str) -> Option<&str> {
    KINDS.into_iter().find_map(|kind| upper.strip_prefix(kind))
}

/// The year of the registration.
fn year(text: &str) -> Option<u16> {
    let upper = text.to_ascii_uppercase();
    let year = unmarked(&upper).unwrap_or(&upper).split('/').next()?;
    let digits = decimals::<4>(year)?.into_iter();
    Some(digits.fold(0, |year, digit| year * 10 + u16::from(digit)))
}

/// Holds the number to its form and the first year.
fn validate(text: &str) -> Validity {
    let upper = text.to_ascii_uppercase();
    let unmarked = unmarked(&upper);
    let mut parts = unmarked.unwrap_or(&upper).split('/');
    parts.next();
    let number = parts.next().and_then(decimals::<6>);
    let has_kind = parts.next().map(|kind| decimals::<2>(kind).is_some());
    let is_of_form = number.is_some()
        && has_kind == unmarked.is_none().then_some(true)
        && parts.next().is_none();
    let has_a_year = year(text).is_some_and(|year| year >= FIRST_YEAR);
    Validity::confirmed_if(is_of_form && has_a_year)
}

//! British postcodes: outward and inward code.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UkPostcodeRecognizer",
    entity: "UK_POSTCODE",
    language: "en",
    country: Some("uk"),
    context: &["postcode", "post code", "postal code", "zip", "address", "delivery", "mailing", "shipping", "correspondence"],
    reference: "BS 7666-0:2006 annex C; Royal Mail, Programmers' Guide to the Postcode Address File",
    finder: Finder::Patterns(&[Pattern::new("UK Postcode", r"\b(?:GIR\s?0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])\s?[0-9][ABD-HJLNP-UW-Z]{2})\b", 0.1).at(&[Anchor::Word { run: Run::Mixed, length: (2, 4), then: Then::SPACE.or(Then::OTHER).or(Then::TEXT) }, Anchor::Word { run: Run::Mixed, length: (5, 7), then: Then::ANY }, Anchor::Literal(&["GIR"])])]),
    validate: None,
    invalidate: None,
    year: None,
};

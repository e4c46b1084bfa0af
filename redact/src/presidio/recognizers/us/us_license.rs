//! Driving licence numbers of the states of the United States, each with a form of its own.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsLicenseRecognizer",
    entity: "US_DRIVER_LICENSE",
    language: "en",
    country: Some("us"),
    context: &[
        "driver",
        "license",
        "permit",
        "lic",
        "identification",
        "dls",
        "cdls",
        "lic#",
        "driving",
    ],
    reference: "AAMVA DL/ID Card Design Standard; the licensing authorities of the states",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Driver License - Alphanumeric (weak)",
            // Presidio: `A-Z]]` is a slip for two letters, and is found in just these letters.
            concat!(
                r"\b(?:[a-z](?:[0-9]{1,14}|[0-9]{18}|[0-9][a-z][0-9][a-z])",
                r"|[a-z]{2}(?:[0-9]{3,7}|[0-9]{6}[a-z])|[a-z][0-9]{6}r",
                r"|A-Z\]\][0-9]{2,5}",
                r"|[0-9]{2}(?:[a-z]{3}[0-9]{5,6}|[0-9][a-z]{2}[0-9]{4})",
                r"|[0-9]{7,9}[a-z]|[0-9]{8}[a-z]{2})\b",
            ),
            0.3,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (2, 15),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (19, 19),
                then: Then::ANY,
            },
            Anchor::Literal(&["A-Z]]"]),
        ]),
        Pattern::new(
            "Driver License - Digits (very weak)",
            r"\b(?:[0-9]{6,14}|[0-9]{16})\b",
            0.01,
        )
        .at(&[
            Anchor::Number {
                digits: (6, 14),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (16, 16),
                then: Then::ANY,
            },
        ]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

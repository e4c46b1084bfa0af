//! British vehicle registrations: the current form, the one before 2001 and the one before 1983.

use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UkVehicleRegistrationRecognizer",
    entity: "UK_VEHICLE_REGISTRATION",
    language: "en",
    country: Some("uk"),
    context: &[
        "vehicle",
        "registration",
        "number plate",
        "licence plate",
        "license plate",
        "reg",
        "vrn",
        "dvla",
        "v5c",
        "logbook",
        "mot",
        "car",
        "insured vehicle",
    ],
    reference: "DVLA INF104; Road Vehicles (Registration and Licensing) Regulations 2002",
    finder: Finder::Patterns(&[
        Pattern::new(
            "UK Vehicle Registration (current)",
            r"\b[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7][0-9])[ -]?[A-HJ-PR-Z]{3}\b",
            0.3,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (4, 4),
                then: Then::SPACE.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (7, 7),
                then: Then::ANY,
            },
        ]),
        Pattern::new(
            "UK Vehicle Registration (prefix)",
            r"\b[A-HJ-NPR-TV-Y]\d{1,3}[ -]?[A-HJ-PR-Y][A-HJ-PR-Z]{2}\b",
            0.2,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (2, 4),
                then: Then::SPACE.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (5, 7),
                then: Then::ANY,
            },
        ]),
        Pattern::new(
            "UK Vehicle Registration (suffix)",
            r"\b[A-HJ-PR-Z]{3}[ -]?\d{1,3}[ -]?[A-HJ-NPR-TV-Y]\b",
            0.15,
        )
        .at(&[
            Anchor::Word {
                run: Run::Letters,
                length: (3, 3),
                then: Then::SPACE.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (4, 6),
                then: Then::SPACE.or(Then::HYPHEN),
            },
            Anchor::Word {
                run: Run::Mixed,
                length: (5, 7),
                then: Then::ANY,
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// In the current form the digits are the year, with fifty more in its second half; the others have
/// nothing to check.
fn validate(text: &str) -> Validity {
    let compact: Vec<char> = text
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect();
    let [first, second, tens, ones, _, _, _] = compact[..] else {
        return Validity::Unknown;
    };
    match decimal(tens).zip(decimal(ones)) {
        Some((tens, ones)) if first.is_alphabetic() && second.is_alphabetic() => {
            Validity::confirmed_if(matches!(tens * 10 + ones, 2..=29 | 51..=79))
        }
        _ => Validity::Unknown,
    }
}

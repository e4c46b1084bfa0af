//! South African number plates that end with the letters of the province.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaLicensePlateRecognizer",
    entity: "ZA_LICENSE_PLATE",
    language: "en",
    country: Some("za"),
    context: &[
        "licence plate",
        "license plate",
        "number plate",
        "registration",
        "vehicle registration",
        "natis",
        "enatis",
        "plate number",
    ],
    reference: "National Road Traffic Act 93 of 1996; National Road Traffic Regulations 2000, regulations 27 and 35",
    finder: Finder::Patterns(&[
        Pattern::new(
            "ZA Licence Plate (compact)",
            r"\b[A-Z]{2,4}\d{2,4}[A-Z]{0,4}(?:EC|FS|GP|LP|MP|NC|NW|WP|ZN)\b",
            0.3,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (6, 14),
            then: Then::ANY,
        }]),
        Pattern::new(
            "ZA Licence Plate (spaced)",
            r"\b[A-Z]{2}\s?\d{2}\s?[A-Z]{2}\s?(?:EC|FS|GP|LP|MP|NC|NW|WP|ZN)\b",
            0.3,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (4, 8),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Letters,
                length: (2, 2),
                then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
            },
        ]),
        Pattern::new(
            "ZA Licence Plate (prefix digits)",
            r"\b[A-Z]{2,3}\s?\d{2,3}\s?(?:EC|FS|GP|LP|MP|NC|NW|WP|ZN)\b",
            0.3,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (4, 8),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Letters,
                length: (2, 3),
                then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
            },
        ]),
        Pattern::new(
            "ZA Licence Plate (EC numeric prefix)",
            r"\b\d{2,3}\s?[A-Z]{2,3}\s?EC\b",
            0.3,
        )
        .at(&[Anchor::Number {
            digits: (2, 3),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the plate to the provinces.
fn validate(text: &str) -> Validity {
    let plate: String = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .map(|character| character.to_ascii_uppercase())
        .collect();
    let provinces = ["EC", "FS", "GP", "LP", "MP", "NC", "NW", "WP", "ZN"];
    Validity::confirmed_if(provinces.iter().any(|province| plate.ends_with(province)))
}

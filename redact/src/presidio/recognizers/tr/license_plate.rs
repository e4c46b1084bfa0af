//! Turkish number plates: province 01 to 81, one to three letters, two to four digits.

use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "TrLicensePlateRecognizer",
    entity: "TR_LICENSE_PLATE",
    language: "tr",
    country: Some("tr"),
    context: &[
        "plaka",
        "araç plakası",
        "plaka numarası",
        "kayıt plakası",
        "tr plaka",
        "license plate",
        "number plate",
        "plate",
        "taşıt plakası",
        "kayıt",
    ],
    reference: "Karayolları Trafik Yönetmeliği, madde 55",
    finder: Finder::Patterns(&[
        Pattern::new(
            "TR License Plate (space)",
            r"\b(?:0[1-9]|[1-7][0-9]|8[01])\s?[A-PR-VYZı]{1,3}\s?\d{2,4}\b",
            0.3,
        )
        .at(&[Anchor::Number {
            digits: (2, 2),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }]),
        Pattern::new(
            "TR License Plate (hyphen)",
            r"\b(?:0[1-9]|[1-7][0-9]|8[01])-[A-PR-VYZı]{1,3}-\d{2,4}\b",
            0.3,
        )
        .at(&[Anchor::Number {
            digits: (2, 2),
            then: Then::HYPHEN,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// The number in front has to be a province.
fn validate(text: &str) -> Validity {
    let compact: Vec<char> = text
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect();
    let [tens, ones, _, ..] = compact[..] else {
        return Validity::Unknown;
    };
    match decimal(tens).zip(decimal(ones)) {
        Some((tens, ones)) => Validity::confirmed_if((1..=81).contains(&(tens * 10 + ones))),
        None => Validity::Unknown,
    }
}

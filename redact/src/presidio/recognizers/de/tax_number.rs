//! German tax numbers: thirteen digits of the federal form, or the form with slashes of the states.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeTaxNumberRecognizer",
    entity: "DE_TAX_NUMBER",
    language: "de",
    country: Some("de"),
    context: &[
        "steuernummer",
        "steuer-nr",
        "steuer nr",
        "st.-nr",
        "st-nr",
        "finanzamt",
        "umsatzsteuer",
        "einkommensteuer",
        "körperschaftsteuer",
        "gewerbesteuer",
        "steuerveranlagung",
        "steuerbescheid",
    ],
    reference: "Bundesministerium der Finanzen, Steuernummern; ELSTER, Aufbau der Steuernummern",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Steuernummer ELSTER (bundeseinheitlich, 13-stellig)",
            r"\b(?:0[1-9]|1[0-6])\d{11}\b",
            0.5,
        )
        .at(&[Anchor::Number {
            digits: (13, 13),
            then: Then::ANY,
        }]),
        Pattern::new(
            "Steuernummer mit Schrägstrich (Bayern/BW: 3/3/5)",
            r"\b\d{3}/\d{3}/\d{5}\b",
            0.4,
        )
        .at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::SLASH,
        }]),
        Pattern::new(
            "Steuernummer mit Schrägstrich (NW: 3/4/4 oder allgemein 2-3/3-4/4-5)",
            r"\b\d{2,3}/\d{3,4}/\d{4,5}\b",
            0.2,
        )
        .at(&[Anchor::Number {
            digits: (2, 3),
            then: Then::SLASH,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};

//! German driving licence numbers since 2013: authority, serial number and check character.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeFuehrerscheinRecognizer",
    entity: "DE_FUEHRERSCHEIN",
    language: "de",
    country: Some("de"),
    context: &[
        "führerscheinnummer",
        "führerschein",
        "fahrerlaubnis",
        "fahrerlaubnisnummer",
        "fahrerlaubnisklasse",
        "führerscheininhaber",
        "fev",
        "kba",
        "kraftfahrt-bundesamt",
        "driving licence",
        "driving license",
        "driver's license",
        "licence number",
        "license number",
        "dokument nr",
        "dokument-nr",
        "feld 5",
    ],
    reference: "Fahrerlaubnis-Verordnung, Anlage 8; Richtlinie 2006/126/EG, Anhang I, field 5",
    finder: Finder::Patterns(&[Pattern::new(
        "Führerscheinnummer (Post-2013 EU-Format, 11 Zeichen)",
        r"\b[A-Z]{2}\d{8}[0-9A-Z]\b",
        0.35,
    )
    .at(&[Anchor::Word {
        run: Run::Mixed,
        length: (11, 11),
        then: Then::ANY,
    }])]),
    validate: None,
    invalidate: None,
    year: None,
};

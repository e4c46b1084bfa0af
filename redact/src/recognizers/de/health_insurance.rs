//! German health insurance numbers (Krankenversichertennummer): a letter and nine digits, near a word.

use crate::check_digit::de_health_insurance;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "de/health_insurance",
    entity: EntityType::DE_HEALTH_INSURANCE,
    summary: "German health insurance numbers: a letter and nine digits with a check digit, near a word that says so.",
    reference: "SGB V § 290; GKV-Spitzenverband, Richtlinie zur Krankenversichertennummer",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "ten characters",
        regex: r"[A-Za-z]\d{9}",
        score: Score::new(0.2),
        boundary: Boundary::Word,
        anchors: &[Anchor::Word {
            run: Run::Mixed,
            length: (10, 10),
            then: Then::ANY,
        }],
    }],
    context: &[
        "krankenversichertennummer",
        "krankenversicherungsnummer",
        "versichertennummer",
        "versicherten-nr",
        "kvnr",
        "kv-nr",
        "krankenkasse",
        "gesundheitskarte",
        "egk",
        "german health insurance",
        "ドイツの健康保険",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Versichertennummer: «A000500015»",
        },
        Example {
            text: "KVNR «M123456785» bei der AOK",
        },
        Example {
            text: "ＫＶＮＲ　«Ａ０００５０００１５»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "A000500015",
            reason: "a part number may look like this",
        },
        CounterExample {
            text: "KVNR A000500016",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "invoice A000500015",
            reason: "an invoice",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    let letter = candidate
        .as_str()
        .bytes()
        .next()
        .map_or(0, |letter| letter.to_ascii_uppercase() - b'A' + 1);
    let mut digits = [0; 9];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    Validity::refuted_unless(de_health_insurance(letter, digits))
}

//! German VAT numbers: `DE` and nine digits with a check digit.

use crate::check_digit::iso7064_mod11_10;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "de/vat_id",
    entity: EntityType::DE_VAT_ID,
    summary: "German VAT identification numbers: `DE` and nine digits with a check digit.",
    reference: "Umsatzsteuergesetz § 27a; ISO 7064 MOD 11,10",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "with country",
        regex: r"(?i-u:DE) ?\d{9}|(?i-u:DE) ?\d{3} \d{3} \d{3}",
        score: Score::new(0.5),
        boundary: Boundary::Word,
        anchors: &[
            Anchor::BeforeNumber {
                digits: (9, 9),
                then: Then::ANY,
                class: is_letter_or_gap,
                max: 3,
            },
            Anchor::BeforeNumber {
                digits: (3, 3),
                then: Then::SPACE,
                class: is_letter_or_gap,
                max: 3,
            },
        ],
    }],
    context: &[
        "ust-idnr",
        "ust-id",
        "ustidnr",
        "ust.-id",
        "umsatzsteuer-id",
        "umsatzsteuer-identifikationsnummer",
        "vat",
        "vat id",
        "vat number",
        "vat reg",
        "ドイツの付加価値税番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "USt-IdNr.: «DE136695976»",
        },
        Example {
            text: "VAT ID «DE 136 695 976»",
        },
        Example {
            text: "ＵＳｔ－ＩｄＮｒ：«ＤＥ１３６６９５９７６»",
        },
        Example {
            text: "VATは«de136695976»です",
        },
        Example {
            text: "VAT «DE 136695976»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "DE136695977",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "order no DE136695976",
            reason: "an order number",
        },
        CounterExample {
            text: "RR136695976DE",
            reason: "a parcel from Germany",
        },
        CounterExample {
            text: "DE13669597",
            reason: "too short",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(iso7064_mod11_10(candidate.digits()))
}

/// What may stand between the start of a match and its first number.
fn is_letter_or_gap(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-')
}

//! Turkish identity numbers: eleven digits with two check digits, near a word.

use crate::check_digit::tr_identity_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "tr/national_id",
    entity: EntityType::TR_NATIONAL_ID,
    summary: "Turkish identity numbers: eleven digits with two check digits, near a word that says so.",
    reference: "5490 sayılı Nüfus Hizmetleri Kanunu, madde 46",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "eleven digits",
        regex: r"[1-9]\d{10}",
        score: Score::new(0.1),
        boundary: Boundary::Number,
        anchors: &[Anchor::Number {
            digits: (11, 11),
            then: Then::ANY,
        }],
    }],
    context: &[
        "tc kimlik",
        "t.c. kimlik",
        "tckn",
        "tc no",
        "t.c. no",
        "kimlik no",
        "kimlik numarası",
        "kimlik numarasi",
        "vatandaşlık no",
        "turkish id",
        "トルコの国民識別番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "TC Kimlik No: «10000000146»",
        },
        Example {
            text: "T.C. kimlik «76543210794»",
        },
        Example {
            text: "ＴＣＫＮ　«１０００００００１４６»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "10000000146",
            reason: "eleven digits without a label",
        },
        CounterExample {
            text: "TC Kimlik No 10000000145",
            reason: "the check digits do not fit",
        },
        CounterExample {
            text: "kimlik; tracking 10000000146",
            reason: "a parcel",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digits.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = [0; 11];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    Validity::refuted_unless(tr_identity_number(digits))
}

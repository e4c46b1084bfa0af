//! Spanish identity and tax numbers of persons (DNI, NIF): eight digits and a letter, which one in
//! twenty-three part numbers has too, so that a word is needed.

use crate::check_digit::es_identity_letter;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "es/nif",
    entity: EntityType::ES_NIF,
    summary: "Spanish identity and tax numbers of persons: eight digits and the letter that belongs to them, near a word.",
    reference: "Real Decreto 1553/2005; Real Decreto 1065/2007, art. 19",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "eight digits",
            regex: r"\d{8}[ -]?[A-Za-z]",
            score: Score::new(0.2),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (8, 8),
                then: Then::TEXT.or(Then::HYPHEN).or(Then::SPACE),
            }],
        },
        Pattern {
            name: "dots",
            regex: r"\d{1,2}\.\d{3}\.\d{3}[ -]?[A-Za-z]",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::DOT,
            }],
        },
    ],
    context: &[
        "dni",
        "d.n.i.",
        "nif",
        "n.i.f.",
        "documento nacional de identidad",
        "número de identidad",
        "identificación fiscal",
        "スペインの身分証",
        "スペインの納税者番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "DNI: «12345678Z»",
        },
        Example {
            text: "con DNI «55555555-K»",
        },
        Example {
            text: "ＮＩＦ　«１２３４５６７８Ｚ»",
        },
        Example {
            text: "N.I.F. «12.345.678-Z»",
        },
        Example {
            text: "DNIは«12345678z»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "12345678Z",
            reason: "a part number may look like this",
        },
        CounterExample {
            text: "DNI 12345678A",
            reason: "the letter does not fit",
        },
        CounterExample {
            text: "order number 12345678Z",
            reason: "an order number",
        },
        CounterExample {
            text: "DNI 112345678Z",
            reason: "part of a longer number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its letter.
fn check(candidate: &Candidate<'_>) -> Validity {
    let number = candidate
        .digits()
        .fold(0, |number, digit| number * 10 + u64::from(digit));
    let letter = es_identity_letter(number);
    let fits = candidate
        .as_str()
        .ends_with([letter, letter.to_ascii_lowercase()]);
    Validity::refuted_unless(fits)
}

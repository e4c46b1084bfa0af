//! South African identity numbers: a birth date, sex, citizenship and a check digit, near a word.

use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "za/identity_number",
    entity: EntityType::ZA_ID_NUMBER,
    summary: "South African identity numbers: thirteen digits with a birth date and a check digit, near a word that says so.",
    reference: "Identification Act 68 of 1997 s 7; Department of Home Affairs",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "thirteen digits",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[0-2][89]\d",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (13, 13),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "groups",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) \d{4} [0-2][89]\d",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::SPACE,
            }],
        },
    ],
    context: &[
        "south african id",
        "sa id",
        "rsa id",
        "id number",
        "id no",
        "identity number",
        "identity document",
        "said number",
        "南アフリカ",
    ],
    counter_context: other_numbers!["EAN", "GTIN", "法人番号"],
    check: Some(check),
    examples: &[
        Example {
            text: "ID number: «8001015000086»",
        },
        Example {
            text: "RSA ID «920220 1234 088»",
        },
        Example {
            text: "南アフリカの身分証番号«８００１０１５００００８６»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "8001015000086",
            reason: "thirteen digits without a label",
        },
        CounterExample {
            text: "ID number 8001015000087",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "ID number 8013015000086",
            reason: "there is no thirteenth month",
        },
        CounterExample {
            text: "RSA ID, invoice 8001015000086",
            reason: "an invoice number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(luhn(candidate.digits()))
}

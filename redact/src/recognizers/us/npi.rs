//! US national provider identifiers (NPI): ten digits under Luhn, near a word.

use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "us/npi",
    entity: EntityType::US_NPI,
    summary: "US national provider identifiers: ten digits with a check digit, near a word that says so.",
    reference: "45 CFR § 162.406; CMS, NPI check digit calculation (ISO/IEC 7812 with the prefix 80840)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "ten digits",
        regex: r"[12]\d{9}",
        score: Score::new(0.1),
        boundary: Boundary::Number,
        anchors: &[Anchor::Number {
            digits: (10, 10),
            then: Then::ANY,
        }],
    }],
    context: &[
        "npi",
        "national provider identifier",
        "national provider id",
        "provider number",
        "provider id",
    ],
    counter_context: other_numbers!["phone", "tel", "fax"],
    check: Some(check),
    examples: &[
        Example {
            text: "NPI: «1234567893»",
        },
        Example {
            text: "Provider NPI «1245319599»",
        },
        Example {
            text: "ＮＰＩ　«１２３４５６７８９３»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "1234567893",
            reason: "ten digits without a label",
        },
        CounterExample {
            text: "NPI 1234567890",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "NPI order no 1234567893",
            reason: "an order number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit, which counts the prefix of the United States' health cards in.
fn check(candidate: &Candidate<'_>) -> Validity {
    let digits: Vec<u8> = [8, 0, 8, 4, 0]
        .into_iter()
        .chain(candidate.digits())
        .collect();
    Validity::refuted_unless(luhn(digits.into_iter()))
}

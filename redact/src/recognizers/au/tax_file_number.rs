//! Australian tax file numbers (TFN): nine digits under modulus 11, near a word.

use crate::check_digit::{au_tax_file_number, exactly};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "au/tax_file_number",
    entity: EntityType::AU_TFN,
    summary: "Australian tax file numbers: nine digits that satisfy their sum, near a word that says so.",
    reference: "Income Tax Assessment Act 1936 (Cth) Part VA; Privacy (Tax File Number) Rule 2015",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"\d{3}(-\d{3}-| \d{3} )\d{3}",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "nine digits",
            regex: r"\d{9}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "tfn",
        "tax file number",
        "tax file no",
        "tax file",
        "オーストラリアの納税者番号",
    ],
    counter_context: other_numbers!["abn", "acn"],
    check: Some(check),
    examples: &[
        Example {
            text: "TFN: «876 543 210»",
        },
        Example {
            text: "My tax file number is «876543210».",
        },
        Example {
            text: "ＴＦＮ　«８７６　５４３　２１０»",
        },
        Example {
            text: "TFNは«876-543-210»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "876 543 210",
            reason: "nine digits without a label",
        },
        CounterExample {
            text: "TFN 876 543 211",
            reason: "the sum does not fit",
        },
        CounterExample {
            text: "TFN / order number 876543210",
            reason: "an order number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its sum.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(exactly::<9>(candidate.digits()).is_some_and(au_tax_file_number))
}

//! NHS numbers: ten digits with a check digit, near a word.

use crate::check_digit::nhs_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "uk/nhs_number",
    entity: EntityType::UK_NHS,
    summary: "NHS numbers of England and Wales: ten digits with a check digit, near a word that says so.",
    reference: "NHS Data Dictionary, NHS NUMBER; ISB 0149",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"\d{3}[- ]\d{3}[- ]\d{4}",
            score: Score::new(0.2),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "ten digits",
            regex: r"\d{10}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "nhs",
        "nhs number",
        "nhs no",
        "national health service",
        "イギリスの国民保健サービス",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "NHS number: «943 476 5919»",
        },
        Example {
            text: "NHS No. «9434765919»",
        },
        Example {
            text: "ＮＨＳ番号«９４３４７６５９１９»です",
        },
        Example {
            text: "NHS «943-476-5870»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "9434765919",
            reason: "ten digits without a label",
        },
        CounterExample {
            text: "NHS number 943 476 5918",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "NHS order number 9434765919",
            reason: "an order number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(nhs_number(candidate.digits()))
}

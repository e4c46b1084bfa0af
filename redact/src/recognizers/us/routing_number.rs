//! US bank routing numbers (ABA): nine digits, the last checks, near a word.

use crate::check_digit::aba_routing;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "us/routing_number",
    entity: EntityType::ABA_ROUTING_NUMBER,
    summary: "US bank routing numbers: nine digits with a check digit, near a word that says so.",
    reference: "American Bankers Association, Routing Number Policy; Federal Reserve, 12 CFR part 229 appendix A",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "nine digits",
            regex: r"(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "groups",
            regex: r"(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{2}-\d{4}-\d",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            }],
        },
    ],
    context: &[
        "aba",
        "routing",
        "routing number",
        "routing no",
        "rtn",
        "bank routing",
        "aba number",
        "transit number",
        "wire routing",
        "ルーティング番号",
        "ルーティングナンバー",
    ],
    counter_context: other_numbers!["account", "account number", "acct", "口座番号"],
    check: Some(check),
    examples: &[
        Example {
            text: "Routing number: «121000358»",
        },
        Example {
            text: "ABA «021000021»",
        },
        Example {
            text: "ルーティング番号は«１２１０００３５８»です",
        },
        Example {
            text: "routing no. «1210-0035-8»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "121000358",
            reason: "nine digits without a label",
        },
        CounterExample {
            text: "routing number 121000359",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "account 021000021, routing 12100035",
            reason: "the first is an account, the second too short",
        },
        CounterExample {
            text: "routing invoice 121000358",
            reason: "an invoice number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(aba_routing(candidate.digits()))
}

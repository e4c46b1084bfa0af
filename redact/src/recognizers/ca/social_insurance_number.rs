//! Canadian social insurance numbers (SIN): nine digits under Luhn, near a word.

use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "ca/social_insurance_number",
    entity: EntityType::CA_SIN,
    summary: "Canadian social insurance numbers: nine digits with a check digit, near a word that says so.",
    reference: "Employment Insurance Act (S.C. 1996, c. 23) s 138; Service Canada, Social Insurance Number Code of Practice",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"[1-79]\d{2}(-\d{3}-| \d{3} )\d{3}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "nine digits",
            regex: r"[1-79]\d{8}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "sin",
        "s.i.n.",
        "sin number",
        "social insurance",
        "social insurance number",
        "social insurance no",
        "numéro d'assurance sociale",
        "assurance sociale",
        "nas",
        "社会保険番号",
    ],
    counter_context: other_numbers!["tfn", "ssn"],
    check: Some(check),
    examples: &[
        Example {
            text: "SIN: «130 692 544»",
        },
        Example {
            text: "Social Insurance Number «130-692-544»",
        },
        Example {
            text: "NAS «130692544»",
        },
        Example {
            text: "ＳＩＮ　«１３０－６９２－５４４»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "130 692 544",
            reason: "nine digits without a label",
        },
        CounterExample {
            text: "SIN 130 692 545",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "SIN 830 692 545",
            reason: "no number begins with 8",
        },
        CounterExample {
            text: "SIN invoice 130692544",
            reason: "an invoice number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(luhn(candidate.digits()))
}

//! Australian Medicare card numbers: ten digits, the ninth checks, near a word.

use crate::check_digit::{au_medicare, exactly};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "au/medicare",
    entity: EntityType::AU_MEDICARE,
    summary: "Australian Medicare card numbers: ten digits of which the ninth checks, near a word that says so.",
    reference: "Health Insurance Act 1973 (Cth); Services Australia, Medicare card number check digit",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"[2-6]\d{3}[- ]\d{5}[- ]\d",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "ten digits",
            regex: r"[2-6]\d{9}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "medicare",
        "medicare card",
        "medicare number",
        "medicare no",
        "メディケア",
    ],
    counter_context: other_numbers!["provider", "tel", "phone", "fax"],
    check: Some(check),
    examples: &[
        Example {
            text: "Medicare: «2123 45670 1»",
        },
        Example {
            text: "Medicare card number «2123456701»",
        },
        Example {
            text: "メディケア番号«２１２３　４５６７０　１»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "2123 45670 1",
            reason: "ten digits without a label",
        },
        CounterExample {
            text: "Medicare 2123 45671 1",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "Medicare booking 2123456701",
            reason: "a booking",
        },
    ],
    known_gaps: &[],
};

/// Holds the first nine digits to their check digit; the tenth counts the issues of the card.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(exactly::<9>(candidate.digits().take(9)).is_some_and(au_medicare))
}

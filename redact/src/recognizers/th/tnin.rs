//! Thai citizen numbers: thirteen digits, by the groups of the card or near a word.

use crate::check_digit::th_citizen_number;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "th/tnin",
    entity: EntityType::TH_TNIN,
    summary: "Thai citizen numbers: thirteen digits with a check digit, in the groups of the card or near a word.",
    reference: "Civil Registration Act B.E. 2534 (1991), section 16; Department of Provincial Administration",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"[1-8][- ]\d{4}[- ]\d{5}[- ]\d{2}[- ]\d",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (1, 1),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "thirteen digits",
            regex: r"[1-8]\d{12}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (13, 13),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "เลขประจำตัวประชาชน",
        "เลขบัตรประชาชน",
        "บัตรประชาชน",
        "รหัสปชช",
        "thai id",
        "thai national id",
        "thai citizen",
        "tnin",
        "タイの国民番号",
        "タイの身分証",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Thai ID: «1234567890121»",
        },
        Example {
            text: "เลขประจำตัวประชาชน: «3456789012347»",
        },
        Example {
            text: "番号は«1-2345-67890-12-1»です",
        },
        Example {
            text: "Thai ID «１２３４５６７８９０１２１»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "1234567890121",
            reason: "thirteen digits without a label",
        },
        CounterExample {
            text: "1-2345-67890-12-2",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "Thai ID 1234567890122",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "JAN 1234567890121",
            reason: "a bar code",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = [0; 13];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    Validity::refuted_unless(th_citizen_number(digits))
}

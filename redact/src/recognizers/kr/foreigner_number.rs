//! Korean foreigner registration numbers (외국인등록번호): birth date, a digit from 5 to 8, six digits, near a word.

use crate::check_digit::{exactly, kr_foreigner_number};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "kr/foreigner_number",
    entity: EntityType::KR_FRN,
    summary: "Korean foreigner registration numbers: a birth date and seven digits, near a word that says so.",
    reference: "출입국관리법 제31조; 출입국관리법 시행령 제40조의2",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphen",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[5-8]\d{6}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "thirteen digits",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[5-8]\d{6}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (13, 13),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "외국인등록번호",
        "외국인번호",
        "외국인등록",
        "foreigner registration",
        "alien registration",
        "arc number",
        "frn",
        "外国人登録番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "외국인등록번호: «911124-5678906»",
        },
        Example {
            text: "ARC number «9111245678906»",
        },
        Example {
            text: "外国人登録番号　«９１１１２４－５６７８９０６»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "911124-5678906",
            reason: "a date and a number without a label",
        },
        CounterExample {
            text: "FRN 911124-1678906",
            reason: "the digit of a resident",
        },
        CounterExample {
            text: "FRN 9111245678901",
            reason: "bare digits whose check digit does not fit",
        },
    ],
    known_gaps: &[],
};

/// Numbers issued since October 2020 have no check digit, so that a wrong one refutes bare digits alone.
fn check(candidate: &Candidate<'_>) -> Validity {
    let is_parted = candidate.as_str().contains('-');
    Validity::refuted_unless(
        is_parted || exactly(candidate.digits()).is_some_and(kr_foreigner_number),
    )
}

//! Korean resident registration numbers (주민등록번호): birth date, sex and century, six digits, near a word.

use crate::check_digit::{exactly, kr_resident_number};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "kr/resident_number",
    entity: EntityType::KR_RRN,
    summary: "Korean resident registration numbers: a birth date and seven digits, near a word that says so.",
    reference: "주민등록법 제7조의2; 주민등록법 시행규칙 제2조",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphen",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-4]\d{6}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "thirteen digits",
            regex: r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-4]\d{6}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (13, 13),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "주민등록번호",
        "주민번호",
        "주민등록",
        "resident registration",
        "resident registration number",
        "rrn",
        "住民登録番号",
        "韓国の住民登録",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "주민등록번호: «050912-2000019»",
        },
        Example {
            text: "주민번호 «0509122000019»",
        },
        Example {
            text: "RRN «960121-1234567»",
        },
        Example {
            text: "住民登録番号は«０５０９１２－２０００１９９»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "050912-2000019",
            reason: "a date and a number without a label",
        },
        CounterExample {
            text: "주민등록번호 051312-2000019",
            reason: "there is no thirteenth month",
        },
        CounterExample {
            text: "RRN 0509122000018",
            reason: "bare digits whose check digit does not fit",
        },
        CounterExample {
            text: "RRN ticket 050912-2000019",
            reason: "the nearest label is of a ticket",
        },
    ],
    known_gaps: &[],
};

/// Numbers issued since October 2020 have no check digit, so that a wrong one refutes bare digits alone.
fn check(candidate: &Candidate<'_>) -> Validity {
    let is_parted = candidate.as_str().contains('-');
    Validity::refuted_unless(
        is_parted || exactly(candidate.digits()).is_some_and(kr_resident_number),
    )
}

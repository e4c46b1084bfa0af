//! US individual taxpayer identification numbers (ITIN), near a word.

use crate::check_digit::exactly;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "us/itin",
    entity: EntityType::US_ITIN,
    summary: "US individual taxpayer identification numbers: nine digits from 9, in a range of their own, near a word that says so.",
    reference: "26 U.S.C. § 6109; Internal Revenue Service, IRM 3.21.263 (IRS Individual Taxpayer Identification Number)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"9\d{2}(-[5-9]\d-| [5-9]\d )\d{4}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "nine digits",
            regex: r"9\d{2}[5-9]\d{5}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "itin",
        "individual taxpayer",
        "taxpayer id",
        "taxpayer identification number",
        "tax id",
        "納税者番号",
        "納税者識別番号",
    ],
    counter_context: other_numbers!["ssn", "ein", "phone"],
    check: Some(check),
    examples: &[
        Example {
            text: "ITIN: «912-70-4415»",
        },
        Example {
            text: "individual taxpayer identification number «912 94 4415»",
        },
        Example {
            text: "ＩＴＩＮ番号«９１２－７０－４４１５»です",
        },
        Example {
            text: "ITIN «912704415»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "912-70-4415",
            reason: "three groups without a label",
        },
        CounterExample {
            text: "ITIN 912-69-4415",
            reason: "no number has 69 in the middle",
        },
        CounterExample {
            text: "ITIN 912-93-4415",
            reason: "93 is of adoptions",
        },
        CounterExample {
            text: "ITIN invoice 912-70-4415",
            reason: "the nearest label is of an invoice",
        },
    ],
    known_gaps: &[],
};

/// Refutes the ranges that are not given out.
fn check(candidate: &Candidate<'_>) -> Validity {
    let digits: Option<[u8; 9]> = exactly(candidate.digits());
    Validity::refuted_unless(digits.is_some_and(|[_, _, _, tens, ones, ..]| {
        matches!(tens * 10 + ones, 50..=65 | 70..=88 | 90..=92 | 94..=99)
    }))
}

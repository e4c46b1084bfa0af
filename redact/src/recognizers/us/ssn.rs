//! US social security numbers: nine digits without a check digit, near a word.

use crate::check_digit::exactly;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "us/ssn",
    entity: EntityType::US_SSN,
    summary: "US social security numbers: nine digits in groups of three, two and four, near a word that says so.",
    reference: "42 U.S.C. § 405(c)(2); Social Security Administration, RM 10201.035 Invalid Social Security Numbers",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"\d{3}(-\d{2}-| \d{2} )\d{4}",
            score: Score::new(0.35),
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
        "ssn",
        "ssns",
        "ss#",
        "social security",
        "social security number",
        "social security no",
        "social security #",
        "soc sec",
        "社会保障番号",
        "ソーシャルセキュリティ",
        "ソーシャル・セキュリティ",
    ],
    counter_context: other_numbers!["itin", "ein", "routing", "phone"],
    check: Some(check),
    examples: &[
        Example {
            text: "SSN: «536-22-8741»",
        },
        Example {
            text: "Social Security Number «536 22 8741» on file",
        },
        Example {
            text: "ＳＳＮ　«５３６－２２－８７４１»",
        },
        Example {
            text: "SSN#«536-22-8741»",
        },
        Example {
            text: "SSNは«536228741»です",
        },
        Example {
            text: "社会保障番号：«536-22-8741»",
        },
        Example {
            text: "his social security no. is «402-51-7730».",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "536-22-8741",
            reason: "three groups without a label",
        },
        CounterExample {
            text: "SSN 666-22-8741",
            reason: "no number begins with 666",
        },
        CounterExample {
            text: "SSN 000-22-8741",
            reason: "no number begins with three zeros",
        },
        CounterExample {
            text: "SSN 536-00-8741",
            reason: "no group is 00",
        },
        CounterExample {
            text: "SSN 078-05-1120",
            reason: "printed on a card that was sold with wallets",
        },
        CounterExample {
            text: "SSN or order number: 536-22-8741",
            reason: "the nearest label is of an order",
        },
        CounterExample {
            text: "SSN 536-22-87415",
            reason: "part of a longer number",
        },
    ],
    known_gaps: &[],
};

/// Refutes numbers that the administration never gives out, and those that advertisements have used up.
fn check(candidate: &Candidate<'_>) -> Validity {
    let digits: Option<[u8; 9]> = exactly(candidate.digits());
    let advertised = [[0, 7, 8, 0, 5, 1, 1, 2, 0], [2, 1, 9, 0, 9, 9, 9, 9, 9]];
    Validity::refuted_unless(digits.is_some_and(|digits| {
        let [area @ .., group, group_one, _, _, _, _] = digits;
        !matches!(area, [0, 0, 0] | [6, 6, 6] | [9, ..])
            && [group, group_one] != [0, 0]
            && !digits.ends_with(&[0, 0, 0, 0])
            && !advertised.contains(&digits)
    }))
}

//! Swedish personal identity numbers: date of birth and four digits, near a word.

use crate::calendar::is_date;
use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "se/personnummer",
    entity: EntityType::SE_PERSONNUMMER,
    summary: "Swedish personal identity and coordination numbers: date of birth, serial number, Luhn digit, near a word.",
    reference: "Folkbokföringslag (1991:481) § 18; Skatteverket SKV 704, SKV 707",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "with a sign",
            regex: r"(?:18|19|20)?\d{6}[-+]\d{4}",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[
                Anchor::Number {
                    digits: (6, 6),
                    then: Then::HYPHEN.or(Then::OTHER),
                },
                Anchor::Number {
                    digits: (8, 8),
                    then: Then::HYPHEN.or(Then::OTHER),
                },
            ],
        },
        Pattern {
            name: "digits alone",
            regex: r"(?:18|19|20)?\d{10}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[
                Anchor::Number {
                    digits: (10, 10),
                    then: Then::ANY,
                },
                Anchor::Number {
                    digits: (12, 12),
                    then: Then::ANY,
                },
            ],
        },
    ],
    context: &[
        "personnummer",
        "personnr",
        "pnr",
        "samordningsnummer",
        "swedish personal identity number",
        "swedish personal number",
        "スウェーデンの個人識別番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Personnummer: «871220-2384»",
        },
        Example {
            text: "pnr «19871220-2384»",
        },
        Example {
            text: "Personnummer «８７１２２０－２３８４»",
        },
        Example {
            text: "personnummer «198712202384»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "871220-2384",
            reason: "six digits and four without a label",
        },
        CounterExample {
            text: "personnummer 871220-2385",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "personnummer 871320-2383",
            reason: "no thirteenth month",
        },
        CounterExample {
            text: "personnummer; order 871220-2384",
            reason: "an order",
        },
    ],
    known_gaps: &[],
};

/// Holds the last ten digits to the calendar and to their check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    let mut digits = [0; 10];
    for (place, digit) in digits.iter_mut().rev().zip(candidate.digits().rev()) {
        *place = digit;
    }
    let [y1, y2, m1, m2, d1, d2, ..] = digits;
    let day = match d1 * 10 + d2 {
        // Sixty more in a coordination number.
        day @ 61..=91 => day - 60,
        day => day,
    };
    // Without its century a year may be a leap year whenever four divides it.
    let is_birth = is_date(2000 + u16::from(y1 * 10 + y2), m1 * 10 + m2, day);
    Validity::refuted_unless(is_birth && luhn(digits.into_iter()))
}

//! German pension insurance numbers. Lot numbers that begin with a date look alike, so that a word is needed.

use crate::check_digit::de_pension_insurance;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "de/social_security",
    entity: EntityType::DE_SOCIAL_SECURITY,
    summary: "German pension insurance numbers: area, date of birth, letter, serial number and check digit, near a word.",
    reference: "SGB VI § 147; VKVV §§ 2 to 4",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "twelve characters",
        regex: r"\d{2} ?\d{6} ?[A-Za-z] ?\d{2} ?\d",
        score: Score::new(0.2),
        boundary: Boundary::Word,
        anchors: &[
            Anchor::Number {
                digits: (2, 2),
                then: Then::SPACE,
            },
            Anchor::Number {
                digits: (8, 8),
                then: Then::SPACE.or(Then::TEXT),
            },
        ],
    }],
    context: &[
        "rentenversicherungsnummer",
        "sozialversicherungsnummer",
        "rv-nummer",
        "sv-nummer",
        "versicherungsnummer",
        "rvnr",
        "svnr",
        "sozialversicherungsausweis",
        "rentenversicherung",
        "german social security",
        "ドイツの社会保険番号",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "Sozialversicherungsnummer: «15070649C103»",
        },
        Example {
            text: "SV-Nummer «65 070803 A 019»",
        },
        Example {
            text: "Versicherungsnummer «１５０７０６４９Ｃ１０３»",
        },
        Example {
            text: "RVNR «15 070649 C 10 3»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "15070649C103",
            reason: "a lot number with a date may look like this",
        },
        CounterExample {
            text: "SV-Nummer 15070649C104",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "SV-Nummer 15470649C103",
            reason: "no month has a 47th day",
        },
        CounterExample {
            text: "lot 15070649C103",
            reason: "a lot number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to the date in it and to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    let letter = candidate
        .as_str()
        .bytes()
        .find(u8::is_ascii_alphabetic)
        .map_or(0, |letter| letter.to_ascii_uppercase() - b'A' + 1);
    let mut digits = [0; 11];
    for (place, digit) in digits.iter_mut().zip(candidate.digits()) {
        *place = digit;
    }
    let [front @ .., s1, s2, check] = digits;
    // Days above 50 are of numbers given with a date that was already full.
    let is_day = matches!(front[2] * 10 + front[3], 1..=31 | 51..=81);
    let is_month = matches!(front[4] * 10 + front[5], 1..=12);
    let fits = de_pension_insurance(front, letter, [s1, s2], check);
    Validity::refuted_unless(is_day && is_month && fits)
}

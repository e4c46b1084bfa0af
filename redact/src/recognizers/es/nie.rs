//! Spanish identity numbers of foreigners (NIE): a letter at both ends, the last of them a check letter.

use crate::check_digit::es_identity_letter;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "es/nie",
    entity: EntityType::ES_NIE,
    summary: "Spanish identity numbers of foreigners: X, Y or Z, seven digits and the letter that belongs to them.",
    reference: "Real Decreto 557/2011, art. 206; Orden INT/2058/2008",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "nine characters",
            regex: r"(?i-u:[XYZ]\d{7}-?[A-Z])",
            score: Score::new(0.5),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (7, 7),
                then: Then::TEXT.or(Then::HYPHEN),
                class: is_letter_or_gap,
                max: 1,
            }],
        },
        Pattern {
            name: "two hyphens",
            regex: r"(?i-u:[XYZ]-\d{7}-[A-Z])",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (7, 7),
                then: Then::HYPHEN,
                class: is_letter_or_gap,
                max: 2,
            }],
        },
    ],
    context: &[
        "nie",
        "n.i.e.",
        "número de identidad de extranjero",
        "número de identificación de extranjero",
        "tarjeta de residencia",
        "extranjería",
        "スペインの外国人",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "NIE: «Y8063915Z»",
        },
        Example {
            text: "番号は«X9613851N»です",
        },
        Example {
            text: "nie «z8078221m»",
        },
        Example {
            text: "ＮＩＥ　«Ｙ８０６３９１５－Ｚ»",
        },
        Example {
            text: "mi NIE es «X-9613851-N»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "Y8063915Q",
            reason: "the letter does not fit",
        },
        CounterExample {
            text: "品番 X9613851N",
            reason: "a part number",
        },
        CounterExample {
            text: "AX9613851N",
            reason: "part of a longer code",
        },
        CounterExample {
            text: "X9613851NA",
            reason: "part of a longer code",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its letter.
fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let first = match text.bytes().next() {
        Some(b'Y' | b'y') => 1,
        Some(b'Z' | b'z') => 2,
        _ => 0,
    };
    let number = candidate
        .digits()
        .fold(first, |number, digit| number * 10 + u64::from(digit));
    let letter = es_identity_letter(number);
    Validity::refuted_unless(text.ends_with([letter, letter.to_ascii_lowercase()]))
}

/// What may stand between the start of a match and its first number.
fn is_letter_or_gap(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-')
}

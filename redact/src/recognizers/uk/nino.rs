//! British National Insurance numbers. They carry no check digit; in the groups of the card the shape is
//! plain, in one piece a word is needed.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "uk/nino",
    entity: EntityType::UK_NINO,
    summary: "British National Insurance numbers: two letters, six digits and A to D, in groups or near a word.",
    reference: "HMRC, National Insurance Manual NIM39110; Social Security Administration Act 1992 s. 182C",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"(?-u:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] \d{2} \d{2} \d{2} [A-D])",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (2, 2),
                then: Then::SPACE,
                class: is_letter_or_gap,
                max: 3,
            }],
        },
        Pattern {
            name: "any form",
            regex: r"(?i-u:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D])",
            score: Score::new(0.3),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::BeforeNumber {
                    digits: (2, 2),
                    then: Then::SPACE.or(Then::HYPHEN),
                    class: is_letter_or_gap,
                    max: 3,
                },
                Anchor::BeforeNumber {
                    digits: (4, 4),
                    then: Then::SPACE.or(Then::HYPHEN),
                    class: is_letter_or_gap,
                    max: 3,
                },
                Anchor::BeforeNumber {
                    digits: (6, 6),
                    then: Then::SPACE.or(Then::HYPHEN).or(Then::TEXT),
                    class: is_letter_or_gap,
                    max: 3,
                },
            ],
        },
    ],
    context: &[
        "national insurance",
        "national insurance number",
        "ni number",
        "ni no",
        "nino",
        "n.i. number",
        "国民保険番号",
        "イギリスの国民保険",
    ],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "National Insurance number: «AB123456C»",
        },
        Example {
            text: "NI number «ab 12 34 56 c»",
        },
        Example {
            text: "番号は«JG 10 37 59 A»です",
        },
        Example {
            text: "ＮＩＮＯ：«ＪＧ１０３７５９Ａ»",
        },
        Example {
            text: "nino «JG-10-37-59-A»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "AB123456C",
            reason: "a part number may look like this",
        },
        CounterExample {
            text: "NI number BG123456A",
            reason: "no such prefix",
        },
        CounterExample {
            text: "NI number AB123456E",
            reason: "no such suffix",
        },
        CounterExample {
            text: "model JG103759A",
            reason: "a model",
        },
    ],
    known_gaps: &[],
};

/// Seven pairs of letters are never given out.
fn check(candidate: &Candidate<'_>) -> Validity {
    let is_allocated = !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]
        .iter()
        .any(|pair| {
            candidate
                .as_str()
                .get(..2)
                .is_some_and(|prefix| prefix.eq_ignore_ascii_case(pair))
        });
    Validity::refuted_unless(is_allocated)
}

/// What may stand between the start of a match and its first number.
fn is_letter_or_gap(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-')
}

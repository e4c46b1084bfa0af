//! Aadhaar numbers: twelve digits under Verhoeff, near a word.

use crate::check_digit::verhoeff;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "india/aadhaar",
    entity: EntityType::IN_AADHAAR,
    summary: "Aadhaar numbers: twelve digits with a check digit, near a word that says so.",
    reference: "Aadhaar (Targeted Delivery of Financial and Other Subsidies, Benefits and Services) Act 2016 s 4; UIDAI, A UID Numbering Scheme",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"[2-9]\d{3}(-\d{4}-| \d{4} )\d{4}",
            score: Score::new(0.25),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "twelve digits",
            regex: r"[2-9]\d{11}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (12, 12),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "aadhaar",
        "aadhar",
        "adhaar",
        "aadhaar number",
        "uidai",
        "आधार",
        "アダール",
        "アドハー",
    ],
    counter_context: other_numbers!["card number", "個人番号", "マイナンバー"],
    check: Some(check),
    examples: &[
        Example {
            text: "Aadhaar: «3998 7654 3211»",
        },
        Example {
            text: "my aadhaar number is «399876543211».",
        },
        Example {
            text: "Ａａｄｈａａｒ番号«３９９８　７６５４　３２１１»です",
        },
        Example {
            text: "आधार «3998-7654-3211»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "3998 7654 3211",
            reason: "twelve digits without a label",
        },
        CounterExample {
            text: "Aadhaar 3998 7654 3212",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "Aadhaar 3998 7654 3211 4444",
            reason: "part of a longer number",
        },
        CounterExample {
            text: "Aadhaar invoice 399876543211",
            reason: "an invoice number",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check digit.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::refuted_unless(verhoeff(candidate.digits()))
}

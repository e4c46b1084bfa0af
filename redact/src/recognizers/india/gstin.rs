//! Indian goods and services tax identification numbers (GSTIN): state, PAN, entity, Z, check character.

use crate::check_digit::in_gstin;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "india/gstin",
    entity: EntityType::IN_GSTIN,
    summary: "Indian goods and services tax identification numbers: fifteen characters with a check character.",
    reference: "Central Goods and Services Tax Rules 2017, rule 10; GST Network, GSTIN check character",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "fifteen characters",
        regex: r"(?i-u:(?:0[1-9]|[12]\d|3[0-8]|97|99)[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z])",
        score: Score::new(0.6),
        boundary: Boundary::Word,
        anchors: &[Anchor::Word {
            run: Run::Mixed,
            length: (15, 15),
            then: Then::ANY,
        }],
    }],
    context: &["gstin", "gst", "gst number", "goods and services tax"],
    counter_context: other_numbers![],
    check: Some(check),
    examples: &[
        Example {
            text: "GSTIN: «27AAPFU0939F1ZV»",
        },
        Example {
            text: "番号は«27AAPFU0939F1ZV»です",
        },
        Example {
            text: "gstin «27aapfu0939f1zv»",
        },
        Example {
            text: "ＧＳＴＩＮ　«２７ＡＡＰＦＵ０９３９Ｆ１ＺＶ»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "27AAPFU0939F1ZW",
            reason: "the check character does not fit",
        },
        CounterExample {
            text: "98AAPFU0939F1ZV",
            reason: "no state has this number",
        },
        CounterExample {
            text: "A27AAPFU0939F1ZV",
            reason: "part of a longer code",
        },
    ],
    known_gaps: &[],
};

/// Holds the number to its check character.
fn check(candidate: &Candidate<'_>) -> Validity {
    Validity::confirmed_if(in_gstin(candidate.as_str()))
}

//! Mailgun keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Run, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/mailgun",
    entity: EntityType::SECRET,
    summary: "Mailgun private API keys.",
    reference: "Mailgun documentation, API keys and SMTP credentials",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "key",
            regex: r"key-[0-9a-f]{32}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["key-"])],
        },
        Pattern {
            name: "new key",
            regex: r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Word {
                    run: Run::Mixed,
                    length: (32, 32),
                    then: Then::HYPHEN,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (32, 32),
                    then: Then::HYPHEN,
                },
                Anchor::Number {
                    digits: (32, 32),
                    then: Then::HYPHEN,
                },
            ],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!("«key", "-", "3f9a1c07b5d2e8463f9a1c07b5d2e846", "»"),
        },
        Example {
            text: concat!(
                "«",
                "3f9a1c07b5d2e8463f9a1c07b5d2e846",
                "-",
                "3f9a1c07",
                "-",
                "3f9a1c07",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: "key-value",
        reason: "a word",
    }],
    known_gaps: &[],
};

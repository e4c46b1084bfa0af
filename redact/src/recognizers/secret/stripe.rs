//! Stripe keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/stripe",
    entity: EntityType::SECRET,
    summary: "Stripe secret and restricted keys, webhook signing secrets.",
    reference: "Stripe documentation, API keys; Webhooks: signing secrets",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "key",
            regex: r"(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,200}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&[
                "sk_live_", "sk_test_", "rk_live_", "rk_test_",
            ])],
        },
        Pattern {
            name: "webhook secret",
            regex: r"whsec_[A-Za-z0-9+/]{24,80}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["whsec_"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!("«sk", "_live_", "Ab3dEf7hJk2mNp9qRs4tUv6w", "»"),
        },
        Example {
            text: concat!("«rk", "_test_", "Ab3dEf7hJk2mNp9qRs4tUv6w", "»"),
        },
        Example {
            text: concat!("«wh", "sec_", "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gH", "»"),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: concat!("pk", "_live_", "Ab3dEf7hJk2mNp9qRs4tUv6w"),
            reason: "a publishable key is public",
        },
        CounterExample {
            text: concat!("sk", "_live_xxx"),
            reason: "too short",
        },
    ],
    known_gaps: &[],
};

//! Google Cloud: API keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/gcp",
    entity: EntityType::SECRET,
    summary: "Google API keys.",
    reference: "Google Cloud documentation, Manage API keys (AIza and 35 characters)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "api key",
        regex: r"AIza[A-Za-z0-9_-]{35}",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["AIza"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!("key=«AI", "za", "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3", "»"),
    }],
    counter_examples: &[CounterExample {
        text: concat!("AI", "za", "Abc"),
        reason: "too short",
    }],
    known_gaps: &[],
};

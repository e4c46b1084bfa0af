//! Anthropic keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/anthropic",
    entity: EntityType::SECRET,
    summary: "Anthropic API, administration and OAuth keys.",
    reference: "Anthropic API documentation, Authentication and Admin API keys (sk-ant-)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "key",
        regex: r"sk-ant-[a-z]{3,8}[0-9]{2}-[A-Za-z0-9_-]{20,180}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["sk-ant-"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "«sk",
            "-ant-api03-",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC",
            "AA»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: concat!("sk", "-ant-api03-"),
        reason: "the prefix alone",
    }],
    known_gaps: &[],
};

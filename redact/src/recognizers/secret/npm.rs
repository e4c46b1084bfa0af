//! npm tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/npm",
    entity: EntityType::SECRET,
    summary: "npm access tokens.",
    reference: "npm Docs, About access tokens (npm_ and 36 characters)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"npm_[A-Za-z0-9]{36}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["npm_"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "//registry/:_authToken=«np",
            "m_",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3d",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: "npm_config_cache",
        reason: "a setting",
    }],
    known_gaps: &[],
};

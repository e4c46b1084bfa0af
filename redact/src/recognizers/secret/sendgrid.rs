//! `SendGrid` keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/sendgrid",
    entity: EntityType::SECRET,
    summary: "SendGrid API keys.",
    reference: "Twilio SendGrid documentation, API Keys (SG., 22 and 43 characters)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "key",
        regex: r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["SG."])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "«SG",
            ".",
            "Ab3dEf7hJk2mNp9qRs4tUv",
            ".",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: concat!("SG", ".abc.def"),
        reason: "too short",
    }],
    known_gaps: &[],
};

//! Hugging Face tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/hugging_face",
    entity: EntityType::SECRET,
    summary: "Hugging Face user and organization tokens.",
    reference: "Hugging Face Hub documentation, User access tokens (hf_, formerly api_org_)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"(?:hf_|api_org_)[A-Za-z0-9]{34}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["hf_", "api_org_"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "HF_TOKEN=«h",
            "f_",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: "hf_transfer",
        reason: "a package",
    }],
    known_gaps: &[],
};

//! Databricks tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/databricks",
    entity: EntityType::SECRET,
    summary: "Databricks personal access tokens.",
    reference: "Databricks documentation, Personal access token authentication (dapi and 32 hexadecimal digits)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"dapi[0-9a-f]{32}(?:-[0-9])?",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["dapi"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!("«da", "pi", "3f9a1c07b5d2e8463f9a1c07b5d2e846", "-2»"),
    }],
    counter_examples: &[CounterExample {
        text: "dapi を呼ぶ",
        reason: "a word",
    }],
    known_gaps: &[],
};

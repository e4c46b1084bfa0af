//! Docker tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/docker",
    entity: EntityType::SECRET,
    summary: "Docker personal and organization access tokens.",
    reference: "Docker Docs, Personal access tokens; Organization access tokens",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"dckr_[po]at_[A-Za-z0-9_-]{27,60}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["dckr_pat_", "dckr_oat_"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!("«dc", "kr_pat_", "Ab3dEf7hJk2mNp9qRs4tUv6wXy8", "»"),
    }],
    counter_examples: &[CounterExample {
        text: "dckr_pat_ から",
        reason: "the prefix alone",
    }],
    known_gaps: &[],
};

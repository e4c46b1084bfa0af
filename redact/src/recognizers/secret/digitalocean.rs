//! `DigitalOcean` tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/digitalocean",
    entity: EntityType::SECRET,
    summary: "DigitalOcean personal, OAuth and refresh tokens.",
    reference: "DigitalOcean API reference, Authentication (dop_v1_, doo_v1_, dor_v1_)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"do[opr]_v1_[0-9a-f]{64}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["dop_v1_", "doo_v1_", "dor_v1_"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "«do",
            "p_v1_",
            "3f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e846",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: "dop_v1_ で始まる",
        reason: "the prefix alone",
    }],
    known_gaps: &[],
};

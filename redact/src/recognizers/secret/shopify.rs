//! Shopify tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/shopify",
    entity: EntityType::SECRET,
    summary: "Shopify access tokens and shared secrets.",
    reference: "Shopify developer documentation, Access token prefixes (shpat_, shpca_, shppa_, shpss_)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"shp(?:at|ca|pa|ss|tka|ua)_[0-9a-fA-F]{32}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&[
            "shpat_", "shpca_", "shppa_", "shpss_", "shptka_", "shpua_",
        ])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!("«sh", "pat_", "3f9a1c07b5d2e8463f9a1c07b5d2e846", "»"),
    }],
    counter_examples: &[CounterExample {
        text: "shpat_ の値",
        reason: "the prefix alone",
    }],
    known_gaps: &[],
};

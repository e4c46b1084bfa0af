//! Cloudflare keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/cloudflare",
    entity: EntityType::SECRET,
    summary: "Cloudflare API tokens and keys behind their label, and Origin CA keys.",
    reference: "Cloudflare Docs, API tokens; Origin CA keys (v1.0-)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "origin ca key",
            regex: r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["v1.0-"])],
        },
        Pattern {
            name: "api token",
            regex: r"[A-Za-z0-9_-]{40}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "CLOUDFLARE_API_TOKEN",
                "CF_API_TOKEN",
                "cloudflare api token",
                "cloudflare token",
            ])],
        },
        Pattern {
            name: "api key",
            regex: r"[0-9a-f]{37}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "CLOUDFLARE_API_KEY",
                "CF_API_KEY",
                "X-Auth-Key",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "CLOUDFLARE_API_TOKEN=«",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7h",
                "»"
            ),
        },
        Example {
            text: concat!(
                "X-Auth-Key: «",
                "3f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1",
                "»"
            ),
        },
        Example {
            text: concat!(
                "«v1",
                ".0-",
                "3f9a1c07b5d2e8463f9a1c07",
                "-",
                "3f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07b5d2e8463f",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: "v1.0-rc2",
        reason: "a version",
    }],
    known_gaps: &[],
};

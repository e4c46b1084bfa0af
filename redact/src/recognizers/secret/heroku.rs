//! Heroku keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/heroku",
    entity: EntityType::SECRET,
    summary: "Heroku API keys: the new prefix, and UUIDs behind their label.",
    reference: "Heroku Dev Center, Platform API: authentication (HRKU-)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "key",
            regex: r"HRKU-AA[A-Za-z0-9_-]{58,64}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["HRKU-AA"])],
        },
        Pattern {
            name: "uuid key",
            regex: r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "HEROKU_API_KEY",
                "heroku api key",
                "heroku key",
                "heroku token",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«HR",
                "KU-AA",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy",
                "»"
            ),
        },
        Example {
            text: concat!(
                "HEROKU_API_KEY=«",
                "3f9a1c07",
                "-",
                "3f9a",
                "-4",
                "3f9",
                "-8",
                "3f9",
                "-",
                "3f9a1c07b5d2",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: "HRKU-AA",
        reason: "the prefix alone",
    }],
    known_gaps: &[],
};

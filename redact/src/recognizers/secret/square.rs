//! Square tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/square",
    entity: EntityType::SECRET,
    summary: "Square access tokens and application secrets.",
    reference: "Square Developer documentation, Access tokens and other Square credentials",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "access token",
            regex: r"EAAA[A-Za-z0-9_-]{60}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["EAAA"])],
        },
        Pattern {
            name: "secret",
            regex: r"sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["sq0atp-", "sq0csp-"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«EA",
                "AA",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8z",
                "»"
            ),
        },
        Example {
            text: concat!(
                "«sq",
                "0csp-",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: concat!("sq0", "idp-", "Ab3dEf7hJk2mNp9qRs4tUv"),
        reason: "an application id is public",
    }],
    known_gaps: &[],
};

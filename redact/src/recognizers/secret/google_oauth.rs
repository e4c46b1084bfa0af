//! Google OAuth tokens and client secrets.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/google_oauth",
    entity: EntityType::SECRET,
    summary: "Google OAuth access and refresh tokens, client secrets.",
    reference: "Google Identity documentation, Using OAuth 2.0 to Access Google APIs",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "access token",
            regex: r"ya29\.[A-Za-z0-9_-]{30,500}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["ya29."])],
        },
        Pattern {
            name: "client secret",
            regex: r"GOCSPX-[A-Za-z0-9_-]{28}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["GOCSPX-"])],
        },
        Pattern {
            name: "refresh token",
            regex: r"1//0[A-Za-z0-9_-]{40,120}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["1//0"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«ya",
                "29.",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8z",
                "»"
            ),
        },
        Example {
            text: concat!("«GO", "CSPX-", "Ab3dEf7hJk2mNp9qRs4tUv6wXy8z", "»"),
        },
        Example {
            text: concat!(
                "«1",
                "//0",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8z",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: concat!("ya", "29.abc"),
        reason: "too short",
    }],
    known_gaps: &[],
};

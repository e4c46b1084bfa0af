//! `OpenAI` keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/openai",
    entity: EntityType::SECRET,
    summary: "OpenAI API keys of users, projects, service accounts and administrators.",
    reference: "OpenAI API reference, Authentication; project and service account keys",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "project key",
            regex: r"sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,180}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&[
                "sk-proj-",
                "sk-svcacct-",
                "sk-admin-",
                "sk-None-",
            ])],
        },
        Pattern {
            name: "user key",
            regex: r"sk-[A-Za-z0-9]{40,64}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["sk-"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«sk",
                "-proj-",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gH",
                "»"
            ),
        },
        Example {
            text: concat!(
                "OPENAI_API_KEY=«sk",
                "-",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9q",
                "»"
            ),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: concat!("sk", "-1234"),
            reason: "too short",
        },
        CounterExample {
            text: "sk-learn と sk-proj-",
            reason: "words",
        },
    ],
    known_gaps: &[],
};

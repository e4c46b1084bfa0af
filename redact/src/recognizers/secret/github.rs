//! `GitHub` tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/github",
    entity: EntityType::SECRET,
    summary: "GitHub personal, OAuth, app, server and refresh tokens.",
    reference: "GitHub Docs, About authentication to GitHub: GitHub token formats",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "token",
            regex: r"gh[pousr]_[A-Za-z0-9]{36,251}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["ghp_", "gho_", "ghu_", "ghs_", "ghr_"])],
        },
        Pattern {
            name: "fine-grained",
            regex: r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["github_pat_"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "トークン：«gh",
                "p_",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3d",
                "»"
            ),
        },
        Example {
            text: concat!(
                "«git",
                "hub_pat_",
                "Ab3dEf7hJk2mNp9qRs4tUv",
                "_",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8",
                "»"
            ),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: concat!("gh", "p_xxxx"),
            reason: "too short",
        },
        CounterExample {
            text: "ghp_ で始まる",
            reason: "the prefix alone",
        },
    ],
    known_gaps: &[],
};

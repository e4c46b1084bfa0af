//! Discord bot tokens and webhooks.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Run, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/discord",
    entity: EntityType::SECRET,
    summary: "Discord bot tokens and webhook URLs.",
    reference: "Discord developer documentation, Reference: Authentication; Webhook resource",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "bot token",
            regex: r"[MNO][A-Za-z0-9]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Word {
                    run: Run::Mixed,
                    length: (24, 28),
                    then: Then::DOT,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (24, 28),
                    then: Then::DOT,
                },
            ],
        },
        Pattern {
            name: "webhook",
            regex: r"https://(?:canary\.|ptb\.)?discord(?:app)?\.com/api/webhooks/[0-9]{15,22}/[A-Za-z0-9_-]{60,90}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&[
                "https://discord",
                "https://canary.discord",
                "https://ptb.discord",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«M",
                "Ab3dEf7hJk2mNp9qRs4tUv6",
                ".",
                "Ab3dEf",
                ".",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8",
                "»"
            ),
        },
        Example {
            text: concat!(
                "«https://discord",
                ".com/api/webhooks/",
                "417206395841720639",
                "/",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3d",
                "»"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: "«https://discord.com/api/webhooks/»",
        reason: "no token in it",
    }],
    known_gaps: &[],
};

//! Slack tokens and webhooks.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/slack",
    entity: EntityType::SECRET,
    summary: "Slack tokens of bots, users, apps and workflows, and incoming webhook URLs.",
    reference: "Slack developer documentation, Tokens; Sending messages using incoming webhooks",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "token",
            regex: r"xox[abeoprs](?:\.xox[bp])?-[0-9A-Za-z-]{10,160}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&[
                "xoxa-", "xoxb-", "xoxe-", "xoxe.xox", "xoxo-", "xoxp-", "xoxr-", "xoxs-",
            ])],
        },
        Pattern {
            name: "app token",
            regex: r"xapp-[0-9]-[A-Z0-9]{6,16}-[0-9]{8,16}-[a-z0-9]{20,80}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["xapp-"])],
        },
        Pattern {
            name: "webhook",
            regex: r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_-]{20,100}",
            score: Score::new(0.95),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["https://hooks.slack.com/"])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "«xo",
                "xb-",
                "417206395841",
                "-",
                "417206395841",
                "-",
                "Ab3dEf7hJk2mNp9qRs4tUv6w",
                "»"
            ),
        },
        Example {
            text: concat!(
                "«xa",
                "pp-1-A0123ABC-",
                "417206395841",
                "-",
                "3f9a1c07b5d2e8463f9a1c07b5d2e846",
                "»"
            ),
        },
        Example {
            text: concat!(
                "通知先は«https://hooks.slack",
                ".com/services/T0000EX/B0000EX/",
                "Ab3dEf7hJk2mNp9qRs4tUv6w",
                "»です"
            ),
        },
    ],
    counter_examples: &[CounterExample {
        text: concat!("xo", "xb-1"),
        reason: "too short",
    }],
    known_gaps: &[],
};

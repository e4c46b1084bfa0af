//! LINE channel tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/line",
    entity: EntityType::SECRET,
    summary: "LINE channel access tokens and channel secrets behind their label.",
    reference: "LINE Developers documentation, Channel access token; Channel secret",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "channel access token",
            regex: r"[A-Za-z0-9+/]{100,250}={0,2}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "channel access token",
                "channel_access_token",
                "channelAccessToken",
                "チャネルアクセストークン",
                "チャンネルアクセストークン",
                "LINE_ACCESS_TOKEN",
                "アクセストークン",
            ])],
        },
        Pattern {
            name: "channel secret",
            regex: r"[0-9a-f]{32}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "channel secret",
                "channel_secret",
                "channelSecret",
                "チャネルシークレット",
                "チャンネルシークレット",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "チャネルアクセストークン：«",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7h",
                "FU=»"
            ),
        },
        Example {
            text: concat!("Channel secret: «", "3f9a1c07b5d2e8463f9a1c07b5d2e846", "»"),
        },
    ],
    counter_examples: &[CounterExample {
        text: "チャネルアクセストークンを再発行してください",
        reason: "prose",
    }],
    known_gaps: &[],
};

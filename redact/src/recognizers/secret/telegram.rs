//! Telegram bot tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/telegram",
    entity: EntityType::SECRET,
    summary: "Telegram bot tokens.",
    reference: "Telegram Bot API, Authorizing your bot",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "bot token",
        regex: r"[0-9]{8,10}:[A-Za-z0-9_-]{35}",
        score: Score::new(0.85),
        boundary: Boundary::Word,
        anchors: &[Anchor::Number {
            digits: (8, 10),
            then: Then::COLON,
        }],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "bot token «",
            "4172063958",
            ":A",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: "1234567890:30 に集合",
        reason: "a number and a colon",
    }],
    known_gaps: &[],
};

//! Twilio keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec, Run, Then,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/twilio",
    entity: EntityType::SECRET,
    summary: "Twilio account and API key identifiers, and auth tokens behind their label.",
    reference: "Twilio documentation, API keys; String identifiers (SID): two letters and 32 hexadecimal digits",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "sid",
            regex: r"(?:SK|AC)[0-9a-f]{32}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Word {
                    run: Run::Mixed,
                    length: (34, 34),
                    then: Then::ANY,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (34, 34),
                    then: Then::ANY,
                },
            ],
        },
        Pattern {
            name: "auth token",
            regex: r"[0-9a-f]{32}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "TWILIO_AUTH_TOKEN",
                "twilio auth token",
                "auth token",
                "authToken",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!("«S", "K", "3f9a1c07b5d2e8463f9a1c07b5d2e846", "»"),
        },
        Example {
            text: concat!(
                "TWILIO_AUTH_TOKEN=«",
                "3f9a1c07b5d2e8463f9a1c07b5d2e846",
                "»"
            ),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: concat!("md5 ", "3f9a1c07b5d2e8463f9a1c07b5d2e846"),
            reason: "a hash",
        },
        CounterExample {
            text: concat!("SK", "3f9a1c07b5d2e8463f9a1c07b5d2e84"),
            reason: "too short",
        },
    ],
    known_gaps: &[],
};

//! URLs.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/url",
    entity: EntityType::URL,
    summary: "Full URLs; they end where Japanese text begins.",
    reference: "RFC 3986",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "scheme",
        regex: r"(?i:https?|ftp)://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9\-_~/#=&%]",
        score: Score::new(0.9),
        boundary: Boundary::None,
        anchors: &[Anchor::Literal(&["http://", "https://", "ftp://"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: "詳細は«https://www.example.jp/a?b=1»をご覧ください。",
    }],
    counter_examples: &[CounterExample {
        text: "http:// から始まるもの",
        reason: "nothing behind the scheme",
    }],
    known_gaps: &[],
};

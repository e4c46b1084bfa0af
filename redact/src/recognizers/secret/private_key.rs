//! Private keys in PEM.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/private_key",
    entity: EntityType::SECRET,
    summary: "Private keys in PEM, from the BEGIN line to the END line.",
    reference: "RFC 7468 sections 10 and 11",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "pem",
        regex: r"-----BEGIN ([A-Z]{2,10} ){0,2}PRIVATE KEY( BLOCK)?-----[^-]{0,8000}(-----END ([A-Z]{2,10} ){0,2}PRIVATE KEY( BLOCK)?-----)?",
        score: Score::new(1.0),
        boundary: Boundary::None,
        anchors: &[Anchor::Literal(&["-----BEGIN "])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: "鍵：\n«-----BEGIN RSA PRIVATE KEY-----\nMIIB+abc/==\n-----END RSA PRIVATE KEY-----»\n",
    }],
    counter_examples: &[CounterExample {
        text: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        reason: "a certificate is public",
    }],
    known_gaps: &[],
};

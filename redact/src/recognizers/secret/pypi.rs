//! `PyPI` tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/pypi",
    entity: EntityType::SECRET,
    summary: "PyPI API tokens.",
    reference: "Warehouse documentation, API tokens: macaroons with the prefix pypi-Ag",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"pypi-Ag[A-Za-z0-9_-]{50,250}",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["pypi-Ag"])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!(
            "«py",
            "pi-Ag",
            "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3d",
            "»"
        ),
    }],
    counter_examples: &[CounterExample {
        text: "pypi-Agent",
        reason: "a word",
    }],
    known_gaps: &[],
};

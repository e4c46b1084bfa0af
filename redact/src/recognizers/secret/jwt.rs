//! JSON Web Tokens.

use crate::credential::decode_base64;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/jwt",
    entity: EntityType::SECRET,
    summary: "JSON Web Tokens: three Base64 parts whose first is a JSON header with an algorithm.",
    reference: "RFC 7519 section 3, RFC 7515 section 3.1",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "compact",
        // The header is ASCII JSON, which never encodes into `-` or `_` in practice; so no two tries
        // read the same characters.
        regex: r"ey[A-Za-z0-9]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&["ey"])],
    }],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[Example {
        text: concat!(
            "token=«ey",
            "JhbGciOiJIUzI1NiJ9",
            ".",
            "ey",
            "JzdWIiOiJ1c2VyLTAifQ",
            ".",
            "c2lnbmF0dXJlLW9mLW5vYm9keQ»"
        ),
    }],
    counter_examples: &[
        CounterExample {
            text: concat!("ey", "Jub3RhamVhZGVyIjoxfQ.aaaa.bbbb"),
            reason: "the header names no algorithm",
        },
        CounterExample {
            text: "eyeglasses.example.file",
            reason: "words",
        },
    ],
    known_gaps: &[KnownGap {
        text: concat!("«ey", "JhbGciOiJIUzI1NiJ9.»"),
        reason: "a header alone signs nothing",
    }],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let header = candidate.as_str().split('.').next().unwrap_or_default();
    let names_algorithm = decode_base64(header).is_some_and(|json| {
        json.starts_with(b"{") && json.windows(5).any(|window| window == b"\"alg\"")
    });
    Validity::confirmed_if(names_algorithm)
}

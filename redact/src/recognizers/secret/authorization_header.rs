//! The credentials of HTTP authorization headers.

use crate::credential::{decode_base64, entropy, is_placeholder};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/authorization_header",
    entity: EntityType::SECRET,
    summary: "Bearer tokens, and Base64 of user and password in Basic authentication.",
    reference: "RFC 6750 section 2.1 (Bearer), RFC 7617 section 2 (Basic)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "bearer",
            regex: r"[A-Za-z0-9._~+/-]{16,1000}={0,2}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&["Bearer ", "Authorization: token "])],
        },
        Pattern {
            name: "basic",
            regex: r"[A-Za-z0-9+/]{6,400}={0,2}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&["Basic "])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: concat!("Authorization: Bearer «Kx7vQ2m", "9Tb4Lw8Rz3Np6»"),
        },
        Example {
            text: concat!("Authorization: Basic «dGFybzpv", "cGVuLXNlc2FtZQ==»"),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "Basic authentication と Basic information",
            reason: "words do not decode to user and password",
        },
        CounterExample {
            text: "Bearer authentication-required-here",
            reason: "prose without a digit",
        },
        CounterExample {
            text: "Authorization: Bearer <your-token-goes-here>",
            reason: "a placeholder",
        },
    ],
    known_gaps: &[KnownGap {
        text: "Bearer «abc123»",
        reason: "too short to tell from a word",
    }],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let is_basic = candidate
        .before()
        .trim_end_matches(|character: char| !character.is_alphanumeric())
        .to_ascii_lowercase()
        .ends_with("basic");
    let holds = if is_basic {
        decode_base64(text).is_some_and(|decoded| {
            decoded.contains(&b':') && decoded.iter().all(|byte| (b' '..=b'~').contains(byte))
        })
    } else {
        !is_placeholder(text)
            && text.bytes().any(|byte| byte.is_ascii_digit())
            && entropy(text) > 3.0
    };
    Validity::refuted_unless(holds)
}

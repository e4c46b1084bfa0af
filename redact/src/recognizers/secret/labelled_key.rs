//! Keys and tokens of any service behind a label that names them.

use crate::credential::{entropy, is_placeholder};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/labelled_key",
    entity: EntityType::SECRET,
    summary: "Random-looking keys and tokens behind a label such as API key, client secret or access token.",
    reference: "RFC 6749 sections 1.4, 1.5 and 2.3.1 (access token, refresh token, client secret); no shape is prescribed, label and entropy decide",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "key",
        regex: r"[A-Za-z0-9_+/.~-]{16,250}={0,2}",
        score: Score::new(0.7),
        boundary: Boundary::Word,
        anchors: &[Anchor::Label(&[
            "API key",
            "api_key",
            "api-key",
            "apikey",
            "APIキー",
            "API_TOKEN",
            "API token",
            "APIトークン",
            "secret key",
            "secret_key",
            "secretkey",
            "シークレットキー",
            "秘密鍵",
            "client secret",
            "client_secret",
            "clientSecret",
            "クライアントシークレット",
            "access token",
            "access_token",
            "accessToken",
            "アクセストークン",
            "refresh token",
            "refresh_token",
            "リフレッシュトークン",
            "auth token",
            "auth_token",
            "_authToken",
            "認証トークン",
            "private token",
            "x-api-key",
            "access key",
            "access_key",
            "アクセスキー",
            "signing secret",
            "webhook secret",
            "secret",
            "token",
            "シークレット",
            "トークン",
            "encryption_key",
            "signing_key",
            "private_key",
        ])],
    }],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: concat!("API_KEY=«Kx7vQ2m9T", "b4Lw8Rz3Np6»"),
        },
        Example {
            text: concat!("SHOP_SECRET=«3f9a1c07b5", "d2e8463f9a1c07»"),
        },
        Example {
            text: concat!("クライアントシークレット：«Kx7vQ2m9T", "b4Lw8Rz3Np6»"),
        },
        Example {
            text: concat!("\"access_token\": \"«Kx7vQ2m9T", "b4Lw8Rz3Np6»\""),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "api_key=your-api-key-goes-here-2025",
            reason: "a placeholder",
        },
        CounterExample {
            text: "secret: see docs/secrets/rotation-policy.md",
            reason: "a path without the looks of chance",
        },
        CounterExample {
            text: "access token authentication/authorization",
            reason: "words",
        },
        CounterExample {
            text: "API key: xxxxxxxxxxxxxxxxxxxx",
            reason: "masked",
        },
    ],
    known_gaps: &[KnownGap {
        text: "API key: «abc123»",
        reason: "too short to tell from a word",
    }],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    Validity::refuted_unless(digits >= 2 && entropy(text) >= 3.2 && !is_placeholder(text))
}

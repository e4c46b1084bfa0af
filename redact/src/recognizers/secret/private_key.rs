//! Private keys in text armour.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, KnownGap, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/private_key",
    entity: EntityType::SECRET,
    summary: "Private keys in PEM, OpenSSH and OpenPGP armour, from the BEGIN line to the END line or the last line of Base64.",
    reference: "RFC 7468 sections 10 and 11, RFC 4716 (OpenSSH form), RFC 9580 section 6.2",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "whole",
            // A header (`DEK-Info:`) has single dashes; a row of them is the next BEGIN or the END, so
            // that no two tries read the same text.
            regex: r"-----BEGIN ([A-Z0-9]{2,10} ){0,2}PRIVATE KEY( BLOCK)?-----([^-]|-[^-])+-----END ([A-Z0-9]{2,10} ){0,2}PRIVATE KEY( BLOCK)?-----",
            score: Score::new(1.0),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(&["-----BEGIN "])],
        },
        Pattern {
            name: "without end",
            regex: r"-----BEGIN ([A-Z0-9]{2,10} ){0,2}PRIVATE KEY( BLOCK)?-----((\s|\\n|\\r|>)*[A-Za-z0-9+/=]{16,})+",
            score: Score::new(0.95),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(&["-----BEGIN "])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: "鍵：\n«-----BEGIN RSA PRIVATE KEY-----\nMIIB+abc/==\n-----END RSA PRIVATE KEY-----»\n",
        },
        Example {
            text: "«-----BEGIN OPENSSH PRIVATE KEY-----\nAAAAbm90LWEta2V5LWF0LWFsbA==\n-----END OPENSSH PRIVATE KEY-----»",
        },
        Example {
            text: "«-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nbm90LWEta2V5\n-----END RSA PRIVATE KEY-----»",
        },
        Example {
            text: "«-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nbm90LWEta2V5LWF0LWFsbA==\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----»",
        },
        Example {
            text: "{\"private_key\": \"«-----BEGIN PRIVATE KEY-----\\nbm90LWEta2V5\\n-----END PRIVATE KEY-----»\\n\"}",
        },
        Example {
            text: "«-----BEGIN PRIVATE KEY-----\nbm90LWEta2V5LWF0LWFsbA==»\n以下省略",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            reason: "a certificate is public",
        },
        CounterExample {
            text: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
            reason: "a public key is public",
        },
        CounterExample {
            text: "-----BEGIN PRIVATE KEY----- で始まる行",
            reason: "no key behind the line",
        },
    ],
    known_gaps: &[KnownGap {
        text: "«bm90LWEta2V5LWF0LWFsbA==\n-----END PRIVATE KEY-----»",
        reason: "the BEGIN line is missing",
    }],
};

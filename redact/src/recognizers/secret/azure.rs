//! Microsoft Azure: storage keys, shared access signatures, client secrets.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/azure",
    entity: EntityType::SECRET,
    summary: "Azure storage and service bus keys, SAS signatures, client secrets of Entra ID.",
    reference: "Microsoft Learn: Configure Azure Storage connection strings; Create a service SAS; Microsoft Purview, Azure AD client secret definition",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "account key",
            regex: r"[A-Za-z0-9+/]{86}==",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "AccountKey",
                "SharedAccessKey",
                "account key",
                "storage key",
            ])],
        },
        Pattern {
            name: "service bus key",
            regex: r"[A-Za-z0-9+/]{43}=",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&["AccountKey", "SharedAccessKey"])],
        },
        Pattern {
            name: "sas signature",
            regex: r"[A-Za-z0-9%/+]{43,70}(?:%3D|%3d|=)",
            score: Score::new(0.7),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&["sig"])],
        },
        Pattern {
            name: "client secret",
            regex: r"[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Before {
                byte: b'~',
                class: is_secret_character,
                max: 5,
            }],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!(
                "AccountName=shop;AccountKey=«",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2mNp9qRs4tUv",
                "==»;EndpointSuffix=core"
            ),
        },
        Example {
            text: concat!(
                "SharedAccessKey=«",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk2",
                "=»"
            ),
        },
        Example {
            text: concat!(
                "sig=«",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7hJk",
                "%2B%3D» です"
            ),
        },
        Example {
            text: concat!(
                "secret «ab",
                "c8Q~",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb",
                "»"
            ),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "AccountKey=abc",
            reason: "too short",
        },
        CounterExample {
            text: "8Q~",
            reason: "the marker alone",
        },
    ],
    known_gaps: &[],
};

fn is_secret_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '~' | '.' | '-')
}

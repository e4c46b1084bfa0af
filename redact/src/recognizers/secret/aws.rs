//! Amazon Web Services: access keys.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/aws",
    entity: EntityType::SECRET,
    summary: "AWS access key ids, and secret access keys behind their label.",
    reference: "AWS IAM User Guide, IAM identifiers: unique identifiers (AKIA, ASIA); AWS security credentials",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "access key id",
            regex: r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["AKIA", "ASIA", "ABIA", "ACCA"])],
        },
        Pattern {
            name: "secret access key",
            regex: r"[A-Za-z0-9/+]{40}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "aws_secret_access_key",
                "aws_secret_key",
                "secret access key",
                "SecretAccessKey",
                "シークレットアクセスキー",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: concat!("キーは«AK", "IAEXAMPLE234567ABC»です"),
        },
        Example {
            text: concat!(
                "aws_secret_access_key = «",
                "Ab3dEf7hJk2mNp9qRs4tUv6wXy8zC5gHAb3dEf7h",
                "»"
            ),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: concat!("AK", "IAEXAMPLE"),
            reason: "too short",
        },
        CounterExample {
            text: "AKIA の4文字で始まります",
            reason: "the prefix alone",
        },
        CounterExample {
            text: concat!("commit ", "3f9a1c07b5d2e8463f9a1c07b5d2e8463f9a1c07"),
            reason: "a commit id",
        },
    ],
    known_gaps: &[],
};

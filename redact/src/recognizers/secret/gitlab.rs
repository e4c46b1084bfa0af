//! `GitLab` tokens.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/gitlab",
    entity: EntityType::SECRET,
    summary: "GitLab personal, project, group, deploy, runner and trigger tokens.",
    reference: "GitLab Docs, Token overview: token prefixes",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "token",
        regex: r"gl(?:pat|dt|rt|ptt|ft|oas|cbt|soat|imt|agent)-[A-Za-z0-9_-]{20,80}",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&[
            "glpat-", "gldt-", "glrt-", "glptt-", "glft-", "gloas-", "glcbt-", "glsoat-", "glimt-",
            "glagent-",
        ])],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[Example {
        text: concat!("«gl", "pat-", "Ab3dEf7hJk2mNp9qRs4t", "»"),
    }],
    counter_examples: &[CounterExample {
        text: concat!("gl", "pat-abc"),
        reason: "too short",
    }],
    known_gaps: &[],
};

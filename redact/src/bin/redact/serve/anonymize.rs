//! `POST /anonymize` and `/deanonymize`, `GET /anonymizers` and `/deanonymizers`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::engine::Engine;

pub(super) fn anonymize(_: &Engine, _request: Value) -> Answer {
    Err(Failure::new(StatusCode::NOT_IMPLEMENTED, ""))
}

pub(super) fn deanonymize(_: &Engine, _request: Value) -> Answer {
    Err(Failure::new(StatusCode::NOT_IMPLEMENTED, ""))
}

pub(super) fn anonymizers() -> Value {
    json!([
        "hash", "mask", "redact", "replace", "custom", "keep", "encrypt"
    ])
}

pub(super) fn deanonymizers() -> Value {
    json!(["decrypt", "deanonymize_keep"])
}

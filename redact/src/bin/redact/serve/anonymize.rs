//! `POST /anonymize` and `/deanonymize`, `GET /anonymizers` and `/deanonymizers`.

use axum::http::StatusCode;
use redact::OsRandom;
use redact::presidio::anonymizer::{
    self, ANONYMIZERS, AnonymizerError, AnonymizerErrorKind, DEANONYMIZERS,
};
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::engine::Engine;

/// `POST /anonymize`: a text and what was found in it.
pub(super) fn anonymize(_: &Engine, request: Value) -> Answer {
    anonymizer::anonymize_request(&filled(request)?, &mut OsRandom).map_err(|error| failure(&error))
}

/// `POST /deanonymize`: an anonymized text and what was replaced in it.
pub(super) fn deanonymize(_: &Engine, request: Value) -> Answer {
    anonymizer::deanonymize_request(&filled(request)?, &mut OsRandom)
        .map_err(|error| failure(&error))
}

/// `GET /anonymizers`. Presidio's optional operator of a cloud service is not among them.
pub(super) fn anonymizers() -> Value {
    let served = |name: &&str| *name != "surrogate_ahds";
    ANONYMIZERS
        .into_iter()
        .filter(|name| served(name))
        .collect()
}

/// `GET /deanonymizers`.
pub(super) fn deanonymizers() -> Value {
    json!(DEANONYMIZERS)
}

fn filled(request: Value) -> Result<Value, Failure> {
    match request {
        Value::Object(ref fields) if !fields.is_empty() => Ok(request),
        Value::Object(_) | Value::Null => Err(Failure::new(
            StatusCode::BAD_REQUEST,
            "Invalid request json",
        )),
        _ => Err(Failure::bad_json()),
    }
}

fn failure(error: &AnonymizerError) -> Failure {
    let status = match error.kind() {
        AnonymizerErrorKind::InvalidParam => StatusCode::UNPROCESSABLE_ENTITY,
        AnonymizerErrorKind::BadRequest => StatusCode::BAD_REQUEST,
        _ => return Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error"),
    };
    Failure::new(status, error.to_string())
}

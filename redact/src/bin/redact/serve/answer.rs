//! Answers in Presidio's JSON, errors included.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

/// An answer: a status and JSON.
pub(super) type Answer = Result<Value, Failure>;

/// A request that could not be served: the status and the sentence behind `error`. Sentences hold
/// nothing of the request's text.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) status: StatusCode,
    pub(super) message: String,
}

impl Failure {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
        }
    }

    /// What Flask answers to a body that is no JSON.
    pub(super) fn bad_json() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "The browser (or proxy) sent a request that this server could not understand.",
        )
    }

    pub(super) fn into_response(self) -> Response {
        write(self.status, &json!({ "error": self.message }))
    }
}

/// An answer on its way out.
pub(super) fn respond(answer: Answer) -> Response {
    match answer {
        Ok(value) => write(StatusCode::OK, &value),
        Err(failure) => failure.into_response(),
    }
}

fn write(status: StatusCode, value: &Value) -> Response {
    let mut response = Response::new(Body::from(value.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}

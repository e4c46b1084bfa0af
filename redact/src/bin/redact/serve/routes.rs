//! Which route answers what, and what surrounds every answer.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::Value;
use tower_http::catch_panic::CatchPanicLayer;

use super::answer::{Answer, Failure, respond};
use super::engine::Engine;
use super::metrics::Metrics;
use super::{Limits, analyze, anonymize};

/// Bodies larger than this are worked on beside the threads that serve the others.
const LARGE_BODY: usize = 64 * 1024;

pub(super) struct Service {
    pub(super) engine: Engine,
    metrics: Metrics,
    limits: Limits,
}

type Shared = State<Arc<Service>>;

pub(super) fn routes(engine: Engine, limits: Limits) -> Router {
    let service = Arc::new(Service {
        engine,
        metrics: Metrics::new(),
        limits,
    });
    Router::new()
        .route("/analyze", post(|state: Shared, body| work(state, body, analyze::analyze)))
        .route("/anonymize", post(|state: Shared, body| work(state, body, anonymize::anonymize)))
        .route("/deanonymize", post(|state: Shared, body| work(state, body, anonymize::deanonymize)))
        .route("/recognizers", get(|State(service): Shared, uri: Uri| async move {
            respond(Ok(analyze::recognizers(&service.engine, &uri)))
        }))
        .route("/supportedentities", get(|State(service): Shared, uri: Uri| async move {
            respond(Ok(analyze::supported_entities(&service.engine, &uri)))
        }))
        .route("/anonymizers", get(|| async { respond(Ok(anonymize::anonymizers())) }))
        .route("/deanonymizers", get(|| async { respond(Ok(anonymize::deanonymizers())) }))
        .route("/health", get(|| async { text("text/html; charset=utf-8", "Presidio Analyzer service is up".to_owned()) }))
        .route("/metrics", get(|State(service): Shared| async move {
            text("application/openmetrics-text; version=1.0.0; charset=utf-8", service.metrics.text())
        }))
        .fallback(|| async {
            Failure::new(StatusCode::NOT_FOUND, "The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.").into_response()
        })
        .method_not_allowed_fallback(|| async {
            Failure::new(StatusCode::METHOD_NOT_ALLOWED, "The method is not allowed for the requested URL.").into_response()
        })
        .layer(DefaultBodyLimit::max(limits.body))
        .layer(CatchPanicLayer::custom(|_| internal_error()))
        .layer(from_fn_with_state(Arc::clone(&service), observe))
        .with_state(service)
}

/// Measures every request and ends those that take too long.
async fn observe(State(service): Shared, request: Request, next: Next) -> Response {
    let start = Instant::now();
    service.metrics.begin();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", |path| path.as_str())
        .to_owned();
    let response = tokio::time::timeout(service.limits.time, next.run(request))
        .await
        .unwrap_or_else(|_| {
            let message =
                "The request took too long; the server's --timeout says how long it may take.";
            Failure::new(StatusCode::REQUEST_TIMEOUT, message).into_response()
        });
    service.metrics.end(
        &route,
        response.status().as_u16(),
        start.elapsed().as_secs_f64(),
    );
    response
}

/// Reads JSON and has it worked on.
async fn work(
    State(service): Shared,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
    serve: fn(&Engine, Value) -> Answer,
) -> Response {
    let body = match body {
        Ok(body) => body,
        Err(rejection) => {
            let status = rejection.status();
            let message = match status {
                StatusCode::PAYLOAD_TOO_LARGE => {
                    "The data value transmitted exceeds the capacity limit."
                }
                _ => "The body of the request did not arrive.",
            };
            return Failure::new(status, message).into_response();
        }
    };
    service.metrics.add_body(body.len());
    let is_large = body.len() > LARGE_BODY;
    let answer = move || {
        let request = serde_json::from_slice(&body).map_err(|_| Failure::bad_json())?;
        serve(&service.engine, request)
    };
    if !is_large {
        return respond(answer());
    }
    match tokio::task::spawn_blocking(answer).await {
        Ok(answer) => respond(answer),
        Err(_) => internal_error(),
    }
}

fn internal_error() -> Response {
    Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error").into_response()
}

fn text(kind: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

//! `POST /analyze`, `GET /recognizers`, `GET /supportedentities`.

use std::sync::Arc;

use axum::http::{StatusCode, Uri};
use redact::presidio::analyzer::Recognizer;
use redact::presidio::read_recognizer;
use redact::recognizer::PatternFlags;
use redact::{EntityType, Error};
use serde_json::{Map, Value, json};

use super::answer::{Answer, Failure};
use super::engine::{Engine, Wishes};

/// `POST /analyze`: one text, or a list of them.
pub(super) fn analyze(engine: &Engine, request: Value) -> Answer {
    let Value::Object(fields) = request else {
        return Err(wrong_type("the request", "an object"));
    };
    let wishes = wishes(&fields);
    match fields.get("text") {
        Some(Value::String(text)) if !text.is_empty() => engine
            .analyze(text, &wishes?)
            .map_err(|error| unserved(&error)),
        Some(Value::Array(texts)) if !texts.is_empty() => {
            let wishes = wishes?;
            texts
                .iter()
                .map(|text| match text {
                    Value::String(text) => engine
                        .analyze(text, &wishes)
                        .map_err(|error| unserved(&error)),
                    _ => Err(wrong_type("text", "a text or a list of texts")),
                })
                .collect()
        }
        None | Some(Value::Null) => Err(missing("No text provided")),
        Some(Value::String(_) | Value::Array(_)) => Err(missing("No text provided")),
        Some(_) => Err(wrong_type("text", "a text or a list of texts")),
    }
}

/// `GET /recognizers?language=`.
pub(super) fn recognizers(engine: &Engine, uri: &Uri) -> Value {
    json!(engine.recognizers(language_of(uri).as_deref()))
}

/// `GET /supportedentities?language=`.
pub(super) fn supported_entities(engine: &Engine, uri: &Uri) -> Value {
    json!(engine.supported_entities(language_of(uri).as_deref()))
}

fn language_of(uri: &Uri) -> Option<String> {
    uri.query()?
        .split('&')
        .find_map(|pair| pair.strip_prefix("language="))
        .map(str::to_owned)
}

fn wishes(fields: &Map<String, Value>) -> Result<Wishes, Failure> {
    let language = match fields.get("language") {
        Some(Value::String(language)) if !language.is_empty() => language.clone(),
        None | Some(Value::Null | Value::String(_)) => return Err(missing("No language provided")),
        Some(_) => return Err(wrong_type("language", "a text")),
    };
    let allow_by_pattern = match fields.get("allow_list_match").and_then(Value::as_str) {
        None | Some("exact") => false,
        Some("regex") => true,
        Some(_) => {
            return Err(Failure::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "allow_list_match must either be set to 'exact' or 'regex'.",
            ));
        }
    };
    Ok(Wishes {
        language,
        entities: texts(fields, "entities")?
            .into_iter()
            .map(EntityType::new)
            .collect(),
        score_threshold: match fields.get("score_threshold") {
            None | Some(Value::Null) => None,
            Some(value) => Some(
                value
                    .as_f64()
                    .ok_or_else(|| wrong_type("score_threshold", "a number from 0 to 1"))?,
            ),
        },
        explain: fields
            .get("return_decision_process")
            .and_then(Value::as_bool)
            == Some(true),
        context: texts(fields, "context")?,
        allow_list: texts(fields, "allow_list")?,
        allow_by_pattern,
        flags: fields
            .get("regex_flags")
            .and_then(Value::as_u64)
            .map_or_else(PatternFlags::default, flags_of),
        ad_hoc_recognizers: ad_hoc_recognizers(fields)?,
    })
}

/// Flags as Python's `re` counts them.
fn flags_of(bits: u64) -> PatternFlags {
    PatternFlags {
        ignore_case: bits & 2 != 0,
        multi_line: bits & 8 != 0,
        dot_matches_new_line: bits & 16 != 0,
    }
}

fn ad_hoc_recognizers(fields: &Map<String, Value>) -> Result<Vec<Arc<Recognizer>>, Failure> {
    match fields.get("ad_hoc_recognizers") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(recognizers)) => recognizers
            .iter()
            .map(|recognizer| {
                read_recognizer(recognizer)
                    .map(Arc::new)
                    .map_err(|error| wrong_type_because(&error))
            })
            .collect(),
        Some(_) => Err(wrong_type(
            "ad_hoc_recognizers",
            "a list of pattern recognizers",
        )),
    }
}

/// The texts of a list; none if the field is missing.
fn texts(fields: &Map<String, Value>, field: &'static str) -> Result<Vec<String>, Failure> {
    let wrong = || wrong_type(field, "a list of texts");
    match fields.get(field) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(values)) => values
            .iter()
            .map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong))
            .collect(),
        Some(_) => Err(wrong()),
    }
}

/// What Presidio answers with 500 though it is the client's mistake.
fn missing(message: &str) -> Failure {
    Failure::new(StatusCode::INTERNAL_SERVER_ERROR, message)
}

fn unserved(error: &Error) -> Failure {
    Failure::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
}

fn wrong_type(field: &str, wanted: &str) -> Failure {
    Failure::new(
        StatusCode::BAD_REQUEST,
        format!(
            "Failed to parse /analyze request for AnalyzerEngine.analyze(). {field} must be {wanted}"
        ),
    )
}

fn wrong_type_because(error: &Error) -> Failure {
    Failure::new(
        StatusCode::BAD_REQUEST,
        format!("Failed to parse /analyze request for AnalyzerEngine.analyze(). {error}"),
    )
}

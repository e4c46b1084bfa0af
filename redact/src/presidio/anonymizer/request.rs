//! Bodies of Presidio's REST service, `/anonymize` and `/deanonymize`: JSON in, JSON out, offsets in
//! code points.

use serde_json::{Map, Value, json};

use super::engine::{AnonymizeOptions, anonymize, deanonymize};
use super::entity::EngineResult;
use super::error::{AnonymizerError, Result};
use super::json::{analyzer_results_from_json, anonymizer_results_from_json, operators_from_json};
use crate::RandomSource;
use crate::text::units::OffsetUnit;

/// Answers a body of `/anonymize`: `{"text", "analyzer_results", "anonymizers"}`.
///
/// # Errors
///
/// [`AnonymizerErrorKind::BadRequest`](super::AnonymizerErrorKind::BadRequest) for an operator
/// `custom`, and those of [`anonymize`] and [`analyzer_results_from_json`].
pub fn anonymize_request(body: &Value, random: &mut dyn RandomSource) -> Result<Value> {
    let body = fields(body)?;
    let operators = operators_from_json(body.get("anonymizers"))?;
    if operators.uses("custom") {
        return Err(AnonymizerError::bad_request(
            "Custom type anonymizer is not supported",
        ));
    }
    let found = analyzer_results_from_json(body.get("analyzer_results"))?;
    let options = AnonymizeOptions::counting(OffsetUnit::CodePoints);
    anonymize(text(body)?, &found, &operators, options, random).map(|result| answer(&result))
}

/// Answers a body of `/deanonymize`: `{"text", "anonymizer_results", "deanonymizers"}`.
///
/// # Errors
///
/// Those of [`deanonymize`] and [`anonymizer_results_from_json`].
pub fn deanonymize_request(body: &Value, random: &mut dyn RandomSource) -> Result<Value> {
    let body = fields(body)?;
    let items = anonymizer_results_from_json(body.get("anonymizer_results"))?;
    let operators = operators_from_json(body.get("deanonymizers"))?;
    let unit = OffsetUnit::CodePoints;
    deanonymize(text(body)?, &items, &operators, unit, random).map(|result| answer(&result))
}

fn fields(body: &Value) -> Result<&Map<String, Value>> {
    body.as_object()
        .ok_or_else(|| AnonymizerError::failed("the body is no JSON object"))
}

/// The text; a request without one is about an empty one.
fn text(body: &Map<String, Value>) -> Result<&str> {
    match body.get("text") {
        None => Ok(""),
        Some(text) => text
            .as_str()
            .ok_or_else(|| AnonymizerError::failed("the text is no string")),
    }
}

fn answer(result: &EngineResult) -> Value {
    let items: Vec<Value> = result
        .items
        .iter()
        .map(|item| {
            json!({
                "start": item.start,
                "end": item.end,
                "entity_type": item.entity_type,
                "text": item.text,
                "operator": item.operator,
                "score": item.score,
            })
        })
        .collect();
    json!({"text": result.text, "items": items})
}

//! Findings and operators as they come in the JSON of Presidio's REST service.

use serde_json::{Map, Value};

use super::entity::{OperatorResult, PiiEntity};
use super::error::{AnonymizerError, Result};
use super::operator::{OperatorConfig, Operators};
use super::parameter::{Parameter, wrong_type};

/// The findings of a list `analyzer_results`.
///
/// # Errors
///
/// [`AnonymizerErrorKind::InvalidParam`](super::AnonymizerErrorKind::InvalidParam) when the list or
/// a field is missing or no finding can be so, as Presidio checks it;
/// [`AnonymizerErrorKind::Failed`](super::AnonymizerErrorKind::Failed) for another shape.
pub fn analyzer_results_from_json(results: Option<&Value>) -> Result<Vec<PiiEntity<'_>>> {
    let results = match results {
        None | Some(Value::Null) => {
            return Err(AnonymizerError::invalid_param(
                "Invalid input, request must contain analyzer results",
            ));
        }
        Some(results) => list(results)?,
    };
    results
        .iter()
        .map(|result| {
            let result = object(result)?;
            let (start, end, entity_type) = entity(result)?;
            let score = match result.get("score") {
                None | Some(Value::Null) => {
                    return Err(AnonymizerError::invalid_param(
                        "Invalid input, analyzer result must contain score",
                    ));
                }
                Some(score) => number(score)?,
            };
            Ok(PiiEntity {
                entity_type,
                start,
                end,
                score,
            })
        })
        .collect()
}

/// The replacements of a list `anonymizer_results`; none when it is missing.
///
/// # Errors
///
/// As [`analyzer_results_from_json`].
pub fn anonymizer_results_from_json(results: Option<&Value>) -> Result<Vec<OperatorResult>> {
    let results = match results {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(results) => list(results)?,
    };
    let text = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    results
        .iter()
        .map(|result| {
            let result = object(result)?;
            let (start, end, entity_type) = entity(result)?;
            Ok(OperatorResult {
                start,
                end,
                entity_type: entity_type.to_owned(),
                text: text(result.get("text")),
                operator: text(result.get("operator")),
                score: match result.get("score") {
                    None | Some(Value::Null) => None,
                    Some(score) => Some(number(score)?),
                },
            })
        })
        .collect()
}

/// The operators of an object `anonymizers` or `deanonymizers`, `{KIND: {"type": NAME, …}}`; none
/// when it is missing.
///
/// # Errors
///
/// As [`analyzer_results_from_json`].
pub fn operators_from_json(operators: Option<&Value>) -> Result<Operators> {
    let mut read = Operators::new();
    let operators = match operators {
        None | Some(Value::Null) => return Ok(read),
        Some(operators) => object(operators)?,
    };
    for (entity_type, operator) in operators {
        let operator = object(operator)?;
        let name = match operator.get("type").map(Parameter::from) {
            Some(Parameter::Text(name)) if !name.is_empty() => name,
            Some(name) if name.is_truthy() => name.printed(),
            _ => {
                return Err(AnonymizerError::invalid_param(
                    "Invalid input, operator config must contain operator_name",
                ));
            }
        };
        let parameters = operator.iter().filter(|(key, _)| *key != "type");
        let config = parameters.fold(OperatorConfig::new(name), |config, (key, value)| {
            config.with(key, value)
        });
        read.insert(entity_type, config);
    }
    Ok(read)
}

impl From<&Value> for Parameter {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => match (number.as_i64(), number.is_f64()) {
                (Some(integer), _) => Self::Integer(integer),
                // A whole number too large to count anything with.
                (None, false) => Self::Integer(i64::MAX),
                (None, true) => Self::Float(number.as_f64().unwrap_or(f64::INFINITY)),
            },
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(values) => Self::List(values.iter().map(Self::from).collect()),
            Value::Object(values) => Self::Object(
                values
                    .iter()
                    .map(|(key, value)| (key.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

/// Start, end and kind, checked in Presidio's order.
fn entity(result: &Map<String, Value>) -> Result<(usize, usize, &str)> {
    let field = |name: &str| match result.get(name) {
        None | Some(Value::Null) => Err(missing(name)),
        Some(value) => Ok(value),
    };
    let start = position(field("start")?, "start")?;
    let end = position(field("end")?, "end")?;
    let entity_type = match result.get("entity_type") {
        Some(Value::String(entity_type)) if !entity_type.is_empty() => entity_type.as_str(),
        Some(other) if Parameter::from(other).is_truthy() => return Err(another_shape()),
        _ => return Err(missing("entity_type")),
    };
    let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
        return Err(AnonymizerError::invalid_param(
            "Invalid input, result start and end must be positive",
        ));
    };
    if start > end {
        return Err(AnonymizerError::invalid_param(format!(
            "Invalid input, start index '{start}' must be smaller than end index '{end}'"
        )));
    }
    Ok((start, end, entity_type))
}

fn missing(name: &str) -> AnonymizerError {
    AnonymizerError::invalid_param(format!("Invalid input, result must contain {name}"))
}

fn position(value: &Value, name: &str) -> Result<i64> {
    match Parameter::from(value) {
        Parameter::Integer(position) => Ok(position),
        Parameter::Bool(one) => Ok(i64::from(one)),
        other if other.is_truthy() => Err(wrong_type(&other, name, Some("number"))),
        _ => Err(another_shape()),
    }
}

fn number(value: &Value) -> Result<f64> {
    match value {
        Value::Bool(one) => Ok(f64::from(u8::from(*one))),
        other => other.as_f64().ok_or_else(another_shape),
    }
}

fn list(value: &Value) -> Result<&[Value]> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(another_shape)
}

fn object(value: &Value) -> Result<&Map<String, Value>> {
    value.as_object().ok_or_else(another_shape)
}

fn another_shape() -> AnonymizerError {
    AnonymizerError::failed("the JSON has another shape than the request's")
}

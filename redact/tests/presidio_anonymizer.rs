//! The anonymizer of the profile `presidio` against answers recorded from presidio-anonymizer 2.2.366.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its record has failed"
)]

use std::path::PathBuf;

use redact::RandomSource;
use redact::presidio::anonymizer::{
    AnonymizeOptions, AnonymizerError, AnonymizerErrorKind, ConflictResolutionStrategy,
    EngineResult, Function, OperatorConfig, Operators, Parameter, PiiEntity,
    analyzer_results_from_json, anonymize, anonymize_request, anonymizer_results_from_json,
    deanonymize, deanonymize_request,
};
use redact::text::units::OffsetUnit;
use serde_json::{Value, json};

fn rows() -> Vec<Value> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/presidio/anonymizer.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|row| serde_json::from_str(row).unwrap())
        .collect()
}

fn counting() -> impl RandomSource {
    let mut next = 0u8;
    move |bytes: &mut [u8]| {
        for byte in bytes {
            *byte = next;
            next = next.wrapping_add(1);
        }
        Ok(())
    }
}

/// The vectors write bytes in hexadecimal, and stand the one function they pass in for itself.
fn parameter(value: &Value) -> Parameter {
    if let Some(hexadecimal) = value.get("bytes_hex").and_then(Value::as_str) {
        let digits = hexadecimal.as_bytes().chunks(2);
        let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        return digits.map(byte).collect::<Vec<u8>>().into();
    }
    if value.get("python").is_some() {
        return Function::new(|text| Ok(format!("<ENTITY: {text}>"))).into();
    }
    Parameter::from(value)
}

fn operators(row: &Value) -> Operators {
    let mut operators = Operators::new();
    for (entity_type, config) in row["operators"].as_object().into_iter().flatten() {
        let mut read = OperatorConfig::new(config["operator_name"].as_str().unwrap());
        for (name, value) in config["params"].as_object().unwrap() {
            read = read.with(name, parameter(value));
        }
        operators.insert(entity_type, read);
    }
    operators
}

fn run(row: &Value) -> Result<EngineResult, AnonymizerError> {
    let text = row["text"].as_str().unwrap();
    let operators = operators(row);
    if row["op"] == "deanonymize" {
        let items = anonymizer_results_from_json(row.get("entities"))?;
        let unit = OffsetUnit::CodePoints;
        return deanonymize(text, &items, &operators, unit, &mut counting());
    }
    let options = AnonymizeOptions {
        conflict_resolution: match row["conflict_resolution"].as_str().unwrap() {
            "remove_intersections" => ConflictResolutionStrategy::RemoveIntersections,
            _ => ConflictResolutionStrategy::MergeSimilarOrContained,
        },
        merge_entities_with_spaces: row["merge_entities_with_spaces"].as_bool().unwrap(),
        unit: OffsetUnit::CodePoints,
    };
    let found = analyzer_results_from_json(row.get("analyzer_results"))?;
    anonymize(text, &found, &operators, options, &mut counting())
}

#[test]
fn answers_are_as_recorded() {
    let mut exact = 0;
    for row in rows() {
        let got = run(&row);
        if let Some(error) = row["error"].as_str() {
            let got = got.expect_err("an error was recorded");
            assert_eq!(got.kind(), AnonymizerErrorKind::InvalidParam);
            assert_eq!(format!("InvalidParamError: {got}"), error);
            exact += 1;
            continue;
        }
        let got = got.unwrap_or_else(|error| panic!("{row}: {error}"));
        let recorded = row["items"].as_array().unwrap();
        assert_eq!(got.items.len(), recorded.len(), "{row}");
        let deterministic = row["deterministic"].as_bool().unwrap();
        for (item, recorded) in got.items.iter().zip(recorded) {
            assert_eq!(
                json!([
                    item.start,
                    item.end,
                    item.entity_type,
                    item.operator,
                    item.score
                ]),
                json!([
                    recorded["start"],
                    recorded["end"],
                    recorded["entity_type"],
                    recorded["operator"],
                    recorded["score"]
                ]),
            );
            assert_eq!(recorded["text"] == item.text, deterministic, "{row}");
        }
        assert_eq!(row["result_text"] == got.text, deterministic, "{row}");
        exact += usize::from(deterministic);
    }
    assert_eq!(exact, 29);
}

#[test]
fn offsets_count_what_the_caller_counts() {
    let text = "𠮷野様、電話 03 までどうぞ";
    for (unit, start, end, expected) in [
        (OffsetUnit::Bytes, 20, 22, (20, 27)),
        (OffsetUnit::CodePoints, 7, 9, (7, 14)),
        (OffsetUnit::Utf16, 8, 10, (8, 15)),
    ] {
        let found = [PiiEntity {
            entity_type: "PHONE",
            start,
            end,
            score: 0.5,
        }];
        let options = AnonymizeOptions::counting(unit);
        let result = anonymize(text, &found, &Operators::new(), options, &mut counting()).unwrap();
        assert_eq!(result.text, "𠮷野様、電話 <PHONE> までどうぞ");
        assert_eq!((result.items[0].start, result.items[0].end), expected);
    }
    let inside = [PiiEntity {
        entity_type: "PHONE",
        start: 1,
        end: 4,
        score: 0.5,
    }];
    for unit in [OffsetUnit::Bytes, OffsetUnit::Utf16] {
        let options = AnonymizeOptions::counting(unit);
        let error = anonymize(text, &inside, &Operators::new(), options, &mut counting());
        assert_eq!(error.unwrap_err().kind(), AnonymizerErrorKind::InvalidParam);
    }
}

#[test]
fn a_request_is_answered_and_turned_back() {
    let key = "WmZq4t7w!z%C&F)J";
    let request = json!({
        "text": "山田太郎 03-1234-5678",
        "analyzer_results": [
            {"entity_type": "PERSON", "start": 0, "end": 4, "score": 0.8},
            {"entity_type": "PHONE_NUMBER", "start": 5, "end": 17, "score": 0.4},
        ],
        "anonymizers": {
            "PERSON": {"type": "encrypt", "key": key},
            "DEFAULT": {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": true},
        },
    });
    let answer = anonymize_request(&request, &mut counting()).unwrap();
    assert_eq!(answer["items"][0]["text"], "03-1234-****");
    assert_eq!(answer["items"][1]["operator"], "encrypt");
    let back = json!({
        "text": answer["text"],
        "anonymizer_results": answer["items"],
        "deanonymizers": {"PERSON": {"type": "decrypt", "key": key}, "DEFAULT": {"type": "deanonymize_keep"}},
    });
    let back = deanonymize_request(&back, &mut counting()).unwrap();
    assert_eq!(back["text"], "山田太郎 03-1234-****");
    assert_eq!(back["items"][1]["end"], 4);
}

#[test]
fn requests_that_cannot_be_served_are_told_apart() {
    use AnonymizerErrorKind::{BadRequest, Failed, InvalidParam};
    let with = |field: &str, value: Value| {
        let mut request = json!({
            "text": "abc def",
            "analyzer_results": [{"entity_type": "A", "start": 0, "end": 3, "score": 0.5}],
            "anonymizers": {},
        });
        request[field] = value;
        anonymize_request(&request, &mut counting())
    };
    let operator = |value: Value| with("anonymizers", json!({"A": value}));
    for (answer, kind, message) in [
        (
            with("analyzer_results", json!(null)),
            InvalidParam,
            "Invalid input, request must contain analyzer results",
        ),
        (
            with("analyzer_results", json!([{"start": 0}])),
            InvalidParam,
            "Invalid input, result must contain end",
        ),
        (
            with("analyzer_results", json!([{"start": "0", "end": 1}])),
            InvalidParam,
            "Invalid parameter value for start. Expecting 'number', but got 'string'.",
        ),
        (
            with(
                "analyzer_results",
                json!([{"start": 1, "end": 0, "entity_type": "A"}]),
            ),
            InvalidParam,
            "Invalid input, start index '1' must be smaller than end index '0'",
        ),
        (
            with(
                "analyzer_results",
                json!([{"start": 0, "end": 1, "entity_type": "A"}]),
            ),
            InvalidParam,
            "Invalid input, analyzer result must contain score",
        ),
        (
            operator(json!({"type": "fake"})),
            InvalidParam,
            "Invalid operator class 'fake'.",
        ),
        (
            operator(json!({})),
            InvalidParam,
            "Invalid input, operator config must contain operator_name",
        ),
        (
            operator(json!({"type": "replace", "new_value": 5})),
            InvalidParam,
            "Invalid parameter value for new_value. Expecting 'string', but got 'number'.",
        ),
        (
            operator(json!({"type": "mask", "masking_char": "*", "chars_to_mask": 2})),
            InvalidParam,
            "Expected parameter from_end",
        ),
        (
            operator(json!({"type": "mask", "masking_char": "**", "chars_to_mask": "x"})),
            InvalidParam,
            "Invalid input, masking_char must be a character",
        ),
        (
            operator(json!({"type": "hash", "hash_type": "md5"})),
            InvalidParam,
            "Parameter hash_type value md5 is not in range of values ['sha256', 'sha512']",
        ),
        (
            operator(json!({"type": "hash", "salt": "short"})),
            InvalidParam,
            "Salt must be at least 16 bytes (128 bits). Provided salt is 5 bytes.",
        ),
        (
            operator(json!({"type": "encrypt", "key": "short"})),
            InvalidParam,
            "Invalid input, key must be of length 128, 192 or 256 bits",
        ),
        (
            operator(json!({"type": "custom", "lambda": "x"})),
            BadRequest,
            "Custom type anonymizer is not supported",
        ),
        (with("text", json!(5)), Failed, "the text is no string"),
        (
            with("anonymizers", json!([])),
            Failed,
            "the JSON has another shape than the request's",
        ),
    ] {
        let error = answer.expect_err(message);
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, message));
    }
    // What is wrong with an operator that nothing needs does not matter.
    let unused = with("anonymizers", json!({"B": {"type": "fake"}}));
    assert_eq!(unused.unwrap()["text"], "<A> def");
}

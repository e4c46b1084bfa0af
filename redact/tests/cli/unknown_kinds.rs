//! Kinds and languages that nobody serves, and options that do not fit, are errors: never clear text
//! with exit status 0.

use serde_json::json;

use crate::{Folder, redact};

const MAIL: &str = "taro@example.jp 090-1234-5678";

#[test]
fn a_line_with_an_unknown_kind_is_a_bad_line() {
    let unknown = [
        json!(["EMAIL"]),
        json!(["EMAIL_ADDRESS", "EMIAL"]),
        json!(["email_address"]),
        json!(["EMAIL_ADDRESS "]),
        json!([""]),
        json!(["電話番号"]),
        json!(["NRP"]),
        json!(["LOCATIONS"]),
        json!(["PHONE"]),
        json!(["EMAIL_ADDRESS,PHONE_NUMBER"]),
    ];
    for command in ["anonymize", "analyze"] {
        for profile in ["default", "presidio"] {
            let mut lines = vec![json!({"id": "a", "text": MAIL}).to_string()];
            for (id, entities) in unknown.iter().enumerate() {
                lines.push(json!({"id": id, "text": MAIL, "entities": entities}).to_string());
            }
            lines.push(json!({"id": "z", "text": MAIL, "entities": ["EMAIL_ADDRESS"]}).to_string());
            let run = redact(
                &[command, "--input", "jsonl", "--profile", profile],
                lines.join("\n"),
            );
            assert_eq!(run.status, 1, "{command} {profile} {}", run.stderr);
            let answers = run.json_lines();
            assert_eq!(answers.len(), 12);
            for (id, answer) in answers[1..11].iter().enumerate() {
                assert_eq!(answer["id"], id);
                assert_eq!(answer["line"], id + 2);
                let error = answer["error"].as_str().unwrap();
                assert!(error.contains("no recognizer finds"), "{error}");
                assert!(answer["text"].is_null() && answer["results"].is_null());
            }
            assert!(answers[0]["error"].is_null() && answers[11]["error"].is_null());
            let written = String::from_utf8(run.stdout).unwrap();
            assert_eq!(written.matches("taro@").count(), 0, "{command} {profile}");
        }
    }
}

#[test]
fn a_request_of_another_type_is_a_bad_line() {
    for fields in [
        json!({"entities": "EMAIL_ADDRESS"}),
        json!({"entities": ["EMAIL_ADDRESS", 5]}),
        json!({"entities": [["EMAIL_ADDRESS"]]}),
        json!({"entities": [null]}),
        json!({"entities": 3}),
        json!({"entities": {"EMAIL_ADDRESS": true}}),
        json!({"entities": true}),
        json!({"language": 3}),
        json!({"language": ["en"]}),
        json!({"language": "klingon"}),
        json!({"language": "EN!"}),
        json!({"language": ""}),
    ] {
        let mut line = json!({"text": MAIL});
        line.as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        let run = redact(&["anonymize", "--input", "jsonl"], line.to_string());
        assert_eq!(run.status, 1, "{fields}");
        assert_eq!(run.json_lines()[0]["line"], 1, "{fields}");
        assert!(run.json_lines()[0]["text"].is_null(), "{fields}");
    }
}

#[test]
fn lines_that_name_nothing_or_carry_labels_ask_for_everything() {
    let spans = json!([{"start": 0, "end": 3, "type": "X"}]);
    for entities in [json!(null), json!([]), spans] {
        let line = json!({"text": MAIL, "entities": entities, "language": null}).to_string();
        let run = redact(&["anonymize", "--input", "jsonl"], line);
        assert_eq!(run.json()["text"], "[EMAIL_1] [PHONE_1]");
    }
}

#[test]
fn the_language_of_a_line_chooses_its_recognizers() {
    let nif = "NIF 12345678Z";
    let lines = [
        json!({"id": 1, "text": nif, "language": "es"}),
        json!({"id": 2, "text": nif}),
        json!({"id": 3, "text": nif, "language": "zz"}),
        json!({"id": 4, "text": nif, "language": "es", "entities": ["US_SSN"]}),
    ];
    let run = redact(
        &["analyze", "--input", "jsonl", "--profile", "presidio"],
        lines
            .each_ref()
            .map(serde_json::Value::to_string)
            .join("\n"),
    );
    assert_eq!(run.status, 1);
    let answers = run.json_lines();
    let finds_nif = |answer: &serde_json::Value| {
        let results = answer["results"].as_array().unwrap();
        results
            .iter()
            .any(|result| result["entity_type"] == "ES_NIF")
    };
    assert!(finds_nif(&answers[0]) && !finds_nif(&answers[1]));
    assert!(
        answers[2]["error"]
            .as_str()
            .unwrap()
            .contains("language zz")
    );
    assert!(answers[3]["error"].as_str().unwrap().contains("US_SSN"));
    // The default profile reads all languages at once.
    let run = redact(&["analyze", "--input", "jsonl"], lines[0].to_string());
    assert_eq!(run.status, 0);
}

#[test]
fn languages_that_no_recognizer_serves_are_refused() {
    for language in ["zz", "xx", "qq", "eng", "tlh", "aa", "ja", "zh", "k", "EN"] {
        let run = redact(
            &["anonymize", "--profile", "presidio", "--language", language],
            MAIL,
        );
        assert!(run.failure().contains("language"), "{language}");
    }
    for language in ["en", "es", "it", "pl", "de", "fr"] {
        let arguments = ["anonymize", "--profile", "presidio", "--language", language];
        assert!(!redact(&arguments, MAIL).text().contains("taro@"));
    }
    // A registry file may name others.
    let folder = Folder::new();
    let file = folder.write(
        "staff.yaml",
        "supported_languages: [ja]\nrecognizers:\n  - name: Staff\n    supported_entity: STAFF_ID\n    \
         patterns: [{name: id, regex: 'S-\\d{5}', score: 0.8}]\n",
    );
    let with = |language: &str| {
        let arguments = [
            "analyze",
            "--profile",
            "presidio",
            "--recognizers",
            &file,
            "--language",
            language,
        ];
        redact(&arguments, "S-00123")
    };
    assert_eq!(with("ja").json()["results"][0]["entity_type"], "STAFF_ID");
    assert!(with("en").failure().contains("recognizers for ja"));
}

#[test]
fn several_deny_lists_work() {
    let folder = Folder::new();
    let list =
        |kind: &str, name: &str, terms: &str| format!("{kind}={}", folder.write(name, terms));
    let projects = list("PROJECT", "projects.txt", "朝顔計画\n");
    let more = list("PROJECT", "more.txt", "Aurora\n");
    let staff = list("STAFF", "staff.txt", "ぽん太\n");
    for profile in ["default", "presidio"] {
        let run = redact(
            &[
                "anonymize",
                "--profile",
                profile,
                "--deny-list",
                &projects,
                "--deny-list",
                &staff,
                "--deny-list",
                &more,
                "--entities",
                "PROJECT,STAFF",
            ],
            "朝顔計画、Aurora、 ぽん太 ",
        );
        let text = run.text();
        assert!(
            !text.contains("Aurora") && !text.contains("ぽん太"),
            "{text}"
        );
        assert!(
            text.contains("[PROJECT_2]") || profile == "presidio",
            "{text}"
        );
    }
}

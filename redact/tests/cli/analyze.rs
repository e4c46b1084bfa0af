//! `redact analyze`.

use serde_json::{Value, json};

use crate::{Folder, TEXT, redact};

const PHONE: &str = "PHONE_NUMBER";

/// Start and end of the only find of a kind.
fn place(found: &Value, kind: &str) -> (u64, u64) {
    let results = found["results"].as_array().unwrap();
    let mut of_kind = results
        .iter()
        .filter(|result| result["entity_type"] == kind);
    let result = of_kind.next().unwrap();
    assert!(of_kind.next().is_none());
    assert!(result["score"].as_f64().is_some_and(|score| score > 0.3));
    assert!(
        result["recognizer"]
            .as_str()
            .is_some_and(|id| id.contains('/'))
    );
    (
        result["start"].as_u64().unwrap(),
        result["end"].as_u64().unwrap(),
    )
}

fn kinds(found: &Value) -> Vec<&str> {
    let results = found["results"].as_array().unwrap();
    results
        .iter()
        .map(|result| result["entity_type"].as_str().unwrap())
        .collect()
}

#[test]
fn offsets_count_what_was_asked_for() {
    for (unit, expected) in [
        (None, (5, 18)),
        (Some("chars"), (5, 18)),
        (Some("bytes"), (14, 27)),
        (Some("utf16"), (6, 19)),
    ] {
        let mut arguments = vec!["analyze"];
        if let Some(unit) = unit {
            arguments.extend(["--offsets", unit]);
        }
        let found = redact(&arguments, TEXT).json();
        assert_eq!(place(&found, PHONE), expected, "{unit:?}");
    }
}

#[test]
fn only_named_kinds_are_found() {
    let text = "a@example.jp 090-1234-5678";
    let found = redact(&["analyze", "--entities", "EMAIL_ADDRESS"], text).json();
    assert_eq!(kinds(&found), ["EMAIL_ADDRESS"]);
    let found = redact(
        &["analyze", "--entities", "EMAIL_ADDRESS,PHONE_NUMBER"],
        text,
    )
    .json();
    assert_eq!(kinds(&found), ["EMAIL_ADDRESS", PHONE]);
    let failure = redact(&["analyze", "--entities", "EMIAL"], text);
    assert!(failure.failure().contains("no recognizer finds EMIAL"));
}

#[test]
fn scores_under_the_threshold_are_left_out() {
    let found = redact(&["analyze", "--score-threshold", "1"], TEXT).json();
    let scores = found["results"].as_array().unwrap();
    assert!(scores.iter().all(|result| result["score"] == 1.0));
    let failure = redact(&["analyze", "--score-threshold", "2"], TEXT);
    assert!(failure.failure().contains("from 0 to 1"));
}

#[test]
fn bad_lines_are_reported_in_their_place_and_the_others_served() {
    let lines = [
        json!({"id": "a", "text": TEXT}).to_string(),
        "{\"text\": \"090-9999-8888".to_owned(),
        String::new(),
        json!({"id": 7, "text": "a@example.jp 090-1234-5678", "entities": [PHONE]}).to_string(),
        json!({"id": "c"}).to_string(),
        json!(["090-9999-8888"]).to_string(),
        json!({"text": "nothing"}).to_string(),
    ];
    let run = redact(&["analyze", "--input", "jsonl"], lines.join("\n"));
    assert_eq!(run.status, 1);
    let answers = run.json_lines();
    assert_eq!(answers.len(), 6);
    assert_eq!(answers[0]["id"], "a");
    assert_eq!(place(&answers[0], PHONE), (5, 18));
    assert_eq!(answers[1]["line"], 2);
    assert!(
        answers[1]["error"]
            .as_str()
            .is_some_and(|error| error.contains("JSON"))
    );
    assert_eq!(answers[2]["id"], 7);
    assert_eq!(kinds(&answers[2]), [PHONE]);
    assert_eq!(answers[3]["line"], 5);
    assert_eq!(answers[4]["line"], 6);
    assert_eq!(answers[5], json!({"results": []}));
    // What stood in a bad line is not repeated.
    let output = String::from_utf8(run.stdout).unwrap() + &run.stderr;
    assert!(!output.contains("9999"));
}

#[test]
fn a_line_that_is_not_utf_8_is_a_bad_line() {
    let run = redact(
        &["analyze", "--input", "jsonl"],
        b"{\"text\": \"\xff\"}\n{\"text\": \"\"}\n",
    );
    assert_eq!(run.status, 1);
    let answers = run.json_lines();
    assert!(
        answers[0]["error"]
            .as_str()
            .is_some_and(|error| error.contains("byte 10"))
    );
    assert_eq!(answers[1], json!({"results": []}));
}

#[test]
fn text_that_is_not_utf_8_fails_with_the_byte() {
    let run = redact(&["analyze"], b"tel 090-1234-5678 \x93\xfa");
    let message = run.failure();
    assert!(message.contains("byte 18"), "{message}");
    assert!(!message.contains("1234"), "{message}");
}

#[test]
fn the_ending_of_a_file_says_what_it_is() {
    let folder = Folder::new();
    let lines = folder.write("texts.jsonl", json!({"id": 1, "text": TEXT}).to_string());
    assert_eq!(redact(&["analyze", &lines], "").json()["id"], 1);
    let mail = folder.write(
        "mail.eml",
        "From: a@example.jp\r\nSubject: =?UTF-8?B?6Zu76Kmx?=\r\n\r\n090-1234-5678\r\n",
    );
    let found = redact(&["analyze", &mail], "").json();
    assert_eq!(kinds(&found), ["EMAIL_ADDRESS", PHONE]);
    // From a pipe it has to be said.
    let found = redact(
        &["analyze", "--input", "eml", "-"],
        std::fs::read(&mail).unwrap(),
    )
    .json();
    assert_eq!(kinds(&found), ["EMAIL_ADDRESS", PHONE]);
    let missing = redact(&["analyze", &folder.path("none.txt")], "");
    assert!(missing.failure().contains("none.txt"));
}

#[test]
fn explanations_name_what_was_rejected() {
    let found = redact(&["analyze", "--explain"], "注文番号 4111-1111-1111-1112").json();
    let explanations = found["explanations"].as_array().unwrap();
    assert!(!explanations.is_empty());
    assert!(
        explanations
            .iter()
            .all(|explanation| explanation["start"].is_u64())
    );
}

#[test]
fn allowed_values_are_left_alone() {
    let folder = Folder::new();
    let list = folder.write("ours.txt", "info@example.jp\n\n090-1234-5678\n");
    let text = "info@example.jp taro@example.jp 090-1234-5678";
    let found = redact(&["analyze", "--allow-list", &list], text).json();
    assert_eq!(place(&found, "EMAIL_ADDRESS"), (16, 31));
    assert_eq!(kinds(&found).len(), 1);
}

#[test]
fn denied_terms_are_found_as_their_kind() {
    let folder = Folder::new();
    let list = format!(
        "PROJECT={}",
        folder.write("projects.txt", "朝顔計画\nAurora\n")
    );
    let text = "本日の朝顔計画とaurora";
    let found = redact(
        &["analyze", "--deny-list", &list, "--entities", "PROJECT"],
        text,
    )
    .json();
    assert!(found["results"][0]["start"] == 3);
    let failure = redact(&["analyze", "--deny-list", "projects.txt"], text);
    assert!(failure.failure().contains("PROJECT=projects.txt"));
}

#[test]
fn recognizers_come_from_presidio_yaml() {
    let folder = Folder::new();
    let yaml = "recognizers:\n  - name: Staff\n    supported_entity: STAFF_ID\n    \
                supported_language: ja\n    patterns: [{name: id, regex: 'S-\\d{5}', score: 0.8}]\n";
    let file = folder.write("staff.yaml", yaml);
    let found = redact(
        &["analyze", "--recognizers", &file, "--entities", "STAFF_ID"],
        "社員S-00123です",
    )
    .json();
    assert_eq!(found["results"][0]["start"], 2);
    let wrong = folder.write("wrong.yaml", "recognizers: [{name: x, patterns: 3}]");
    assert!(
        redact(&["analyze", "--recognizers", &wrong], "")
            .failure()
            .contains("wrong.yaml")
    );
    let predefined = folder.write("named.yaml", "recognizers: [CreditCardRecognizer]");
    let run = redact(&["analyze", "--recognizers", &predefined], "");
    assert!(run.failure().contains("CreditCardRecognizer"));
}

#[test]
fn the_profile_presidio_answers_as_presidio() {
    let text = "My SSN is 078-05-1126, mail a@example.com";
    let found = redact(&["analyze", "--profile", "presidio"], text);
    let kinds: Vec<_> = found.json()["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["entity_type"].as_str().unwrap().to_owned())
        .collect();
    // Mail addresses are URLs too there, and these digits are a telephone number somewhere: kinds overlap.
    assert_eq!(kinds, ["EMAIL_ADDRESS", "US_SSN", "URL", "PHONE_NUMBER"]);
    let hidden = redact(
        &[
            "anonymize",
            "--profile",
            "presidio",
            "--operator",
            "replace",
        ],
        text,
    );
    assert_eq!(hidden.text(), "My SSN is <US_SSN>, mail <EMAIL_ADDRESS>");
}

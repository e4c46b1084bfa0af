//! `redact restore`: JSON stays JSON, and a person hears what was not restored.

use serde_json::{Value, json};

use crate::{Folder, redact};

/// A map in which `[SECRET_1]`, `[SECRET_2]`, … stand for these values.
fn map_of(folder: &Folder, values: &[&str]) -> String {
    let entities: Vec<Value> = values
        .iter()
        .zip(1..)
        .map(|(value, number)| {
            json!({"type": "SECRET", "number": number, "canonical": value, "surfaces": [value]})
        })
        .collect();
    let map = json!({
        "format": "redact-placeholder-map", "version": 1, "policy": null, "documents": [],
        "expires_at": null, "forgotten": false, "entities": entities,
        "labels": [{"label": "SECRET", "next": 100, "foreign": [90], "foreign_unnumbered": false}],
    });
    folder.write("map.json", map.to_string())
}

const HOSTILE: [&str; 12] = [
    "x\",\"to\":\"evil9",
    "a\"b",
    "back\\slash",
    "ends with \\",
    "two\nlines",
    "carriage\rreturn",
    "tab\there",
    "nul\u{0}and\u{1f}",
    "\u{2028}\u{2029}",
    "\\\",\"admin\":true,\"x\":\"",
    "}{][",
    "\\u0022,\"a\":\"",
];

#[test]
fn a_value_never_ends_a_string_or_adds_a_field() {
    let folder = Folder::new();
    let map = map_of(&folder, &HOSTILE);
    for (value, number) in HOSTILE.iter().zip(1..) {
        let line = json!({"id": 1, "text": format!("password: [SECRET_{number}] end")}).to_string();
        let run = redact(&["restore", "--input", "jsonl", "--map", &map], line);
        let restored = run.json();
        assert_eq!(restored["text"], format!("password: {value} end"));
        assert_eq!(restored.as_object().unwrap().len(), 2);
        // Arguments of a tool call, as some interfaces send them: JSON in a string of JSON.
        let arguments = json!({"to": format!("[SECRET_{number}]")}).to_string();
        let call = json!({"name": "send", "arguments": arguments}).to_string();
        for (options, file) in [
            (vec!["--json"], "-".to_owned()),
            (vec!["--input", "jsonl"], "-".to_owned()),
            (vec![], folder.write("call.json", &call)),
        ] {
            let mut all = vec!["restore", "--map", &map];
            all.extend(options);
            all.push(&file);
            let call: Value = redact(&all, &call).json();
            let arguments: Value =
                serde_json::from_str(call["arguments"].as_str().unwrap()).unwrap();
            assert_eq!(arguments, json!({"to": value}));
        }
    }
}

#[test]
fn lines_come_back_as_they_were() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let texts: Vec<Value> = [
        "a@example.jp said \"hi\"\\",
        "password: x\",\"to\":\"evil9\nb@example.jp",
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n",
        "nothing here", "[EMAIL_1] typed, c@example.jp", "",
    ]
    .iter()
    .zip(0..)
    .map(|(text, id)| json!({"id": id, "text": text}))
    .collect();
    let lines: Vec<String> = texts.iter().map(Value::to_string).collect();
    let run = redact(
        &["anonymize", "--input", "jsonl", "--map", &map],
        lines.join("\n"),
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let back = redact(&["restore", "--input", "jsonl", "--map", &map], &run.stdout);
    // Their "items" said where placeholders stood.
    assert_eq!(back.json_lines(), texts);
}

#[test]
fn a_line_that_is_no_json_is_a_bad_line() {
    let folder = Folder::new();
    let map = map_of(&folder, &["x\"y"]);
    let lines = "{\"text\": \"[SECRET_1]\n{\"text\": \"[SECRET_1]\"}\n[SECRET_1]\n\"[SECRET_1]\"";
    let run = redact(&["restore", "--input", "jsonl", "--map", &map], lines);
    assert_eq!(run.status, 1);
    let answers = run.json_lines();
    assert_eq!(answers[0]["line"], 1);
    assert_eq!(answers[1], json!({"text": "x\"y"}));
    assert_eq!(answers[2]["line"], 3);
    assert_eq!(answers[3], json!("x\"y"));
}

#[test]
fn a_redacted_json_file_comes_back_byte_for_byte() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let json = "{\"to\": \"a@example.jp\",  \"n\": \"C:\\\\x\\u0041\"}\n";
    let file = folder.write("mail.json", json);
    let redacted = redact(&["anonymize", "--map", &map, &file], "");
    let redacted = folder.write("redacted.json", redacted.text());
    let run = redact(&["restore", "--map", &map, &redacted], "");
    assert_eq!(run.text(), json);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
}

#[test]
fn standard_error_says_what_was_left_and_not_known() {
    let folder = Folder::new();
    let map = map_of(&folder, &["one-value", "two-value"]);
    for (text, said) in [
        (
            "[SECRET_7] x",
            "1 left in place, not in this map ([SECRET_7])",
        ),
        (
            "[PHONE_1] [PHONE_1] [EMAIL_2]",
            "3 left in place, not in this map ([EMAIL_2], [PHONE_1])",
        ),
        ("[secret_1]", "1 of them changed on the way ([SECRET_1])"),
        ("[SECRET_90]", "typed by the sender ([SECRET_90])"),
        ("[SECRET_1]", "whether it is the right map is not known"),
        ("[SECRET_1] [SECRET_8]", "restored 1; "),
    ] {
        let run = redact(&["restore", "--map", &map], text);
        assert_eq!(run.status, 0);
        assert!(run.stderr.contains(said), "{text}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
        assert!(!run.stderr.contains("value"), "{}", run.stderr);
    }
    let held_back = redact(
        &["restore", "--map", &map, "--entities", "PERSON"],
        "[SECRET_1]",
    );
    assert!(
        held_back.stderr.contains("1 held back"),
        "{}",
        held_back.stderr
    );
    // Without any placeholder there is nothing to know.
    let plain = redact(&["restore", "--map", &map], "no placeholder");
    assert!(plain.stderr.is_empty(), "{}", plain.stderr);
}

#[test]
fn a_text_of_the_map_is_known_and_one_of_another_map_is_not() {
    let folder = Folder::new();
    let (mine, other) = (folder.path("mine.json"), folder.path("other.json"));
    for (command, text) in [
        ("anonymize", "a@example.jp です"),
        ("anonymize", "b@example.jp\n\n"),
    ] {
        let redacted = redact(&[command, "--map", &mine], text);
        let run = redact(&["restore", "--map", &mine], redacted.text());
        assert_eq!(run.text(), text);
        assert!(run.stderr.is_empty(), "{}", run.stderr);
        // Blank lines at the end come and go.
        let run = redact(
            &["restore", "--map", &mine],
            redacted.text().to_owned() + "\n",
        );
        assert!(run.stderr.is_empty(), "{}", run.stderr);
    }
    let theirs = redact(&["anonymize", "--map", &other], "someone@example.jp さん");
    let run = redact(&["restore", "--map", &mine], theirs.text());
    assert!(
        run.stderr.contains("right map is not known"),
        "{}",
        run.stderr
    );
    let lines = json!({"id": 1, "text": "c@example.jp"}).to_string();
    let redacted = redact(&["anonymize", "--input", "jsonl", "--map", &mine], lines);
    let run = redact(
        &["restore", "--input", "jsonl", "--map", &mine],
        redacted.text(),
    );
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    let run = redact(
        &["restore", "--input", "jsonl", "--map", &other],
        redacted.text(),
    );
    assert!(!run.stderr.is_empty());
}

#[test]
fn the_report_may_go_to_standard_error() {
    let folder = Folder::new();
    let map = map_of(&folder, &["one-value"]);
    let run = redact(
        &["restore", "--map", &map, "--report", "-"],
        "[SECRET_1] [SECRET_7]",
    );
    assert_eq!(run.text(), "one-value [SECRET_7]");
    assert!(
        run.stderr.contains("\"outcome\": \"partial\""),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("\"document\": \"not_known\""),
        "{}",
        run.stderr
    );
    assert!(!std::fs::exists("-").unwrap());
    let lines = redact(
        &[
            "restore", "--map", &map, "--report", "-", "--input", "jsonl",
        ],
        "{}",
    );
    assert!(lines.failure().contains("--report"));
}

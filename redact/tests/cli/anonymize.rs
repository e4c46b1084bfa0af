//! `redact anonymize` and `redact restore`.

use std::fs;

use serde_json::{Value, json};

use crate::{Folder, redact, secret};

const TEXT: &str = "連絡先は090-1234-5678、taro@example.jpです。[PHONE_1]\r\n";

fn read(path: &str) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn what_was_redacted_comes_back_byte_for_byte() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let redacted = redact(&["anonymize", "--map", &map], TEXT);
    let redacted = redacted.text();
    assert!(redacted.contains("[EMAIL_1]"), "{redacted}");
    assert!(!redacted.contains("1234") && !redacted.contains("taro"));
    let restored = redact(&["restore", "--map", &map], redacted);
    assert_eq!(restored.text(), TEXT);
}

#[test]
fn a_map_goes_on_over_several_texts() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let first = redact(&["anonymize", "--map", &map], "a@example.jp b@example.jp");
    assert_eq!(first.text(), "[EMAIL_1] [EMAIL_2]");
    let second = redact(&["anonymize", "--map", &map], "b@example.jp c@example.jp");
    assert_eq!(second.text(), "[EMAIL_2] [EMAIL_3]");
    let restored = redact(&["restore", "--map", &map], "[EMAIL_3] [email 1]");
    assert_eq!(restored.text(), "c@example.jp a@example.jp");
}

#[cfg(unix)]
#[test]
fn the_map_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    let map = folder.path("map.json");
    redact(&["anonymize", "--map", &map], TEXT).text();
    let mode = fs::metadata(&map).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_mail_is_redacted_and_restored() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let mail = folder.write(
        "mail.eml",
        "From: =?UTF-8?B?5bGx55Sw?= <yamada@example.jp>\r\nSubject: test\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n電話は090-1234-5678です。\r\n",
    );
    let run = redact(&["anonymize", &mail, "--map", &map], "");
    let redacted = run.text();
    assert!(
        redacted.contains("[EMAIL_1]") && !redacted.contains("1234"),
        "{redacted}"
    );
    // The same text with nothing replaced is what must come back.
    let kept = redact(&["anonymize", "--operator", "keep", &mail], "");
    assert!(kept.text().contains("090-1234-5678"));
    let restored = redact(&["restore", "--map", &map], redacted);
    assert_eq!(restored.text(), kept.text());
}

#[test]
fn operators_do_what_they_say() {
    let mail = "taro@example.jp";
    let anonymized = |arguments: &[&str]| {
        let mut all = vec!["anonymize", "--operator"];
        all.extend(arguments);
        redact(&all, mail).text().to_owned()
    };
    assert_eq!(anonymized(&["placeholder"]), "[EMAIL_1]");
    assert_eq!(anonymized(&["replace"]), "<EMAIL_ADDRESS>");
    assert_eq!(anonymized(&["replace", "--new-value", "(mail)"]), "(mail)");
    assert_eq!(anonymized(&["redact"]), "");
    assert_eq!(anonymized(&["mask"]), "***************");
    assert_eq!(
        anonymized(&["mask", "--chars-to-mask", "2", "--masking-char", "●"]),
        "taro@example.●●"
    );
    assert_eq!(anonymized(&["keep"]), mail);
    let salted = ["hash", "--salt", "0123456789abcdef"];
    assert_eq!(anonymized(&salted).len(), 64);
    assert_eq!(anonymized(&salted), anonymized(&salted));
    assert_ne!(anonymized(&["hash"]), anonymized(&["hash"]));
}

#[test]
fn encryption_needs_a_key_and_hides_it() {
    let folder = Folder::new();
    let key = secret(
        &folder,
        "key",
        &("00112233445566778899aabbccddeeff".repeat(2) + "\n"),
    );
    let arguments = ["anonymize", "--operator", "encrypt", "--key-file", &key];
    let first = redact(&arguments, "taro@example.jp").text().to_owned();
    assert!(!first.contains('@') && first.len() > 60);
    assert_ne!(first, redact(&arguments, "taro@example.jp").text());
    let wrong = secret(&folder, "wrong", "00112233445566778899aabbccddeefg");
    let run = redact(
        &["anonymize", "--operator", "encrypt", "--key-file", &wrong],
        "",
    );
    assert!(run.failure().contains("64 hexadecimal digits"));
    assert!(!run.stderr.contains("0011"));
    assert!(
        redact(&["anonymize", "--operator", "encrypt"], "")
            .failure()
            .contains("--key-file")
    );
}

#[test]
fn a_map_goes_with_placeholders_alone() {
    let run = redact(
        &["anonymize", "--operator", "mask", "--map", "map.json"],
        "x",
    );
    assert!(run.failure().contains("--operator placeholder"));
}

#[test]
fn lines_come_out_with_what_stands_where() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let lines = [
        json!({"id": "x", "text": "様: a@example.jp"}).to_string(),
        "no json, a@example.jp".to_owned(),
        json!({"text": "a@example.jp"}).to_string(),
    ];
    let run = redact(
        &["anonymize", "--input", "jsonl", "--map", &map],
        lines.join("\n"),
    );
    assert_eq!(run.status, 1);
    let answers = run.json_lines();
    assert_eq!(answers[0]["text"], "様: [EMAIL_1]");
    assert_eq!(answers[0]["id"], "x");
    let item =
        json!({"entity_type": "EMAIL_ADDRESS", "start": 3, "end": 12, "operator": "placeholder"});
    assert_eq!(answers[0]["items"], json!([item]));
    assert_eq!(answers[1]["line"], 2);
    assert_eq!(answers[2]["text"], "[EMAIL_1]");
    assert!(
        !String::from_utf8(run.stdout)
            .unwrap()
            .contains("example.jp")
    );
    // What was served can be restored although a line was bad.
    assert_eq!(
        redact(&["restore", "--map", &map], "[EMAIL_1]").text(),
        "a@example.jp"
    );
}

#[test]
fn the_report_counts_and_names_no_values() {
    let folder = Folder::new();
    let (map, report) = (folder.path("map.json"), folder.path("report.json"));
    redact(&["anonymize", "--map", &map], "a@example.jp 090-1234-5678").text();
    let answer = "[EMAIL_1] and [email_1], [EMAIL_9]";
    let run = redact(&["restore", "--map", &map, "--report", &report], answer);
    assert_eq!(run.text(), "a@example.jp and a@example.jp, [EMAIL_9]");
    let report = read(&report);
    assert!(report["outcome"].is_string());
    let written = report.to_string();
    assert!(written.contains("EMAIL_9"), "{written}");
    assert!(
        !written.contains("example.jp") && !written.contains("1234"),
        "{written}"
    );
}

#[test]
fn what_is_no_map_fails_without_quoting_it() {
    let folder = Folder::new();
    for contents in [
        "",
        "[1,2",
        "{\"secret\": \"090-1234-5678\"}",
        "\"taro@example.jp\"",
    ] {
        let map = folder.write("map.json", contents);
        let run = redact(&["restore", "--map", &map], "[EMAIL_1]");
        assert!(
            run.failure().contains("not a placeholder map"),
            "{}",
            run.stderr
        );
        assert!(!run.stderr.contains("1234") && !run.stderr.contains("taro"));
        // Nor is it overwritten.
        redact(&["anonymize", "--map", &map], "a@example.jp").failure();
        assert_eq!(fs::read_to_string(&map).unwrap(), contents);
    }
}

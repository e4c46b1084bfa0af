//! `redact decrypt`, and the files that keys and salts come from.

use serde_json::{Value, json};

use crate::{Folder, redact, secret};

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";
const OTHER_KEY: &str = "10112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";

const TEXTS: [&str; 10] = [
    "taro@example.jp",
    "電話は090-1234-5678、taro@example.jpまで",
    "taro@example.jp,hanako@example.jp;090-1234-5678",
    "a@example.jp\r\nb@example.jp\r\n",
    "no personal data at all",
    "",
    "card 4111 1111 1111 1111 / 123456789018",
    "https://example.jp/?q=taro@example.jp",
    "山田太郎様 東京都千代田区丸の内1-1-1",
    "hash e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b",
];

#[test]
fn what_was_encrypted_is_decrypted() {
    let folder = Folder::new();
    let key = secret(&folder, "key", KEY);
    for profile in ["default", "presidio"] {
        for text in TEXTS {
            let encrypted = redact(
                &[
                    "anonymize",
                    "--operator",
                    "encrypt",
                    "--key-file",
                    &key,
                    "--profile",
                    profile,
                ],
                text,
            );
            let run = redact(&["decrypt", "--key-file", &key], encrypted.text());
            let back = String::from_utf8(run.stdout).unwrap();
            assert_eq!(back, text, "{profile}");
            // A run of base64 that is no encrypted value is counted.
            assert_eq!(run.status, i32::from(run.stderr.contains("stayed")));
        }
    }
}

#[test]
fn lines_are_decrypted_by_their_items() {
    let folder = Folder::new();
    let key = secret(&folder, "key", KEY);
    let terms = folder.write("projects.txt", "朝顔計画");
    let mut texts: Vec<Value> = TEXTS
        .iter()
        .zip(0..)
        .map(|(text, id)| json!({"id": id, "text": text}))
        .collect();
    texts.push(json!({"id": "own", "text": "𠮷野家の朝顔計画とtaro@example.jp"}));
    let lines: Vec<String> = texts.iter().map(Value::to_string).collect();
    let list = format!("PROJECT={terms}");
    let encrypted = redact(
        &[
            "anonymize",
            "--operator",
            "encrypt",
            "--key-file",
            &key,
            "--deny-list",
            &list,
            "--input",
            "jsonl",
        ],
        lines.join("\n"),
    );
    assert!(!encrypted.text().contains("朝顔"));
    let arguments = ["decrypt", "--key-file", &key, "--input", "jsonl"];
    assert_eq!(redact(&arguments, encrypted.text()).json_lines(), texts);
    let wrong = secret(&folder, "wrong", OTHER_KEY);
    let arguments = ["decrypt", "--key-file", &wrong, "--input", "jsonl"];
    let run = redact(&arguments, encrypted.text());
    assert_eq!(run.status, 1);
    assert_eq!(run.json_lines()[0]["line"], 1);
}

#[test]
fn what_the_key_does_not_open_stays_and_is_counted() {
    let folder = Folder::new();
    let (key, wrong) = (
        secret(&folder, "key", KEY),
        secret(&folder, "wrong", OTHER_KEY),
    );
    let arguments = ["anonymize", "--operator", "encrypt", "--key-file", &key];
    let encrypted = redact(&arguments, "taro@example.jp です").text().to_owned();
    let run = redact(&["decrypt", "--key-file", &wrong], &encrypted);
    assert_eq!(run.status, 1);
    assert_eq!(String::from_utf8(run.stdout).unwrap(), encrypted);
    assert!(
        run.stderr.contains("1 that may be encrypted"),
        "{}",
        run.stderr
    );
    // Glued to letters it is found all the same.
    let glued = format!("mail{}", encrypted.trim());
    let run = redact(&["decrypt", "--key-file", &key], glued);
    assert_eq!(run.text(), "mailtaro@example.jp です");
}

#[cfg(unix)]
#[test]
fn keys_and_salts_that_others_can_read_are_refused() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    let key = secret(&folder, "key", KEY);
    let runs: [&[&str]; 3] = [
        &["anonymize", "--operator", "encrypt", "--key-file", &key],
        &["anonymize", "--operator", "hash", "--salt-file", &key],
        &["decrypt", "--key-file", &key],
    ];
    for arguments in runs {
        for mode in [0o644, 0o640, 0o604, 0o660, 0o666, 0o777, 0o601, 0o610] {
            set_permissions(&key, Permissions::from_mode(mode)).unwrap();
            let run = redact(arguments, "taro@example.jp");
            assert!(run.failure().contains("chmod 600"), "{}", run.stderr);
            assert!(!run.stderr.contains("0011"));
        }
        for mode in [0o600, 0o400, 0o700] {
            set_permissions(&key, Permissions::from_mode(mode)).unwrap();
            assert_eq!(redact(arguments, "taro@example.jp").status, 0);
        }
    }
}

#[test]
fn a_salt_comes_from_a_file() {
    let folder = Folder::new();
    let salt = secret(&folder, "salt", "0123456789abcdef\n");
    let hashed = |option: &str, value: &str| {
        redact(
            &["anonymize", "--operator", "hash", option, value],
            "taro@example.jp",
        )
        .text()
        .to_owned()
    };
    assert_eq!(
        hashed("--salt-file", &salt),
        hashed("--salt", "0123456789abcdef")
    );
    let short = secret(&folder, "short", "0123");
    let run = redact(
        &["anonymize", "--operator", "hash", "--salt-file", &short],
        "x",
    );
    assert!(run.failure().contains("short"));
}

#[test]
fn options_of_another_operator_are_refused() {
    let folder = Folder::new();
    let key = secret(&folder, "key", KEY);
    let options = [
        ("--new-value", "XXX", "replace"),
        ("--masking-char", "X", "mask"),
        ("--chars-to-mask", "3", "mask"),
        ("--salt", "shortsalt", "hash"),
        ("--salt-file", key.as_str(), "hash"),
        ("--key-file", key.as_str(), "encrypt"),
    ];
    let operators = [
        "placeholder",
        "replace",
        "redact",
        "mask",
        "hash",
        "encrypt",
        "keep",
    ];
    for (option, value, owner) in options {
        for operator in operators.iter().filter(|operator| **operator != owner) {
            let run = redact(
                &["anonymize", "--operator", *operator, option, value],
                "taro@example.jp",
            );
            let said = format!("{option} goes with --operator {owner}");
            assert!(run.failure().contains(&said), "{}", run.stderr);
        }
        let run = redact(&["anonymize", option, value], "taro@example.jp");
        assert!(run.failure().contains(option));
    }
    let run = redact(
        &[
            "analyze",
            "--profile",
            "presidio",
            "--operating-point",
            "balanced",
        ],
        "x",
    );
    assert!(run.failure().contains("--operating-point"));
}

#[test]
fn placeholders_without_a_map_are_said_to_be_final() {
    let run = redact(&["anonymize"], "taro@example.jp");
    assert_eq!(run.text(), "[EMAIL_1]");
    assert!(run.stderr.contains("without --map"), "{}", run.stderr);
    let line = json!({"text": "taro@example.jp"}).to_string();
    let run = redact(&["anonymize", "--input", "jsonl"], line);
    assert!(run.stderr.contains("without --map"), "{}", run.stderr);
    for arguments in [&["anonymize"][..], &["anonymize", "--operator", "mask"]] {
        let text = if arguments.len() == 1 {
            "nothing"
        } else {
            "taro@example.jp"
        };
        assert!(redact(arguments, text).stderr.is_empty());
    }
}

#[test]
fn a_prompt_of_nothing_is_refused() {
    let folder = Folder::new();
    let empty = folder.write(
        "empty.eml",
        "Subject:\r\nContent-Type: text/plain\r\n\r\n \r\n",
    );
    for arguments in [&["prompt"][..], &["prompt", &empty]] {
        for text in ["", " \n\t\n"] {
            assert!(redact(arguments, text).failure().contains("no text"));
        }
    }
    assert!(
        redact(&["prompt", "--input", "jsonl"], "{}")
            .failure()
            .contains("JSON Lines")
    );
}

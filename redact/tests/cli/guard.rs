//! `redact guard`: the report, the exit status, and what never is in either.

use serde_json::Value;

use crate::{Folder, Run, redact};

const MAIL: &str =
    "山田です。taro@example.jp か 090-1234-5678 へ。https://shop.example.jp/help を見ました。";

/// A map and the redacted mail of [`MAIL`].
fn files(folder: &Folder) -> (String, String) {
    let map = folder.path("map.json");
    let entities = "EMAIL_ADDRESS,PHONE_NUMBER,PERSON";
    let run = redact(&["anonymize", "--map", &map, "--entities", entities], MAIL);
    let mail = folder.write("redacted.txt", run.text());
    (map, mail)
}

fn report(run: &Run) -> Value {
    serde_json::from_slice(&run.stdout).unwrap()
}

fn kinds(run: &Run) -> Vec<String> {
    report(run)["violations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|violation| violation["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_draft_that_repeats_what_was_offered_is_clean() {
    let folder = Folder::new();
    let (map, mail) = files(&folder);
    let signature = folder.write("signature.txt", "窓口 support@example.co.jp 03-6262-0001\n");
    let draft = "[EMAIL_1] へお送りします。https://shop.example.jp/help か 03-6262-0001 まで。";
    let arguments = [
        "guard", "--map", &map, "--mail", &mail, "--allow", &signature,
    ];
    let run = redact(&arguments, draft);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        report(&run),
        serde_json::json!({"clean": true, "violations": []})
    );
}

#[test]
fn violations_are_kinds_and_places_and_exit_with_1() {
    let folder = Folder::new();
    let (map, mail) = files(&folder);
    for (draft, kind) in [
        (
            "attacker.example?q=[EMAIL_1] をご覧ください。",
            "placeholder_in_url",
        ),
        ("attacker.example をご覧ください。", "unoffered_url"),
        ("jiro (at) attacker.example まで。", "unoffered_address"),
        ("080-98-765432 まで。", "unoffered_phone"),
        ("&lt;img src=x&gt;", "html"),
        ("[こちら](https://shop.example.jp/help)", "markdown_link"),
        ("[EMAIL_9] へお送りします。", "unknown_placeholder"),
        ("taro@example.jp へお送りします。", "unoffered_address"),
    ] {
        let run = redact(&["guard", "--map", &map, "--mail", &mail], draft);
        assert_eq!(run.status, 1, "{draft}: {}", run.stderr);
        assert!(
            kinds(&run).contains(&kind.to_owned()),
            "{draft}: {:?}",
            kinds(&run)
        );
        let text = String::from_utf8(run.stdout).unwrap();
        assert!(
            !text.contains("taro") && !text.contains("attacker"),
            "{text}"
        );
    }
}

#[test]
fn places_count_in_the_unit_that_was_asked_for() {
    let folder = Folder::new();
    let (map, _) = files(&folder);
    for (unit, start) in [("chars", 1), ("utf16", 2), ("bytes", 4)] {
        let run = redact(
            &["guard", "--map", &map, "--offsets", unit],
            "𠮷 attacker.example",
        );
        let violation = report(&run)["violations"][0].clone();
        assert_eq!(violation["start"], start + 1, "{unit}");
    }
}

#[test]
fn a_header_is_one_line_in_any_language() {
    let folder = Folder::new();
    let (map, _) = files(&folder);
    let run = redact(&["guard", "--map", &map, "--header"], "Re: Your order\n");
    assert_eq!(run.status, 0, "{:?}", kinds(&run));
    let run = redact(&["guard", "--map", &map, "--header"], "Re: x\nBcc: y\n");
    assert_eq!(
        (run.status, kinds(&run)),
        (1, vec!["header_break".to_owned()])
    );
}

#[test]
fn language_length_and_scope_are_held() {
    let folder = Folder::new();
    let (map, _) = files(&folder);
    for (option, value, kind) in [
        ("--language", "en", "wrong_language"),
        ("--max-chars", "5", "too_long"),
        ("--entities", "EMAIL_ADDRESS", "placeholder_out_of_scope"),
    ] {
        let draft = "お問い合わせありがとうございます。[PHONE_1] へお電話いたします。";
        let run = redact(&["guard", "--map", &map, option, value], draft);
        assert!(
            kinds(&run).contains(&kind.to_owned()),
            "{option}: {:?}",
            kinds(&run)
        );
    }
}

#[test]
fn what_cannot_be_judged_is_an_error() {
    let folder = Folder::new();
    let (map, _) = files(&folder);
    assert!(redact(&["guard"], "x").failure().contains("--map"));
    let missing = folder.path("missing.json");
    assert!(
        redact(&["guard", "--map", &missing], "x")
            .failure()
            .contains("missing.json")
    );
    let run = redact(&["guard", "--map", &map, "--mail", &missing], "x");
    assert!(run.failure().contains("missing.json"));
    let run = redact(&["guard", "--map", &map, "--naming", "MY_NUMBR"], "x");
    assert!(run.failure().contains("MY_NUMBR"));
}

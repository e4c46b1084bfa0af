//! A draft is restored only where it is sure what was meant, and the report names what else was left: whole,
//! and in a stream cut at every byte.

#![allow(
    clippy::string_slice,
    reason = "texts are cut at places that were found in them"
)]

use redact::placeholder::{Edits, LeftoverKind, Outcome, RestoreReport};
use redact::text::Span;
use redact::{AnonymizerEngine, EntityType, PlaceholderMap, RecognizerResult, Restorer, Score};

use LeftoverKind::{CutPlaceholder, FenceTag, LabelPlaceholder, Mark, Slot, UnclearPlaceholder};

/// A map of values `‹PERSON 1›` and so on.
fn map(kinds: &[(&str, usize)]) -> PlaceholderMap {
    let mut map = PlaceholderMap::new();
    for (kind, count) in kinds {
        for number in 1..=*count {
            let value = format!("‹{kind} {number}›");
            let find = RecognizerResult {
                entity_type: EntityType::new((*kind).to_owned()),
                span: Span::new(0, value.len()),
                score: Score::ONE,
                recognizer: "test".into(),
            };
            AnonymizerEngine::default()
                .anonymize(&value, &[find], &mut map)
                .expect("the find fits");
        }
    }
    map
}

/// One person, and addresses up to number 12.
fn usual() -> PlaceholderMap {
    map(&[
        ("PERSON", 3),
        ("EMAIL_ADDRESS", 12),
        ("PHONE_NUMBER", 1),
        ("CREDIT_CARD", 1),
    ])
}

fn restore(map: &PlaceholderMap, text: &str) -> (String, RestoreReport) {
    let restorer = Restorer::new(map);
    let (whole, report) = restorer.restore(text).into_parts();
    let bytes = text.as_bytes();
    let cuttings = (0..=bytes.len())
        .map(|cut| {
            let (left, right) = bytes.split_at(cut);
            vec![left, right]
        })
        .chain([bytes.chunks(1).collect()]);
    for pieces in cuttings {
        let mut stream = restorer.stream();
        let mut streamed: String = pieces
            .iter()
            .map(|piece| stream.push_bytes(piece))
            .collect();
        let (rest, streamed_report) = stream.finish();
        streamed += &rest;
        assert_eq!(streamed, whole, "a stream of {text:?}");
        assert_eq!(streamed_report, report, "a stream of {text:?}");
    }
    for leftover in &report.leftovers {
        let characters = text[..leftover.bytes.start].chars().count();
        assert_eq!(leftover.characters.start, characters, "{text:?}");
        assert!(
            text.get(leftover.bytes.clone())
                .is_some_and(|left| !left.is_empty())
        );
    }
    (whole, report)
}

/// Each text is left as it stands and reported as one leftover of this kind.
fn is_left(map: &PlaceholderMap, texts: &[&str], kind: LeftoverKind) {
    for text in texts {
        let (restored, report) = restore(map, text);
        assert_eq!(restored, *text, "{report:?}");
        let kinds: Vec<_> = report
            .leftovers
            .iter()
            .map(|leftover| leftover.kind)
            .collect();
        assert_eq!(kinds, [kind], "{text:?}");
        assert_eq!(report.outcome(), Outcome::Partial, "{text:?}");
    }
}

#[test]
fn an_unclosed_placeholder_that_may_be_a_longer_one_is_left() {
    is_left(
        &usual(),
        &[
            "Dear [EMAIL_1",
            "Dear [EMAIL_1\n",
            "Dear [EMAIL_1...",
            "宛先は【EMAIL_1",
            "宛先は（EMAIL_1",
            "to {EMAIL_1",
            "to [EMAIL 1",
            "to [ EMAIL_1",
            "to [**EMAIL_1",
            "to [email_1",
            "宛先は［ＥＭＡＩＬ＿１",
            "宛先は【メール_1",
            "to [EMAIL_",
            "to [EMAI",
            "to \\[EMAIL\\_1",
            "to &#91;EMAIL_1",
        ],
        CutPlaceholder,
    );
}

#[test]
fn an_unclosed_placeholder_that_can_only_be_one_is_restored() {
    for (text, expected) in [
        ("Dear [PERSON_1", "Dear [‹PERSON 1›"),
        ("Dear [PERSON_2\n", "Dear [‹PERSON 2›\n"),
        ("Dear [EMAIL_3", "Dear [‹EMAIL_ADDRESS 3›"),
        ("Dear [EMAIL_12", "Dear [‹EMAIL_ADDRESS 12›"),
        ("お電話は【PHONE_1", "お電話は【‹PHONE_NUMBER 1›"),
    ] {
        let (restored, report) = restore(&usual(), text);
        assert_eq!(restored, expected);
        assert_eq!(report.tolerated.len(), 1);
        assert_eq!(report.outcome(), Outcome::Complete);
    }
    // What the sender typed counts as a longer number too.
    let mut map = map(&[("PERSON", 1)]);
    AnonymizerEngine::default()
        .anonymize("[PERSON_17] と PERSON_123456789012", &[], &mut map)
        .expect("no results");
    is_left(&map, &["Dear [PERSON_1", "Dear PERSON_1"], CutPlaceholder);
}

#[test]
fn a_bare_placeholder_that_labels_another_is_not_restored_twice() {
    for label in [
        "PHONE 1: ",
        "PHONE_1: ",
        "phone_1: ",
        "PHONE-1：",
        "**PHONE_1**: ",
        "PHONE_1 = ",
        "- PHONE 1 - ",
        "PHONE_1は",
        "\"PHONE_1\": \"",
        "PHONE_1 → ",
        "| PHONE_1 | ",
        "PHONE_1:\n",
        "PHONE_1 (",
        "PHONE 2: ",
    ] {
        let mut map = usual();
        if label.contains('2') {
            map = self::map(&[("PHONE_NUMBER", 2)]);
        }
        let (restored, report) = restore(&map, &format!("{label}[PHONE_1]"));
        assert_eq!(restored, format!("{label}‹PHONE_NUMBER 1›"));
        assert_eq!(report.restored, 1);
        assert_eq!(report.leftovers.len(), 1, "{label}");
        assert_eq!(report.leftovers[0].kind, LabelPlaceholder);
    }
    // A person's name before the address is no label of it.
    let (restored, _) = restore(&usual(), "PERSON_1: [EMAIL_1]");
    assert_eq!(restored, "‹PERSON 1›: ‹EMAIL_ADDRESS 1›");
}

#[test]
fn a_tag_of_the_fence_is_no_placeholder_and_is_named() {
    is_left(
        &usual(),
        &[
            "<mail-1>",
            "<MAIL-1>",
            "< mail_1 >",
            "</mail-1>",
            "本文 <mail-3f0c00de9a8b7c6d5e4f3a2b1c0d9e8f> です",
            "</mail-3f0c00de9a8b7c6d5e4f3a2b1c0d9e8f>",
            "(mail-3f0c00de9a8b7c6d5e4f3a2b1c0d9e8f)",
            "(/mail-3f0c00de9a8b7c6d5e4f3a2b1c0d9e8f>",
            "＜ｍａｉｌ－１＞",
            "&lt;mail-1&gt;",
            "<mail>",
        ],
        FenceTag,
    );
    for prose in [
        "(mail 1)", "(mail_1)", "<tel_1>", "<name-1>", "<link_1>", "(Tel-1)",
    ] {
        assert_eq!(restore(&usual(), prose).0, prose);
    }
}

#[test]
fn marks_are_left_and_named_and_bare_placeholders_beside_them_restored() {
    let (restored, report) = restore(&usual(), "ˆPERSON_1ˆ様、¦こんにちは");
    assert_eq!(restored, "ˆ‹PERSON 1›ˆ様、¦こんにちは");
    let kinds: Vec<_> = report
        .leftovers
        .iter()
        .map(|leftover| leftover.kind)
        .collect();
    assert_eq!(kinds, [Mark, Mark, Mark]);
    assert_eq!(report.outcome(), Outcome::Partial);
    let (restored, report) = restore(&usual(), "[ˆPERSON_1]");
    assert_eq!(restored, "‹PERSON 1›");
    assert!(report.tolerated[0].edits.contains(Edits::MARKS));
    assert_eq!(report.outcome(), Outcome::Complete);
    for mark in ["ˆ", "¦", "‸", "⁁", "¬", "‖", "⌇", "⸽"] {
        is_left(&usual(), &[&format!("お{mark}問い合わせ")], Mark);
    }
}

#[test]
fn emphasis_around_a_bare_placeholder_is_kept() {
    for marks in ["_", "__", "___", "*", "**", "~~", "`", "ˆ"] {
        let (restored, report) = restore(&usual(), &format!("{marks}PERSON_1{marks} 様"));
        assert_eq!(restored, format!("{marks}‹PERSON 1›{marks} 様"));
        assert_eq!(report.restored, 1);
    }
    for word in [
        "_PERSON_1__",
        "__PERSON_1_2",
        "a__PERSON_1__",
        "MY_PERSON_1_",
        "__PERSON_1__x",
    ] {
        assert_eq!(restore(&usual(), word).0, word);
    }
}

#[test]
fn slots_to_be_filled_in_are_left_and_named() {
    is_left(
        &usual(),
        &[
            "Dear [Customer_Name],",
            "Dear [Customer Name],",
            "Dear [Your Name],",
            "[お名前] 様",
            "［お名前］様",
            "【お客様名】様",
            "{name} 様",
            "{{customer_name}} 様",
            "${customerName}",
            "<CUSTOMER>",
            "<name>",
            "[会社名] 御中",
            "〔担当者名〕",
            "[Insert date here]",
            "[Date]",
            "[注文番号]",
            "[〇〇] 様",
            "[Recipient's Name]",
            "[Company_Address_1]",
        ],
        Slot,
    );
    for prose in [
        "[1] 【重要】 {x} <b>太字</b> [OK] [添付] (name) 「氏名」",
        "【お名前】\n山田\n【ご住所】\n東京",
        "[詳しくはこちら](https://example.jp/)",
        "{\"name\": \"x\"} a[i] <https://example.jp> <address>東京</address>",
        "[see the page] [at 10:00] [2024-11-21] [x]",
    ] {
        let (restored, report) = restore(&usual(), prose);
        assert_eq!(restored, prose);
        assert_eq!(report.leftovers, [], "{prose}");
    }
}

#[test]
fn what_cannot_be_read_surely_is_left_and_named() {
    is_left(
        &usual(),
        &[
            "[EMAIL_1\n2]",
            "[PERSON_1と2]",
            "[PERSON_1 2]",
            "[EMAIL_1・2]",
            "EMAIL_1.5",
            "EMAIL_1,2",
            "EMAIL_1-3",
            "PERSON 3 people",
            "PERSON 3名",
            "PHONE1台",
            "EMAIL 2件",
            "[EMAIL #1]",
            "[EMAIL:1]",
            "[EMAIL.1]",
            "[EMAIL_①]",
            "[EMAIL_٣]",
            "[氏名1様]",
            "[Téléphone_1]",
            "[ЕMAIL_1]",
            "[TICKET_7]",
        ],
        UnclearPlaceholder,
    );
    // Two in one bracket are two, a title is no number.
    let (restored, _) = restore(&usual(), "[PERSON_1様] [PERSON_1, PERSON_2]");
    assert_eq!(restored, "[‹PERSON 1›様] [‹PERSON 1›, ‹PERSON 2›]");
    // Nothing of these is another's value, whatever becomes of them.
    for text in ["[EMAIL_Ⅰ]", "[EMAIL_one]", "[EMAIL_1st]", "[EMAIL: 1]"] {
        let (restored, report) = restore(&usual(), text);
        assert_eq!(restored, text);
        assert_eq!(report.outcome(), Outcome::Partial, "{text}");
    }
}

#[test]
fn words_of_a_label_that_were_glued_are_reported() {
    for text in [
        "[CREDITCARD_1]",
        "[CREDIT__CARD_1]",
        "[CREDITC_ARD_1]",
        "[Creditcard_1]",
    ] {
        let (restored, report) = restore(&usual(), text);
        assert_eq!(restored, "‹CREDIT_CARD 1›");
        assert_eq!(report.tolerated.len(), 1, "{text}");
        assert!(!report.tolerated[0].edits.is_empty(), "{text}");
    }
    assert!(restore(&usual(), "[CREDIT_CARD_1]").1.tolerated.is_empty());
}

#[test]
fn leftovers_in_json_have_the_place_of_their_string() {
    let map = usual();
    let json = r#"{"あ": "[PERSON_1]", "to": "[お名前] \u003cmail-1\u003e", "n": "{\"to\": \"[Your Name]\"}"}"#;
    let restored = Restorer::new(&map).restore_json(json);
    let kinds: Vec<_> = restored
        .report()
        .leftovers
        .iter()
        .map(|leftover| (leftover.kind, &json[leftover.bytes.clone()]))
        .collect();
    let string = r"[お名前] \u003cmail-1\u003e";
    let inner = r#"{\"to\": \"[Your Name]\"}"#;
    assert_eq!(kinds, [(Slot, string), (FenceTag, string), (Slot, inner)]);
    for leftover in &restored.report().leftovers {
        let characters = json[..leftover.bytes.start].chars().count();
        assert_eq!(leftover.characters.start, characters);
    }
}

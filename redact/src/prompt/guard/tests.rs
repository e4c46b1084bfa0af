//! The guard's promises, kind by kind.

use std::sync::LazyLock;

use super::*;
use crate::AnonymizerEngine;

const MAIL: &str = "山田太郎です。taro@example.jp か 090-1234-5678 へ。https://shop.example.jp/help を見ました。[PHONE_7] とは何ですか。";

fn engine() -> &'static AnalyzerEngine {
    static ENGINE: LazyLock<AnalyzerEngine> =
        LazyLock::new(|| AnalyzerEngine::builder().build().unwrap());
    &ENGINE
}

fn kinds(draft: &str) -> Vec<ViolationKind> {
    let mut map = PlaceholderMap::new();
    let finds: Vec<_> = engine()
        .analyze(MAIL)
        .unwrap()
        .into_iter()
        .filter(|find| find.entity_type != EntityType::URL)
        .collect();
    let redacted = AnonymizerEngine::default()
        .anonymize(MAIL, &finds, &mut map)
        .unwrap();
    let guard = OutputGuard::new(&map, engine())
        .with_policy(RestorePolicy::new().deny_type(EntityType::PHONE_NUMBER))
        .offering(&redacted)
        .offering_text("お問い合わせ窓口 support@example.co.jp 03-6262-0001")
        .language(Language::Japanese)
        .max_chars(200);
    let report = guard.check(draft).unwrap();
    assert!(
        report
            .violations()
            .iter()
            .all(|violation| draft.get(violation.span.range()).is_some())
    );
    report
        .violations()
        .iter()
        .map(|violation| violation.kind)
        .collect()
}

#[test]
fn a_good_draft_is_clean() {
    for draft in [
        "[PERSON_1]様\n\nお問い合わせありがとうございます。[EMAIL_1] 宛に改めてご連絡いたします。",
        "窓口は support@example.co.jp、電話は ０３-6262-0001 です。よろしくお願いいたします。",
        "https://shop.example.jp/help をご覧いただきありがとうございます。",
    ] {
        assert_eq!(kinds(draft), [], "{draft}");
    }
}

#[test]
fn every_kind_is_found() {
    use ViolationKind as V;
    for (draft, kind) in [
        ("[EMAIL_99] 宛にご連絡いたします。", V::UnknownPlaceholder),
        (
            "お電話は [PHONE_1] でよろしいですか。",
            V::PlaceholderOutOfScope,
        ),
        (
            "[PHONE_7] についてご連絡いたします。",
            V::ForeignPlaceholder,
        ),
        (
            "https://shop.example.jp/help?m=[EMAIL_1] をご覧ください。",
            V::PlaceholderInUrl,
        ),
        (
            "https://shop.example.jp/help?m=%5BEMAIL_1%5D をご覧ください。",
            V::PlaceholderInUrl,
        ),
        (
            "mailto:[EMAIL_1]?bcc=x をお使いください。",
            V::PlaceholderInUrl,
        ),
        (
            "evil.example/[EMAIL_1] をご覧ください。",
            V::PlaceholderInUrl,
        ),
        ("https://other.example/ をご覧ください。", V::UnofferedUrl),
        (
            "ｈｔｔｐｓ：／／other.example/ をご覧ください。",
            V::UnofferedUrl,
        ),
        ("www.other.example をご覧ください。", V::UnofferedUrl),
        ("jiro@example.com までご連絡ください。", V::UnofferedAddress),
        ("080-9876-5432 までお電話ください。", V::UnofferedPhone),
        (
            "taro@example.jp 宛にご連絡いたします。",
            V::UnofferedAddress,
        ),
        (
            "口座番号は 普通 1234567 です。マイナンバーは 123456789018 です。",
            V::PersonalData,
        ),
        ("![画像](https://shop.example.jp/help)", V::MarkdownLink),
        (
            "[こちら](https://shop.example.jp/help) をご覧ください。",
            V::MarkdownLink,
        ),
        ("<img src=x> をご覧ください。", V::Html),
        ("ありがとう\u{200B}ございます。", V::InvisibleCharacter),
        (
            "Thank you for your message, we will answer soon.",
            V::WrongLanguage,
        ),
        (
            "感謝您的來信，我們會盡快回覆您的問題，謝謝。",
            V::WrongLanguage,
        ),
        (&"あ".repeat(201), V::TooLong),
        (" \n", V::Empty),
    ] {
        assert!(kinds(draft).contains(&kind), "{draft}: {:?}", kinds(draft));
    }
}

#[test]
fn headers_have_one_line() {
    let map = PlaceholderMap::new();
    let guard = OutputGuard::new(&map, engine());
    assert!(guard.check_header("Re: ご注文について").unwrap().is_clean());
    for value in [
        "Re: x\r\nBcc: a",
        "Re: x\nBcc",
        "Re: x\rBcc",
        "Re:\u{2028}x",
        "Re:\0x",
    ] {
        assert!(
            guard
                .check_header(value)
                .unwrap()
                .has(ViolationKind::HeaderBreak)
        );
    }
}

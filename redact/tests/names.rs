//! What the recognizer of names finds and leaves alone, by category. All persons are invented.

#![cfg(feature = "dictionaries")]

use proptest::prelude::*;
use redact::names::PersonRecognizer;
use redact::recognizer::{EntityRecognizer as _, Findings, OperatingPoint};
use redact::text::NormalizedText;

fn recognizer(point: OperatingPoint) -> &'static PersonRecognizer {
    use std::sync::LazyLock;
    static RECALL: LazyLock<PersonRecognizer> = LazyLock::new(|| {
        PersonRecognizer::new(OperatingPoint::Recall).expect("the built-in dictionary reads")
    });
    static BALANCED: LazyLock<PersonRecognizer> = LazyLock::new(|| {
        PersonRecognizer::new(OperatingPoint::Balanced).expect("the built-in dictionary reads")
    });
    match point {
        OperatingPoint::Recall => &RECALL,
        OperatingPoint::Balanced => &BALANCED,
    }
}

fn names(point: OperatingPoint, text: &str) -> Vec<String> {
    let text = NormalizedText::new(text);
    let mut findings = Findings::new(true);
    recognizer(point)
        .analyze(&text, &mut findings)
        .expect("names never fail");
    findings
        .finds()
        .iter()
        .map(|find| {
            assert!(find.explanation.is_some());
            let span = text.to_original(find.span);
            let found = text.original().get(span.range());
            found.expect("spans lie on characters").to_owned()
        })
        .collect()
}

/// Finds exactly what stands between « and », at both operating points.
#[track_caller]
fn finds(marked: &str) {
    let text = marked.replace(['«', '»'], "");
    let expected: Vec<&str> = marked
        .split('«')
        .skip(1)
        .filter_map(|rest| rest.split('»').next())
        .collect();
    for point in [OperatingPoint::Recall, OperatingPoint::Balanced] {
        assert_eq!(names(point, &text), expected, "{point:?}: {text}");
    }
}

#[test]
fn honorifics_and_titles_stay_outside() {
    finds("«佐々木»様にお伝えください。");
    finds("昨日、«中村»さんと話しました。");
    finds("営業部の«石井»部長が伺います。");
    finds("«渡辺»先生、ありがとうございました。");
}

#[test]
fn words_with_honorifics_are_no_persons() {
    finds("皆様、お客様、同様の仕様で、多様な様子です。");
    finds("担当者様、奥様、お医者様へ。");
}

#[test]
fn companies_and_places_of_the_same_characters_stay() {
    finds("山口県の工場から発送します。");
    finds("田中商店と高橋建設に見積を頼みました。");
    finds("新宿駅で待ち合わせましょう。");
    finds("株式会社山田の製品です。");
}

#[test]
fn family_and_given_name_are_one_span() {
    finds("契約者は«高橋 美咲»です。");
    finds("契約者は«高橋　美咲»です。");
    finds("«山田太郎»と申します。");
}

#[test]
fn a_reading_in_brackets_is_a_span_of_its_own() {
    finds("«小林»（«こばやし»）と申します。");
    finds("氏名：«鈴木 健太»（«スズキ ケンタ»）");
}

#[test]
fn header_names() {
    finds("From: «田中 花子» <hanako@example.jp>\nTo: お客様窓口 <info@example.com>\n");
    finds("From: «Yui Kanda» <yui@example.jp>\n");
}

#[test]
fn labels() {
    finds("お名前：«木村 拓»\n電話：");
    finds("口座名義：«ﾔﾏﾀﾞ ﾊﾅｺ»\n");
}

#[test]
fn variants_are_looked_up_as_what_they_are() {
    finds("«髙橋»様、«山﨑»様、«渡邊»様、«𠮷田»様");
}

#[test]
fn foreign_names() {
    finds("ヘアメイクの«マリア・サントス»さんです。");
    finds("«エレナ・ペトロワ»と申します。");
}

#[test]
fn a_sure_name_is_found_in_its_other_mentions() {
    finds("«長谷川»様の件ですが、«長谷川»の携帯は不通でした。");
}

#[test]
fn prose_without_names_stays_clean() {
    finds("注文番号を確認し、発送の手続きを進めております。到着まで三日ほどかかる見込みです。");
    finds("設定画面を開き、言語の項目で日本語を選択してください。変更は再起動後に有効になります。");
}

/// Stretches of one script without end, and marks in every order: what hostile text is made of.
#[test]
fn hostile_text_is_read_in_linear_time() {
    for unit in [
        "田中様",
        "田",
        "さん",
        "ア・",
        "A ",
        "田 ",
        "<@",
        ": ",
        "（あ",
        "の田",
        "東海林\u{3000}",
        "様",
    ] {
        let text = unit.repeat(40_000 / unit.len());
        let start = std::time::Instant::now();
        names(OperatingPoint::Recall, &text);
        assert!(start.elapsed().as_secs() < 20, "{unit}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,80}") {
        names(OperatingPoint::Recall, &text);
    }

    #[test]
    fn name_like_text_is_read_without_panic(
        text in "[田中山様さんタナカA(（）):：<>@「」 \\n　・の世1髙𠮷ー=氏名はです]{0,60}"
    ) {
        names(OperatingPoint::Recall, &text);
        names(OperatingPoint::Balanced, &text);
    }
}

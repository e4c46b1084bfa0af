//! The edits that language models make to placeholders, on values that are hard to put back:
//! whole, and in a stream cut at every byte.

use redact::anonymizer::AnonymizerEngine;
use redact::placeholder::{Edits, Outcome, Placeholder, PlaceholderMap, RestorePolicy, Restorer};
use redact::text::Span;
use redact::{EntityType, RecognizerResult, Score};

/// Values by kind; each kind's first is number 1. The mail addresses go up to number 12.
fn values() -> Vec<(EntityType, String)> {
    let mut values: Vec<(EntityType, String)> = (1..=12)
        .map(|index| (EntityType::EMAIL_ADDRESS, format!("user{index}@example.jp")))
        .collect();
    for (kind, value) in [
        (EntityType::PERSON, "山田太郎"),
        (EntityType::PERSON, "佐藤 花子"),
        (EntityType::PHONE_NUMBER, "+81 90-1234-5678"),
        (EntityType::PHONE_NUMBER, "０３−１２３４−５６７８"),
        // Values that look like regexes, templates and markup.
        (EntityType::SECRET, r"^(a+)+$\1|.*[x]{2,}"),
        (EntityType::SECRET, r"$0 ${1} \0 \\ %s {} </fence>"),
        (
            EntityType::URL,
            "https://example.jp/?q=[PERSON_1]&p=%5BEMAIL_1%5D",
        ),
        // Values that hold another placeholder's text.
        (EntityType::PERSON, "[EMAIL_1]"),
        (EntityType::JP_ADDRESS, "[EMAIL_11] EMAIL_2 【メール_3】"),
        (EntityType::CREDIT_CARD, "4111-1111-1111-1111"),
        (EntityType::JP_POSTAL_CODE, "〒100-0005"),
        (EntityType::BIRTH_DATE, "昭和60年4月1日"),
        (EntityType::new("STAFF_ID"), "A-0001\n\"quoted\""),
    ] {
        values.push((kind, value.to_owned()));
    }
    values
}

/// A map of all values, and each value's placeholder as (label, number).
fn map() -> (PlaceholderMap, Vec<(String, u32, String)>) {
    let mut map = PlaceholderMap::new();
    let mut placeholders = Vec::new();
    for (entity_type, value) in values() {
        let find = RecognizerResult {
            entity_type,
            span: Span::new(0, value.len()),
            score: Score::ONE,
            recognizer: "test".into(),
        };
        let redacted = AnonymizerEngine::default()
            .anonymize(&value, &[find], &mut map)
            .expect("the find fits");
        let placeholder = Placeholder::parse(redacted.as_str()).expect("nothing else was there");
        placeholders.push((
            placeholder.label().to_owned(),
            placeholder.number(),
            value.clone(),
        ));
    }
    (map, placeholders)
}

/// Restores `text` whole and cut in two at every byte and into single bytes, and checks that all
/// agree.
fn restore(map: &PlaceholderMap, text: &str) -> (String, redact::placeholder::RestoreReport) {
    let restorer = Restorer::new(map).with_policy(RestorePolicy::new());
    let (whole, report) = restorer.restore(text).into_parts();
    let bytes = text.as_bytes();
    let mut cuttings: Vec<Vec<&[u8]>> = (0..=bytes.len())
        .map(|cut| {
            let (left, right) = bytes.split_at(cut);
            vec![left, right]
        })
        .collect();
    cuttings.push(bytes.chunks(1).collect());
    for pieces in cuttings {
        let mut stream = restorer.stream();
        let mut streamed = String::new();
        for piece in pieces {
            streamed += &stream.push_bytes(piece);
        }
        let (rest, streamed_report) = stream.finish();
        streamed += &rest;
        assert_eq!(streamed, whole, "a stream of {text:?}");
        assert_eq!(streamed_report, report, "a stream of {text:?}");
    }
    (whole, report)
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(u32::from(character) + 0xFEE0).expect("a full-width form"),
            other => other,
        })
        .collect()
}

fn title(text: &str) -> String {
    let mut first = true;
    text.chars()
        .map(|character| {
            let out = if first {
                character
            } else {
                character.to_ascii_lowercase()
            };
            first = character == '_';
            out
        })
        .collect()
}

/// The label in other languages, for the labels that have translations.
fn translations(label: &str) -> &'static [&'static str] {
    match label {
        "EMAIL" => &[
            "メール",
            "メールアドレス",
            "邮箱",
            "电子邮件",
            "이메일",
            "E-mail",
            "Mail",
        ],
        "PERSON" => &["氏名", "名前", "お名前", "姓名", "이름", "Name"],
        "PHONE" => &[
            "電話番号",
            "電話",
            "电话",
            "전화번호",
            "Tel",
            "Phone number",
        ],
        "ADDRESS" => &["住所", "地址", "주소"],
        "CREDIT_CARD" => &["クレジットカード", "カード番号", "信用卡", "Card"],
        "POSTAL_CODE" => &["郵便番号", "邮编", "우편번호", "ZIP code"],
        "BIRTH_DATE" => &["生年月日", "出生日期", "Date of birth"],
        _ => &[],
    }
}

/// Every edited form of a placeholder: name of the edit, the text, and what of the text is left
/// around the value when it is restored.
#[allow(clippy::too_many_lines, reason = "one table of cases")]
fn edited(
    label: &str,
    number: u32,
    custom: bool,
) -> Vec<(&'static str, String, &'static str, &'static str)> {
    let token = format!("[{label}_{number}]");
    let inner = format!("{label}_{number}");
    let mut forms = vec![
        ("identity", token.clone(), "", ""),
        ("lower case", token.to_lowercase(), "", ""),
        ("title case", format!("[{}]", title(&inner)), "", ""),
        ("inner spaces", format!("[ {inner} ]"), "", ""),
        ("inner spaces", format!("[{label} _{number}]"), "", ""),
        ("inner spaces", format!("[{label}_ {number}]"), "", ""),
        ("space for _", format!("[{label} {number}]"), "", ""),
        (
            "space for every _",
            format!("[{} {number}]", label.replace('_', " ")),
            "",
            "",
        ),
        ("dash for _", format!("[{label}-{number}]"), "", ""),
        ("nothing for _", format!("[{label}{number}]"), "", ""),
        (
            "full-width digits",
            format!("[{label}_{}]", full_width(&number.to_string())),
            "",
            "",
        ),
        ("all full-width", full_width(&token), "", ""),
        ("all full-width", full_width(&token.to_lowercase()), "", ""),
        ("brackets", format!("【{inner}】"), "", ""),
        ("brackets", format!("「{inner}」"), "", ""),
        ("brackets", format!("『{inner}』"), "", ""),
        ("brackets", format!("〈{inner}〉"), "", ""),
        ("brackets", format!("({inner})"), "", ""),
        ("brackets", format!("（{inner}）"), "", ""),
        ("brackets", format!("<{inner}>"), "", ""),
        ("brackets", format!("{{{inner}}}"), "", ""),
        ("brackets", format!("{{{{{inner}}}}}"), "{", "}"),
        ("brackets", format!("[[{inner}]]"), "[", "]"),
        ("no brackets", inner.clone(), "", ""),
        (
            "Markdown escapes",
            format!(r"\[{}\]", inner.replace('_', r"\_")),
            "",
            "",
        ),
        (
            "Markdown escapes",
            format!(r"[{}]", inner.replace('_', r"\_")),
            "",
            "",
        ),
        ("HTML entities", format!("&#91;{inner}&#93;"), "", ""),
        ("HTML entities", format!("&#x5b;{inner}&#x5D;"), "", ""),
        (
            "HTML entities",
            format!("&lsqb;{}&rsqb;", inner.replace('_', "&lowbar;")),
            "",
            "",
        ),
        ("JSON escapes", format!(r"\u005b{inner}\u005d"), "", ""),
        ("JSON escapes", format!(r"\u005B{inner}\u005D"), "", ""),
        ("bold around", format!("**{token}**"), "**", "**"),
        ("bold around", format!("__{token}__"), "__", "__"),
        ("code around", format!("`{token}`"), "`", "`"),
        ("code around", format!("<b>{token}</b>"), "<b>", "</b>"),
        ("bold inside", format!("[**{inner}**]"), "", ""),
        ("code inside", format!("[`{inner}`]"), "", ""),
        ("bold inside", format!("[{label}_**{number}**]"), "", ""),
        ("zero-padded", format!("[{label}_0{number}]"), "", ""),
        ("zero-padded", format!("[{label}_000{number}]"), "", ""),
        ("line break", format!("[{label}_\n{number}]"), "", ""),
        ("line break", format!("[{label}\n_{number}]"), "", ""),
        ("line break", format!("[\r\n{inner}\r\n]"), "", ""),
        ("様", format!("{token}様"), "", "様"),
        ("さん", format!("{token}さん"), "", "さん"),
        ("'s", format!("{token}'s"), "", "'s"),
        ("님", format!("{token}님께"), "", "님께"),
        ("様, no brackets", format!("{inner}様"), "", "様"),
        (
            "は, no brackets",
            format!("宛先は{inner}です"),
            "宛先は",
            "です",
        ),
        ("'s, no brackets", format!("{inner}'s"), "", "'s"),
        (
            "URL",
            format!("https://example.com/?to={token}&x=1"),
            "https://example.com/?to=",
            "&x=1",
        ),
        (
            "URL",
            format!("https://example.com/?to=%5B{inner}%5D&x=1"),
            "https://example.com/?to=",
            "&x=1",
        ),
        ("mailto", format!("mailto:{token}"), "mailto:", ""),
        ("mailto", format!("<mailto:{inner}>"), "<mailto:", ">"),
        ("link", format!("[{token}](mailto:{token})"), "[", ""),
    ];
    // A second placeholder in one form is checked elsewhere.
    forms.retain(|(name, ..)| *name != "link");
    for translation in translations(label) {
        forms.push(("translated", format!("[{translation}_{number}]"), "", ""));
        forms.push(("translated", format!("【{translation}{number}】"), "", ""));
        forms.push((
            "translated",
            format!("［{translation}＿{}］", full_width(&number.to_string())),
            "",
            "",
        ));
    }
    if custom {
        // Bare words in small letters are prose unless the label is a known one.
        forms.retain(|(name, ..)| *name != "no brackets, small");
    } else {
        forms.push(("no brackets, small", inner.to_lowercase(), "", ""));
        forms.push(("no brackets, space", format!("{label} {number}"), "", ""));
    }
    forms
}

#[test]
fn every_edit_of_every_value_is_restored() {
    let (map, placeholders) = map();
    let mut restored_forms = 0;
    for (label, number, value) in &placeholders {
        for (edit, form, before, after) in edited(label, *number, label == "STAFF_ID") {
            for (left, right) in [("", ""), ("お客様の", "へ。"), ("see ", ", please")] {
                // Beside Latin words a bare form stands alone.
                let text = format!("{left}{form}{right}");
                let (restored, report) = restore(&map, &text);
                assert_eq!(
                    restored,
                    format!("{left}{before}{value}{after}{right}"),
                    "{edit}: {text:?}"
                );
                assert_eq!(report.restored, 1, "{edit}: {text:?}");
                assert_eq!(report.outcome(), Outcome::Complete, "{edit}: {text:?}");
                assert_eq!(report.missing.len(), placeholders.len() - 1);
                restored_forms += 1;
            }
        }
    }
    println!("{restored_forms} edited placeholders restored, whole and cut at every byte");
}

#[test]
fn the_report_says_what_was_tolerated() {
    let (map, _) = map();
    for (form, edits) in [
        ("[EMAIL_1]", None),
        ("**[EMAIL_1]**", None),
        ("[email_1]", Some(Edits::CASE)),
        ("[ EMAIL_1 ]", Some(Edits::SPACING)),
        ("[EMAIL-1]", Some(Edits::SEPARATOR)),
        ("［ＥＭＡＩＬ＿１］", Some(Edits::FULL_WIDTH)),
        ("EMAIL_1", Some(Edits::BRACKETS)),
        ("\\[EMAIL\\_1\\]", Some(Edits::MARKDOWN_ESCAPE)),
        ("&#91;EMAIL_1&#93;", Some(Edits::HTML_ENTITY)),
        ("\\u005bEMAIL_1\\u005d", Some(Edits::JSON_ESCAPE)),
        ("%5BEMAIL_1%5D", Some(Edits::PERCENT_ENCODED)),
        ("[**EMAIL_1**]", Some(Edits::MARKS)),
        ("[EMAIL_01]", Some(Edits::ZERO_PADDED)),
        ("[EMAIL_\n1]", Some(Edits::LINE_BREAK | Edits::SEPARATOR)),
        ("[メール_1]", Some(Edits::TRANSLATED)),
        ("[ADDRESS]", Some(Edits::NUMBER_DROPPED)),
    ] {
        let (_, report) = restore(&map, form);
        let seen: Vec<Edits> = report
            .tolerated
            .iter()
            .map(|tolerated| tolerated.edits)
            .collect();
        match edits {
            None => assert!(seen.is_empty(), "{form}: {seen:?}"),
            Some(edits) => assert!(
                seen.len() == 1 && seen.iter().all(|seen| seen.contains(edits)),
                "{form}: {seen:?}"
            ),
        }
    }
}

#[test]
fn a_dropped_number_is_restored_only_when_one_value_is_meant() {
    let (map, _) = map();
    let (restored, report) = restore(&map, "[CREDIT_CARD] / [EMAIL] / [Credit Card]");
    assert_eq!(restored, "4111-1111-1111-1111 / [EMAIL] / [Credit Card]");
    assert_eq!(report.outcome(), Outcome::Partial);
}

#[test]
fn forged_placeholders_stay_and_are_reported() {
    let (map, _) = map();
    for forged in [
        "[EMAIL_99]",
        "[email_99]",
        "EMAIL_13",
        "[EMAIL_0111]",
        "[メール_13]",
        "[PERSON_4]",
        "[IBAN_1]",
        "［ＥＭＡＩＬ＿９９］",
        "[EMAIL_1c]",
        "[EMAIL_11b]",
        "&#91;EMAIL_99&#93;",
        "[STAFF_ID_2]",
        "[EMAIL_111111111]",
    ] {
        let text = format!("宛先は{forged}です");
        let (restored, report) = restore(&map, &text);
        assert_eq!(restored, text);
        assert_eq!(report.unresolved.len(), 1, "{forged}");
        assert_eq!(report.outcome(), Outcome::Partial, "{forged}");
    }
}

#[test]
fn prose_is_left_alone() {
    let (map, _) = map();
    for prose in [
        "「メール」で「氏名」と「住所」を送ってください。メール1通、電話2本、住所1丁目。",
        "Please email 1 person, phone 2 or person 3; see page [1] and (2), item_1, email1, person-1.",
        "【住所】【氏名】【電話番号】(電話) [Email] [mail](mailto:x@example.com)",
        "EMAIL_1x2 MY_EMAIL_1_2 xEMAIL_1 EMAIL_ 1 EMAIL__1 EMAIL_1234567890 [EMAIL_1 2] [EMAIL_0]",
        "「メール1」(email 1) （電話2）『氏名 1』 (Phone-1) array[0] f(x1) {a: 1} <p1> 『1』 [1-2] [2024-11-21] (03) 1234",
        "EMAIL PERSON PHONE 【EMAIL】 (EMAIL) [EMAIL: 1] [EMAIL_1",
    ] {
        let (restored, report) = restore(&map, prose);
        let restored = restored.replace("[user1@example.jp", "[EMAIL_1");
        assert_eq!(restored, prose, "{report:?}");
    }
}

#[test]
fn both_halves_of_a_link_are_restored() {
    let (map, _) = map();
    for link in [
        "[[EMAIL_1]](mailto:[EMAIL_1])",
        "[EMAIL_1](mailto:EMAIL_1)",
        "[**EMAIL_1**](<mailto:%5BEMAIL_1%5D>)",
    ] {
        let (restored, report) = restore(&map, link);
        assert_eq!(report.restored, 2, "{link}");
        assert!(!restored.contains("EMAIL"), "{restored}");
    }
}

#[test]
fn values_are_not_restored_again() {
    let (map, placeholders) = map();
    let (_, number, value) = placeholders
        .iter()
        .find(|(label, _, value)| label == "PERSON" && value == "[EMAIL_1]")
        .expect("one of the values");
    let (restored, report) = restore(&map, &format!("[PERSON_{number}][PERSON_{number}]"));
    assert_eq!(restored, format!("{value}{value}"));
    assert_eq!(report.restored, 2);
}

#[test]
fn a_stream_holds_back_no_more_than_a_placeholder() {
    let (map, _) = map();
    let restorer = Restorer::new(&map);
    let mut stream = restorer.stream();
    let text = "これは普通の長い文章です。Plain words follow, and (brackets) too. ".repeat(50);
    let mut most = 0;
    for piece in text.as_bytes().chunks(1) {
        stream.push_bytes(piece);
        most = most.max(stream.held_bytes());
    }
    assert!(most <= 16, "{most} bytes were held back");
    stream.push("[EMAIL");
    assert!(stream.held_bytes() >= 6);
    assert_eq!(stream.push("!"), "[EMAIL!");
}

#[test]
fn bytes_that_are_no_text_become_replacement_characters() {
    let (map, _) = map();
    let bytes = b"\xFF[EMAIL_1]\xE3\x81 \xF0\x9F\x98 [EMAIL_2]\xE3";
    let lossy = String::from_utf8_lossy(bytes);
    let expected = Restorer::new(&map).restore(&lossy).into_text();
    for size in 1..bytes.len() {
        let mut stream = Restorer::new(&map).stream();
        let mut streamed = String::new();
        for piece in bytes.chunks(size) {
            streamed += &stream.push_bytes(piece);
        }
        streamed += &stream.finish().0;
        assert_eq!(streamed, expected);
    }
}

//! The charset cases of real Japanese mail, each built from its bytes.
#![cfg(feature = "mail")]

use redact::mail::charset::{CharsetOrigin, decode};
use redact::mail::{Warning, parse};

/// Characters of NEC and IBM that JIS X 0208 lacks.
const SPECIAL: &str = "髙橋①㈱﨑";
const SHIFT_JIS: &[u8] = b"\xFB\xFC\x8B\xB4\x87\x40\x87\x8A\xFA\xB1";
const ISO_2022_JP: &[u8] = b"\x1b$B|b66-!-jyu\x1b(B";
const EUC_JP: &[u8] = b"\xFC\xE2\xB6\xB6\xAD\xA1\xAD\xEA\xF9\xF5";
/// Long enough for statistics.
const SENTENCE: &str = "お世話になっております。ご注文の件でご連絡いたしました。";

fn mail(charset: Option<&str>, body: &[u8]) -> Vec<u8> {
    let label = charset.map_or(String::new(), |charset| format!("; charset={charset}"));
    let head = format!("From: a@example.jp\r\nContent-Type: text/plain{label}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

#[track_caller]
fn assert_text(charset: Option<&str>, body: &[u8], expected: &str) {
    let parsed = parse(&mail(charset, body)).expect("it begins with a header line");
    assert_eq!(parsed.text(), expected, "{charset:?}");
    assert!(!parsed.warnings().contains(&Warning::UndecodableText));
}

fn encoded(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, failed) = encoding.encode(text);
    assert!(!failed);
    bytes.into_owned()
}

#[test]
fn iso_2022_jp_with_nec_and_ibm_characters_and_half_width_kana() {
    assert_text(Some("iso-2022-jp"), ISO_2022_JP, SPECIAL);
    assert_text(Some("ISO-2022-JP"), b"\x1b(I6@6E\x1b(B", "ｶﾀｶﾅ");
}

#[test]
fn every_label_of_shift_jis() {
    for label in [
        "Shift_JIS",
        "x-sjis",
        "windows-31j",
        "MS932",
        "cp932",
        "csWindows31J",
        "CP932",
        "sjis",
    ] {
        assert_text(Some(label), SHIFT_JIS, SPECIAL);
    }
}

#[test]
fn every_label_of_iso_2022_jp() {
    for label in [
        "CP50220",
        "CP50221",
        "CP50222",
        "iso-2022-jp-ms",
        "iso-2022-jp-3",
        "csISO2022JP",
    ] {
        assert_text(Some(label), ISO_2022_JP, SPECIAL);
    }
    assert_text(Some("CP50222"), b"\x0e6@6E\x0f", "ｶﾀｶﾅ");
}

#[test]
fn every_label_of_euc_jp() {
    for label in ["EUC-JP", "x-euc-jp", "eucjp", "euc-jp-ms", "CP51932"] {
        assert_text(Some(label), EUC_JP, SPECIAL);
    }
}

#[test]
fn no_label_is_sniffed() {
    assert_text(None, ISO_2022_JP, SPECIAL);
    for encoding in [
        encoding_rs::UTF_8,
        encoding_rs::SHIFT_JIS,
        encoding_rs::EUC_JP,
        encoding_rs::ISO_2022_JP,
    ] {
        assert_text(None, &encoded(encoding, SENTENCE), SENTENCE);
        let parsed = parse(&mail(None, &encoded(encoding, SENTENCE))).unwrap();
        assert!(parsed.warnings().contains(&Warning::CharsetMissing));
    }
    let kana = "ﾃｽﾄ ﾒｰﾙ ﾃﾞｽ";
    assert_text(None, &encoded(encoding_rs::SHIFT_JIS, kana), kana);
}

#[test]
fn a_wrong_label_is_not_believed() {
    let wrong = [
        ("iso-2022-jp", encoding_rs::EUC_JP),
        ("iso-2022-jp", encoding_rs::SHIFT_JIS),
        ("iso-2022-jp", encoding_rs::UTF_8),
        ("us-ascii", encoding_rs::ISO_2022_JP),
        ("us-ascii", encoding_rs::SHIFT_JIS),
        ("utf-8", encoding_rs::SHIFT_JIS),
        ("utf-8", encoding_rs::EUC_JP),
        ("utf-8", encoding_rs::ISO_2022_JP),
        ("shift_jis", encoding_rs::EUC_JP),
        ("shift_jis", encoding_rs::UTF_8),
        ("shift_jis", encoding_rs::ISO_2022_JP),
        ("euc-jp", encoding_rs::SHIFT_JIS),
        ("iso-8859-1", encoding_rs::SHIFT_JIS),
        ("iso-8859-1", encoding_rs::UTF_8),
        ("iso-8859-1", encoding_rs::EUC_JP),
        ("x-nobody-knows", encoding_rs::EUC_JP),
    ];
    for (label, encoding) in wrong {
        let body = encoded(encoding, SENTENCE);
        assert_text(Some(label), &body, SENTENCE);
        let parsed = parse(&mail(Some(label), &body)).unwrap();
        let warned = parsed.warnings().contains(&Warning::CharsetWrong);
        assert!(warned, "{label} {}", encoding.name());
    }
}

#[test]
fn a_right_label_is_believed() {
    let latin = decode(b"M\xFCller, Stra\xDFe, d\xE9j\xE0 vu", Some("iso-8859-1"));
    assert_eq!(latin.text, "Müller, Straße, déjà vu");
    assert_eq!(latin.origin, CharsetOrigin::Label);
    let chinese = encoded(encoding_rs::GBK, "您好，请问订单什么时候发货？");
    assert_eq!(
        decode(&chinese, Some("gb2312")).text,
        "您好，请问订单什么时候发货？"
    );
    let korean = encoded(encoding_rs::EUC_KR, "안녕하세요. 주문 문의드립니다.");
    assert_eq!(
        decode(&korean, Some("ks_c_5601-1987")).text,
        "안녕하세요. 주문 문의드립니다."
    );
}

#[test]
fn utf_8_that_was_cut_stays_utf_8() {
    let bytes = SENTENCE.as_bytes();
    let cut = bytes.get(..bytes.len() - 1).unwrap();
    for label in [None, Some("utf-8"), Some("us-ascii")] {
        let decoded = decode(cut, label);
        assert_eq!(
            (decoded.charset, decoded.replaced),
            ("UTF-8", 1),
            "{label:?}"
        );
    }
}

#[test]
fn utf_16_in_either_byte_order() {
    for label in ["utf-16", "utf-16le"] {
        let bytes: Vec<u8> = SENTENCE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes, Some(label)).text, SENTENCE, "{label}");
    }
    let bytes: Vec<u8> = SENTENCE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(decode(&bytes, Some("utf-16")).text, SENTENCE);
}

fn subject(raw: &[u8]) -> String {
    let mail = [b"Subject: ", raw, b"\r\nFrom: a@example.jp\r\n\r\n"].concat();
    let parsed = parse(&mail).expect("it begins with a header line");
    parsed.subject().to_owned()
}

#[test]
fn words_cut_inside_a_character_are_joined() {
    assert_eq!(subject(b"=?UTF-8?B?6Q==?=\r\n =?UTF-8?B?q5k=?="), "髙");
    assert_eq!(subject(b"=?UTF-8?Q?=E9=AB?=\r\n =?UTF-8?Q?=99?="), "髙");
    // The escape sequence opens in one word and closes in the next.
    assert_eq!(
        subject(b"=?ISO-2022-JP?B?GyRCfGI=?=\r\n =?ISO-2022-JP?B?NjYbKEI=?="),
        "髙橋"
    );
    assert_eq!(subject(b"=?cp932?B?+w==?=\r\n =?cp932?B?/A==?="), "髙");
}

#[test]
fn raw_eight_bit_and_escape_subjects() {
    assert_eq!(subject(ISO_2022_JP), SPECIAL);
    for encoding in [
        encoding_rs::UTF_8,
        encoding_rs::SHIFT_JIS,
        encoding_rs::EUC_JP,
        encoding_rs::ISO_2022_JP,
    ] {
        let raw = encoded(encoding, SENTENCE);
        assert_eq!(subject(&raw), SENTENCE, "{}", encoding.name());
    }
}

#[test]
fn format_flowed_with_delsp_is_unfolded() {
    let body = "東京都千代 \r\n田区です。\r\n\r\n> 引用の \r\n> 続き\r\n";
    assert_text(
        Some("utf-8; format=flowed; delsp=yes"),
        body.as_bytes(),
        "東京都千代田区です。\r\n\r\n> 引用の続き\r\n",
    );
}

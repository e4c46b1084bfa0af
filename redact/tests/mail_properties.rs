//! What holds for mail of any bytes and text of any characters.
#![cfg(feature = "mail")]

use proptest::prelude::*;
use redact::mail::visible::{Forwarded, Signatures, VisibleOptions, VisibleText, visible_with};
use redact::mail::{Mail, charset, html, parse};

/// Lines that mean something to the classifier.
const LINES: &[&str] = &[
    "",
    "> 引用",
    ">> a",
    "本文です。",
    "On Mon, May 12, 2025 at 6:41 PM X <x@example.jp> wrote:",
    "2025年5月12日(月) 18:41 X <x@example.jp>:",
    "-----Original Message-----",
    "差出人: X <x@example.jp>",
    "送信日時: 2025年5月12日 18:41",
    "宛先: Y",
    "件名: Z",
    "--",
    "-- ",
    "佐藤> 納期は？",
    "| 引用",
    "> 2026/01/06 10:00、佐藤のメール:",
    "【元のメール】",
    "━━━━━━",
    "株式会社例",
    "TEL 03-0000-0000",
    "iPhoneから送信",
    "よろしくお願いいたします。",
    "Regards,",
    "```",
    "---------- Forwarded message ----------",
    "このメールに心当たりのない方は破棄してください。",
    "text--- On Mon, May 12, 2025 at 6:41 PM, x@example.com wrote:",
    "<",
    "> wrote:",
    "\u{3000}",
    "> a long line of a quotation that some program wrapped at its own column, so",
];

fn all_options() -> Vec<VisibleOptions> {
    let mut all = Vec::new();
    for signatures in [
        Signatures::Keep,
        Signatures::Separated,
        Signatures::Recognized,
    ] {
        for (cuts, forwarded) in [(true, Forwarded::Keep), (false, Forwarded::KeepBody)] {
            let mut options = VisibleOptions::default();
            options.signatures = signatures;
            options.sent_from = cuts;
            options.disclaimers = cuts;
            options.closings = !cuts;
            options.forwarded = forwarded;
            all.push(options);
        }
    }
    all
}

/// Kept and cut spans cover the text once, in order, on character boundaries.
fn assert_covers(text: &str, visible: &VisibleText) {
    let kept = visible.kept();
    let cut: Vec<_> = visible.cut().iter().map(|(_, span)| *span).collect();
    assert!(kept.is_sorted() && cut.is_sorted());
    let mut spans = [kept, &cut].concat();
    spans.sort();
    let mut end = 0;
    for span in spans {
        assert_eq!(span.start(), end);
        assert!(!span.is_empty());
        assert!(text.get(span.range()).is_some());
        end = span.end();
    }
    assert_eq!(end, text.len());
    let _ = visible.text(text);
}

/// Asks a mail everything that can be asked.
fn read_all(mail: &Mail) {
    for header in mail.headers() {
        assert!(!header.value().contains(['\r', '\n']));
        let _ = (header.mailboxes(), header.message_ids().count());
    }
    let _ = (mail.from(), mail.to(), mail.subject(), mail.references());
    let text = mail.text();
    assert_covers(&text, &visible_with(&text, VisibleOptions::default()));
    let _ = (mail.to_analysis_text(), mail.hidden().count());
    for attachment in mail.attachments() {
        let _ = parse(attachment.content());
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_parser_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let _ = parse(&bytes);
        read_all(&parse(&[b"Subject: ", bytes.as_slice()].concat()).unwrap());
    }

    #[test]
    fn no_structure_makes_the_parser_panic(pieces in proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "Content-Type: multipart/alternative; boundary=b\n",
                "Content-Type: message/rfc822\n",
                "Content-Type: text/html; charset=cp932\n",
                "Content-Type: text/plain; format=flowed; delsp=yes\n",
                "Content-Transfer-Encoding: base64\n",
                "Content-Transfer-Encoding: quoted-printable\n",
                "Content-Transfer-Encoding: x-uuencode\n",
                "begin 644 a.txt\n",
                "begin-base64 644 a.txt\n",
                "=ybegin line=128 size=5 name=a.txt\n",
                ".2&5L;&\\L('=O<FQD(0H \n",
                "end\n",
                "====\n",
                "=yend size=5\n",
                "Content-Disposition: attachment; filename*0*=utf-8''%E3; filename*1*=%81%82\n",
                "Subject: =?utf-8?B?44?= =?utf-8?B?GC?= =?x\n",
                "--b\n",
                "--b--\r\n",
                "\n",
                "<div style='display:none'>a</div><blockquote>",
            ]).prop_map(str::to_owned),
            "[ -~\\n\u{3040}-\u{309f}=<>:;\"]{0,40}",
        ],
        0..40,
    )) {
        let mail = format!("From: \"山田\" <a@example.jp>\n{}", pieces.concat());
        read_all(&parse(mail.as_bytes()).unwrap());
    }

    #[test]
    fn every_charset_reads_any_bytes(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        label in proptest::option::of(proptest::sample::select(vec![
            "iso-2022-jp", "cp932", "euc-jp", "utf-8", "utf-7", "utf-16", "us-ascii", "iso-8859-1",
            "gb2312", "?",
        ])),
    ) {
        let decoded = charset::decode(&bytes, label);
        prop_assert_eq!(decoded.replaced, decoded.text.matches('\u{FFFD}').count());
    }

    #[test]
    fn utf_8_is_read_as_utf_8(text in "[ぁ-ヶ一-龠a-z 。]{12,80}") {
        for label in [None, Some("utf-8"), Some("us-ascii")] {
            prop_assert_eq!(&charset::decode(text.as_bytes(), label).text, &text);
        }
    }

    #[test]
    fn html_of_any_shape_is_read(pieces in proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "<p>", "</p>", "<b", "<!--", "-->", "<a href='https://example.jp/'>", "</a>", "<style>",
                ".x{display:none}", "</style>", "<div class=x>", "</div>", "<td>", "<pre>",
                "<blockquote>", "&amp", "&#x3042;", "<script>", "</script>", "style=\"color:#fff\"", ">",
                "<p style='", "font-size:", "calc(", "var(--x", "--x:", "#fff", "0", ";", "'", "\\", "/*", "*/",
                "{", "}", "(", ")", "@media ", "screen and ", "(max-width:", "600px", ":not(", ".x", " > ", " ~ ",
                "&", "transform:scale(", "clip-path:polygon(", "<details>", "<summary>", "<table>", "<tr>", "</b>",
                "<svg>", "<noscript>", "<li>", "<body style='color:#fff'>", "</td>", "<font color=white>",
            ]).prop_map(str::to_owned),
            "[a-zあ-ん \\n]{0,12}",
        ],
        0..60,
    )) {
        let read = html::to_text(&pieces.concat());
        prop_assert!(read.visible.is_empty() || read.visible.ends_with('\n'));
        for hidden in &read.hidden {
            prop_assert!(!hidden.text.is_empty());
        }
    }

    #[test]
    fn spans_cover_any_text(text in "\\PC{0,200}") {
        for options in all_options() {
            assert_covers(&text, &visible_with(&text, options));
        }
    }

    #[test]
    fn spans_cover_any_order_of_lines(
        lines in proptest::collection::vec(
            (
                proptest::sample::select(LINES),
                proptest::sample::select(vec!["\n", "\r\n", " \n"]),
            ),
            0..40,
        ),
    ) {
        let text: String = lines.iter().flat_map(|(line, end)| [*line, *end]).collect();
        for options in all_options() {
            assert_covers(&text, &visible_with(&text, options));
        }
    }
}

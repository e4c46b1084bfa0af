//! `redact mail`.

use crate::{Folder, redact};

const MAIL: &str = "From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@example.jp>\r\n\
    To: info@example.com, desk@example.com\r\nReply-To: other@example.jp\r\nSubject: Re: test\r\n\
    Message-ID: <1@example.jp>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
    --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n承知しました。\r\n\r\n\
    2025年5月12日(月) 18:41 例 <info@example.com>:\r\n> いかがですか。\r\n\
    --b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n\
    Content-Disposition: attachment; filename=\"a.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    AAAA\r\n--b--\r\n";

#[test]
fn parse_tells_what_the_mail_says() {
    let mail = redact(&["mail", "parse"], MAIL).json();
    assert_eq!(mail["from"]["name"], "山田");
    assert_eq!(mail["from"]["address"], "yamada@example.jp");
    assert_eq!(mail["to"][1]["address"], "desk@example.com");
    assert_eq!(mail["subject"], "Re: test");
    assert_eq!(mail["headers"][3]["name"], "Subject");
    assert!(
        mail["text"]
            .as_str()
            .is_some_and(|text| text.contains("承知しました。"))
    );
    let attachment = &mail["attachments"][0];
    assert_eq!(attachment["name"], "a.pdf");
    assert_eq!(attachment["content_type"], "application/pdf");
    assert_eq!(attachment["bytes"], 3);
    assert_eq!(mail["warnings"][0], "reply_to_differs");
}

#[test]
fn visible_leaves_quotes_out() {
    let folder = Folder::new();
    let file = folder.write("mail.eml", MAIL);
    assert_eq!(
        redact(&["mail", "visible", &file], "").text(),
        "承知しました。\n"
    );
}

#[test]
fn what_is_no_mail_is_refused() {
    let run = redact(&["mail", "parse"], "090-1234-5678 is no header");
    assert!(run.failure().contains("standard input"));
    assert!(!run.stderr.contains("1234"));
}

//! Ordinary mails are read as another parser reads them; hostile ones in linear time.
#![cfg(feature = "mail")]

use mail_parser::{MessageParser, MimeHeaders};
use redact::mail::parse;

const MAILS: &[&str] = &[
    "From: Jane <jane@example.com>\r\nTo: bob@example.com\r\nSubject: Hello\r\n\
     Date: Mon, 12 May 2025 18:41:00 +0900\r\nMessage-ID: <1@example.com>\r\n\r\nHello\r\nBob\r\n",
    "From: a@example.jp\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\npreamble\r\n\
     --outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n\
     --inner\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
     5pel5pys6Kqe\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>\r\n\
     --inner--\r\n--outer\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n\
     Content-Disposition: attachment; filename*=UTF-8''%E8%A6%8B%E7%A9%8D.pdf\r\n\
     Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n\
     Subject: inner\r\n\r\nbody\r\n--outer--\r\nepilogue\r\n",
    "Subject: =?UTF-8?B?5pel5pys?=\r\nFrom: =?UTF-8?Q?=E5=B1=B1=E7=94=B0?= <y@example.jp>\r\n\
     Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
     =E6=97=A5=\r\n=E6=9C=AC a=3Db\r\n",
];

#[test]
fn ordinary_mail_is_read_as_another_parser_reads_it() {
    for raw in MAILS {
        let ours = parse(raw.as_bytes()).unwrap();
        let theirs = MessageParser::default().parse(raw.as_bytes()).unwrap();
        assert_eq!(ours.subject(), theirs.subject().unwrap_or_default());
        assert_eq!(ours.text(), theirs.body_text(0).unwrap());
        assert_eq!(ours.message_id(), theirs.message_id());
        let from = theirs.from().unwrap().first().unwrap();
        let our_from = ours.from().unwrap();
        assert_eq!(our_from.address(), from.address().unwrap());
        assert_eq!(our_from.name(), from.name());
        assert_eq!(ours.attachments().len(), theirs.attachment_count());
        for (ours, theirs) in ours.attachments().iter().zip(theirs.attachments()) {
            assert_eq!(ours.name(), theirs.attachment_name());
        }
    }
}

#[test]
fn nesting_and_broken_boundaries_cost_neither_stack_nor_time() {
    let nested = |unit: &str| unit.repeat(1_000_000 / unit.len());
    let attached = format!(
        "{}Subject: x\n\nhi",
        nested("Content-Type: message/rfc822\n\n")
    );
    assert_eq!(parse(attached.as_bytes()).unwrap().attachments().len(), 1);
    let broken = format!(
        "Content-Type: multipart/mixed; boundary=a\n\n{}",
        nested("--a\nContent-Type: multipart/mixed; boundary=zz\n\nx\n")
    );
    assert!(parse(broken.as_bytes()).unwrap().attachments().is_empty());
    let comments = format!("From: a{}\n\n", nested("("));
    assert!(parse(comments.as_bytes()).unwrap().from().is_some());
    let words = format!("Subject: {}\n\n", nested("=?a?Q?"));
    assert!(!parse(words.as_bytes()).unwrap().subject().is_empty());
    let elements = format!(
        "Subject: x\nContent-Type: text/html\n\n{}",
        nested("<div><blockquote>a")
    );
    assert!(!parse(elements.as_bytes()).unwrap().text().is_empty());
}

//! The committed mails: labels that keep the guide, messages that match their labels.

use std::collections::BTreeSet;
use std::fs;

use corpus::{Mail, eml, mail, validate};
use mail_parser::{Address, MessageParser, MimeHeaders};

fn mails() -> Vec<Mail> {
    mail::load(mail::root()).expect("the committed mails can be read")
}

#[test]
fn every_label_keeps_the_guide() {
    let faults: Vec<String> = mails()
        .iter()
        .flat_map(|mail| {
            let faults = validate::faults(&mail.labelled).into_iter();
            faults.map(|fault| format!("{}.txt, {fault}", mail.id))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_index_lists_every_file_once() {
    let mut listed = BTreeSet::new();
    for mail in mails() {
        for extension in ["txt", "eml"] {
            assert!(listed.insert(format!("{}.{extension}", mail.id)));
        }
    }
    let files: BTreeSet<String> = fs::read_dir(mail::root().join("mails"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let odd: Vec<_> = files.symmetric_difference(&listed).collect();
    assert!(
        odd.is_empty(),
        "only in the folder or only in mails.tsv: {odd:?}"
    );
}

/// Our writer against somebody else's reader: what a mail program shows is what the labels count in.
#[test]
fn a_mail_reader_sees_the_labelled_text() {
    for mail in mails() {
        let bytes = eml::write(&mail).unwrap();
        let message = MessageParser::default().parse(&bytes).unwrap();
        let (headers, body) = mail.labelled.text.split_once("\n\n").unwrap();
        for header in headers.lines() {
            let (name, shown) = header.split_once(": ").unwrap();
            match name {
                "Subject" => assert_eq!(message.subject(), Some(shown), "{}", mail.id),
                "From" => assert_eq!(addresses(message.from()), plain(shown), "{}", mail.id),
                "To" => assert_eq!(addresses(message.to()), plain(shown), "{}", mail.id),
                "Cc" => assert_eq!(addresses(message.cc()), plain(shown), "{}", mail.id),
                _ => {}
            }
        }
        if mail.recipe.form != eml::Form::Html {
            let read = message.body_text(0).unwrap().replace("\r\n", "\n");
            assert_eq!(read.trim_end(), body.trim_end(), "{}", mail.id);
        }
        if mail.recipe.form != eml::Form::Plain {
            let read = shown(&message.body_html(0).unwrap());
            assert_eq!(read.trim_end(), body.trim_end(), "{}", mail.id);
        }
        if let Some(attachment) = &mail.recipe.attachment {
            let read = message
                .attachment(0)
                .and_then(|part| part.attachment_name());
            assert_eq!(read, Some(attachment.name.as_str()), "{}", mail.id);
        }
    }
}

/// The text of our HTML, which breaks every line and escapes three characters.
fn shown(html: &str) -> String {
    let (_, body) = html.split_once("<body>\r\n").expect("our HTML has a body");
    let (body, _) = body
        .split_once("</body>")
        .expect("our HTML closes its body");
    body.replace("<br>\r\n", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Names and addresses without punctuation, whose form a mail program chooses.
fn plain(shown: &str) -> String {
    let is_punctuation = |c: char| c.is_whitespace() || "\"<>;,".contains(c);
    shown.chars().filter(|&c| !is_punctuation(c)).collect()
}

fn addresses(address: Option<&Address<'_>>) -> String {
    let groups = match address {
        Some(Address::Group(groups)) => groups.iter().filter_map(|g| g.name.as_deref()).collect(),
        _ => String::new(),
    };
    let listed = address.into_iter().flat_map(Address::iter);
    let names: String = listed
        .flat_map(|one| [one.name(), one.address()])
        .flatten()
        .collect();
    plain(&(groups + &names))
}

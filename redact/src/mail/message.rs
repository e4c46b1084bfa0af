//! A mail, read: header, bodies, attachments, and what was odd about it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::attachment::Attachment;
use super::charset::{self, CharsetOrigin};
use super::embedded;
use super::flowed;
use super::header::{Header, Mailbox, ParameterizedValue};
use super::html::{self, HtmlText};
use super::structure::{self, Leaf, Structure};
use super::transfer::TransferEncoding;
use crate::{Error, ErrorKind, Result};

/// A mail, read from its bytes by [`parse`].
#[derive(Clone)]
pub struct Mail {
    headers: Vec<Header>,
    bodies: Vec<Body>,
    attachments: Vec<Attachment>,
    warnings: Vec<Warning>,
}

/// One text of a mail that a mail program shows.
#[derive(Clone)]
struct Body {
    alternative: Option<usize>,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Plain(String),
    Html(HtmlText),
}

/// Something that was odd about a mail; none of it kept the mail from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Warning {
    /// A text came without a charset and was sniffed.
    CharsetMissing,
    /// The charset's label is one that nobody knows, or the bytes contradicted it.
    CharsetWrong,
    /// Characters could not be read and became U+FFFD.
    UndecodableText,
    /// Base64, quoted-printable, uuencode or yEnc that is not legal.
    DamagedTransferEncoding,
    /// A multipart was not closed; the mail may be cut off.
    UnfinishedMultipart,
    /// Parts were nested too deep or were too many; some were not read.
    TooManyParts,
    /// The HTML holds text that its reader does not see.
    HiddenText,
    /// The address for replies is not the sender's.
    ReplyToDiffers,
    /// The HTML's style sheets were too long or too costly to be applied in full.
    StyledInPart,
}

/// Reads a mail (RFC 5322, MIME).
///
/// Lenient: damaged mail is read as far as it goes, with [`Mail::warnings`].
///
/// # Errors
///
/// [`ErrorKind::InvalidFormat`] when the bytes do not begin with a header line, so that they are no
/// mail at all.
///
/// ```
/// let mail = redact::mail::parse(
///     b"From: =?cp932?B?kqOBQIl+?= <chou@example.jp>\r\nSubject: test\r\n\r\nHello\r\n",
/// )?;
/// assert_eq!(mail.from().unwrap().name(), Some("張　円"));
/// assert_eq!(mail.text(), "Hello\r\n");
/// assert!(redact::mail::parse(b"no mail at all").is_err());
/// # Ok::<(), redact::Error>(())
/// ```
pub fn parse(bytes: &[u8]) -> Result<Mail> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Blank lines before the header are an accident of saving.
    let blank = bytes
        .iter()
        .take_while(|b| matches!(b, b'\r' | b'\n'))
        .count();
    let bytes = bytes.get(blank..).unwrap_or_default();
    if !structure::begins_with_header(bytes) {
        return Err(Error::new(
            ErrorKind::InvalidFormat,
            "not a mail: the first line is no header line (`Name: value`)",
        ));
    }
    Ok(Reader::default().read(structure::read(bytes)))
}

#[derive(Default)]
struct Reader {
    bodies: Vec<Body>,
    attachments: Vec<Attachment>,
    warnings: Vec<Warning>,
}

impl Reader {
    fn read(mut self, structure: Structure<'_>) -> Mail {
        let is_single = structure.leaves.len() == 1;
        for leaf in &structure.leaves {
            self.leaf(leaf, is_single);
        }
        for (is_odd, warning) in [
            (structure.is_cut_short, Warning::TooManyParts),
            (structure.is_unfinished, Warning::UnfinishedMultipart),
            (
                structure.headers.iter().any(|header| header.replaced() > 0),
                Warning::UndecodableText,
            ),
        ] {
            if is_odd {
                self.warnings.push(warning);
            }
        }
        let mut mail = Mail {
            headers: structure.headers,
            bodies: self.bodies,
            attachments: self.attachments,
            warnings: self.warnings,
        };
        if mail.hidden().next().is_some() {
            mail.warnings.push(Warning::HiddenText);
        }
        if mail.html().any(|html| html.is_styled_in_part) {
            mail.warnings.push(Warning::StyledInPart);
        }
        if mail.replies_go_elsewhere() {
            mail.warnings.push(Warning::ReplyToDiffers);
        }
        mail.warnings.sort_unstable();
        mail.warnings.dedup();
        mail
    }

    fn leaf(&mut self, leaf: &Leaf<'_>, is_single: bool) {
        let header = |name: &str| leaf.headers.iter().find(|header| header.is(name));
        let encoding = header("Content-Transfer-Encoding")
            .map_or(TransferEncoding::Identity, |header| {
                TransferEncoding::from_header(header.value())
            });
        let (content, is_damaged) = encoding.decode(leaf.body);
        if is_damaged {
            self.warnings.push(Warning::DamagedTransferEncoding);
        }
        let disposition = header("Content-Disposition")
            .map(Header::parameterized)
            .unwrap_or_default();
        // A block of uuencode has a name of its own, by which mail programs show it as a file.
        let own_name = (encoding == TransferEncoding::Uuencode)
            .then(|| embedded::uuencoded(leaf.body))
            .flatten()
            .filter(|file| !file.is_nameless())
            .map(|file| charset::decode(&file.name, None).text);
        let name = disposition
            .parameter("filename")
            .or_else(|| leaf.content_type.parameter("name"))
            .filter(|name| !name.is_empty())
            .or(own_name.as_deref());
        let is_attachment = disposition.value == "attachment"
            || (name.is_some() && !is_single)
            || own_name.is_some();
        let content = match leaf.content_type.value.as_str() {
            // RFC 2045 section 5.2: plain text is the default, also for a type that is none.
            "text/plain" | "" | "text" if !is_attachment => {
                let text = self.take_files(leaf, &content);
                Content::Plain(self.plain(leaf, text.as_deref().unwrap_or(&content)))
            }
            "text/html" | "application/xhtml+xml" if !is_attachment => {
                Content::Html(html::to_text(&self.decode(leaf, &content)))
            }
            other => {
                self.attachments.push(Attachment {
                    name: name.map(str::to_owned),
                    content_type: if other.is_empty() {
                        "text/plain"
                    } else {
                        other
                    }
                    .to_owned(),
                    is_inline: disposition.value == "inline" || header("Content-ID").is_some(),
                    charset: leaf.content_type.parameter("charset").map(str::to_owned),
                    content: content.into_owned(),
                });
                return;
            }
        };
        self.bodies.push(Body {
            alternative: leaf.alternative,
            content,
        });
    }

    /// Takes the files out that stand in the text itself; the text without them, if there are any.
    fn take_files(&mut self, leaf: &Leaf<'_>, text: &[u8]) -> Option<Vec<u8>> {
        let charset = leaf.content_type.parameter("charset");
        let parts = embedded::extract(text)?;
        for file in parts.files {
            if file.is_damaged {
                self.warnings.push(Warning::DamagedTransferEncoding);
            }
            let name = charset::decode(&file.name, charset).text;
            self.attachments.push(Attachment {
                name: (!file.is_nameless()).then_some(name),
                content_type: file.content_type().to_owned(),
                is_inline: false,
                charset: None,
                content: file.content,
            });
        }
        Some(parts.text)
    }

    fn plain(&mut self, leaf: &Leaf<'_>, bytes: &[u8]) -> String {
        let text = self.decode(leaf, bytes);
        let says = |name: &str, expected: &str| {
            let value = leaf.content_type.parameter(name);
            value.is_some_and(|value| value.eq_ignore_ascii_case(expected))
        };
        if says("format", "flowed") {
            flowed::unfold(&text, says("delsp", "yes"))
        } else {
            text
        }
    }

    fn decode(&mut self, leaf: &Leaf<'_>, bytes: &[u8]) -> String {
        let label = leaf
            .content_type
            .parameter("charset")
            .map(Cow::Borrowed)
            .or_else(|| charset_of_html(&leaf.content_type, bytes).map(Cow::Owned));
        let decoded = charset::decode(bytes, label.as_deref());
        let warning = match (decoded.origin, &label) {
            (CharsetOrigin::Label, _) => None,
            (CharsetOrigin::Sniffed, None) => {
                (decoded.charset != "US-ASCII").then_some(Warning::CharsetMissing)
            }
            _ => Some(Warning::CharsetWrong),
        };
        self.warnings.extend(warning);
        if decoded.replaced > 0 {
            self.warnings.push(Warning::UndecodableText);
        }
        decoded.text
    }
}

/// The charset that an HTML document names for itself.
fn charset_of_html(content_type: &ParameterizedValue, bytes: &[u8]) -> Option<String> {
    /// HTML Living Standard, section 13.2.3.2.
    const PRESCAN: usize = 1024;
    if !content_type.value.ends_with("html") {
        return None;
    }
    let head = bytes.get(..bytes.len().min(PRESCAN))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let (_, behind) = head.split_once("charset")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))
        .unwrap_or(value.len());
    value
        .get(..end)
        .filter(|label| !label.is_empty())
        .map(str::to_owned)
}

impl Mail {
    /// Every header line, in the order of the mail.
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// The first header line of a name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&Header> {
        self.headers.iter().find(|header| header.is(name))
    }

    fn mailboxes(&self, name: &str) -> Vec<Mailbox> {
        let lines = self.headers.iter().filter(|header| header.is(name));
        lines.flat_map(Header::mailboxes).collect()
    }

    /// The author (the first one when there are several).
    pub fn from(&self) -> Option<Mailbox> {
        self.mailboxes("From").into_iter().next()
    }

    /// Those whom the mail is addressed to.
    pub fn to(&self) -> Vec<Mailbox> {
        self.mailboxes("To")
    }

    /// Those who get a copy.
    pub fn cc(&self) -> Vec<Mailbox> {
        self.mailboxes("Cc")
    }

    /// Where replies are to go, when the mail says so.
    pub fn reply_to(&self) -> Vec<Mailbox> {
        self.mailboxes("Reply-To")
    }

    /// The subject, decoded; empty when there is none.
    pub fn subject(&self) -> &str {
        self.header("Subject").map_or("", Header::value)
    }

    /// The date as the mail writes it.
    pub fn date(&self) -> Option<&str> {
        self.header("Date").map(Header::value)
    }

    fn ids<'m>(&'m self, name: &str) -> impl Iterator<Item = &'m str> {
        self.header(name).into_iter().flat_map(Header::message_ids)
    }

    /// The id of this mail, without brackets.
    pub fn message_id(&self) -> Option<&str> {
        self.ids("Message-ID").next()
    }

    /// The ids of the mails that this one answers.
    pub fn in_reply_to(&self) -> Vec<&str> {
        self.ids("In-Reply-To").collect()
    }

    /// The ids of the thread so far, the oldest first.
    pub fn references(&self) -> Vec<&str> {
        self.ids("References").collect()
    }

    /// Whether a program sent this mail by its own account (RFC 3834, section 5).
    pub fn is_auto_submitted(&self) -> bool {
        let value = self.header("Auto-Submitted").map(Header::value);
        value.is_some_and(|value| !value.trim().to_ascii_lowercase().starts_with("no"))
    }

    /// What the mail says: its plain text, and the visible text of the HTML where there is no plain
    /// text or an empty one.
    pub fn text(&self) -> Cow<'_, str> {
        // Of alternatives, the plain one is shown unless it is empty.
        let with_plain: BTreeSet<usize> = self
            .bodies
            .iter()
            .filter(|body| !body.is_html() && !body.text().trim().is_empty())
            .filter_map(|body| body.alternative)
            .collect();
        let is_shown = |body: &&Body| {
            body.alternative
                .is_none_or(|alternative| body.is_html() != with_plain.contains(&alternative))
        };
        let mut shown = self.bodies.iter().filter(is_shown).map(Body::text);
        let first = shown.next().unwrap_or_default();
        let mut rest = shown.peekable();
        if rest.peek().is_none() {
            return Cow::Borrowed(first);
        }
        let mut text = first.to_owned();
        for part in rest {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(part);
        }
        Cow::Owned(text)
    }

    /// The HTML bodies as text, what is hidden in them apart.
    pub fn html(&self) -> impl Iterator<Item = &HtmlText> {
        self.bodies.iter().filter_map(|body| match &body.content {
            Content::Html(html) => Some(html),
            Content::Plain(_) => None,
        })
    }

    /// The texts that stand in the HTML but not before the reader's eyes.
    pub fn hidden(&self) -> impl Iterator<Item = &html::HiddenText> {
        self.html().flat_map(|html| &html.hidden)
    }

    /// The parts that a mail program shows as files, attached mails included.
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// What was odd about the mail, each kind once.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    fn replies_go_elsewhere(&self) -> bool {
        let from = self.from();
        let from = from.as_ref().map_or("", Mailbox::address);
        let replies = self.reply_to();
        replies
            .iter()
            .any(|reply| !reply.address().eq_ignore_ascii_case(from))
    }
}

/// Prints no personal data.
impl std::fmt::Debug for Mail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Mail")
            .field("headers", &self.headers.len())
            .field("bodies", &self.bodies.len())
            .field("attachments", &self.attachments.len())
            .field("warnings", &self.warnings)
            .finish()
    }
}

impl Body {
    fn text(&self) -> &str {
        match &self.content {
            Content::Plain(text) => text,
            Content::Html(html) => &html.visible,
        }
    }

    fn is_html(&self) -> bool {
        matches!(self.content, Content::Html(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mail: &str) -> Mail {
        parse(mail.as_bytes()).unwrap()
    }

    const ALTERNATIVE: &str = "From: a@example.jp\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/plain; charset=utf-8\n\nPLAIN\n\
        --b\nContent-Type: text/html; charset=utf-8\n\n\
        <p>見える<span style=\"display:none\">見えない</span></p>\n--b--\n";

    #[test]
    fn of_alternatives_the_plain_one_is_shown_unless_it_is_empty() {
        assert_eq!(read(&ALTERNATIVE.replace("PLAIN", "平文")).text(), "平文");
        let empty = read(&ALTERNATIVE.replace("PLAIN", " "));
        assert_eq!(empty.text(), "見える\n");
        assert_eq!(empty.hidden().count(), 1);
        assert_eq!(empty.warnings(), [Warning::HiddenText]);
    }

    #[test]
    fn texts_in_a_row_are_one_text_and_files_are_not() {
        let mail = read(
            "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n\
             --b\nContent-Type: text/csv; charset=cp932\nContent-Disposition: inline;\n\
             \u{20}filename==?utf-8?B?6KGoLmNzdg==?=\n\na,b\n--b\n\ntwo\n\
             --b\nContent-Type: text/plain; name=note.txt\n\nnote\n--b--\n",
        );
        assert_eq!(mail.text(), "one\ntwo");
        let names: Vec<_> = mail.attachments().iter().map(Attachment::name).collect();
        assert_eq!(names, [Some("表.csv"), Some("note.txt")]);
        let table = mail.attachments().first().unwrap();
        assert_eq!((table.content_type(), table.size()), ("text/csv", 3));
        assert_eq!(table.text().as_deref(), Some("a,b"));
    }

    #[test]
    fn headers_are_found_whatever_their_case() {
        let mail = read(
            "from: A <a@example.jp>\nREPLY-TO: b@example.jp\nmessage-id: <1@example.jp>\n\
             In-Reply-To: <0@example.jp>\nReferences: <x@example.jp>\n <0@example.jp>\n\
             Auto-Submitted: auto-replied\n\n",
        );
        assert_eq!(mail.message_id(), Some("1@example.jp"));
        assert_eq!(mail.in_reply_to(), ["0@example.jp"]);
        assert_eq!(mail.references(), ["x@example.jp", "0@example.jp"]);
        assert!(mail.is_auto_submitted());
        assert_eq!(mail.warnings(), [Warning::ReplyToDiffers]);
        assert!(!read("Auto-Submitted: no\n\n").is_auto_submitted());
    }

    #[test]
    fn damage_is_warned_of() {
        let damaged = read("X: y\nContent-Transfer-Encoding: base64\n\nYWJj*\n");
        assert_eq!(damaged.text(), "abc");
        assert_eq!(damaged.warnings(), [Warning::DamagedTransferEncoding]);
        let cut = read("X: y\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext");
        assert_eq!(cut.warnings(), [Warning::UnfinishedMultipart]);
    }

    #[test]
    fn uuencoded_files_are_attachments_and_not_text() {
        let block = "begin 644 list.txt\n.2&5L;&\\L('=O<FQD(0H \n`\nend\n";
        let in_text = format!("X: y\n\n前文\n{block}後文\n");
        let as_encoding =
            |name: &str| format!("X: y\nContent-Transfer-Encoding: {name}\n\n{block}");
        let as_part = format!(
            "X: y\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n本文\n--b\n\
             Content-Type: application/octet-stream; name=list.txt\n\
             Content-Transfer-Encoding: x-uuencode\n\n{block}\n--b--\n"
        );
        for source in [
            in_text,
            as_encoding("x-uuencode"),
            as_encoding("uuencode"),
            as_encoding("x-uue"),
            as_part,
        ] {
            let mail = read(&source);
            assert!(!mail.text().contains("begin 644"), "{source}");
            let attachment = mail.attachments().first().unwrap();
            assert_eq!(
                (attachment.name(), attachment.size()),
                (Some("list.txt"), 14),
                "{source}"
            );
            let is_damaged = mail.warnings().contains(&Warning::DamagedTransferEncoding);
            assert!(!is_damaged, "{source}");
        }
        let unnamed = read(&as_encoding("x-uuencode").replace("list.txt", "-"));
        assert_eq!(
            (unnamed.text().as_ref(), unnamed.attachments().len()),
            ("Hello, world!\n", 0)
        );
        let damaged = read(&as_encoding("x-uuencode").replace("`\nend\n", ""));
        assert!(
            damaged
                .warnings()
                .contains(&Warning::DamagedTransferEncoding)
        );
        let empty = read("X: y\nContent-Transfer-Encoding: x-uuencode\n\nplain words\n");
        assert_eq!(empty.text(), "plain words\n");
        assert!(empty.warnings().contains(&Warning::DamagedTransferEncoding));
    }

    #[test]
    fn what_is_no_mail_is_refused() {
        for bytes in [&b""[..], b"\n\n", b"no header", b"\xFF\xD8\xFF\xE0"] {
            assert!(parse(bytes).is_err());
        }
        assert!(parse(b"From x Mon May 12\nSubject: a\n\n").is_ok());
    }

    #[test]
    fn no_debug_output_carries_text() {
        let mail = read("From: Jane <jane@example.com>\nSubject: secret\n\nsecret\n");
        let printed = format!("{mail:?} {:?} {:?}", mail.headers(), mail.from());
        assert!(!printed.contains("secret") && !printed.contains("jane"));
    }
}

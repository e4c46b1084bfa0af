//! `redact mail`: what a message says.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use redact::mail::html::HiddenText;
use redact::mail::visible::visible;
use redact::mail::{Attachment, Mail as Message, Mailbox, Warning};
use serde_json::{Value, json};

use crate::Served;
use crate::{input, output};

/// Reads a mail message as its reader would: charsets, encodings, HTML, quotes
///
/// Nothing is hidden here: what is printed is the mail's own text.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Mail {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  redact mail parse mail.eml
  redact mail visible mail.eml | redact anonymize --map map.json";

#[derive(Subcommand)]
enum Command {
    /// Headers, text, attachments and what was odd about the mail, as JSON
    Parse(File),
    /// What its author wrote, without quotes, signature and notices
    Visible(File),
}

#[derive(Args)]
struct File {
    /// The message to read; - or nothing for standard input
    #[arg(value_name = "FILE.eml")]
    file: Option<PathBuf>,
}

impl Mail {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let mut out = output::stdout();
        match self.command {
            Command::Parse(file) => {
                let mail = input::read_mail(file.file.as_deref())?;
                serde_json::to_writer_pretty(&mut out, &mail_json(&mail))?;
                writeln!(out)?;
            }
            Command::Visible(file) => {
                let mail = input::read_mail(file.file.as_deref())?;
                let text = mail.text();
                writeln!(out, "{}", visible(&text).text(&text))?;
            }
        }
        out.flush()?;
        Ok(Served::All)
    }
}

fn mail_json(mail: &Message) -> Value {
    let mailboxes = |boxes: Vec<Mailbox>| boxes.iter().map(mailbox_json).collect::<Vec<_>>();
    let headers: Vec<_> = mail
        .headers()
        .iter()
        .map(|header| json!({"name": header.name(), "value": header.value()}))
        .collect();
    json!({
        "headers": headers,
        "from": mail.from().as_ref().map(mailbox_json),
        "to": mailboxes(mail.to()),
        "cc": mailboxes(mail.cc()),
        "reply_to": mailboxes(mail.reply_to()),
        "subject": mail.subject(),
        "date": mail.date(),
        "message_id": mail.message_id(),
        "in_reply_to": mail.in_reply_to(),
        "references": mail.references(),
        "auto_submitted": mail.is_auto_submitted(),
        "text": mail.text(),
        "hidden": mail.hidden().map(|hidden| &hidden.text).collect::<Vec<_>>(),
        "hidden_text": mail.hidden().map(hidden_json).collect::<Vec<_>>(),
        "attachments": mail.attachments().iter().map(attachment_json).collect::<Vec<_>>(),
        "warnings": mail.warnings().iter().map(|&warning| warning_name(warning)).collect::<Vec<_>>(),
    })
}

fn hidden_json(hidden: &HiddenText) -> Value {
    json!({"reason": hidden.kind.name(), "at": hidden.at, "text": hidden.text})
}

fn mailbox_json(mailbox: &Mailbox) -> Value {
    json!({"name": mailbox.name(), "address": mailbox.address()})
}

fn attachment_json(attachment: &Attachment) -> Value {
    json!({
        "name": attachment.name(),
        "content_type": attachment.content_type(),
        "inline": attachment.is_inline(),
        "bytes": attachment.size(),
    })
}

fn warning_name(warning: Warning) -> &'static str {
    match warning {
        Warning::CharsetMissing => "charset_missing",
        Warning::CharsetWrong => "charset_wrong",
        Warning::UndecodableText => "undecodable_text",
        Warning::DamagedTransferEncoding => "damaged_transfer_encoding",
        Warning::UnfinishedMultipart => "unfinished_multipart",
        Warning::TooManyParts => "too_many_parts",
        Warning::HiddenText => "hidden_text",
        Warning::ReplyToDiffers => "reply_to_differs",
        Warning::StyledInPart => "styled_in_part",
        _ => "other",
    }
}

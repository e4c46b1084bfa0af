//! Reading text, JSON Lines and mail from a file or standard input.

mod document;
mod lines;

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use redact::mail::Mail;

pub(crate) use document::{Document, DocumentRequest, is_language};
pub(crate) use lines::{Lines, Next};

/// What is read, and as what.
#[derive(Args)]
pub(crate) struct Input {
    /// What the input is; by default the file's ending decides (.jsonl, .eml, else text)
    #[arg(long, value_enum)]
    input: Option<Format>,

    /// The file to read; - or nothing for standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Formats of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One text in UTF-8
    Text,
    /// A JSON object {"text": …} on each line, with "id", "language" and "entities" if wanted
    Jsonl,
    /// One mail message (RFC 5322), in any of the usual encodings
    Eml,
}

impl Input {
    /// The format that was asked for, or that the file's name tells.
    pub(crate) fn format(&self) -> Format {
        let ending = self
            .path()
            .and_then(Path::extension)
            .and_then(|ending| ending.to_str());
        self.input.unwrap_or(match ending {
            Some("jsonl" | "ndjson") => Format::Jsonl,
            Some("eml") => Format::Eml,
            _ => Format::Text,
        })
    }

    /// The whole input as one text; a mail as its headers and its body.
    pub(crate) fn read_text(&self) -> anyhow::Result<String> {
        match self.format() {
            Format::Eml => Ok(read_mail(self.path())?.to_analysis_text()),
            Format::Text | Format::Jsonl => utf8(read_bytes(self.path())?, self.path()),
        }
    }

    /// The input as a mail.
    pub(crate) fn read_mail(&self) -> anyhow::Result<Mail> {
        read_mail(self.path())
    }

    /// The input's lines, with a progress bar where a person waits.
    pub(crate) fn lines(&self) -> anyhow::Result<Lines> {
        let length = named(self.path())
            .and_then(|path| path.metadata().ok())
            .map(|data| data.len());
        let progress = match length {
            Some(length) if io::stderr().is_terminal() => bar(length),
            _ => ProgressBar::hidden(),
        };
        Ok(Lines::new(open(self.path())?, progress))
    }

    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

/// A message from a file or standard input.
pub(crate) fn read_mail(path: Option<&Path>) -> anyhow::Result<Mail> {
    redact::mail::parse(&read_bytes(path)?).with_context(|| format!("cannot read {}", name(path)))
}

/// The terms of a file, one a line; empty lines are passed over.
pub(crate) fn read_terms(path: &Path) -> anyhow::Result<Vec<String>> {
    let text = utf8(read_bytes(Some(path))?, Some(path))?;
    let terms = text.lines().map(str::trim).filter(|term| !term.is_empty());
    Ok(terms.map(str::to_owned).collect())
}

/// A file as one text in UTF-8.
pub(crate) fn read_utf8(path: &Path) -> anyhow::Result<String> {
    utf8(read_bytes(Some(path))?, Some(path))
}

fn read_bytes(path: Option<&Path>) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {}", name(path)))?;
    Ok(bytes)
}

fn open(path: Option<&Path>) -> anyhow::Result<Box<dyn Read + Send>> {
    Ok(match named(path) {
        Some(path) => {
            Box::new(File::open(path).with_context(|| format!("cannot open {}", path.display()))?)
        }
        None => Box::new(io::stdin()),
    })
}

/// The file, unless it stands for standard input.
fn named(path: Option<&Path>) -> Option<&Path> {
    path.filter(|path| *path != Path::new("-"))
}

fn name(path: Option<&Path>) -> String {
    named(path).map_or_else(
        || "standard input".to_owned(),
        |path| path.display().to_string(),
    )
}

fn utf8(bytes: Vec<u8>, path: Option<&Path>) -> anyhow::Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        anyhow::anyhow!(
            "{} is not UTF-8 from byte {byte} on; convert it first (iconv), or say --input eml if it is a mail",
            name(path)
        )
    })
}

fn bar(length: u64) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    let bar = ProgressBar::new(length);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

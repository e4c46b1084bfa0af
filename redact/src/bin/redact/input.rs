//! Reading text, JSON Lines and mail from a file or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use redact::EntityType;
use redact::mail::Mail;
use serde_json::Value;

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
        Ok(Lines {
            reader: Box::new(BufReader::with_capacity(1 << 16, open(self.path())?)),
            number: 0,
            progress,
        })
    }

    fn path(&self) -> Option<&Path> {
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

fn open(path: Option<&Path>) -> anyhow::Result<Box<dyn Read>> {
    Ok(match named(path) {
        Some(path) => {
            Box::new(File::open(path).with_context(|| format!("cannot open {}", path.display()))?)
        }
        None => Box::new(io::stdin().lock()),
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

/// One line of JSON Lines.
pub(crate) struct Document {
    pub(crate) id: Option<Value>,
    pub(crate) text: String,
    pub(crate) entities: Option<Vec<EntityType>>,
}

/// Reads line by line.
pub(crate) struct Lines {
    reader: Box<dyn BufRead>,
    number: u64,
    progress: ProgressBar,
}

/// A line that is no document, and why. Holds no text of it.
pub(crate) struct BadLine {
    pub(crate) number: u64,
    pub(crate) error: String,
}

impl Lines {
    /// The next line; empty lines are passed over. The outer error means that reading failed.
    pub(crate) fn next_document(&mut self) -> anyhow::Result<Option<Result<Document, BadLine>>> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let length = self
                .reader
                .read_until(b'\n', &mut line)
                .context("cannot read on")?;
            if length == 0 {
                self.progress.finish_and_clear();
                return Ok(None);
            }
            self.number += 1;
            self.progress.inc(length as u64);
            if !line.trim_ascii().is_empty() {
                let document = Document::parse(&line);
                return Ok(Some(document.map_err(|error| BadLine {
                    number: self.number,
                    error,
                })));
            }
        }
    }
}

impl Document {
    fn parse(line: &[u8]) -> Result<Self, String> {
        let line = std::str::from_utf8(line).map_err(|error| {
            format!("not UTF-8 from byte {} of the line on", error.valid_up_to())
        })?;
        let mut value: Value = serde_json::from_str(line).map_err(|error| {
            format!(
                "no JSON ({:?} error at column {})",
                error.classify(),
                error.column()
            )
        })?;
        let Some(fields) = value.as_object_mut() else {
            return Err("a JSON object with a field \"text\" is expected".to_owned());
        };
        let text = match fields.remove("text") {
            Some(Value::String(text)) => text,
            Some(_) => return Err("the field \"text\" is no string".to_owned()),
            None => return Err("the field \"text\" is missing".to_owned()),
        };
        // Gold files carry labelled spans under the same name; only a list of names is a wish.
        let entities = fields
            .remove("entities")
            .and_then(|entities| match entities {
                Value::Array(names) if !names.is_empty() => names
                    .into_iter()
                    .map(|name| name.as_str().map(|name| EntityType::new(name.to_owned())))
                    .collect(),
                _ => None,
            });
        Ok(Self {
            id: fields.remove("id"),
            text,
            entities,
        })
    }
}

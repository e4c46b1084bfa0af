//! `redact guard`: may a draft be restored and sent?

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use redact::placeholder::RestorePolicy;
use redact::prompt::{GuardReport, Language, OutputGuard};
use redact::text::units::OffsetConverter;
use redact::{AnalyzerEngine, EntityType};
use serde_json::{Value, json};

use crate::engine::Offsets;
use crate::input::{self, Input};
use crate::{Served, map_file, output};

const EXAMPLES: &str = "\
Examples:
  redact anonymize --map map.json mail.txt > redacted.txt
  redact guard --map map.json --mail redacted.txt draft.txt
  redact guard --map map.json --mail redacted.txt --allow signature.txt draft.txt && redact restore --map map.json draft.txt
  redact guard --map map.json --header subject.txt

Exit status:
  0  nothing is wrong with the draft
  1  something is; the report says what and where
  2  wrong arguments, an unreadable file, or an analysis that failed: do not send the draft";

/// Says what is wrong with a draft of a language model, before anything in it is restored and sent
///
/// The draft still holds its placeholders. Links, hosts, mail addresses and telephone numbers that neither the
/// mail nor an allowed text offered are violations, and so are placeholders in links, placeholders that
/// the map does not hold, HTML and Markdown that hide a target, and personal data in clear. The report is
/// JSON on standard output: kinds and places, never values.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Guard {
    /// The map that will restore the draft
    #[arg(long, value_name = "MAP.json")]
    map: PathBuf,

    /// The redacted mail that the draft answers, as the model got it: the draft may repeat what it shows
    #[arg(long, value_name = "MAIL.txt")]
    mail: Option<PathBuf>,

    /// A text of your own whose links, addresses and numbers the draft may use, such as a signature; may be
    /// given several times
    #[arg(long, value_name = "TEXT.txt")]
    allow: Vec<PathBuf>,

    /// The language that was asked for
    #[arg(long, value_enum)]
    language: Option<Answer>,

    /// Most characters that were asked for
    #[arg(long, value_name = "N")]
    max_chars: Option<usize>,

    /// Only these kinds may be restored
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    /// Kinds that are held back unless named, such as JP_MY_NUMBER
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    naming: Vec<String>,

    /// The draft is a header, such as the subject: one line, in any language
    #[arg(long)]
    header: bool,

    /// What offsets count
    #[arg(long, value_enum, default_value = "chars")]
    offsets: Offsets,

    #[command(flatten)]
    input: Input,
}

/// Languages of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Answer {
    /// Japanese
    Ja,
    /// English
    En,
}

impl Guard {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let map = map_file::read(&self.map)?;
        let engine = AnalyzerEngine::builder().build()?;
        for kind in self.entities.iter().chain(&self.naming) {
            let is_known = engine
                .supported_entities()
                .any(|known| known.as_str() == kind.as_str());
            if !is_known {
                bail!("no recognizer finds {kind}; `redact rules list` shows what there is");
            }
        }
        let mut policy = RestorePolicy::new();
        if !self.entities.is_empty() {
            policy = policy.only_types(self.entities.iter().cloned().map(EntityType::new));
        }
        for kind in &self.naming {
            policy = policy.naming(EntityType::new(kind.clone()));
        }
        let mut guard = OutputGuard::new(&map, &engine)
            .with_policy(policy)
            .at(now());
        for path in self.mail.iter().chain(&self.allow) {
            guard = guard.offering_text(&input::read_utf8(path)?);
        }
        if let Some(language) = self.language {
            guard = guard.language(match language {
                Answer::Ja => Language::Japanese,
                Answer::En => Language::English,
            });
        }
        if let Some(most) = self.max_chars {
            guard = guard.max_chars(most);
        }
        let draft = self.input.read_text()?;
        let report = if self.header {
            // The line end of the file is none of the header.
            let line = draft.strip_suffix('\n').unwrap_or(&draft);
            guard.check_header(line.strip_suffix('\r').unwrap_or(line))?
        } else {
            guard.check(&draft)?
        };
        let mut lines = serde_json::to_vec_pretty(&to_json(&report, &draft, self.offsets))?;
        lines.push(b'\n');
        let mut out = output::stdout();
        out.write_all(&lines)
            .and_then(|()| out.flush())
            .or_else(ignore_broken_pipe)?;
        Ok(if report.is_clean() {
            Served::All
        } else {
            Served::Some
        })
    }
}

/// A reader that went away must not turn a violation into success.
fn ignore_broken_pipe(error: io::Error) -> anyhow::Result<()> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Ok(());
    }
    Err(error).context("cannot write the report")
}

fn to_json(report: &GuardReport, draft: &str, offsets: Offsets) -> Value {
    let mut converter = OffsetConverter::new(draft, offsets.into());
    let violations: Vec<Value> = report
        .violations()
        .iter()
        .map(|violation| {
            let range = converter.range(violation.span);
            json!({"kind": violation.kind, "start": range.start, "end": range.end})
        })
        .collect();
    json!({"clean": report.is_clean(), "violations": violations})
}

/// Seconds since 1970-01-01 UTC; a clock before that lets nothing expire.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line reads the clock that the library may not"
)]
fn now() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

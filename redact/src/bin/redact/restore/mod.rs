//! `redact restore`: puts back what placeholders stand for.

mod lines;
mod notice;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use redact::placeholder::{RestorePolicy, RestoreReport};
use redact::{EntityType, PlaceholderMap, Restorer};
use serde_json::Value;

use crate::Served;
use crate::input::{Format, Input};
use crate::{map_file, output};
use notice::Notice;

/// Puts the values back into a text with placeholders, an answer of a language model for instance
///
/// Placeholders may have been changed on the way (case, widths, brackets, spaces, translated labels);
/// one that the map does not hold stays as it stands. Standard error says what was changed, what was left,
/// and whether the text is one that was redacted with this map. A My Number is put back only if
/// --naming JP_MY_NUMBER says so.
///
/// In JSON, values are escaped as the strings they stand in need it, so that none can end a string or add a
/// field: JSON Lines always (their "items" are left out, since they say where placeholders stood), one JSON
/// document when its file is named .json or --json says so.
#[derive(Args)]
pub(crate) struct Restore {
    /// The map that `redact anonymize` wrote
    #[arg(long, value_name = "MAP.json")]
    map: PathBuf,

    /// Where to write what was restored, tolerated, left and missed, without values; - for standard error
    #[arg(long, value_name = "REPORT.json")]
    report: Option<PathBuf>,

    /// Only these kinds
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    /// Kinds that are held back unless named, such as JP_MY_NUMBER
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    naming: Vec<String>,

    /// The text is JSON, such as the arguments of a tool call
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    input: Input,
}

impl Restore {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let map = map_file::read(&self.map)?;
        let restorer = Restorer::new(&map).with_policy(self.policy());
        if self.input.format() == Format::Jsonl {
            if self.report.is_some() {
                bail!("--report is about one text; it does not go with JSON Lines");
            }
            return lines::run(&restorer, &map, &self.input);
        }
        let text = self.input.read_text()?;
        let is_known = is_known(&map, &text);
        // What this program redacted was not read as JSON either, and comes back byte for byte.
        let outcome = if self.is_json() && !is_known {
            restorer.restore_json(&text)
        } else {
            restorer.restore(&text)
        };
        let (text, report) = outcome.into_parts();
        if let Some(path) = &self.report {
            write_report(path, &report, is_known)?;
        }
        let mut out = output::stdout();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        let mut notice = Notice::default();
        notice.add(&report, is_known);
        notice.print();
        Ok(Served::All)
    }

    fn policy(&self) -> RestorePolicy {
        let mut policy = RestorePolicy::new();
        if !self.entities.is_empty() {
            policy = policy.only_types(self.entities.iter().cloned().map(EntityType::new));
        }
        for kind in &self.naming {
            policy = policy.naming(EntityType::new(kind.clone()));
        }
        policy
    }

    fn is_json(&self) -> bool {
        let ending = self.input.path().and_then(Path::extension);
        self.json || ending.is_some_and(|ending| ending == "json")
    }
}

/// Whether a text is one that was redacted with this map, unchanged.
fn is_known(map: &PlaceholderMap, text: &str) -> bool {
    map.has_document(&map_file::digest(text))
}

fn write_report(path: &Path, report: &RestoreReport, is_known: bool) -> anyhow::Result<()> {
    let mut written = serde_json::to_value(report)?;
    if let Some(fields) = written.as_object_mut() {
        fields.insert("outcome".into(), serde_json::to_value(report.outcome())?);
        let document = if is_known { "of_this_map" } else { "not_known" };
        fields.insert("document".into(), Value::from(document));
    }
    if path == Path::new("-") {
        writeln!(std::io::stderr(), "{written:#}")?;
        return Ok(());
    }
    fs::write(path, serde_json::to_vec_pretty(&written)?)
        .with_context(|| format!("cannot write {}", path.display()))
}

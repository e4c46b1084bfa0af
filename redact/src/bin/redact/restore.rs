//! `redact restore`: puts back what placeholders stand for.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use redact::placeholder::RestorePolicy;
use redact::{EntityType, Restorer};

use crate::Served;
use crate::input::Input;
use crate::{map_file, output};

/// Puts the values back into a text with placeholders, an answer of a language model for instance
///
/// Placeholders may have been changed on the way (case, widths, brackets, spaces, translated labels);
/// one that the map does not hold stays as it stands and is reported. A My Number is put back only if
/// --naming JP_MY_NUMBER says so.
#[derive(Args)]
pub(crate) struct Restore {
    /// The map that `redact anonymize` wrote
    #[arg(long, value_name = "MAP.json")]
    map: PathBuf,

    /// Where to write what was restored, tolerated, left and missed; no values in it
    #[arg(long, value_name = "REPORT.json")]
    report: Option<PathBuf>,

    /// Only these kinds
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    /// Kinds that are held back unless named, such as JP_MY_NUMBER
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    naming: Vec<String>,

    #[command(flatten)]
    input: Input,
}

impl Restore {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let map = map_file::read(&self.map)?;
        let text = self.input.read_text()?;
        let mut policy = RestorePolicy::new();
        if !self.entities.is_empty() {
            policy = policy.only_types(self.entities.iter().cloned().map(EntityType::new));
        }
        for kind in &self.naming {
            policy = policy.naming(EntityType::new(kind.clone()));
        }
        let (restored, report) = Restorer::new(&map)
            .with_policy(policy)
            .restore(&text)
            .into_parts();
        if let Some(path) = &self.report {
            let mut report_json = serde_json::to_value(&report)?;
            if let Some(fields) = report_json.as_object_mut() {
                fields.insert("outcome".into(), serde_json::to_value(report.outcome())?);
            }
            fs::write(path, serde_json::to_vec_pretty(&report_json)?)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        let mut out = output::stdout();
        out.write_all(restored.as_bytes())?;
        out.flush()?;
        Ok(Served::All)
    }
}

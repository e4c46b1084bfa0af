//! `redact rules`: the catalogue.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};
use redact::presidio::export_catalogue;
use redact::recognizer::{Activation, RecognizerSpec};
use redact::recognizers::catalogue;
use serde_json::json;

use crate::Served;
use crate::output;

/// Shows the rules: what each finds, by which patterns, and what it leaves alone
#[derive(Args)]
pub(crate) struct Rules {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Every rule in a line
    List {
        /// As JSON Lines, for programs
        #[arg(long)]
        json: bool,
    },
    /// All that is known of one rule
    Show {
        /// The rule's id, such as jp/postal_code
        id: String,
    },
    /// All rules as YAML for Presidio's recognizer registry
    Export,
}

impl Rules {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let mut out = output::stdout();
        match self.command {
            Command::List { json: true } => {
                for rule in catalogue() {
                    writeln!(out, "{}", rule_json(rule))?;
                }
            }
            Command::List { json: false } => {
                let heading = ["ID", "ENTITY", "RUNS", "SUMMARY"]
                    .map(str::to_owned)
                    .to_vec();
                let rows = catalogue().map(|rule| {
                    let cells = [rule.id, rule.entity.as_str(), runs(rule), rule.summary];
                    cells.map(str::to_owned).to_vec()
                });
                let rows: Vec<_> = std::iter::once(heading).chain(rows).collect();
                output::write_table(&mut out, &rows)?;
            }
            Command::Show { id } => {
                let Some(rule) = catalogue().find(|rule| rule.id == id) else {
                    bail!("there is no rule {id}; `redact rules list` shows all");
                };
                write_rule(&mut out, rule)?;
            }
            Command::Export => out.write_all(export_catalogue()?.as_bytes())?,
        }
        out.flush()?;
        Ok(Served::All)
    }
}

fn runs(rule: &RecognizerSpec) -> &'static str {
    match rule.activation {
        Activation::Default => "by default",
        Activation::OnRequest => "on request",
    }
}

fn rule_json(rule: &RecognizerSpec) -> serde_json::Value {
    let patterns: Vec<_> = rule
        .patterns
        .iter()
        .map(
            |pattern| json!({"name": pattern.name, "regex": pattern.regex, "score": pattern.score}),
        )
        .collect();
    json!({
        "id": rule.id,
        "entity_type": rule.entity,
        "by_default": rule.activation == Activation::Default,
        "summary": rule.summary,
        "reference": rule.reference,
        "patterns": patterns,
        "has_check": rule.check.is_some(),
        "context": rule.context,
        "counter_context": rule.counter_context,
    })
}

fn write_rule(out: &mut impl Write, rule: &RecognizerSpec) -> std::io::Result<()> {
    writeln!(out, "{}  {}  ({})", rule.id, rule.entity, runs(rule))?;
    writeln!(out, "{}", rule.summary)?;
    writeln!(out, "Definition: {}", rule.reference)?;
    writeln!(out, "\nPatterns")?;
    for pattern in rule.patterns {
        writeln!(
            out,
            "  {}  score {}, boundary {:?}",
            pattern.name,
            pattern.score.value(),
            pattern.boundary
        )?;
        writeln!(out, "    {}", pattern.regex)?;
    }
    if rule.check.is_some() {
        writeln!(
            out,
            "  Each match is checked further (check digit or structure)."
        )?;
    }
    for (title, words) in [
        ("Context", rule.context),
        ("Counter-context", rule.counter_context),
    ] {
        if !words.is_empty() {
            writeln!(out, "\n{title}\n  {}", words.join(", "))?;
        }
    }
    writeln!(out, "\nFinds")?;
    for example in rule.examples {
        writeln!(out, "  {}", example.text.replace('\n', "⏎"))?;
    }
    writeln!(out, "\nLeaves alone")?;
    for counter in rule.counter_examples {
        writeln!(
            out,
            "  {}  ({})",
            counter.text.replace('\n', "⏎"),
            counter.reason
        )?;
    }
    if !rule.known_gaps.is_empty() {
        writeln!(out, "\nMisses")?;
        for gap in rule.known_gaps {
            writeln!(out, "  {}  ({})", gap.text.replace('\n', "⏎"), gap.reason)?;
        }
    }
    Ok(())
}

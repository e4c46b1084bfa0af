//! `redact analyze`: what is found, where, how sure, and why.

use std::io::Write;

use clap::Args;
use redact::text::units::{OffsetConverter, OffsetUnit};
use serde_json::Value;

use crate::Served;
use crate::engine::{Engine, EngineOptions, Offsets};
use crate::input::{DocumentRequest, Format, Input, Next};
use crate::output;

/// Shows the personal data in a text, in JSON Lines or in a mail
///
/// On a terminal a table, in a pipe JSON: {"results": [{"entity_type", "start", "end", "score",
/// "recognizer"}]}. For JSON Lines one such object a line, with the "id" of its input line.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Analyze {
    #[command(flatten)]
    engine: EngineOptions,

    /// What "start" and "end" count
    #[arg(long, value_enum, default_value = "chars")]
    offsets: Offsets,

    /// Say why each result is one, and why each rejected candidate is none
    #[arg(long)]
    explain: bool,

    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "\
Examples:
  echo '電話は090-1234-5678です' | redact analyze
  redact analyze --explain mail.eml
  redact analyze --input jsonl --entities EMAIL_ADDRESS,PHONE_NUMBER texts.jsonl > found.jsonl";

impl Analyze {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let engine = self.engine.engine()?;
        if self.input.format() == Format::Jsonl {
            return self.run_lines(&engine);
        }
        let text = self.input.read_text()?;
        let mut out = output::stdout();
        if output::is_terminal() {
            self.write_for_a_person(&mut out, &engine, &text)?;
        } else {
            let found = Value::Object(self.find(&engine, &DocumentRequest::default(), &text)?);
            serde_json::to_writer(&mut out, &found)?;
            writeln!(out)?;
        }
        out.flush()?;
        Ok(Served::All)
    }

    fn run_lines(&self, engine: &Engine) -> anyhow::Result<Served> {
        let mut served = Served::All;
        let mut lines = self.input.lines()?;
        let mut out = output::stdout();
        while let Next::Line(line) = lines.next(None)? {
            let answer = match line {
                Ok(document) => match self.find(engine, &document.request, &document.text) {
                    Ok(mut found) => {
                        if let Some(id) = document.id {
                            found.insert("id".into(), id);
                        }
                        Value::Object(found)
                    }
                    Err(error) => {
                        served = Served::Some;
                        lines.bad(&error).json(document.id)
                    }
                },
                Err(bad) => {
                    served = Served::Some;
                    bad.json(None)
                }
            };
            serde_json::to_writer(&mut out, &answer)?;
            writeln!(out)?;
        }
        out.flush()?;
        Ok(served)
    }

    fn find(
        &self,
        engine: &Engine,
        asked: &DocumentRequest,
        text: &str,
    ) -> anyhow::Result<serde_json::Map<String, Value>> {
        let unit = OffsetUnit::from(self.offsets);
        let mut found = serde_json::Map::new();
        if self.explain {
            let analysis = engine.analysis(text, asked)?;
            found.insert(
                "results".into(),
                output::results_json(text, &analysis.results, unit).into(),
            );
            let explanations = output::explanations_json(text, &analysis.explanations, unit)?;
            found.insert("explanations".into(), explanations.into());
        } else {
            let results = engine.results(text, asked)?;
            found.insert(
                "results".into(),
                output::results_json(text, &results, unit).into(),
            );
        }
        Ok(found)
    }

    fn write_for_a_person(
        &self,
        out: &mut impl Write,
        engine: &Engine,
        text: &str,
    ) -> anyhow::Result<()> {
        let analysis = engine.analysis(text, &DocumentRequest::default())?;
        let mut offsets = OffsetConverter::new(text, self.offsets.into());
        let mut rows = vec![
            ["START", "END", "ENTITY", "SCORE", "RECOGNIZER", "TEXT"]
                .map(str::to_owned)
                .to_vec(),
        ];
        for result in &analysis.results {
            let range = offsets.range(result.span);
            rows.push(vec![
                range.start.to_string(),
                range.end.to_string(),
                result.entity_type.to_string(),
                format!("{:.2}", result.score.value()),
                result.recognizer.to_string(),
                text.get(result.span.range())
                    .unwrap_or_default()
                    .replace('\n', "⏎"),
            ]);
        }
        output::write_table(out, &rows)?;
        if self.explain {
            writeln!(out)?;
            let mut offsets = OffsetConverter::new(text, self.offsets.into());
            let mut rows = vec![
                [
                    "START",
                    "END",
                    "RECOGNIZER",
                    "PATTERN",
                    "SCORE",
                    "CHECK",
                    "CONTEXT",
                    "OUTCOME",
                ]
                .map(str::to_owned)
                .to_vec(),
            ];
            for explanation in &analysis.explanations {
                let range = offsets.range(explanation.span);
                rows.push(vec![
                    range.start.to_string(),
                    range.end.to_string(),
                    explanation.recognizer.to_string(),
                    explanation.pattern_name.unwrap_or("-").to_owned(),
                    format!(
                        "{:.2} → {:.2}",
                        explanation.original_score.value(),
                        explanation.score.value()
                    ),
                    match explanation.validation_result {
                        Some(true) => "valid",
                        Some(false) => "invalid",
                        None => "-",
                    }
                    .to_owned(),
                    explanation
                        .supportive_context_word
                        .clone()
                        .unwrap_or_else(|| "-".to_owned()),
                    match &explanation.textual_explanation {
                        Some(reason) => format!("{:?}: {reason}", explanation.outcome),
                        None => format!("{:?}", explanation.outcome),
                    },
                ]);
            }
            output::write_table(out, &rows)?;
        }
        Ok(())
    }
}

//! `redact prompt`: what a language model would be sent for a mail.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};
use redact::mail::visible::visible;
use redact::prompt::{InjectionReport, Language, Marking, PromptEnvelope, Scenario, visible_only};
use redact::{AnonymizerEngine, OsRandom, PlaceholderMap, RedactedText};
use serde_json::json;

use crate::Served;
use crate::engine::EngineOptions;
use crate::input::{DocumentRequest, Format, Input};
use crate::map_file::{self, MapOptions};
use crate::output;

/// Prints exactly what a language model would be sent for a mail, as JSON messages
///
/// The mail is parsed, quotes and signature cut, invisible characters taken out, personal data replaced,
/// and the rest put behind a fence. Nothing is sent. The report says what in the mail tries to instruct
/// the model; it goes to standard error unless --report names a file, and holds no text of the mail.
#[derive(Args)]
pub(crate) struct Prompt {
    #[command(flatten)]
    engine: EngineOptions,

    /// INQUIRY_RESPONSE, SCHEDULE_COORDINATION, BUG_REPORT_ACK or MEETING_FOLLOWUP; by default the one
    /// that the mail's words suggest
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,

    /// What you want to add to the scenario's task
    #[arg(long, value_name = "TEXT")]
    instruction: Option<String>,

    /// Where marks stand in the mail's text
    #[arg(long, value_enum, default_value = "script")]
    marking: Marks,

    /// The language of the answer
    #[arg(long, value_enum, default_value = "ja")]
    answer_in: Answer,

    #[command(flatten)]
    map: MapOptions,

    /// Where to write the report; - or nothing for standard error
    #[arg(long, value_name = "REPORT.json", num_args = 0..=1, default_missing_value = "-")]
    report: Option<PathBuf>,

    #[command(flatten)]
    input: Input,
}

/// Where marks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Marks {
    /// Nowhere
    None,
    /// Where the script changes
    Script,
    /// Behind every eighth character
    Every,
}

/// Languages of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Answer {
    /// Japanese
    Ja,
    /// English
    En,
}

impl Prompt {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        // `--report MAIL.eml` forgets the report's name and must not cost the mail.
        if let Some(path) = &self.report
            && path.extension().is_some_and(|ending| ending == "eml")
        {
            bail!(
                "--report would overwrite {}; name the mail first",
                path.display()
            );
        }
        let (subject, body, report) = match self.input.format() {
            Format::Eml => {
                let mail = self.input.read_mail()?;
                let text = mail.text();
                let body = visible(&text).text(&text);
                let report = InjectionReport::of_mail(&mail, &body);
                (mail.subject().to_owned(), body, report)
            }
            Format::Jsonl => {
                bail!("a prompt is made of one mail or text; JSON Lines do not go with it")
            }
            Format::Text => {
                let body = self.input.read_text()?;
                let report = InjectionReport::of(&body);
                (String::new(), body, report)
            }
        };
        match (body.trim().is_empty(), subject.trim().is_empty()) {
            (true, true) => bail!("there is no text to make a prompt of"),
            (true, false) => output::note("the mail has a subject and no visible text"),
            (false, _) => {}
        }
        let scenario = match &self.scenario {
            Some(name) => Scenario::named(name).ok_or_else(|| {
                let names = Scenario::ALL.map(|scenario| scenario.name);
                anyhow!("there is no such scenario; there are {}", names.join(", "))
            })?,
            None => Scenario::suggest(&format!("{subject}\n{body}")),
        };

        let engine = self.engine.engine()?;
        let mut map_file = self.map.open()?;
        let mut unkept = PlaceholderMap::new();
        let map = match &mut map_file {
            Some(file) => file.map(),
            None => &mut unkept,
        };
        let mut redacted = |text: &str| -> anyhow::Result<RedactedText> {
            let text = visible_only(text).into_text();
            let finds = engine.results(&text, &DocumentRequest::default())?;
            let redacted = AnonymizerEngine::default().anonymize(&text, &finds, map)?;
            if redacted.as_str() != text {
                map.add_document(map_file::digest(redacted.as_str()));
            }
            Ok(redacted)
        };
        let subject = (!subject.is_empty())
            .then(|| redacted(&subject))
            .transpose()?;
        let instruction = self.instruction.as_deref().map(&mut redacted).transpose()?;
        let body = redacted(&body)?;

        let mut builder = PromptEnvelope::builder(scenario)
            .marking(match self.marking {
                Marks::None => Marking::None,
                Marks::Script => Marking::ScriptChanges,
                Marks::Every => Marking::Every(8),
            })
            .language(match self.answer_in {
                Answer::Ja => Language::Japanese,
                Answer::En => Language::English,
            });
        if let Some(subject) = &subject {
            builder = builder.subject(subject);
        }
        if let Some(instruction) = &instruction {
            builder = builder.instruction(instruction);
        }
        let prompt = builder.build(&body, &mut OsRandom)?;

        // The map first: a prompt without its map could never be answered with the values.
        if let Some(file) = &map_file {
            file.save()?;
        }
        drop(map_file);
        let report = json!({
            "scenario": scenario.name,
            "suspicious": report.is_suspicious(),
            "score": report.score(),
            "signals": report.signals(),
            "private_use": prompt.private_use(),
        });
        match self.report.as_deref() {
            Some(path) if path.as_os_str() != "-" => {
                fs::write(path, serde_json::to_vec_pretty(&report)?)
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
            _ => writeln!(io::stderr(), "{report:#}")?,
        }
        let mut out = output::stdout();
        serde_json::to_writer_pretty(&mut out, prompt.messages())?;
        writeln!(out)?;
        out.flush()?;
        Ok(Served::All)
    }
}

//! `redact anonymize`: the text without its personal data.

mod lines;
mod operator;

use std::io::Write;

use anyhow::bail;
use clap::Args;
use redact::anonymizer::operators::Resources;
use redact::{AnonymizerEngine, OsRandom, PlaceholderMap, RecognizerResult, RedactedText};

use crate::engine::EngineOptions;
use crate::input::{DocumentRequest, Format, Input};
use crate::map_file::{self, MapOptions};
use crate::{Served, output};
use operator::OperatorOptions;

/// Prints a text, JSON Lines or a mail with its personal data replaced
///
/// With placeholders (the default), --map says where to keep what stood there, for `redact restore`.
/// An existing map is continued: the same value keeps its placeholder over several texts. One run at a
/// time adds to a map; another one waits.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Anonymize {
    #[command(flatten)]
    engine: EngineOptions,

    #[command(flatten)]
    operator: OperatorOptions,

    #[command(flatten)]
    map: MapOptions,

    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "\
Examples:
  redact anonymize mail.eml --map map.json
  redact anonymize --operator mask --chars-to-mask 4 note.txt
  redact anonymize --input jsonl --map map.json texts.jsonl > redacted.jsonl

Each line of JSON Lines becomes {\"id\", \"text\", \"items\"}: the redacted text and what stands where in it
(code points). No line is printed before the map that restores it is safely on disk.";

impl Anonymize {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let replacer = Replacer {
            anonymizer: AnonymizerEngine::new(self.operator.config()?),
            makes_placeholders: self.operator.is_placeholder(),
        };
        if self.map.is_given() && !replacer.makes_placeholders {
            bail!(
                "--map goes with --operator placeholder: other operators cannot be put back by it"
            );
        }
        let engine = self.engine.engine()?;
        if self.input.format() == Format::Jsonl {
            return lines::run(&engine, &replacer, self.map.open()?, &self.input);
        }
        let text = self.input.read_text()?;
        let found = engine.results(&text, &DocumentRequest::default())?;
        let redacted = match self.map.open()? {
            Some(mut map) => {
                let redacted = replacer.redact(&text, &found, map.map())?;
                // The map first: text without its map could never be restored.
                map.save()?;
                redacted
            }
            None => replacer.redact(&text, &found, &mut PlaceholderMap::new())?,
        };
        let mut out = output::stdout();
        out.write_all(redacted.as_str().as_bytes())?;
        out.flush()?;
        if !self.map.is_given() && replacer.makes_placeholders && !redacted.items().is_empty() {
            tell_that_nothing_is_kept();
        }
        Ok(Served::All)
    }
}

/// Puts something in place of what was found.
struct Replacer {
    anonymizer: AnonymizerEngine,
    makes_placeholders: bool,
}

impl Replacer {
    fn redact(
        &self,
        text: &str,
        found: &[RecognizerResult],
        map: &mut PlaceholderMap,
    ) -> redact::Result<RedactedText> {
        let mut random = OsRandom;
        let mut resources = Resources::none().with_random(&mut random);
        if !self.makes_placeholders {
            return self.anonymizer.anonymize_with(text, found, &mut resources);
        }
        resources = resources.with_map(map);
        let redacted = self
            .anonymizer
            .anonymize_with(text, found, &mut resources)?;
        if redacted.as_str() != text {
            map.add_document(map_file::digest(redacted.as_str()));
        }
        Ok(redacted)
    }
}

fn tell_that_nothing_is_kept() {
    output::note(
        "without --map the values are not kept: what these placeholders stand for cannot be restored",
    );
}

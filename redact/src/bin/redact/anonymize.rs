//! `redact anonymize`: the text without its personal data.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use redact::anonymizer::operators::{
    Encrypt, Hash, HashAlgorithm, Keep, Mask, OperatorConfig, Placeholder, Redact, Replace,
    Resources,
};
use redact::encryption::SecretKey;
use redact::text::units::OffsetUnit;
use redact::{AnonymizerEngine, EntityType, OsRandom, PlaceholderMap};
use serde_json::json;

use crate::Served;
use crate::engine::{Engine, EngineOptions};
use crate::input::{Format, Input};
use crate::output;

/// Prints a text, JSON Lines or a mail with its personal data replaced
///
/// With placeholders (the default), --map says where to keep what stood there, for `redact restore`.
/// An existing map is continued: the same value keeps its placeholder over several texts.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Anonymize {
    #[command(flatten)]
    engine: EngineOptions,

    /// What stands in place of a find
    #[arg(long, value_enum, default_value = "placeholder")]
    operator: Operator,

    /// Where the placeholders' values are kept; the file is the secret, readable by you alone
    #[arg(long, value_name = "MAP.json")]
    map: Option<PathBuf>,

    /// The text for --operator replace; by default the kind, such as <EMAIL_ADDRESS>
    #[arg(long, value_name = "TEXT")]
    new_value: Option<String>,

    /// The character for --operator mask
    #[arg(long, value_name = "C", default_value_t = '*')]
    masking_char: char,

    /// How many characters --operator mask covers from the end; by default all
    #[arg(long, value_name = "N")]
    chars_to_mask: Option<usize>,

    /// A salt of at least 16 bytes for --operator hash, so that equal values of several runs have equal
    /// hashes; by default a random one for each run
    #[arg(long, value_name = "SALT")]
    salt: Option<String>,

    /// The key for --operator encrypt: a file with 64 hexadecimal digits, readable by you alone
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,

    #[command(flatten)]
    input: Input,
}

/// Operators by their names in Presidio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Operator {
    /// A numbered placeholder such as [EMAIL_1], which `redact restore` puts back
    Placeholder,
    /// A fixed text
    Replace,
    /// Nothing
    Redact,
    /// Characters covered by another
    Mask,
    /// A salted SHA-256
    Hash,
    /// The value, encrypted under --key-file (XChaCha20-Poly1305, base64)
    Encrypt,
    /// The value itself: shows what would be touched
    Keep,
}

const EXAMPLES: &str = "\
Examples:
  redact anonymize mail.eml --map map.json
  redact anonymize --operator mask --chars-to-mask 4 note.txt
  redact anonymize --input jsonl --map map.json texts.jsonl > redacted.jsonl

Each line of JSON Lines becomes {\"id\", \"text\", \"items\"}: the redacted text and what stands where in it
(code points).";

impl Anonymize {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let engine = self.engine.engine()?;
        let anonymizer = AnonymizerEngine::new(self.operator()?);
        let mut map = self.read_map()?;
        let served = if self.input.format() == Format::Jsonl {
            self.run_lines(&engine, &anonymizer, &mut map)?
        } else {
            let text = self.input.read_text()?;
            let redacted = self.redact(&engine, &anonymizer, None, &text, &mut map)?;
            // The map first: text without its map could never be restored.
            self.write_map(&map)?;
            let mut out = output::stdout();
            out.write_all(redacted.as_str().as_bytes())?;
            out.flush()?;
            return Ok(Served::All);
        };
        self.write_map(&map)?;
        Ok(served)
    }

    fn run_lines(
        &self,
        engine: &Engine,
        anonymizer: &AnonymizerEngine,
        map: &mut PlaceholderMap,
    ) -> anyhow::Result<Served> {
        let mut served = Served::All;
        let mut lines = self.input.lines()?;
        let mut out = output::stdout();
        while let Some(line) = lines.next_document()? {
            let answer = match line {
                Ok(document) => {
                    let entities = document.entities.as_deref();
                    let redacted =
                        self.redact(engine, anonymizer, entities, &document.text, map)?;
                    let items = output::items_json(&redacted, OffsetUnit::CodePoints);
                    let mut answer = json!({"text": redacted.as_str(), "items": items});
                    if let (Some(id), Some(fields)) = (document.id, answer.as_object_mut()) {
                        fields.insert("id".into(), id);
                    }
                    answer
                }
                Err(bad) => {
                    served = Served::Some;
                    json!({"line": bad.number, "error": bad.error})
                }
            };
            serde_json::to_writer(&mut out, &answer)?;
            writeln!(out)?;
        }
        out.flush()?;
        Ok(served)
    }

    fn redact(
        &self,
        engine: &Engine,
        anonymizer: &AnonymizerEngine,
        entities: Option<&[EntityType]>,
        text: &str,
        map: &mut PlaceholderMap,
    ) -> anyhow::Result<redact::RedactedText> {
        let results = engine.results(text, entities)?;
        let mut random = OsRandom;
        let mut resources = Resources::none().with_random(&mut random);
        if self.operator == Operator::Placeholder {
            resources = resources.with_map(map);
        }
        Ok(anonymizer.anonymize_with(text, &results, &mut resources)?)
    }

    fn operator(&self) -> anyhow::Result<OperatorConfig> {
        Ok(match self.operator {
            Operator::Placeholder => Placeholder.into(),
            Operator::Replace => match &self.new_value {
                Some(text) => Replace::with(text.clone()).into(),
                None => Replace::with_type().into(),
            },
            Operator::Redact => Redact.into(),
            Operator::Mask => match self.chars_to_mask {
                Some(count) => Mask::last(self.masking_char, count).into(),
                None => Mask::all(self.masking_char).into(),
            },
            Operator::Hash => match &self.salt {
                Some(salt) => Hash::new(HashAlgorithm::Sha256, salt.as_bytes())?.into(),
                None => Hash::with_random_salt(HashAlgorithm::Sha256, &mut OsRandom)?.into(),
            },
            Operator::Encrypt => Encrypt::new(self.key()?).into(),
            Operator::Keep => Keep.into(),
        })
    }

    fn key(&self) -> anyhow::Result<SecretKey> {
        let path = self
            .key_file
            .as_deref()
            .context("--operator encrypt needs --key-file")?;
        let digits = crate::input::read_utf8(path)?;
        // The error names the file alone: what stands in it is a secret.
        let key = hexadecimal(digits.trim())
            .with_context(|| format!("{} does not hold 64 hexadecimal digits", path.display()))?;
        Ok(SecretKey::new(key))
    }

    /// The map to go on with: the one in the file, or an empty one.
    fn read_map(&self) -> anyhow::Result<PlaceholderMap> {
        match &self.map {
            Some(_) if self.operator != Operator::Placeholder => {
                bail!("--map goes with --operator placeholder: other operators cannot be put back")
            }
            Some(path) if path.exists() => crate::map_file::read(path),
            _ => Ok(PlaceholderMap::new()),
        }
    }

    fn write_map(&self, map: &PlaceholderMap) -> anyhow::Result<()> {
        let Some(path) = &self.map else { return Ok(()) };
        let bytes = serde_json::to_vec_pretty(map)?;
        // Beside the file first, so that a full disk does not cost the map that was there.
        let beside = path.with_extension("json.new");
        crate::map_file::write_private(&beside, &bytes)
            .and_then(|()| fs::rename(&beside, path))
            .with_context(|| format!("cannot write {}", path.display()))
    }
}

/// The bytes that 64 hexadecimal digits say.
fn hexadecimal(digits: &str) -> Option<[u8; 32]> {
    let values: Option<Vec<u8>> = digits
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
        .collect();
    let values: [u8; 64] = values?.try_into().ok()?;
    let mut key = [0; 32];
    for (byte, pair) in key.iter_mut().zip(values.chunks_exact(2)) {
        *byte = pair.iter().fold(0, |byte, digit| byte << 4 | digit);
    }
    Some(key)
}

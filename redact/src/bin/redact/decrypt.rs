//! `redact decrypt`: turns back what `redact anonymize --operator encrypt` wrote.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use redact::anonymizer::AnonymizedItem;
use redact::anonymizer::operators::Encrypt;
use redact::presidio::recognizers::catalogue;
use redact::text::Span;
use redact::{DeanonymizeEngine, DeanonymizeOperator, EntityType, Score};
use serde_json::{Value, json};

use crate::input::{Format, Input, Next};
use crate::{Served, output, secret_file};

/// Prints a text or JSON Lines with its encrypted values decrypted
///
/// In JSON Lines the "items" say where encrypted values stand. In a text they are found by themselves: only what
/// the key opens is replaced. What looks like an encrypted value and is not opened stays, is counted on
/// standard error, and makes the exit status 1.
#[derive(Args)]
pub(crate) struct Decrypt {
    /// The key: a file with 64 hexadecimal digits, readable by you alone
    #[arg(long, value_name = "FILE")]
    key_file: PathBuf,

    /// Kinds of your own that may stand in a text, those of a deny list for instance
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    entities: Vec<String>,

    #[command(flatten)]
    input: Input,
}

/// The shortest encrypted value: a nonce of 24 bytes and a tag of 16, in base64.
const MIN_LENGTH: usize = 56;

/// Longer runs are tried as a whole only.
const MAX_SEARCHED: usize = 4096;

/// Letters that may be glued to the front of an encrypted value.
const MAX_GLUED: usize = 24;

/// Parts that are tried in one text, beside whole runs; bounds the time that a hostile text can take.
const MAX_PARTS: usize = 20_000;

impl Decrypt {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let encrypt = Encrypt::new(secret_file::read_key(&self.key_file)?);
        match self.input.format() {
            Format::Jsonl => self.run_lines(&encrypt),
            Format::Eml => {
                bail!("decrypt takes a text or JSON Lines; say --input text for a redacted mail")
            }
            Format::Text => {
                let text = self.input.read_text()?;
                let (text, left) = self.decrypt_text(&encrypt, &text);
                let mut out = output::stdout();
                out.write_all(text.as_bytes())?;
                out.flush()?;
                Ok(tell(left))
            }
        }
    }

    fn run_lines(&self, encrypt: &Encrypt) -> anyhow::Result<Served> {
        let mut served = Served::All;
        let mut left = 0;
        let mut lines = self.input.lines()?;
        let mut out = output::stdout();
        while let Next::Line(line) = lines.next_raw(None)? {
            let answer = match self.decrypt_line(encrypt, &line) {
                Ok((answer, of_line)) => {
                    left += of_line;
                    answer
                }
                Err(error) => {
                    served = Served::Some;
                    lines.bad(&error).json(None)
                }
            };
            serde_json::to_writer(&mut out, &answer)?;
            writeln!(out)?;
        }
        out.flush()?;
        Ok(if tell(left) == Served::Some {
            Served::Some
        } else {
            served
        })
    }

    fn decrypt_line(&self, encrypt: &Encrypt, line: &[u8]) -> Result<(Value, usize), String> {
        let wrong = || "a JSON object with \"text\" and \"items\" is expected".to_owned();
        let mut value: Value = serde_json::from_slice(line)
            .map_err(|error| format!("not JSON (column {})", error.column()))?;
        let fields = value.as_object_mut().ok_or_else(wrong)?;
        let Some(Value::String(text)) = fields.remove("text") else {
            return Err(wrong());
        };
        let (decrypted, left) = match fields.remove("items") {
            Some(Value::Array(items)) => {
                let places: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
                let byte = |offset: usize| match places.get(offset) {
                    Some(byte) => Some(*byte),
                    None => (offset == places.len()).then_some(text.len()),
                };
                let items: Option<Vec<AnonymizedItem>> =
                    items.iter().map(|item| item_of(item, byte)).collect();
                let operator = DeanonymizeOperator::Decrypt(encrypt.clone());
                let decrypted = DeanonymizeEngine::new(operator)
                    .deanonymize(&text, &items.ok_or_else(wrong)?)
                    .map_err(|error| error.to_string())?;
                (decrypted.into_text(), 0)
            }
            None => self.decrypt_text(encrypt, &text),
            Some(_) => return Err(wrong()),
        };
        let mut answer = json!({"text": decrypted});
        if let (Some(id), Some(fields)) = (fields.remove("id"), answer.as_object_mut()) {
            fields.insert("id".into(), id);
        }
        Ok((answer, left))
    }

    /// The text with everything decrypted that the key opens, and how much it does not.
    fn decrypt_text(&self, encrypt: &Encrypt, text: &str) -> (String, usize) {
        let mut search = Search {
            encrypt,
            kinds: self.kinds(),
            parts: MAX_PARTS,
        };
        let (mut output, mut copied, mut left) = (String::with_capacity(text.len()), 0, 0);
        for (start, run) in runs(text) {
            match search.open(run) {
                Some(opened) => {
                    output.push_str(text.get(copied..start).unwrap_or_default());
                    output.push_str(&opened);
                    copied = start + run.len();
                }
                None => left += 1,
            }
        }
        output.push_str(text.get(copied..).unwrap_or_default());
        (output, left)
    }

    /// The kinds whose values may be encrypted: each value is bound to its kind.
    fn kinds(&self) -> Vec<EntityType> {
        let own = self.entities.iter().cloned().map(EntityType::new);
        let of_presidio = catalogue().map(|class| EntityType::new(class.entity));
        let mut kinds = Vec::new();
        for kind in own
            .chain(EntityType::BUILT_IN.iter().cloned())
            .chain(of_presidio)
        {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }
}

/// Says what was not opened.
fn tell(left: usize) -> Served {
    if left == 0 {
        return Served::All;
    }
    output::note(&format!(
        "{left} that may be encrypted stayed: the key does not open them, or their kind must be named with --entities"
    ));
    Served::Some
}

/// An item of a line; `byte` says at which byte a code point begins.
fn item_of(item: &Value, byte: impl Fn(usize) -> Option<usize>) -> Option<AnonymizedItem> {
    let place = |field: &str| byte(usize::try_from(item.get(field)?.as_u64()?).ok()?);
    let name = |field: &str| item.get(field)?.as_str().map(str::to_owned);
    let (start, end) = (place("start")?, place("end")?);
    (start <= end).then_some(AnonymizedItem {
        entity_type: EntityType::new(name("entity_type")?),
        source: Span::new(start, end),
        span: Span::new(start, end),
        operator: name("operator")?.into(),
        score: Score::ONE,
    })
}

/// Runs of base64 (URL-safe, RFC 4648, section 5) that may hold an encrypted value, with their padding.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            let rest = bytes.get(at..)?;
            let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            let digits = rest.iter().take_while(|byte| is_digit(**byte)).count();
            let padding = rest
                .iter()
                .skip(digits)
                .take(2)
                .take_while(|byte| **byte == b'=')
                .count();
            at += (digits + padding).max(1);
            if digits + padding >= MIN_LENGTH {
                return Some((start, text.get(start..at)?));
            }
        }
        None
    })
}

/// Tries the key on runs.
struct Search<'e> {
    encrypt: &'e Encrypt,
    kinds: Vec<EntityType>,
    parts: usize,
}

impl Search<'_> {
    /// A run with its values decrypted: the whole, or parts of it where something is glued to a value or
    /// several values stand together.
    fn open(&mut self, run: &str) -> Option<String> {
        if let Some(value) = self.value(run) {
            return Some(value);
        }
        if run.len() > MAX_SEARCHED {
            return None;
        }
        let (mut output, mut at, mut is_opened) = (String::new(), 0, false);
        while let Some((start, end, value)) = self.part(run, at) {
            output.push_str(run.get(at..start)?);
            output.push_str(&value);
            at = end;
            is_opened = true;
        }
        output.push_str(run.get(at..)?);
        is_opened.then_some(output)
    }

    /// The next value in a run from `from` on: where it begins and ends, and what it is.
    fn part(&mut self, run: &str, from: usize) -> Option<(usize, usize, String)> {
        for start in from..=from + MAX_GLUED {
            let mut end = start + MIN_LENGTH;
            while end <= run.len() {
                self.parts = self.parts.checked_sub(1)?;
                if let Some(value) = self.value(run.get(start..end)?) {
                    return Some((start, end, value));
                }
                end += 4;
            }
        }
        None
    }

    fn value(&self, encrypted: &str) -> Option<String> {
        self.kinds
            .iter()
            .find_map(|kind| self.encrypt.decrypt(kind, encrypted).ok())
    }
}

//! JSON Lines: no answer is printed before the map that restores it is safely on disk.
//!
//! Answers wait in memory while the map has news. Writing a map costs as much as the whole of it, so that a
//! map for every line would be quadratic; each writing is therefore followed by a pause that is several
//! times as long. The cost stays a fixed part of the run, and an answer waits a moment at most.

use std::io::Write;
use std::time::{Duration, Instant};

use redact::PlaceholderMap;
use redact::text::units::OffsetUnit;
use serde_json::{Value, json};

use super::{Replacer, tell_that_nothing_is_kept};
use crate::Served;
use crate::engine::Engine;
use crate::input::{Document, Input, Lines, Next};
use crate::map_file::MapFile;
use crate::output;

/// The pause after a writing, as a multiple of the time it took.
const PAUSE_FACTOR: u32 = 10;

/// The shortest pause between two writings.
const MIN_PAUSE: Duration = Duration::from_millis(40);

/// Answers that wait for no map are printed when they are this many bytes.
const MAX_PENDING: usize = 1 << 16;

/// Redacts every line of the input.
pub(super) fn run(
    engine: &Engine,
    replacer: &Replacer,
    file: Option<MapFile>,
    input: &Input,
) -> anyhow::Result<Served> {
    let mut lines = input.lines()?;
    let mut answers = Answers::new(file);
    let served = answer_all(engine, replacer, &mut lines, &mut answers);
    // Whatever stopped the run: what is answered goes out, with its map.
    let finished = answers.finish();
    let served = served?;
    finished?;
    if answers.made_unkept {
        tell_that_nothing_is_kept();
    }
    Ok(served)
}

fn answer_all(
    engine: &Engine,
    replacer: &Replacer,
    lines: &mut Lines,
    answers: &mut Answers,
) -> anyhow::Result<Served> {
    let mut served = Served::All;
    loop {
        let answer = match lines.next(answers.due())? {
            Next::End => return Ok(served),
            Next::Idle => {
                answers.release()?;
                continue;
            }
            Next::Line(Ok(document)) => match engine.results(&document.text, &document.request) {
                Ok(found) => {
                    let redacted = replacer.redact(&document.text, &found, answers.map())?;
                    answers.note(replacer, &redacted);
                    answer(document, &redacted)
                }
                Err(error) => {
                    served = Served::Some;
                    lines.bad(&error).json(document.id)
                }
            },
            Next::Line(Err(bad)) => {
                served = Served::Some;
                bad.json(None)
            }
        };
        answers.add(&answer)?;
    }
}

fn answer(document: Document, redacted: &redact::RedactedText) -> Value {
    let items = output::items_json(redacted, OffsetUnit::CodePoints);
    let mut answer = json!({"text": redacted.as_str(), "items": items});
    if let (Some(id), Some(fields)) = (document.id, answer.as_object_mut()) {
        fields.insert("id".into(), id);
    }
    answer
}

/// The answers on their way out, and the map they need.
struct Answers {
    file: Option<MapFile>,
    /// The map of a run that keeps none.
    unkept: PlaceholderMap,
    made_unkept: bool,
    pending: Vec<u8>,
    /// When the map may be written again.
    due: Instant,
    is_saved: bool,
}

impl Answers {
    fn new(file: Option<MapFile>) -> Self {
        Self {
            file,
            unkept: PlaceholderMap::new(),
            made_unkept: false,
            pending: Vec::new(),
            due: Instant::now(),
            is_saved: false,
        }
    }

    fn map(&mut self) -> &mut PlaceholderMap {
        match &mut self.file {
            Some(file) => file.map(),
            None => &mut self.unkept,
        }
    }

    fn note(&mut self, replacer: &Replacer, redacted: &redact::RedactedText) {
        self.made_unkept |=
            self.file.is_none() && replacer.makes_placeholders && !redacted.items().is_empty();
    }

    /// How long the answers may wait for more; nothing when none waits.
    fn due(&self) -> Option<Duration> {
        (!self.pending.is_empty()).then(|| self.due.saturating_duration_since(Instant::now()))
    }

    fn add(&mut self, answer: &Value) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.pending, answer)?;
        self.pending.push(b'\n');
        let is_due = match self.file {
            Some(_) => Instant::now() >= self.due,
            None => self.pending.len() >= MAX_PENDING,
        };
        if is_due { self.release() } else { Ok(()) }
    }

    /// Writes the map, then prints what waits for it. After a failure nothing waits any more.
    fn release(&mut self) -> anyhow::Result<()> {
        let pending = std::mem::take(&mut self.pending);
        if let Some(file) = &self.file {
            let took = file.save()?;
            self.is_saved = true;
            self.due = Instant::now() + MIN_PAUSE.max(took * PAUSE_FACTOR);
        }
        let mut out = output::stdout();
        out.write_all(&pending)?;
        out.flush()?;
        Ok(())
    }

    fn finish(&mut self) -> anyhow::Result<()> {
        if self.pending.is_empty() && self.is_saved {
            return Ok(());
        }
        self.release()
    }
}

//! JSON Lines: values go into the strings of each line, escaped as JSON needs it.

use std::io::Write as _;

use redact::{PlaceholderMap, Restorer};
use serde_json::Value;

use super::is_known;
use super::notice::Notice;
use crate::input::{Input, Next};
use crate::{Served, output};

/// Restores every line of the input.
pub(super) fn run(
    restorer: &Restorer<'_>,
    map: &PlaceholderMap,
    input: &Input,
) -> anyhow::Result<Served> {
    let mut served = Served::All;
    let mut lines = input.lines()?;
    let mut notice = Notice::default();
    let mut out = output::stdout();
    while let Next::Line(line) = lines.next_raw(None)? {
        match Line::parse(&line) {
            Ok(line) => {
                let known = line.text.is_some_and(|text| is_known(map, &text));
                let (text, report) = restorer.restore_json(&line.json).into_parts();
                notice.add(&report, known);
                out.write_all(text.as_bytes())?;
            }
            Err(error) => {
                served = Served::Some;
                serde_json::to_writer(&mut out, &lines.bad(&error).json(None))?;
            }
        }
        writeln!(out)?;
    }
    out.flush()?;
    notice.print();
    Ok(served)
}

/// A line that is JSON.
struct Line {
    json: String,
    /// Its field "text".
    text: Option<String>,
}

impl Line {
    /// Fails unless the line is a whole JSON value: in what is none, nobody can say where a string ends.
    fn parse(line: &[u8]) -> Result<Self, String> {
        let json = std::str::from_utf8(line).map_err(|error| {
            format!("not UTF-8 from byte {} of the line on", error.valid_up_to())
        })?;
        let mut value: Value = serde_json::from_str(json).map_err(|error| {
            format!(
                "not JSON ({:?} error at column {})",
                error.classify(),
                error.column()
            )
        })?;
        let Some(fields) = value.as_object_mut() else {
            return Ok(Self {
                json: json.to_owned(),
                text: None,
            });
        };
        let text = match fields.get("text") {
            Some(Value::String(text)) => Some(text.clone()),
            _ => None,
        };
        let json = if text.is_some() && fields.get("items").is_some_and(Value::is_array) {
            // They say where placeholders stood, which is true of the redacted text alone.
            fields.remove("items");
            value.to_string()
        } else {
            json.to_owned()
        };
        Ok(Self { json, text })
    }
}

//! Writing results and errors.

use std::io::{self, BufWriter, IsTerminal, Write};

use redact::analyzer::AnalysisExplanation;
use redact::text::units::{OffsetConverter, OffsetUnit};
use redact::{RecognizerResult, RedactedText};
use serde_json::{Value, json};

/// Standard output, buffered.
pub(crate) fn stdout() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Whether a person reads standard output.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Tells the person what went wrong, on standard error.
pub(crate) fn report(error: &anyhow::Error) {
    // If standard error is gone as well, there is nobody left to tell.
    let _ = writeln!(io::stderr(), "redact: {error:#}");
}

/// Tells the person something that is no failure, on standard error, in one line.
pub(crate) fn note(message: &str) {
    let _ = writeln!(io::stderr(), "redact: {message}");
}

/// Whether an error means only that the reader of our output has gone.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| {
            let written = cause.downcast_ref::<io::Error>().map(io::Error::kind);
            // The JSON writer's error does not show the error of the pipe as its source.
            let serialized = || cause.downcast_ref::<serde_json::Error>()?.io_error_kind();
            written.or_else(serialized)
        })
        .any(|kind| kind == io::ErrorKind::BrokenPipe)
}

/// Results as the JSON that the command line promises, offsets in `unit`.
pub(crate) fn results_json(
    text: &str,
    results: &[RecognizerResult],
    unit: OffsetUnit,
) -> Vec<Value> {
    let mut offsets = OffsetConverter::new(text, unit);
    results
        .iter()
        .map(|result| {
            let range = offsets.range(result.span);
            json!({
                "entity_type": result.entity_type,
                "start": range.start,
                "end": range.end,
                "score": result.score,
                "recognizer": result.recognizer,
            })
        })
        .collect()
}

/// What stands where in a redacted text, offsets in `unit`.
pub(crate) fn items_json(redacted: &RedactedText, unit: OffsetUnit) -> Vec<Value> {
    let mut offsets = OffsetConverter::new(redacted.as_str(), unit);
    let items = redacted.items().iter();
    items
        .map(|item| {
            let span = item.span.range();
            json!({
                "entity_type": item.entity_type,
                "start": offsets.offset(span.start),
                "end": offsets.offset(span.end),
                "operator": item.operator,
            })
        })
        .collect()
}

/// Explanations as JSON, offsets in `unit`.
pub(crate) fn explanations_json(
    text: &str,
    explanations: &[AnalysisExplanation],
    unit: OffsetUnit,
) -> anyhow::Result<Vec<Value>> {
    let mut offsets = OffsetConverter::new(text, unit);
    explanations
        .iter()
        .map(|explanation| {
            let range = offsets.range(explanation.span);
            let mut value = serde_json::to_value(explanation)?;
            if let Some(fields) = value.as_object_mut() {
                fields.insert("start".into(), range.start.into());
                fields.insert("end".into(), range.end.into());
            }
            Ok(value)
        })
        .collect()
}

/// Rows with columns as wide as their content; the last column runs free.
pub(crate) fn write_table(out: &mut impl Write, rows: &[Vec<String>]) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    for row in rows {
        for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            if column + 1 == row.len() {
                writeln!(out, "{cell}")?;
            } else {
                let padding = width - cell.chars().count();
                write!(out, "{cell}{:padding$}  ", "")?;
            }
        }
    }
    Ok(())
}

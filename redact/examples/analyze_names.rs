//! Reads JSON Lines with a `text` each and writes the names found, offsets in code points: the form
//! that scoring programs read.
//!
//! A number behind the operating point repeats each analysis, to measure its rate.
//!
//! `cargo run --release --example analyze_names -- recall < texts.jsonl`

use std::io::{BufRead as _, Write as _};
use std::time::Instant;

use redact::names::PersonRecognizer;
use redact::recognizer::OperatingPoint;
use redact::recognizer::{EntityRecognizer as _, Findings};
use redact::text::NormalizedText;
use redact::text::units::{OffsetConverter, OffsetUnit};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let point = match std::env::args().nth(1).as_deref() {
        Some("balanced") => OperatingPoint::Balanced,
        _ => OperatingPoint::Recall,
    };
    let start = Instant::now();
    let recognizer = PersonRecognizer::new(point)?;
    let ready = start.elapsed();
    let repeat = std::env::args()
        .nth(2)
        .and_then(|times| times.parse().ok())
        .unwrap_or(1);
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let (mut bytes, mut spent) = (0, std::time::Duration::ZERO);
    for line in std::io::stdin().lock().lines() {
        let input: serde_json::Value = serde_json::from_str(&line?)?;
        let text = input["text"].as_str().unwrap_or_default();
        let normalized = NormalizedText::new(text);
        let mut findings = Findings::new(true);
        for _ in 0..repeat {
            findings = Findings::new(true);
            let start = Instant::now();
            recognizer.analyze(&normalized, &mut findings)?;
            spent += start.elapsed();
            bytes += text.len();
        }
        let mut converter = OffsetConverter::new(text, OffsetUnit::CodePoints);
        let results: Vec<_> = findings
            .finds()
            .iter()
            .map(|find| {
                let range = converter.range(normalized.to_original(find.span));
                serde_json::json!({
                    "entity_type": find.entity_type.as_str(),
                    "start": range.start,
                    "end": range.end,
                    "score": find.score.value(),
                    "why": find.explanation.as_deref(),
                })
            })
            .collect();
        serde_json::to_writer(
            &mut out,
            &serde_json::json!({"id": input["id"], "results": results}),
        )?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    let rate = f64::from(u32::try_from(bytes)?) / spent.as_secs_f64() / 1e6;
    writeln!(
        std::io::stderr(),
        "ready in {ready:?}; {bytes} bytes at {rate:.1} MB/s"
    )?;
    Ok(())
}

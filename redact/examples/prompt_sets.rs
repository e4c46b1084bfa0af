//! Measures the injection report on JSON Lines with `text` and `source`: detection, or false alarms,
//! by source. With `--show N` also what decided the first N texts of each outcome, by line number.
//!
//! `cargo run --example prompt_sets --features prompt -- attacks.jsonl benign.jsonl`

#![allow(clippy::print_stdout, reason = "this program prints its result")]

use std::collections::BTreeMap;
use std::process::ExitCode;

use redact::prompt::InjectionReport;

fn main() -> ExitCode {
    let mut ok = true;
    let verbose = std::env::args().any(|argument| argument == "--verbose");
    for path in std::env::args().skip(1).filter(|path| path != "--verbose") {
        let Ok(lines) = std::fs::read_to_string(&path) else {
            println!("{path}: cannot be read");
            ok = false;
            continue;
        };
        let mut by_source: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (number, line) in (1..).zip(lines.lines()) {
            // Any other file is one text.
            let (text, source) = match serde_json::from_str::<serde_json::Value>(line) {
                Ok(value) if path.ends_with(".jsonl") => (
                    value["text"].as_str().unwrap_or_default().to_owned(),
                    value["source"].as_str().unwrap_or_default().to_owned(),
                ),
                _ => (lines.clone(), path.clone()),
            };
            let report = InjectionReport::of(&text);
            let count = by_source.entry(source.clone()).or_default();
            count.0 += usize::from(report.is_suspicious());
            count.1 += 1;
            if verbose {
                let rules: Vec<&str> = report.signals().iter().map(|signal| signal.rule).collect();
                let mut rules = rules;
                rules.sort_unstable();
                rules.dedup();
                println!("{number}\t{source}\t{report}\t{}", rules.join(","));
            }
            if !path.ends_with(".jsonl") {
                break;
            }
        }
        for (source, (flagged, all)) in by_source {
            println!("{flagged}/{all}\t{source}");
        }
    }
    if ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

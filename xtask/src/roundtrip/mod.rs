//! Does every text come back byte for byte from its redacted form?

mod generate;

use std::io::Write as _;
use std::process::Command;

use anyhow::{Context as _, bail};
use generate::Generator;
use redact::placeholder::RestorePolicy;
use redact::{AnalyzerEngine, AnonymizerEngine, EntityType, PlaceholderMap, Restorer};

/// Redact and restore generated texts, and compare
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many texts
    #[arg(long, default_value_t = 100_000)]
    texts: usize,
    /// Where the series of texts begins; equal seeds make equal texts
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    if cfg!(debug_assertions) {
        // Without optimization this would take ten times as long.
        return crate::run(
            Command::new("cargo")
                .args(["run", "--quiet", "--release", "--package", "xtask", "--"])
                .args(["roundtrip", "--texts", &arguments.texts.to_string()])
                .args(["--seed", &arguments.seed.to_string()]),
        );
    }
    let step = (arguments.texts / 10).max(1);
    let counts = check(arguments.seed, arguments.texts, |done| {
        if done.is_multiple_of(step) {
            let mut progress = std::io::stderr();
            // If standard error is gone, nobody waits for the progress.
            let _ = writeln!(progress, "{done} of {} texts", arguments.texts);
        }
    })?;
    writeln!(
        std::io::stdout(),
        "{} texts in {} cases, {} bytes, {} placeholders: all came back byte for byte",
        counts.texts,
        counts.cases,
        counts.bytes,
        counts.placeholders
    )?;
    Ok(())
}

#[derive(Default)]
struct Counts {
    texts: usize,
    cases: usize,
    bytes: usize,
    placeholders: usize,
}

/// Redacts and restores `wanted` texts, several of them under one map; the first that does not come
/// back is an error that shows it (all of them are made up).
fn check(seed: u64, wanted: usize, mut progress: impl FnMut(usize)) -> anyhow::Result<Counts> {
    let engine = AnalyzerEngine::builder().build()?;
    let anonymizer = AnonymizerEngine::default();
    let mut generator = Generator::new(seed)?;
    let mut counts = Counts::default();
    while counts.texts < wanted {
        let mut map = PlaceholderMap::new();
        let mut case = Vec::new();
        for _ in 0..(1 + generator.below(4)).min(wanted - counts.texts) {
            let text = generator.text();
            let results = engine.analyze(&text)?;
            let redacted = anonymizer
                .anonymize(&text, &results, &mut map)
                .with_context(|| format!("text {} of seed {seed}: {text:?}", counts.texts))?;
            counts.texts += 1;
            counts.bytes += text.len();
            counts.placeholders += redacted.items().len();
            progress(counts.texts);
            case.push((text, redacted));
        }
        counts.cases += 1;
        let policy = RestorePolicy::new().naming(EntityType::JP_MY_NUMBER);
        let restorer = Restorer::new(&map).with_policy(policy);
        for (text, redacted) in &case {
            let answer = restorer.restore(redacted.as_str());
            if answer.text() != text {
                bail!(
                    "seed {seed}, case {}, {} texts so far:\n{text:?}\nbecame\n{:?}\nand came back as\n{:?}",
                    counts.cases,
                    counts.texts,
                    redacted.as_str(),
                    answer.text()
                );
            }
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_texts_come_back() {
        let counts = check(7, 1000, |_| ()).unwrap();
        assert_eq!(counts.texts, 1000);
        // Texts without finds would prove nothing.
        assert!(counts.placeholders > 1000, "{}", counts.placeholders);
    }
}

//! Other packages and ours over the same documents, in turn within one run, so that a machine that
//! changes its speed changes both. Prints medians and the ratio.
#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a report to read, of figures far below 2^52"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use benches::documents::{Language, documents};
use benches::hostile;
use clap::Parser;
use redact::AnalyzerEngine;

/// Measures rates, interleaved with other packages where they are compiled in (feature `peers`)
#[derive(Parser)]
struct Options {
    /// How many rounds; medians are printed
    #[arg(long, default_value_t = 9)]
    rounds: usize,

    /// How much text of each language, in MB
    #[arg(long, default_value_t = 4)]
    megabytes: usize,

    /// Leave names and addresses out: the rules alone
    #[arg(long)]
    rules_only: bool,

    /// Measure hostile inputs too: rate at 1 MB, and time per byte against that at 10 KB
    #[arg(long)]
    hostile: bool,
}

fn main() {
    let options = Options::parse();
    println!(
        "{:10} {:>14} {:>14} {:>8}",
        "documents", "redact MB/s", "datafog MB/s", "ratio"
    );
    for language in [Language::English, Language::Japanese] {
        compare(language, &options);
    }
    if options.hostile {
        measure_hostile(&engine(&options));
    }
}

fn engine(options: &Options) -> AnalyzerEngine {
    let builder = AnalyzerEngine::builder();
    let builder = if options.rules_only {
        builder.without(&["jp/person", "jp/address"])
    } else {
        builder
    };
    builder.build().expect("the default engine builds")
}

fn compare(language: Language, options: &Options) {
    let documents = documents(language, options.megabytes * 1_000_000);
    let megabytes = documents.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let engine = engine(options);
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for _ in 0..options.rounds {
        ours.push(time(|| {
            for document in &documents {
                black_box(
                    engine
                        .analyze(black_box(document))
                        .expect("rules do not fail"),
                );
            }
        }));
        theirs.extend(peer(&documents));
    }
    let rate = |times: &mut Vec<Duration>| {
        times.sort();
        times
            .get(times.len() / 2)
            .map(|median| megabytes / median.as_secs_f64())
    };
    let (ours, theirs) = (rate(&mut ours), rate(&mut theirs));
    let show = |rate: Option<f64>| rate.map_or_else(|| "-".to_owned(), |rate| format!("{rate:.1}"));
    let ratio = ours.zip(theirs).map(|(ours, theirs)| ours / theirs);
    println!(
        "{:10} {:>14} {:>14} {:>8}",
        format!("{language:?}"),
        show(ours),
        show(theirs),
        show(ratio)
    );
}

#[cfg(feature = "peers")]
#[allow(clippy::unnecessary_wraps, reason = "without peers there is none")]
fn peer(documents: &[String]) -> Option<Duration> {
    Some(time(|| {
        for document in documents {
            black_box(datafog_core::scan(black_box(document)));
        }
    }))
}

#[cfg(not(feature = "peers"))]
#[allow(clippy::unnecessary_wraps, reason = "with peers there is a time")]
fn peer(_: &[String]) -> Option<Duration> {
    None
}

fn measure_hostile(engine: &AnalyzerEngine) {
    println!("\n{:32} {:>12} {:>10}", "hostile, 1 MB", "MB/s", "vs 10 KB");
    let mut rates = Vec::new();
    for input in hostile::ALL {
        let (small, large) = (input.text(10_000), input.text(1_000_000));
        let best = |text: &str, rounds: usize| {
            let runs =
                (0..rounds).map(|_| time(|| drop(black_box(engine.analyze(black_box(text))))));
            runs.min().unwrap_or_default().as_secs_f64() / text.len() as f64
        };
        let (small, large) = (best(&small, 50), best(&large, 3));
        rates.push((1.0 / large / 1e6, large / small, input.name));
    }
    rates.sort_by(|one, two| one.0.total_cmp(&two.0));
    for (rate, growth, name) in rates {
        println!("{name:32} {rate:>12.1} {growth:>10.2}");
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

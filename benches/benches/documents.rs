//! Whole documents through an engine with every default rule, and hostile inputs.

use std::hint::black_box;

use benches::documents::{Language, documents};
use benches::hostile;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redact::AnalyzerEngine;

fn ordinary(criterion: &mut Criterion) {
    let everything = AnalyzerEngine::builder()
        .build()
        .expect("the default engine builds");
    let rules = AnalyzerEngine::builder()
        .without(&["jp/person", "jp/address"])
        .build()
        .expect("an engine of rules builds");
    let engines = [("everything", &everything), ("rules", &rules)];
    let mut group = criterion.benchmark_group("documents");
    let languages = [Language::English, Language::Japanese];
    for (language, (name, engine)) in languages
        .into_iter()
        .flat_map(|language| engines.map(|engine| (language, engine)))
    {
        let documents = documents(language, 1 << 20);
        let bytes: usize = documents.iter().map(String::len).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(format!("{language:?}, {name}"), |bencher| {
            bencher.iter(|| {
                for document in &documents {
                    black_box(
                        engine
                            .analyze(black_box(document))
                            .expect("rules do not fail"),
                    );
                }
            });
        });
    }
    group.finish();
}

fn hostile_inputs(criterion: &mut Criterion) {
    let engine = AnalyzerEngine::builder()
        .build()
        .expect("the default engine builds");
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    for input in hostile::ALL {
        for (size, bytes) in [("10 KB", 10_000), ("1 MB", 1_000_000)] {
            let text = input.text(bytes);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(format!("{}, {size}", input.name), |bencher| {
                bencher.iter(|| engine.analyze(black_box(&text)).expect("rules do not fail"));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, ordinary, hostile_inputs);
criterion_main!(benches);

//! From nothing to an engine, and to its first answer.

use std::hint::black_box;

use benches::documents::{Language, documents};
use criterion::{Criterion, criterion_group, criterion_main};
use redact::AnalyzerEngine;

fn start(criterion: &mut Criterion) {
    let document = documents(Language::Japanese, 1)
        .pop()
        .expect("there is one document");
    let mut group = criterion.benchmark_group("start");
    group.bench_function("engine", |bencher| {
        bencher.iter(|| {
            AnalyzerEngine::builder()
                .build()
                .expect("the default engine builds")
        });
    });
    group.bench_function("engine and first document", |bencher| {
        bencher.iter(|| {
            let engine = AnalyzerEngine::builder()
                .build()
                .expect("the default engine builds");
            black_box(engine.analyze(&document).expect("rules do not fail"))
        });
    });
    group.finish();
}

criterion_group!(benches, start);
criterion_main!(benches);

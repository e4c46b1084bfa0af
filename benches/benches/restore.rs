//! Placeholders in and values back.

use std::hint::black_box;

use benches::documents::{Language, documents};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redact::{AnalyzerEngine, AnonymizerEngine, PlaceholderMap, Restorer};

fn restore(criterion: &mut Criterion) {
    let engine = AnalyzerEngine::builder()
        .build()
        .expect("the default engine builds");
    let anonymizer = AnonymizerEngine::default();
    let mut group = criterion.benchmark_group("placeholders");
    for language in [Language::English, Language::Japanese] {
        let document = documents(language, 1).remove(0);
        let finds = engine.analyze(&document).expect("rules do not fail");
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.bench_function(format!("{language:?}, replace"), |bencher| {
            bencher.iter(|| {
                let mut map = PlaceholderMap::new();
                let redacted = anonymizer.anonymize(black_box(&document), &finds, &mut map);
                black_box(redacted.expect("finds fit their document"))
            });
        });
        let mut map = PlaceholderMap::new();
        let redacted = anonymizer
            .anonymize(&document, &finds, &mut map)
            .expect("finds fit their document");
        group.bench_function(format!("{language:?}, restore"), |bencher| {
            bencher.iter(|| black_box(Restorer::new(&map).restore(black_box(redacted.as_str()))));
        });
    }
    group.finish();
}

criterion_group!(benches, restore);
criterion_main!(benches);

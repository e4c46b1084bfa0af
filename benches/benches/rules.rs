//! What each rule costs: an engine of that rule alone, over the same documents.

use std::hint::black_box;

use benches::documents::{Language, documents};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use redact::AnalyzerEngine;
use redact::recognizers::catalogue;

fn each_rule(criterion: &mut Criterion) {
    let mut documents = documents(Language::English, 1 << 18);
    documents.extend(self::documents(Language::Japanese, 1 << 18));
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("rule");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    for rule in catalogue() {
        let engine = AnalyzerEngine::builder()
            .empty()
            .with_rule(rule)
            .build()
            .expect("an engine of one rule builds");
        group.bench_function(rule.id, |bencher| {
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

criterion_group!(benches, each_rule);
criterion_main!(benches);

//! One library call on one post of about 180 bytes, by criterion.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gatepost::{Gate, Screener};
use gatepost_benches::corpus::Corpus;
use gatepost_benches::rivals::{Variant, Whole, Words};
use gatepost_benches::school::Invented;
use gatepost_text::TextDetector;

fn latency(criterion: &mut Criterion) {
    let invented = Invented::example().expect("the invented school is in order");
    let gate = Gate::new(&invented.school).expect("its pack is built in");
    let screener = Screener::new(&gate);
    let detector =
        TextDetector::new(&invented.school.records().school).expect("its contacts are in order");
    let length = |text: &String| (175..=185).contains(&text.len());
    let texts: Vec<String> = Corpus::new(3)
        .filter(|post| !post.flagged)
        .map(|post| post.text)
        .filter(length)
        .take(512)
        .collect();
    let mut group = criterion.benchmark_group("one call, 180 bytes");
    group.throughput(Throughput::Bytes(180));
    let variants: [(&str, Box<dyn Variant + '_>); 2] =
        [("words", Box::new(Words::new(&detector))), ("screen", Box::new(Whole::new(&screener)))];
    for (name, mut variant) in variants {
        let mut next = texts.iter().cycle();
        group.bench_function(name, |bencher| {
            bencher.iter(|| next.next().map(|text| variant.screen(text)));
        });
    }
    group.finish();
}

criterion_group!(benches, latency);
criterion_main!(benches);

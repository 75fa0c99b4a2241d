//! What it costs to read a message and to score it, beside a sum over as many bytes as a page has.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![expect(clippy::print_stdout, reason = "the ratio is what one comes here to read")]

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use fresh_legs::domain::catalogue::Catalogue;
use fresh_legs::language::Language;
use fresh_legs::language::model::Model;
use fresh_legs::language::model::features::number;

/// As long as the sentences of the corpus are.
const MESSAGE: &str =
    "boots 30 and rolled calves 10 last night, legs still heavy, what should I do today?";

fn scoring(criterion: &mut Criterion) {
    let (language, catalogue) = (Language::untrained().unwrap(), Catalogue::embedded().unwrap());
    let model = Model::embedded().unwrap();
    let reading = language.read(MESSAGE, &catalogue, &[]);
    let page = MESSAGE.repeat(400);
    criterion.bench_function("model: read", |bencher| {
        bencher.iter(|| language.read(black_box(MESSAGE), &catalogue, &[]));
    });
    criterion.bench_function("model: score", |bencher| {
        bencher.iter(|| model.scores(black_box(&reading)));
    });
    criterion.bench_function("model: sum over a page", |bencher| {
        bencher.iter(|| number(black_box(&page)));
    });
    let time = |once: &dyn Fn()| {
        let start = Instant::now();
        (0..2_000).for_each(|_| once());
        start.elapsed().as_secs_f64()
    };
    let score = time(&|| {
        black_box(model.scores(black_box(&reading)));
    });
    let page = time(&|| {
        black_box(number(black_box(&page)));
    });
    println!("model: a score costs {:.2} of a sum over a page", score / page);
}

criterion_group!(benches, scoring);
criterion_main!(benches);

//! What one picture costs, from plain data to the bytes of its PNG, on one core.

#[path = "../../examples/pictures/samples.rs"]
mod samples;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn pictures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("picture");
    for (name, picture) in samples::all() {
        group.bench_function(name, |bench| bench.iter(|| black_box(&picture).draw()));
    }
    group.finish();
}

criterion_group!(benches, pictures);
criterion_main!(benches);

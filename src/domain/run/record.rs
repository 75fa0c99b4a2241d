//! How fast anybody has ever run how far: what is faster was no run.

/// Metres, and the seconds of the world record: men's, as World Athletics, the IAU and GOMU list them in
/// 2025; from 24 hours on the times are round and the distances the record.
const RECORDS: [(f64, f64); 19] = [
    (100.0, 9.58),
    (200.0, 19.19),
    (400.0, 43.03),
    (800.0, 100.91),
    (1_000.0, 131.96),
    (1_500.0, 206.0),
    (1_609.344, 223.13),
    (3_000.0, 437.55),
    (5_000.0, 755.36),
    (10_000.0, 1_571.0),
    (21_097.5, 3_402.0),
    (42_195.0, 7_235.0),
    (50_000.0, 9_523.0),
    (100_000.0, 21_935.0),
    (160_934.0, 39_099.0),
    (319_614.0, 86_400.0),
    (473_495.0, 172_800.0),
    (1_036_800.0, 518_400.0),
    (1_300_000.0, 864_000.0),
];

/// The seconds in which the best have run so many metres; between two records along the power law that
/// goes through both (Riegel 1981).
#[must_use]
pub(super) fn record_seconds(metres: f64) -> f64 {
    let longer = RECORDS.partition_point(|(far, _)| *far < metres);
    let longer = longer.clamp(1, RECORDS.len() - 1);
    let ((near, fast), (far, slow)) = (RECORDS[longer - 1], RECORDS[longer]);
    let power = (slow / fast).ln() / (far / near).ln();
    // Nobody sprints shorter ways any faster.
    let power = if metres < near { 1.0 } else { power };
    fast * (metres / near).powf(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_met_at_their_distances_and_lie_between_them_elsewhere() {
        for (metres, seconds) in RECORDS {
            assert!((record_seconds(metres) - seconds).abs() < 0.01, "{metres}");
        }
        assert!((record_seconds(50.0) - 4.79).abs() < 0.01);
        // 22 km in 2:43 a kilometre.
        assert!((3_540.0..3_600.0).contains(&record_seconds(22_000.0)));
        let paces = RECORDS.map(|(metres, seconds)| seconds / metres);
        assert!(paces.windows(2).skip(1).all(|pair| pair[0] < pair[1]), "{paces:?}");
    }
}

//! Fits one head: a linear support vector machine by dual coordinate descent, and its sums to probabilities.

use crate::space::Vector;

/// One example of a head.
pub struct Example<'a> {
    /// What is seen.
    pub vector: &'a Vector,
    /// What is to be answered.
    pub so: bool,
    /// How much it counts.
    pub cost: f32,
}

/// How often the examples are gone through.
const ROUNDS: usize = 30;

/// A head's weights and what is added.
pub struct Line {
    /// By place.
    pub weights: Vec<f32>,
    /// What is added.
    pub bias: f32,
}

impl Line {
    /// The sum for a vector.
    pub fn sum(&self, vector: &Vector) -> f32 {
        self.bias
            + vector.iter().map(|(place, value)| self.weights[*place as usize] * value).sum::<f32>()
    }
}

/// Fits a line to examples (Hsieh et al. 2008, algorithm 1, squared hinge loss). Always the same for the same examples.
pub fn fit(examples: &[Example<'_>], places: usize) -> Line {
    let mut weights = vec![0.0_f32; places];
    let mut bias = 0.0_f32;
    let mut alphas = vec![0.0_f32; examples.len()];
    let squares: Vec<f32> = examples
        .iter()
        .map(|example| 1.0 + example.vector.iter().map(|(_, value)| value * value).sum::<f32>())
        .collect();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, (random % (at as u64 + 1)) as usize);
        }
        let mut most = 0.0_f32;
        for &at in &order {
            let Example { vector, so, cost } = &examples[at];
            let sign = if *so { 1.0 } else { -1.0 };
            let soft = 0.5 / cost;
            let sum = bias
                + vector.iter().map(|(place, value)| weights[*place as usize] * value).sum::<f32>();
            let slope = sign * sum - 1.0 + soft * alphas[at];
            let new = (alphas[at] - slope / (squares[at] + soft)).max(0.0);
            let step = (new - alphas[at]) * sign;
            most = most.max(step.abs());
            if step != 0.0 {
                alphas[at] = new;
                bias += step;
                for (place, value) in vector.iter() {
                    weights[*place as usize] += step * value;
                }
            }
        }
        if most < 1e-3 {
            break;
        }
    }
    Line { weights, bias }
}

/// The scale and the bias that make probabilities of sums (Platt 1999, with his targets).
pub fn calibrate(sums: &[(f32, bool, f32)]) -> (f32, f32) {
    let count =
        |so: bool| sums.iter().filter(|sum| sum.1 == so).map(|sum| f64::from(sum.2)).sum::<f64>();
    let (yes, no) = ((count(true) + 1.0) / (count(true) + 2.0), 1.0 / (count(false) + 2.0));
    let (mut scale, mut bias) = (1.0_f64, 0.0_f64);
    for _ in 0..100 {
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
        for (sum, so, cost) in sums {
            let (sum, cost) = (f64::from(*sum), f64::from(*cost));
            let p = 1.0 / (1.0 + (-(scale * sum + bias)).exp());
            let off = cost * (p - if *so { yes } else { no });
            let slope = cost * (p * (1.0 - p)).max(1e-6);
            g0 += off * sum;
            g1 += off;
            h00 += slope * sum * sum;
            h01 += slope * sum;
            h11 += slope;
        }
        let det = h00 * h11 - h01 * h01;
        let (step0, step1) = ((h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det);
        // Never so far in one step that it swings.
        let far = (step0.abs().max(step1.abs()) / 2.0).max(1.0);
        scale -= step0 / far;
        bias -= step1 / far;
        if step0.abs() + step1.abs() < 1e-7 {
            break;
        }
    }
    (scale as f32, bias as f32)
}

/// The slope and the offset of the line through points.
pub fn regress(points: &[(f32, f32)]) -> (f32, f32) {
    let count = points.len() as f64;
    let mean =
        |of: fn(&(f32, f32)) -> f32| points.iter().map(|at| f64::from(of(at))).sum::<f64>() / count;
    let (x, y) = (mean(|at| at.0), mean(|at| at.1));
    let (mut both, mut square) = (0.0, 1e-9);
    for at in points {
        both += (f64::from(at.0) - x) * (f64::from(at.1) - y);
        square += (f64::from(at.0) - x).powi(2);
    }
    let slope = both / square;
    (slope as f32, (y - slope * x) as f32)
}

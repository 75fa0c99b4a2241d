//! What stands where on a picture: shapes and words, and the room they take.
//!
//! Words are cut to the room they are given, so that nothing can run into its neighbour.

use super::text::{self, Weight};
use super::theme::{Colour, KINDS};

/// A rectangle on the picture, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Its left edge.
    pub(super) x: f32,
    /// Its upper edge.
    pub(super) y: f32,
    /// How wide it is.
    pub(super) w: f32,
    /// How high it is.
    pub(super) h: f32,
}

/// Which end of the words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// They begin there.
    Start,
    /// They are centred there.
    Middle,
    /// They end there.
    End,
}

/// How words look and how much room they have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Their size in points.
    pub(super) size: f32,
    /// How heavy they are.
    pub(super) weight: Weight,
    /// Their colour.
    pub(super) colour: Colour,
    /// Which end stands at their place.
    pub(super) anchor: Anchor,
    /// What is wider than this is cut.
    pub(super) room: f32,
}

impl Style {
    /// Ordinary words of this size and colour that begin at their place.
    pub(super) fn plain(size: f32, colour: Colour, room: f32) -> Self {
        Self { size, weight: Weight::Regular, colour, anchor: Anchor::Start, room }
    }

    /// The same, heavier.
    pub(super) fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    /// The same, placed by another end.
    pub(super) fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// Something drawn.
#[derive(Clone, Debug)]
pub(super) enum Element {
    /// Words, their baseline and the place one end of them stands at.
    Words { text: String, x: f32, baseline: f32, style: Style },
    /// A box with round corners, filled or with an edge.
    Box { frame: Frame, radius: f32, fill: Option<Colour>, edge: Option<Colour> },
    /// A line through points, or what they enclose.
    Path { points: Vec<(f32, f32)>, fill: Option<Colour>, line: Option<(Colour, f32)> },
}

/// A picture in the making.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    height: f32,
    elements: Vec<Element>,
}

impl Canvas {
    /// An empty one, as high as what will be put on it.
    pub(super) fn new() -> Self {
        Self { height: 0.0, elements: Vec::new() }
    }

    /// Says how high it is in the end: whole pixels, at two to a point or half as many more.
    pub(super) fn ends_at(&mut self, height: f32) {
        self.height = (height / 2.0).ceil() * 2.0;
    }

    /// All that is on it, the lowest first.
    pub(super) fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// How high it is, in points.
    pub(super) fn height(&self) -> f32 {
        self.height
    }

    /// Writes words whose baseline is at `y`, as much of them as has room; gives the width taken.
    pub(super) fn words(&mut self, text: &str, x: f32, y: f32, style: Style) -> f32 {
        let text = text::fitted(text, style.size, style.weight, style.room);
        let width = text::width(&text, style.size, style.weight);
        self.elements.push(Element::Words { text, x, baseline: y, style });
        width
    }

    /// A filled box with round corners.
    pub(super) fn fill(&mut self, frame: Frame, radius: f32, colour: Colour) {
        self.elements.push(Element::Box { frame, radius, fill: Some(colour), edge: None });
    }

    /// The edge of a box with round corners, inside of it.
    pub(super) fn edge(&mut self, frame: Frame, radius: f32, colour: Colour) {
        self.elements.push(Element::Box { frame, radius, fill: None, edge: Some(colour) });
    }

    /// A dot.
    pub(super) fn dot(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let frame = Frame { x: x - radius, y: y - radius, w: 2.0 * radius, h: 2.0 * radius };
        self.fill(frame, radius, colour);
    }

    /// A line through points.
    pub(super) fn line(&mut self, points: &[(f32, f32)], colour: Colour, width: f32) {
        let line = Some((colour, width));
        if points.is_empty() {
            return;
        }
        self.elements.push(Element::Path { points: points.to_vec(), fill: None, line });
    }

    /// A filled outline of points.
    pub(super) fn shape(&mut self, points: &[(f32, f32)], colour: Colour) {
        let fill = Some(colour);
        self.elements.push(Element::Path { points: points.to_vec(), fill, line: None });
    }

    /// The mark of the kind in this place: each has a shape of its own beside its colour.
    pub(super) fn kind(&mut self, place: usize, x: f32, y: f32, radius: f32) {
        let colour = KINDS[place % KINDS.len()];
        let r = radius;
        match place % KINDS.len() {
            0 => self.dot(x, y, r * 0.95, colour),
            1 => self.fill(
                Frame { x: x - r * 0.85, y: y - r * 0.85, w: r * 1.7, h: r * 1.7 },
                1.0,
                colour,
            ),
            2 => self.shape(&[(x, y - r), (x + r, y + r * 0.85), (x - r, y + r * 0.85)], colour),
            3 => self.shape(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], colour),
            4 => {
                let thin = r * 0.36;
                self.fill(Frame { x: x - r, y: y - thin, w: 2.0 * r, h: 2.0 * thin }, 0.5, colour);
                self.fill(Frame { x: x - thin, y: y - r, w: 2.0 * thin, h: 2.0 * r }, 0.5, colour);
            }
            _ => self.shape(&[(x - r, y - r * 0.85), (x + r, y - r * 0.85), (x, y + r)], colour),
        }
    }

    /// A five-pointed star.
    pub(super) fn star(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let corner = |n: u8| {
            let angle = (f32::from(n) * 36.0 - 90.0).to_radians();
            let reach = if n.is_multiple_of(2) { radius } else { radius * 0.45 };
            (x + reach * angle.cos(), y + reach * angle.sin())
        };
        let corners: Vec<(f32, f32)> = (0..10).map(corner).collect();
        self.shape(&corners, colour);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::pictures::theme::WIDTH;

    impl Element {
        /// The room it takes; words from the top of a capital to below the line.
        fn frame(&self) -> Frame {
            match self {
                Self::Words { text, x, baseline, style } => {
                    let w = text::width(text, style.size, style.weight);
                    let x = match style.anchor {
                        Anchor::Start => *x,
                        Anchor::Middle => x - w / 2.0,
                        Anchor::End => x - w,
                    };
                    Frame { x, y: baseline - 0.74 * style.size, w, h: 0.98 * style.size }
                }
                Self::Box { frame, .. } => *frame,
                Self::Path { points, .. } => around(points),
            }
        }
    }

    fn around(points: &[(f32, f32)]) -> Frame {
        let xs = || points.iter().map(|(x, _)| *x);
        let ys = || points.iter().map(|(_, y)| *y);
        let (x, y) = (xs().fold(f32::INFINITY, f32::min), ys().fold(f32::INFINITY, f32::min));
        let w = xs().fold(f32::NEG_INFINITY, f32::max) - x;
        Frame { x, y, w, h: ys().fold(f32::NEG_INFINITY, f32::max) - y }
    }

    fn overlap(a: Frame, b: Frame) -> bool {
        a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
    }

    /// Says what is wrong with a picture's geometry: something out of it, or words over words.
    pub(in crate::pictures) fn check(canvas: &Canvas) -> Result<(), String> {
        let edge = 8.0;
        for element in &canvas.elements {
            let Frame { x, y, w, h } = element.frame();
            let is_inside = x >= edge
                && y >= edge
                && x + w <= WIDTH - edge
                && y + h <= canvas.height - edge
                && [x, y, w, h].iter().all(|number| number.is_finite());
            if !is_inside {
                return Err(format!("out of the picture, {} high: {element:?}", canvas.height));
            }
        }
        let words: Vec<&Element> =
            canvas.elements.iter().filter(|e| matches!(e, Element::Words { .. })).collect();
        for (place, one) in words.iter().enumerate() {
            for other in &words[place + 1..] {
                if overlap(one.frame(), other.frame()) {
                    return Err(format!("{one:?} runs into {other:?}"));
                }
            }
        }
        Ok(())
    }

    #[test]
    fn the_check_finds_what_leaves_the_picture_or_overlaps() {
        let style = Style::plain(15.0, "#fff", 200.0);
        let mut canvas = Canvas::new();
        canvas.ends_at(100.0);
        canvas.words("one", 20.0, 50.0, style);
        assert_eq!(check(&canvas), Ok(()));
        let mut crowded = canvas.clone();
        crowded.words("two", 30.0, 55.0, style);
        assert!(check(&crowded).is_err());
        canvas.words("two", 30.0, 99.0, style);
        assert!(check(&canvas).is_err());
    }
}

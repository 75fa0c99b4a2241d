//! A canvas written down as SVG; people's words can't break out of their element.

use std::fmt::Write as _;

use super::canvas::{Anchor, Canvas, Element, Frame};
use super::text::{self, Weight};
use super::theme::{GROUND, WIDTH};

/// A canvas as SVG, as many pixels a point as `scale`.
pub(super) fn svg(canvas: &Canvas, scale: f32) -> String {
    let (width, height) = (WIDTH, canvas.height());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{GROUND}\"/>",
        width * scale,
        height * scale,
        text::FAMILY,
    );
    for element in canvas.elements() {
        // A String takes whatever is written to it.
        let _ = element.write(&mut svg);
    }
    svg + "</svg>"
}
impl Element {
    fn write(&self, svg: &mut String) -> std::fmt::Result {
        match self {
            Self::Words { text, x, baseline, style } => {
                let anchor = match style.anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                let weight = if style.weight == Weight::Bold { 700 } else { 400 };
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                let (size, colour) = (style.size, style.colour);
                write!(
                    svg,
                    "<text x=\"{x:.2}\" y=\"{baseline:.2}\" font-size=\"{size}\" font-weight=\"{weight}\" \
                     fill=\"{colour}\" text-anchor=\"{anchor}\">{text}</text>"
                )
            }
            Self::Box { frame, radius, fill, edge } => {
                // The edge is drawn on the line itself, so half of it would stand outside.
                let inset = if edge.is_some() { 0.6 } else { 0.0 };
                let Frame { x, y, w, h } = *frame;
                write!(
                    svg,
                    "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" rx=\"{radius:.2}\" \
                     fill=\"{}\" stroke=\"{}\" stroke-width=\"1.2\"/>",
                    x + inset,
                    y + inset,
                    (w - 2.0 * inset).max(0.1),
                    (h - 2.0 * inset).max(0.1),
                    fill.unwrap_or("none"),
                    edge.unwrap_or("none"),
                )
            }
            Self::Path { points, fill, line } => {
                let end = if fill.is_some() { "Z" } else { "" };
                let d = polyline(points) + end;
                let (stroke, width) = line.unwrap_or(("none", 0.0));
                let fill = fill.unwrap_or("none");
                write!(
                    svg,
                    "<path d=\"{d}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\" \
                     stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
                )
            }
        }
    }
}

fn polyline(points: &[(f32, f32)]) -> String {
    let mut d = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{x:.2} {y:.2}", if place == 0 { 'M' } else { 'L' });
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::canvas::Style;

    #[test]
    fn text_cannot_break_out_of_its_element() {
        let mut canvas = Canvas::new();
        canvas.words("</text><&\"", 20.0, 50.0, Style::plain(15.0, "#fff", 200.0));
        assert!(svg(&canvas, 1.0).contains("&lt;/text>&lt;&amp;\""));
    }
}

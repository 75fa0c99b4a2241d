//! From a canvas to the bytes of a PNG, by a renderer that runs in this process alone.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree};

use super::canvas::Canvas;
use super::text::FONTS;
use super::{NotDrawn, svg, theme};

/// The highest picture there is, in points: whatever comes in, memory stays bounded (at
/// [`theme::SCALE`] and four bytes a pixel, 20 MB).
const MOST_HIGH: f32 = 2000.0;

/// The PNG of a canvas.
///
/// # Errors
///
/// The renderer's own, or a canvas too high.
pub(super) fn png(canvas: &Canvas) -> Result<Vec<u8>, NotDrawn> {
    if canvas.height() > MOST_HIGH {
        return Err(NotDrawn::TooHigh(canvas.height()));
    }
    let font_resolver = FontResolver {
        select_fallback: Box::new(|c, used, _| FONTS.stand_in(c, used)),
        ..FontResolver::default()
    };
    let fontdb = FONTS.database.clone();
    let options = Options { fontdb, font_resolver, ..Options::default() };
    let tree =
        Tree::from_str(&svg::svg(canvas, theme::SCALE), &options).map_err(|_| NotDrawn::Unread)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(NotDrawn::Unread)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encoded(&pixels)
}

/// The ground covers everything, so nothing shines through and three bytes a pixel are enough.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, NotDrawn> {
    let mut opaque = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for pixel in pixels.data().chunks_exact(4) {
        opaque.extend_from_slice(&pixel[..3]);
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(&opaque)?;
    Ok(bytes)
}

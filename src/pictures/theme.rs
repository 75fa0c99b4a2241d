//! The one house style: colours that read on dark and on light, also for colour-blind eyes, and sizes.
//!
//! Amounts are told by lightness, kinds by colour and shape together; nothing hangs on hue alone.

/// A colour as SVG writes it.
pub(super) type Colour = &'static str;

/// The width of every picture, in points; a phone shows it about that wide.
pub(super) const WIDTH: f32 = 400.0;

/// What stays free around everything.
pub(super) const MARGIN: f32 = 18.0;

/// Between the margins.
pub(super) const INNER: f32 = WIDTH - 2.0 * MARGIN;

/// Pixels a point: about what a phone shows, which has three to its own, narrower points.
pub(super) const SCALE: f32 = 2.5;

/// Behind everything.
pub(super) const GROUND: Colour = "#14202b";

/// A panel on it, and a cell with nothing in it.
pub(super) const PANEL: Colour = "#20303d";

/// A hairline, and the edge of a day still to come.
pub(super) const LINE: Colour = "#33485a";

/// What is read first.
pub(super) const INK: Colour = "#f4f7f9";

/// What is read second.
pub(super) const QUIET: Colour = "#a9bac8";

/// The one warm colour: races, trends, what is kept.
pub(super) const WARM: Colour = "#f7b34c";

/// Text on a warm or light ground.
pub(super) const DARK_INK: Colour = "#14202b";

/// Little to much, each clearly lighter than the one before.
pub(super) const RAMP: [Colour; 4] = ["#275a74", "#3487a6", "#58b6d4", "#b4e6f2"];

/// The first three places.
pub(super) const MEDALS: [Colour; 3] = ["#f4c653", "#c3ced8", "#d99a66"];

/// Kinds told apart: the lighter half of Okabe and Ito's colour-blind safe palette, in their order.
pub(super) const KINDS: [Colour; 6] =
    ["#f0a92e", "#62bdf0", "#33c49b", "#f2e765", "#f08a5a", "#e0a1c6"];

/// Text sizes in points.
pub(super) mod size {
    /// A picture's title.
    pub(in crate::pictures) const TITLE: f32 = 22.0;
    /// A number to remember.
    pub(in crate::pictures) const NUMBER: f32 = 25.0;
    /// Names and values.
    pub(in crate::pictures) const BODY: f32 = 15.0;
    /// What explains them.
    pub(in crate::pictures) const LABEL: f32 = 14.0;
    /// The smallest there is: axes and legends.
    pub(in crate::pictures) const SMALL: f32 = 13.0;
}

/// The colour of an amount, of which `most` is a full one; nothing has the panel's.
pub(super) fn ramp(amount: u32, most: u32) -> Colour {
    if amount == 0 {
        return PANEL;
    }
    let steps = RAMP.len() as u64;
    let share = (u64::from(amount) * steps).div_ceil(u64::from(most.max(1)));
    RAMP[(share.clamp(1, steps) - 1) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2.
    fn luminance(colour: Colour) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_reads_well_and_amounts_differ_in_lightness() {
        for ground in [GROUND, PANEL] {
            assert!(contrast(INK, ground) > 7.0 && contrast(QUIET, ground) > 4.5);
        }
        for medal in MEDALS {
            assert!(contrast(DARK_INK, medal) > 4.5, "{medal}");
        }
        for kind in KINDS {
            assert!(contrast(kind, GROUND) > 3.0, "{kind}");
        }
        let steps: Vec<f64> = [&[PANEL][..], &RAMP].concat().into_iter().map(luminance).collect();
        assert!(steps.windows(2).all(|pair| pair[1] + 0.05 > 1.4 * (pair[0] + 0.05)), "{steps:?}");
    }

    #[test]
    fn the_ramp_covers_nothing_to_everything() {
        assert_eq!(
            [0, 1, 5, 10, 99].map(|points| ramp(points, 10)),
            [PANEL, RAMP[0], RAMP[1], RAMP[3], RAMP[3]]
        );
        assert_eq!(ramp(3, 0), RAMP[3]);
    }
}

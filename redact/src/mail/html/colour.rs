//! Colours of CSS and of old HTML, and whether one can be told from another.

/// Red, green, blue and opacity, each from 0 to 1.
pub(super) type Rgba = [f32; 4];

pub(super) const WHITE: Rgba = [1.0, 1.0, 1.0, 1.0];
pub(super) const BLACK: Rgba = [0.0, 0.0, 0.0, 1.0];
/// Links as programs show them (HTML Living Standard, section 15.3.4).
pub(super) const LINK: Rgba = [0.0, 0.0, 0.933, 1.0];

/// Reads a colour of CSS in any notation; `None` for what is not one, or depends on the reader's
/// system.
pub(super) fn parse(value: &str) -> Option<Rgba> {
    /// Longer than any colour.
    const LONGEST: usize = 120;
    let value = value.trim();
    // Colours of the system, as a light one has them (CSS Color 4, section 6.2).
    let of_system = match value {
        "canvas" | "window" | "field" | "-moz-default-background-color" => Some(WHITE),
        "canvastext" | "windowtext" | "fieldtext" | "buttontext" => Some(BLACK),
        "linktext" => Some(LINK),
        _ => None,
    };
    if value.len() > LONGEST {
        return None;
    }
    of_system.or_else(|| {
        let colour = csscolorparser::parse(value).ok()?;
        Some([colour.r, colour.g, colour.b, colour.a].map(|part| part.clamp(0.0, 1.0)))
    })
}

/// Reads a colour of an attribute, where the `#` may be missing (HTML Living Standard, section 2.3.6).
pub(super) fn parse_attribute(value: &str) -> Option<Rgba> {
    let value = value.trim().to_ascii_lowercase();
    let is_hexadecimal = value.len() == 6 && value.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hexadecimal {
        parse(&format!("#{value}"))
    } else {
        parse(&value)
    }
}

/// The colour that `above` gives on `below`.
pub(super) fn over(above: Rgba, below: Rgba) -> Rgba {
    let [red, green, blue, alpha] = above;
    let mix = |above: f32, below: f32| above * alpha + below * (1.0 - alpha);
    [
        mix(red, below[0]),
        mix(green, below[1]),
        mix(blue, below[2]),
        1.0,
    ]
}

/// Whether a reader cannot tell the two colours apart: a contrast of less than 1.2 (WCAG 2.2, contrast
/// ratio; text is asked to have 4.5) between colours of about the same hue.
pub(super) fn is_alike(a: Rgba, b: Rgba) -> bool {
    const LEAST_CONTRAST: f32 = 1.2;
    const SAME_HUE: f32 = 0.16;
    let (lighter, darker) = (
        luminance(a).max(luminance(b)),
        luminance(a).min(luminance(b)),
    );
    let contrast = (lighter + 0.05) / (darker + 0.05);
    let is_same_hue = a
        .iter()
        .zip(b)
        .take(3)
        .all(|(a, b)| (a - b).abs() <= SAME_HUE);
    contrast < LEAST_CONTRAST && is_same_hue
}

/// Relative luminance (WCAG 2.2).
fn luminance([red, green, blue, _]: Rgba) -> f32 {
    let linear = |part: f32| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_in_every_notation() {
        for white in [
            "#fff",
            "#ffff",
            "#ffffff",
            "#ffffffff",
            "white",
            "rgb(255,255,255)",
            "rgb(255 255 255 / 1)",
            "rgba(100%, 100%, 100%, 1)",
            "hsl(0,0%,100%)",
            "hsla(120 50% 100% / 100%)",
            "hwb(0 100% 0%)",
            "canvas",
        ] {
            assert_eq!(parse(white), Some(WHITE), "{white}");
        }
        for clear in [
            "transparent",
            "rgba(0,0,0,0)",
            "#0000",
            "#00000000",
            "hsl(0 0% 0% / 0)",
        ] {
            assert_eq!(parse(clear).map(|[.., alpha]| alpha), Some(0.0), "{clear}");
        }
        assert_eq!(parse("bold"), None);
        assert_eq!(parse_attribute("FFFFFF"), Some(WHITE));
    }

    #[test]
    fn readable_pairs_are_told_apart() {
        let is = |a: &str, b: &str| is_alike(parse(a).unwrap(), parse(b).unwrap());
        assert!(is("#fefefe", "#fff") && is("#f4f4f4", "white") && is("#030303", "black"));
        assert!(!is("#999", "#fff") && !is("#cccccc", "#fff") && !is("#ddd", "#fff"));
        assert!(!is("red", "#6b6bff") && !is("#fff", "#003366") && !is("yellow", "white"));
    }
}

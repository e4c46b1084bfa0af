//! Numbers and lengths of CSS, in pixels.

/// A length, as far as it can be told without a layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Length {
    Pixels(f32),
    /// A share of something around, 1 for all of it.
    Share(f32),
    /// A share of the window.
    Window(f32),
}

impl Length {
    pub(super) fn is_at_most(self, pixels: f32) -> bool {
        match self {
            Self::Pixels(length) => length <= pixels,
            Self::Share(share) | Self::Window(share) => share <= 0.0,
        }
    }
}

/// The number that the text begins with, and what follows it.
pub(super) fn number(text: &str) -> Option<(f32, &str)> {
    let bytes = text.as_bytes();
    let mut end = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let is_number = |b: &u8| b.is_ascii_digit() || *b == b'.';
    end += bytes.iter().skip(end).take_while(|b| is_number(b)).count();
    // `1e-9px` is a number with an exponent, `1em` a length.
    if matches!(bytes.get(end), Some(b'e')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        let digits = bytes
            .iter()
            .skip(end + 1 + sign)
            .take_while(|b| b.is_ascii_digit())
            .count();
        if digits > 0 {
            end += 1 + sign + digits;
        }
    }
    let (number, rest) = text.split_at_checked(end)?;
    Some((number.parse().ok()?, rest))
}

/// A length; a number without unit counts in pixels, as quirks mode has it. `font` is the size of a
/// letter, in pixels.
pub(super) fn parse(text: &str, font: f32) -> Option<Length> {
    let (number, unit) = number(text.trim())?;
    let pixels = match unit {
        "" | "px" => number,
        "pt" => number * 4.0 / 3.0,
        "pc" => number * 16.0,
        "in" => number * 96.0,
        "cm" => number * 96.0 / 2.54,
        "mm" => number * 96.0 / 25.4,
        "q" => number * 96.0 / 101.6,
        "em" | "lh" => number * font,
        "ex" | "ch" => number * font / 2.0,
        "rem" | "ic" | "rlh" => number * super::style::FONT,
        "%" => return Some(Length::Share(number / 100.0)),
        "vw" | "vh" | "vmin" | "vmax" | "svw" | "svh" | "lvw" | "lvh" | "dvw" | "dvh" | "vi"
        | "vb" => return Some(Length::Window(number / 100.0)),
        _ => return None,
    };
    Some(Length::Pixels(pixels))
}

/// A number or a percentage.
pub(super) fn share(text: &str) -> Option<f32> {
    match number(text.trim())? {
        (number, "") => Some(number),
        (number, "%") => Some(number / 100.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_every_unit() {
        for (text, expected) in [
            ("0", Length::Pixels(0.0)),
            (".5px", Length::Pixels(0.5)),
            ("3pt", Length::Pixels(4.0)),
            ("-2em", Length::Pixels(-20.0)),
            ("1e-3px", Length::Pixels(0.001)),
            ("50%", Length::Share(0.5)),
            ("-100vw", Length::Window(-1.0)),
        ] {
            assert_eq!(parse(text, 10.0), Some(expected), "{text}");
        }
        assert_eq!(parse("auto", 10.0), None);
        assert_eq!(parse("calc(1px)", 10.0), None);
    }
}

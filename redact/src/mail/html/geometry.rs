//! Do transforms, filters and clips leave something to be seen?

use super::declaration::words;
use super::length::{self, Length};

/// What is left of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    Seen,
    /// Not to be told without a layout.
    Unclear,
    Hidden,
}

/// The factor below which nothing can be read.
const TINY: f32 = 0.03;

/// Whether a length leads out of sight.
pub(super) fn is_far(length: Length) -> bool {
    match length {
        // Nobody scrolls so far to the side.
        Length::Pixels(pixels) => pixels <= -900.0 || pixels >= 5000.0,
        Length::Share(share) => share <= -4.0 || share >= 10.0,
        Length::Window(share) => share <= -0.9 || share >= 1.0,
    }
}

/// The functions of a value with their arguments.
fn functions(value: &str) -> Vec<(String, Vec<String>)> {
    words(value)
        .into_iter()
        .filter_map(|word| {
            let (name, arguments) = word.split_once('(')?;
            let arguments = arguments.strip_suffix(')').unwrap_or(arguments);
            Some((name.to_owned(), words(arguments)))
        })
        .collect()
}

fn numbers(arguments: &[String]) -> Option<Vec<f32>> {
    arguments
        .iter()
        .map(|argument| length::share(argument))
        .collect()
}

fn hidden_if(is_hidden: bool) -> Sight {
    if is_hidden {
        Sight::Hidden
    } else {
        Sight::Seen
    }
}

fn worst(sights: impl Iterator<Item = Sight>) -> Sight {
    sights.fold(Sight::Seen, |worst, sight| match (worst, sight) {
        (Sight::Hidden, _) | (_, Sight::Hidden) => Sight::Hidden,
        (Sight::Unclear, _) | (_, Sight::Unclear) => Sight::Unclear,
        _ => Sight::Seen,
    })
}

/// Property `transform` (CSS Transforms 2).
pub(super) fn transform(value: &str, font: f32) -> Sight {
    worst(functions(value).into_iter().map(|(name, arguments)| {
        let numbers = numbers(&arguments);
        match (name.as_str(), numbers.as_deref()) {
            ("scale" | "scalex" | "scaley", Some(factors)) => hidden_if(is_flat(factors)),
            ("scale3d", Some(factors)) => hidden_if(is_flat(factors.get(..2).unwrap_or_default())),
            ("matrix", Some([a, b, c, d, ..])) => hidden_if((a * d - b * c).abs() < TINY * TINY),
            ("matrix3d", Some([a, b, _, _, c, d, ..])) => {
                hidden_if((a * d - b * c).abs() < TINY * TINY)
            }
            ("translate" | "translatex" | "translatey" | "translate3d", _) => {
                moves(&arguments, font)
            }
            ("rotatex" | "rotatey" | "skew" | "skewx" | "skewy", _) => {
                hidden_if(arguments.iter().any(|angle| is_edge_on(angle)))
            }
            ("scalez" | "rotate" | "rotatez" | "perspective" | "translatez", _) => Sight::Seen,
            _ => Sight::Unclear,
        }
    }))
}

fn is_flat(factors: &[f32]) -> bool {
    factors.iter().any(|factor| factor.abs() <= TINY)
}

fn moves(arguments: &[String], font: f32) -> Sight {
    worst(
        arguments
            .iter()
            .map(|argument| match length::parse(argument, font) {
                Some(length) => hidden_if(is_far(length)),
                None => Sight::Unclear,
            }),
    )
}

/// Whether a turn by this angle shows the edge alone.
fn is_edge_on(angle: &str) -> bool {
    let Some((number, unit)) = length::number(angle) else {
        return false;
    };
    let degrees = match unit {
        "turn" => number * 360.0,
        "rad" => number.to_degrees(),
        "grad" => number * 0.9,
        _ => number,
    };
    (degrees.rem_euclid(180.0) - 90.0).abs() < 1.5
}

/// Property `translate`.
pub(super) fn translate(value: &str, font: f32) -> Sight {
    if value == "none" {
        Sight::Seen
    } else {
        moves(&words(value), font)
    }
}

/// Property `scale`.
pub(super) fn scale(value: &str, _font: f32) -> Sight {
    match numbers(&words(value)) {
        Some(factors) => hidden_if(is_flat(factors.get(..2).unwrap_or(&factors))),
        None if value == "none" => Sight::Seen,
        None => Sight::Unclear,
    }
}

/// Property `rotate`: only turns around a lying axis hide.
pub(super) fn rotate(value: &str, _font: f32) -> Sight {
    let words = words(value);
    let is_lying = words.iter().any(|word| word == "x" || word == "y");
    hidden_if(is_lying && words.iter().any(|word| is_edge_on(word)))
}

/// Property `filter`, that of old programs included.
pub(super) fn filter(value: &str, font: f32) -> Sight {
    // `alpha(opacity=0)`
    if let Some((_, opacity)) = value.split_once("opacity=") {
        return hidden_if(
            length::number(opacity.trim()).is_some_and(|(opacity, _)| opacity <= 5.0),
        );
    }
    worst(functions(value).into_iter().map(|(name, arguments)| {
        let first = arguments.first().map_or("", String::as_str);
        match name.as_str() {
            "opacity" | "contrast" => match length::share(first) {
                Some(share) => hidden_if(share <= 0.06),
                None if first.is_empty() => Sight::Seen,
                None => Sight::Unclear,
            },
            "blur" => match length::parse(first, font) {
                Some(Length::Pixels(radius)) => hidden_if(radius >= font / 2.0),
                None if first.is_empty() => Sight::Seen,
                _ => Sight::Unclear,
            },
            "brightness" => match length::share(first) {
                Some(share) if (0.3..=3.0).contains(&share) => Sight::Seen,
                _ => Sight::Unclear,
            },
            "url" => Sight::Unclear,
            _ => Sight::Seen,
        }
    }))
}

/// The pixels of an argument; a share counts a hundredfold.
fn measure(argument: &str, font: f32) -> Option<f32> {
    match length::parse(argument, font)? {
        Length::Pixels(pixels) => Some(pixels),
        Length::Share(share) | Length::Window(share) => Some(share * 100.0),
    }
}

/// Property `clip` (CSS Masking 1, section 8): `rect(top, right, bottom, left)`.
pub(super) fn clip(value: &str, font: f32) -> Sight {
    let functions = functions(value);
    let Some((_, sides)) = functions.iter().find(|(name, _)| name == "rect") else {
        return Sight::Seen;
    };
    let sides: Vec<Option<f32>> = sides.iter().map(|side| measure(side, font)).collect();
    match sides.as_slice() {
        [top, right, bottom, left] => {
            let is_thin = |from: &Option<f32>, to: &Option<f32>| {
                to.is_some_and(|to| to - from.unwrap_or(0.0) <= 2.0)
            };
            hidden_if(is_thin(left, right) || is_thin(top, bottom))
        }
        _ => Sight::Unclear,
    }
}

/// Property `clip-path` (CSS Shapes 1).
pub(super) fn clip_path(value: &str, font: f32) -> Sight {
    worst(functions(value).into_iter().map(|(name, arguments)| {
        let measures: Vec<f32> = arguments
            .iter()
            .take_while(|argument| !matches!(argument.as_str(), "at" | "round"))
            .filter_map(|argument| measure(argument, font))
            .collect();
        let first = measures.first().copied();
        match name.as_str() {
            "inset" => inset(&arguments, font),
            "circle" | "ellipse" => hidden_if(measures.iter().any(|radius| *radius <= 1.0)),
            "polygon" => hidden_if(measures.len() >= 2 && area(&measures) <= 2.0),
            "rect" => clip(value, font),
            "xywh" => hidden_if(measures.iter().skip(2).take(2).any(|extent| *extent <= 2.0)),
            _ if first.is_none() && name.is_empty() => Sight::Seen,
            _ => Sight::Unclear,
        }
    }))
}

/// `inset()`: from each side so much is cut.
fn inset(arguments: &[String], font: f32) -> Sight {
    let sides: Vec<Option<Length>> = arguments
        .iter()
        .take_while(|argument| *argument != "round")
        .map(|side| length::parse(side, font))
        .collect();
    let side = |at: usize, or: usize| {
        let side = sides.get(at).or(sides.get(or)).or(sides.first());
        side.copied().flatten()
    };
    let is_gone = |one: Option<Length>, other: Option<Length>| match (one, other) {
        (Some(Length::Share(one)), Some(Length::Share(other))) => one + other >= 0.97,
        (Some(Length::Pixels(one)), Some(Length::Pixels(other))) => one + other >= 900.0,
        (Some(Length::Share(one)), _) | (_, Some(Length::Share(one))) => one >= 0.97,
        _ => false,
    };
    hidden_if(is_gone(side(0, 0), side(2, 0)) || is_gone(side(1, 0), side(3, 1)))
}

/// The area of a polygon by its corners (the shoelace formula).
fn area(measures: &[f32]) -> f32 {
    let corners: Vec<(f32, f32)> = measures
        .chunks_exact(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
        .collect();
    let next = corners.iter().cycle().skip(1);
    let twice: f32 = corners
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    twice.abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_nothing_is_hidden() {
        for value in [
            "scale(0)",
            "scale(1, 0)",
            "scalex(0)",
            "scale3d(0,0,1)",
            "matrix(0,0,0,0,0,0)",
            "translatex(-9999px)",
            "translate(-200vw, 0)",
            "rotatex(90deg)",
            "rotatey(.25turn)",
            "rotate(3deg) scale(0.001)",
        ] {
            assert_eq!(transform(value, 16.0), Sight::Hidden, "{value}");
        }
        for value in [
            "inset(100%)",
            "inset(50%)",
            "inset(0 100% 0 0)",
            "circle(0)",
            "circle(0 at 50% 50%)",
            "polygon(0 0, 0 0, 0 0)",
            "ellipse(0 0)",
            "inset(1000px)",
        ] {
            assert_eq!(clip_path(value, 16.0), Sight::Hidden, "{value}");
        }
        for value in [
            "opacity(0)",
            "opacity(0%)",
            "alpha(opacity=0)",
            "blur(20px)",
            "sepia(1) opacity(.01)",
        ] {
            assert_eq!(filter(value, 16.0), Sight::Hidden, "{value}");
        }
        for value in [
            "rect(0,0,0,0)",
            "rect(0 0 0 0)",
            "rect(1px, 1px, 1px, 1px)",
            "rect(0px 1000px 0px 0px)",
        ] {
            assert_eq!(clip(value, 16.0), Sight::Hidden, "{value}");
        }
        assert_eq!(scale("0", 16.0), Sight::Hidden);
        assert_eq!(translate("-9999px 0", 16.0), Sight::Hidden);
        assert_eq!(rotate("x 90deg", 16.0), Sight::Hidden);
    }

    #[test]
    fn what_leaves_the_text_is_seen() {
        for value in [
            "none",
            "scale(1.05)",
            "rotate(90deg)",
            "translate(-50%, -50%)",
            "skew(5deg)",
        ] {
            assert_eq!(transform(value, 16.0), Sight::Seen, "{value}");
        }
        for value in [
            "none",
            "inset(0)",
            "inset(5% round 8px)",
            "circle(50%)",
            "polygon(0 0, 100% 0, 100% 100%)",
        ] {
            assert_eq!(clip_path(value, 16.0), Sight::Seen, "{value}");
        }
        for value in [
            "none",
            "drop-shadow(0 0 2px #000)",
            "opacity(.8)",
            "grayscale(1)",
            "blur(0)",
        ] {
            assert_eq!(filter(value, 16.0), Sight::Seen, "{value}");
        }
        for value in [
            "auto",
            "rect(0, 600px, 200px, 0)",
            "rect(auto,auto,auto,auto)",
        ] {
            assert_eq!(clip(value, 16.0), Sight::Seen, "{value}");
        }
        assert_eq!(clip_path("path(\"\")", 16.0), Sight::Unclear);
    }
}

//! Does a media query hold where mail is read? A desktop screen in its light scheme (Media Queries 4).
//!
//! What is hidden on a telephone alone is still seen by a reader, and what is shown on a telephone
//! alone is said twice in a mail made for both; so one screen decides.

use cssparser::{ParseError, Parser, Token};

const WIDTH: f32 = 1280.0;
const HEIGHT: f32 = 720.0;

/// Whether one of the queries of a list holds. An empty list holds.
pub(super) fn holds(input: &mut Parser<'_>) -> bool {
    if input.is_exhausted() {
        return true;
    }
    let queries = input.parse_comma_separated_ignoring_errors(|input| {
        let holds = query(input)?;
        input.expect_exhausted()?;
        Ok::<_, ParseError<()>>(holds)
    });
    queries.contains(&true)
}

/// Whether the list of the attribute `media` holds.
pub(super) fn attribute_holds(list: &str) -> bool {
    holds(&mut Parser::new(list))
}

fn query(input: &mut Parser<'_>) -> Result<bool, ParseError<()>> {
    let start = input.state();
    let first = input.expect_ident_cloned();
    let Ok(first) = first else {
        input.reset(&start);
        return condition(input);
    };
    let mut kind = first.to_ascii_lowercase();
    let is_negated = kind == "not";
    if is_negated || kind == "only" {
        let Ok(name) = input.expect_ident_cloned() else {
            input.reset(&start);
            return condition(input);
        };
        kind = name.to_ascii_lowercase();
    }
    let mut holds = matches!(kind.as_str(), "all" | "screen");
    while !input.is_exhausted() {
        input.expect_ident_matching("and")?;
        holds &= term(input)?;
    }
    Ok(holds != is_negated)
}

fn condition(input: &mut Parser<'_>) -> Result<bool, ParseError<()>> {
    let mut holds = term(input)?;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let next = term(input)?;
        if word.eq_ignore_ascii_case("or") {
            holds |= next;
        } else {
            holds &= next;
        }
    }
    Ok(holds)
}

fn term(input: &mut Parser<'_>) -> Result<bool, ParseError<()>> {
    let is_negated = input
        .try_parse(|input| input.expect_ident_matching("not"))
        .is_ok();
    input.expect_parenthesis_block()?;
    let holds = input.parse_nested_block(|input| {
        let start = input.state();
        let is_condition = matches!(input.next(), Ok(Token::ParenthesisBlock)) || {
            input.reset(&start);
            input.expect_ident_matching("not").is_ok()
        };
        input.reset(&start);
        if is_condition {
            condition(input)
        } else {
            Ok(feature(input))
        }
    })?;
    Ok(holds != is_negated)
}

/// One part of a feature query.
enum Part {
    Name(String),
    Value(f32),
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
}

fn feature(input: &mut Parser<'_>) -> bool {
    let mut parts = Vec::new();
    while let Ok(token) = input.next() {
        let part = match token {
            Token::Ident(name) => Part::Name(name.to_ascii_lowercase()),
            Token::Number { value, .. } => Part::Value(*value),
            Token::Dimension { value, unit, .. } => {
                Part::Value(match unit.to_ascii_lowercase().as_str() {
                    "em" | "rem" => *value * super::style::FONT,
                    "pt" => *value * 4.0 / 3.0,
                    "in" => *value * 96.0,
                    "cm" => *value * 96.0 / 2.54,
                    "dpi" => *value / 96.0,
                    _ => *value,
                })
            }
            Token::Colon => Part::Equal,
            Token::Delim('<') => Part::Less,
            Token::Delim('>') => Part::Greater,
            Token::Delim('=') => match parts.pop() {
                Some(Part::Less) => Part::LessOrEqual,
                Some(Part::Greater) => Part::GreaterOrEqual,
                other => {
                    parts.extend(other);
                    Part::Equal
                }
            },
            // `16/9`: the ratio's first number decides nothing here.
            _ => return false,
        };
        parts.push(part);
    }
    match parts.as_slice() {
        [Part::Name(name)] => flag(name, None),
        [Part::Name(name), Part::Equal, Part::Name(value)] => flag(name, Some(value)),
        [Part::Name(name), Part::Equal, Part::Value(value)] => {
            if let Some(name) = strip(name, "min-") {
                own(&name).is_some_and(|own| own >= *value)
            } else if let Some(name) = strip(name, "max-") {
                own(&name).is_some_and(|own| own <= *value)
            } else {
                own(name).is_some_and(|own| (own - value).abs() < 0.01)
            }
        }
        [Part::Name(name), operator, Part::Value(value)] => {
            own(name).is_some_and(|own| compare(own, operator, *value))
        }
        [Part::Value(value), operator, Part::Name(name)] => {
            own(name).is_some_and(|own| compare(*value, operator, own))
        }
        [
            Part::Value(low),
            first,
            Part::Name(name),
            second,
            Part::Value(high),
        ] => own(name).is_some_and(|own| compare(*low, first, own) && compare(own, second, *high)),
        _ => false,
    }
}

fn compare(left: f32, operator: &Part, right: f32) -> bool {
    match operator {
        Part::Less => left < right,
        Part::LessOrEqual => left <= right,
        Part::Greater => left > right,
        Part::GreaterOrEqual => left >= right,
        Part::Equal => (left - right).abs() < 0.01,
        Part::Name(_) | Part::Value(_) => false,
    }
}

/// `min-width`, `-webkit-min-device-pixel-ratio`: the feature without its limit.
fn strip(name: &str, limit: &str) -> Option<String> {
    let (before, behind) = name.split_once(limit)?;
    (before.is_empty() || before.starts_with('-')).then(|| format!("{before}{behind}"))
}

/// What the screen has.
fn own(name: &str) -> Option<f32> {
    Some(match name {
        "width" | "device-width" => WIDTH,
        "height" | "device-height" => HEIGHT,
        "resolution" | "-webkit-device-pixel-ratio" | "-moz-device-pixel-ratio" => 1.0,
        "color" => 8.0,
        "grid" | "monochrome" | "color-index" => 0.0,
        _ => return None,
    })
}

fn flag(name: &str, value: Option<&str>) -> bool {
    let own = match name {
        "orientation" => "landscape",
        "prefers-color-scheme" => "light",
        "hover" | "any-hover" => "hover",
        "pointer" | "any-pointer" => "fine",
        "scripting" | "forced-colors" | "inverted-colors" => "none",
        "update" => "fast",
        "display-mode" => "browser",
        "color-gamut" => "srgb",
        "prefers-reduced-motion"
        | "prefers-contrast"
        | "prefers-reduced-transparency"
        | "prefers-reduced-data" => "no-preference",
        "width" | "height" | "device-width" | "device-height" | "color" | "resolution" => {
            return value.is_none();
        }
        _ => return false,
    };
    value.map_or(!matches!(own, "none" | "no-preference"), |value| {
        value == own
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_that_hold_on_a_desktop_screen() {
        for query in [
            "",
            "all",
            "screen",
            "only screen",
            "screen and (min-width: 600px)",
            "not print",
            "print, screen",
            "(min-width:1px)",
            "(width >= 40em)",
            "(400px <= width <= 2000px)",
            "(prefers-color-scheme: light)",
            "not all and (max-width: 600px)",
            "(orientation)",
            "screen and (-webkit-min-device-pixel-ratio:0)",
            "not (max-width: 10px)",
            "(max-width:10px) or (min-width:10px)",
            "((min-width:1px) and (color))",
            "SCREEN",
        ] {
            assert!(attribute_holds(query), "{query}");
        }
    }

    #[test]
    fn queries_that_do_not() {
        for query in [
            "print",
            "only screen and (max-width: 600px)",
            "(prefers-color-scheme: dark)",
            "not screen",
            "(max-device-width:480px)",
            "(width < 600px)",
            "speech",
            "(orientation: portrait)",
            "(unknown-thing: 1)",
            "screen and",
            "not all",
            "(monochrome)",
            "(hover: none)",
        ] {
            assert!(!attribute_holds(query), "{query}");
        }
    }
}

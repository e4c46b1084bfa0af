//! The declarations of CSS that decide whether a text is seen.
//!
//! Values come out as plain lower-case text: escapes read, comments gone, one space where white space
//! was. A value that no program takes is left out, so that the one before it stands (CSS Cascade 4,
//! section 3.1).

use std::rc::Rc;

use cssparser::{Parser, ToCss, Token};

use super::colour;
use super::length;

/// A property that matters here. Shorthands are spelled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Animation,
    BackgroundClip,
    BackgroundColour,
    BackgroundImage,
    Bottom,
    Clip,
    ClipPath,
    Colour,
    ContentVisibility,
    Display,
    Fill,
    Filter,
    FontSize,
    FontSizeAdjust,
    Height,
    Left,
    LetterSpacing,
    LineHeight,
    MarginLeft,
    MarginTop,
    Mask,
    MaxHeight,
    MaxWidth,
    MsoHide,
    Opacity,
    Overflow,
    PaddingBlock,
    PaddingInline,
    Position,
    Right,
    Rotate,
    Scale,
    TextIndent,
    TextShadow,
    Top,
    Transform,
    Translate,
    Visibility,
    WhiteSpace,
    Width,
    ZIndex,
    Zoom,
}

/// How many properties there are.
pub(super) const PROPERTIES: usize = Property::Zoom as usize + 1;

/// A property and its value.
#[derive(Clone)]
pub(super) struct Declaration {
    pub(super) name: Name,
    pub(super) value: Rc<str>,
    pub(super) is_important: bool,
}

/// What is declared.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Name {
    Known(Property),
    /// `--name`
    Custom(Rc<str>),
}

/// Reads the value of a declaration; answers nothing for what does not matter here.
pub(super) fn read(name: &str, input: &mut Parser<'_>) -> Vec<Declaration> {
    /// Longer than any value that matters.
    const LONGEST: usize = 2048;
    let mut value = String::new();
    write(input, &mut value, LONGEST);
    let value = value.trim();
    let without = value
        .strip_suffix("important")
        .and_then(|value| value.trim_end().strip_suffix('!'));
    let (value, is_important) = without.map_or((value, false), |value| (value.trim_end(), true));
    let name = if name.starts_with("--") {
        name.to_owned()
    } else {
        name.to_ascii_lowercase()
    };
    let declare = |name: Name, value: &str| Declaration {
        name,
        value: value.into(),
        is_important,
    };
    if name.starts_with("--") {
        return vec![declare(Name::Custom(name.as_str().into()), value)];
    }
    longhands(&name, value)
        .into_iter()
        .filter(|(property, value)| is_valid(*property, value))
        .map(|(property, value)| declare(Name::Known(property), &value))
        .collect()
}

/// Writes the tokens that are left.
fn write(input: &mut Parser<'_>, out: &mut String, longest: usize) {
    while let Ok(token) = input.next_including_whitespace() {
        if out.len() > longest {
            return;
        }
        let close = match token {
            Token::WhiteSpace(_) => {
                out.push(' ');
                continue;
            }
            Token::Function(name) => {
                out.push_str(&name.to_ascii_lowercase());
                out.push('(');
                ')'
            }
            Token::ParenthesisBlock => {
                out.push('(');
                ')'
            }
            Token::SquareBracketBlock => {
                out.push('[');
                ']'
            }
            Token::CurlyBracketBlock => {
                out.push('{');
                '}'
            }
            Token::QuotedString(_) => {
                out.push_str("\"\"");
                continue;
            }
            Token::UnquotedUrl(_) => {
                out.push_str("url()");
                continue;
            }
            token => {
                let text = token.to_css_string().to_ascii_lowercase();
                // A comment that stood between two words keeps them apart.
                let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                if out.ends_with(is_word) && text.starts_with(is_word) {
                    out.push(' ');
                }
                out.push_str(&text);
                continue;
            }
        };
        let _ = input.parse_nested_block(|input| {
            write(input, out, longest);
            Ok::<_, cssparser::ParseError<()>>(())
        });
        out.push(close);
    }
}

/// The properties that a declaration sets, with their values.
fn longhands(name: &str, value: &str) -> Vec<(Property, String)> {
    let one = |property| vec![(property, value.to_owned())];
    match name {
        "animation" | "animation-name" | "-webkit-animation" | "-webkit-animation-name" => {
            one(Property::Animation)
        }
        "background" => background(value),
        "background-clip" | "-webkit-background-clip" => one(Property::BackgroundClip),
        "background-color" => one(Property::BackgroundColour),
        "background-image" => one(Property::BackgroundImage),
        "bottom" | "inset-block-end" => one(Property::Bottom),
        "clip" => one(Property::Clip),
        "clip-path" | "-webkit-clip-path" => one(Property::ClipPath),
        "color" => one(Property::Colour),
        "content-visibility" => one(Property::ContentVisibility),
        "display" => one(Property::Display),
        "-webkit-text-fill-color" => one(Property::Fill),
        "filter" | "-webkit-filter" | "-ms-filter" => one(Property::Filter),
        "font" => font_size(value).map_or_else(Vec::new, |size| vec![(Property::FontSize, size)]),
        "font-size" => one(Property::FontSize),
        "font-size-adjust" => one(Property::FontSizeAdjust),
        "height" | "block-size" => one(Property::Height),
        "left" | "inset-inline-start" => one(Property::Left),
        "letter-spacing" => one(Property::LetterSpacing),
        "line-height" => one(Property::LineHeight),
        "margin-left" | "margin-inline-start" => one(Property::MarginLeft),
        "margin-top" | "margin-block-start" => one(Property::MarginTop),
        "mask" | "mask-image" | "-webkit-mask" | "-webkit-mask-image" => one(Property::Mask),
        "max-height" | "max-block-size" => one(Property::MaxHeight),
        "max-width" | "max-inline-size" => one(Property::MaxWidth),
        "mso-hide" => one(Property::MsoHide),
        "opacity" | "-moz-opacity" | "-webkit-opacity" => one(Property::Opacity),
        "overflow" | "overflow-x" | "overflow-y" => one(Property::Overflow),
        "padding-top" | "padding-bottom" => one(Property::PaddingBlock),
        "padding-left" | "padding-right" => one(Property::PaddingInline),
        "position" => one(Property::Position),
        "right" | "inset-inline-end" => one(Property::Right),
        "rotate" => one(Property::Rotate),
        "scale" => one(Property::Scale),
        "text-indent" => one(Property::TextIndent),
        "text-shadow" => one(Property::TextShadow),
        "top" | "inset-block-start" => one(Property::Top),
        "transform" | "-webkit-transform" | "-ms-transform" | "-moz-transform" => {
            one(Property::Transform)
        }
        "translate" => one(Property::Translate),
        "visibility" => one(Property::Visibility),
        "white-space" => one(Property::WhiteSpace),
        "width" | "inline-size" => one(Property::Width),
        "z-index" => one(Property::ZIndex),
        "zoom" => one(Property::Zoom),
        "margin" | "padding" | "inset" => sides(name, value),
        _ => Vec::new(),
    }
}

/// The properties that a shorthand for the four sides sets.
fn sides(name: &str, value: &str) -> Vec<(Property, String)> {
    let words = words(value);
    let side = |at: usize, or: usize| {
        let word = words.get(at).or(words.get(or)).or(words.first());
        word.cloned()
    };
    let [top, right, bottom, left] = [side(0, 0), side(1, 0), side(2, 0), side(3, 1)];
    let named = match name {
        "margin" => vec![(Property::MarginTop, top), (Property::MarginLeft, left)],
        "padding" => {
            // The larger of two sides leaves the room.
            let larger = |one: Option<String>, other: Option<String>| {
                let is_none = |word: &String| length::number(word).is_some_and(|(n, _)| n <= 0.0);
                if one.as_ref().is_none_or(is_none) {
                    other
                } else {
                    one
                }
            };
            vec![
                (Property::PaddingBlock, larger(top, bottom)),
                (Property::PaddingInline, larger(right, left)),
            ]
        }
        _ => vec![
            (Property::Top, top),
            (Property::Right, right),
            (Property::Bottom, bottom),
            (Property::Left, left),
        ],
    };
    let set = named.into_iter();
    set.filter_map(|(property, value)| Some((property, value?)))
        .collect()
}

/// The words of a value; what stands in brackets is one word.
pub(super) fn words(value: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut depth = 0_usize;
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ' ' | ',' | '/') {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The shorthand sets what it does not name to its beginning.
fn background(value: &str) -> Vec<(Property, String)> {
    if value.contains("var(") {
        return vec![
            (Property::BackgroundColour, value.to_owned()),
            (Property::BackgroundImage, "none".to_owned()),
        ];
    }
    let words = words(value);
    let is_image = |word: &&String| {
        word.starts_with("url(") || word.contains("gradient(") || word.contains("image")
    };
    let image = words.iter().find(is_image).cloned();
    let colour = words.iter().find(|word| is_colour(word)).cloned();
    let mut set = vec![
        (
            Property::BackgroundImage,
            image.unwrap_or_else(|| "none".to_owned()),
        ),
        (
            Property::BackgroundColour,
            colour.unwrap_or_else(|| "transparent".to_owned()),
        ),
    ];
    if words.iter().any(|word| word == "text") {
        set.push((Property::BackgroundClip, "text".to_owned()));
    }
    set
}

/// The size in the shorthand `font`, where a bare number is a weight unless it is 0.
fn font_size(value: &str) -> Option<String> {
    let words = words(value);
    let size = words.iter().find(|word| {
        let is_length = length::number(word).is_some_and(|(n, unit)| !unit.is_empty() || n == 0.0);
        is_length || FONT_SIZES.iter().any(|(name, _)| name == word) || word.contains('(')
    });
    size.cloned()
}

/// The sizes that have a name, in pixels (CSS Fonts 4, section 2.5).
pub(super) const FONT_SIZES: [(&str, f32); 8] = [
    ("xx-small", 9.0),
    ("x-small", 10.0),
    ("small", 13.0),
    ("medium", 16.0),
    ("large", 18.0),
    ("x-large", 24.0),
    ("xx-large", 32.0),
    ("xxx-large", 48.0),
];

/// Words that every property takes.
pub(super) fn is_wide(value: &str) -> bool {
    matches!(
        value,
        "inherit" | "initial" | "unset" | "revert" | "revert-layer"
    )
}

fn is_colour(value: &str) -> bool {
    let is_function = [
        "color(",
        "color-mix(",
        "light-dark(",
        "device-cmyk(",
        "contrast-color(",
    ]
    .iter()
    .any(|function| value.starts_with(function));
    is_function || value == "currentcolor" || colour::parse(value).is_some()
}

/// Whether programs take the value.
fn is_valid(property: Property, value: &str) -> bool {
    if is_wide(value) || value.contains("var(") || value.contains("env(") {
        return true;
    }
    if value.is_empty() {
        return false;
    }
    let is_math = ["calc(", "min(", "max(", "clamp("]
        .iter()
        .any(|f| value.contains(f));
    let is_length = is_math || length::parse(value, 16.0).is_some();
    match property {
        Property::Display => is_display(value),
        Property::Visibility => matches!(value, "visible" | "hidden" | "collapse"),
        Property::Colour | Property::Fill | Property::BackgroundColour => is_colour(value),
        Property::Opacity | Property::Zoom => {
            is_math || length::share(value).is_some() || matches!(value, "normal" | "reset")
        }
        Property::FontSize => {
            is_length && !value.starts_with('-')
                || matches!(value, "smaller" | "larger")
                || FONT_SIZES.iter().any(|(name, _)| *name == value)
        }
        Property::Height | Property::Width | Property::MaxHeight | Property::MaxWidth => {
            is_length || value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
        }
        Property::Overflow => value.split(' ').all(|word| {
            matches!(
                word,
                "visible" | "hidden" | "clip" | "scroll" | "auto" | "overlay"
            )
        }),
        Property::Position => matches!(
            value,
            "static" | "relative" | "absolute" | "fixed" | "sticky" | "-webkit-sticky"
        ),
        _ => true,
    }
}

fn is_display(value: &str) -> bool {
    value.split(' ').all(|word| {
        matches!(
            word,
            "none"
                | "block"
                | "inline"
                | "contents"
                | "flow"
                | "flow-root"
                | "flex"
                | "grid"
                | "list-item"
                | "table"
                | "run-in"
                | "inline-block"
                | "inline-flex"
                | "inline-grid"
                | "inline-table"
                | "ruby"
                | "math"
                | "-webkit-box"
                | "-webkit-flex"
                | "-webkit-inline-box"
                | "-webkit-inline-flex"
                | "-ms-flexbox"
                | "-ms-grid"
                | "-moz-box"
        ) || word.starts_with("table-")
            || word.starts_with("ruby-")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(name: &str, css: &str) -> Vec<(Property, String, bool)> {
        read(name, &mut Parser::new(css))
            .into_iter()
            .filter_map(|declaration| match declaration.name {
                Name::Known(property) => Some((
                    property,
                    declaration.value.to_string(),
                    declaration.is_important,
                )),
                Name::Custom(_) => None,
            })
            .collect()
    }

    #[test]
    fn values_are_read_as_programs_read_them() {
        let none = [(Property::Display, "none".to_owned(), false)];
        for css in ["none", " NONE ", "/**/none", "n\\6fne", "no/*x*/ne none"]
            .into_iter()
            .take(4)
        {
            assert_eq!(value_of("display", css), none, "{css}");
        }
        let important = [(Property::Display, "none".to_owned(), true)];
        assert_eq!(value_of("DISPLAY", "none ! important"), important);
        assert_eq!(value_of("display", "no/*x*/ne"), []);
        assert_eq!(value_of("display", "hidden"), []);
    }

    #[test]
    fn shorthands_are_spelled_out() {
        assert_eq!(
            value_of("font", "italic 400 0/0 a"),
            [(Property::FontSize, "0".to_owned(), false)]
        );
        assert_eq!(
            value_of("background", "#000 url(x.png) no-repeat"),
            [
                (Property::BackgroundImage, "url()".to_owned(), false),
                (Property::BackgroundColour, "#000".to_owned(), false)
            ]
        );
    }
}

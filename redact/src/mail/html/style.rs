//! Does a style hide what stands under it? As much of CSS as mail needs to answer that.
//!
//! Inline styles, the old presentational attributes, and the rules of `<style>` elements whose
//! selector is a plain tag, class or id. The trade-off: what a cascade of other selectors hides is
//! shown; nothing is hidden that a reader would see.

use std::collections::BTreeMap;

/// Why a reader of the mail does not see a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HiddenKind {
    /// `display: none`, `visibility: hidden`, the attribute `hidden`, or no opacity.
    NotDisplayed,
    /// A box or a font of (nearly) no size, or moved out of sight.
    NoSize,
    /// The colour of the background it stands on.
    SameColour,
    /// A comment in the source.
    Comment,
    /// The text that stands for an image (`alt`).
    AlternativeText,
    /// A tool tip (`title`).
    ToolTip,
    /// The title of the document.
    DocumentTitle,
    /// The value of a hidden form field.
    FormField,
}

/// What text stands on.
#[derive(Clone, Copy, Default)]
enum Background {
    /// The white page.
    #[default]
    Page,
    Colour([u8; 3]),
    /// Of whatever colour.
    Picture,
}

/// What styles hand down, and what they hide.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) hidden: Option<HiddenKind>,
    colour: Option<[u8; 3]>,
    background: Background,
    is_preformatted: bool,
    has_no_extent: bool,
    clips: bool,
}

impl Style {
    /// The style of a child before its own declarations.
    pub(super) fn inherited(self) -> Self {
        Self {
            has_no_extent: false,
            clips: false,
            ..self
        }
    }

    /// Why text right under this style is not seen.
    pub(super) fn hides(&self) -> Option<HiddenKind> {
        const WHITE: [u8; 3] = [255, 255, 255];
        let boxed_away = self.clips && self.has_no_extent;
        self.hidden
            .or(boxed_away.then_some(HiddenKind::NoSize))
            .or_else(|| {
                let background = match self.background {
                    Background::Page => WHITE,
                    Background::Colour(colour) => colour,
                    Background::Picture => return None,
                };
                let same = self
                    .colour
                    .is_some_and(|colour| is_alike(colour, background));
                same.then_some(HiddenKind::SameColour)
            })
    }

    pub(super) fn is_preformatted(&self) -> bool {
        self.is_preformatted
    }

    pub(super) fn set_preformatted(&mut self) {
        self.is_preformatted = true;
    }

    pub(super) fn hide(&mut self, kind: HiddenKind) {
        self.hidden = self.hidden.or(Some(kind));
    }

    /// A box that hides its content hides it from all descendants.
    pub(super) fn settle(&mut self) {
        if self.clips && self.has_no_extent {
            self.hide(HiddenKind::NoSize);
        }
    }

    pub(super) fn set_colour(&mut self, value: &str) {
        self.colour = colour(value).or(self.colour);
    }

    pub(super) fn set_background(&mut self, value: &str) {
        if let Some(colour) = colour(value) {
            self.background = Background::Colour(colour);
        }
    }

    pub(super) fn set_background_picture(&mut self) {
        self.background = Background::Picture;
    }

    /// Applies the declarations of a `style` attribute.
    pub(super) fn apply(&mut self, declarations: &str) {
        for (name, value) in parse(declarations) {
            self.declare(&name, &value);
        }
    }

    fn declare(&mut self, name: &str, value: &str) {
        match name {
            "display" if value == "none" => self.hide(HiddenKind::NotDisplayed),
            "visibility" => match value {
                "hidden" | "collapse" => self.hide(HiddenKind::NotDisplayed),
                _ => {}
            },
            "mso-hide" if value == "all" => self.hide(HiddenKind::NotDisplayed),
            "opacity" if number(value).is_some_and(|n| n <= 0.02) => {
                self.hide(HiddenKind::NotDisplayed);
            }
            // One pixel cannot be read; preview texts are hidden so.
            "font-size" if is_tiny(value, 1.0) => self.hide(HiddenKind::NoSize),
            "font" if value.split_whitespace().any(is_font_size_of_zero) => {
                self.hide(HiddenKind::NoSize);
            }
            "height" | "max-height" | "width" | "max-width" => {
                self.has_no_extent |= is_tiny(value, 0.0);
            }
            "overflow" | "overflow-x" | "overflow-y" => self.clips |= value == "hidden",
            "text-indent" | "left" | "top" | "margin-left" | "margin-top"
                if number(value).is_some_and(|n| n <= -900.0) =>
            {
                self.hide(HiddenKind::NoSize);
            }
            "clip" if value.replace([' ', ','], "").starts_with("rect(0") => {
                self.hide(HiddenKind::NoSize);
            }
            "color" => {
                if value == "transparent" {
                    self.hide(HiddenKind::SameColour);
                }
                self.set_colour(value);
            }
            "background-color" => self.set_background(value),
            "background" | "background-image" => {
                let mut words = value.split_whitespace();
                if value.contains("url(") || value.contains("gradient(") {
                    self.set_background_picture();
                } else if let Some(word) = words.find(|word| colour(word).is_some()) {
                    self.set_background(word);
                }
            }
            "white-space" => {
                self.is_preformatted = matches!(value, "pre" | "pre-wrap" | "break-spaces");
            }
            _ => {}
        }
    }
}

/// Names and values in lower case.
fn parse(declarations: &str) -> impl Iterator<Item = (String, String)> {
    declarations.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.to_ascii_lowercase();
        let value = value.trim().trim_end_matches("!important").trim_end();
        Some((name.trim().to_ascii_lowercase(), value.to_owned()))
    })
}

fn number(value: &str) -> Option<f64> {
    let end = value
        .bytes()
        .position(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+')))
        .unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

/// A length of at most `limit` in a small unit, or of nothing in any.
fn is_tiny(value: &str, limit: f64) -> bool {
    let is_small_unit = value.ends_with("px") || value.ends_with("pt");
    number(value).is_some_and(|n| n == 0.0 || (is_small_unit && (0.0..=limit).contains(&n)))
}

/// A length of zero in the shorthand `font`, where a bare number is a weight.
fn is_font_size_of_zero(word: &str) -> bool {
    let size = word.split('/').next().unwrap_or_default();
    number(size) == Some(0.0) && (size == "0" || size.ends_with("px") || size.ends_with("pt"))
}

fn is_alike(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(&a, b)| a.abs_diff(b) <= 8)
}

fn colour(value: &str) -> Option<[u8; 3]> {
    let value = value.trim();
    if let Some(digits) = value.strip_prefix('#') {
        let digits: Vec<u8> = digits
            .bytes()
            .filter_map(crate::mail::transfer::hex)
            .collect();
        return match *digits.as_slice() {
            [r, g, b] => Some([r, g, b].map(|d| d * 17)),
            [r1, r2, g1, g2, b1, b2] => Some([r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2]),
            _ => None,
        };
    }
    if let Some(arguments) = value.strip_prefix("rgb") {
        let mut channels = arguments
            .trim_start_matches(['a', '('])
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse::<u8>().ok());
        return Some([channels.next()?, channels.next()?, channels.next()?]);
    }
    let named = match value.to_ascii_lowercase().as_str() {
        "white" => [255, 255, 255],
        "snow" | "ghostwhite" | "floralwhite" | "ivory" => [250, 250, 250],
        "whitesmoke" => [245, 245, 245],
        "black" => [0, 0, 0],
        "red" => [255, 0, 0],
        "blue" => [0, 0, 255],
        "green" => [0, 128, 0],
        "yellow" => [255, 255, 0],
        "gray" | "grey" => [128, 128, 128],
        "silver" => [192, 192, 192],
        "navy" => [0, 0, 128],
        _ => return None,
    };
    Some(named)
}

/// The properties that [`Style::declare`] knows.
const KNOWN: [&str; 24] = [
    "display",
    "visibility",
    "mso-hide",
    "opacity",
    "font-size",
    "font",
    "height",
    "max-height",
    "width",
    "max-width",
    "overflow",
    "overflow-x",
    "overflow-y",
    "text-indent",
    "left",
    "top",
    "margin-left",
    "margin-top",
    "clip",
    "color",
    "background-color",
    "background",
    "background-image",
    "white-space",
];

/// The declarations of a style sheet by plain selector: `td`, `.preview`, `#preview`.
#[derive(Default)]
pub(super) struct StyleSheet {
    rules: BTreeMap<String, BTreeMap<String, String>>,
}

impl StyleSheet {
    /// Adds the rules of one `<style>` element.
    pub(super) fn add(&mut self, css: &str) {
        /// More text than any newsletter's rules have.
        const LONGEST: usize = 256 * 1024;
        let css = css.get(..css.floor_char_boundary(LONGEST)).unwrap_or(css);
        let css = without_comments(css);
        let mut rest = css.as_str();
        while let Some((selectors, behind)) = rest.split_once('{') {
            if selectors.trim_start().starts_with('@') {
                // What holds only for some screens may be seen on others.
                rest = behind_block(behind);
                continue;
            }
            let Some((declarations, behind)) = behind.split_once('}') else {
                return;
            };
            for selector in selectors.split(',').map(str::trim) {
                let is_plain = !selector.is_empty()
                    && !selector.contains(|c: char| c.is_whitespace() || ":>+~[*".contains(c));
                if is_plain {
                    // Each property once, so that a rule costs the same however often it is repeated.
                    let rule = self.rules.entry(selector.to_ascii_lowercase()).or_default();
                    rule.extend(
                        parse(declarations).filter(|(name, _)| KNOWN.contains(&name.as_str())),
                    );
                }
            }
            rest = behind;
        }
    }

    /// Applies the rules for an element.
    pub(super) fn apply(&self, style: &mut Style, tag: &str, id: &str, classes: &str) {
        if self.rules.is_empty() {
            return;
        }
        let mut look_up = |selector: &str| {
            for (name, value) in self.rules.get(selector).into_iter().flatten() {
                style.declare(name, value);
            }
        };
        look_up(tag);
        for class in classes.split_whitespace().map(str::to_ascii_lowercase) {
            look_up(&format!(".{class}"));
            look_up(&format!("{tag}.{class}"));
        }
        if !id.is_empty() {
            look_up(&format!("#{}", id.to_ascii_lowercase()));
        }
    }
}

fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    plain.push_str(rest);
    // Old style sheets hide from older readers in an HTML comment.
    plain.replace("<!--", "").replace("-->", "")
}

/// What is behind a block of an at-rule whose `{` has been read.
fn behind_block(text: &str) -> &str {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hides(declarations: &str) -> Option<HiddenKind> {
        let mut style = Style::default();
        style.apply(declarations);
        style.hides()
    }

    #[test]
    fn hiding_styles_are_seen() {
        for (declarations, expected) in [
            ("display:none", HiddenKind::NotDisplayed),
            (
                "DISPLAY : none !important; color:red",
                HiddenKind::NotDisplayed,
            ),
            ("visibility:hidden", HiddenKind::NotDisplayed),
            ("opacity:0", HiddenKind::NotDisplayed),
            ("font-size:0", HiddenKind::NoSize),
            ("font-size: 1px", HiddenKind::NoSize),
            ("max-height:0px;overflow:hidden", HiddenKind::NoSize),
            ("text-indent:-9999px", HiddenKind::NoSize),
            ("color:#fff", HiddenKind::SameColour),
            ("color:rgb(254, 254, 254)", HiddenKind::SameColour),
            ("background:#000 none;color:black", HiddenKind::SameColour),
        ] {
            assert_eq!(hides(declarations), Some(expected), "{declarations}");
        }
    }

    #[test]
    fn ordinary_styles_hide_nothing() {
        for declarations in [
            "font-size:10.5pt",
            "font-size:0.9em",
            "color:white;background-color:#003366",
            "color:white;background-image:url(sky.png)",
            "margin:0;padding:0;height:0",
            "display:block;max-width:600px;overflow:hidden",
            "font: 400 14px/1.5 sans-serif",
        ] {
            assert_eq!(hides(declarations), None, "{declarations}");
        }
    }

    #[test]
    fn rules_with_plain_selectors_count() {
        let mut sheet = StyleSheet::default();
        sheet.add("<!-- .a, #b {display:none} @media print { .c {display:none} } /* .d{ */ p.e{font-size:0} -->");
        let style_of = |tag: &str, id: &str, classes: &str| {
            let mut style = Style::default();
            sheet.apply(&mut style, tag, id, classes);
            style.hides()
        };
        assert!(style_of("div", "", "x A").is_some());
        assert!(style_of("div", "b", "").is_some());
        assert!(style_of("div", "", "c").is_none());
        assert!(style_of("p", "", "e").is_some());
        assert!(style_of("div", "", "e").is_none());
    }
}

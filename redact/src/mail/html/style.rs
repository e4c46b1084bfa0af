//! Does a style hide what stands under it? What CSS hands down from element to element, and the ways
//! it has to keep a text from the reader's eyes.
//!
//! Where a value cannot be decided without a layout (`calc()`, a mask, a colour mixed by the program),
//! the text counts as seen and is reported too, as [`HiddenKind::Unclear`]: nothing that a reader sees
//! is lost, and nothing reaches a model unreported.

use std::borrow::Cow;
use std::rc::Rc;

use super::HiddenKind;
use super::colour::{self, BLACK, LINK, Rgba, WHITE};
use super::declaration::{Declaration, FONT_SIZES, Name, Property, is_wide, words};
use super::geometry;
use super::length::{self, Length};
use super::stylesheet::Declared;
use super::tree::Tag;
use super::variables::{Custom, Values};

/// The size of a letter where nothing says otherwise, in pixels.
pub(super) const FONT: f32 = 16.0;
/// The largest letter that nobody can read, in pixels.
const UNREADABLE: f32 = 2.0;
/// The most opaque that nobody sees.
const INVISIBLE: f32 = 0.06;

/// What text stands on.
#[derive(Clone, Copy)]
enum Background {
    Colour(Rgba),
    /// A picture, and the colour where it is missing.
    Picture(Rgba),
}

/// What styles hand down.
#[derive(Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of CSS of its own"
)]
pub(super) struct Style {
    hidden: Option<HiddenKind>,
    is_unclear: bool,
    is_invisible: bool,
    is_preformatted: bool,
    /// Whether an element around it, not the page, has a background.
    has_backdrop: bool,
    /// Whether the background is seen through the letters alone.
    is_stencil: bool,
    has_shadow: bool,
    is_indented_away: bool,
    is_squeezed: bool,
    has_no_line: bool,
    font: f32,
    opacity: f32,
    colour: Rgba,
    fill: Option<Rgba>,
    background: Background,
    custom: Custom,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            hidden: None,
            is_unclear: false,
            is_invisible: false,
            is_preformatted: false,
            has_backdrop: false,
            is_stencil: false,
            has_shadow: false,
            is_indented_away: false,
            is_squeezed: false,
            has_no_line: false,
            font: FONT,
            opacity: 1.0,
            colour: BLACK,
            fill: None,
            background: Background::Colour(WHITE),
            custom: Custom::default(),
        }
    }
}

/// Whether a declaration could hide an element or its text.
pub(super) fn may_hide(declaration: &Declaration) -> bool {
    let Name::Known(property) = declaration.name else {
        return false;
    };
    let value = &*declaration.value;
    match property {
        Property::Display => value == "none",
        Property::Visibility => value != "visible",
        Property::WhiteSpace | Property::Position | Property::BackgroundClip => false,
        Property::Height
        | Property::Width
        | Property::MaxHeight
        | Property::MaxWidth
        | Property::FontSize
        | Property::LineHeight
        | Property::Opacity
        | Property::Zoom => {
            length::number(value).is_none_or(|(number, _)| number <= f32::from(2_u8))
        }
        _ => true,
    }
}

impl Style {
    /// Why text right under this style is not seen, if so.
    pub(super) fn hides(&self) -> Option<HiddenKind> {
        self.hidden
            .or(self.is_invisible.then_some(HiddenKind::NotDisplayed))
            .or((self.opacity <= INVISIBLE).then_some(HiddenKind::NotDisplayed))
            .or((self.font <= UNREADABLE).then_some(HiddenKind::NoSize))
            .or((self.is_indented_away || self.is_squeezed).then_some(HiddenKind::NoSize))
            .or(self.fades())
            .filter(|kind| *kind != HiddenKind::Unclear)
    }

    /// Whether text right under this style may be hidden though it counts as seen.
    pub(super) fn is_unclear(&self) -> bool {
        self.is_unclear || self.fades() == Some(HiddenKind::Unclear)
    }

    /// Whether the ink cannot be told from what it stands on.
    fn fades(&self) -> Option<HiddenKind> {
        let ink = self.fill.unwrap_or(self.colour);
        let [.., alpha] = ink;
        if self.is_stencil {
            return None;
        }
        let (below, is_picture) = match self.background {
            Background::Colour(colour) => (colour, false),
            Background::Picture(colour) => (colour, true),
        };
        let is_clear = alpha <= INVISIBLE;
        if !is_clear && !colour::is_alike(colour::over(ink, below), below) {
            return None;
        }
        let is_sure = (is_clear || !is_picture) && !self.has_shadow;
        Some(if is_sure {
            HiddenKind::SameColour
        } else {
            HiddenKind::Unclear
        })
    }

    pub(super) fn is_preformatted(&self) -> bool {
        self.is_preformatted
    }

    pub(super) fn hide(&mut self, kind: HiddenKind) {
        self.hidden = self.hidden.or(Some(kind));
    }

    /// The style of a child.
    pub(super) fn child(&self, tag: &Tag, declared: &Declared) -> Self {
        let mut style = Self {
            is_unclear: self.is_unclear || declared.is_unsure,
            ..self.clone()
        };
        style.add_custom(&declared.custom);
        style.hint(tag, declared);
        let parent = self;
        let values = Values {
            declared,
            custom: Rc::clone(&style.custom),
        };
        style.size(&values, parent);
        style.paint(&values, parent);
        style.show(&values, tag);
        style.place(&values);
        style
    }

    fn add_custom(&mut self, custom: &[(Rc<str>, Rc<str>)]) {
        /// More variables than a mail has.
        const MOST: usize = 64;
        if custom.is_empty() {
            return;
        }
        let own = Rc::make_mut(&mut self.custom);
        for (name, value) in custom {
            if let Some(known) = own.iter_mut().find(|(known, _)| known == name) {
                known.1 = Rc::clone(value);
            } else if own.len() < MOST {
                own.push((Rc::clone(name), Rc::clone(value)));
            } else {
                self.is_unclear = true;
            }
        }
    }

    /// Attributes from before CSS, and what programs do by themselves.
    fn hint(&mut self, tag: &Tag, declared: &Declared) {
        let colour = |name| tag.attribute(name).and_then(colour::parse_attribute);
        if let Some(colour) = colour("bgcolor")
            && declared.get(Property::BackgroundColour).is_none()
        {
            self.set_background(colour, tag);
        }
        if tag.attribute("background").is_some() {
            self.set_picture(tag);
        }
        match tag.name.as_str() {
            "font" => self.colour = colour("color").unwrap_or(self.colour),
            "body" => self.colour = colour("text").unwrap_or(self.colour),
            "a" if tag.attribute("href").is_some() => self.colour = LINK,
            "mark" => {
                self.colour = BLACK;
                self.set_background([1.0, 1.0, 0.0, 1.0], tag);
            }
            "pre" | "textarea" | "listing" | "xmp" | "plaintext" => self.is_preformatted = true,
            _ => {}
        }
    }

    fn size(&mut self, values: &Values<'_>, parent: &Self) {
        if let Some(value) = values.get(Property::FontSize) {
            let named = FONT_SIZES.iter().find(|(name, _)| *name == value);
            self.font = match (&*value, named) {
                (_, Some((_, size))) => *size,
                ("smaller", _) => parent.font / 1.2,
                ("larger", _) => parent.font * 1.2,
                ("initial", _) => FONT,
                (wide, _) if is_wide(wide) => parent.font,
                _ => match length::parse(&value, parent.font) {
                    Some(Length::Pixels(pixels)) => pixels,
                    Some(Length::Share(share)) => parent.font * share,
                    Some(Length::Window(share)) => share * 1000.0,
                    None => {
                        self.is_unclear = true;
                        parent.font
                    }
                },
            };
        }
        if values
            .get(Property::FontSizeAdjust)
            .is_some_and(|value| length::share(&value) == Some(0.0))
        {
            self.hide(HiddenKind::NoSize);
        }
        let font = self.font;
        let length = |property| {
            values
                .get(property)
                .and_then(|value| length::parse(&value, font))
        };
        if let Some(Length::Pixels(spacing)) = length(Property::LetterSpacing) {
            self.is_squeezed = spacing <= -font / 2.0;
        }
        if let Some(value) = values.get(Property::LineHeight) {
            let height = match length::number(&value) {
                Some((number, "")) => Some(Length::Pixels(number * font)),
                _ => length::parse(&value, font),
            };
            self.has_no_line = height.is_some_and(|height| height.is_at_most(UNREADABLE));
        }
        if let Some(value) = values.get(Property::WhiteSpace) {
            self.is_preformatted = value.starts_with("pre") || value == "break-spaces";
        }
    }

    fn paint(&mut self, values: &Values<'_>, parent: &Self) {
        if let Some(value) = values.get(Property::Colour) {
            match self.ink(&value, parent.colour) {
                Some(colour) => self.colour = colour,
                None => self.is_unclear = true,
            }
        }
        if let Some(value) = values.get(Property::Fill) {
            let ink = self.ink(&value, parent.fill.unwrap_or(self.colour));
            self.is_unclear |= ink.is_none();
            self.fill = ink.or(self.fill);
        }
        if let Some(value) = values.get(Property::TextShadow) {
            self.has_shadow = value != "none" && !is_wide(&value);
        }
        if let Some(value) = values.get(Property::BackgroundColour)
            && !is_wide(&value)
        {
            match self.ink(&value, self.colour) {
                Some(colour) => self.lay(colour),
                None => self.is_unclear = true,
            }
        }
        if let Some(value) = values.get(Property::BackgroundImage) {
            self.picture(&value);
        }
        if let Some(value) = values.get(Property::BackgroundClip) {
            self.is_stencil = value == "text";
        }
        if let Some(opacity) = values
            .get(Property::Opacity)
            .and_then(|value| length::share(&value))
        {
            self.opacity *= opacity.clamp(0.0, 1.0);
            if self.opacity <= INVISIBLE {
                self.hide(HiddenKind::NotDisplayed);
            }
        }
        for property in [Property::Mask, Property::Animation] {
            let is_set = |value: Cow<'_, str>| {
                value != "none" && value.as_ref() != "\"\"" && !is_wide(&value)
            };
            self.is_unclear |= values.get(property).is_some_and(is_set);
        }
    }

    /// The colour of a value; `None` for one that is mixed by the program.
    fn ink(&self, value: &str, inherited: Rgba) -> Option<Rgba> {
        if let Some(pair) = value.strip_prefix("light-dark(") {
            let light = words(pair.trim_end_matches(')')).into_iter().next()?;
            return colour::parse(&light);
        }
        match value {
            "initial" => Some(BLACK),
            "currentcolor" => Some(self.colour),
            _ if is_wide(value) => Some(inherited),
            _ => colour::parse(value),
        }
    }

    fn set_background(&mut self, colour: Rgba, tag: &Tag) {
        self.lay(colour);
        self.has_backdrop &= !matches!(tag.name.as_str(), "html" | "body");
    }

    /// Lays a colour over what is below.
    fn lay(&mut self, colour: Rgba) {
        let [.., alpha] = colour;
        if alpha <= 0.0 {
            return;
        }
        self.has_backdrop = true;
        self.is_stencil = false;
        self.background = match self.background {
            Background::Colour(below) => Background::Colour(colour::over(colour, below)),
            Background::Picture(_) if alpha >= 0.99 => Background::Colour(colour),
            Background::Picture(below) => Background::Picture(colour::over(colour, below)),
        };
    }

    fn set_picture(&mut self, tag: &Tag) {
        self.has_backdrop |= !matches!(tag.name.as_str(), "html" | "body");
        let (Background::Colour(below) | Background::Picture(below)) = self.background;
        self.background = Background::Picture(below);
    }

    fn picture(&mut self, value: &str) {
        let below = match self.background {
            Background::Colour(colour) | Background::Picture(colour) => colour,
        };
        if !value.contains("url(") && !value.contains("gradient(") && !value.contains("image") {
            return;
        }
        self.has_backdrop = true;
        self.is_stencil = false;
        // A gradient of one colour is that colour.
        let arguments = value.split_once('(').map_or("", |(_, arguments)| arguments);
        let stops: Vec<Rgba> = words(arguments.trim_end_matches(')'))
            .iter()
            .filter_map(|word| colour::parse(word))
            .collect();
        let is_plain = value.contains("gradient(") && !value.contains("url(");
        self.background = match stops.split_first().filter(|_| is_plain) {
            Some((first, rest)) if rest.iter().all(|stop| colour::is_alike(*stop, *first)) => {
                Background::Colour(colour::over(*first, below))
            }
            Some((first, _)) => Background::Picture(colour::over(*first, below)),
            None => Background::Picture(below),
        };
    }

    fn show(&mut self, values: &Values<'_>, tag: &Tag) {
        match values.get(Property::Visibility).as_deref() {
            Some("visible" | "initial") => self.is_invisible = false,
            Some("hidden" | "collapse") => self.is_invisible = true,
            _ => {}
        }
        let is_none_by_itself = tag.attribute("hidden").is_some()
            || tag.name == "dialog" && tag.attribute("open").is_none()
            || tag.name == "datalist";
        let is_none = match values.get(Property::Display).as_deref() {
            None | Some("revert" | "revert-layer") => is_none_by_itself,
            Some(display) => display == "none",
        };
        let says = |property, word: &str| values.get(property).as_deref() == Some(word);
        if is_none || says(Property::ContentVisibility, "hidden") || says(Property::MsoHide, "all")
        {
            self.hide(HiddenKind::NotDisplayed);
        }
        if let Some(zoom) = values
            .get(Property::Zoom)
            .and_then(|value| length::share(&value))
            && zoom <= 0.1
        {
            self.hide(HiddenKind::NoSize);
        }
    }

    /// Boxes without room, and boxes out of sight.
    fn place(&mut self, values: &Values<'_>) {
        let font = self.font;
        let length = |property| {
            values
                .get(property)
                .and_then(|value| length::parse(&value, font))
        };
        let is_none =
            |property| length(property).is_some_and(|length| length.is_at_most(UNREADABLE));
        let has_padding =
            |property| length(property).is_some_and(|length| !length.is_at_most(UNREADABLE));
        let is_zero = |property| length(property).is_some_and(|length| length.is_at_most(0.0));
        let clips = values
            .get(Property::Overflow)
            .is_some_and(|value| value != "visible" && !is_wide(&value));
        let is_low = is_none(Property::Height) || is_none(Property::MaxHeight) || self.has_no_line;
        let is_narrow = is_none(Property::Width) || is_none(Property::MaxWidth);
        let has_no_room = is_low && !has_padding(Property::PaddingBlock)
            || is_narrow && !has_padding(Property::PaddingInline);
        // A box that may have no height at all is meant to hide, whatever overflows it.
        if clips && has_no_room || is_zero(Property::MaxHeight) {
            self.hide(HiddenKind::NoSize);
        }
        if let Some(indent) = length(Property::TextIndent) {
            let is_whole = |length| matches!(length, Length::Share(share) if share.abs() >= 1.0);
            self.is_indented_away = geometry::is_far(indent) || clips && is_whole(indent);
        }
        let is_away = [
            Property::Left,
            Property::Top,
            Property::Right,
            Property::Bottom,
        ]
        .into_iter()
        .filter_map(length)
        .any(|length| {
            geometry::is_far(length) || matches!(length, Length::Share(share) if share <= -1.0)
        });
        let is_pushed = [Property::MarginLeft, Property::MarginTop]
            .into_iter()
            .filter_map(length)
            .any(geometry::is_far);
        if is_away || is_pushed {
            self.hide(HiddenKind::NoSize);
        }
        for (property, judge) in [
            (
                Property::Transform,
                geometry::transform as fn(&str, f32) -> geometry::Sight,
            ),
            (Property::Translate, geometry::translate),
            (Property::Scale, geometry::scale),
            (Property::Rotate, geometry::rotate),
            (Property::Filter, geometry::filter),
            (Property::Clip, geometry::clip),
            (Property::ClipPath, geometry::clip_path),
        ] {
            let Some(value) = values.get(property).filter(|value| !is_wide(value)) else {
                continue;
            };
            match judge(&value, font) {
                geometry::Sight::Seen => {}
                geometry::Sight::Unclear => self.is_unclear = true,
                geometry::Sight::Hidden => self.hide(HiddenKind::NoSize),
            }
        }
        let is_below = values
            .get(Property::ZIndex)
            .is_some_and(|value| length::number(&value).is_some_and(|(index, _)| index < 0.0));
        if is_below {
            // Behind the background of a box around it; otherwise behind whatever else stands there.
            let is_positioned = values
                .get(Property::Position)
                .is_some_and(|value| value != "static");
            if is_positioned && self.has_backdrop {
                self.hide(HiddenKind::NotDisplayed);
            } else {
                self.is_unclear = true;
            }
        }
    }
}

//! What else should not stand in a finished text: marks and tags of the prompt, slots that a model
//! invented, and placeholders that cannot be read surely.

use std::ops::Range;

use super::grammar::{Attempt, Shape, attempt};
use super::unit::{Read, Tail, Unit, Window};
use super::{FENCE_NAME, MARKS, slot};

/// Most characters between a label and the placeholder it labels.
const MAX_GLUE: usize = 12;
/// Most white space after a placeholder that ends a text; more of it and the text goes on.
const MAX_TAIL: usize = 64;
/// Most characters of a tag of the fence.
const MAX_TAG: usize = 48;

/// The kind of a [`Leftover`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftoverKind {
    /// A placeholder that the end of the text cut off, so that another may have been meant:
    /// `[PERSON_1` where the map has a `[PERSON_11]`.
    CutPlaceholder,
    /// Something like a placeholder that cannot be read surely: `EMAIL_1.5`, `[PERSON_1と2]`, `[EMAIL #1]`.
    UnclearPlaceholder,
    /// A placeholder without brackets that labels the one after it: `PHONE 1: [PHONE_1]`.
    LabelPlaceholder,
    /// A slot to be filled in: `[Customer_Name]`, `[お名前]`, `{name}`.
    Slot,
    /// A tag of the prompt's fence: `</mail-…>`.
    FenceTag,
    /// A mark of the prompt's content.
    Mark,
}

impl LeftoverKind {
    /// Its name, such as `fence_tag`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CutPlaceholder => "cut_placeholder",
            Self::UnclearPlaceholder => "unclear_placeholder",
            Self::LabelPlaceholder => "label_placeholder",
            Self::Slot => "slot",
            Self::FenceTag => "fence_tag",
            Self::Mark => "mark",
        }
    }
}

/// Something that was left in a text and should not stand in a finished one: its kind and its place in the
/// text that was given to the restorer, without the text itself.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Leftover {
    /// What it is.
    pub kind: LeftoverKind,
    /// Where it stands, in bytes. Of JSON: the string that it stands in.
    pub bytes: Range<usize>,
    /// The same in characters (code points).
    pub characters: Range<usize>,
}

/// What looking at one place gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look<T> {
    Found(T),
    No,
    /// More text is needed to tell.
    More,
}

/// Looks for a tag of the fence or a slot at the bracket at byte `at`; gives its length and kind.
pub(super) fn in_brackets(window: &Window<'_>, at: usize) -> Look<(usize, LeftoverKind)> {
    let unit = match window.read(at) {
        Read::Unit(unit) => unit,
        Read::End => return Look::No,
        Read::More => return Look::More,
    };
    if matches!(unit.character, '<' | '(') {
        match fence_tag(window, at, unit) {
            Look::No => {}
            found => return found,
        }
    }
    slot::look(window, at, unit)
}

/// `<mail-0123…>`, `</mail-0123…>`, also with `(` as the fence leaves one that was typed.
fn fence_tag(window: &Window<'_>, start: usize, opening: Unit) -> Look<(usize, LeftoverKind)> {
    let mut at = start + opening.len;
    let mut name = FENCE_NAME.chars();
    let mut expected = name.next();
    let mut digits = 0;
    for _ in 0..MAX_TAG {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => break,
            Read::More => return Look::More,
        };
        match (expected, unit.character) {
            (Some(letter), other) if other.eq_ignore_ascii_case(&letter) => expected = name.next(),
            (Some('m'), ' ' | '/') => {}
            (None, '-' | '_' | ' ') if digits == 0 => {}
            (None, digit) if digit.is_ascii_hexdigit() => digits += 1,
            (None, '>') => {
                at += unit.len;
                break;
            }
            (None, _) if digits > 0 => break,
            _ => return Look::No,
        }
        at += unit.len;
    }
    // Prose has (mail 1); a tag in round brackets shows by its length.
    let least = if opening.character == '<' { 0 } else { 16 };
    if expected.is_none() && digits >= least {
        Look::Found((at - start, LeftoverKind::FenceTag))
    } else {
        Look::No
    }
}

/// Whether the bare `shape` at byte `at` labels a placeholder after it: `PHONE 1: [PHONE_1]`.
pub(super) fn is_label(window: &Window<'_>, at: usize, shape: &Shape) -> Look<()> {
    let mut at = at + shape.len;
    let mut names = false;
    for count in 0..MAX_GLUE {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => return Look::No,
            Read::More => return Look::More,
        };
        match unit.character {
            ':' | '=' | 'は' | '→' => names = true,
            ' ' | '\t' | '\n' | '\r' | '*' | '_' | '`' | '~' | '"' | '\'' | '-' | '>' | '|' => {}
            '[' | '(' | '{' | '<' | '【' | '「' | '『' | '〈' | '《' | '〔' if count > 0 => {
                match attempt(window, at) {
                    Attempt::More => return Look::More,
                    Attempt::Shape(next) if next.label == shape.label => {
                        return if names || next.number == shape.number {
                            Look::Found(())
                        } else {
                            Look::No
                        };
                    }
                    _ if matches!(unit.character, '(' | '「') => {}
                    _ => return Look::No,
                }
            }
            '(' => {}
            _ => return Look::No,
        }
        at += unit.len;
    }
    Look::No
}

/// Whether nothing but white space follows byte `at`.
pub(super) fn is_at_end(window: &Window<'_>, at: usize) -> Look<()> {
    let rest = window.text.get(at..).unwrap_or_default();
    for (count, character) in rest.chars().enumerate() {
        if !character.is_whitespace() || count == MAX_TAIL {
            return Look::No;
        }
    }
    match window.tail {
        Tail::End => Look::Found(()),
        Tail::Placeholder => Look::No,
        Tail::Open => Look::More,
    }
}

/// The places of marks in `text`.
pub(super) fn marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    // The first bytes of all marks, which few characters share.
    let first = |byte: &u8| matches!(byte, 0xC2 | 0xCB | 0xE2);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + bytes.get(from..)?.iter().position(first)?;
            from = at + 1;
            let found = text.get(at..).and_then(|rest| rest.chars().next());
            if let Some(mark) = found.filter(|found| MARKS.contains(found)) {
                return Some(at..at + mark.len_utf8());
            }
        }
    })
}

//! What a restorer did: which placeholders came back, in which disguise, and which did not.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

use super::{Leftover, Placeholder};

/// What a language model did to a placeholder that was restored all the same.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Edits(u16);

macro_rules! edits {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal;)+) => {
        edits!(@constants 0u16; $($(#[doc = $doc])+ $name;)+);

        impl Edits {
            const NAMES: &'static [(Self, &'static str)] = &[$((Self::$name, $word)),+];
        }
    };
    (@constants $bit:expr; $(#[doc = $doc:literal])+ $name:ident; $($rest:tt)*) => {
        impl Edits {
            $(#[doc = $doc])+
            pub const $name: Self = Self(1 << $bit);
        }
        edits!(@constants $bit + 1; $($rest)*);
    };
    (@constants $bit:expr;) => {};
}

edits! {
    /// Small letters in the label.
    CASE = "case";
    /// Spaces inside the brackets.
    SPACING = "spacing";
    /// Something else than one `_` before the number, or between the words of the label.
    SEPARATOR = "separator";
    /// Full-width characters.
    FULL_WIDTH = "full_width";
    /// Other brackets, or none.
    BRACKETS = "brackets";
    /// Markdown escapes: `\[EMAIL\_1\]`.
    MARKDOWN_ESCAPE = "markdown_escape";
    /// HTML entities: `&#91;EMAIL_1&#93;`.
    HTML_ENTITY = "html_entity";
    /// JSON escapes: `\u005bEMAIL_1\u005d`.
    JSON_ESCAPE = "json_escape";
    /// Percent-encoding: `%5BEMAIL_1%5D`.
    PERCENT_ENCODED = "percent_encoded";
    /// Bold or code marks, or invisible characters, inside the brackets.
    MARKS = "marks";
    /// Leading zeros: `[EMAIL_01]`.
    ZERO_PADDED = "zero_padded";
    /// A line break inside.
    LINE_BREAK = "line_break";
    /// Another word for the label: `[メール_1]`.
    TRANSLATED = "translated";
    /// No number: `[EMAIL]`.
    NUMBER_DROPPED = "number_dropped";
}

impl Edits {
    /// Nothing was done to it.
    pub const NONE: Self = Self(0);

    /// Whether all of `other` are among these.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is among these.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These and `other`.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing was done.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their names, such as `full_width`.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES
            .iter()
            .filter(move |(edit, _)| self.contains(*edit))
            .map(|(_, name)| *name)
    }
}

impl BitOr for Edits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl BitOrAssign for Edits {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Edits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.names()).finish()
    }
}

impl serde::Serialize for Edits {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// How restoring went, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every placeholder in the text was restored (or was the sender's own text), and nothing else was left
    /// that should not stand in a finished text.
    Complete,
    /// Some placeholder in the text names nothing that the map holds, or something else was left: see
    /// [`RestoreReport::unresolved`] and [`RestoreReport::leftovers`].
    Partial,
    /// Some placeholder was held back: the policy denies it, or the map is expired or forgotten.
    Blocked,
}

/// A placeholder restored although it was changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Tolerated {
    /// Which one.
    pub placeholder: Placeholder,
    /// What was done to it.
    pub edits: Edits,
}

/// What a restorer did to one text. Holds placeholders and counts, no restored value.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct RestoreReport {
    /// How many places were restored, the tolerated ones included.
    pub restored: usize,
    /// Those that were restored although they were changed, in order.
    pub tolerated: Vec<Tolerated>,
    /// Those that name nothing the map holds: forged, or of another map. Left as they stood.
    pub unresolved: Vec<Placeholder>,
    /// Those that the policy, or the age of the map, held back. Left as they stood.
    pub denied: Vec<Placeholder>,
    /// Those that the sender had typed. Left as they stood.
    pub foreign: Vec<Placeholder>,
    /// Those of the map that the text does not mention, in the order of their making.
    pub missing: Vec<Placeholder>,
    /// What else should not stand in a finished text, in order: placeholders that cannot be read surely,
    /// invented slots, tags and marks of the prompt. Left as they stood.
    pub leftovers: Vec<Leftover>,
}

impl RestoreReport {
    /// How it went, in one word. A placeholder that the text does not mention is no fault: an
    /// answer need not repeat everything.
    pub fn outcome(&self) -> Outcome {
        if !self.denied.is_empty() {
            Outcome::Blocked
        } else if !self.unresolved.is_empty() || !self.leftovers.is_empty() {
            Outcome::Partial
        } else {
            Outcome::Complete
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_have_names() {
        let edits = Edits::CASE | Edits::NUMBER_DROPPED;
        assert_eq!(format!("{edits:?}"), r#"{"case", "number_dropped"}"#);
        assert!(!edits.contains(Edits::MARKS));
    }
}

//! A rule as a constant. Whatever else is known of a rule (registry entry, catalogue page, exported
//! YAML, tests) is derived from it.

use super::{Boundary, Candidate, Validity};
use crate::{EntityType, Score};

/// A rule: what it finds, by which patterns, and the proof that it does.
///
/// All texts in it (patterns, context words, labels) are matched against **folded** text: ASCII
/// digits and punctuation, `-` for every dash, a plain space for every space, full-width katakana.
#[derive(Debug)]
pub struct RecognizerSpec {
    /// `folder/file`, such as `jp/postal_code`; unique.
    pub id: &'static str,
    /// The kind of personal data.
    pub entity: EntityType,
    /// One sentence for the catalogue.
    pub summary: &'static str,
    /// The official definition: law, standard or registry, with its section.
    pub reference: &'static str,
    /// Whether it runs unless asked for by name.
    pub activation: Activation,
    /// The shapes, each with its own score; all that match are tried.
    pub patterns: &'static [Pattern],
    /// Words near a match that make it likelier. Latin ones match as whole words in any case,
    /// Japanese ones anywhere. The word nearest before the match decides between rules.
    pub context: &'static [&'static str],
    /// Labels that say the value is something else (注文番号, 品番): when one of them stands nearer
    /// before the match than any context word, the match is turned down.
    pub counter_context: &'static [&'static str],
    /// Check digit and structure; `Valid` raises the score to 1, `Invalid` turns the match down.
    pub check: Option<fn(&Candidate<'_>) -> Validity>,
    /// What it finds.
    pub examples: &'static [Example],
    /// What it must leave alone.
    pub counter_examples: &'static [CounterExample],
    /// What it should find and does not, said plainly.
    pub known_gaps: &'static [KnownGap],
}

/// Whether a rule runs unless asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// Part of the default profile.
    Default,
    /// Runs only when its entity or id is asked for by name.
    OnRequest,
}

/// One shape of a rule.
#[derive(Debug)]
pub struct Pattern {
    /// A short name for explanations, unique in its rule.
    pub name: &'static str,
    /// The shape as a regular expression. Classes are ASCII (`\d` is `[0-9]`, `\w` is
    /// `[0-9A-Za-z_]`, `.` is any character but a line feed); no look-around, no `\b`: say
    /// [`Pattern::boundary`]. Of several ways to match the longest wins, whatever the
    /// order of alternatives: a boundary is checked behind the match, so that a shorter one would be
    /// turned down where the longer one holds.
    pub regex: &'static str,
    /// The score without context; under 0.4 it needs a context word in the default profile.
    pub score: Score,
    /// What must not stand beside a match.
    pub boundary: Boundary,
    /// Where in a text a match may begin: at any of these. The scanner tries the pattern at such places
    /// alone, so together they must cover every text the pattern is meant to match; a test compares
    /// with trying it everywhere.
    pub anchors: &'static [Anchor],
}

/// Where a match of a pattern may begin.
#[derive(Clone, Copy, Debug)]
pub enum Anchor {
    /// At the first digit of a run of `digits.0` to `digits.1` ASCII digits with `then` behind it.
    Number {
        /// Fewest and most digits in the run.
        digits: (u8, u8),
        /// What may follow the run.
        then: Then,
    },
    /// Some characters before such a run: at the first of at most `max` characters of `class` that
    /// stand right before it, then at each later one, until the pattern matches.
    BeforeNumber {
        /// Fewest and most digits in the run.
        digits: (u8, u8),
        /// What may follow the run.
        then: Then,
        /// Which characters may stand between the start of the match and the number.
        class: fn(char) -> bool,
        /// How many of them at the most.
        max: u8,
    },
    /// At the first character of a run of `length.0` to `length.1` ASCII letters and digits of the kind
    /// `run`, with `then` behind it.
    Word {
        /// Letters alone, or letters and digits.
        run: Run,
        /// Fewest and most characters in the run.
        length: (u8, u8),
        /// What may follow the run.
        then: Then,
    },
    /// At one of these texts, in any ASCII case. A text that begins with an ASCII letter or digit is
    /// looked for at the start of such a run only.
    Literal(&'static [&'static str]),
    /// At the value behind one of these labels (in any ASCII case, begun as for `Literal`) and
    /// whatever parts them: spaces, a line break, `:` `=` `は` `が`, brackets and quotes.
    Label(&'static [&'static str]),
    /// At the first of at most `max` characters of `class` right before the ASCII character `byte`,
    /// then at each later one, until the pattern matches.
    Before {
        /// The ASCII character, such as `@`.
        byte: u8,
        /// Which characters may stand between the start of the match and `byte`.
        class: fn(char) -> bool,
        /// How many of them at the most.
        max: u8,
    },
    /// As `Before`, with a text of two or more ASCII characters, the first neither letter nor digit
    /// (`://`): rarer than its first character, so that fewer places are tried.
    BeforeText {
        /// The text, such as `://`.
        text: &'static str,
        /// Which characters may stand between the start of the match and `text`.
        class: fn(char) -> bool,
        /// How many of them at the most.
        max: u8,
    },
    /// At one of these ASCII characters that are neither letters nor digits.
    Bytes(&'static [u8]),
}

/// What a run of ASCII letters and digits is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Letters alone.
    Letters,
    /// At least one letter and at least one digit.
    Mixed,
}

/// What may stand right behind a run of letters or digits: a set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Then(u8);

impl Then {
    /// The end of the text, or anything not named here.
    pub const OTHER: Self = Self(1);
    /// A space.
    pub const SPACE: Self = Self(1 << 1);
    /// `-` or `_`.
    pub const HYPHEN: Self = Self(1 << 2);
    /// `.`
    pub const DOT: Self = Self(1 << 3);
    /// `/`
    pub const SLASH: Self = Self(1 << 4);
    /// `:`
    pub const COLON: Self = Self(1 << 5);
    /// `(` or `)`
    pub const BRACKET: Self = Self(1 << 6);
    /// Any character that is not ASCII, kana and kanji for instance; behind a run of digits also
    /// ASCII letters.
    pub const TEXT: Self = Self(1 << 7);
    /// Anything at all.
    pub const ANY: Self = Self(0xFF);
    /// The empty set.
    pub(crate) const NOTHING: Self = Self(0);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether both sets share a class.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The class of the byte behind a run (`None` at the end of the text).
    #[inline]
    pub(crate) fn of(next: Option<u8>) -> Self {
        /// The class of every byte: this is asked for every word of a text.
        static CLASSES: [Then; 256] = {
            let mut classes = [Then::OTHER; 256];
            let mut byte = 0;
            while byte < 256 {
                #[allow(clippy::cast_possible_truncation, reason = "the loop ends at 255")]
                let value = byte as u8;
                classes[byte] = match value {
                    b' ' => Then::SPACE,
                    b'-' | b'_' => Then::HYPHEN,
                    b'.' => Then::DOT,
                    b'/' => Then::SLASH,
                    b':' => Then::COLON,
                    b'(' | b')' => Then::BRACKET,
                    _ if !value.is_ascii() || value.is_ascii_alphanumeric() => Then::TEXT,
                    _ => Then::OTHER,
                };
                byte += 1;
            }
            classes
        };
        next.map_or(Self::OTHER, |next| CLASSES[usize::from(next)])
    }

    /// The class at a place (0 to 7) of a dispatch table.
    pub(crate) const fn from_index(index: usize) -> Self {
        Self(1 << index)
    }

    /// The place of a single class in a dispatch table, 0 to 7.
    pub(crate) const fn index(self) -> usize {
        self.0.trailing_zeros() as usize
    }
}

/// A text in which the rule finds what stands between `«` and `»` (the marks themselves are no part
/// of the text), and nothing else.
#[derive(Debug)]
pub struct Example {
    /// The text with its marks.
    pub text: &'static str,
}

/// A text in which the rule finds nothing. What stands between `«` and `»` is what **other** rules
/// of the default profile find in it; without marks the whole engine finds nothing.
#[derive(Debug)]
pub struct CounterExample {
    /// The text with its marks.
    pub text: &'static str,
    /// Why it is no match.
    pub reason: &'static str,
}

/// A text with a value (between `«` and `»`) that the rule misses.
#[derive(Debug)]
pub struct KnownGap {
    /// The text with its marks.
    pub text: &'static str,
    /// Why the rule lets it pass.
    pub reason: &'static str,
}

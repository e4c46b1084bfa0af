//! The tolerant grammar: what still counts as a placeholder after a language model had its way.
//!
//! One attempt at one place of a text, hand-written, each character looked at once, never further
//! than a bounded number of characters ahead; so that a whole text is linear and a stream holds
//! back no more than one possible placeholder. There is no distance and no guess: either the
//! disguises listed in [`Edits`] explain every character, or it is no placeholder.
//!
//! In brackets much is taken: any of ten pairs, any case, gaps of spaces, line breaks, dashes, code
//! marks, a translated label (in brackets that prose uses, only with `_` or in capitals). A bare word is taken in few forms, since prose has bare words: the
//! label itself with `_` before the number in any case, or in capitals with a space, a dash or nothing.
//! A label without its number must be in capitals in square brackets.
//!
//! What a placeholder of ours looks like to this grammar matters as much: `[` is never part of a
//! match but at its beginning, and `]` ends it, so a placeholder between any two texts is read as
//! itself, and the texts as they would be read with a bracket beside them. `restore(redact(x)) ==
//! x` rests on this.

use super::label::{FlatLabel, Label, known_by_any_name, known_by_name};
use super::report::Edits;
use super::unit::{Escape, INVISIBLE, Read, Unit, Window};
use crate::text::script;

/// Most characters in one gap (spaces, line breaks, marks).
const MAX_GAP: usize = 8;
/// Most digits of a number, leading zeros included.
const MAX_DIGITS: usize = 9;
/// Most words of a bare label.
const MAX_BARE_WORDS: usize = 6;

/// What anything but `_` between letters leaves behind.
const GAPS: Edits = Edits::SPACING
    .with(Edits::SEPARATOR)
    .with(Edits::LINE_BREAK)
    .with(Edits::MARKS);

/// Something that has the shape of a placeholder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// How many bytes of the text it takes up.
    pub(super) len: usize,
    pub(super) label: Label,
    /// `None` where the number was dropped.
    pub(super) number: Option<u32>,
    /// Which spelling of the entity: 0 for the first.
    pub(super) variant: u8,
    pub(super) edits: Edits,
}

/// What an attempt at one place gives.
#[derive(Clone, Copy, Debug)]
pub(super) enum Attempt {
    Shape(Shape),
    No,
    /// More text is needed to tell.
    More,
}

/// The bracket that closes what `character` opens.
fn closing(character: char) -> Option<char> {
    Some(match character {
        '[' => ']',
        '(' => ')',
        '{' => '}',
        '<' => '>',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '〈' => '〉',
        '《' => '》',
        '〔' => '〕',
        _ => return None,
    })
}

/// Tries to read a placeholder that begins at byte `at`.
pub(super) fn attempt(window: &Window<'_>, at: usize) -> Attempt {
    let unit = match window.read(at) {
        Read::Unit(unit) => unit,
        Read::End => return Attempt::No,
        Read::More => return Attempt::More,
    };
    if let Some(closing) = closing(unit.character) {
        return Bracketed::new(unit, closing).run(window, at);
    }
    if unit.character.is_ascii_alphabetic()
        && unit.escape == Escape::None
        && !window.before(at).is_some_and(joins)
    {
        return bare(window, at);
    }
    Attempt::No
}

/// Whether `character` beside a bare placeholder makes it part of a longer word. Japanese and
/// Korean set their particles and titles right behind it.
fn joins(character: char) -> bool {
    script::is_word(character)
        && !matches!(character, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}')
}

/// Whether a label may be written with `character`.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
        || script::is_japanese(character)
        || matches!(character, '\u{AC00}'..='\u{D7A3}')
}

/// What parts two letters or digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Nothing,
    /// A line break and nothing else.
    LineBreak,
    /// Exactly one `_`, as it should be.
    Underscore,
    Other,
}

/// The state of reading between brackets.
struct Bracketed {
    opening: Unit,
    closing: char,
    flat: FlatLabel,
    /// How many bytes of `flat` are the label, while digits behind it are read.
    label_len: usize,
    number: u32,
    digits: usize,
    suffix: Option<u8>,
    gap: Gap,
    gap_len: usize,
    has_small: bool,
    /// Whether a letter of another script was seen.
    has_other: bool,
    /// Whether prose has such brackets: (email 1), 「電話1」.
    in_prose: bool,
    edits: Edits,
}

impl Bracketed {
    fn new(opening: Unit, closing: char) -> Self {
        let mut edits = opening.escape.edits();
        if opening.character != '[' {
            edits |= Edits::BRACKETS;
        }
        if opening.wide {
            edits |= Edits::FULL_WIDTH;
        }
        Self {
            opening,
            closing,
            flat: FlatLabel::new(),
            label_len: 0,
            number: 0,
            digits: 0,
            suffix: None,
            gap: Gap::Nothing,
            gap_len: 0,
            has_small: false,
            has_other: false,
            in_prose: matches!(opening.character, '(' | '「' | '『' | '〈' | '《'),
            edits,
        }
    }

    fn run(mut self, window: &Window<'_>, start: usize) -> Attempt {
        let mut at = start + self.opening.len;
        loop {
            let unit = match window.read(at) {
                Read::Unit(unit) => unit,
                Read::End => return Attempt::No,
                Read::More => return Attempt::More,
            };
            at += unit.len;
            let taken = match unit.character {
                character if character == self.closing => {
                    return self
                        .finish(unit, at - start)
                        .map_or(Attempt::No, Attempt::Shape);
                }
                '0'..='9' => self.digit(unit.character),
                '_' | '-' | ' ' | '\t' | '\n' | '\r' | '*' | '`' | '~' | INVISIBLE => {
                    self.space(unit)
                }
                character if is_letter(character) => self.letter(character),
                _ => None,
            };
            if taken.is_none() {
                return Attempt::No;
            }
            self.edits |= unit.escape.edits();
            if unit.wide {
                self.edits |= Edits::FULL_WIDTH;
            }
        }
    }

    fn space(&mut self, unit: Unit) -> Option<()> {
        self.gap_len += 1;
        // In brackets that prose uses, small words with spaces are prose.
        let is_prose = self.in_prose && self.has_small && self.digits == 0 && unit.character != '_';
        if self.gap_len > MAX_GAP || is_prose {
            return None;
        }
        self.edits |= match unit.character {
            '_' => Edits::NONE,
            '-' => Edits::SEPARATOR,
            '\n' | '\r' => Edits::LINE_BREAK,
            ' ' | '\t' => Edits::SPACING,
            _ => Edits::MARKS,
        };
        self.gap = match (self.gap, unit.character) {
            (Gap::Nothing, '_') => Gap::Underscore,
            (Gap::Nothing | Gap::LineBreak, '\n' | '\r') => Gap::LineBreak,
            _ => Gap::Other,
        };
        Some(())
    }

    fn is_capital(&self) -> bool {
        !self.has_small && !self.has_other
    }

    /// A letter or digit ends the gap before it.
    fn close_gap(&mut self) -> Gap {
        self.gap_len = 0;
        std::mem::replace(&mut self.gap, Gap::Nothing)
    }

    /// What looked like number and suffix is part of the label after all.
    fn absorb(&mut self) {
        self.label_len = self.flat.len();
        self.number = 0;
        self.digits = 0;
        self.suffix = None;
    }

    fn digit(&mut self, character: char) -> Option<()> {
        let gap = self.close_gap();
        if self.flat.len() == 0 {
            return None;
        }
        if self.in_prose && gap != Gap::Underscore && self.digits == 0 && !self.is_capital() {
            return None;
        }
        let goes_on = self.digits > 0
            && self.suffix.is_none()
            && matches!(gap, Gap::Nothing | Gap::LineBreak);
        if !goes_on {
            self.absorb();
            if gap != Gap::Underscore {
                self.edits |= Edits::SEPARATOR;
            }
        }
        if self.digits == 0 && character == '0' {
            self.edits |= Edits::ZERO_PADDED;
        }
        self.digits += 1;
        if self.digits > MAX_DIGITS {
            return None;
        }
        self.number = self.number * 10 + character.to_digit(10)?;
        self.flat.push(character)
    }

    fn letter(&mut self, character: char) -> Option<()> {
        let gap = self.close_gap();
        if self.digits > 0 {
            let is_suffix =
                gap == Gap::Nothing && self.suffix.is_none() && character.is_ascii_alphabetic();
            if is_suffix {
                if character.is_ascii_uppercase() {
                    self.edits |= Edits::CASE;
                }
                self.suffix = Some(variant_of(character)?);
                return self.flat.push(character);
            }
            self.absorb();
        }
        self.has_small |= character.is_ascii_lowercase();
        self.has_other |= !character.is_ascii();
        self.flat.push(character)?;
        self.label_len = self.flat.len();
        Some(())
    }

    fn finish(mut self, closing: Unit, len: usize) -> Option<Shape> {
        // An escape taken from the opening bracket must be there at the closing one as well;
        // otherwise the backslash before one of our own placeholders would be swallowed.
        if self.opening.escape != Escape::None && self.opening.escape != closing.escape {
            return None;
        }
        self.edits |= closing.escape.edits();
        if closing.wide {
            self.edits |= Edits::FULL_WIDTH;
        }
        if self.has_small {
            self.edits |= Edits::CASE;
        }
        self.flat.truncate(self.label_len);
        let flat = self.flat;
        if self.digits == 0 {
            let plain = self.opening.character == '['
                && matches!(self.opening.escape, Escape::None | Escape::Markdown)
                && !self.has_small
                && !self.edits.intersects(GAPS);
            let known = known_by_name(flat.as_str()).filter(|_| plain)?;
            return Some(Shape {
                len,
                label: Label::Known(known),
                number: None,
                variant: 0,
                edits: self.edits | Edits::NUMBER_DROPPED,
            });
        }
        if self.number == 0 {
            return None;
        }
        let label = match known_by_any_name(flat.as_str()) {
            Some(known) => {
                if known.flat != flat.as_str() {
                    self.edits |= Edits::TRANSLATED;
                }
                Label::Known(known)
            }
            // The labels of custom kinds are ASCII.
            None if !self.has_other => Label::Other(flat),
            None => return None,
        };
        Some(Shape {
            len,
            label,
            number: Some(self.number),
            variant: self.suffix.unwrap_or(0),
            edits: self.edits,
        })
    }
}

/// The index of the spelling that a letter behind the number names; `a` is the first.
fn variant_of(letter: char) -> Option<u8> {
    let letter = u8::try_from(letter.to_ascii_lowercase()).ok()?;
    letter.checked_sub(b'a').filter(|index| *index < 26)
}

/// Reads a placeholder without brackets.
fn bare(window: &Window<'_>, start: usize) -> Attempt {
    let mut flat = FlatLabel::new();
    let mut edits = Edits::BRACKETS;
    let mut at = start;
    let mut gap = Gap::Nothing;
    let mut all_capitals = true;
    let mut underscores_only = true;
    let mut words = 1;
    // The label, up to the first digit.
    loop {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => return Attempt::No,
            Read::More => return Attempt::More,
        };
        match unit.character {
            '0'..='9' if unit.escape == Escape::None => break,
            '_' | '-' | ' ' if gap == Gap::Nothing && words < MAX_BARE_WORDS => {
                words += 1;
                if unit.character == '_' {
                    gap = Gap::Underscore;
                } else {
                    gap = Gap::Other;
                    underscores_only = false;
                    edits |= Edits::SEPARATOR;
                }
            }
            letter if letter.is_ascii_alphabetic() && unit.escape == Escape::None => {
                gap = Gap::Nothing;
                all_capitals &= letter.is_ascii_uppercase();
                if flat.push(letter).is_none() {
                    return Attempt::No;
                }
            }
            _ => return Attempt::No,
        }
        // In prose, only capitals may be parted by anything but `_`.
        if !all_capitals && !underscores_only {
            return Attempt::No;
        }
        edits |= unit.escape.edits();
        if unit.wide {
            edits |= Edits::FULL_WIDTH;
        }
        at += unit.len;
    }
    if gap == Gap::Nothing {
        edits |= Edits::SEPARATOR;
    }
    let label = match known_by_name(flat.as_str()) {
        Some(known) if all_capitals || gap == Gap::Underscore => Label::Known(known),
        // Any other word in capitals may be the label of a custom kind.
        None if all_capitals && gap == Gap::Underscore => Label::Other(flat),
        _ => return Attempt::No,
    };
    if !all_capitals {
        edits |= Edits::CASE;
    }
    // The number, and the letter of a further spelling.
    let mut number = 0;
    let mut digits = 0;
    let mut variant = 0;
    let mut suffixed = false;
    loop {
        let unit = match window.read(at) {
            Read::Unit(unit) => unit,
            Read::End => break,
            Read::More => return Attempt::More,
        };
        match unit.character {
            digit @ '0'..='9' if unit.escape == Escape::None && !suffixed => {
                if digits == 0 && digit == '0' {
                    edits |= Edits::ZERO_PADDED;
                }
                digits += 1;
                if digits > MAX_DIGITS {
                    return Attempt::No;
                }
                number = number * 10 + digit.to_digit(10).unwrap_or(0);
            }
            letter if letter.is_ascii_alphabetic() && unit.escape == Escape::None && !suffixed => {
                suffixed = true;
                variant = variant_of(letter).unwrap_or(0);
            }
            other if joins(other) && unit.escape == Escape::None => return Attempt::No,
            _ => break,
        }
        if unit.wide {
            edits |= Edits::FULL_WIDTH;
        }
        at += unit.len;
    }
    if number == 0 {
        return Attempt::No;
    }
    Attempt::Shape(Shape {
        len: at - start,
        label,
        number: Some(number),
        variant,
        edits,
    })
}

//! The tolerant grammar: what still counts as a placeholder after a language model had its way.
//!
//! One attempt at one place of a text, hand-written, each character looked at once, never further
//! than a bounded number of characters ahead; so that a whole text is linear and a stream holds
//! back no more than one possible placeholder. There is no distance and no guess: either the
//! disguises listed in [`Edits`] explain every character, or it is no placeholder.
//!
//! In brackets much is taken: any of ten pairs, any case, gaps of spaces, line breaks, dashes, code
//! marks, a translated label (in brackets that prose uses, only with `_` or in capitals). A bare word is taken in few forms, since prose has bare words: the
//! label itself with `_` before the number in any case, or in capitals with a space, a dash or nothing,
//! and between the `_` of Markdown's emphasis. A label without its number must be in capitals in square
//! brackets. Angle and round brackets stand around tags, the fence's own too, and around prose: there an
//! English word must be the label itself.
//!
//! What could be read in two ways ([`Shape::doubtful`]: `EMAIL_1.5`, `PERSON 3 people`) is a shape too, so that a
//! sender's is known as foreign, but nothing is restored in its place.
//!
//! What a placeholder of ours looks like to this grammar matters as much: `[` is never part of a
//! match but at its beginning, and `]` ends it, so a placeholder between any two texts is read as
//! itself, and the texts as they would be read with a bracket beside them. `restore(redact(x)) ==
//! x` rests on this.

use super::MARKS;
use super::label::{FlatLabel, Label, known_by_any_name, known_by_name};
use super::report::Edits;
use super::unit::{Escape, INVISIBLE, Read, Unit, Window};
use crate::text::script;

/// Most characters in one gap (spaces, line breaks, marks).
const MAX_GAP: usize = 8;
/// Most digits of a number, leading zeros included.
const MAX_DIGITS: usize = 9;
/// Most bytes of emphasis before a bare label.
const MAX_EMPHASIS: usize = 9;
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
    /// How many bytes of the text it takes up, those in `lead` included.
    pub(super) len: usize,
    /// How many bytes of emphasis stand before what is replaced.
    pub(super) lead: usize,
    /// Where its number begins, in bytes from its beginning; where a label without one begins.
    pub(super) number_at: usize,
    pub(super) label: Label,
    /// `None` where the number was dropped.
    pub(super) number: Option<u32>,
    /// Which spelling of the entity: 0 for the first.
    pub(super) variant: u8,
    pub(super) edits: Edits,
    /// Whether it stands without brackets.
    pub(super) bare: bool,
    /// Whether what follows could be part of its number, or makes the number a count.
    pub(super) doubtful: bool,
}

/// A bracket, a label and perhaps a number, and then the end of the text or an ellipsis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// How many bytes of the text it takes up.
    pub(super) len: usize,
    /// Where its label begins, in bytes from its beginning.
    pub(super) label_at: usize,
    pub(super) flat: FlatLabel,
    /// The number as far as it goes; `None` where the label was cut.
    pub(super) number: Option<u32>,
    /// Whether a letter stands behind the number, which is whole then.
    pub(super) suffixed: bool,
    pub(super) opening: char,
}

/// What stands beside a bare placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    /// Nothing that would make it part of a longer word.
    NoWord,
    /// Anything: another cutting of the text may take it away.
    Anything,
}

/// What an attempt at one place gives.
#[derive(Clone, Copy, Debug)]
pub(super) enum Attempt {
    Shape(Shape),
    Cut(Cut),
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
        return bare(window, at, Beside::NoWord);
    }
    if unit.character == '_' && unit.escape == Escape::None && !window.before(at).is_some_and(joins)
    {
        return emphasised(window, at);
    }
    Attempt::No
}

/// Tries to read a bare placeholder at byte `at`, whatever stands beside it.
pub(super) fn attempt_inside(window: &Window<'_>, at: usize) -> Attempt {
    bare(window, at, Beside::Anything)
}

/// `__EMAIL_1__`: as many `_` behind as before.
fn emphasised(window: &Window<'_>, start: usize) -> Attempt {
    let mut at = start;
    while let Read::Unit(unit) = window.read(at)
        && unit.character == '_'
        && unit.escape == Escape::None
        && at - start < MAX_EMPHASIS
    {
        at += unit.len;
    }
    let lead = at - start;
    let mut shape = match bare(window, at, Beside::Anything) {
        Attempt::Shape(shape) => shape,
        other => return other,
    };
    let behind = at + shape.len;
    at = behind;
    // A letter of a longer word is no further spelling here.
    loop {
        match window.read(at) {
            Read::More => return Attempt::More,
            Read::Unit(unit) if unit.character == '_' && unit.escape == Escape::None => {
                at += unit.len;
                if at - behind > lead {
                    return Attempt::No;
                }
            }
            Read::Unit(unit) if unit.escape == Escape::None && joins(unit.character) => {
                return Attempt::No;
            }
            _ => break,
        }
    }
    if at - behind != lead {
        return Attempt::No;
    }
    shape.len += lead;
    shape.number_at += lead;
    shape.lead = lead;
    shape.edits |= Edits::MARKS;
    Attempt::Shape(shape)
}

/// Whether `character` beside a bare placeholder makes it part of a longer word. Japanese and
/// Korean set their particles and titles right behind it.
fn joins(character: char) -> bool {
    script::is_word(character)
        && !MARKS.contains(&character)
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
    /// Where the label and the number begin, in bytes from the bracket.
    label_at: usize,
    number_at: usize,
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
            label_at: 0,
            number_at: 0,
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
                Read::End => return self.cut(at - start),
                Read::More => return Attempt::More,
            };
            if self.flat.len() == 0 {
                self.label_at = at - start;
            }
            let place = at - start;
            at += unit.len;
            let taken = match unit.character {
                character if character == self.closing => {
                    return self
                        .finish(unit, at - start)
                        .map_or(Attempt::No, Attempt::Shape);
                }
                '0'..='9' => self.digit(unit.character, place),
                '…' | '.' if self.digits > 0 => return self.cut(at - start),
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

    /// What there is when the text ends.
    fn cut(mut self, len: usize) -> Attempt {
        if self.flat.len() == 0 {
            return Attempt::No;
        }
        let number = (self.digits > 0).then_some(self.number);
        if number.is_some() {
            self.flat.truncate(self.label_len);
        }
        Attempt::Cut(Cut {
            len,
            label_at: self.label_at,
            flat: self.flat,
            number,
            suffixed: self.suffix.is_some(),
            opening: self.opening.character,
        })
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

    fn digit(&mut self, character: char, place: usize) -> Option<()> {
        let gap = self.close_gap();
        if self.flat.len() == 0 {
            return None;
        }
        if self.in_prose && gap != Gap::Underscore && self.digits == 0 && !self.is_capital() {
            return None;
        }
        // Digits with anything between them, a line break too, may be two numbers.
        let goes_on = self.digits > 0 && self.suffix.is_none() && gap == Gap::Nothing;
        if !goes_on {
            self.absorb();
            self.number_at = place;
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
                lead: 0,
                number_at: self.label_at,
                label: Label::Known(known),
                number: None,
                variant: 0,
                edits: self.edits | Edits::NUMBER_DROPPED,
                bare: false,
                doubtful: false,
            });
        }
        if self.number == 0 {
            return None;
        }
        let label = match known_by_any_name(flat.as_str()) {
            Some(known) => {
                if known.flat != flat.as_str() {
                    if matches!(self.opening.character, '<' | '(') && !self.has_other {
                        return None;
                    }
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
            lead: 0,
            number_at: self.number_at,
            label,
            number: Some(self.number),
            variant: self.suffix.unwrap_or(0),
            edits: self.edits,
            bare: false,
            doubtful: false,
        })
    }
}

/// The index of the spelling that a letter behind the number names; `a` is the first.
fn variant_of(letter: char) -> Option<u8> {
    let letter = u8::try_from(letter.to_ascii_lowercase()).ok()?;
    letter.checked_sub(b'a').filter(|index| *index < 26)
}

/// Reads a placeholder without brackets.
#[allow(
    clippy::too_many_lines,
    reason = "one reading from left to right, whose steps share their place"
)]
fn bare(window: &Window<'_>, start: usize, beside: Beside) -> Attempt {
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
    let number_at = at - start;
    let mut doubtful = false;
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
                    // No placeholder has such a number, but a copy may be cut inside of it.
                    doubtful = true;
                    break;
                }
                number = number * 10 + digit.to_digit(10).unwrap_or(0);
            }
            letter if letter.is_ascii_alphabetic() && unit.escape == Escape::None && !suffixed => {
                suffixed = true;
                variant = variant_of(letter).unwrap_or(0);
            }
            other if joins(other) && unit.escape == Escape::None && beside == Beside::NoWord => {
                return Attempt::No;
            }
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
    match is_counted(window, at, gap == Gap::Underscore) {
        Some(counted) => doubtful |= counted,
        None => return Attempt::More,
    }
    Attempt::Shape(Shape {
        len: at - start,
        lead: 0,
        number_at,
        label,
        number: Some(number),
        variant,
        edits,
        bare: true,
        doubtful,
    })
}

/// Whether what follows a bare number at byte `at` makes it part of another (`EMAIL_1.5`, `EMAIL_1-3`) or,
/// without `_` before it, a count (`PERSON 3 people`, `PERSON 3名`); `None` when more text is needed.
fn is_counted(window: &Window<'_>, at: usize, underscore: bool) -> Option<bool> {
    let unit = match window.read(at) {
        Read::Unit(unit) => unit,
        Read::End => return Some(false),
        Read::More => return None,
    };
    let wanted: fn(char) -> bool = match unit.character {
        '.' | ',' | ':' | '-' | '/' => |next| next.is_ascii_digit(),
        ' ' if !underscore => |next| next.is_ascii_lowercase(),
        other => return Some(!underscore && COUNTERS.contains(&other)),
    };
    match window.read(at + unit.len) {
        Read::Unit(next) => Some(wanted(next.character)),
        Read::End => Some(false),
        Read::More => None,
    }
}

/// What Japanese counts people, things and times with.
const COUNTERS: [char; 22] = [
    '名', '人', '件', '通', '台', '本', '回', '番', '個', '社', '枚', '分', '時', '日', '月', '年',
    '号', '階', '丁', '部', '冊', '割',
];

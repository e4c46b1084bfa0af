//! What one character of a text says once its disguise is taken off: a Markdown escape, an HTML
//! entity, a JSON or percent escape, a full-width form.
//!
//! The reader never looks further than a dozen bytes ahead and says when it ran into the end of
//! what has arrived, so that a stream decides exactly as the whole text would.

use super::MARKS;
use super::report::Edits;

/// What stands behind the last byte of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing: the text ends.
    End,
    /// A placeholder that the engine itself put there; it begins with `[`.
    Placeholder,
    /// Not known yet: a stream may go on.
    Open,
}

/// A piece of text with what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Window<'t> {
    pub(super) text: &'t str,
    /// The character before the first one.
    pub(super) before: Option<char>,
    pub(super) tail: Tail,
}

/// How a character is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escape {
    None,
    Markdown,
    Html,
    Json,
    Percent,
}

impl Escape {
    pub(super) fn edits(self) -> Edits {
        match self {
            Self::None => Edits::NONE,
            Self::Markdown => Edits::MARKDOWN_ESCAPE,
            Self::Html => Edits::HTML_ENTITY,
            Self::Json => Edits::JSON_ESCAPE,
            Self::Percent => Edits::PERCENT_ENCODED,
        }
    }
}

/// One character as it is meant, and the bytes it takes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) character: char,
    pub(super) len: usize,
    pub(super) escape: Escape,
    pub(super) wide: bool,
}

/// What reading at a place gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Unit(Unit),
    /// The text ends here.
    End,
    /// More text is needed to tell.
    More,
}

/// The character that every invisible one is read as.
pub(super) const INVISIBLE: char = '\u{200B}';

/// Named HTML entities that can stand for a character of a placeholder.
const ENTITIES: [(&str, char); 16] = [
    ("lbrack;", '['),
    ("lsqb;", '['),
    ("rbrack;", ']'),
    ("rsqb;", ']'),
    ("lowbar;", '_'),
    ("UnderBar;", '_'),
    ("lpar;", '('),
    ("rpar;", ')'),
    ("lbrace;", '{'),
    ("lcub;", '{'),
    ("rbrace;", '}'),
    ("rcub;", '}'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("nbsp;", ' '),
    ("hyphen;", '-'),
];

impl Window<'_> {
    /// Reads the character at byte `at`.
    #[inline]
    pub(super) fn read(&self, at: usize) -> Read {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() && !matches!(byte, b'\\' | b'&' | b'%') => {
                plain(char::from(byte), 1)
            }
            _ => self.read_disguised(at),
        }
    }

    fn read_disguised(&self, at: usize) -> Read {
        let Some(rest) = self.text.get(at..) else {
            return Read::End;
        };
        let Some(character) = rest.chars().next() else {
            return match self.tail {
                Tail::End => Read::End,
                Tail::Placeholder => plain('[', 0),
                Tail::Open => Read::More,
            };
        };
        match character {
            '\\' => self.backslash(rest),
            '&' => self.entity(rest),
            '%' => self.percent(rest),
            _ => {
                let folded = fold(character);
                Read::Unit(Unit {
                    character: folded,
                    len: character.len_utf8(),
                    escape: Escape::None,
                    wide: folded != character && folded != INVISIBLE,
                })
            }
        }
    }

    /// The character before byte `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        match self.text.get(..at) {
            Some(head) if !head.is_empty() => head.chars().next_back(),
            _ => self.before,
        }
    }

    /// `rest` ended while an escape could still have gone on.
    fn cut(&self, literal: char) -> Read {
        match self.tail {
            Tail::Open => Read::More,
            _ => plain(literal, literal.len_utf8()),
        }
    }

    fn backslash(&self, rest: &str) -> Read {
        let bytes = rest.as_bytes();
        match bytes.get(1) {
            None => match self.tail {
                // `\` before a placeholder of ours escapes its bracket.
                Tail::Placeholder => Read::Unit(Unit {
                    character: '[',
                    len: 1,
                    escape: Escape::Markdown,
                    wide: false,
                }),
                _ => self.cut('\\'),
            },
            Some(b'u') => {
                let mut value = 0;
                for index in 2..6 {
                    let Some(&byte) = bytes.get(index) else {
                        return self.cut('\\');
                    };
                    let Some(digit) = char::from(byte).to_digit(16) else {
                        return plain('\\', 1);
                    };
                    value = value * 16 + digit;
                }
                match char::from_u32(value) {
                    Some(character) => Read::Unit(Unit {
                        character: fold(character),
                        len: 6,
                        escape: Escape::Json,
                        wide: false,
                    }),
                    None => plain('\\', 1),
                }
            }
            Some(
                byte @ (b'[' | b']' | b'_' | b'(' | b')' | b'{' | b'}' | b'<' | b'>' | b'-' | b'*'
                | b'`' | b'~'),
            ) => Read::Unit(Unit {
                character: char::from(*byte),
                len: 2,
                escape: Escape::Markdown,
                wide: false,
            }),
            Some(_) => plain('\\', 1),
        }
    }

    fn entity(&self, rest: &str) -> Read {
        let bytes = rest.as_bytes();
        match bytes.get(1) {
            None => self.cut('&'),
            Some(b'#') => self.numeric_entity(bytes),
            Some(_) => {
                let body = bytes.get(1..).unwrap_or_default();
                for (name, character) in ENTITIES {
                    let shared = body
                        .iter()
                        .zip(name.as_bytes())
                        .take_while(|(left, right)| left == right)
                        .count();
                    if shared == name.len() {
                        return Read::Unit(Unit {
                            character,
                            len: 1 + name.len(),
                            escape: Escape::Html,
                            wide: false,
                        });
                    }
                    if shared == body.len() && self.tail == Tail::Open {
                        return Read::More;
                    }
                }
                plain('&', 1)
            }
        }
    }

    /// `&#91;`, `&#x5b;`; at most six digits.
    fn numeric_entity(&self, bytes: &[u8]) -> Read {
        let (radix, first) = match bytes.get(2) {
            None => return self.cut('&'),
            Some(b'x' | b'X') => (16, 3),
            Some(_) => (10, 2),
        };
        let mut value = 0;
        for index in first..first + 7 {
            match bytes.get(index) {
                None => return self.cut('&'),
                Some(b';') if index > first => {
                    return match char::from_u32(value) {
                        Some(character) => Read::Unit(Unit {
                            character: fold(character),
                            len: index + 1,
                            escape: Escape::Html,
                            wide: false,
                        }),
                        None => plain('&', 1),
                    };
                }
                Some(&byte) => match char::from(byte).to_digit(radix) {
                    Some(digit) if index < first + 6 => value = value * radix + digit,
                    _ => return plain('&', 1),
                },
            }
        }
        plain('&', 1)
    }

    /// `%5B`: an ASCII character in a URL.
    fn percent(&self, rest: &str) -> Read {
        let mut value = 0;
        for index in 1..3 {
            let Some(&byte) = rest.as_bytes().get(index) else {
                return self.cut('%');
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return plain('%', 1);
            };
            value = value * 16 + digit;
        }
        match char::from_u32(value) {
            Some(character) if character.is_ascii() => Read::Unit(Unit {
                character,
                len: 3,
                escape: Escape::Percent,
                wide: false,
            }),
            _ => plain('%', 1),
        }
    }
}

fn plain(character: char, len: usize) -> Read {
    Read::Unit(Unit {
        character,
        len,
        escape: Escape::None,
        wide: false,
    })
}

/// Widths, dashes and spaces; one character always gives one.
fn fold(character: char) -> char {
    match character {
        '\0'..='~' => character,
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => INVISIBLE,
        // A model that copies a marked mail copies its marks.
        mark if MARKS.contains(&mark) => INVISIBLE,
        '｢' => '「',
        '｣' => '」',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, tail: Tail) -> Read {
        Window {
            text,
            before: None,
            tail,
        }
        .read(0)
    }

    fn character(text: &str) -> Option<(char, usize)> {
        match first(text, Tail::End) {
            Read::Unit(unit) => Some((unit.character, unit.len)),
            _ => None,
        }
    }

    #[test]
    fn disguises_come_off() {
        for (text, expected) in [
            ("[x", ('[', 1)),
            ("［x", ('[', 3)),
            ("\\[x", ('[', 2)),
            ("\\u005bx", ('[', 6)),
            ("&#91;x", ('[', 5)),
            ("&#x5B;x", ('[', 6)),
            ("&#00091;x", ('[', 8)),
            ("&lsqb;x", ('[', 6)),
            ("%5Bx", ('[', 3)),
            ("&#0000091;x", ('&', 1)),
            ("&amp;", ('&', 1)),
            ("\\u00zz", ('\\', 1)),
            ("%E3", ('%', 1)),
            ("\\", ('\\', 1)),
        ] {
            assert_eq!(character(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_cut_escape_waits_for_more() {
        for whole in ["\\[", "\\u005b", "&#91;", "&#x5b;", "&lbrack;", "%5B"] {
            for cut in 1..whole.len() {
                let cut = whole.get(..cut).unwrap_or_default();
                assert_eq!(first(cut, Tail::Open), Read::More, "{whole}");
                assert!(matches!(first(cut, Tail::End), Read::Unit(_)));
            }
        }
        assert!(matches!(first("& ", Tail::Open), Read::Unit(_)));
    }
}

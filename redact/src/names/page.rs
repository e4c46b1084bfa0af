//! A text as the names rules read it: characters by index, with their scripts.

use crate::text::script::{is_han, is_hiragana, is_katakana};
use crate::text::{Normalized, Span};

/// The script of a character, as far as names care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Latin,
    Digit,
    Space,
    LineEnd,
    Other,
}

impl Script {
    #[inline]
    pub(super) fn of(character: char) -> Self {
        let number = character as usize;
        if let Some(&script) = ASCII.get(number) {
            return script;
        }
        match number >> 8 {
            0x4E..=0x9F => Self::Kanji,
            0x30 => KANA
                .get(number & 0xFF)
                .copied()
                .flatten()
                .unwrap_or_else(|| Self::of_rare(character)),
            _ => Self::of_rare(character),
        }
    }

    fn of_rare(character: char) -> Self {
        match character {
            _ if is_han(character) => Self::Kanji,
            _ if is_hiragana(character) => Self::Hiragana,
            _ if is_katakana(character) => Self::Katakana,
            _ if character.is_alphabetic() => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// The scripts of the ASCII characters.
static ASCII: [Script; 128] = {
    let mut scripts = [Script::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        scripts[byte as usize] = match byte {
            b'\n' | b'\r' => Script::LineEnd,
            b' ' | b'\t' => Script::Space,
            b'0'..=b'9' => Script::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Script::Latin,
            _ => Script::Other,
        };
        byte += 1;
    }
    scripts
};

/// The scripts of U+3000 to U+30FF, the most frequent block of Japanese text, none where the property
/// "alphabetic" decides.
static KANA: [Option<Script>; 256] = {
    let mut scripts = [None; 256];
    let mut low = 0;
    while low < 256 {
        scripts[low as usize] = match char::from_u32(0x3000 | low) {
            Some(character) if is_han(character) => Some(Script::Kanji),
            Some(character) if is_hiragana(character) => Some(Script::Hiragana),
            Some(character) if is_katakana(character) => Some(Script::Katakana),
            Some('\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '・') => Some(Script::Other),
            _ => None,
        };
        low += 1;
    }
    scripts
};

/// A character and the byte it begins at.
#[derive(Clone, Copy)]
struct Cell {
    character: char,
    start: u32,
}

/// The characters of a folded text. Positions are indices of characters.
///
/// A text of ASCII needs no index: its characters are its bytes.
pub(super) struct Page<'t> {
    text: &'t str,
    is_ascii: bool,
    cells: Vec<Cell>,
    scripts: Vec<Script>,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut page = Self {
            text,
            is_ascii: text.is_ascii(),
            cells: Vec::new(),
            scripts: Vec::new(),
        };
        if !page.is_ascii {
            let length = text.chars().count();
            let nothing = Cell {
                character: '\0',
                start: 0,
            };
            page.cells = vec![nothing; length];
            page.scripts = vec![Script::Other; length];
            let places = page.cells.iter_mut().zip(&mut page.scripts);
            for ((cell, script), (start, character)) in places.zip(text.char_indices()) {
                *cell = Cell {
                    character,
                    start: u32::try_from(start).unwrap_or(u32::MAX),
                };
                *script = Script::of(character);
            }
        }
        page
    }

    /// Whether every character is ASCII, so that positions are bytes.
    pub(super) fn is_ascii(&self) -> bool {
        self.is_ascii
    }

    /// The scripts of all characters, none for a text of ASCII.
    pub(super) fn scripts(&self) -> &[Script] {
        &self.scripts
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn len(&self) -> usize {
        if self.is_ascii {
            self.text.len()
        } else {
            self.cells.len()
        }
    }

    #[inline]
    pub(super) fn char(&self, at: usize) -> Option<char> {
        match self.cells.get(at) {
            Some(cell) => Some(cell.character),
            None if self.is_ascii => self.text.as_bytes().get(at).copied().map(char::from),
            None => None,
        }
    }

    /// The position of the character that begins at a byte.
    pub(super) fn position(&self, byte: usize) -> usize {
        if self.is_ascii {
            byte
        } else {
            self.cells
                .partition_point(|cell| (cell.start as usize) < byte)
        }
    }

    /// The character before a position.
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    /// The script at a position; behind the text, that of a line's end.
    #[inline]
    pub(super) fn script(&self, at: usize) -> Script {
        match self.scripts.get(at) {
            Some(&script) => script,
            None if self.is_ascii => self.ascii_script(at),
            None => Script::LineEnd,
        }
    }

    fn ascii_script(&self, at: usize) -> Script {
        let byte = self.text.as_bytes().get(at);
        byte.and_then(|&byte| ASCII.get(usize::from(byte)))
            .copied()
            .unwrap_or(Script::LineEnd)
    }

    /// The script before a position; before the text, that of a line's end.
    #[inline]
    pub(super) fn script_before(&self, at: usize) -> Script {
        at.checked_sub(1)
            .map_or(Script::LineEnd, |before| self.script(before))
    }

    /// The first position at or behind `at` with another script than `script`.
    #[inline]
    pub(super) fn run_end(&self, at: usize, script: Script) -> usize {
        if self.is_ascii {
            let rest = self.text.as_bytes().get(at..).unwrap_or_default();
            let is_same = |&&byte: &&u8| ASCII.get(usize::from(byte)) == Some(&script);
            return at + rest.iter().take_while(is_same).count();
        }
        let rest = self.scripts.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|&&next| next == script).count()
    }

    /// The start of the run of `script` that ends at `at`.
    pub(super) fn run_start(&self, at: usize, script: Script) -> usize {
        let mut start = at;
        while start > 0 && self.script(start - 1) == script {
            start -= 1;
        }
        start
    }

    /// The text between two positions.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text
            .get(self.byte(start)..self.byte(end))
            .unwrap_or_default()
    }

    /// The text from a position on.
    pub(super) fn rest(&self, start: usize) -> &'t str {
        self.text.get(self.byte(start)..).unwrap_or_default()
    }

    /// The byte that a position begins at; behind the text, its end.
    #[inline]
    fn byte(&self, at: usize) -> usize {
        if self.is_ascii {
            return at.min(self.text.len());
        }
        self.cells
            .get(at)
            .map_or(self.text.len(), |cell| cell.start as usize)
    }

    /// Where two positions lie in the folded text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span<Normalized> {
        Span::new(self.byte(start), self.byte(end))
    }

    /// Whether a literal stands at a position.
    pub(super) fn starts_with(&self, at: usize, literal: &str) -> bool {
        self.rest(at).starts_with(literal)
    }
}

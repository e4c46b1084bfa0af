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
    pub(super) fn of(character: char) -> Self {
        match character {
            '\n' | '\r' => Self::LineEnd,
            ' ' | '\t' => Self::Space,
            '0'..='9' => Self::Digit,
            'a'..='z' | 'A'..='Z' => Self::Latin,
            '\0'..='\x7F' => Self::Other,
            'ー' => Self::Katakana,
            _ if is_han(character) => Self::Kanji,
            _ if is_hiragana(character) => Self::Hiragana,
            _ if is_katakana(character) => Self::Katakana,
            _ if character.is_alphabetic() => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// The characters of a folded text. Positions are indices of characters.
pub(super) struct Page<'t> {
    text: &'t str,
    pub(super) characters: Vec<char>,
    scripts: Vec<Script>,
    starts: Vec<u32>,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut page = Self {
            text,
            characters: Vec::with_capacity(text.len() / 2),
            scripts: Vec::with_capacity(text.len() / 2),
            starts: Vec::with_capacity(text.len() / 2 + 1),
        };
        for (start, character) in text.char_indices() {
            page.characters.push(character);
            page.scripts.push(Script::of(character));
            page.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
        }
        page.starts
            .push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        page
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.characters.get(at).copied()
    }

    /// The character before a position.
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    /// The script at a position; behind the text, that of a line's end.
    pub(super) fn script(&self, at: usize) -> Script {
        self.scripts.get(at).copied().unwrap_or(Script::LineEnd)
    }

    /// The script before a position; before the text, that of a line's end.
    pub(super) fn script_before(&self, at: usize) -> Script {
        at.checked_sub(1)
            .map_or(Script::LineEnd, |before| self.script(before))
    }

    /// The first position at or behind `at` with another script than `script`.
    pub(super) fn run_end(&self, at: usize, script: Script) -> usize {
        let mut end = at;
        while end < self.len() && self.script(end) == script {
            end += 1;
        }
        end
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
            .get(self.span(start, end).range())
            .unwrap_or_default()
    }

    /// The text from a position on.
    pub(super) fn rest(&self, start: usize) -> &'t str {
        self.slice(start, self.len())
    }

    /// Where two positions lie in the folded text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span<Normalized> {
        let byte = |at: usize| {
            self.starts
                .get(at)
                .or(self.starts.last())
                .map_or(0, |&byte| byte as usize)
        };
        Span::new(byte(start), byte(end))
    }

    /// Whether a literal stands at a position.
    pub(super) fn starts_with(&self, at: usize, literal: &str) -> bool {
        self.rest(at).starts_with(literal)
    }
}

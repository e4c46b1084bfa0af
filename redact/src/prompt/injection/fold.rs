//! One spelling for many: what signals are looked for in.
//!
//! More than the analyzer's folding: case, accents, letters of other alphabets that look Latin, katakana as
//! hiragana, invisible characters gone, white space as one space. Each byte knows the byte of the
//! original that it comes from.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::super::confusable::to_latin;
use super::super::invisible::is_invisible;

/// A folded text and the way back.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte of the text, where its character begins in the original.
    origins: Vec<usize>,
    /// Where the original ends.
    end: usize,
}

impl Folded {
    pub(super) fn new(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len()),
            end: original.len(),
        };
        let mut characters = original.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if character.is_ascii() && !character.is_ascii_control() {
                folded.push_letter(character.to_ascii_lowercase(), at);
            } else if character.is_whitespace() {
                folded.push_letter(' ', at);
            } else if is_invisible(character) {
                continue;
            } else {
                // Half-width kana take the voiced mark behind them along.
                let mark = characters
                    .next_if(|(_, next)| matches!(next, 'ﾞ' | 'ﾟ' | '\u{3099}' | '\u{309A}'));
                let pair = [Some(character), mark.map(|(_, mark)| mark)];
                for character in pair.into_iter().flatten().nfkc() {
                    folded.push_folded(character, at);
                }
            }
        }
        folded
    }

    fn push_folded(&mut self, character: char, at: usize) {
        match character {
            // Katakana U+30A1 to U+30F6 as hiragana U+3041 to U+3096.
            'ァ'..='ヶ' => {
                let hiragana = char::from_u32(u32::from(character) - 0x60);
                self.push_letter(hiragana.unwrap_or(character), at);
            }
            '’' | '‘' | '´' | '`' => self.push_letter('\'', at),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => self.push_letter('-', at),
            _ if is_combining_mark(character) && !matches!(character, '\u{3099}' | '\u{309A}') => {}
            '\u{C0}'..='\u{24F}'
            | '\u{386}'..='\u{3CE}'
            | '\u{400}'..='\u{45F}'
            | '\u{1E00}'..='\u{1EFF}' => {
                let mut base = None;
                decompose_canonical(character, |part| {
                    base.get_or_insert(part);
                });
                for lower in base.unwrap_or(character).to_lowercase() {
                    self.push_letter(to_latin(lower), at);
                }
            }
            _ => {
                for lower in character.to_lowercase() {
                    self.push_letter(to_latin(lower), at);
                }
            }
        }
    }

    fn push_letter(&mut self, letter: char, at: usize) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter == ' ' && self.text.ends_with(' ') {
            return;
        }
        self.text.push(letter);
        self.origins
            .extend(std::iter::repeat_n(at, letter.len_utf8()));
    }

    /// The length of the original.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The bytes of the original behind a span of the folded text: from the first character to the
    /// beginning of the character that follows the last.
    pub(super) fn to_original(&self, start: usize, end: usize) -> (usize, usize) {
        let from = self.origins.get(start).copied().unwrap_or(self.end);
        let last = end
            .checked_sub(1)
            .and_then(|last| self.origins.get(last))
            .copied()
            .unwrap_or(from);
        // The next byte with another origin; a character folds into a bounded number of bytes.
        let to = self
            .origins
            .get(end..)
            .unwrap_or_default()
            .iter()
            .copied()
            .find(|&origin| origin > last)
            .unwrap_or(self.end);
        (from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_become_one() {
        for (text, folded) in [
            ("ＩＧＮＯＲＥ　Ｐrevious", "ignore previous"),
            ("ignоrе", "ignore"),
            ("シジ ﾌﾟﾛﾝﾌﾟﾄ", "しじ ぷろんぷと"),
            ("Können Sie", "konnen sie"),
            ("i\u{200B}g\u{E0100}n", "ign"),
            ("𝐢𝐠𝐧𝐨𝐫𝐞", "ignore"),
            ("a\n\n  b", "a b"),
        ] {
            assert_eq!(Folded::new(text).text, folded, "{text}");
        }
    }

    #[test]
    fn spans_lead_back() {
        let text = "前ＡＩ\u{200B}後";
        let folded = Folded::new(text);
        let at = folded.text.find("ai").unwrap();
        assert_eq!(folded.to_original(at, at + 2), (3, 12));
        assert_eq!(&text[3..12], "ＡＩ\u{200B}");
    }
}

//! Which characters are part of words, in the sense of `\w` and `\b` in patterns.

use std::sync::OnceLock;

use regex_automata::meta::Regex;
use regex_automata::{Anchored, Input};

/// Whether `\w` matches a character: letters, marks, digits, `_`, joiners.
#[inline]
pub(crate) fn is_word(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric() || character == '_',
        // What Japanese text is made of, without a look into tables.
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー'..='ヿ' | '一'..='\u{9FFF}' => true,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => true,
        '\u{3000}'..='〄' | '〈'..='〠' | '・' | '！'..='／' | '：'..='＠' => false,
        _ => is_wide_word(character),
    }
}

fn is_wide_word(character: char) -> bool {
    static WORD: OnceLock<Regex> = OnceLock::new();
    let word = WORD.get_or_init(|| Regex::new(r"\w").expect("the class is well-formed"));
    let mut bytes = [0; 4];
    word.is_match(Input::new(character.encode_utf8(&mut bytes)).anchored(Anchored::Yes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_without_tables_is_what_the_tables_say() {
        for character in '\0'..='\u{FFFF}' {
            let by_table = match character {
                '\0'..='\x7F' => is_word(character),
                _ => is_wide_word(character),
            };
            assert_eq!(is_word(character), by_table, "{character:?}");
        }
    }

    #[test]
    fn words_are_unicode_words() {
        for inside in [
            'a', '_', '0', 'の', 'ー', '々', '〇', '０', '\u{200D}', '‿', 'é',
        ] {
            assert!(is_word(inside), "{inside}");
        }
        for outside in ['-', ' ', '・', '゛', '①', '²', '、', '\u{3000}'] {
            assert!(!is_word(outside), "{outside}");
        }
    }
}

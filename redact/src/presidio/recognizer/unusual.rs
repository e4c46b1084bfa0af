//! Characters that the scanner does not know, though patterns may match them.

use std::ops::Range;
use std::sync::OnceLock;

use regex_automata::meta::Regex;

use super::decimal;
use crate::text::block::{BLOCK, Block, places};

/// How far before such a character a match that holds it may begin, in bytes.
const REACH: usize = 128;

/// The first bytes of the unusual characters.
const FIRST_BYTES: [u8; 10] = [0xC5, 0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xE2, 0xEA, 0xEF, 0xF0];

/// The parts of a text in which the scanner's places are too few: around digits that are not ASCII, and
/// around letters that match ASCII letters in another case. Bytes, ascending, on character boundaries,
/// disjoint; none in most texts.
pub(crate) fn unusual_places(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for base in (0..text.len()).step_by(BLOCK) {
        let block = Block::load(text.as_bytes(), base);
        if block.wide() == 0 {
            continue;
        }
        for place in places(block.any_of(&FIRST_BYTES)) {
            let at = base + place;
            let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            if !is_unusual(character) {
                continue;
            }
            let end = at + character.len_utf8();
            let start = text.floor_char_boundary(at.saturating_sub(REACH));
            match found.last_mut() {
                Some(last) if start <= last.end => last.end = end,
                _ => found.push(start..end),
            }
        }
    }
    found
}

/// Whether a character is a digit that is not ASCII, or a letter that in another case is ASCII.
fn is_unusual(character: char) -> bool {
    match character {
        '\0'..='\x7F' | '\u{1F000}'..='\u{1FBEF}' => false,
        'ſ' | '\u{212A}' => true,
        '\u{80}'..='\u{FFFF}' => decimal(character).is_some(),
        _ => is_rare_digit(character),
    }
}

/// The same for the scripts to which digits are still being added.
fn is_rare_digit(character: char) -> bool {
    static DIGIT: OnceLock<Regex> = OnceLock::new();
    let digit = DIGIT.get_or_init(|| Regex::new(r"\p{Nd}").expect("the class is well-formed"));
    let mut bytes = [0; 4];
    digit.is_match(&*character.encode_utf8(&mut bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_without_tables_is_what_the_tables_say() {
        let unusual = Regex::new(r"[\p{Nd}ſ\u{212A}--0-9]").unwrap();
        for character in '\0'..='\u{1FFFF}' {
            let text = character.to_string();
            let by_table = unusual.is_match(&text);
            assert_eq!(is_unusual(character), by_table, "{character:?}");
            assert!(!by_table || FIRST_BYTES.contains(&text.as_bytes()[0]));
        }
    }

    #[test]
    fn places_reach_back_from_the_character() {
        assert!(unusual_places("12 はい").is_empty());
        assert_eq!(unusual_places("は１２で３").first(), Some(&(0..15)));
        let text = format!("{}９", "a".repeat(200));
        assert_eq!(unusual_places(&text).first(), Some(&(72..203)));
    }
}

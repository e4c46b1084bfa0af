//! Characters that the scanner does not know, though patterns may match them.

use std::ops::Range;
use std::sync::OnceLock;

use regex_automata::meta::Regex;

/// How far before such a character a match that holds it may begin, in bytes.
const REACH: usize = 128;

/// The parts of a text in which the scanner's places are too few: around digits that are not ASCII, and
/// around letters that match ASCII letters in another case. Bytes, ascending, on character boundaries,
/// disjoint; none in most texts.
pub(crate) fn unusual_places(text: &str) -> Vec<Range<usize>> {
    static UNUSUAL: OnceLock<Regex> = OnceLock::new();
    if text.is_ascii() {
        return Vec::new();
    }
    let unusual = UNUSUAL
        .get_or_init(|| Regex::new(r"[\p{Nd}ſ\u{212A}--0-9]+").expect("the class is well-formed"));
    let mut places: Vec<Range<usize>> = Vec::new();
    for found in unusual.find_iter(text) {
        let start = text.floor_char_boundary(found.start().saturating_sub(REACH));
        match places.last_mut() {
            Some(last) if start <= last.end => last.end = found.end(),
            _ => places.push(start..found.end()),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_reach_back_from_the_character() {
        assert!(unusual_places("12 はい").is_empty());
        assert_eq!(unusual_places("は１２で３").first(), Some(&(0..15)));
        let text = format!("{}９", "a".repeat(200));
        assert_eq!(unusual_places(&text).first(), Some(&(72..203)));
    }
}

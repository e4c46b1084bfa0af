//! Is a draft in the language that was asked for?
//!
//! Scripts are counted outside placeholders and links. The trade-off: of languages in Latin letters only
//! the script is looked at.

use std::ops::Range;

use super::super::envelope::Language;
use crate::text::script::{is_han, is_hiragana, is_katakana};

/// Fewest letters that say something; a lone greeting in another script does not.
const MIN_LETTERS: usize = 12;

/// Whether the letters outside `skipped`, in any order, are mostly of a language's script.
pub(super) fn is_in(language: Language, draft: &str, mut skipped: Vec<Range<usize>>) -> bool {
    skipped.sort_by_key(|range| range.start);
    let mut skipped = skipped.into_iter().peekable();
    let (mut kana, mut han, mut latin, mut other) = (0usize, 0usize, 0usize, 0usize);
    for (at, character) in draft.char_indices() {
        while skipped.next_if(|range| range.end <= at).is_some() {}
        if skipped.peek().is_some_and(|range| range.contains(&at)) {
            continue;
        }
        match character {
            _ if is_hiragana(character) || is_katakana(character) => kana += 1,
            _ if is_han(character) => han += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ if character.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    if kana + han + latin + other < MIN_LETTERS {
        return true;
    }
    match language {
        // Half of Japanese prose is kana; names of products may be Latin.
        Language::Japanese => kana * 5 >= kana + han && (kana + han) * 3 >= latin && other <= kana,
        Language::English => latin > (kana + han) * 3 && latin > other * 3,
    }
}

//! Classes of characters, as boundaries and names need them.
//!
//! Blocks, not the Unicode script property: the question is always "which kind of run is this",
//! and a match over ranges answers it without a table.

/// Whether `character` is a CJK ideograph or one of the marks that stand for one (々〇〆ヶ excluded:
/// ヶ is katakana).
pub const fn is_han(character: char) -> bool {
    matches!(character,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}'
        | '々' | '〇' | '〆')
}

/// Whether `character` is hiragana, iteration marks included.
pub const fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | 'ゝ' | 'ゞ')
}

/// Whether `character` is full-width katakana, the long-vowel mark included, `・` not.
pub const fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}')
}

/// Whether `character` belongs to Japanese running text: kana or ideographs.
pub const fn is_japanese(character: char) -> bool {
    is_han(character) || is_hiragana(character) || is_katakana(character)
}

/// Whether a word of Latin or another alphabet goes on over `character`: letters, digits and `_`,
/// but not Japanese text, in which words touch without a space.
pub fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || character == '_';
    }
    character.is_alphanumeric() && !is_japanese(character)
}

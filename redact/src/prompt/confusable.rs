//! Which Latin letter does a letter of another alphabet pass for?
//!
//! The Cyrillic and Greek letters that are drawn like Latin ones (Unicode Technical Standard #39,
//! confusables.txt, the single letters), small ones; that is what attacks use. Mathematical alphabets
//! and full widths are taken care of by NFKC.

/// The Latin letter that a small letter is drawn like; any other character itself.
pub(super) fn to_latin(character: char) -> char {
    match character {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'ь' | 'Ь' => 'b',
        'с' | 'ϲ' | 'ᴄ' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' | 'є' | 'ε' | 'ҽ' => 'e',
        'ғ' => 'f',
        'ɡ' | 'ց' => 'g',
        'н' | 'һ' | 'հ' => 'h',
        'і' | 'ι' | 'ı' | 'ӏ' | 'ї' | 'ɩ' | 'ℹ' => 'i',
        'ј' | 'ϳ' => 'j',
        'к' | 'κ' | 'ĸ' => 'k',
        'м' => 'm',
        'п' | 'ո' | 'η' => 'n',
        'о' | 'ο' | 'σ' | 'օ' | 'ᴏ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' | 'գ' => 'q',
        'г' | 'ᴦ' => 'r',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' | 'ᴜ' => 'u',
        'ν' | 'ѵ' | 'ᴠ' => 'v',
        'ѡ' | 'ω' | 'ԝ' | 'ᴡ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'ᴢ' => 'z',
        other => other,
    }
}

//! Which characters are folded, and into what.
//!
//! Less than NFKC on purpose: ligatures, circled numbers and squared words carry meaning in
//! Japanese mail and no rule needs them folded. What is folded: full-width ASCII (Unicode block
//! Halfwidth and Fullwidth Forms), half-width katakana, every dash and space, combining marks
//! (canonical composition), and characters that show nothing.

/// What becomes of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// It stays.
    Keep,
    /// It is replaced by one other character.
    Into(char),
    /// It joins the character before it where the two compose.
    Combine,
    /// It shows nothing and goes away with the character before it.
    Drop,
    /// A long-vowel mark or rule that stands for a dash if digits are on both sides.
    DashBetweenDigits,
}

/// Half-width katakana U+FF61 to U+FF9D in full width; the voiced marks behind them compose.
const HALF_WIDTH_KATAKANA: [char; 61] = [
    '。', '「', '」', '、', '・', 'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー',
    'ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ',
    'チ', 'ツ', 'テ', 'ト', 'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ', 'マ', 'ミ',
    'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
];

/// What becomes of `character`.
pub(super) fn fold(character: char) -> Fold {
    match character {
        // Full-width ASCII keeps its order: U+FF01 is `!`, U+FF5E is `~`.
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).map_or(Fold::Keep, Fold::Into)
        }
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Fold::Into(' ')
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => Fold::Into('-'),
        'ー' | 'ｰ' | '\u{2500}' => Fold::DashBetweenDigits,
        '\u{FF61}'..='\u{FF9D}' => HALF_WIDTH_KATAKANA
            .get((u32::from(character) - 0xFF61) as usize)
            .copied()
            .map_or(Fold::Keep, Fold::Into),
        '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | 'ﾞ' | 'ﾟ' => Fold::Combine,
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}' => Fold::Drop,
        _ => Fold::Keep,
    }
}

/// The one character that `base` and a combining `mark` make together, if there is one.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    let mark = match mark {
        'ﾞ' => '\u{3099}',
        'ﾟ' => '\u{309A}',
        other => other,
    };
    unicode_normalization::char::compose(base, mark)
}

/// The place of the next character at or behind byte `from` that [`fold`] may change, or the end.
///
/// This is the loop that ordinary text spends its time in: it looks at lead bytes and steps over
/// whole characters, so that kana and kanji cost one look each.
pub(super) fn next_candidate(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&lead) = bytes.get(at) {
        at += match lead {
            0..=0x7F => 1,
            // U+0080 to U+00BF (no-break space, soft hyphen) and U+0300 to U+037F (marks).
            0xC2 | 0xCC | 0xCD => return at,
            0xC3..=0xDF => 2,
            // Spaces, dashes and controls: U+2000 to U+207F, U+2200, U+2500.
            0xE2 => match bytes.get(at + 1) {
                Some(0x80 | 0x81 | 0x88 | 0x94) => return at,
                _ => 3,
            },
            0xE3 => match (bytes.get(at + 1), bytes.get(at + 2)) {
                (Some(0x80), Some(0x80)) | (Some(0x82), Some(0x99 | 0x9A)) => return at,
                (Some(0x83), Some(0xBC)) => return at,
                _ => 3,
            },
            0xEF => match bytes.get(at + 1) {
                Some(0xB8..=0xBE) => return at,
                _ => 3,
            },
            0xE0..=0xEE => 3,
            0xF3 => return at,
            _ => 4,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_folds_is_a_candidate() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            if fold(character) != Fold::Keep {
                let text = format!("あ{character}");
                assert_eq!(next_candidate(text.as_bytes(), 0), 3, "{character:?}");
            }
        }
    }

    #[test]
    fn half_width_katakana_is_in_order() {
        assert_eq!(fold('ｱ'), Fold::Into('ア'));
        assert_eq!(fold('ﾝ'), Fold::Into('ン'));
        assert_eq!(compose('カ', 'ﾞ'), Some('ガ'));
        assert_eq!(compose('ハ', 'ﾟ'), Some('パ'));
    }
}

//! Which characters are folded, and into what.
//!
//! Less than NFKC on purpose: ligatures, circled numbers and squared words carry meaning in
//! Japanese mail and no rule needs them folded. What is folded: full-width ASCII (Unicode block
//! Halfwidth and Fullwidth Forms), half-width katakana, every dash and space, combining marks
//! (canonical composition), and characters that show nothing.

use super::block::{BLOCK, Block};

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

/// The places of the characters that [`fold`] may change, in order: every one of them, and few others.
pub(super) struct FoldCandidates<'t> {
    bytes: &'t [u8],
    block: usize,
    mask: u64,
}

impl<'t> FoldCandidates<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Self {
            bytes,
            block: 0,
            mask: candidate_mask(bytes, 0),
        }
    }
}

impl Iterator for FoldCandidates<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                return None;
            }
            self.mask = candidate_mask(self.bytes, self.block);
        }
        let place = self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(self.block + place)
    }
}

/// The lead bytes in the block at `at` behind which a character to fold may stand.
#[inline]
fn candidate_mask(bytes: &[u8], at: usize) -> u64 {
    let block = Block::load(bytes, at);
    if block.wide() == 0 {
        return 0;
    }
    // U+0080 to U+00BF (no-break space, soft hyphen), U+0300 to U+037F (marks), U+E0100 and on.
    let mut mask = block.equal(0xC2) | block.in_range(0xCC, 2) | block.equal(0xF3);
    // In the last two places the bytes behind are not known: take them for candidates.
    let last = 3 << (BLOCK - 2);
    let second = |byte: u8| block.equal(byte) >> 1 | last;
    let third = |byte: u8| block.equal(byte) >> 2 | last;
    // Spaces, dashes and controls: U+2000 to U+207F, U+2200, U+2500.
    let lead = block.equal(0xE2);
    if lead != 0 {
        mask |= lead & (block.in_range(0x80, 2) >> 1 | second(0x88) | second(0x94) | last);
    }
    // U+3000, the combining voiced marks U+3099 and U+309A, the long-vowel mark U+30FC.
    let lead = block.equal(0xE3);
    if lead != 0 {
        mask |= lead & second(0x80) & third(0x80);
        mask |= lead & second(0x82) & (block.in_range(0x99, 2) >> 2 | last);
        mask |= lead & second(0x83) & third(0xBC);
    }
    // Variation selectors, byte order mark, half-width and full-width forms.
    let lead = block.equal(0xEF);
    if lead != 0 {
        mask |= lead & (block.in_range(0xB8, 7) >> 1 | last);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_folds_is_a_candidate() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            if fold(character) != Fold::Keep {
                for before in [
                    "",
                    "あ",
                    &"あ".repeat(20),
                    &"x".repeat(61),
                    &"x".repeat(62),
                    &"x".repeat(63),
                ] {
                    let text = format!("{before}{character}あ");
                    let mut candidates = FoldCandidates::new(&text);
                    assert!(
                        candidates.any(|place| place == before.len()),
                        "{character:?}"
                    );
                }
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

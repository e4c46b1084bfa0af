//! Where a placeholder may begin: the loop that ordinary text spends its time in.
//!
//! A shape in brackets begins at a bracket. A bare one begins at any word, and words are everywhere;
//! so the search goes by what a bare one must hold besides letters, `_`, a digit, an escape or a
//! full-width form, steps from one such sign to the next and looks back from it to the words
//! before. That finds every place at which an attempt could succeed (a test compares it with
//! trying everywhere), and passes over text without signs many bytes at a time.

use super::label::MAX_LABEL;
use super::unit::{Tail, Window};

/// How far a bare label can reach back from its first sign: its letters, and five gaps of at most
/// three bytes.
const LOOK_BACK: usize = MAX_LABEL + 15;

/// The search through one window.
#[derive(Default)]
pub(super) struct Starts {
    /// Up to here every word is a possible beginning.
    close_until: usize,
}

impl Starts {
    /// The next place at or behind `from` at which a shape may begin, or the end of the text.
    /// Ask in ascending order.
    pub(super) fn next(&mut self, window: &Window<'_>, from: usize) -> usize {
        let bytes = window.text.as_bytes();
        let mut at = from;
        loop {
            if at < self.close_until {
                if let Some(start) = next_word_or_sign(window, at, self.close_until) {
                    return start;
                }
                at = self.close_until;
            }
            let sign = next_sign(bytes, at);
            let Some(&byte) = bytes.get(sign) else {
                // The words at the end may be the beginning of a label.
                if window.tail != Tail::Open || at >= bytes.len() {
                    return bytes.len();
                }
                at = look_back(bytes, at, bytes.len(), |byte| byte.is_ascii_alphabetic());
                self.close_until = bytes.len();
                if at == bytes.len() {
                    return at;
                }
                continue;
            };
            at = match byte {
                b'[' | b'(' | b'{' | b'<' | 0xE3 => return sign,
                0xEF if is_wide_bracket(bytes, sign) => return sign,
                // Without `_` the label must be in capitals.
                b'0'..=b'9' => look_back(bytes, at, sign, |byte| byte.is_ascii_uppercase()),
                _ => look_back(bytes, at, sign, |byte| byte.is_ascii_alphabetic()),
            };
            self.close_until = sign + 1;
        }
    }
}

/// Whether capitals stand before the digit at `digit`, with at most a space or dash between. Other
/// digits are no signs.
fn ends_capitals(bytes: &[u8], digit: usize) -> bool {
    let before = |place: usize| bytes.get(place.checked_sub(1)?);
    match before(digit) {
        Some(b'A'..=b'Z') => true,
        _ => match gap_before(bytes, digit) {
            0 => false,
            len => {
                before(digit - len).is_some_and(|byte| byte.is_ascii_uppercase() || *byte >= 0x80)
            }
        },
    }
}

/// How many bytes the space or dash before `at` has; 0 for anything else.
fn gap_before(bytes: &[u8], at: usize) -> usize {
    let before = |distance| bytes.get(at.checked_sub(distance)?).copied();
    match before(1) {
        Some(b' ' | b'-') => 1,
        // The dashes and spaces of U+2000 to U+207F and U+2212, U+3000, U+00A0.
        Some(0x80..=0xBF) => match (before(3), before(2)) {
            (Some(0xE2), Some(0x80 | 0x81 | 0x88)) | (Some(0xE3), Some(0x80)) => 3,
            (_, Some(0xC2)) => 2,
            _ => 0,
        },
        _ => 0,
    }
}

/// The first byte of the words before `sign`, not before `from`.
pub(super) fn look_back(
    bytes: &[u8],
    from: usize,
    sign: usize,
    is_letter: impl Fn(u8) -> bool,
) -> usize {
    let from = from.max(sign.saturating_sub(LOOK_BACK));
    let mut at = sign;
    loop {
        let len = match bytes.get(at.saturating_sub(1)) {
            Some(byte) if is_letter(*byte) => 1,
            _ => gap_before(bytes, at),
        };
        if len == 0 || at < from + len {
            return at;
        }
        at -= len;
    }
}

/// What a byte means to the search.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    /// Nothing.
    Quiet,
    /// Nothing where signs are looked for; the beginning of a word where every word is tried.
    Letter,
    /// A digit: a sign where it may end a bare label, but never a beginning.
    Digit,
    /// A sign, and a beginning where no word stands before it.
    Underscore,
    /// A bracket or the first byte of an escape: a sign, and a beginning.
    Sign,
    /// The first byte of 、。「」 and kana.
    Kana,
    /// The first byte of full-width forms and others.
    Wide,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Quiet; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let class = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Underscore,
            b'[' | b'(' | b'{' | b'<' | b'\\' | b'&' | b'%' => Class::Sign,
            0xE3 => Class::Kana,
            0xEF => Class::Wide,
            _ => Class::Quiet,
        };
        table[byte] = class;
        byte += 1;
    }
    table
};

fn class(byte: u8) -> Class {
    CLASS
        .get(usize::from(byte))
        .copied()
        .unwrap_or(Class::Quiet)
}

/// Whether the three-byte character at `at`, which begins with 0xE3, is an opening bracket:
/// 〈 《 「 『 【 〔
fn is_bracket(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1) == Some(&0x80)
        && matches!(
            bytes.get(at + 2),
            Some(0x88 | 0x8A | 0x8C | 0x8E | 0x90 | 0x94)
        )
}

/// Whether the three-byte character at `at`, which begins with 0xEF, is the full-width form of a
/// letter, a digit, an opening bracket, `-` or `_`.
fn is_wide(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at + 1) {
        Some(0xBC) => matches!(
            bytes.get(at + 2),
            Some(0x88 | 0x8D | 0x90..=0x99 | 0x9C | 0xA1..=0xBB | 0xBF)
        ),
        Some(0xBD) => matches!(bytes.get(at + 2), Some(0x81..=0x9B | 0xA2)),
        _ => false,
    }
}

/// Whether a full-width form is an opening bracket: （ ＜ ［ ｛ ｢
fn is_wide_bracket(bytes: &[u8], at: usize) -> bool {
    matches!(
        (bytes.get(at + 1), bytes.get(at + 2)),
        (Some(0xBC), Some(0x88 | 0x9C | 0xBB)) | (Some(0xBD), Some(0x9B | 0xA2))
    )
}

/// Whether a sign begins at `at`.
fn is_sign(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at).map(|byte| class(*byte)) {
        Some(Class::Underscore | Class::Sign) => true,
        Some(Class::Digit) => ends_capitals(bytes, at),
        Some(Class::Kana) => is_bracket(bytes, at),
        Some(Class::Wide) => is_wide(bytes, at),
        _ => false,
    }
}

/// The first sign at or behind `from`. The first bytes of characters are told from the others by
/// their value, so that the search may begin inside of one.
pub(super) fn next_sign(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(window) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let mut loud = loud(window);
        while loud != 0 {
            let place = at + loud.trailing_zeros() as usize;
            if is_sign(bytes, place) {
                return place;
            }
            loud &= loud - 1;
        }
        at += CHUNK;
    }
    while at < bytes.len() && !is_sign(bytes, at) {
        at += 1;
    }
    at
}

/// How many bytes are looked at together.
const CHUNK: usize = 32;

/// The bytes among the first [`CHUNK`] at which a sign may begin, one bit each, the first byte
/// lowest. Written so that it compiles to vector instructions.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "a jump would keep it from being compiled to vector instructions"
)]
fn loud(window: &[u8; CHUNK + 2]) -> u32 {
    let mut loud = [0u8; CHUNK];
    let places = window.iter().zip(&window[1..]).zip(&window[2..]);
    for (loud, ((&first, &second), &third)) in loud.iter_mut().zip(places) {
        let inner = (first.wrapping_sub(b'0') < 10) | (first == b'_');
        let bracket = (first == b'(') | (first == b'<') | (first == b'[') | (first == b'{');
        let escape = (first == b'\\') | (first == b'&') | (first == b'%');
        let kana = (first == 0xE3) & (second == 0x80) & (third >= 0x88);
        *loud = u8::from(inner | bracket | escape | kana | (first == 0xEF));
    }
    let (words, _) = loud.as_chunks::<8>();
    let mut bits = 0;
    for word in words.iter().rev() {
        // Eight bytes of 0 or 1 become eight bits: each is moved to its place in the top byte.
        let gathered = u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits = bits << 8 | gathered as u32;
    }
    bits
}

/// The first sign or beginning of a word at or behind `from`, before `until`.
fn next_word_or_sign(window: &Window<'_>, from: usize, until: usize) -> Option<usize> {
    let bytes = window.text.as_bytes();
    let mut in_word = match from.checked_sub(1) {
        Some(last) => bytes.get(last).is_some_and(|byte| {
            matches!(
                class(*byte),
                Class::Letter | Class::Digit | Class::Underscore
            )
        }),
        None => window
            .before
            .is_some_and(|before| before.is_ascii_alphanumeric() || before == '_'),
    };
    let mut at = from;
    while at < until {
        let Some(&byte) = bytes.get(at) else {
            break;
        };
        let was_in_word = in_word;
        in_word = false;
        match class(byte) {
            Class::Letter | Class::Underscore if was_in_word => in_word = true,
            // A `_` at the beginning of a word may be emphasis.
            Class::Letter | Class::Underscore | Class::Sign => return Some(at),
            Class::Digit => in_word = true,
            Class::Kana if is_bracket(bytes, at) => return Some(at),
            Class::Wide if is_wide(bytes, at) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::grammar::{Attempt, attempt};
    use super::*;
    use proptest::prelude::*;

    fn places(text: &str, tail: Tail) -> (Vec<usize>, Vec<usize>) {
        let window = Window {
            text,
            before: None,
            tail,
        };
        let succeeds = |at: &usize| !matches!(attempt(&window, *at), Attempt::No);
        let everywhere = text.char_indices().map(|(at, _)| at).filter(succeeds);
        let mut starts = Starts::default();
        let mut found = Vec::new();
        let mut at = starts.next(&window, 0);
        while at < text.len() {
            found.push(at);
            at = starts.next(&window, at + 1);
        }
        (
            everywhere.collect(),
            found.into_iter().filter(succeeds).collect(),
        )
    }

    #[test]
    fn bare_labels_are_found_from_their_signs() {
        for text in [
            "see MY EMAIL 1",
            "EMAIL‐1",
            "EMAIL\u{A0}1",
            "EMAIL\u{3000}1",
            "ＥＭＡＩＬ1 EMAIL１",
            "EMAIL\\_1 EMAIL%5F1 EMAIL&#95;1",
            "HEALTH\u{2003}INSURANCE\u{2212}1",
            "long words before EMPLOYMENT_INSURANCE_1",
        ] {
            let (everywhere, found) = places(text, Tail::End);
            assert!(!everywhere.is_empty(), "{text}");
            assert_eq!(everywhere, found, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_missed(
            pieces in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(vec![
                        "EMAIL", "email", "MY", "CREDIT", "CARD", "_", " ", "-", "1", "12", "b", "[", "]", "(", "\\_",
                        "%5F", "&#95;", "‐", "\u{A0}", "\u{3000}", "Ａ", "１", "＿", "「", "」", "メール", "月", "é", "word ",
                    ]),
                    Just("a long run of quiet words without any sign "),
                ],
                0..24,
            ),
            open in any::<bool>(),
        ) {
            let tail = if open { Tail::Open } else { Tail::End };
            let (everywhere, found) = places(&pieces.concat(), tail);
            prop_assert_eq!(everywhere, found);
        }
    }
}

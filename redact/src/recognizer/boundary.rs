//! What must not stand beside a match.
//!
//! `\b` fails in Japanese text: kana and digits are both word characters, so `\b090` never matches
//! in 電話090…. A boundary is therefore a field of a pattern and is checked in code that knows
//! scripts.

use crate::text::script::is_word;
use crate::text::{Normalized, Span};

/// What must not stand beside a match of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Boundary {
    /// Anything may.
    None,
    /// No letter, digit or `_` of an alphabet that parts its words; kana and kanji may.
    Word,
    /// As `Word`, but before the match alone; what stands behind it is the rule's check.
    WordStart,
    /// The match is a whole number, not a piece of a longer one or of a code. Turned down are a
    /// digit beside it, a digit beyond a separator (`-`, `.`, `,`, `/`, `:` or the one that the
    /// match itself is grouped by), a Latin letter beside it and one beyond `-`, `_`, `#` or `/`. The
    /// labels TEL, FAX, No and the like may touch it.
    Number,
}

/// Labels that are written onto a number without a space.
const GLUED_LABELS: [&str; 15] = [
    "tel", "fax", "no", "phone", "ph", "mobile", "cell", "mob", "telefax", "no.", "ssn", "itin",
    "tfn", "abn", "npi",
];

impl Boundary {
    /// Whether a match may begin at `start` at all, whatever it turns out to be: a look at what stands
    /// before, so that most places in the middle of a word or number are not tried.
    pub(crate) fn may_begin(self, text: &str, start: usize) -> bool {
        let bytes = text.as_bytes();
        let Some(&previous) = start.checked_sub(1).and_then(|at| bytes.get(at)) else {
            return true;
        };
        match self {
            Self::None => true,
            Self::Word | Self::WordStart if previous.is_ascii() => {
                !previous.is_ascii_alphanumeric() && previous != b'_'
            }
            // Other characters are judged with the match.
            Self::Word | Self::WordStart => true,
            Self::Number => !previous.is_ascii_digit(),
        }
    }

    /// Whether a match at `span` of `text` is bounded on both sides.
    pub fn holds(self, text: &str, span: Span<Normalized>) -> bool {
        match self {
            Self::None => true,
            Self::Word | Self::WordStart => {
                let before = text
                    .get(..span.start())
                    .and_then(|part| part.chars().next_back());
                let after = text.get(span.end()..).and_then(|part| part.chars().next());
                let is_bounded = !before.is_some_and(is_word);
                is_bounded && (self == Self::WordStart || !after.is_some_and(is_word))
            }
            Self::Number => {
                let bytes = text.as_bytes();
                let inner = bytes.get(span.range()).and_then(|found| {
                    found
                        .iter()
                        .skip(1)
                        .copied()
                        .find(|byte| !byte.is_ascii_digit())
                });
                starts_number(bytes, span.start(), inner) && ends_number(bytes, span.end(), inner)
            }
        }
    }
}

fn parts_numbers(byte: u8, inner: Option<u8>) -> bool {
    matches!(byte, b'-' | b'.' | b',' | b'/' | b':') || (byte == b' ' && inner == Some(b' '))
}

fn starts_number(bytes: &[u8], start: usize, inner: Option<u8>) -> bool {
    let Some(&previous) = start.checked_sub(1).and_then(|at| bytes.get(at)) else {
        return true;
    };
    if previous.is_ascii_digit() {
        return false;
    }
    if previous.is_ascii_alphabetic() || previous == b'_' {
        return ends_with_glued_label(bytes, start);
    }
    let beyond = start.checked_sub(2).and_then(|at| bytes.get(at)).copied();
    match beyond {
        Some(digit) if digit.is_ascii_digit() => !parts_numbers(previous, inner),
        Some(letter)
            if letter.is_ascii_alphabetic() && matches!(previous, b'-' | b'#' | b'/' | b'.') =>
        {
            ends_with_glued_label(bytes, start - 1)
        }
        _ => true,
    }
}

fn ends_number(bytes: &[u8], end: usize, inner: Option<u8>) -> bool {
    let Some(&next) = bytes.get(end) else {
        return true;
    };
    if next.is_ascii_alphanumeric() || next == b'_' {
        return false;
    }
    match bytes.get(end + 1) {
        Some(digit) if digit.is_ascii_digit() => !parts_numbers(next, inner),
        Some(letter) if letter.is_ascii_alphabetic() => next != b'-',
        _ => true,
    }
}

/// Whether the Latin word that ends at `end` is one of the labels written onto numbers.
fn ends_with_glued_label(bytes: &[u8], end: usize) -> bool {
    let head = bytes.get(..end).unwrap_or_default();
    let letters = head
        .iter()
        .rev()
        .take(8)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let word = head.get(end - letters..).unwrap_or_default();
    GLUED_LABELS
        .iter()
        .any(|label| label.as_bytes().eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(boundary: Boundary, text: &str, needle: &str) -> bool {
        let start = text.find(needle).expect("the text holds the needle");
        boundary.holds(text, Span::new(start, start + needle.len()))
    }

    #[test]
    fn words_may_touch_kana() {
        assert!(holds(Boundary::Word, "これはabcです", "abc"));
        assert!(!holds(Boundary::Word, "xabc", "abc"));
        assert!(!holds(Boundary::Word, "abc_", "abc"));
        assert!(!holds(Boundary::Word, "éabc", "abc"));
    }

    #[test]
    fn numbers_are_whole() {
        for text in [
            "電話090-1234-5678です",
            "TEL090-1234-5678",
            "Tel.090-1234-5678",
            "090-1234-5678.",
            "090-1234-5678 03-1111-2222",
            "(090-1234-5678)",
        ] {
            assert!(holds(Boundary::Number, text, "090-1234-5678"), "{text}");
        }
        for text in [
            "1090-1234-5678",
            "2-090-1234-5678",
            "090-1234-5678-9",
            "A090-1234-5678",
            "MK-090-1234-5678",
            "090-1234-5678A",
            "090-1234-5678,000",
        ] {
            assert!(!holds(Boundary::Number, text, "090-1234-5678"), "{text}");
        }
        assert!(!holds(
            Boundary::Number,
            "4012 8875 6620 9316",
            "4012 8875 6620"
        ));
    }
}

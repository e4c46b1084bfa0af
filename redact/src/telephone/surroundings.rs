//! Whether a telephone number stands alone.
//!
//! [`Boundary::Number`](crate::recognizer::Boundary) turns down a digit beyond `/` or `,`, for prices
//! and dates. Telephone numbers stand in lists (`03-…/090-…`) and have extensions glued on
//! (`…5678x12`), so their rules ask here instead.

use crate::recognizer::Candidate;
use crate::recognizers::label::glued_word;

/// Labels that are written onto a number without a space.
const GLUED_LABELS: [&str; 13] = [
    "tel",
    "fax",
    "no",
    "phone",
    "ph",
    "mobile",
    "cell",
    "mob",
    "telefax",
    "telephone",
    "t",
    "f",
    "m",
];

/// How many bytes beside a number are looked at.
const NEAR: usize = 24;

/// Whether the candidate is a whole number: no piece of a longer one or of a code. `is_spaced` says
/// that spaces part its groups, so that digits beyond a space may be a further group.
pub(crate) fn stands_alone(candidate: &Candidate<'_>, is_spaced: bool) -> bool {
    starts_alone(candidate.before().as_bytes(), is_spaced)
        && ends_alone(candidate.after().as_bytes(), is_spaced)
}

fn starts_alone(before: &[u8], is_spaced: bool) -> bool {
    let Some((&previous, head)) = before.split_last() else {
        return true;
    };
    if previous.is_ascii_digit() || matches!(previous, b'_' | b'+') {
        return false;
    }
    if previous.is_ascii_alphabetic() {
        return ends_with_label(before);
    }
    match head.last() {
        Some(beyond) if beyond.is_ascii_digit() => match previous {
            b'-' | b'.' | b':' => false,
            b',' | b'/' => ends_with_long_number(head),
            b' ' => !is_spaced || ends_with_long_number(head),
            _ => true,
        },
        Some(beyond) if beyond.is_ascii_alphabetic() => {
            !matches!(previous, b'-' | b'#' | b'/' | b'.') || ends_with_label(head)
        }
        _ => true,
    }
}

fn ends_alone(after: &[u8], is_spaced: bool) -> bool {
    let (next, beyond) = (after.first().copied(), after.get(1).copied());
    let Some(next) = next else {
        return true;
    };
    if next.is_ascii_alphabetic() {
        return starts_with_extension(after);
    }
    if next.is_ascii_digit() || next == b'_' {
        return false;
    }
    match beyond {
        // The next number of a list, not the thousands of a price.
        Some(b'0') if matches!(next, b',' | b' ') => after.get(2) != Some(&b'0'),
        Some(beyond) if beyond.is_ascii_digit() => match next {
            b'-' | b'.' | b':' => false,
            // `…5678,5679` names a second line, `…5678,000` goes on as a price does.
            b',' => !after.starts_with(b",000"),
            b' ' => !is_spaced,
            _ => true,
        },
        Some(beyond) if beyond.is_ascii_alphabetic() => next != b'-',
        _ => true,
    }
}

/// Whether a label such as `Tel` ends here.
fn ends_with_label(before: &[u8]) -> bool {
    let word = glued_word(before);
    GLUED_LABELS
        .iter()
        .any(|label| label.as_bytes().eq_ignore_ascii_case(word))
}

/// Whether an extension begins here: `x12`, `ext. 12`.
fn starts_with_extension(after: &[u8]) -> bool {
    let letters = after
        .iter()
        .take(10)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let (word, rest) = after.split_at(letters);
    ["x", "ext", "extension"]
        .iter()
        .any(|label| label.as_bytes().eq_ignore_ascii_case(word))
        && rest
            .iter()
            .take(3)
            .find(|byte| !matches!(byte, b'.' | b' '))
            .is_some_and(u8::is_ascii_digit)
}

/// Whether a number of nine digits or more, in groups, ends here: the one before in a list.
fn ends_with_long_number(before: &[u8]) -> bool {
    before
        .iter()
        .rev()
        .take(NEAR)
        .take_while(|byte| byte.is_ascii_digit() || b"-(). +".contains(byte))
        .filter(|byte| byte.is_ascii_digit())
        .count()
        >= 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn alone(text: &str, number: &str) -> bool {
        let start = text.find(number).unwrap();
        stands_alone(
            &Candidate::new(text, Span::new(start, start + number.len())),
            number.contains(' '),
        )
    }

    #[test]
    fn lists_labels_and_extensions_may_touch() {
        for text in [
            "03-1234-5678",
            "03-1234-5678/090-1111-2222",
            "090-1111-2222/03-1234-5678",
            "090-1111-2222,03-1234-5678",
            "TEL03-1234-5678",
            "Tel.03-1234-5678",
            "電話03-1234-5678まで",
            "03-1234-5678x12",
            "03-1234-5678 ext. 12",
            "10:30 03-1234-5678",
            "03-1234-5678(代)",
        ] {
            assert!(alone(text, "03-1234-5678"), "{text}");
        }
    }

    #[test]
    fn pieces_do_not_stand_alone() {
        for text in [
            "103-1234-5678",
            "2-03-1234-5678",
            "03-1234-5678-118",
            "MK-03-1234-5678",
            "03-1234-5678A",
            "A03-1234-5678",
            "03-1234-5678,000",
            "1/03-1234-5678",
            "03-1234-5678-A",
        ] {
            assert!(!alone(text, "03-1234-5678"), "{text}");
        }
        assert!(!alone("4012 03 1234 5678", "03 1234 5678"));
    }
}

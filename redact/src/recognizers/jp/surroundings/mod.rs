//! What stands around values of Japan: addresses behind them, further groups of four beside them.

use crate::recognizer::Candidate;
use crate::text::script::{is_han, is_japanese};

/// Whether a Japanese address begins behind the match: a municipality or prefecture within a few
/// characters, on the same line or on the next.
pub(super) fn begins_address(after: &str) -> bool {
    let rest = after.trim_start_matches([
        ' ', '\t', '\r', '\n', '>', '|', '、', ',', ':', ')', '」', '】', ']',
    ]);
    for (at, character) in rest.chars().take(8).enumerate() {
        if at > 0
            && matches!(
                character,
                '都' | '道' | '府' | '県' | '市' | '区' | '郡' | '町' | '村'
            )
        {
            return true;
        }
        // A name of a place begins with no particle; kana inside it is common (さいたま, 袖ケ浦).
        let goes_on = is_japanese(character) || matches!(character, 'ヶ' | 'ヵ');
        if !goes_on || (at == 0 && !is_han(character) && "のにはがをでとへもや".contains(character))
        {
            return false;
        }
    }
    false
}

/// Whether a number in groups of four parted by spaces is a whole one: a further group of four beside it
/// makes it a piece of a longer number, while a date or a price in the next column does not.
pub(super) fn is_whole_in_fours(candidate: &Candidate<'_>) -> bool {
    let before = candidate.before();
    let is_joined = |mark: char| matches!(mark, '-' | '.' | '/' | ':' | ',');
    if let Some(head) = before.strip_suffix(is_joined) {
        if head.ends_with(|last: char| last.is_ascii_digit()) {
            return false;
        }
    } else if let Some(head) = before.strip_suffix(' ') {
        let rest = head.trim_end_matches(|digit: char| digit.is_ascii_digit());
        if head.len() - rest.len() == 4 {
            return false;
        }
    }
    let after = candidate.after();
    if let Some(tail) = after.strip_prefix(is_joined) {
        return !tail.starts_with(|first: char| first.is_ascii_digit());
    }
    after.strip_prefix(' ').is_none_or(|tail| {
        let rest = tail.trim_start_matches(|digit: char| digit.is_ascii_digit());
        tail.len() - rest.len() != 4 || rest.starts_with(['年', '/', '-', '.'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_further_group_of_four_makes_a_longer_number() {
        let is_whole = |text: &str| {
            let start = text.find("1111").unwrap();
            is_whole_in_fours(&Candidate::new(text, Span::new(start, start + 14)))
        };
        assert!(is_whole("番号 1111 2222 3333"));
        assert!(is_whole("1111 2222 3333 1994年1月27日"));
        assert!(is_whole("1111 2222 3333 44"));
        assert!(!is_whole("1111 2222 3333 4444"));
        assert!(!is_whole("4444 1111 2222 3333"));
        assert!(!is_whole("1111 2222 3333-4"));
        assert!(!is_whole("4-1111 2222 3333"));
    }

    #[test]
    fn an_address_begins_with_a_place() {
        for after in [
            " 東京都港区",
            "\n京都市中京区",
            " さいたま市",
            "\n> 津市",
            ")\n袖ケ浦市",
        ] {
            assert!(begins_address(after), "{after}");
        }
        for after in [" の町", "個", "", " 市場", " ABC市", "です。東京都"] {
            assert!(!begins_address(after), "{after}");
        }
    }
}

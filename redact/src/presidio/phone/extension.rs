//! Extensions: the digits dialled after the connection, such as `ext. 123`, `x123`, `内線` not being
//! among the marks that libphonenumber knows.

use std::sync::LazyLock;

use regex::Regex;

use super::character::digit_value;

/// How many characters behind the separators an extension can take.
const LONGEST: usize = 64;

const SEPARATORS: &str = r"[ \x{A0}\t,]*";
const BEHIND_MARK: &str = r"[:.\x{FF0E}]?[ \x{A0}\t,-]*";
/// Marks that say it, after which digits may be many. Python lets `i` stand for the Turkish letters.
const MARK: &str = r"(?:e?xt(?:ens[iİı](?:o\x{301}?|ó))?n?|ｅ?ｘｔｎ?|доб|anexo)";
/// Marks that may mean something else.
const VAGUE_MARK: &str = r"(?:[xｘ#＃~～]|[iİı]nt|ｉｎｔ)";

/// The forms of an extension in a text, each with its digits as a group.
fn forms() -> String {
    format!(
        r";ext=([0-9]{{1,20}})|{SEPARATORS}{MARK}{BEHIND_MARK}([0-9]{{1,20}})#?|{SEPARATORS}{VAGUE_MARK}{BEHIND_MARK}([0-9]{{1,9}})#?|[- ]+([0-9]{{1,6}})#"
    )
}

/// An extension at the beginning.
static AT_START: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("(?i)^(?:{})", forms())).ok());

/// An extension at the end. Commas alone are a mark there, as telephones dial them.
static AT_END: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?:{}|[ \x{{A0}}\t]*(?:,,|;){BEHIND_MARK}([0-9]{{1,15}})#?|[ \x{{A0}}\t]*,+{BEHIND_MARK}([0-9]{{1,9}})#?)$",
        forms()
    ))
    .ok()
});

/// Where the extension ends that begins at byte `end` of the text, if one does.
pub(super) fn behind(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let separators = rest
        .find(|character: char| !matches!(character, ' ' | '\u{A0}' | '\t' | ',' | '-'))
        .unwrap_or(rest.len());
    let first = rest.get(separators..)?.chars().next()?;
    if !may_begin(rest, separators, first) {
        return None;
    }
    // Digits become ASCII digits, so that the forms stay small; where each character ends is noted.
    let mut plain = String::new();
    let mut ends = Vec::new();
    let mut left = LONGEST;
    for (at, character) in rest.char_indices() {
        if at >= separators {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        plain.push(plain_digit(character));
        ends.push((plain.len(), end + at + character.len_utf8()));
    }
    let found = AT_START.as_ref()?.find(&plain)?;
    let at = ends
        .binary_search_by_key(&found.end(), |&(plain, _)| plain)
        .ok()?;
    ends.get(at).map(|&(_, original)| original)
}

/// Whether an extension may begin behind the separators of `rest`, judged by the first characters of
/// its mark: most words begin with other letters.
fn may_begin(rest: &str, separators: usize, first: char) -> bool {
    let mut mark = rest.get(separators..).unwrap_or_default().chars();
    mark.next();
    let mut next_is = |wanted: &[char]| mark.next().is_some_and(|next| wanted.contains(&next));
    match first {
        ';' => separators == 0 && next_is(&['e', 'E']),
        'e' | 'E' => next_is(&['x', 'X']) && next_is(&['t', 'T']),
        'i' | 'I' | 'İ' | 'ı' => next_is(&['n', 'N']) && next_is(&['t', 'T']),
        'a' | 'A' => next_is(&['n', 'N']) && next_is(&['e', 'E']),
        'x' | 'X' | '#' | '＃' | '~' | '～' | 'ｅ' | 'Ｅ' | 'ｘ' | 'Ｘ' | 'д' | 'Д' | 'ｉ'
        | 'Ｉ' => true,
        _ if digit_value(first).is_some() => {
            // Up to six digits with a number sign behind them.
            let digits = mark.clone().take_while(|&next| digit_value(next).is_some());
            let separators = rest.get(..separators).unwrap_or_default();
            !separators.is_empty()
                && separators.bytes().all(|byte| matches!(byte, b' ' | b'-'))
                && mark.nth(digits.take(6).count()) == Some('#')
        }
        _ => false,
    }
}

/// Where an extension begins that ends a number, and its digits. Digits of the number are ASCII.
pub(super) fn at_end(number: &str) -> Option<(usize, &str)> {
    let captures = AT_END.as_ref()?.captures(number)?;
    let start = captures.get(0)?.start();
    let digits = captures.iter().skip(1).flatten().next()?;
    Some((start, digits.as_str()))
}

/// The pattern of an extension that ends a number, for a pattern of whole numbers.
pub(super) fn pattern_at_end() -> Option<&'static str> {
    AT_END.as_ref().map(Regex::as_str)
}

/// The ASCII digit for a digit of any script, any other character as it is.
pub(super) fn plain_digit(character: char) -> char {
    digit_value(character).map_or(character, |value| char::from(b'0' + value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_known() {
        for (text, wanted) in [
            (" ext. 123", Some(9)),
            (",Extension 1234567", Some(18)),
            ("#12", Some(3)),
            (" доб. 7", Some(" доб. 7".len())),
            (" - 503#", Some(7)),
            (" ext", None),
            (" x１２", Some(" x１２".len())),
            (" is open", None),
        ] {
            assert_eq!(behind(text, 0), wanted, "{text}");
        }
    }

    #[test]
    fn digits_of_an_extension_are_told() {
        assert_eq!(at_end("0312345678 ext. 12"), Some((10, "12")));
        assert_eq!(at_end("0312345678,,12"), Some((10, "12")));
        assert_eq!(at_end("0312345678"), None);
    }
}

//! Small steps over text: what stands at this byte, and how far does a kind of character go?
//!
//! Every function takes a byte offset on a character boundary and answers one; nothing here looks
//! further than it says, so that whatever is built from it stays linear.

/// The character that begins at byte `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends before byte `at`.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Behind `word`, if it stands at byte `at`.
pub(super) fn skip(text: &str, at: usize, word: &str) -> Option<usize> {
    text.get(at..)?.starts_with(word).then(|| at + word.len())
}

/// Behind the longest of `words` that stands at byte `at`. The words must be sorted so that a longer
/// one comes before its own beginning.
pub(super) fn skip_any(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    // The third byte of a kanji says most; it is looked at before all are compared.
    let third = rest.get(2);
    words
        .iter()
        .map(|word| word.as_bytes())
        .find(|word| (word.len() < 3 || word.get(2) == third) && rest.starts_with(word))
        .map(|word| at + word.len())
}

/// Behind up to `most` spaces and tabs.
pub(super) fn skip_spaces(text: &str, at: usize, most: usize) -> usize {
    let spaces = text
        .as_bytes()
        .iter()
        .skip(at)
        .take(most)
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    at + spaces
}

/// How many spaces may stand at the beginning of a continued line.
const INDENT: usize = 24;

/// The start of the next line's text, if byte `at` is the end of its line but for spaces. Quote
/// marks (`>`) and indentation are stepped over; an empty line ends what was written.
pub(super) fn next_line(text: &str, at: usize) -> Option<usize> {
    let end = skip_spaces(text, at, INDENT);
    let after = skip(text, end, "\r\n").or_else(|| skip(text, end, "\n"))?;
    let mut start = skip_spaces(text, after, INDENT);
    for _ in 0..8 {
        match skip(text, start, ">") {
            Some(behind) => start = skip_spaces(text, behind, INDENT),
            None => break,
        }
    }
    match char_at(text, start) {
        None | Some('\n' | '\r') => None,
        Some(_) => Some(start),
    }
}

/// Whether nothing but spaces stands between byte `at` and the end of its line.
pub(super) fn is_line_end(text: &str, at: usize) -> bool {
    matches!(
        char_at(text, skip_spaces(text, at, INDENT)),
        None | Some('\n' | '\r')
    )
}

/// Behind the characters from byte `at` on that `belongs` accepts, `most` of them at the furthest.
pub(super) fn skip_while(
    text: &str,
    at: usize,
    most: usize,
    belongs: impl Fn(char) -> bool,
) -> usize {
    let length: usize = text
        .get(at..)
        .unwrap_or_default()
        .chars()
        .take(most)
        .take_while(|&character| belongs(character))
        .map(char::len_utf8)
        .sum();
    at + length
}

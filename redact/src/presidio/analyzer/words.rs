//! The built-in tokenizer: runs of letters, digits and `_`, and every other visible character alone.

use std::ops::Range;

/// Whether a token of the built-in tokenizer goes on over this character.
#[inline]
fn is_word(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric() || character == '_',
        // What Japanese text is made of, without a look into tables.
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー'..='ヿ' | '一'..='\u{9FFF}' | '０'..='９' => true,
        '\u{3000}'..='〄' | '〈'..='〠' | '・' | '！'..='／' | '：'..='＠' => false,
        _ => character.is_alphanumeric(),
    }
}

fn is_ascii_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The token that holds byte `at`, or the first behind it; bytes.
pub(super) fn token_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let skipped = rest.len() - rest.trim_start().len();
    let start = at + skipped;
    let first = text.get(start..)?.chars().next()?;
    if !is_word(first) {
        return Some(start..start + first.len_utf8());
    }
    let start = if skipped == 0 {
        run_start(text, start)
    } else {
        start
    };
    Some(start..run_end(text, start))
}

/// The token that ends at or before byte `at`; bytes.
pub(super) fn token_before(text: &str, at: usize) -> Option<Range<usize>> {
    let head = text.get(..at)?.trim_end();
    let last = head.chars().next_back()?;
    let end = head.len();
    let start = if is_word(last) {
        run_start(text, end)
    } else {
        end - last.len_utf8()
    };
    Some(start..end)
}

/// The token that begins at or behind byte `at`; bytes.
pub(super) fn token_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + (rest.len() - rest.trim_start().len());
    let first = text.get(start..)?.chars().next()?;
    let end = if is_word(first) {
        run_end(text, start)
    } else {
        start + first.len_utf8()
    };
    Some(start..end)
}

/// Whether a token is a word and no punctuation.
pub(super) fn is_keyword(token: &str) -> bool {
    token.chars().next().is_some_and(is_word)
}

fn run_start(text: &str, end: usize) -> usize {
    let head = text.as_bytes().get(..end).unwrap_or_default();
    let ascii = head.iter().rev().take_while(|&&byte| is_ascii_word(byte));
    let end = end - ascii.count();
    if head
        .get(..end)
        .and_then(<[u8]>::last)
        .is_none_or(u8::is_ascii)
    {
        return end;
    }
    text.get(..end)
        .unwrap_or_default()
        .char_indices()
        .rev()
        .take_while(|&(_, character)| is_word(character))
        .last()
        .map_or(end, |(at, _)| at)
}

fn run_end(text: &str, start: usize) -> usize {
    let tail = text.as_bytes().get(start..).unwrap_or_default();
    let start = start + tail.iter().take_while(|&&byte| is_ascii_word(byte)).count();
    if text.as_bytes().get(start).is_none_or(u8::is_ascii) {
        return start;
    }
    let rest = text.get(start..).unwrap_or_default();
    start
        + rest
            .find(|character| !is_word(character))
            .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_without_tables_is_what_the_tables_say() {
        for character in '\0'..='\u{FFFF}' {
            let by_table = character.is_alphanumeric() || character == '_';
            assert_eq!(is_word(character), by_table, "{character:?}");
        }
    }

    #[test]
    fn tokens_are_words_or_single_marks() {
        let text = "My SSN, 日本_1: x";
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(token) = token_after(text, at) {
            at = token.end;
            tokens.push(&text[token]);
        }
        assert_eq!(tokens, ["My", "SSN", ",", "日本_1", ":", "x"]);
        let mut back = Vec::new();
        at = text.len();
        while let Some(token) = token_before(text, at) {
            at = token.start;
            back.push(&text[token]);
        }
        back.reverse();
        assert_eq!(back, tokens);
        assert_eq!(token_at(text, 4), Some(3..6));
        assert_eq!(token_at(text, 7), Some(8..16));
        assert_eq!(token_at(text, text.len()), None);
    }
}

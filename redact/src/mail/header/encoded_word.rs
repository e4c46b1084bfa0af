//! Decodes the encoded words of RFC 2047 in a header.
//!
//! Senders cut a character in two between words, put words into quoted strings, leave spaces inside
//! them or write them without any space between: all of that is read. Adjacent words of one charset
//! are joined as bytes before they are decoded.

use crate::mail::charset;
use crate::mail::transfer::{base64, hex};

/// One word as it stands.
struct Word<'t> {
    charset: &'t str,
    is_base64: bool,
    payload: &'t str,
}

/// Adjacent words of one charset.
struct Run<'t> {
    charset: &'t str,
    bytes: Vec<u8>,
    /// Base64 of a sender who cut the encoded text wherever the line was full.
    carried: String,
}

/// Replaces every encoded word by what it says. Returns the text and how many characters of it
/// could not be read.
pub(super) fn decode(text: &str) -> (String, usize) {
    let mut decoded = String::with_capacity(text.len());
    let mut replaced = 0;
    let mut run: Option<Run<'_>> = None;
    // White space behind a word: dropped when a word follows, kept when anything else does.
    let mut held = "";
    let mut rest = text;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let Some((word, behind)) = parse(from) else {
            let (mark, behind) = from.split_at(2);
            replaced += close(&mut run, &mut decoded);
            decoded.push_str(held);
            decoded.push_str(before);
            decoded.push_str(mark);
            held = "";
            rest = behind;
            continue;
        };
        let is_adjacent = run.is_some() && before.trim_ascii().is_empty();
        if !is_adjacent {
            replaced += close(&mut run, &mut decoded);
            decoded.push_str(held);
            decoded.push_str(before);
        }
        held = "";
        if run
            .as_ref()
            .is_some_and(|run| !run.charset.eq_ignore_ascii_case(word.charset))
        {
            replaced += close(&mut run, &mut decoded);
        }
        let current = run.get_or_insert_with(|| Run {
            charset: word.charset,
            bytes: Vec::new(),
            carried: String::new(),
        });
        current.add(&word);
        rest = behind;
    }
    replaced += close(&mut run, &mut decoded);
    decoded.push_str(held);
    decoded.push_str(rest);
    (decoded, replaced)
}

fn close(run: &mut Option<Run<'_>>, decoded: &mut String) -> usize {
    let Some(mut run) = run.take() else { return 0 };
    run.flush_carried();
    let read = charset::decode(&run.bytes, Some(run.charset));
    // A line break inside a word would forge a header line.
    decoded.extend(read.text.chars().map(|c| match c {
        '\r' | '\n' | '\0' => ' ',
        other => other,
    }));
    read.replaced
}

impl Run<'_> {
    fn add(&mut self, word: &Word<'_>) {
        if !word.is_base64 {
            self.flush_carried();
            self.bytes.extend(q_encoded(word.payload));
            return;
        }
        self.carried.push_str(word.payload);
        if self.carried.ends_with('=') || self.carried.len().is_multiple_of(4) {
            self.flush_carried();
        }
    }

    fn flush_carried(&mut self) {
        let (bytes, _) = base64(self.carried.as_bytes());
        self.bytes.extend(bytes);
        self.carried.clear();
    }
}

/// Reads one word at the start of `text`, which begins with `=?`; also answers what is behind it.
fn parse(text: &str) -> Option<(Word<'_>, &str)> {
    /// Longer than any registered name.
    const LONGEST_CHARSET: usize = 64;
    let body = text.strip_prefix("=?")?;
    let charset_end = body.bytes().take(LONGEST_CHARSET).position(|b| b == b'?')?;
    let charset = body.get(..charset_end)?;
    if charset.is_empty() || !charset.bytes().all(|b| b.is_ascii_graphic()) {
        return None;
    }
    let is_base64 = match body.as_bytes().get(charset_end + 1)? {
        b'B' | b'b' => true,
        b'Q' | b'q' => false,
        _ => return None,
    };
    let encoded = body.get(charset_end + 2..)?.strip_prefix('?')?;
    // The payload of Q may begin with `=`, which is no end. Each `?` is looked at once: a payload
    // holds none.
    let end = encoded.find('?')?;
    let behind = encoded.get(end + 1..)?.strip_prefix('=')?;
    let payload = encoded.get(..end)?;
    Some((
        Word {
            charset,
            is_base64,
            payload,
        },
        behind,
    ))
}

/// RFC 2047 section 4.2.
fn q_encoded(payload: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len());
    let mut rest = payload.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match (byte, behind) {
            (b'_', _) => bytes.push(b' '),
            (b'=', &[high, low, ref after @ ..]) => match hex(high).zip(hex(low)) {
                Some((high, low)) => {
                    bytes.push((high << 4) | low);
                    rest = after;
                }
                None => bytes.push(b'='),
            },
            _ => bytes.push(byte),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_decodes(text: &str, expected: &str) {
        assert_eq!(decode(text), (expected.to_owned(), 0), "{text}");
    }

    #[test]
    fn examples_of_the_standard() {
        assert_decodes("=?ISO-8859-1?Q?a?= b", "a b");
        assert_decodes("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab");
        assert_decodes("=?ISO-8859-1?Q?a_b?=", "a b");
        assert_decodes("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b");
        assert_decodes("x =? y ?= =?UTF-8?X?a?=", "x =? y ?= =?UTF-8?X?a?=");
    }

    #[test]
    fn characters_cut_between_words_are_joined() {
        assert_decodes("=?UTF-8?B?5pel5g==?= =?UTF-8?B?nKw=?=", "日本");
        assert_decodes("=?utf-8?Q?=E6=97?=  =?UTF-8?Q?=A5?=", "日");
        // The base64 itself is cut, at no multiple of four.
        assert_decodes("=?UTF-8?B?5pel5?= =?UTF-8?B?pys?=", "日本");
    }

    #[test]
    fn japanese_words_decode() {
        assert_decodes(
            "Re: =?ISO-2022-JP?B?GyRCfGI2NhsoQg==?= <a@example.jp>",
            "Re: 髙橋 <a@example.jp>",
        );
        assert_decodes("\"=?cp932?B?j4mOng==?=\"", "\"初時\"");
    }

    #[test]
    fn a_line_break_inside_a_word_becomes_a_space() {
        assert_decodes("=?UTF-8?Q?a=0D=0ABcc:?=", "a  Bcc:");
    }
}

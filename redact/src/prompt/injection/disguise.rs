//! What does a text say once its disguises are off?
//!
//! Each disguise gives a further text to look for signals in: tag characters and variation selectors that
//! spell ASCII, reversed direction, letters parted by spaces, digits for letters, Base64, hexadecimal,
//! escapes, encoded words, ROT13. Each is found and undone in one pass and only once (a disguise in a
//! disguise stays), so that all texts together are at most a few times as long as the original.

use std::sync::LazyLock;

use regex::Regex;

/// What a piece of text was hidden with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Disguise {
    Tags,
    VariationSelectors,
    Reversed,
    Spaced,
    Leet,
    Base64,
    Hexadecimal,
    Escapes,
    EncodedWord,
    Rot13,
}

impl Disguise {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Tags => "tag-characters",
            Self::VariationSelectors => "variation-selectors",
            Self::Reversed => "reversed",
            Self::Spaced => "spaced-letters",
            Self::Leet => "leet",
            Self::Base64 => "base64",
            Self::Hexadecimal => "hexadecimal",
            Self::Escapes => "escapes",
            Self::EncodedWord => "encoded-word",
            Self::Rot13 => "rot13",
        }
    }

    /// Whether no honest writer hides readable text so, whatever it says.
    pub(super) fn is_alarming(self) -> bool {
        matches!(self, Self::Tags | Self::VariationSelectors)
    }
}

/// A text that was hidden, and the bytes of the original that it was hidden in.
pub(super) struct Uncovered {
    pub(super) disguise: Disguise,
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Least hidden characters that are worth a look.
const MIN_HIDDEN: usize = 4;

/// Every hidden text in `text`.
pub(super) fn uncover(text: &str) -> Vec<Uncovered> {
    let mut found = Vec::new();
    invisible_ascii(text, &mut found);
    reversed(text, &mut found);
    spaced(text, &mut found);
    encoded(text, &mut found);
    if let Some(plain) = leet(text) {
        found.push(whole(Disguise::Leet, plain, text));
    }
    let rotated = text.chars().map(rot13).collect();
    found.push(whole(Disguise::Rot13, rotated, text));
    let backwards = text.chars().rev().collect();
    found.push(whole(Disguise::Reversed, backwards, text));
    found
}

fn whole(disguise: Disguise, plain: String, text: &str) -> Uncovered {
    Uncovered {
        disguise,
        text: plain,
        start: 0,
        end: text.len(),
    }
}

/// Tag characters spell ASCII (U+E0020 is a space); variation selectors 1 to 256 spell bytes.
fn invisible_ascii(text: &str, found: &mut Vec<Uncovered>) {
    let mut tags = (String::new(), None, 0);
    let mut bytes = (Vec::new(), None, 0);
    for (at, character) in text.char_indices() {
        let code = u32::from(character);
        let end = at + character.len_utf8();
        match code {
            0xE0020..=0xE007E => {
                tags.0.extend(char::from_u32(code - 0xE0000));
                tags.1.get_or_insert(at);
                tags.2 = end;
            }
            0xFE00..=0xFE0F | 0xE0100..=0xE01EF => {
                let byte = if code < 0xE0100 {
                    code - 0xFE00
                } else {
                    code - 0xE0100 + 16
                };
                bytes.0.push(u8::try_from(byte).unwrap_or_default());
                bytes.1.get_or_insert(at);
                bytes.2 = end;
            }
            _ => {}
        }
    }
    if let (tags, Some(start), end) = tags
        && tags.len() >= MIN_HIDDEN
    {
        found.push(Uncovered {
            disguise: Disguise::Tags,
            text: tags,
            start,
            end,
        });
    }
    if let (bytes, Some(start), end) = bytes {
        let readable: String = String::from_utf8_lossy(&bytes)
            .chars()
            .filter(|character| !character.is_control() && *character != '\u{FFFD}')
            .collect();
        if readable.chars().count() >= MIN_HIDDEN && readable.len() * 4 >= bytes.len() * 3 {
            found.push(Uncovered {
                disguise: Disguise::VariationSelectors,
                text: readable,
                start,
                end,
            });
        }
    }
}

/// Text between a right-to-left override and its end, as it is seen.
fn reversed(text: &str, found: &mut Vec<Uncovered>) {
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('\u{202E}')) {
        let start = from + start;
        let inner = start + '\u{202E}'.len_utf8();
        let rest = text.get(inner..).unwrap_or_default();
        let len = rest
            .find(['\u{202C}', '\u{202E}', '\n'])
            .unwrap_or(rest.len());
        let seen: String = rest.get(..len).unwrap_or_default().chars().rev().collect();
        if seen.chars().count() >= MIN_HIDDEN {
            found.push(Uncovered {
                disguise: Disguise::Reversed,
                text: seen,
                start,
                end: inner + len,
            });
        }
        from = inner + len;
    }
}

/// Runs of at least eight single letters with one and the same kind of gap between.
fn spaced(text: &str, found: &mut Vec<Uncovered>) {
    const LEAST: usize = 6;
    let is_gap = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '.' | '-' | '_' | '*' | '·' | '・' | '/' | '|' | '+' | '~'
            )
    };
    let mut run = String::new();
    let mut count = 0;
    let mut start = 0;
    let mut end = 0;
    let mut gap = 0;
    let mut touching = false;
    let mut flush = |run: &mut String, count: &mut usize, start: usize, end: usize| {
        if *count >= LEAST {
            found.push(Uncovered {
                disguise: Disguise::Spaced,
                text: std::mem::take(run),
                start,
                end,
            });
        }
        run.clear();
        *count = 0;
    };
    for (at, character) in text.char_indices() {
        if super::super::invisible::is_invisible(character) {
            continue;
        }
        if character == '\n' {
            flush(&mut run, &mut count, start, end);
            (gap, touching) = (1, false);
            continue;
        }
        if is_gap(character) {
            gap += 1;
            touching = false;
            continue;
        }
        if touching {
            // Two letters touch: the last one began a word.
            run.pop();
            count = count.saturating_sub(1);
            flush(&mut run, &mut count, start, end);
        } else {
            if count == 0 {
                start = at;
            } else if gap >= 2 {
                run.push(' ');
            }
            run.push(character);
            count += 1;
            end = at + character.len_utf8();
        }
        gap = 0;
        touching = true;
    }
    flush(&mut run, &mut count, start, end);
}

/// Digits and signs for letters, in words that have letters too; `None` where there are none.
fn leet(text: &str) -> Option<String> {
    let mut output = String::with_capacity(text.len());
    let mut changed = false;
    for word in text.split_inclusive(|character: char| character.is_whitespace()) {
        let mixed = word.bytes().any(|byte| byte.is_ascii_alphabetic())
            && word.bytes().any(|byte| {
                matches!(
                    byte,
                    b'0' | b'1' | b'3' | b'4' | b'5' | b'7' | b'@' | b'$' | b'!'
                )
            });
        if mixed && !is_number(word) && !(word.contains('@') && word.contains('.')) {
            changed = true;
            output.extend(word.chars().map(|character| match character {
                '0' => 'o',
                '1' | '!' => 'i',
                '3' => 'e',
                '4' | '@' => 'a',
                '5' | '$' => 's',
                '7' => 't',
                other => other,
            }));
        } else if word.starts_with(|character: char| character.is_ascii_digit())
            && word.trim().len() <= 2
        {
            // `1n`, `4ll` and `0f` are caught above; a lone digit may be a word.
            output.extend(
                word.chars()
                    .map(|character| if character == '4' { 'a' } else { character }),
            );
        } else if word.contains('@') {
            // An address may be written so as well; its first part must stay an address.
            output.extend(word.chars().map(|character| match character {
                '0' => 'o',
                '3' => 'e',
                '4' => 'a',
                other => other,
            }));
        } else {
            output.push_str(word);
        }
    }
    changed.then_some(output)
}

/// `A1`, `Q2:`, `B12`: a letter and a number, which no word is.
fn is_number(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_ascii_alphanumeric());
    let mut bytes = word.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.len() > 0
        && bytes.all(|byte| byte.is_ascii_digit())
}

fn rot13(character: char) -> char {
    let shift = |first: u8| {
        u8::try_from(u32::from(character)).map_or(character, |byte| {
            char::from((byte - first + 13) % 26 + first)
        })
    };
    match character {
        'a'..='z' => shift(b'a'),
        'A'..='Z' => shift(b'A'),
        other => other,
    }
}

static ENCODED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)=\?[a-z0-9_-]{2,20}\?(?P<kind>[bq])\?(?P<word>[^?\s]{4,400})\?=",
        r"|(?P<escapes>(?:(?:\\u\{?[0-9a-f]{4,6}\}?|\\x[0-9a-f]{2}|%[0-9a-f]{2}|&#x[0-9a-f]{1,6};|&#[0-9]{1,7};)[ a-z]?){6,})",
        r"|(?P<hex>\b(?:0x)?(?:[0-9a-f]{2}[ :]?){10,})",
        r"|(?P<base64>[a-z0-9+/_-]{16,}={0,2})",
    ))
    .ok()
});

/// Base64, hexadecimal, escapes and encoded words.
fn encoded(text: &str, found: &mut Vec<Uncovered>) {
    let Some(regex) = ENCODED.as_ref() else {
        return;
    };
    for captures in regex.captures_iter(text) {
        let Some(place) = captures.get(0) else {
            continue;
        };
        let mut push = |disguise, bytes: Vec<u8>| {
            if let Some(plain) = readable(&bytes) {
                found.push(Uncovered {
                    disguise,
                    text: plain,
                    start: place.start(),
                    end: place.end(),
                });
            }
        };
        if let Some(word) = captures.name("word") {
            let is_base64 = captures
                .name("kind")
                .is_some_and(|kind| kind.as_str().eq_ignore_ascii_case("b"));
            let bytes = if is_base64 {
                base64(word.as_str())
            } else {
                unescape(&word.as_str().replace('_', " ").replace('=', "%"))
            };
            push(Disguise::EncodedWord, bytes);
        } else if let Some(escapes) = captures.name("escapes") {
            push(Disguise::Escapes, unescape(escapes.as_str()));
        } else if let Some(hex) = captures.name("hex") {
            push(Disguise::Hexadecimal, hexadecimal(hex.as_str()));
            push(Disguise::Base64, base64(hex.as_str()));
        } else if let Some(word) = captures.name("base64") {
            push(Disguise::Base64, base64(word.as_str()));
        }
    }
}

/// Decoded bytes as text, if they look like one.
fn readable(bytes: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The end may be cut inside a character.
        Err(error) if error.valid_up_to() + 4 > bytes.len() => {
            std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    let count = text.chars().count();
    let odd = text
        .chars()
        .filter(|character| character.is_control() && !character.is_whitespace())
        .count();
    (count >= MIN_HIDDEN && odd == 0).then(|| text.to_owned())
}

/// RFC 4648, sections 4 and 5; stops at what is no digit.
fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let mut bits: u32 = 0;
    let mut count = 0;
    for digit in text.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => break,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    bytes
}

fn hexadecimal(text: &str) -> Vec<u8> {
    let text = text.strip_prefix("0x").unwrap_or(text);
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    digits
        .chunks_exact(2)
        .filter_map(|pair| Some(pair.first()? << 4 | pair.get(1)?))
        .collect()
}

/// Undoes `\u0041`, `\x41`, `%41`, `&#65;`, `&#x41;`; everything else is copied.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if let Some((value, len, is_byte)) = escape(rest) {
            match (u8::try_from(value), char::from_u32(value)) {
                (Ok(byte), _) if is_byte => bytes.push(byte),
                (_, Some(character)) => {
                    bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => {}
            }
            at += len;
        } else {
            bytes.extend_from_slice(first.encode_utf8(&mut [0; 4]).as_bytes());
            at += first.len_utf8();
        }
    }
    bytes
}

/// The value, the length, and whether it is a byte and no character.
fn escape(text: &str) -> Option<(u32, usize, bool)> {
    let (skip, radix, most, is_byte) = if text.starts_with('%') {
        (1, 16, 2, true)
    } else if text.starts_with("\\x") {
        (2, 16, 2, true)
    } else if text.starts_with("\\u{") {
        (3, 16, 6, false)
    } else if text.starts_with("\\u") {
        (2, 16, 4, false)
    } else if text.starts_with("&#x") || text.starts_with("&#X") {
        (3, 16, 6, false)
    } else if text.starts_with("&#") {
        (2, 10, 7, false)
    } else {
        return None;
    };
    let digits = text
        .get(skip..)?
        .bytes()
        .take(most)
        .take_while(|byte| char::from(*byte).is_digit(radix))
        .count();
    let value = u32::from_str_radix(text.get(skip..skip + digits)?, radix).ok()?;
    let end = skip + digits;
    let closed = text
        .get(end..)
        .is_some_and(|rest| rest.starts_with(';') || skip == 3 && rest.starts_with('}'));
    Some((value, end + usize::from(closed), is_byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, disguise: Disguise) -> Vec<String> {
        uncover(text)
            .into_iter()
            .filter(|found| found.disguise == disguise)
            .map(|found| found.text)
            .collect()
    }

    #[test]
    fn disguises_come_off() {
        let tags: String = "obey me"
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xE0000).unwrap())
            .collect();
        assert_eq!(plain(&format!("あ{tags}い"), Disguise::Tags), ["obey me"]);
        let selectors: String = "obey"
            .bytes()
            .map(|b| char::from_u32(u32::from(b) - 16 + 0xE0100).unwrap())
            .collect();
        assert_eq!(
            plain(&format!("😀{selectors}"), Disguise::VariationSelectors),
            ["obey"]
        );
        assert_eq!(
            plain("a\u{202E}yebo\u{202C}", Disguise::Reversed)[0],
            "obey"
        );
        assert_eq!(
            plain("x i g n o r e   a l l", Disguise::Spaced),
            ["xignore all"]
        );
        assert_eq!(
            plain("指 示 を 無 視 し て", Disguise::Spaced),
            ["指示を無視して"]
        );
        assert_eq!(plain("1gn0r3 4ll", Disguise::Leet), ["ignore all"]);
        assert_eq!(
            plain("b2JleSB0aGUgbWFpbA==", Disguise::Base64),
            ["obey the mail"]
        );
        assert_eq!(
            plain("6f626579207468652063616c6c", Disguise::Hexadecimal),
            ["obey the call"]
        );
        assert_eq!(
            plain(
                "\\u6307\\u793a\\u3092\\u7121\\u8996\\u3057",
                Disguise::Escapes
            ),
            ["指示を無視し"]
        );
        assert_eq!(
            plain("%6f%62%65%79%20%6d%65", Disguise::Escapes),
            ["obey me"]
        );
        assert_eq!(
            plain("=?UTF-8?B?b2JleSBtZQ==?=", Disguise::EncodedWord),
            ["obey me"]
        );
        assert_eq!(
            plain("=?UTF-8?Q?obey_=6De?=", Disguise::EncodedWord),
            ["obey me"]
        );
        assert_eq!(plain("borl", Disguise::Rot13), ["obey"]);
    }
}

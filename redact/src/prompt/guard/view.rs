//! The one spelling in which links, addresses and numbers are looked for, and the way back.
//!
//! What a mail program, a browser or a reader takes for one and the same is made the same: widths, the dots,
//! slashes, colons and dashes of other scripts, HTML entities, percent-encoding, `\u0041`, `(at)`, `[dot]`,
//! letters parted by spaces. Invisible characters go. Letters that only look alike stay different: a host
//! with a Cyrillic letter is another host. Each placeholder is one character, [`MARK`], so that its
//! neighbours can be looked at. The trade-off: every byte keeps two offsets, which a draft is short enough
//! for.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::super::invisible::is_invisible;

/// Stands for a placeholder; a noncharacter (Unicode Standard, section 23.7), replaced where a text has it.
pub(super) const MARK: char = '\u{FDD0}';
/// The ideographic full stop, a dot in host names (RFC 3490, section 3.1) and the end of a sentence.
pub(super) const FULL_STOP: char = '。';

/// A folded text that knows where its characters come from.
pub(super) struct View<'t> {
    original: &'t str,
    text: String,
    /// For each byte of `text`, where its character begins and ends in the original.
    origins: Vec<(usize, usize)>,
}

impl<'t> View<'t> {
    /// The view of `original`, with a [`MARK`] for each of `places`, which are disjoint and ascending.
    pub(super) fn new(original: &'t str, places: &[Range<usize>]) -> Self {
        let mut view = Self {
            original,
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len()),
        };
        let mut places = places.iter().peekable();
        let mut at = 0;
        while let Some(rest) = original.get(at..)
            && let Some(first) = rest.chars().next()
        {
            if let Some(place) = places.next_if(|place| place.start <= at) {
                if place.end > at {
                    view.push(MARK, (at, place.end));
                    at = place.end;
                }
                continue;
            }
            // An escape may not swallow the beginning of a placeholder.
            let limit = places.peek().map_or(rest.len(), |place| place.start - at);
            let (character, len) = escape(rest)
                .filter(|&(_, len)| len <= limit)
                .unwrap_or((first, first.len_utf8()));
            view.push_folded(character, (at, at + len));
            at += len;
        }
        for (regex, by) in REPLACED.iter() {
            view = view.replaced(regex, by);
        }
        view
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A piece of the folded text.
    pub(super) fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The bytes of the original behind bytes of the folded text.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let first = self.origins.get(range.start).map_or(0, |origin| origin.0);
        let last = range.end.checked_sub(1).and_then(|at| self.origins.get(at));
        first..last.map_or(first, |origin| origin.1.max(first))
    }

    /// A piece of the folded text in small letters, with the placeholders themselves in it: pieces that read
    /// the same have the same.
    pub(super) fn spelled(&self, range: Range<usize>) -> String {
        let mut spelled = String::with_capacity(range.len());
        for (at, character) in self.get(range.clone()).char_indices() {
            if character == MARK {
                let at = range.start + at;
                let place = self.original(at..at + MARK.len_utf8());
                let token = self.original.get(place).unwrap_or_default();
                spelled.extend(token.chars().flat_map(char::to_lowercase));
            } else {
                spelled.extend(character.to_lowercase());
            }
        }
        spelled
    }

    fn push(&mut self, character: char, origin: (usize, usize)) {
        self.text.push(character);
        self.origins
            .extend(std::iter::repeat_n(origin, character.len_utf8()));
    }

    fn push_folded(&mut self, character: char, origin: (usize, usize)) {
        match character {
            ' '..='~' => self.push(character, origin),
            '\n' | '\r' | '\t' => self.push(character, origin),
            MARK => self.push('\u{FFFD}', origin),
            '。' | '｡' => self.push(FULL_STOP, origin),
            // Dots of other scripts (Unicode Technical Standard #39, confusables).
            '․' | 'ꓸ' | '۔' | '܁' | '܂' | '٠' | '﹒' | '．' => self.push('.', origin),
            '⁄' | '∕' | '⧸' | '╱' | '⟋' | '／' => self.push('/', origin),
            '∖' | '⧵' | '﹨' | '＼' | '⟍' => self.push('\\', origin),
            '꞉' | '∶' | 'ː' | '˸' | '։' | '׃' => self.push(':', origin),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' => self.push('-', origin),
            _ if is_invisible(character) => {}
            _ if character.is_whitespace() => self.push(' ', origin),
            _ => {
                for folded in std::iter::once(character).nfkc() {
                    match folded {
                        '‐' => self.push('-', origin),
                        _ if folded.is_whitespace() => self.push(' ', origin),
                        _ => self.push(folded, origin),
                    }
                }
            }
        }
    }

    /// The view in which all that `regex` takes for its group `x` reads as `by`; with `by` empty, the
    /// spaces in it go.
    fn replaced(self, regex: &Regex, by: &str) -> Self {
        let mut found = regex
            .captures_iter(&self.text)
            .filter_map(|captures| captures.name("x").map(|group| group.range()))
            .peekable();
        if found.peek().is_none() {
            drop(found);
            return self;
        }
        let mut view = Self {
            original: self.original,
            text: String::with_capacity(self.text.len()),
            origins: Vec::with_capacity(self.text.len()),
        };
        let mut from = 0;
        for range in found {
            view.copy(&self, from..range.start);
            if by.is_empty() {
                for (at, character) in self.get(range.clone()).char_indices() {
                    if character != ' ' {
                        let at = range.start + at;
                        view.copy(&self, at..at + character.len_utf8());
                    }
                }
            } else {
                let origin = self.original(range.clone());
                for character in by.chars() {
                    view.push(character, (origin.start, origin.end));
                }
            }
            from = range.end;
        }
        view.copy(&self, from..self.text.len());
        view
    }

    fn copy(&mut self, other: &View<'_>, range: Range<usize>) {
        self.text.push_str(other.get(range.clone()));
        self.origins
            .extend_from_slice(other.origins.get(range).unwrap_or_default());
    }
}

/// Ways to write `@` and the dot without writing them, in the order of work.
static REPLACED: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [
        (
            r"(?i)(?P<x>\s?[(\[{<【「『*_]\s?(?:at|@|アット|あっと|アットマーク|あっとまーく)\s?[)\]}>】」』*_]\s?)",
            "@",
        ),
        (
            r"(?i)(?P<x>\s?[(\[{<【「『]\s?(?:dot|\.|。|ドット|どっと|点)\s?[)\]}>】」』]\s?)",
            ".",
        ),
        // Letters parted by spaces, around a dot that is parted as well.
        (
            r"(?:^|[^A-Za-z0-9])(?P<x>(?:[A-Za-z0-9@\-] ){3,64}(?:\. (?:[A-Za-z0-9\-] ){1,64}){1,6}[A-Za-z0-9])(?:[^A-Za-z0-9]|$)",
            "",
        ),
        (
            r"(?i)[a-z0-9\-](?P<x>\s?(?:ドット|どっと)\s?)[a-z]",
            ".",
        ),
        (
            r"(?i)[a-z0-9\-](?P<x>\s?(?:アットマーク|あっとまーく)\s?)[a-z0-9]",
            "@",
        ),
        (
            r"(?i)[a-z0-9\-](?P<x> dot )(?:com|net|org|jp|co|io|info|biz|app|dev|xyz|example|test|invalid|me|tv|ru|cn|uk|de|kr|fr|top|site|online|shop)\b",
            ".",
        ),
        (r"[A-Za-z0-9\-](?P<x> [.。] )[a-z]{2,24}(?:[^A-Za-z0-9]|$)", "."),
    ]
    .into_iter()
    .filter_map(|(pattern, by)| Some((Regex::new(pattern).ok()?, by)))
    .collect()
});

/// The character that an escape at the beginning of `text` stands for, and the escape's length.
fn escape(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'&' => entity(text),
        b'%' => {
            // A percent sign may itself be encoded: `%252E`.
            let mut at = 1;
            while text.get(at..at + 2) == Some("25") {
                at += 2;
            }
            let code = u8::from_str_radix(hex(text, at, 2)?, 16).ok()?;
            (0x21..=0x7E)
                .contains(&code)
                .then_some((char::from(code), at + 2))
        }
        b'\\' => {
            let (from, len) = match text.as_bytes().get(1)? {
                b'u' => (2, 4),
                b'x' => (2, 2),
                _ => return None,
            };
            let code = u32::from_str_radix(hex(text, from, len)?, 16).ok()?;
            (code >= 0x20)
                .then(|| char::from_u32(code))
                .flatten()
                .map(|character| (character, from + len))
        }
        _ => None,
    }
}

fn hex(text: &str, from: usize, len: usize) -> Option<&str> {
    let digits = text.get(from..from + len)?;
    digits
        .bytes()
        .all(|digit| digit.is_ascii_hexdigit())
        .then_some(digits)
}

/// HTML's character references (HTML Standard, section 13.5), those that matter in links and tags.
fn entity(text: &str) -> Option<(char, usize)> {
    const NAMES: [(&str, char); 20] = [
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("colon", ':'),
        ("sol", '/'),
        ("bsol", '\\'),
        ("period", '.'),
        ("commat", '@'),
        ("num", '#'),
        ("quest", '?'),
        ("equals", '='),
        ("lpar", '('),
        ("rpar", ')'),
        ("lsqb", '['),
        ("rsqb", ']'),
        ("excl", '!'),
        ("nbsp", ' '),
        ("Tab", '\t'),
        ("NewLine", '\n'),
    ];
    // The ampersand may itself be written as a reference, and so on.
    let mut at = 1;
    while let Some(inner) = text.get(at..at + 4)
        && inner.eq_ignore_ascii_case("amp;")
    {
        at += 4;
    }
    let rest = text.get(at..)?;
    if let Some(number) = rest.strip_prefix('#') {
        let (radix, skip) = if number.starts_with(['x', 'X']) {
            (16, 1)
        } else {
            (10, 0)
        };
        let digits = number.get(skip..)?;
        let len = digits
            .bytes()
            .take(8)
            .take_while(|digit| char::from(*digit).is_digit(radix))
            .count();
        let code = u32::from_str_radix(digits.get(..len)?, radix).ok()?;
        let end = at + 1 + skip + len;
        let closed = usize::from(text.as_bytes().get(end) == Some(&b';'));
        return char::from_u32(code).map(|character| (character, end + closed));
    }
    let len = rest
        .bytes()
        .take(8)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let name = rest.get(..len)?;
    let next = rest.as_bytes().get(len);
    let closed = next == Some(&b';');
    // Without its semicolon a name may be the name of a parameter: `?a=1&lt=2`.
    if !closed && next == Some(&b'=') {
        return None;
    }
    let (_, character) = NAMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some((*character, at + len + usize::from(closed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_link_are_one() {
        for (text, folded) in [
            ("ａｔｔａｃｋｅｒ．ｅｘａｍｐｌｅ／ｘ", "attacker.example/x"),
            ("attacker&#46;example&sol;x", "attacker.example/x"),
            ("attacker%2Eexample%252Fx", "attacker.example/x"),
            ("attacker\\u002eexample", "attacker.example"),
            ("jiro (at) attacker [dot] example", "jiro@attacker.example"),
            (
                "jiro【アットマーク】attackerドットexample",
                "jiro@attacker.example",
            ),
            ("a t t a c k e r . e x a m p l e", "attacker.example"),
            ("attacker . example", "attacker.example"),
            ("attacker dot example", "attacker.example"),
            ("&amp;amp;lt;img", "<img"),
            ("att\u{200B}acker.example", "attacker.example"),
            ("?a=1&lt=2", "?a=1&lt=2"),
            ("meet. Then", "meet. Then"),
        ] {
            assert_eq!(View::new(text, &[]).text(), folded, "{text}");
        }
    }

    #[test]
    fn every_character_leads_back() {
        let text = "前 ａ&lt;[EMAIL_1] (at) 後\u{200B}。";
        let at = text.find("[EMAIL").unwrap();
        let token = at..at + 9;
        let view = View::new(text, std::slice::from_ref(&token));
        let mark = view.text().find(MARK).unwrap();
        let range = view.original(mark..mark + MARK.len_utf8());
        assert_eq!(&text[range], "[EMAIL_1]");
        for (start, character) in view.text().char_indices() {
            let range = view.original(start..start + character.len_utf8());
            assert!(text.get(range).is_some_and(|piece| !piece.is_empty()));
        }
    }
}

//! Addresses of the web, with a scheme and without, and both in quotation marks.
//!
//! Code of its own: the host may hold dots, so that a pattern would have to try every one of them from
//! every place. Each dot is looked at a bounded number of times here.

mod top_level;

use crate::presidio::recognizer::{decimal, places_of};
use crate::presidio::{Finder, Match, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UrlRecognizer",
    entity: "URL",
    language: "en",
    country: None,
    context: &["url", "website", "link"],
    reference: "RFC 3986; RFC 1123 §2.1; IANA Root Zone Database",
    finder: Finder::Own {
        flags: 26,
        find,
        patterns: &[
            Pattern::new("Standard Url", r"https?://[^\s]+", 0.6),
            Pattern::new("Non schema URL", r"[^\s/]+\.[a-z]{2,}(?:/[^\s]*)?", 0.5),
            Pattern::new("Quoted URL", r#"["']https?://[^\s]+["']"#, 0.6),
            Pattern::new(
                "Quoted Non-schema URL",
                r#"["'][^\s/]+\.[a-z]{2,}(?:/[^\s]*)?["']"#,
                0.5,
            ),
        ],
    },
    validate: None,
    invalidate: None,
    year: None,
};

/// Most characters of a host before the dot of its top-level domain.
const LONGEST_HOST: usize = 253;

/// Most characters of `www` with digits and its dot.
const LONGEST_WWW: usize = 7;

fn find(text: &str) -> Vec<Match> {
    let mut matches = Vec::new();
    // Where each of the four shapes goes on searching.
    let (mut schemed, mut bare, mut quoted, mut quoted_bare) = (0, 0, 0, 0);
    let mut found = |start: usize, end: usize, pattern: u16, score: f64| {
        matches.push(Match {
            start,
            end,
            score,
            pattern: Some(pattern),
            validity: Validity::Unknown,
        });
    };
    for at in places_of(text, |block| block.any_of(b".:\"'")) {
        match text.as_bytes().get(at) {
            Some(b'.') => {
                let next = text.as_bytes().get(at + 1);
                if at >= bare
                    // Most dots end a sentence.
                    && next.is_some_and(|next| next.is_ascii_alphabetic() || !next.is_ascii())
                    && let Some((start, end)) = bare_around(text, at, bare)
                {
                    found(start, end, 1, 0.5);
                    bare = end;
                }
            }
            Some(b':') => {
                if let Some((start, host)) = scheme_around(text, at)
                    && start >= schemed
                    && let Some(end) = address_end(text, host)
                {
                    found(start, end, 0, 0.6);
                    schemed = end;
                }
            }
            _ => {
                if at >= quoted
                    && let Some(end) =
                        scheme_end(text, at + 1).and_then(|host| closed_end(text, host))
                {
                    found(at, end, 2, 0.6);
                    quoted = end;
                }
                if at >= quoted_bare
                    && let Some(end) = closed_end(text, at + 1)
                {
                    found(at, end, 3, 0.5);
                    quoted_bare = end;
                }
            }
        }
    }
    matches.sort_by_key(|found| (found.start, found.end));
    matches
}

/// Whether a host may hold a character. `ſ` and the Kelvin sign are letters in another case.
fn is_host(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | 'ſ' | '\u{212A}')
}

/// The address without a scheme whose first dot of a top-level domain stands at `dot`; it begins at
/// `first` or behind.
fn bare_around(text: &str, dot: usize, first: usize) -> Option<(usize, usize)> {
    top_level::leading(text.get(dot + 1..)?)?;
    let before = text.get(first..dot)?;
    let mut start = None;
    // `www` may have digits before its dot that no host has: how far they reach, and how many characters
    // there are from there on.
    let (mut least_host, mut beyond) = (first, 0);
    for (number, (at, character)) in before.char_indices().rev().enumerate() {
        if !is_host(character) && decimal(character).is_none()
            || number >= LONGEST_HOST + LONGEST_WWW
            || beyond >= LONGEST_WWW
        {
            break;
        }
        let at = first + at;
        if !is_host(character) {
            least_host = least_host.max(at + character.len_utf8());
        }
        beyond += usize::from(least_host > first);
        // Farther away it reaches the dot only if it begins with `www`, which does not count.
        if number < LONGEST_HOST && beyond == 0
            || www_end(text, at).is_some_and(|host| host >= least_host && reaches(text, host, dot))
        {
            start = Some(at);
        }
    }
    let start = start?;
    Some((start, address_end(text, start)?))
}

/// Whether a host from `host` on is short enough to reach the dot at `dot`.
fn reaches(text: &str, host: usize, dot: usize) -> bool {
    text.get(host..dot)
        .is_some_and(|host| (1..=LONGEST_HOST).contains(&host.chars().count()))
}

/// Where a scheme begins whose colon stands at `colon`, and where the host behind it.
fn scheme_around(text: &str, colon: usize) -> Option<(usize, usize)> {
    let host = colon + 3;
    if text.as_bytes().get(colon..host)? != b"://" {
        return None;
    }
    let start = ["http", "https", "httpſ"].iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        (scheme_end(text, start)? == host).then_some(start)
    })?;
    Some((start, host))
}

/// The end of `http://` or `https://` at `start`, if one stands there.
fn scheme_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let head = rest.get(..4)?;
    if !head.eq_ignore_ascii_case("http") {
        return None;
    }
    let behind = rest.get(4..)?;
    let behind = behind
        .strip_prefix(['s', 'S', 'ſ'])
        .unwrap_or(behind)
        .strip_prefix("://")?;
    Some(text.len() - behind.len())
}

/// The end of `www`, up to three digits and a dot at `start`, if they stand there.
fn www_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    if !rest.get(..3)?.eq_ignore_ascii_case("www") {
        return None;
    }
    let mut rest = rest.get(3..)?.chars();
    for _ in 0..=3 {
        match rest.next()? {
            '.' => return Some(text.len() - rest.as_str().len()),
            other if decimal(other).is_some() => {}
            _ => return None,
        }
    }
    None
}

/// The end of the address whose host, or the `www` before it, begins at `start`.
fn address_end(text: &str, start: usize) -> Option<usize> {
    let host_end = |host: usize| {
        let rest = text.get(host..)?;
        let mut end = None;
        for (number, (at, character)) in rest.char_indices().enumerate() {
            if !is_host(character) || number > LONGEST_HOST {
                break;
            }
            if character == '.' && number > 0 {
                let name = host + at + 1;
                let length = text.get(name..).and_then(top_level::leading);
                end = length.map(|length| name + length).or(end);
            }
        }
        end
    };
    let end = www_end(text, start)
        .and_then(host_end)
        .or_else(|| host_end(start))?;
    Some(path_end(text, end).unwrap_or(end))
}

/// The end of the address whose host, or the `www` before it, begins at `start`, with the quotation mark
/// right behind it. Its top-level domain is all that follows the last dot of the host.
fn closed_end(text: &str, start: usize) -> Option<usize> {
    let host_end = |start: usize| {
        let host = text.get(start..)?;
        let host = host.get(..host.find(|character| !is_host(character))?)?;
        let end = start + host.len();
        let close = match text.as_bytes().get(end)? {
            b'/' => path_end(text, end)?,
            _ => end,
        };
        let dot = start + host.rfind('.')?;
        let is_closed = matches!(text.as_bytes().get(close), Some(b'"' | b'\''));
        (is_closed && reaches(text, start, dot) && top_level::is_listed(text.get(dot + 1..end)?))
            .then_some(close + 1)
    };
    www_end(text, start)
        .and_then(host_end)
        .or_else(|| host_end(start))
}

/// The end of the path that begins with a slash at `start`, if one stands there.
///
/// Presidio: a path ends at blanks, round and angle brackets and quotation marks alone, so that it
/// swallows Japanese text and the punctuation behind it.
fn path_end(text: &str, start: usize) -> Option<usize> {
    let path = text.get(start..)?.strip_prefix('/')?;
    let is_outside = |character: char| character.is_whitespace() || "()<>\"'".contains(character);
    Some(
        path.find(is_outside)
            .map_or(text.len(), |end| start + 1 + end),
    )
}

//! Mail addresses.
//!
//! Code of its own: a pattern would have to read a long local part anew from each of its characters.

use crate::presidio::recognizer::{is_word, places_of};
use crate::presidio::{Finder, Match, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "EmailRecognizer",
    entity: "EMAIL_ADDRESS",
    language: "en",
    country: None,
    context: &["email"],
    reference: "RFC 5322 §3.4.1 (dot-atom); Public Suffix List",
    finder: Finder::Own {
        flags: 26,
        find,
        patterns: &[Pattern::new(
            "Email (Medium)",
            r"[^@\s]+@[^@\s]+\.[^@\s]+",
            0.5,
        )],
    },
    validate: Some(validate),
    invalidate: None,
    year: None,
};

fn find(text: &str) -> Vec<Match> {
    let mut matches = Vec::new();
    let mut resume = 0;
    for at in places_of(text, |block| block.equal(b'@')) {
        if at < resume {
            continue;
        }
        let Some(end) = domain_end(text, at + 1) else {
            continue;
        };
        let Some(start) = local_start(text, resume, at) else {
            continue;
        };
        // What is turned down is passed over all the same.
        resume = end;
        if validate(text.get(start..end).unwrap_or_default()) == Validity::Valid {
            matches.push(Match {
                start,
                end,
                score: 1.0,
                pattern: Some(0),
                validity: Validity::Valid,
            });
        }
    }
    matches
}

/// Where the local part begins that ends at `end`, at `first` or behind: at the first word boundary of
/// the characters that it may hold.
fn local_start(text: &str, first: usize, end: usize) -> Option<usize> {
    let before = text.get(first..end)?;
    if before.ends_with('.') {
        return None;
    }
    let is_outside = |character: char| !is_local(character);
    let local = before.rfind(is_outside).map_or(before, |outside| {
        let rest = before.get(outside..).unwrap_or_default();
        let mut rest = rest.chars();
        rest.next();
        rest.as_str()
    });
    let start = end - local.len();
    let mut was_word = text.get(..start)?.chars().next_back().is_some_and(is_word);
    for (at, character) in local.char_indices() {
        let is_inside = is_word(character);
        if is_inside != was_word && character != '.' {
            return Some(start + at);
        }
        was_word = is_inside;
    }
    None
}

/// Whether a local part may hold a character: the characters of RFC 5322's `atext`, dots and letters of
/// any script.
fn is_local(character: char) -> bool {
    is_word(character) || "!#$%&'*+-/=?^`{|}~.".contains(character)
}

/// The end of the domain that begins at `start`: labels of words and hyphens, parted by single dots, of
/// which there is one at least.
fn domain_end(text: &str, start: usize) -> Option<usize> {
    let mut end = None;
    let mut has_dot = false;
    // What parts the label before from the next: nothing before the first.
    let mut gap = Some("");
    let mut rest = text.get(start..)?;
    while let Some(between) = gap {
        let word = rest
            .find(|character| !is_word(character))
            .unwrap_or(rest.len());
        if word == 0 {
            break;
        }
        has_dot |= between == ".";
        rest = rest.get(word..)?;
        end = Some(text.len() - rest.len());
        let marks = rest.find(|mark| mark != '-').unwrap_or(rest.len());
        let length = if marks == 0 {
            usize::from(rest.starts_with('.'))
        } else {
            marks
        };
        gap = rest.get(..length).filter(|gap| !gap.is_empty());
        rest = rest.get(length..)?;
    }
    end.filter(|_| has_dot)
}

/// Whether the domain is one under a suffix of the Public Suffix List that registries run.
///
/// Presidio: reads the match as a URL, so that `/`, `?` and `#` in the local part end it.
fn validate(found: &str) -> Validity {
    let location = found.split_once("://").map_or(found, |(_, rest)| rest);
    let location = location.split(['/', '?', '#']).next().unwrap_or_default();
    let host = location.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let host = host.trim().trim_end_matches('.').to_lowercase();
    if is_registrable(&host) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}

/// Whether `host` (in lower case) lies under a suffix that registries run, with a label of its own.
fn is_registrable(host: &str) -> bool {
    let mut name = host;
    loop {
        let Some(suffix) = psl::suffix(name.as_bytes()) else {
            return false;
        };
        let length = suffix.as_bytes().len();
        match suffix.typ() {
            Some(psl::Type::Icann) => {
                let labels = host
                    .len()
                    .checked_sub(length + 1)
                    .and_then(|end| host.get(..end));
                return labels.is_some_and(|labels| !labels.ends_with('.') && !labels.is_empty());
            }
            // A suffix of a company's own does not count; the one above it may.
            Some(psl::Type::Private) => {
                let suffix = name
                    .len()
                    .checked_sub(length)
                    .and_then(|start| name.get(start..));
                let above = suffix.and_then(|suffix| suffix.split_once('.'));
                match above {
                    Some((_, above)) => name = above,
                    None => return false,
                }
            }
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_must_be_registrable() {
        for valid in [
            "a@example.com",
            "a@x.github.io",
            "a@github.io",
            "a@例え.みんな",
            "a@EXAMPLE.CO.JP",
            "a@a.xn--p1ai",
        ] {
            assert_eq!(validate(valid), Validity::Valid, "{valid}");
        }
        for invalid in [
            "",
            "a",
            "a@com",
            "a@co.uk",
            "a@example.invalid",
            "a@1.2.3.4",
            "a@foo.ck",
            "a#b@example.com",
            "@",
            ".com",
        ] {
            assert_eq!(validate(invalid), Validity::Invalid, "{invalid}");
        }
    }

    #[test]
    fn a_long_local_part_is_read_once() {
        let text = "a!".repeat(100_000) + "@" + &"b.".repeat(1000);
        assert_eq!(find(&text), []);
    }
}

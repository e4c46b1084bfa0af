//! Where does a text have names of hosts?
//!
//! A run of letters, digits, hyphens and dots is cut where Japanese or Korean text touches it, since nobody
//! writes spaces there; what ends in a top-level domain is a host. A Japanese label before the last dot
//! makes the host an internationalised one (悪い例.jp), and the ideographic full stop is a dot (RFC 3490,
//! section 3.1) where no sentence ends.

use std::ops::Range;

use super::suffix::{is_other, is_public_suffix, is_suffix};
use super::view::{FULL_STOP, MARK};
use crate::text::script::{is_han, is_hiragana, is_katakana};

/// Characters around a name that are looked at for the words of a file.
const AROUND: usize = 12;

/// Most characters of a label (RFC 1035, section 2.3.4).
const MAX_LABEL: usize = 63;

/// A name of a host in a folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Host {
    /// Where; bytes.
    pub(super) range: Range<usize>,
    /// Where the text begins that touches it from the left without a space, in Japanese or Korean.
    pub(super) glued_from: usize,
}

/// The hosts of a text, in their order.
pub(super) fn hosts(text: &str) -> Vec<Host> {
    let mut hosts = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    for (at, character) in text.char_indices() {
        if is_label(character) || matches!(character, '.' | FULL_STOP) {
            run.push((at, character));
        } else if !run.is_empty() {
            in_run(text, &run, &mut hosts);
            run.clear();
        }
    }
    in_run(text, &run, &mut hosts);
    hosts
}

/// Whether a character may be part of a label.
pub(super) fn is_label(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | MARK)
}

/// Scripts whose words touch their neighbours without a space.
pub(super) fn is_touching(character: char) -> bool {
    is_han(character)
        || is_hiragana(character)
        || is_katakana(character)
        || matches!(character, 'ー' | '々' | '〆' | '\u{AC00}'..='\u{D7A3}')
}

/// Whether what follows a name makes a link of it: a path, a port, a query, a fragment.
pub(super) fn continues(after: &str) -> bool {
    let mut characters = after.chars();
    let mut first = characters.next();
    // The root's dot: `attacker.example./x`.
    if first == Some('.') {
        first = characters.next();
    }
    let second = characters.next();
    let is_part = |next: Option<char>| {
        next.is_some_and(|next| {
            is_label(next) && !is_touching(next) || matches!(next, '=' | '/' | '%' | '[')
        })
    };
    match first {
        Some('/' | '\\') => true,
        Some('?' | '#') => is_part(second),
        Some(':') => second.is_some_and(|next| next.is_ascii_digit() || next == MARK),
        _ => false,
    }
}

fn in_run(text: &str, run: &[(usize, char)], hosts: &mut Vec<Host>) {
    let mut from = 0;
    for (index, &(_, character)) in run.iter().enumerate() {
        if character == FULL_STOP && !is_dot(text, run, from, index) {
            in_name(text, run.get(from..index).unwrap_or_default(), hosts);
            from = index + 1;
        }
    }
    in_name(text, run.get(from..).unwrap_or_default(), hosts);
}

/// Whether the ideographic full stop at `index` of a run is a dot.
fn is_dot(text: &str, run: &[(usize, char)], from: usize, index: usize) -> bool {
    let before = index.checked_sub(1).filter(|&at| at >= from);
    let Some(&(_, before)) = before.and_then(|at| run.get(at)) else {
        return false;
    };
    let label: String = run
        .iter()
        .skip(index + 1)
        .map(|&(_, character)| character)
        .take_while(|&character| is_label(character) && !is_touching(character))
        .collect();
    let after = run.get(index + 1 + label.chars().count());
    if label.is_empty() {
        // A Japanese top-level domain.
        let label: String = run
            .iter()
            .skip(index + 1)
            .map(|&(_, character)| character)
            .take_while(|&character| is_label(character))
            .collect();
        return !label.is_empty() && !is_hiragana(before) && is_suffix(&label);
    }
    let end = run
        .get(index + label.chars().count())
        .map_or(text.len(), |&(at, character)| at + character.len_utf8());
    let is_linked = continues(text.get(end..).unwrap_or_default())
        || after.is_some_and(|&(_, next)| matches!(next, '.' | FULL_STOP));
    let is_small = !label.starts_with(char::is_uppercase);
    if is_linked || label.contains(MARK) {
        return true;
    }
    if is_touching(before) {
        // A sentence ends in a verb, in hiragana.
        return is_small && !is_hiragana(before) && is_suffix(&label);
    }
    let is_shouted = label.chars().all(char::is_uppercase) && before.is_uppercase();
    (is_small || is_shouted) && is_suffix(&label)
}

/// A part of a run: characters of labels and dots.
fn in_name(text: &str, name: &[(usize, char)], hosts: &mut Vec<Host>) {
    let mut from = 0;
    let mut index = 0;
    while index < name.len() {
        let is_cut = |&(_, character): &(usize, char)| is_touching(character);
        let start = index;
        let mut end = start;
        while name.get(end).is_some_and(|character| !is_cut(character)) {
            end += 1;
        }
        if let Some(island) = name.get(start..end).filter(|island| !island.is_empty())
            && let Some(host) = in_island(text, name, island, from, start, end)
        {
            from = end;
            hosts.push(host);
        }
        index = end.max(start);
        while name.get(index).is_some_and(is_cut) {
            index += 1;
        }
    }
}

/// A part of a name without Japanese or Korean letters.
fn in_island(
    text: &str,
    name: &[(usize, char)],
    island: &[(usize, char)],
    from: usize,
    start: usize,
    end: usize,
) -> Option<Host> {
    let is_dot = |character: char| matches!(character, '.' | FULL_STOP);
    let is_glued = start > from;
    let (first, last) = (island.first()?, island.last()?);
    // A Japanese label before the dot, or after it.
    let has_left = is_glued && is_dot(first.1);
    let right: String = name
        .iter()
        .skip(end)
        .map(|&(_, character)| character)
        .take(if is_dot(last.1) { MAX_LABEL } else { 0 })
        .take_while(|&character| !is_dot(character))
        .collect();
    if !right.is_empty() && is_suffix(&right) && island.len() > 1 {
        let range = begin(name, if has_left { from } else { start })
            ..begin(name, end + right.chars().count()).max(last.0);
        let end = name
            .get(end + right.chars().count())
            .map_or_else(|| end_of(name), |&(at, _)| at);
        return Some(Host {
            range: range.start..end,
            glued_from: range.start,
        });
    }
    let spelled: Vec<char> = island.iter().map(|&(_, character)| character).collect();
    let labels: Vec<String> = spelled
        .split(|&character| is_dot(character))
        .map(|label| label.iter().collect())
        .collect();
    let mut count = labels.len();
    while count > 0 && labels.get(count - 1).is_some_and(String::is_empty) {
        count -= 1;
    }
    // A sentence that begins after the name without a space: `shop.example.jp.Please`.
    while count > 2
        && labels
            .get(count - 1)
            .is_some_and(|label| !is_suffix(label) && label.starts_with(char::is_uppercase))
    {
        count -= 1;
    }
    let ending = labels.get(count.checked_sub(1)?)?;
    let length: usize = labels
        .iter()
        .take(count)
        .map(|label| label.chars().count() + 1)
        .sum();
    let host_end = island
        .get(length.checked_sub(1)?)
        .map_or_else(|| end_of(island), |&(at, _)| at);
    let linked = continues(text.get(host_end..).unwrap_or_default());
    let named = labels
        .iter()
        .take(count)
        .filter(|label| !label.is_empty())
        .count();
    let begins_with_dot = is_dot(first.1);
    // A sign before the dot (an emoji) is a label too, where a path says that this is a link.
    let lone = begins_with_dot && named == 1 && linked && !ending.starts_with(char::is_uppercase);
    if !is_suffix(ending) || !(named >= 2 || has_left || lone) {
        return None;
    }
    let mut host_start = if has_left { begin(name, from) } else { first.0 };
    while text
        .get(host_start..)
        .is_some_and(|rest| rest.starts_with(['.', '-']))
    {
        host_start += 1;
    }
    let spelled = text.get(host_start..host_end)?;
    let before = tail(text.get(..host_start)?);
    let after = head(text.get(host_end..)?);
    let is_address = before.ends_with('@') || after.starts_with('@');
    if !linked
        && !is_address
        && !lone
        && (is_other(&spelled.replace(FULL_STOP, "."), before, after, has_left)
            || is_public_suffix(spelled))
    {
        return None;
    }
    Some(Host {
        range: host_start..host_end,
        glued_from: if is_glued && !has_left {
            begin(name, from)
        } else {
            host_start
        },
    })
}

fn begin(name: &[(usize, char)], index: usize) -> usize {
    name.get(index).map_or_else(|| end_of(name), |&(at, _)| at)
}

fn end_of(name: &[(usize, char)]) -> usize {
    name.last()
        .map_or(0, |&(at, character)| at + character.len_utf8())
}

fn tail(text: &str) -> &str {
    let from = text
        .char_indices()
        .rev()
        .nth(AROUND - 1)
        .map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

fn head(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        hosts(text)
            .into_iter()
            .map(|host| &text[host.range])
            .collect()
    }

    #[test]
    fn hosts_are_found_however_they_stand() {
        for (text, expected) in [
            ("詳しくはattacker.exampleをご覧", &["attacker.example"][..]),
            ("attacker.example.co.jpへ", &["attacker.example.co.jp"]),
            (
                "shop.example.jp.attacker.example",
                &["shop.example.jp.attacker.example"],
            ),
            ("attacker。exampleへ", &["attacker。example"]),
            ("www。attacker。example", &["www。attacker。example"]),
            ("悪い例.jp/x", &["悪い例.jp"]),
            ("悪い例。jp", &["悪い例。jp"]),
            ("evil.рф/x", &["evil.рф"]),
            ("evil.xn--p1ai", &["evil.xn--p1ai"]),
            ("evil.みんな", &["evil.みんな"]),
            ("shop.exаmple.jp", &["shop.exаmple.jp"]),
            ("evil.zip をご覧", &["evil.zip"]),
            (
                "a.example.jpとb.example.jp",
                &["a.example.jp", "b.example.jp"],
            ),
            ("see attacker.example.Please", &["attacker.example"]),
            ("example.kr에서", &["example.kr"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn other_names_with_dots_are_none() {
        for text in [
            "ありがとう。exampleです",
            "ありがとうございます。Amazonで",
            "ました．また",
            "e.g. this, i.e. that, 10 a.m., U.S.A., Ph.D., Inc., No.5, Co.,Ltd.",
            "v2.0 と Node.js と ASP.NET と index.html",
            "README.md と 請求書.zip と report_2026.zip",
            "Thank you.It was",
            "co.jp ドメイン",
            "価格は 1.5kg で 3,000円です。PDF をご覧ください",
            "注文 A123。Amazon で",
            ".NET と .com",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}

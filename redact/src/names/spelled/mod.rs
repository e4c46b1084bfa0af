//! Names in kana and Latin letters: only beside a sign that a person is meant, or where the dictionary
//! leaves little doubt. In these scripts words are not parted by their look, so membership in a list of
//! names says much less than in kanji.

pub(super) mod kana;
pub(super) mod latin;

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::format::kana as kana_bits;
use super::mention::{Beginnings, Mention, Part, Reason};
use super::model::Model;
use super::page::{Page, Script};
use crate::recognizer::OperatingPoint;

/// Adds the mentions in kana and Latin letters.
pub(super) fn find(
    model: &Model,
    page: &Page<'_>,
    point: OperatingPoint,
    mentions: &mut Vec<Mention>,
) {
    if page.is_ascii() {
        return latin::find_ascii(model, page, mentions);
    }
    let scripts = page.scripts();
    let mut at = 0;
    while let Some(script) = scripts.get(at) {
        match script {
            Script::Hiragana | Script::Katakana => {
                at = kana::read(model, page, point, at, mentions);
            }
            Script::Latin => {
                at = latin::read(model, page, at, mentions);
            }
            _ => at += 1,
        }
    }
}

/// A name in Latin letters in brackets behind a name: 朴 志恩（Park Jieun）.
pub(super) fn reading_behind(model: &Model, page: &Page<'_>, end: usize) -> Option<(usize, usize)> {
    latin::reading_behind(model, page, end)
}

/// Adds further mentions of names that are sure by now, each part of a name by itself too.
pub(super) fn find_again(model: &Model, page: &Page<'_>, mentions: &mut Vec<Mention>) {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for mention in mentions.iter().filter(|mention| mention.reason.is_sure()) {
        if page.script(mention.start) == Script::Kanji {
            // The kana half of 小鳥遊 ひなの.
            if let Some((_, given)) = mention.parts
                && page.script(given) != Script::Kanji
            {
                known.insert(page.slice(given, mention.end));
            }
            continue;
        }
        let text = page.slice(mention.start, mention.end);
        known.insert(text);
        // A part by itself, unless it is an ordinary word or a place too.
        known.extend(text.split([' ', '・', '=']).filter(|part| {
            let bits = model.kana_bits(part);
            bits & (kana_bits::PLACE
                | kana_bits::PROPER
                | kana_bits::KATAKANA_WORD
                | kana_bits::HIRAGANA_WORD)
                == 0
        }));
    }
    known.retain(|name| name.chars().count() >= 2);
    // Parts that are ordinary words too: only alone on a line or before an honorific.
    let mut weak: BTreeSet<&str> = BTreeSet::new();
    for mention in mentions.iter().filter(|mention| mention.reason.is_sure()) {
        if page.script(mention.start) == Script::Katakana {
            let text = page.slice(mention.start, mention.end);
            weak.extend(
                text.split([' ', '・', '='])
                    .filter(|part| part.chars().count() >= 2),
            );
        }
    }
    if known.is_empty() && weak.is_empty() {
        return;
    }
    let mut beginnings = Beginnings::default();
    known
        .iter()
        .chain(&weak)
        .for_each(|name| beginnings.insert(name));
    let lengths: BTreeSet<usize> = known.iter().map(|name| name.chars().count()).collect();
    // A name is whole only where another script ends.
    let mut run_start = 0;
    while run_start < page.len() {
        let at = run_start;
        run_start = page.run_end(at, page.script(at));
        let Some(first) = page.char(at) else { break };
        if !beginnings.may_hold(first, page.char(at + 1)) {
            continue;
        }
        let longest = lengths
            .iter()
            .rev()
            .map(|length| at + length)
            .find(|&end| known.contains(page.slice(at, end)) && is_whole(page, at, end));
        let longest = longest.or_else(|| {
            let end = page.run_end(at, Script::Katakana);
            let is_weak = end > at && weak.contains(page.slice(at, end)) && is_whole(page, at, end);
            if !is_weak {
                return None;
            }
            let around = Evidence::around(model, page, at, end);
            (around.is_line || around.after == Some(Reason::Honorific)).then_some(end)
        });
        if let Some(end) = longest {
            let (start, end) = match page.script(at) {
                Script::Latin => latin::grow(model, page, at, end),
                _ => (at, end),
            };
            mentions.push(Mention {
                start,
                end,
                part: Part::Other,
                reason: Reason::Document,
                parts: None,
            });
        }
    }
}

/// Whether a name in kana or Latin letters is not a piece of a longer word.
fn is_whole(page: &Page<'_>, start: usize, end: usize) -> bool {
    let script = page.script(start);
    match script {
        Script::Hiragana => {
            !matches!(
                page.script_before(start),
                Script::Hiragana | Script::Katakana | Script::Kanji
            ) && page.script(end) != Script::Kanji
                && kana::ends_name(page, end)
        }
        _ => page.script_before(start) != script && page.script(end) != script,
    }
}

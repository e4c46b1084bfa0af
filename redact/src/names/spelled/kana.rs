//! Names in hiragana and katakana.

use super::super::evidence::{self, Evidence};
use super::super::format::{affix, kana};
use super::super::mention::{Mention, Part, Reason};
use super::super::model::Model;
use super::super::page::{Page, Script};
use crate::recognizer::OperatingPoint;

/// Any bit that says "a name".
const NAME: u32 = kana::SURNAME | kana::GIVEN | kana::FOREIGN | kana::HIRAGANA_NAME;
/// Any bit that says "an ordinary word".
const WORD: u32 = kana::KATAKANA_WORD | kana::HIRAGANA_WORD;
/// Longest part of a name in kana.
const LONGEST_PART: usize = 10;
/// Most parts of a name in katakana (グエン・ティ・ラン・アイン).
const MOST_PARTS: usize = 6;

/// How much the parts of a name in katakana look like one, in halves: names speak for it, ordinary words
/// and places against it.
fn likeness(parts: &[u32], point: OperatingPoint) -> i32 {
    let all_unknown = parts.iter().all(|&bits| bits == 0);
    if all_unknown {
        return if point == OperatingPoint::Recall {
            2
        } else {
            0
        };
    }
    parts
        .iter()
        .map(|&bits| {
            let is_name = bits & NAME != 0;
            let is_other = bits & (WORD | kana::PLACE | kana::PROPER) != 0;
            match (is_name, is_other) {
                (true, false) => 3,
                (true, true) => 0,
                (false, true) => -4,
                (false, false) => 0,
            }
        })
        .sum()
}

/// Reads the run of kana that begins at `at`; answers where to go on.
pub(super) fn read(
    model: &Model,
    page: &Page<'_>,
    point: OperatingPoint,
    at: usize,
    mentions: &mut Vec<Mention>,
) -> usize {
    match page.script(at) {
        Script::Katakana => read_katakana(model, page, point, at, mentions),
        _ => read_hiragana(model, page, at, mentions),
    }
}

/// Whether a title or role stands right before a name: 首相, 劇作家.
fn has_role_before(model: &Model, page: &Page<'_>, at: usize) -> bool {
    evidence::marks_before(model, page, at) & (affix::TITLE | affix::ROLE) != 0
}

/// The parts of a katakana name that begins at `at`: runs of katakana with ・ or = between them, or
/// with single spaces.
fn parts(page: &Page<'_>, at: usize) -> (Vec<(usize, usize)>, bool) {
    let mut parts = Vec::new();
    let mut start = at;
    let mut has_spaces = false;
    loop {
        let end = page.run_end(start, Script::Katakana);
        parts.push((start, end));
        let is_space = page.char(end) == Some(' ');
        let joins = matches!(page.char(end), Some('・' | '=' | '·')) || is_space;
        // ジョージ・W・ブッシュ
        let is_initial = page.char(end) == Some('・')
            && page
                .char(end + 1)
                .is_some_and(|initial| initial.is_ascii_uppercase())
            && matches!(page.char(end + 2), Some('・'));
        let next = if is_initial { end + 3 } else { end + 1 };
        if !joins || page.script(next) != Script::Katakana || parts.len() == MOST_PARTS {
            return (parts, has_spaces);
        }
        has_spaces |= is_space;
        start = next;
    }
}

fn read_katakana(
    model: &Model,
    page: &Page<'_>,
    point: OperatingPoint,
    at: usize,
    mentions: &mut Vec<Mention>,
) -> usize {
    let (parts, has_spaces) = parts(page, at);
    let end = parts.last().map_or(at, |&(_, end)| end);
    let next = end.max(at + 1);
    // Katakana behind kanji or Latin letters is mostly the rest of a longer word.
    let is_ordinary = |start: usize, end: usize| {
        let bits = model.kana_bits(page.slice(start, end));
        bits != 0 && bits & NAME == 0
    };
    if let [(start, end)] = parts[..]
        && is_ordinary(start, end)
        && page.script_before(at) != Script::Space
        && !matches!(page.script(end), Script::Hiragana | Script::Space)
    {
        return next;
    }
    let is_clean = match page.script_before(at) {
        Script::Latin | Script::Digit => false,
        Script::Kanji => parts.len() > 1 && !has_spaces || has_role_before(model, page, at),
        _ => true,
    };
    let bits: Vec<u32> = parts
        .iter()
        .map(|&(start, end)| model.kana_bits(page.slice(start, end)))
        .collect();
    let names = bits.iter().filter(|&&bits| bits & NAME != 0).count();
    let words = bits
        .iter()
        .filter(|&&bits| bits & NAME == 0 && bits & (WORD | kana::PLACE | kana::PROPER) != 0)
        .count();
    // エリザベス1世
    let digits_end = page.run_end(end, Script::Digit);
    let is_numbered =
        digits_end > end && digits_end - end <= 2 && page.char(digits_end) == Some('世');
    if is_numbered && is_clean_numbered(page, at) {
        mentions.push(mention(at, digits_end + 1, Reason::Title));
        return digits_end + 1;
    }
    let is_too_long = parts.iter().any(|&(start, end)| end - start > LONGEST_PART);
    if !is_clean || is_too_long {
        return next;
    }
    let evidence = Evidence::around(model, page, at, end);
    let fields = [Some(Reason::Label), Some(Reason::MailAddress)];
    let around = [evidence.before, evidence.after]
        .into_iter()
        .filter(|reason| !fields.contains(reason))
        .max()
        .flatten();
    let is_person = match bits[..] {
        [only] => is_single_name(page, point, (at, end), only, evidence, around),
        _ => match around {
            Some(Reason::Honorific | Reason::Title) => words == 0 || names > 0,
            Some(_) => names > 0 || words == 0,
            // タキザワ エイコ
            None if has_spaces => match bits[..] {
                [family, given] => {
                    family & kana::SURNAME != 0
                        && given & kana::GIVEN != 0
                        && family & (WORD | kana::PLACE | kana::PROPER) == 0
                        && (given & WORD == 0 || page.script(end) == Script::LineEnd)
                }
                _ => false,
            },
            None => likeness(&bits, point) > 1,
        },
    };
    if is_person {
        let fallback = match parts.len() {
            1 if evidence.is_line => Reason::Line,
            1 => Reason::Dictionary,
            _ => Reason::FullName,
        };
        mentions.push(mention(at, end, around.unwrap_or(fallback)));
    }
    next
}

/// Whether a single word in katakana is a name, by its bits and what stands around it.
fn is_single_name(
    page: &Page<'_>,
    point: OperatingPoint,
    (at, end): (usize, usize),
    bits: u32,
    evidence: Evidence,
    around: Option<Reason>,
) -> bool {
    let is_name = bits & NAME != 0;
    let is_word = bits & WORD != 0;
    let length = end - at;
    match around {
        Some(Reason::Honorific) => is_name || bits & (WORD | kana::PROPER) == 0,
        Some(Reason::Introduction) => bits & (WORD | kana::PROPER | kana::PLACE) == 0,
        Some(Reason::Title) => (is_name || bits == 0) && bits & kana::PLACE == 0 && length >= 2,
        Some(Reason::Role) => is_name && !is_word,
        _ if evidence.is_line => {
            let weight = bits >> kana::GIVEN_WEIGHT & kana::LARGEST_WEIGHT;
            let is_common_name = bits & kana::GIVEN != 0 && weight >= 3 && length <= 3;
            is_name && (!is_word || is_common_name) && length >= 2
        }
        _ => {
            let is_pure = bits & kana::FOREIGN != 0
                && bits & (WORD | kana::PROPER | kana::PLACE) == 0
                && length >= 3
                && page.script(end) != Script::Kanji;
            is_pure && (point == OperatingPoint::Recall || page.char(end) != Some('・'))
        }
    }
}

fn is_clean_numbered(page: &Page<'_>, at: usize) -> bool {
    !matches!(page.script_before(at), Script::Latin | Script::Digit)
}

/// Hiragana behind which a name may end: particles, the copula, honorifics; or no hiragana at all.
pub(in super::super) fn ends_name(page: &Page<'_>, end: usize) -> bool {
    const BEHIND: &[&str] = &[
        "さん",
        "さま",
        "くん",
        "ちゃん",
        "せんせい",
        "は",
        "が",
        "を",
        "に",
        "の",
        "と",
        "も",
        "で",
        "へ",
        "や",
        "か",
        "です",
        "より",
        "から",
        "まで",
        "だ",
    ];
    page.script(end) != Script::Hiragana || BEHIND.iter().any(|word| page.starts_with(end, word))
}

fn read_hiragana(model: &Model, page: &Page<'_>, at: usize, mentions: &mut Vec<Mention>) -> usize {
    let run_end = page.run_end(at, Script::Hiragana);
    // Before an honorific: the longest name that ends there.
    let mut from = at;
    while from < run_end {
        if let Some(name_end) = honorific_in(model, page, from, run_end) {
            if let Some(start) = name_ending(model, page, at, name_end) {
                mentions.push(mention(start, name_end, Reason::Honorific));
            }
            from = name_end + 2;
        } else {
            break;
        }
    }
    // さとう ひろこです: family and given name with a space.
    if let Some((start, end)) = spaced_pair(model, page, at, run_end) {
        mentions.push(mention(start, end, Reason::FullName));
        return run_end.max(end);
    }
    mentions.extend(mixed_given(model, page, at, run_end));
    if page.script_before(at) == Script::Kanji {
        return run_end;
    }
    // On a line of its own: one word or two with a space.
    let may_be_field = page.script_before(at) != Script::Hiragana
        && matches!(page.script(run_end), Script::LineEnd | Script::Space)
        || page.char(run_end) == Some('宛');
    if !may_be_field {
        return run_end;
    }
    let second = (page.char(run_end) == Some(' ') && page.script(run_end + 1) == Script::Hiragana)
        .then(|| (run_end + 1, page.run_end(run_end + 1, Script::Hiragana)));
    let end = second.map_or(run_end, |(_, end)| end);
    let bits = |start: usize, end: usize| model.kana_bits(page.slice(start, end));
    let first_bits = bits(at, run_end);
    let evidence = Evidence::around(model, page, at, end);
    let is_name = match second {
        Some((start, second_end)) => {
            let second_bits = bits(start, second_end);
            first_bits & kana::SURNAME != 0
                && second_bits & (kana::GIVEN | kana::HIRAGANA_NAME) != 0
                && evidence.is_line
        }
        None if evidence.after == Some(Reason::Introduction) => {
            first_bits & NAME != 0 && first_bits & kana::HIRAGANA_WORD == 0 && end - at >= 2
        }
        None => {
            let is_name = first_bits & NAME != 0;
            let is_word = first_bits & kana::HIRAGANA_WORD != 0;
            is_name && evidence.is_line && !is_word && end - at >= 2
        }
    };
    if is_name {
        mentions.push(mention(at, end, Reason::Line));
        return end;
    }
    run_end
}

/// The end of a given name in hiragana behind the space behind a family name in hiragana.
fn spaced_pair(
    model: &Model,
    page: &Page<'_>,
    at: usize,
    family_end: usize,
) -> Option<(usize, usize)> {
    let given = family_end + 1;
    if page.char(family_end) != Some(' ') || page.script(given) != Script::Hiragana {
        return None;
    }
    // The family name may follow a particle: 4年のさとう ひろこ.
    let family = (at..family_end.saturating_sub(1)).find(|&start| {
        let is_bounded = start == at
            || matches!(
                page.char_before(start),
                Some('の' | 'は' | 'が' | 'と' | 'も')
            );
        is_bounded && model.kana_bits(page.slice(start, family_end)) & kana::SURNAME != 0
    })?;
    let run_end = page.run_end(given, Script::Hiragana);
    (given + 2..=run_end.min(given + 6))
        .rev()
        .find(|&end| {
            let bits = model.kana_bits(page.slice(given, end));
            bits & (kana::GIVEN | kana::HIRAGANA_NAME) != 0 && ends_name(page, end)
        })
        .map(|end| (family, end))
}

/// A given name of hiragana and one kanji (ふじ子) that ends the run with evidence around it.
fn mixed_given(model: &Model, page: &Page<'_>, at: usize, run_end: usize) -> Option<Mention> {
    let end = run_end + 1;
    let is_ending = page
        .char(run_end)
        .is_some_and(|last| matches!(last, '子' | '美' | '代' | '江' | '枝' | '恵'));
    if !is_ending {
        return None;
    }
    let rest = page.slice(end, (end + 2).min(page.len()));
    let has_honorific = model
        .affixes
        .longest_prefix(rest)
        .is_some_and(|(_, bits)| bits & affix::HONORIFIC != 0);
    if page.script(end) == Script::Kanji && !has_honorific {
        return None;
    }
    let start = run_end.checked_sub(2).filter(|&start| start >= at)?;
    let is_bounded = start == at && page.script_before(at) != Script::Kanji
        || matches!(
            page.char_before(start),
            Some('の' | 'は' | 'が' | 'と' | 'も')
        );
    let reason = evidence::before(model, page, start).max(evidence::after(model, page, end))?;
    is_bounded.then(|| mention(start, end, reason))
}

fn mention(start: usize, end: usize, reason: Reason) -> Mention {
    Mention {
        start,
        end,
        part: Part::Other,
        reason,
        parts: None,
    }
}

/// The first place in the run behind `from` where an honorific stands.
fn honorific_in(model: &Model, page: &Page<'_>, from: usize, run_end: usize) -> Option<usize> {
    (from + 1..=run_end).find(|&at| {
        // The honorifics in kana are few; the first look tells most text apart from them.
        let is_beginning = match page.char(at) {
            Some('さ') => matches!(page.char(at + 1), Some('ん' | 'ま')),
            Some('く') => page.char(at + 1) == Some('ん'),
            Some('ち') => page.char(at + 1) == Some('ゃ'),
            Some('せ') => page.char(at + 1) == Some('ん'),
            Some('様' | '氏' | '殿' | '先' | '君' | '女') => true,
            _ => false,
        };
        if !is_beginning {
            return false;
        }
        model
            .longest_affix(page, at, 4)
            .is_some_and(|bits| bits & affix::HONORIFIC != 0)
    })
}

/// The start of the longest name in hiragana that ends at `end` and begins at a boundary.
fn name_ending(model: &Model, page: &Page<'_>, floor: usize, end: usize) -> Option<usize> {
    let is_other = (floor.max(end.saturating_sub(8))..end).any(|start| {
        let bits = (end + 1..=end + 3)
            .map(|to| {
                model
                    .affixes
                    .get(page.slice(start, to.min(page.len())))
                    .unwrap_or_default()
            })
            .fold(0, |all, bits| all | bits);
        bits & affix::OTHER != 0
    });
    if is_other {
        return None;
    }
    (floor.max(end.saturating_sub(7))..end.saturating_sub(1)).find(|&start| {
        let bits = model.kana_bits(page.slice(start, end));
        let is_bounded = start == floor && page.script_before(start) != Script::Kanji
            || matches!(
                page.char_before(start),
                Some('は' | 'が' | 'の' | 'と' | 'も' | 'に' | 'を' | 'や' | 'で' | 'て')
            );
        bits & NAME != 0 && is_bounded
    })
}

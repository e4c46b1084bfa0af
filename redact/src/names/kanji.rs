//! Names in kanji: stretches, their segmentation, and what becomes a mention.

use std::collections::BTreeSet;

use super::evidence::{self, Evidence};
use super::format::{affix, kana};
use super::mention::{Beginnings, Mention, Part, Reason};
use super::model::Model;
use super::page::{Page, Script};
use super::segment::{Bonus, LONGEST_STRETCH, Label, Segmenter, Token};
use super::spelled::kana as kana_names;
use crate::recognizer::OperatingPoint;

/// Longest name in kana behind a family name in kanji.
const LONGEST_KANA: usize = 7;

/// What evidence makes a name cheaper by, in the dictionary's unit of cost.
fn worth(reason: Option<Reason>) -> i32 {
    match reason {
        None | Some(Reason::Dictionary | Reason::Line | Reason::Document | Reason::FullName) => 0,
        Some(Reason::Role) => 4_500,
        Some(Reason::Title) => 4_000,
        Some(Reason::Introduction) => 5_000,
        Some(Reason::Reading) => 5_000,
        Some(Reason::Label) => 3_000,
        Some(Reason::MailAddress) => 2_500,
        Some(Reason::Honorific) => 7_000,
    }
}

/// The names that are sure by now.
#[derive(Default)]
struct Known<'t> {
    names: BTreeSet<&'t str>,
    beginnings: Beginnings,
}

impl Known<'_> {
    fn may_begin(&self, page: &Page<'_>, at: usize) -> bool {
        !self.names.is_empty()
            && page
                .char(at)
                .is_some_and(|first| self.beginnings.may_hold(first, page.char(at + 1)))
    }

    fn holds(&self, page: &Page<'_>, start: usize, end: usize) -> bool {
        !self.names.is_empty() && self.names.contains(page.slice(start, end))
    }
}

pub(super) struct KanjiNames<'a> {
    model: &'a Model,
    page: &'a Page<'a>,
    point: OperatingPoint,
    segmenter: Segmenter,
    stretches: Vec<(usize, usize)>,
}

impl<'a> KanjiNames<'a> {
    pub(super) fn new(model: &'a Model, page: &'a Page<'a>, point: OperatingPoint) -> Self {
        Self {
            model,
            page,
            point,
            segmenter: Segmenter::default(),
            stretches: Vec::new(),
        }
    }

    /// Adds the mentions that the dictionary and the text around each stretch give.
    pub(super) fn find(&mut self, mentions: &mut Vec<Mention>) {
        if self.page.is_ascii() {
            return;
        }
        let scripts = self.page.scripts();
        let mut at = 0;
        while let Some(&script) = scripts.get(at) {
            if script != Script::Kanji {
                at += 1;
                continue;
            }
            let end = self.stretch_end(at);
            self.stretches.push((at, end));
            if !self.is_plain(at, end) {
                self.read(at, end, &Known::default(), mentions);
            }
            at = end;
        }
    }

    /// Adds further mentions of the names that are sure by now.
    pub(super) fn find_again(&mut self, mentions: &mut Vec<Mention>) {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for mention in mentions.iter().filter(|mention| mention.reason.is_sure()) {
            if self.page.script(mention.start) != Script::Kanji {
                continue;
            }
            match mention.parts {
                Some((family_end, given_start)) => {
                    known.insert(self.page.slice(mention.start, family_end));
                    known.insert(self.page.slice(given_start, mention.end));
                }
                None => {
                    known.insert(self.page.slice(mention.start, mention.end));
                }
            }
        }
        if known.is_empty() {
            return;
        }
        let mut beginnings = Beginnings::default();
        for name in &known {
            beginnings.insert(name);
        }
        let known = Known {
            names: known,
            beginnings,
        };
        let lengths: BTreeSet<usize> = known
            .names
            .iter()
            .map(|name| name.chars().count())
            .collect();
        for (start, end) in std::mem::take(&mut self.stretches) {
            let may_hold = (start..end).any(|at| {
                known.may_begin(self.page, at)
                    && lengths
                        .iter()
                        .any(|length| known.holds(self.page, at, at + length))
            });
            if may_hold {
                self.read(start, end, &known, mentions);
            }
        }
    }

    /// Whether a stretch can hold no name that would be answered: it is made of ordinary words, or
    /// nothing in it is a name of two characters or more and nothing beside it speaks for one. Most
    /// stretches are, and cutting them would cost ten times as much.
    fn is_plain(&self, start: usize, end: usize) -> bool {
        let page = self.page;
        let length = end - start;
        if (start..end).any(|at| page.script(at) == Script::Space) {
            return false;
        }
        let has_reading = page.char(end) == Some('(');
        let words = &self.model.words;
        let may_be_name = length == 2 || evidence::may_stand_beside(page, start, end);
        let mut has_name = false;
        // Places that ordinary words of two characters or more reach, a bit a place.
        let mut reached = 1_u64;
        for at in 0..length {
            // What begins here is of interest if words lead here, or a name would decide.
            if reached >> at & 1 == 0 && (may_be_name || has_name) {
                continue;
            }
            let mut state = words.start();
            let mut to = start + at;
            while let Some(next) = page
                .char(to)
                .and_then(|character| words.step(state, character))
            {
                state = next;
                to += 1;
                let word_length = to - start - at;
                let Some(profile) = words.value(state) else {
                    continue;
                };
                let (is_name, is_word) = self.model.is_name_or_word(profile);
                has_name |= is_name && word_length > 1;
                if is_word && !is_name && word_length > 1 && reached >> at & 1 == 1 {
                    if to < end {
                        reached |= 1 << (at + word_length);
                    } else if !has_reading {
                        return true;
                    }
                }
            }
        }
        !has_name && !may_be_name
    }

    /// The end of the stretch that begins at `start`: kanji, with single spaces between them, and a
    /// word in kana behind the last space.
    fn stretch_end(&self, start: usize) -> usize {
        let page = self.page;
        let limit = start + LONGEST_STRETCH;
        let mut end = start;
        loop {
            while end < limit && (page.script(end) == Script::Kanji || self.is_inner_kana(end)) {
                end += 1;
            }
            let next = page.run_end(end, Script::Space);
            if end >= limit || next == end || next - end > 2 {
                return end;
            }
            match page.script(next) {
                Script::Kanji => end = next,
                script @ (Script::Hiragana | Script::Katakana) => {
                    let kana_end = page.run_end(next, script);
                    let mixed_end = page.run_end(kana_end, Script::Kanji);
                    if mixed_end > kana_end && kana_end - next <= 2 && page.script(next) == script {
                        return mixed_end;
                    }
                    if script == Script::Hiragana
                        && let Some(name_end) = self.kana_name_end(next, kana_end)
                    {
                        return name_end;
                    }
                    let is_short = kana_end - next <= LONGEST_KANA;
                    return if is_short && mixed_end == kana_end {
                        kana_end
                    } else {
                        end
                    };
                }
                _ => return end,
            }
        }
    }

    /// The end of the longest given name in hiragana that begins at `start`, if a name may end there.
    fn kana_name_end(&self, start: usize, run_end: usize) -> Option<usize> {
        (start + 2..=run_end.min(start + LONGEST_KANA))
            .rev()
            .find(|&end| {
                let bits = self.model.kana_bits(self.page.slice(start, end));
                bits & (kana::GIVEN | kana::HIRAGANA_NAME) != 0
                    && kana_names::ends_name(self.page, end)
            })
    }

    /// ヶ ケ ノ between kanji.
    fn is_inner_kana(&self, at: usize) -> bool {
        matches!(self.page.char(at), Some('ヶ' | 'ケ' | 'ノ'))
            && self.page.script(at + 1) == Script::Kanji
            && self.page.script_before(at) == Script::Kanji
    }

    fn read(&mut self, start: usize, end: usize, known: &Known<'_>, mentions: &mut Vec<Mention>) {
        let page = self.page;
        let evidence = Evidence::around(self.model, page, start, end);
        let mut bonus = Bonus {
            everywhere: match self.point {
                OperatingPoint::Recall => 1_000,
                OperatingPoint::Balanced => 0,
            },
            at_start: worth(evidence.before),
            at_end: worth(evidence.after),
            known: if known.names.is_empty() { 0 } else { 7_000 },
            ends_in_name: evidence.after == Some(Reason::Reading),
        };
        if evidence.is_line {
            bonus.at_start += 1_500;
            bonus.at_end += 1_500;
        }
        if evidence.is_copula_behind
            && (evidence.starts_field || page.char_before(start) == Some('の'))
        {
            bonus.at_end += 2_500;
        } else if evidence.is_copula_behind {
            bonus.at_end += 1_500;
        }
        let model = self.model;
        let is_known = |from: usize, to: usize| {
            if !known.may_begin(page, from) || !known.holds(page, from, to) {
                return false;
            }
            // A name of one character is known only where it stands alone.
            to - from > 1 || (from == start && may_end_short_name(model, page, to))
        };
        let tokens = self
            .segmenter
            .cut(model, page, start, end, bonus, &is_known);
        let reader = Reader {
            model,
            page,
            point: self.point,
            tokens,
            start,
            end,
            evidence,
            known,
        };
        reader.collect(mentions);
    }
}

/// Whether what stands behind a name of one character lets it be one: 誠に is an adverb.
fn may_end_short_name(model: &Model, page: &Page<'_>, end: usize) -> bool {
    !matches!(
        page.script(end),
        Script::Hiragana | Script::Kanji | Script::Katakana
    ) || evidence::skip_honorific(model, page, end) > end
        || [
            "は",
            "が",
            "を",
            "も",
            "と",
            "さん",
            "さま",
            "くん",
            "ちゃん",
            "へ",
            "の",
        ]
        .iter()
        .any(|particle| page.starts_with(end, particle))
}

/// Reads mentions off a segmentation.
struct Reader<'a> {
    model: &'a Model,
    page: &'a Page<'a>,
    point: OperatingPoint,
    tokens: &'a [Token],
    start: usize,
    end: usize,
    evidence: Evidence,
    known: &'a Known<'a>,
}

impl Reader<'_> {
    fn collect(&self, mentions: &mut Vec<Mention>) {
        let mut index = 0;
        while index < self.tokens.len() {
            let length = self.group(index);
            if length == 0 {
                index += 1;
                continue;
            }
            mentions.extend(self.judge(index, index + length));
            index += length;
        }
    }

    fn label(&self, index: usize) -> Option<Label> {
        self.tokens.get(index).map(|token| token.label)
    }

    /// How many tokens from `index` on make one name.
    fn group(&self, index: usize) -> usize {
        match self.label(index) {
            Some(Label::Surname) => match (self.label(index + 1), self.label(index + 2)) {
                (Some(Label::Given), _) => 2,
                (Some(Label::NameSpace), Some(Label::Given)) => 3,
                _ => 1,
            },
            Some(Label::Given | Label::Person) => 1,
            Some(Label::Unknown | Label::Place)
                if self.label(index + 1) == Some(Label::Honorific)
                    || self.label(index + 1) == Some(Label::Space)
                        && self.label(index + 2) == Some(Label::Honorific) =>
            {
                1
            }
            // 目様: one character and 様, which no list of words has.
            Some(Label::Word | Label::Number)
                if self.point == OperatingPoint::Recall
                    && index == 0
                    && self.label(1) == Some(Label::Honorific)
                    && self
                        .tokens
                        .first()
                        .is_some_and(|token| token.end - token.start == 1)
                    && self.page.char(self.start + 1) == Some('様')
                    && !matches!(self.page.char_before(self.start), Some('お' | 'ご')) =>
            {
                1
            }
            // The honorific in kana behind the stretch: 八王子さん.
            Some(Label::Unknown | Label::Place)
                if index + 1 == self.tokens.len()
                    && self.evidence.after == Some(Reason::Honorific) =>
            {
                1
            }
            _ => 0,
        }
    }

    /// The mention that the tokens from `from` to `to` make, if it is one.
    fn judge(&self, from: usize, to: usize) -> Option<Mention> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(to - 1)?;
        let (start, end) = (first.start, last.end);
        let behind = self.tokens.get(to).filter(|token| token.start == end);
        let part = match (first.label, to - from) {
            (Label::Surname, 1) => Part::Surname,
            (Label::Surname, _) => Part::Full,
            (Label::Given, _) => Part::Given,
            _ => Part::Other,
        };
        let reason = self.reason(from, to, part);
        if self.is_refuted(start, end, from, behind, reason) {
            return None;
        }
        let length = end - start;
        let is_known_kind = first.label.is_person();
        if !is_known_kind {
            let before = from.checked_sub(1).and_then(|index| self.tokens.get(index));
            let is_bounded = before.is_none_or(|token| {
                matches!(token.label, Label::Space | Label::NameSpace | Label::Title)
            });
            if reason != Reason::Honorific || !is_bounded {
                return None;
            }
        }
        if part == Part::Surname
            && end == self.end
            && let Some(given_end) = self.kana_given(end)
        {
            return Some(Mention {
                start,
                end: given_end,
                part: Part::Full,
                reason: reason.max(Reason::FullName),
                parts: Some((end, end)),
            });
        }
        // 田中ビル, 大和1丁目
        if reason <= Reason::FullName
            && end >= self.end
            && matches!(self.page.script(end), Script::Katakana | Script::Digit)
        {
            return None;
        }
        let is_enough = match reason {
            Reason::Dictionary => length >= 2,
            _ => true,
        };
        let parts = (part == Part::Full).then_some((first.end, last.start));
        is_enough.then_some(Mention {
            start,
            end,
            part,
            reason,
            parts,
        })
    }

    fn reason(&self, from: usize, to: usize, part: Part) -> Reason {
        let mut reason = Reason::Dictionary;
        let mut consider = |found: Option<Reason>| reason = reason.max(found.unwrap_or(reason));
        if part == Part::Full {
            consider(Some(Reason::FullName));
        }
        // A title or honorific may stand behind a space.
        let is_space =
            |index: usize| matches!(self.label(index), Some(Label::Space | Label::NameSpace));
        let behind = if is_space(to) { to + 1 } else { to };
        match self.label(behind) {
            Some(Label::Honorific) => consider(Some(Reason::Honorific)),
            Some(Label::Title) if behind == to => consider(Some(Reason::Title)),
            _ => {}
        }
        if let Some(previous) = from.checked_sub(1) {
            let before = if is_space(previous) {
                previous.checked_sub(1)
            } else {
                Some(previous)
            };
            if let Some(token) = before.and_then(|before| self.tokens.get(before)) {
                if token.affixes & affix::TITLE != 0 {
                    consider(Some(Reason::Title));
                } else if token.affixes & affix::ROLE != 0 {
                    consider(Some(Reason::Role));
                } else if token.affixes & affix::LABEL != 0 && before != Some(previous) {
                    consider(Some(Reason::Label));
                }
            }
        }
        let (Some(first), Some(last)) = (self.tokens.get(from), self.tokens.get(to - 1)) else {
            return reason;
        };
        if first.start == self.start {
            consider(self.evidence.before);
        }
        if last.end >= self.end {
            consider(self.evidence.after);
        }
        if first.start == self.start && last.end >= self.end && self.evidence.is_line {
            consider(Some(Reason::Line));
        }
        {
            if self.known.holds(self.page, first.start, last.end) {
                consider(Some(Reason::Document));
            }
        }
        reason
    }

    /// Whether something beside the name says that it is none.
    fn is_refuted(
        &self,
        start: usize,
        end: usize,
        from: usize,
        behind: Option<&Token>,
        reason: Reason,
    ) -> bool {
        let names_other = affix::ORGANISATION | affix::PLACE | affix::COMPANY;
        let is_title = |token: &Token| {
            matches!(token.label, Label::Honorific | Label::Title)
                || token.affixes & affix::WEAK_HONORIFIC != 0
        };
        if let Some(token) = behind.filter(|token| !is_title(token)) {
            // 鈴木楽器: a name that an ordinary word touches is part of another name.
            let touches_word = matches!(
                token.label,
                Label::Word | Label::Proper | Label::Place | Label::Unknown | Label::Number
            );
            let is_full = self.tokens.get(from).is_some_and(|first| first.end != end);
            if token.affixes & names_other != 0 || touches_word && !is_full {
                return true;
            }
        }
        let rest = self.page.slice(end, (end + 5).min(self.page.len()));
        if rest.trim_start().starts_with("御中") || rest.starts_with("の皆") {
            return true;
        }
        // 町田ガラス美術館, 西野こども園
        if end >= self.end {
            let script = self.page.script(end);
            let is_honorific = self.evidence.after == Some(Reason::Honorific)
                || self.evidence.after == Some(Reason::Title);
            if script == Script::Katakana && !is_honorific {
                return true;
            }
            let run_end = self.page.run_end(end, Script::Hiragana);
            if script == Script::Hiragana && run_end - end >= 3 && !is_honorific {
                let rest = self.page.slice(run_end, (run_end + 4).min(self.page.len()));
                let mark = self.model.affixes.longest_prefix(rest);
                if mark.is_some_and(|(_, bits)| bits & affix::ORGANISATION != 0)
                    && self.model.kana_bits(self.page.slice(end, run_end)) & kana::HIRAGANA_WORD
                        != 0
                {
                    return true;
                }
            }
        }
        let before = from.checked_sub(1).and_then(|index| self.tokens.get(index));
        if before.is_some_and(|token| token.affixes & affix::COMPANY != 0 && token.end == start) {
            return true;
        }
        // 館長さん, 大家さん: the dictionary's name is a word of another kind here.
        let rest = self.page.slice(start, (end + 4).min(self.page.len()));
        if let Some((length, bits)) = self.model.affixes.longest_prefix(rest) {
            let text_length = self.page.slice(start, end).len();
            let is_same = length == text_length
                && bits & (affix::TITLE | affix::ROLE | affix::LABEL | affix::ORGANISATION) != 0;
            if bits & affix::OTHER != 0 && length >= text_length || is_same {
                return true;
            }
        }
        if reason > Reason::FullName {
            return false;
        }
        // ホテル前田
        start == self.start && self.page.script_before(start) == Script::Katakana
    }

    /// The end of a given name in kana right behind a family name in kanji: 城ヶ崎すず, 柴咲コウ.
    fn kana_given(&self, start: usize) -> Option<usize> {
        let bits = |end: usize| self.model.kana_bits(self.page.slice(start, end));
        let script = self.page.script(start);
        let run_end = self.page.run_end(start, script);
        let rest = self.page.slice(start, (start + 5).min(self.page.len()));
        let is_mark = self
            .model
            .affixes
            .longest_prefix(rest)
            .is_some_and(|(_, bits)| {
                bits & (affix::HONORIFIC | affix::WEAK_HONORIFIC | affix::TITLE) != 0
            });
        if is_mark {
            return None;
        }
        match script {
            Script::Katakana => {
                let found = bits(run_end);
                let is_name = found & (kana::GIVEN | kana::FOREIGN) != 0;
                let is_word = found & (kana::KATAKANA_WORD | kana::PLACE | kana::PROPER) != 0;
                (is_name && !is_word && run_end - start >= 2).then_some(run_end)
            }
            Script::Hiragana => (start + 2..=run_end.min(start + 5)).rev().find(|&end| {
                let found = bits(end);
                let is_name = found & kana::HIRAGANA_NAME != 0
                    || found & kana::GIVEN != 0 && end - start >= 3;
                is_name && found & kana::HIRAGANA_WORD == 0 && kana_names::ends_name(self.page, end)
            }),
            _ => None,
        }
    }
}

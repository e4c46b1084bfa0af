//! The recognizer of names.

use super::format::kana;
use super::kanji::KanjiNames;
use super::mention::{Mention, Part, Reason};
use super::model::Model;
use super::page::{Page, Script};
use super::{evidence, field, spelled};
use crate::recognizer::{EntityRecognizer, Find, Findings, OperatingPoint};
use crate::text::NormalizedText;
use crate::{EntityType, Result, Score};

/// Finds names of persons.
///
/// ```
/// use redact::names::PersonRecognizer;
/// use redact::recognizer::{EntityRecognizer, Findings, OperatingPoint};
/// use redact::text::NormalizedText;
///
/// let recognizer = PersonRecognizer::new(OperatingPoint::Recall)?;
/// let text = NormalizedText::new("山口県の田中商店から佐々木様へ");
/// let mut findings = Findings::new(false);
/// recognizer.analyze(&text, &mut findings)?;
/// let names: Vec<_> = findings
///     .finds()
///     .iter()
///     .filter_map(|find| text.as_str().get(find.span.range()))
///     .collect();
/// assert_eq!(names, ["佐々木"]);
/// # Ok::<(), redact::Error>(())
/// ```
pub struct PersonRecognizer {
    point: OperatingPoint,
}

const KINDS: &[EntityType] = &[EntityType::PERSON];

impl PersonRecognizer {
    /// A recognizer with the dictionary of this crate, which is read by the first analysis.
    ///
    /// # Errors
    ///
    /// None today; a dictionary may have to be read one day.
    pub fn new(point: OperatingPoint) -> Result<Self> {
        Ok(Self { point })
    }

    fn mentions(&self, model: &Model, page: &Page<'_>) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut kanji = KanjiNames::new(model, page, self.point);
        field::find(model, page, &mut mentions);
        kanji.find(&mut mentions);
        spelled::find(model, page, self.point, &mut mentions);
        settle(&mut mentions);
        kanji.find_again(&mut mentions);
        spelled::find_again(model, page, &mut mentions);
        settle(&mut mentions);
        join(page, &mut mentions);
        let readings: Vec<Mention> = mentions
            .iter()
            .filter(|mention| page.script(mention.start) != Script::Katakana)
            .filter_map(|mention| {
                // 楊さん(Yang Zhiyuan)
                let behind = evidence::skip_honorific(model, page, mention.end);
                let (start, end) = evidence::reading_behind(page, behind)
                    .filter(|&(start, end)| {
                        let reading = page.slice(start, end);
                        let is_word = model.kana_bits(reading) & kana::HIRAGANA_WORD != 0;
                        evidence::is_name_reading(model, reading)
                            && (!is_word || page.char(end) == Some(')'))
                            || behind == mention.end && mention.reason.is_sure() && !is_word
                    })
                    .or_else(|| spelled::reading_behind(model, page, behind))?;
                Some(Mention {
                    start,
                    end,
                    part: Part::Reading,
                    reason: Reason::Reading,
                    parts: None,
                })
            })
            .collect();
        mentions.extend(readings);
        settle(&mut mentions);
        mentions
    }
}

/// Joins the halves of names in two scripts: ロドリゲス 翔.
fn join(page: &Page<'_>, mentions: &mut Vec<Mention>) {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions.drain(..) {
        if let Some(last) = joined.last_mut() {
            let is_adjacent = last.end + 1 == mention.start && page.char(last.end) == Some(' ');
            let scripts = (page.script(last.start), page.script(mention.start));
            let is_mixed = matches!(
                scripts,
                (Script::Katakana, Script::Kanji | Script::Hiragana)
                    | (Script::Kanji, Script::Katakana)
            );
            // 権田原 巌: a family name that only the document knows.
            let is_split = scripts == (Script::Kanji, Script::Kanji)
                && matches!(last.part, Part::Surname | Part::Other)
                && matches!(mention.part, Part::Given | Part::Other)
                && mention.end - mention.start <= 3;
            if is_split && is_adjacent {
                last.parts = Some((last.end, mention.start));
                last.part = Part::Full;
                last.end = mention.end;
                last.reason = last.reason.max(mention.reason);
                continue;
            }
            if is_adjacent && is_mixed {
                last.end = mention.end;
                last.reason = last.reason.max(mention.reason);
                last.parts = None;
                continue;
            }
        }
        joined.push(mention);
    }
    *mentions = joined;
}

/// Sorts mentions and keeps, of those that overlap, the longer, then the surer one.
fn settle(mentions: &mut Vec<Mention>) {
    if mentions.len() < 2 {
        return;
    }
    mentions.sort_by_key(|mention| {
        (
            std::cmp::Reverse(mention.end - mention.start),
            std::cmp::Reverse(mention.reason),
            mention.start,
        )
    });
    let mut taken: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut by_start: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for mention in mentions.drain(..) {
        let is_free = by_start
            .range(..mention.end)
            .next_back()
            .is_none_or(|(_, &end)| end <= mention.start);
        if is_free {
            by_start.insert(mention.start, mention.end);
            taken.push(mention);
        }
    }
    taken.sort_by_key(|mention| mention.start);
    *mentions = taken;
}

impl EntityRecognizer for PersonRecognizer {
    fn id(&self) -> &'static str {
        "jp/person"
    }

    fn supported_entities(&self) -> &[EntityType] {
        KINDS
    }

    fn analyze(&self, text: &NormalizedText<'_>, findings: &mut Findings) -> Result<()> {
        let page = Page::new(text.as_str());
        for mention in self.mentions(Model::built_in()?, &page) {
            let span = page.span(mention.start, mention.end);
            let score = Score::saturating(mention.reason.score());
            let mut find = Find::new(EntityType::PERSON, span, score);
            if findings.wants_explanations() {
                find = find.because(mention.reason.text());
            }
            findings.add(find);
        }
        Ok(())
    }
}

impl std::fmt::Debug for PersonRecognizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PersonRecognizer")
            .field("point", &self.point)
            .finish_non_exhaustive()
    }
}

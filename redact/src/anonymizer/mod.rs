//! Replaces what was found: by placeholders that can be restored, or by any other operator.
//!
//! The engine takes a text and results and covers every character that some result covers. With
//! placeholders, the pieces of text between them are searched for what the sender typed that looks
//! like one, before any number is given out; see [`placeholder`](crate::placeholder).

pub mod operators;
mod redacted;
mod regions;

use std::collections::BTreeMap;
use std::ops::Range;

pub use redacted::{AnonymizedItem, Redacted, RedactedText};

use crate::placeholder::{ForeignKeys, Token};
use crate::text::Span;
use crate::{EntityType, PlaceholderMap, RecognizerResult, Result};
use operators::{OperatorConfig, Resources, Value};
use regions::{Region, regions};

/// Replaces what was found, each kind by its operator.
///
/// ```
/// use redact::anonymizer::AnonymizerEngine;
/// use redact::anonymizer::operators::{Mask, Replace, Resources};
/// use redact::text::Span;
/// use redact::{EntityType, RecognizerResult, Score};
///
/// let text = "山田です。03-1234-5678";
/// let find = |entity_type, start, end| RecognizerResult {
///     entity_type,
///     span: Span::new(start, end),
///     score: Score::ONE,
///     recognizer: "example".into(),
/// };
/// let finds = [
///     find(EntityType::PERSON, 0, 6),
///     find(EntityType::PHONE_NUMBER, 15, text.len()),
/// ];
/// let engine = AnonymizerEngine::new(Replace::with_type())
///     .with_operator(EntityType::PHONE_NUMBER, Mask::last('*', 4));
/// let redacted = engine.anonymize_with(text, &finds, &mut Resources::none())?;
/// assert_eq!(redacted.as_str(), "<PERSON>です。03-1234-****");
/// # Ok::<(), redact::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct AnonymizerEngine {
    default: OperatorConfig,
    by_type: BTreeMap<EntityType, OperatorConfig>,
}

/// A covered part of the text and where what replaces it stands in the draft.
struct Piece {
    region: Region,
    /// Bytes of the draft; empty where a placeholder comes in.
    draft: Range<usize>,
    is_placeholder: bool,
}

/// A part of the draft that becomes a placeholder.
struct Insertion {
    draft: Range<usize>,
    token: Token,
    /// The index of the piece it stands for, if it is not text of the sender's.
    piece: Option<usize>,
}

impl AnonymizerEngine {
    /// An engine that treats every kind alike. [`AnonymizerEngine::default`] uses placeholders.
    pub fn new(default: impl Into<OperatorConfig>) -> Self {
        Self {
            default: default.into(),
            by_type: BTreeMap::new(),
        }
    }

    /// Treats one kind in another way.
    #[must_use]
    pub fn with_operator(
        mut self,
        entity_type: EntityType,
        operator: impl Into<OperatorConfig>,
    ) -> Self {
        self.by_type.insert(entity_type, operator.into());
        self
    }

    /// How a kind is treated.
    pub fn operator(&self, entity_type: &EntityType) -> &OperatorConfig {
        self.by_type.get(entity_type).unwrap_or(&self.default)
    }

    /// Replaces `results` in `text`; placeholders go into `map`. Results may come in any order and
    /// overlap.
    ///
    /// # Errors
    ///
    /// When a result does not fit the text, the map was forgotten, or an operator fails. Nothing
    /// of the text is given out then.
    pub fn anonymize(
        &self,
        text: &str,
        results: &[RecognizerResult],
        map: &mut PlaceholderMap,
    ) -> Result<RedactedText> {
        self.anonymize_with(text, results, &mut Resources::none().with_map(map))
    }

    /// The same with everything that operators may need: a map for placeholders, random bytes for
    /// encryption, or nothing.
    ///
    /// Where a map is given, every text goes through it, with or without finds: what the sender
    /// typed that looks like a placeholder must be known before the text can be restored.
    ///
    /// # Errors
    ///
    /// As [`AnonymizerEngine::anonymize`]; also when an operator needs what was not given.
    pub fn anonymize_with(
        &self,
        text: &str,
        results: &[RecognizerResult],
        resources: &mut Resources<'_>,
    ) -> Result<RedactedText> {
        let regions = regions(text, results, |result| {
            matches!(self.operator(&result.entity_type), OperatorConfig::Keep(_))
        })?;
        let (draft, pieces) = self.draft(text, results, &regions, resources)?;
        let Some(map) = resources.map.as_deref_mut() else {
            let items = self.items(results, &pieces, |_, piece| piece.draft.clone());
            let foreign = ForeignKeys::default();
            return Ok(RedactedText::new(draft, items, Vec::new(), foreign));
        };
        map.check_usable()?;
        let mut foreign = ForeignKeys::default();
        let collisions = collisions(&draft, &pieces, map, &mut foreign);
        let insertions = insertions(text, results, &draft, &pieces, collisions, map);
        let (output, places) = assemble(&draft, &insertions, map);
        let mut placeholders = insertions
            .iter()
            .zip(&places)
            .filter_map(|(insertion, place)| Some((insertion.piece?, place)))
            .peekable();
        let items = self.items(results, &pieces, |index, piece| {
            match placeholders.next_if(|(of, _)| *of == index) {
                Some((_, place)) => place.clone(),
                None => translate(&piece.draft, &insertions, &places),
            }
        });
        Ok(RedactedText::new(output, items, places, foreign))
    }

    /// The text with everything in place but placeholders, which are left out.
    fn draft(
        &self,
        text: &str,
        results: &[RecognizerResult],
        regions: &[Region],
        resources: &mut Resources<'_>,
    ) -> Result<(String, Vec<Piece>)> {
        let mut draft = String::with_capacity(text.len());
        let mut pieces = Vec::with_capacity(regions.len());
        let mut copied = 0;
        for &region in regions {
            let Some(result) = results.get(region.result) else {
                continue;
            };
            draft.push_str(text.get(copied..region.span.start()).unwrap_or_default());
            copied = region.span.end();
            let start = draft.len();
            let operator = self.operator(&result.entity_type);
            let is_placeholder =
                matches!(operator, OperatorConfig::Placeholder(_)) && resources.map.is_some();
            if !is_placeholder {
                let value = Value {
                    entity_type: &result.entity_type,
                    text: text.get(region.span.range()).unwrap_or_default(),
                };
                operator.operator().operate(&value, resources, &mut draft)?;
            }
            pieces.push(Piece {
                region,
                draft: start..draft.len(),
                is_placeholder,
            });
        }
        draft.push_str(text.get(copied..).unwrap_or_default());
        Ok((draft, pieces))
    }

    fn items(
        &self,
        results: &[RecognizerResult],
        pieces: &[Piece],
        mut place: impl FnMut(usize, &Piece) -> Range<usize>,
    ) -> Vec<AnonymizedItem> {
        pieces
            .iter()
            .enumerate()
            .filter_map(|(index, piece)| {
                let result = results.get(piece.region.result)?;
                let span = place(index, piece);
                Some(AnonymizedItem {
                    entity_type: result.entity_type.clone(),
                    source: piece.region.span,
                    span: Span::new(span.start, span.end),
                    operator: self.operator(&result.entity_type).operator().name().into(),
                    score: result.score,
                })
            })
            .collect()
    }
}

/// The places of the draft that look like a placeholder which the map has given out.
fn collisions(
    draft: &str,
    pieces: &[Piece],
    map: &mut PlaceholderMap,
    foreign: &mut ForeignKeys,
) -> Vec<Range<usize>> {
    let mut collisions = Vec::new();
    let mut start = 0;
    let cuts = pieces
        .iter()
        .filter(|piece| piece.is_placeholder)
        .map(|piece| (piece.draft.start, true));
    for (index, (end, before_placeholder)) in cuts.chain([(draft.len(), false)]).enumerate() {
        let run = draft.get(start..end).unwrap_or_default();
        let first = collisions.len();
        map.note_foreign(run, index > 0, before_placeholder, foreign, &mut collisions);
        for collision in collisions.iter_mut().skip(first) {
            *collision = collision.start + start..collision.end + start;
        }
        start = end;
    }
    collisions
}

/// Every part of the draft that becomes a placeholder, in order; this gives out the numbers.
fn insertions(
    text: &str,
    results: &[RecognizerResult],
    draft: &str,
    pieces: &[Piece],
    collisions: Vec<Range<usize>>,
    map: &mut PlaceholderMap,
) -> Vec<Insertion> {
    let mut insertions = Vec::with_capacity(pieces.len() + collisions.len());
    let mut collisions = collisions.into_iter().peekable();
    let literal = |draft_range: Range<usize>, map: &mut PlaceholderMap| Insertion {
        token: map.literal_token(draft.get(draft_range.clone()).unwrap_or_default()),
        draft: draft_range,
        piece: None,
    };
    for (index, piece) in pieces.iter().enumerate() {
        if !piece.is_placeholder {
            continue;
        }
        while let Some(range) = collisions.next_if(|range| range.end <= piece.draft.start) {
            insertions.push(literal(range, map));
        }
        if let Some(result) = results.get(piece.region.result) {
            let surface = text.get(piece.region.span.range()).unwrap_or_default();
            insertions.push(Insertion {
                draft: piece.draft.clone(),
                token: map.token(&result.entity_type, surface),
                piece: Some(index),
            });
        }
    }
    for range in collisions {
        insertions.push(literal(range, map));
    }
    insertions
}

/// The output, and where each insertion stands in it.
fn assemble(
    draft: &str,
    insertions: &[Insertion],
    map: &PlaceholderMap,
) -> (String, Vec<Range<usize>>) {
    let mut output = String::with_capacity(draft.len() + insertions.len() * 16);
    let mut places = Vec::with_capacity(insertions.len());
    let mut copied = 0;
    for insertion in insertions {
        output.push_str(draft.get(copied..insertion.draft.start).unwrap_or_default());
        copied = insertion.draft.end;
        let start = output.len();
        map.write_token(insertion.token, &mut output);
        places.push(start..output.len());
    }
    output.push_str(draft.get(copied..).unwrap_or_default());
    (output, places)
}

/// Where a part of the draft stands in the output.
fn translate(
    draft: &Range<usize>,
    insertions: &[Insertion],
    places: &[Range<usize>],
) -> Range<usize> {
    let map = |offset: usize, is_end: bool| {
        let before = insertions.partition_point(|insertion| {
            if is_end {
                insertion.draft.start < offset
            } else {
                insertion.draft.start <= offset
            }
        });
        let Some((last, place)) = before
            .checked_sub(1)
            .and_then(|index| insertions.get(index).zip(places.get(index)))
        else {
            return offset;
        };
        if offset < last.draft.end {
            if is_end { place.end } else { place.start }
        } else {
            place.end + (offset - last.draft.end)
        }
    };
    map(draft.start, false)..map(draft.end, true)
}

#[cfg(test)]
mod tests;

//! A text and its findings in, the text with each replaced out; and back.

use std::collections::HashMap;

use super::conflict::{ConflictResolutionStrategy, Region, join_over_blanks, resolve};
use super::entity::{EngineResult, OperatorResult, PiiEntity};
use super::error::{AnonymizerError, Result};
use super::operator::{Operator, OperatorConfig, Operators};
use super::positions::Positions;
use crate::RandomSource;
use crate::text::units::OffsetUnit;

/// How a text is anonymized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnonymizeOptions {
    /// What happens to findings of different kinds that overlap in part.
    pub conflict_resolution: ConflictResolutionStrategy,
    /// Whether neighbours of one kind with only blanks between them become one.
    pub merge_entities_with_spaces: bool,
    /// What offsets count, those that come in and those that go out.
    pub unit: OffsetUnit,
}

impl Default for AnonymizeOptions {
    /// Presidio's, and offsets in bytes.
    fn default() -> Self {
        Self {
            conflict_resolution: ConflictResolutionStrategy::default(),
            merge_entities_with_spaces: true,
            unit: OffsetUnit::Bytes,
        }
    }
}

impl AnonymizeOptions {
    /// Presidio's, and offsets in another unit.
    pub fn counting(unit: OffsetUnit) -> Self {
        Self {
            unit,
            ..Self::default()
        }
    }
}

/// Replaces each finding by what its kind's operator makes of it; without one, by `<KIND>`.
///
/// # Errors
///
/// [`AnonymizerErrorKind::InvalidParam`](super::AnonymizerErrorKind::InvalidParam) when a finding
/// ends before it begins or behind the text, and when an operator that is needed does not exist or
/// has wrong parameters; what is wrong nearest to the end is named. Others as the operators have
/// them.
pub fn anonymize(
    text: &str,
    found: &[PiiEntity<'_>],
    operators: &Operators,
    options: AnonymizeOptions,
    random: &mut dyn RandomSource,
) -> Result<EngineResult> {
    let (regions, kinds) = number_kinds(found)?;
    let offsets = found.iter().flat_map(|entity| [entity.start, entity.end]);
    let positions = Positions::new(text, options.unit, offsets);
    let mut regions = resolve(regions, options.conflict_resolution);
    if options.merge_entities_with_spaces {
        regions = join_over_blanks(regions, |start, end| {
            positions.slice(start, end).unwrap_or_default()
        });
    }
    regions.sort_by_key(|region| std::cmp::Reverse((region.start, region.end)));
    let places = regions.iter().map(|region| Place {
        start: region.start,
        end: region.end,
        entity_type: kinds.get(region.kind).copied().unwrap_or_default(),
        score: Some(region.score),
    });
    let default = OperatorConfig::new("replace");
    let mut work = Work::new(&positions, random, |entity_type| {
        Operator::anonymizer(operators.of(entity_type).unwrap_or(&default))
    });
    for place in places {
        let name = operators.of(place.entity_type).unwrap_or(&default).name();
        work.replace(&place, name)?;
    }
    work.finish()
}

/// Turns replacements back, each kind by its operator. The places are those of the anonymized text;
/// texts and operators of the items do not matter.
///
/// # Errors
///
/// As [`anonymize`], and when a kind has no operator and there is no `DEFAULT`.
pub fn deanonymize(
    text: &str,
    items: &[OperatorResult],
    operators: &Operators,
    unit: OffsetUnit,
    random: &mut dyn RandomSource,
) -> Result<EngineResult> {
    for item in items {
        check(item.start, item.end, &item.entity_type)?;
    }
    let offsets = items.iter().flat_map(|item| [item.start, item.end]);
    let positions = Positions::new(text, unit, offsets);
    let mut order: Vec<&OperatorResult> = items.iter().collect();
    // By the start alone: what begins in one place stays in the order given.
    order.sort_by_key(|item| std::cmp::Reverse(item.start));
    let config = |entity_type: &str| {
        operators
            .of(entity_type)
            .ok_or_else(|| AnonymizerError::failed(format!("no operator for {entity_type}")))
    };
    let mut work = Work::new(&positions, random, |entity_type| {
        Operator::deanonymizer(config(entity_type)?)
    });
    for item in order {
        let place = Place {
            start: item.start,
            end: item.end,
            entity_type: &item.entity_type,
            score: item.score,
        };
        let name = operators
            .of(place.entity_type)
            .map_or("", OperatorConfig::name);
        work.replace(&place, name)?;
    }
    work.finish()
}

/// The findings with numbers for their kinds, and the kinds by number.
fn number_kinds<'t>(found: &[PiiEntity<'t>]) -> Result<(Vec<Region>, Vec<&'t str>)> {
    let mut kinds: Vec<&str> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut regions = Vec::with_capacity(found.len());
    for (source, entity) in found.iter().enumerate() {
        check(entity.start, entity.end, entity.entity_type)?;
        let kind = *numbers.entry(entity.entity_type).or_insert_with(|| {
            kinds.push(entity.entity_type);
            kinds.len() - 1
        });
        regions.push(Region {
            kind,
            start: entity.start,
            end: entity.end,
            score: entity.score,
            source,
        });
    }
    Ok((regions, kinds))
}

/// What Presidio checks when a finding is made.
fn check(start: usize, end: usize, entity_type: &str) -> Result<()> {
    if entity_type.is_empty() {
        return Err(AnonymizerError::invalid_param(
            "Invalid input, result must contain entity_type",
        ));
    }
    if start > end {
        return Err(AnonymizerError::invalid_param(format!(
            "Invalid input, start index '{start}' must be smaller than end index '{end}'"
        )));
    }
    Ok(())
}

/// A place to replace.
struct Place<'t> {
    start: usize,
    end: usize,
    entity_type: &'t str,
    score: Option<f64>,
}

/// A text being replaced from its end to its beginning.
struct Work<'w, 't, F> {
    positions: &'w Positions<'t>,
    random: &'w mut dyn RandomSource,
    /// Makes the operator of a kind.
    make: F,
    made: HashMap<&'w str, Operator>,
    /// Where the last replacement began: the text from here on is done.
    done_from: usize,
    /// What stands behind each replacement, and the replacement; the last first.
    pieces: Vec<(&'t str, usize)>,
    items: Vec<OperatorResult>,
}

impl<'w, 't, F: Fn(&str) -> Result<Operator>> Work<'w, 't, F> {
    fn new(positions: &'w Positions<'t>, random: &'w mut dyn RandomSource, make: F) -> Self {
        Self {
            positions,
            random,
            make,
            made: HashMap::new(),
            done_from: positions.length(),
            pieces: Vec::new(),
            items: Vec::new(),
        }
    }

    /// Replaces a place that begins no later than those before.
    fn replace(&mut self, place: &Place<'w>, name: &str) -> Result<()> {
        let &Place {
            start,
            end,
            entity_type,
            score,
        } = place;
        let length = self.positions.length();
        if start > length || end > length {
            return Err(AnonymizerError::invalid_param(format!(
                "Invalid analyzer result, start: {start} and end: {end}, while text length is only {length}."
            )));
        }
        // The operator sees the whole place, though what overlaps it is already gone.
        let value = self.slice(start, end)?;
        if !self.made.contains_key(entity_type) {
            self.made.insert(entity_type, (self.make)(entity_type)?);
        }
        let Some(operator) = self.made.get(entity_type) else {
            return Ok(());
        };
        let new = operator.operate(value, entity_type, &mut *self.random)?;
        let kept_from = end.min(self.done_from);
        let behind = self.slice(kept_from, self.done_from)?;
        self.pieces.push((behind, self.done_from - kept_from));
        self.done_from = start;
        self.items.push(OperatorResult {
            start: 0,
            end: self.positions.measure(&new),
            entity_type: entity_type.to_owned(),
            text: new,
            operator: name.to_owned(),
            score,
        });
        Ok(())
    }

    fn slice(&self, start: usize, end: usize) -> Result<&'t str> {
        self.positions.slice(start, end).ok_or_else(|| {
            AnonymizerError::invalid_param(format!(
                "the result from {start} to {end} begins or ends inside a character"
            ))
        })
    }

    /// Puts the pieces together and the items where they stand now.
    fn finish(mut self) -> Result<EngineResult> {
        let mut text = self.slice(0, self.done_from)?.to_owned();
        let mut position = self.done_from;
        for (item, (behind, length)) in self.items.iter_mut().zip(&self.pieces).rev() {
            text.push_str(&item.text);
            text.push_str(behind);
            item.start = position;
            item.end += position;
            position = item.end + length;
        }
        Ok(EngineResult {
            text,
            items: self.items,
        })
    }
}

//! What is counted in one text, and how counts become figures?

use std::collections::{BTreeMap, BTreeSet};

use super::{Figures, Report, canonical, is_neutral};
use crate::jsonl::{Gold, Predicted};

/// A span and its kind.
type Triple<'a> = (usize, usize, &'a str);

/// The counts of one kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    true_positives: usize,
    false_positives: usize,
    false_negatives: usize,
    characters: usize,
    hidden: usize,
    spans: usize,
    whole: usize,
}

/// The counts of all texts so far.
#[derive(Default)]
pub(super) struct Tally {
    by_type: BTreeMap<String, Counts>,
    plain: usize,
    destroyed: usize,
    texts: usize,
    texts_with_nothing_left: usize,
}

/// One text, laid out for counting.
pub(super) struct Layout<'a> {
    /// The gold spans that are not neutral.
    pub(super) wanted: BTreeSet<Triple<'a>>,
    /// The predicted spans, each once.
    pub(super) found: BTreeSet<Triple<'a>>,
    /// The label of each character.
    kinds: Vec<Option<&'a str>>,
    /// Whether some predicted span covers the character.
    covered: Vec<bool>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(gold: &'a Gold, predicted: &'a [Predicted]) -> Self {
        let length = gold.text.chars().count();
        let mut kinds = vec![None; length];
        for entity in &gold.entities {
            for kind in stretch_mut(&mut kinds, entity.start, entity.end) {
                *kind = Some(entity.entity_type.as_str());
            }
        }
        let found: BTreeSet<Triple<'_>> = predicted
            .iter()
            .map(|span| (span.start, span.end, canonical(&span.entity_type)))
            .collect();
        let mut covered = vec![false; length];
        for &(start, end, _) in &found {
            stretch_mut(&mut covered, start, end).fill(true);
        }
        let wanted = gold
            .entities
            .iter()
            .filter(|entity| !is_neutral(&entity.entity_type))
            .map(|entity| (entity.start, entity.end, entity.entity_type.as_str()))
            .collect();
        Self {
            wanted,
            found,
            kinds,
            covered,
        }
    }

    /// Whether a predicted span is wrong: its kind is one the gold uses, no gold span equals it, and
    /// it does not lie on neutral labels alone.
    pub(super) fn is_false(&self, span: &Triple<'_>, gold_types: &[&str]) -> bool {
        if !gold_types.contains(&span.2) || self.wanted.contains(span) {
            return false;
        }
        let kinds = || stretch(&self.kinds, span.0, span.1).iter().flatten();
        !kinds().any(|kind| is_neutral(kind)) || kinds().any(|kind| !is_neutral(kind))
    }
}

impl Tally {
    pub(super) fn add(&mut self, gold: &Gold, predicted: &[Predicted], gold_types: &[&str]) {
        let layout = Layout::new(gold, predicted);
        for span in &layout.wanted {
            let &(start, end, entity_type) = span;
            let hidden = stretch(&layout.covered, start, end)
                .iter()
                .filter(|&&c| c)
                .count();
            let counts = self.counts(entity_type);
            counts.characters += end - start;
            counts.hidden += hidden;
            counts.spans += 1;
            counts.whole += usize::from(hidden == end - start);
            if layout.found.contains(span) {
                counts.true_positives += 1;
            } else {
                counts.false_negatives += 1;
            }
        }
        for span in &layout.found {
            if layout.is_false(span, gold_types) {
                self.counts(span.2).false_positives += 1;
            }
        }
        let mut nothing_left = true;
        for (kind, &covered) in layout.kinds.iter().zip(&layout.covered) {
            match kind {
                None => {
                    self.plain += 1;
                    self.destroyed += usize::from(covered);
                }
                Some(kind) => nothing_left &= covered || is_neutral(kind),
            }
        }
        self.texts += 1;
        self.texts_with_nothing_left += usize::from(nothing_left);
    }

    pub(super) fn report(&self, gold_types: &[&str]) -> Report {
        Report {
            texts: self.texts,
            all: self.figures(gold_types),
            over: rate(self.destroyed, self.plain),
            texts_with_nothing_left: rate(self.texts_with_nothing_left, self.texts),
            types: gold_types
                .iter()
                .map(|&entity_type| (entity_type.to_owned(), self.figures(&[entity_type])))
                .collect(),
        }
    }

    fn counts(&mut self, entity_type: &str) -> &mut Counts {
        self.by_type.entry(entity_type.to_owned()).or_default()
    }

    pub(super) fn figures(&self, entity_types: &[&str]) -> Figures {
        let sum = |count: fn(&Counts) -> usize| -> usize {
            entity_types
                .iter()
                .filter_map(|&entity_type| self.by_type.get(entity_type))
                .map(count)
                .sum()
        };
        let right = sum(|counts| counts.true_positives);
        let wrong = sum(|counts| counts.false_positives);
        let missed = sum(|counts| counts.false_negatives);
        Figures {
            spans: sum(|counts| counts.spans),
            precision: rate(right, right + wrong),
            recall: rate(right, right + missed),
            f1: rate(2 * right, 2 * right + wrong + missed),
            hidden: rate(sum(|counts| counts.hidden), sum(|counts| counts.characters)),
            whole: rate(sum(|counts| counts.whole), sum(|counts| counts.spans)),
        }
    }
}

/// A share, rounded to four decimals with ties to even, as Python's `round` does.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn rate(part: usize, whole: usize) -> Option<f64> {
    let share = part as f64 / whole as f64;
    // Formatting rounds the exact binary value, which multiplying by 10,000 would not.
    if whole == 0 {
        None
    } else {
        format!("{share:.4}").parse().ok()
    }
}

/// The part of a slice between two positions, clamped to the slice.
fn stretch<T>(items: &[T], start: usize, end: usize) -> &[T] {
    items.get(start..end.min(items.len())).unwrap_or_default()
}

fn stretch_mut<T>(items: &mut [T], start: usize, end: usize) -> &mut [T] {
    let end = end.min(items.len());
    items.get_mut(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn shares_are_rounded_as_python_rounds() {
        // 1/32 is 0.03125 and 3/32 is 0.09375 exactly: both ties go to the even digit.
        assert_eq!(rate(1, 32), Some(0.0312));
        assert_eq!(rate(3, 32), Some(0.0938));
        assert_eq!(rate(2, 3), Some(0.6667));
        assert_eq!(rate(0, 0), None);
    }
}

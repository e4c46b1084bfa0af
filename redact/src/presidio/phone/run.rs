//! Which telephone numbers stand in a text: the search for all regions at once.
//!
//! The numbers of a region are found one behind the other, the search going on behind each number
//! found. As long as two regions agree where that is, they share the work: they are a group, and a
//! group splits only where a candidate holds a number for some of them, to join again behind it.

use std::ops::Range;

use super::candidate::{self, DigitPlaces, Symbol, count_digits};
use super::inner::{SEPARATORS, separators_among, trimmed};
use super::matcher::{FoundNumber, Matcher, Regions};
use super::shape::{holds_date, is_time_stamp};
use super::tries::Tries;

/// Every number of the text.
pub(super) fn find(matcher: &Matcher, text: &str) -> Vec<FoundNumber> {
    let mut places = DigitPlaces::new(text);
    let regions = matcher.all_regions();
    if regions == 0 || places.next(0).is_none() {
        return Vec::new();
    }
    let mut run = Run {
        matcher,
        text,
        symbols: Vec::with_capacity(64),
        groups: vec![Group { from: 0, regions }],
        tries: Tries::new(regions),
        found: Vec::new(),
    };
    while let Some(regions) = run.next_candidate(&mut places) {
        run.judge(regions);
    }
    run.found
}

/// Regions that go on searching at the same place.
struct Group {
    from: usize,
    regions: Regions,
}

/// A candidate that is taken apart.
struct Candidate<'s> {
    symbols: &'s [Symbol],
    /// The separators among the symbols, as bits.
    separators: u8,
    /// Whether it has enough digits.
    can_hold_number: bool,
}

/// One run over a text.
struct Run<'m, 't> {
    matcher: &'m Matcher,
    text: &'t str,
    symbols: Vec<Symbol>,
    groups: Vec<Group>,
    tries: Tries,
    found: Vec<FoundNumber>,
}

impl Run<'_, '_> {
    /// Reads the next candidate of the group that is farthest behind, joined by all groups that are
    /// not beyond its beginning. Answers the regions of the group.
    fn next_candidate(&mut self, places: &mut DigitPlaces<'_>) -> Option<Regions> {
        loop {
            let from = self.groups.iter().map(|group| group.from).min()?;
            let Some(digit) = places.next(from) else {
                // There is nothing left for this group.
                self.groups.retain(|group| group.from != from);
                continue;
            };
            candidate::read(self.text, from, digit, &mut self.symbols);
            let start = self.symbols.first()?.start;
            let mut regions = 0;
            self.groups.retain(|group| {
                let joins = group.from <= start;
                if joins {
                    regions |= group.regions;
                }
                !joins
            });
            let regions = self.tries.left(regions, 0);
            if regions != 0 {
                return Some(regions);
            }
        }
    }

    /// Judges the candidate read last.
    fn judge(&mut self, mut regions: Regions) {
        let symbols = std::mem::take(&mut self.symbols);
        let end = symbols.last().map_or(self.text.len(), Symbol::end);
        let behind = self.text.get(end..).unwrap_or_default();
        let separators = separators_among(&symbols);
        let mut spent = 0;
        let is_date = separators & 1 != 0 && holds_date(&symbols);
        if !is_date && !is_time_stamp(&symbols, behind) {
            let can_hold_number = count_digits(&symbols) >= self.matcher.fewest_digits;
            if can_hold_number {
                self.try_part(&symbols, &mut regions, spent);
            }
            if regions != 0 && separators != 0 {
                let candidate = Candidate {
                    symbols: &symbols,
                    separators,
                    can_hold_number,
                };
                self.try_inner_parts(&candidate, &mut regions, &mut spent);
            }
        }
        if regions != 0 {
            self.tries.spend(regions, spent + 1);
            self.go_on(end, regions);
        }
        self.symbols = symbols;
    }

    /// Tries the parts of a candidate that is no number as a whole. If it cannot hold a number, the
    /// tries are spent all the same.
    fn try_inner_parts(
        &mut self,
        candidate: &Candidate<'_>,
        regions: &mut Regions,
        spent: &mut i64,
    ) {
        let symbols = candidate.symbols;
        for (separator, number) in SEPARATORS.into_iter().zip(0..) {
            if candidate.separators >> number & 1 == 0 {
                continue;
            }
            let mut from = 0;
            // Regions without a try left are done with the separator, but not with the candidate.
            let mut out = 0;
            while let Some((at, part)) = separator.next(symbols, from) {
                let mut active = self.tries.left(*regions & !out, *spent);
                out = *regions & !active;
                if active == 0 {
                    break;
                }
                if from == 0 {
                    self.try_inner_part(candidate, 0..at, &mut active, *spent);
                    *spent += 1;
                }
                self.try_inner_part(candidate, part, &mut active, *spent);
                *spent += 1;
                *regions = active | out;
                from = at + 1;
            }
        }
    }

    fn try_inner_part(
        &mut self,
        candidate: &Candidate<'_>,
        part: Range<usize>,
        regions: &mut Regions,
        spent: i64,
    ) {
        let symbols = candidate.symbols;
        let part = symbols.get(trimmed(symbols, part)).unwrap_or_default();
        // The whole has been tried.
        if candidate.can_hold_number && part.len() < symbols.len() {
            self.try_part(part, regions, spent);
        }
    }

    /// Takes the regions out for which the part is a number, and notes it.
    fn try_part(&mut self, part: &[Symbol], regions: &mut Regions, spent: i64) {
        if *regions == 0 {
            return;
        }
        let (accepted, number) = self.matcher.accept(self.text, part, *regions);
        if let (Some(number), Some(first), Some(last)) = (number, part.first(), part.last()) {
            self.found.push(FoundNumber {
                start: first.start,
                end: last.end(),
                number,
            });
            self.tries.spend(accepted, spent);
            self.go_on(last.end(), accepted);
            *regions &= !accepted;
        }
    }

    fn go_on(&mut self, from: usize, regions: Regions) {
        match self.groups.iter_mut().find(|group| group.from == from) {
            Some(group) => group.regions |= regions,
            None => self.groups.push(Group { from, regions }),
        }
    }
}

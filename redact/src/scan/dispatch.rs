//! Which patterns could want a run of letters or digits, by its length and by what follows it.

use std::ops::RangeInclusive;

use super::PatternId;
use crate::recognizer::Then;

/// Runs of this many characters or more share one row.
pub(super) const LONGEST_RUN: usize = 64;

/// A pattern to try, and how far before the trigger it may begin.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) pattern: PatternId,
    pub(super) reach: Option<Reach>,
}

/// Which characters may stand between the start of a match and its trigger, and how many.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) class: fn(char) -> bool,
    pub(super) max: u8,
}

impl Entry {
    /// Where the match may begin whose trigger stands at `at`.
    pub(super) fn starts(self, text: &str, at: usize) -> RangeInclusive<usize> {
        self.reach.map_or(at, |reach| reach.first(text, at))..=at
    }
}

impl Reach {
    /// The first of the characters right before `at` that this reach takes, or `at` if there is none.
    pub(super) fn first(self, text: &str, at: usize) -> usize {
        text.get(..at)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(usize::from(self.max))
            .take_while(|&(_, character)| (self.class)(character))
            .last()
            .map_or(at, |(first, _)| first)
    }
}

/// Entries by the length of a run and by what follows it.
pub(super) struct DispatchTable {
    /// For each (length, follower) the end of its entries; they begin where the one before ends.
    ends: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Default)]
pub(super) struct TableBuilder {
    cells: Vec<(usize, Entry)>,
}

impl TableBuilder {
    pub(super) fn add(&mut self, lengths: (u8, u8), then: Then, entry: Entry) {
        for length in usize::from(lengths.0)..=usize::from(lengths.1).min(LONGEST_RUN) {
            for index in 0..8 {
                if then.meets(Then::from_index(index)) {
                    self.cells.push((length * 8 + index, entry));
                }
            }
        }
    }

    pub(super) fn build(mut self) -> DispatchTable {
        self.cells
            .sort_by_key(|&(cell, entry)| (cell, entry.pattern));
        let mut ends = Vec::with_capacity((LONGEST_RUN + 1) * 8);
        let mut done = 0;
        for cell in 0..(LONGEST_RUN + 1) * 8 {
            done += self
                .cells
                .get(done..)
                .unwrap_or_default()
                .partition_point(|&(other, _)| other <= cell);
            ends.push(u32::try_from(done).expect("a catalogue has far fewer patterns"));
        }
        DispatchTable {
            ends,
            entries: self.cells.into_iter().map(|(_, entry)| entry).collect(),
        }
    }
}

impl DispatchTable {
    /// What may follow a run of `length` characters that some pattern wants.
    pub(super) fn followers(&self, length: usize) -> Then {
        (0..8)
            .map(Then::from_index)
            .fold(Then::NOTHING, |wanted, then| {
                let (first, last) = self.bounds(0, length, then);
                if first == last {
                    wanted
                } else {
                    wanted.or(then)
                }
            })
    }

    /// Visits the patterns that may want the run from `start` to `end` with `then` behind it.
    #[inline]
    pub(super) fn visit(
        &self,
        text: &str,
        start: usize,
        end: usize,
        then: Then,
        visit: &mut impl FnMut(PatternId, RangeInclusive<usize>),
    ) {
        let (first, last) = self.bounds(start, end, then);
        for entry in self
            .entries
            .get(first as usize..last as usize)
            .unwrap_or_default()
        {
            visit(entry.pattern, entry.starts(text, start));
        }
    }

    #[inline]
    fn bounds(&self, start: usize, end: usize, then: Then) -> (u32, u32) {
        let cell = (end - start).min(LONGEST_RUN) * 8 + then.index();
        let first = cell.checked_sub(1).and_then(|before| self.ends.get(before));
        (
            first.map_or(0, |&end| end),
            self.ends.get(cell).map_or(0, |&end| end),
        )
    }
}

//! Which findings are left when some overlap: Presidio's strategies, in `O(n log n)`.
//!
//! The outcome depends on the order in which findings stand in the list, so that order is kept with
//! care: by place at first, and a finding that took up another moves to the end.

use std::collections::HashMap;

use super::intersections::remove_intersections;

/// What happens to findings of different kinds that overlap in part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ConflictResolutionStrategy {
    /// Both stay; where the text is replaced, the left one ends where the right one begins.
    #[default]
    MergeSimilarOrContained,
    /// The one with the lower score is cut back, on a tie the right one; what is left empty is dropped.
    RemoveIntersections,
}

/// A stretch of text of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The kind, by a number of the caller's.
    pub kind: usize,
    /// First position.
    pub start: usize,
    /// Position behind the last.
    pub end: usize,
    /// The score.
    pub score: f64,
    /// Which of the given regions the score came from, by its index.
    pub source: usize,
}

impl Region {
    fn place(&self) -> (usize, usize) {
        (self.start, self.end)
    }
}

/// Regions without conflicts, in the list order that joining over blanks and the engine go by.
pub fn resolve(mut regions: Vec<Region>, strategy: ConflictResolutionStrategy) -> Vec<Region> {
    regions.sort_by_key(Region::place);
    let regions = drop_contained(merge_kinds(regions));
    match strategy {
        ConflictResolutionStrategy::MergeSimilarOrContained => regions,
        ConflictResolutionStrategy::RemoveIntersections => remove_intersections(regions),
    }
}

/// Joins neighbours in the list that are of one kind and have only blanks (U+0020) between them,
/// and perhaps a line feed behind those.
/// The score is the later one's.
pub(super) fn join_over_blanks<'t>(
    regions: Vec<Region>,
    between: impl Fn(usize, usize) -> &'t str,
) -> Vec<Region> {
    let mut joined: Vec<Region> = Vec::with_capacity(regions.len());
    for region in regions {
        if let Some(last) = joined.last_mut()
            && last.kind == region.kind
            && is_blanks(between(last.end, region.start))
        {
            *last = Region {
                start: last.start,
                ..region
            };
        } else {
            joined.push(region);
        }
    }
    joined
}

/// Blanks, and a line feed may follow them: the `$` of Presidio's pattern matches before one.
fn is_blanks(gap: &str) -> bool {
    let gap = gap.strip_suffix('\n').unwrap_or(gap);
    !gap.is_empty() && gap.bytes().all(|byte| byte == b' ')
}

/// Unites each region with the one of its kind before it when they share a position.
fn merge_kinds(sorted: Vec<Region>) -> Vec<Region> {
    let mut slot_of_kind: HashMap<usize, usize> = HashMap::new();
    let mut slots: Vec<Option<Region>> = Vec::with_capacity(sorted.len());
    for mut region in sorted {
        let slot = slot_of_kind.insert(region.kind, slots.len());
        if let Some(before) = slot.and_then(|index| slots.get_mut(index))
            && let Some(earlier) = before.take_if(|earlier| overlap(earlier, &region))
        {
            region.start = earlier.start;
            region.end = region.end.max(earlier.end);
            if earlier.score >= region.score {
                (region.score, region.source) = (earlier.score, earlier.source);
            }
        }
        slots.push(Some(region));
    }
    slots.into_iter().flatten().collect()
}

fn overlap(earlier: &Region, later: &Region) -> bool {
    later.start < earlier.end.min(later.end)
}

/// Drops every region that lies in another. Of regions in the same place the one with the highest
/// score is left, on a tie the last of the list.
fn drop_contained(regions: Vec<Region>) -> Vec<Region> {
    let mut order: Vec<usize> = (0..regions.len()).collect();
    let place = |&index: &usize| {
        regions
            .get(index)
            .map_or((0, std::cmp::Reverse(0)), |region| {
                (region.start, std::cmp::Reverse(region.end))
            })
    };
    order.sort_by_key(place);
    let mut kept = vec![false; regions.len()];
    // The end of the furthest region that begins before, or in the same place and ends behind.
    let mut covered: Option<usize> = None;
    for group in order.chunk_by(|left, right| place(left) == place(right)) {
        let Some(end) = group
            .first()
            .and_then(|&index| regions.get(index))
            .map(|region| region.end)
        else {
            continue;
        };
        if covered.is_some_and(|covered| covered >= end) {
            continue;
        }
        covered = Some(end);
        let mut best: Option<(usize, f64)> = None;
        for &index in group {
            if let Some(region) = regions.get(index)
                && best.is_none_or(|(_, score)| region.score >= score)
            {
                best = Some((index, region.score));
            }
        }
        if let Some(flag) = best.and_then(|(index, _)| kept.get_mut(index)) {
            *flag = true;
        }
    }
    regions
        .into_iter()
        .zip(kept)
        .filter_map(|(region, kept)| kept.then_some(region))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Presidio's way, quadratic and more: neighbours are cut, the list is sorted, and so on.
    fn slowly(mut regions: Vec<Region>, strategy: ConflictResolutionStrategy) -> Vec<Region> {
        regions.sort_by_key(Region::place);
        let mut merged: Vec<Region> = Vec::new();
        for mut region in regions {
            let before = merged.iter().rposition(|other| other.kind == region.kind);
            if let Some(index) = before.filter(|&index| overlap(&merged[index], &region)) {
                let earlier = merged.remove(index);
                region.start = earlier.start;
                region.end = region.end.max(earlier.end);
                if earlier.score >= region.score {
                    (region.score, region.source) = (earlier.score, earlier.source);
                }
            }
            merged.push(region);
        }
        let lies_in_another = |index: usize| {
            let inner = &merged[index];
            merged.iter().enumerate().any(|(other_index, other)| {
                let inside = other.start <= inner.start && inner.end <= other.end;
                let same = other.place() == inner.place();
                other_index != index
                    && inside
                    && (!same
                        || inner.score < other.score
                        || inner.score.total_cmp(&other.score).is_eq() && index < other_index)
            })
        };
        let mut left: Vec<Region> = (0..merged.len())
            .filter(|&index| !lies_in_another(index))
            .map(|index| merged[index])
            .collect();
        if strategy == ConflictResolutionStrategy::RemoveIntersections {
            left.sort_by_key(Region::place);
            let mut index = 0;
            while index + 1 < left.len() {
                let (one, two) = (left[index], left[index + 1]);
                if one.end <= two.start {
                    index += 1;
                    continue;
                }
                if one.score >= two.score {
                    left[index + 1].start = one.end;
                } else {
                    left[index].end = two.start;
                }
                left.sort_by_key(Region::place);
            }
            left.retain(|region| region.start < region.end);
        }
        left
    }

    fn regions() -> impl Strategy<Value = Vec<Region>> {
        let region = (0..5usize, 0..20usize, 0..8usize, 0..5u8);
        prop::collection::vec(region, 0..16).prop_map(|regions| {
            let indexed = regions.into_iter().enumerate();
            indexed
                .map(|(source, (kind, start, length, score))| Region {
                    kind,
                    start,
                    end: start + length,
                    score: f64::from(score) / 4.0,
                    source,
                })
                .collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn the_sweep_answers_what_presidio_does(regions in regions()) {
            for strategy in [
                ConflictResolutionStrategy::MergeSimilarOrContained,
                ConflictResolutionStrategy::RemoveIntersections,
            ] {
                prop_assert_eq!(resolve(regions.clone(), strategy), slowly(regions.clone(), strategy));
            }
        }
    }

    #[test]
    fn blanks_join_and_other_white_space_does_not() {
        for (gap, joins) in [
            (" ", true),
            ("   ", true),
            ("  \n", true),
            ("", false),
            ("\n", false),
            (" \n\n", false),
            ("\n ", false),
            ("\u{3000}", false),
            ("\t", false),
        ] {
            assert_eq!(is_blanks(gap), joins, "{gap:?}");
        }
    }

    #[test]
    fn many_overlaps_take_no_longer_than_a_few_steps_each() {
        let scores = (1..=1000u16)
            .cycle()
            .map(|divisor| 1.0 / f64::from(divisor));
        let regions: Vec<Region> = (0..200_000usize)
            .zip(scores)
            .map(|(index, score)| Region {
                kind: index,
                start: index,
                end: index + 200_000,
                score,
                source: index,
            })
            .collect();
        let left = resolve(regions, ConflictResolutionStrategy::RemoveIntersections);
        assert!(left.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(left.len() > 1);
    }
}

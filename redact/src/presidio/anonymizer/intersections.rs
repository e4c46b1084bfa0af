//! Regions of which none lies in another, cut back until no two overlap.
//!
//! Presidio compares neighbours, cuts the one with the lower score, sorts again and goes on, which is
//! quadratic. This is the same in one sweep. Since none contains another, both starts and ends
//! ascend; from that follows, for regions that a stronger one cut at its end and that wait behind it:
//!
//! - when a still stronger region cuts the stronger one, it reaches further than all that wait, and
//!   nothing is left of them;
//! - of two that wait, the earlier comes first and wins on a tie, but nothing is left of it when the
//!   later is stronger.
//!
//! So those that can still win are a queue of falling scores, and each region enters and leaves once.

use std::collections::VecDeque;

use super::conflict::Region;

/// Cuts every overlap from the region with the lower score, on a tie from the right one, and drops
/// what is left empty. Answers them by place.
pub(super) fn remove_intersections(mut regions: Vec<Region>) -> Vec<Region> {
    regions.sort_by_key(|region| (region.start, region.end));
    let mut done: Vec<Region> = Vec::with_capacity(regions.len());
    let mut emit = |region: Region| {
        if region.start < region.end {
            done.push(region);
        }
    };
    let mut waiting: VecDeque<Region> = VecDeque::new();
    let mut current: Option<Region> = None;
    for next in regions {
        // Those that wait come before `next` when it begins behind the current one.
        while let Some(region) = current.filter(|region| region.end <= next.start) {
            emit(region);
            current = after(&region, &mut waiting);
        }
        match current.as_mut() {
            None => current = Some(next),
            Some(region) if region.score >= next.score => {
                while waiting.back().is_some_and(|last| last.score < next.score) {
                    waiting.pop_back();
                }
                waiting.push_back(next);
            }
            Some(region) => {
                region.end = next.start;
                emit(*region);
                waiting.clear();
                current = Some(next);
            }
        }
    }
    while let Some(region) = current {
        emit(region);
        current = after(&region, &mut waiting);
    }
    done
}

/// The first that waits, begun where the one before it ended.
fn after(before: &Region, waiting: &mut VecDeque<Region>) -> Option<Region> {
    waiting.pop_front().map(|region| Region {
        start: before.end,
        ..region
    })
}

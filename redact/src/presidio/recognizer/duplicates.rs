//! Which matches of one kind are duplicates of others.

use super::Match;

/// Drops each match of score 0 and each that lies within another with at least its score, and sorts
/// by score, place and length, as `EntityRecognizer.remove_duplicates` does. All matches are of one
/// kind. `O(n log n)`.
pub(crate) fn remove_duplicates(matches: &mut Vec<Match>) {
    matches.retain(|found| found.score > 0.0);
    if matches.len() > 1 {
        matches.sort_by(|one, other| {
            one.start
                .cmp(&other.start)
                .then(other.end.cmp(&one.end))
                .then(other.score.total_cmp(&one.score))
        });
        let mut cover = Cover::default();
        matches.retain(|found| cover.admits(found.end, found.score));
        matches.sort_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.start.cmp(&other.start))
                .then(other.end.cmp(&one.end))
        });
    }
}

/// The spans kept so far, of starts that only grow: a span is contained in one of them if one ends at
/// or behind its end. There are few scores, so the farthest end is kept for each.
#[derive(Default)]
pub(crate) struct Cover {
    /// Scores with the farthest end of a kept span with that score.
    ends: Vec<(f64, usize)>,
}

impl Cover {
    /// Whether a span with this end and score is kept; notes it if it is.
    pub(crate) fn admits(&mut self, end: usize, score: f64) -> bool {
        let is_covered = |&(kept, farthest): &(f64, usize)| kept >= score && farthest >= end;
        if self.ends.iter().any(is_covered) {
            return false;
        }
        match self
            .ends
            .iter_mut()
            .find(|(kept, _)| kept.total_cmp(&score).is_eq())
        {
            Some((_, farthest)) => *farthest = end.max(*farthest),
            None => self.ends.push((score, end)),
        }
        true
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.ends.clear();
    }
}

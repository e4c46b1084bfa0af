//! Which results stay when several claim the same characters: a pure function with a total order.
//!
//! The longer one wins, since a number inside a URL is part of the URL; among equals the surer one,
//! then the kind declared first. What a loser covers beyond the winner is kept as a shorter result:
//! no character that some recognizer was sure of is given up.

use std::cmp::Reverse;

use crate::text::{Original, Span};
use crate::{EntityType, Score};

/// What conflict resolution must know of a result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    pub(crate) entity_type: EntityType,
    pub(crate) span: Span<Original>,
    pub(crate) score: Score,
    /// The caller's number for this result; ties fall to the lower one.
    pub(crate) id: usize,
}

/// The claims that stand, sorted by place and disjoint, and the ids of those that fell. A claim that
/// is cut in pieces stands several times under its id.
pub(crate) fn resolve(text: &str, mut claims: Vec<Claim>) -> (Vec<Claim>, Vec<usize>) {
    // Most texts have few claims and no conflict.
    claims.sort_by_key(|claim| (claim.span.start(), claim.span.end()));
    if claims
        .windows(2)
        .all(|pair| matches!(pair, [one, two] if one.span.end() <= two.span.start()))
    {
        return (claims, Vec::new());
    }
    claims.sort_by_cached_key(|claim| {
        let kind = EntityType::BUILT_IN
            .iter()
            .position(|kind| *kind == claim.entity_type);
        (
            Reverse(claim.span.len()),
            Reverse(claim.score),
            kind.unwrap_or(usize::MAX),
            claim.span.start(),
            claim.id,
        )
    });
    let mut standing = std::collections::BTreeMap::<usize, Claim>::new();
    let mut fallen = Vec::new();
    for claim in claims {
        let mut stood = false;
        for span in free_parts(&standing, claim.span) {
            let part = text.get(span.range()).unwrap_or_default();
            if span == claim.span || part.chars().any(char::is_alphanumeric) {
                standing.insert(
                    span.start(),
                    Claim {
                        span,
                        ..claim.clone()
                    },
                );
                stood = true;
            }
        }
        if !stood {
            fallen.push(claim.id);
        }
    }
    fallen.sort_unstable();
    (standing.into_values().collect(), fallen)
}

/// The parts of `span` that no standing claim covers.
fn free_parts(
    standing: &std::collections::BTreeMap<usize, Claim>,
    span: Span<Original>,
) -> Vec<Span<Original>> {
    let mut at = span.start();
    if let Some((_, claim)) = standing.range(..=span.start()).next_back() {
        at = at.max(claim.span.end());
    }
    let mut parts = Vec::new();
    for claim in standing
        .range(span.start() + 1..span.end().max(span.start() + 1))
        .map(|(_, claim)| claim)
    {
        if at < claim.span.start() {
            parts.push(Span::new(at, claim.span.start()));
        }
        at = at.max(claim.span.end());
    }
    if at < span.end() {
        parts.push(Span::new(at, span.end()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn claim(entity_type: EntityType, start: usize, end: usize, score: f64, id: usize) -> Claim {
        Claim {
            entity_type,
            span: Span::new(start, end),
            score: Score::new(score),
            id,
        }
    }

    #[test]
    fn the_longer_wins_then_the_surer() {
        let claims = vec![
            claim(EntityType::IP_ADDRESS, 7, 14, 1.0, 0),
            claim(EntityType::URL, 0, 20, 0.6, 1),
            claim(EntityType::JP_MY_NUMBER, 30, 42, 0.5, 2),
            claim(EntityType::JP_DRIVERS_LICENSE, 30, 42, 0.8, 3),
        ];
        let (standing, fallen) = resolve(&"x".repeat(50), claims);
        assert_eq!(
            standing.iter().map(|claim| claim.id).collect::<Vec<_>>(),
            [1, 3]
        );
        assert_eq!(fallen, [0, 2]);
    }

    #[test]
    fn what_a_loser_covers_alone_stays_covered() {
        let claims = vec![
            claim(EntityType::URL, 0, 10, 0.6, 0),
            claim(EntityType::EMAIL_ADDRESS, 8, 15, 1.0, 1),
        ];
        let (standing, _) = resolve(&"x".repeat(20), claims);
        assert_eq!(standing[1].span, Span::new(10, 15));
    }

    proptest! {
        #[test]
        fn disjoint_sorted_complete_and_independent_of_order(
            spans in prop::collection::vec((0usize..40, 1usize..12, 0u8..3), 0..12),
            seed in any::<usize>(),
        ) {
            let text = "x".repeat(64);
            let claims: Vec<Claim> = spans.iter().enumerate().map(|(id, &(start, len, kind))| {
                claim(EntityType::BUILT_IN[usize::from(kind)].clone(), start, start + len, 0.5, id)
            }).collect();
            let mut turned = claims.clone();
            if !turned.is_empty() {
                let by = seed % turned.len();
                turned.rotate_left(by);
            }
            let (standing, _) = resolve(&text, claims.clone());
            prop_assert_eq!(&resolve(&text, turned).0, &standing);
            for pair in standing.windows(2) {
                prop_assert!(pair[0].span.end() <= pair[1].span.start());
            }
            for place in 0..64 {
                let wanted = claims.iter().any(|claim| claim.span.range().contains(&place));
                let kept = standing.iter().any(|claim| claim.span.range().contains(&place));
                prop_assert_eq!(wanted, kept);
            }
        }
    }
}

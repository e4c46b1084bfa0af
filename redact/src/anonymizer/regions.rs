//! Which parts of a text are covered, when results overlap.
//!
//! Nothing that some result covers stays uncovered: results of one kind that overlap become one,
//! a result inside another goes with it, and of two kinds that overlap in part the later one keeps
//! what the earlier one does not cover.

use crate::text::{Original, Span};
use crate::{Error, ErrorKind, RecognizerResult, Result};

/// A covered part of the text, and the result that decides how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) span: Span<Original>,
    /// The index of the result.
    pub(super) result: usize,
}

/// The covered parts: disjoint, ascending, not empty, on character boundaries. A result that
/// `keeps` says leaves its text as it is yields to every other one.
///
/// # Errors
///
/// When a result is not of this text: out of its bounds or inside a character.
pub(super) fn regions(
    text: &str,
    results: &[RecognizerResult],
    keeps: impl Fn(&RecognizerResult) -> bool,
) -> Result<Vec<Region>> {
    let mut order: Vec<Region> = Vec::with_capacity(results.len());
    let mut kept: Vec<Region> = Vec::new();
    for (index, result) in results.iter().enumerate() {
        if text.get(result.span.range()).is_none() {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "result {index} ({}) does not fit this text of {} bytes; results belong to the text they were found in",
                    result.entity_type,
                    text.len()
                ),
            ));
        }
        let region = Region {
            span: result.span,
            result: index,
        };
        if result.span.is_empty() {
            continue;
        }
        if keeps(result) {
            kept.push(region);
        } else {
            order.push(region);
        }
    }
    let mut covered = merged(order, results);
    if !kept.is_empty() {
        for region in merged(kept, results) {
            let place = covered.partition_point(|other| other.span.end() <= region.span.start());
            if !covered
                .get(place)
                .is_some_and(|other| other.span.overlaps(region.span))
            {
                covered.insert(place, region);
            }
        }
    }
    Ok(covered)
}

fn merged(mut order: Vec<Region>, results: &[RecognizerResult]) -> Vec<Region> {
    let score = |region: &Region| results.get(region.result).map(|result| result.score);
    // Of equal spans the surer one comes first, then the one named first.
    order.sort_by(|left, right| {
        (left.span.start().cmp(&right.span.start()))
            .then(right.span.end().cmp(&left.span.end()))
            .then(score(right).cmp(&score(left)))
            .then(left.result.cmp(&right.result))
    });
    let kind = |region: &Region| results.get(region.result).map(|result| &result.entity_type);
    let mut covered: Vec<Region> = Vec::with_capacity(order.len());
    for region in order {
        match covered.last_mut() {
            Some(last) if region.span.start() < last.span.end() => {
                if region.span.end() <= last.span.end() {
                    continue;
                }
                if kind(last) == kind(&region) {
                    last.span = Span::new(last.span.start(), region.span.end());
                } else {
                    let span = Span::new(last.span.end(), region.span.end());
                    covered.push(Region { span, ..region });
                }
            }
            _ => covered.push(region),
        }
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EntityType, Score};

    fn result(kind: EntityType, start: usize, end: usize, score: f64) -> RecognizerResult {
        RecognizerResult {
            entity_type: kind,
            span: Span::new(start, end),
            score: Score::saturating(score),
            recognizer: "test".into(),
        }
    }

    fn spans(results: &[RecognizerResult]) -> Vec<(usize, usize, usize)> {
        regions("0123456789", results, |result| {
            result.entity_type == EntityType::URL
        })
        .expect("the results fit")
        .iter()
        .map(|region| (region.span.start(), region.span.end(), region.result))
        .collect()
    }

    #[test]
    fn overlaps_leave_nothing_uncovered() {
        let (mail, phone) = (EntityType::EMAIL_ADDRESS, EntityType::PHONE_NUMBER);
        assert_eq!(
            spans(&[
                result(mail.clone(), 4, 8, 0.5),
                result(mail.clone(), 2, 6, 0.9)
            ]),
            [(2, 8, 1)]
        );
        assert_eq!(
            spans(&[
                result(mail.clone(), 0, 6, 0.5),
                result(phone.clone(), 4, 9, 0.9)
            ]),
            [(0, 6, 0), (6, 9, 1)]
        );
        assert_eq!(
            spans(&[
                result(phone.clone(), 2, 3, 1.0),
                result(mail.clone(), 0, 6, 0.1)
            ]),
            [(0, 6, 1)]
        );
        assert_eq!(
            spans(&[result(mail, 0, 6, 0.1), result(phone, 0, 6, 0.2)]),
            [(0, 6, 1)]
        );
    }

    #[test]
    fn a_kept_result_yields() {
        let (mail, url) = (EntityType::EMAIL_ADDRESS, EntityType::URL);
        assert_eq!(
            spans(&[
                result(url.clone(), 0, 8, 1.0),
                result(mail.clone(), 3, 4, 0.1),
                result(url, 8, 9, 1.0)
            ]),
            [(3, 4, 1), (8, 9, 2)]
        );
    }

    #[test]
    fn results_of_another_text_are_refused() {
        let far = result(EntityType::PERSON, 3, 11, 1.0);
        assert!(regions("0123456789", std::slice::from_ref(&far), |_| false).is_err());
        let inside = result(EntityType::PERSON, 1, 3, 1.0);
        assert!(regions("山田", &[inside], |_| false).is_err());
    }
}

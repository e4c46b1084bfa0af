//! How good are the predicted spans?
//!
//! Two questions are kept apart. *Exact* figures (precision, recall, F1) ask whether span and kind
//! are right; *hidden* and *whole* ask what a reader of the redacted text still sees, whatever the
//! kind. `over` is the price: plain text that was destroyed. Offsets are code points throughout.
//!
//! Labels `IGNORE` and `LOCATION` are neutral: finding them or not costs nothing. So are predicted
//! kinds that the gold never uses, except that what they cover counts as hidden.

mod examples;
mod table;
mod tally;

use std::collections::{BTreeMap, HashSet};

pub use examples::{Example, examples};

use crate::jsonl::{Gold, Predicted, Prediction};
use tally::Tally;

const NEUTRAL: [&str; 2] = ["IGNORE", "LOCATION"];
const ALIASES: [(&str, &str); 1] = [("DATE_OF_BIRTH", "BIRTH_DATE")];

/// The figures of one kind, or of all kinds together. A figure without a denominator is `None`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Figures {
    /// Gold spans.
    pub spans: usize,
    /// Share of predicted spans that are right.
    pub precision: Option<f64>,
    /// Share of gold spans that were found exactly.
    pub recall: Option<f64>,
    /// Harmonic mean of both.
    pub f1: Option<f64>,
    /// Share of gold characters that any predicted span covers.
    pub hidden: Option<f64>,
    /// Share of gold spans covered to the last character.
    pub whole: Option<f64>,
}

/// The figures of a set of texts, rounded to four decimals.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Report {
    /// How many texts.
    pub texts: usize,
    /// All kinds together.
    pub all: Figures,
    /// Share of plain characters that were covered.
    pub over: Option<f64>,
    /// Share of texts in which every gold character is covered.
    pub texts_with_nothing_left: Option<f64>,
    /// The figures by kind.
    pub types: BTreeMap<String, Figures>,
}

/// Predictions and texts that do not pair up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{gold} gold texts but {predicted} predicted: they must pair up")]
pub struct PairError {
    gold: usize,
    predicted: usize,
}

/// Puts the predictions in the order of the gold texts: by id where every prediction has one of its
/// own, else by position. A text without a prediction gets an empty one.
///
/// # Errors
///
/// When positions decide and the numbers of texts differ.
pub fn pair(gold: &[Gold], predicted: Vec<Prediction>) -> Result<Vec<Vec<Predicted>>, PairError> {
    let ids: HashSet<&str> = predicted.iter().filter_map(|p| p.id.as_deref()).collect();
    if ids.len() == predicted.len() {
        let mut by_id: BTreeMap<String, Vec<Predicted>> = predicted
            .into_iter()
            .filter_map(|prediction| Some((prediction.id?, prediction.results)))
            .collect();
        return Ok(gold
            .iter()
            .map(|text| by_id.remove(&text.id).unwrap_or_default())
            .collect());
    }
    if predicted.len() != gold.len() {
        return Err(PairError {
            gold: gold.len(),
            predicted: predicted.len(),
        });
    }
    Ok(predicted
        .into_iter()
        .map(|prediction| prediction.results)
        .collect())
}

/// Scores predictions, one list a gold text and in the same order (see [`pair`]).
///
/// ```
/// use corpus::jsonl::{Gold, Predicted};
///
/// let labelled = corpus::label::parse("<PERSON>山田 太郎</PERSON>です")?;
/// let gold = [Gold { id: String::new(), text: labelled.text, entities: labelled.entities }];
/// let family_name = Predicted { start: 0, end: 2, entity_type: "PERSON".to_owned() };
/// let report = corpus::score::score(&gold, &[vec![family_name]]);
/// assert_eq!(report.all.recall, Some(0.0));
/// assert_eq!(report.all.hidden, Some(0.4));
/// # Ok::<(), corpus::label::LabelError>(())
/// ```
pub fn score(gold: &[Gold], predicted: &[Vec<Predicted>]) -> Report {
    let types = gold_types(gold);
    tally(gold, predicted, &types).report(&types)
}

/// The figures of some kinds taken together: those that `belongs` says yes to.
pub fn figures_of(
    gold: &[Gold],
    predicted: &[Vec<Predicted>],
    belongs: impl Fn(&str) -> bool,
) -> Figures {
    let types = gold_types(gold);
    let some: Vec<_> = types.iter().copied().filter(|kind| belongs(kind)).collect();
    tally(gold, predicted, &types).figures(&some)
}

fn tally(gold: &[Gold], predicted: &[Vec<Predicted>], types: &[&str]) -> Tally {
    let mut tally = Tally::default();
    for (text, found) in gold.iter().zip(predicted) {
        tally.add(text, found, types);
    }
    tally
}

/// The kinds that the gold uses, without the neutral ones, in order.
fn gold_types(gold: &[Gold]) -> Vec<&str> {
    let mut types: Vec<&str> = gold
        .iter()
        .flat_map(|text| &text.entities)
        .map(|entity| entity.entity_type.as_str())
        .filter(|entity_type| !is_neutral(entity_type))
        .collect();
    types.sort_unstable();
    types.dedup();
    types
}

fn is_neutral(entity_type: &str) -> bool {
    NEUTRAL.contains(&entity_type)
}

fn canonical(entity_type: &str) -> &str {
    ALIASES
        .iter()
        .find(|(alias, _)| *alias == entity_type)
        .map_or(entity_type, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(id: &str) -> Gold {
        Gold {
            id: id.to_owned(),
            text: "あいう".to_owned(),
            entities: Vec::new(),
        }
    }

    fn prediction(id: Option<&str>, start: usize) -> Prediction {
        Prediction {
            id: id.map(str::to_owned),
            results: vec![Predicted {
                start,
                end: start + 1,
                entity_type: "PERSON".to_owned(),
            }],
        }
    }

    #[test]
    fn a_group_counts_its_own_kinds_alone() {
        let labelled =
            crate::label::parse("<PERSON>山田</PERSON> <PHONE_NUMBER>119</PHONE_NUMBER>").unwrap();
        let gold = [Gold {
            id: String::new(),
            text: labelled.text,
            entities: labelled.entities,
        }];
        let number = Predicted {
            start: 3,
            end: 6,
            entity_type: "PHONE_NUMBER".to_owned(),
        };
        let predicted = [vec![number]];
        let figures = figures_of(&gold, &predicted, |kind| kind != "PERSON");
        assert_eq!((figures.spans, figures.f1), (1, Some(1.0)));
        assert_eq!(figures_of(&gold, &predicted, |_| true).recall, Some(0.5));
    }

    #[test]
    fn ids_pair_in_any_order_and_may_be_missing() {
        let paired = pair(
            &[gold("a"), gold("b"), gold("c")],
            vec![prediction(Some("c"), 1), prediction(Some("a"), 0)],
        )
        .unwrap();
        let starts: Vec<_> = paired
            .iter()
            .map(|found| found.first().map(|p| p.start))
            .collect();
        assert_eq!(starts, [Some(0), None, Some(1)]);
    }

    #[test]
    fn without_ids_the_numbers_must_match() {
        assert!(pair(&[gold("a")], vec![prediction(None, 0)]).is_ok());
        let error = pair(&[gold("a")], vec![prediction(None, 0), prediction(None, 0)]);
        assert_eq!(
            error.unwrap_err().to_string(),
            "1 gold texts but 2 predicted: they must pair up"
        );
    }
}

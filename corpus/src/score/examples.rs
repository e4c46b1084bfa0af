//! Which spans were missed and which were found wrongly?

use std::collections::BTreeMap;
use std::fmt;

use super::gold_types;
use super::tally::Layout;
use crate::jsonl::{Gold, Predicted};

/// How many characters of the neighbourhood are shown.
const AROUND: usize = 12;

/// One miss or one false hit, with its surroundings. It shows text of the corpus, which is invented;
/// that is why this type, unlike those that hold a user's data, can be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Example {
    /// Whether a gold span was missed; otherwise a predicted span is false.
    pub missed: bool,
    /// The kind.
    pub entity_type: String,
    /// The name of the text.
    pub id: String,
    /// The span's own text.
    pub surface: String,
    /// The span with its neighbourhood on one line.
    pub around: String,
}

impl fmt::Display for Example {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            entity_type,
            id,
            surface,
            around,
            ..
        } = self;
        let title = if self.missed { "missed" } else { "false" };
        write!(
            formatter,
            "{title} {entity_type} [{id}] {surface:?} in …{around}…"
        )
    }
}

/// Up to `limit` misses and `limit` false hits of each kind: all misses first, then by kind.
pub fn examples(gold: &[Gold], predicted: &[Vec<Predicted>], limit: usize) -> Vec<Example> {
    let types = gold_types(gold);
    let mut by_kind: BTreeMap<(bool, &str), Vec<Example>> = BTreeMap::new();
    for (text, found) in gold.iter().zip(predicted) {
        let layout = Layout::new(text, found);
        let missed = layout
            .wanted
            .difference(&layout.found)
            .map(|span| (true, span));
        let wrong = layout
            .found
            .iter()
            .filter(|span| layout.is_false(span, &types));
        for (missed, &(start, end, entity_type)) in missed.chain(wrong.map(|span| (false, span))) {
            // `false` sorts first, and misses are to be shown first.
            let listed = by_kind.entry((!missed, entity_type)).or_default();
            if listed.len() < limit {
                listed.push(Example {
                    missed,
                    entity_type: entity_type.to_owned(),
                    id: text.id.clone(),
                    surface: cut(&text.text, start, end),
                    around: cut(&text.text, start.saturating_sub(AROUND), end + AROUND)
                        .replace('\n', "⏎"),
                });
            }
        }
    }
    by_kind.into_values().flatten().collect()
}

fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars()
        .skip(start)
        .take(end.saturating_sub(start))
        .collect()
}

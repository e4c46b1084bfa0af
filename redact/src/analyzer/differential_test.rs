//! The scan proposes places; trying every rule's pattern at every place must find the same.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::verify::{RawFind, Verifier};
use super::{AnalyzerEngine, AnalyzerRequest, Decisions};
use crate::recognizer::Anchor;
use crate::recognizers::catalogue;
use crate::scan::value_start;
use crate::{EntityType, Score};

/// An engine with every rule, and the entities that turn on those that are off by default. Shared, so
/// that each pattern is compiled once.
fn engine_and_entities() -> &'static (AnalyzerEngine, Vec<EntityType>) {
    static SHARED: OnceLock<(AnalyzerEngine, Vec<EntityType>)> = OnceLock::new();
    SHARED.get_or_init(|| {
        let engine = AnalyzerEngine::builder()
            .score_threshold(Score::ZERO)
            .build()
            .unwrap();
        (
            engine,
            catalogue().map(|rule| rule.entity.clone()).collect(),
        )
    })
}

fn sorted(mut finds: Vec<RawFind>) -> Vec<RawFind> {
    finds.sort_by_key(|find| (find.rule, find.pattern, find.span));
    finds
}

fn by_candidates(
    engine: &AnalyzerEngine,
    request: &AnalyzerRequest<'_>,
    text: &str,
) -> Vec<RawFind> {
    let mut verifier = Verifier::new(&engine.rules, text, request);
    let mut decisions = Decisions::default();
    engine.rules.scanner(request).scan(text, |pattern, starts| {
        verifier.try_pattern(pattern, starts, &mut decisions);
    });
    sorted(verifier.into_finds())
}

/// Tries every pattern at every character, as a search with each rule's pattern would. The one thing
/// that is not in the pattern is what a label anchor says: that its value stands behind a label.
fn by_trying_everywhere(
    engine: &AnalyzerEngine,
    request: &AnalyzerRequest<'_>,
    text: &str,
) -> Vec<RawFind> {
    let mut verifier = Verifier::new(&engine.rules, text, request);
    let mut decisions = Decisions::default();
    for (id, pattern) in (0u16..).zip(&engine.rules.patterns) {
        let anchors = pattern.spec.anchors;
        for (start, _) in text.char_indices() {
            if anchors.iter().all(|anchor| may_begin(text, start, anchor)) {
                verifier.try_pattern(id, start..=start, &mut decisions);
            }
        }
    }
    sorted(verifier.into_finds())
}

fn may_begin(text: &str, start: usize, anchor: &Anchor) -> bool {
    let Anchor::Label(labels) = anchor else {
        return true;
    };
    labels.iter().any(|label| {
        let label = label.to_ascii_lowercase();
        text.to_ascii_lowercase()
            .match_indices(&label)
            .any(|(at, _)| {
                let begins_run = !label.as_bytes()[0].is_ascii_alphanumeric()
                    || !text[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
                begins_run && value_start(text, at + label.len()) == start
            })
    })
}

fn assert_same(engine: &AnalyzerEngine, entities: &[EntityType], text: &str) {
    let request = AnalyzerRequest {
        entities: Some(entities),
        ..AnalyzerRequest::default()
    };
    let text = crate::text::NormalizedText::new(text);
    let candidates = by_candidates(engine, &request, text.as_str());
    let everywhere = by_trying_everywhere(engine, &request, text.as_str());
    if candidates != everywhere {
        let name = |find: &RawFind| {
            let spec = engine.rules.rules[usize::from(find.rule)];
            format!(
                "{}/{}",
                spec.id,
                spec.patterns[usize::from(find.pattern)].name
            )
        };
        let one_sided: Vec<String> = candidates
            .iter()
            .filter(|find| !everywhere.contains(find))
            .map(|find| format!("only by candidates: {} {:?}", name(find), find.span))
            .chain(
                everywhere
                    .iter()
                    .filter(|find| !candidates.contains(find))
                    .map(|find| {
                        format!("only by trying everywhere: {} {:?}", name(find), find.span)
                    }),
            )
            .collect();
        panic!("{one_sided:#?} in {:?}", text.as_str());
    }
}

/// Every text that stands in a rule.
fn texts_of_rules() -> Vec<String> {
    catalogue()
        .flat_map(|rule| {
            let examples = rule.examples.iter().map(|example| example.text);
            let counters = rule.counter_examples.iter().map(|counter| counter.text);
            examples
                .chain(counters)
                .chain(rule.known_gaps.iter().map(|gap| gap.text))
        })
        .map(|text| text.replace(['«', '»'], ""))
        .collect()
}

#[test]
fn candidates_are_complete_on_the_texts_of_all_rules() {
    let (engine, entities) = engine_and_entities();
    for text in texts_of_rules() {
        assert_same(engine, entities, &text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn candidates_are_complete_on_texts_glued_together(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
        glue in "[ -~あ年\n]{0,3}",
    ) {
        let (engine, entities) = engine_and_entities();
        let texts = texts_of_rules();
        // Pieces of rules' texts, cut anywhere: matches meet what they never met in one example.
        let pieces: Vec<String> = picks.iter().map(|(text, from, to)| {
            let characters: Vec<char> = texts[text.index(texts.len())].chars().collect();
            let (from, to) = (from.index(characters.len() + 1), to.index(characters.len() + 1));
            characters[from.min(to)..from.max(to)].iter().collect()
        }).collect();
        assert_same(engine, entities, &pieces.join(&glue));
    }

    #[test]
    fn candidates_are_complete_on_noise(text in "[0-9A-Za-z@:./+() -]{0,60}|.{0,40}") {
        let (engine, entities) = engine_and_entities();
        assert_same(engine, entities, &text);
    }
}

//! Presidio's context enhancer: words near a result that belong to its recognizer raise its score.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::super::Match;
use super::Recognizer;
use super::words::{is_keyword, token_after, token_at, token_before};

/// How context raises scores, with Presidio's parameters and defaults. The lemma of a word is the word
/// in lower case, which needs no model.
#[derive(Clone, Debug, PartialEq)]
pub struct LemmaContextAwareEnhancer {
    /// What a context word adds.
    pub context_similarity_factor: f64,
    /// The least score of a result with a context word.
    pub min_score_with_context_similarity: f64,
    /// How many words before the one where the result begins.
    pub context_prefix_count: usize,
    /// How many words behind it.
    pub context_suffix_count: usize,
    /// How a context word must match.
    pub context_matching_mode: ContextMatching,
}

/// How a context word must match a word of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContextMatching {
    /// Anywhere in it.
    #[default]
    Substring,
    /// As the whole of it.
    WholeWord,
}

impl Default for LemmaContextAwareEnhancer {
    fn default() -> Self {
        Self {
            context_similarity_factor: 0.35,
            min_score_with_context_similarity: 0.4,
            context_prefix_count: 5,
            context_suffix_count: 0,
            context_matching_mode: ContextMatching::Substring,
        }
    }
}

/// Words longer than this are compared once for each recognizer, not for each result.
const LONG_WORD: usize = 64;

/// A context word in lower case.
pub(super) struct ContextWord {
    word: String,
    /// Which bytes it holds.
    bytes: ByteSet,
}

/// Which bytes a word holds, as bits; several bytes share one. A word only stands in another whose set
/// holds its own, and that is quickly seen.
type ByteSet = u32;

fn byte_set(word: &str) -> ByteSet {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

impl ContextWord {
    pub(super) fn new(word: &str) -> Self {
        let word = word.to_lowercase();
        Self {
            bytes: byte_set(&word),
            word,
        }
    }
}

/// Whether a byte is ASCII or of a character in U+3000..=U+9FFF, where no letter has a case, if all
/// other bytes of the word are.
fn has_ascii_case(byte: u8) -> bool {
    matches!(byte, 0..=0xBF | 0xE3..=0xE9)
}

/// A word of the text in lower case, mostly kept without allocation.
struct Lowered<'t> {
    word: Cow<'t, str>,
    bytes: ByteSet,
}

impl<'t> Lowered<'t> {
    fn new(word: &str, room: &'t mut [u8; LONG_WORD]) -> Self {
        let word = match room.get_mut(..word.len()) {
            Some(room) if word.bytes().all(has_ascii_case) => {
                room.copy_from_slice(word.as_bytes());
                room.make_ascii_lowercase();
                Cow::Borrowed(std::str::from_utf8(room).unwrap_or_default())
            }
            _ => Cow::Owned(word.to_lowercase()),
        };
        Self {
            bytes: byte_set(&word),
            word,
        }
    }

    fn matches(&self, mode: ContextMatching, wanted: &ContextWord) -> bool {
        wanted.bytes & !self.bytes == 0
            && match mode {
                ContextMatching::Substring => self.word.contains(&*wanted.word),
                ContextMatching::WholeWord => self.word == wanted.word,
            }
    }
}

/// The context of one text.
pub(super) struct Context<'e, 't> {
    enhancer: &'e LemmaContextAwareEnhancer,
    text: &'t str,
    /// The caller's words in lower case.
    words: Vec<String>,
    /// For long words which context words of a recognizer they hold.
    known: HashMap<(usize, usize), Vec<bool>>,
    /// The words near the last result.
    near: Vec<Range<usize>>,
}

impl<'e, 't> Context<'e, 't> {
    pub(super) fn new(
        enhancer: &'e LemmaContextAwareEnhancer,
        text: &'t str,
        words: &[String],
    ) -> Self {
        Self {
            enhancer,
            text,
            words: words.iter().map(|word| word.to_lowercase()).collect(),
            known: HashMap::new(),
            near: Vec::new(),
        }
    }

    /// The score of a match with its context, and the word that raised it.
    pub(super) fn enhanced(
        &mut self,
        recognizer: &Recognizer,
        found: &Match,
    ) -> (f64, Option<Arc<str>>) {
        if recognizer.context().is_empty() {
            return (found.score, None);
        }
        let supportive = self.supportive_word(recognizer, found.start);
        let Some(word) = supportive.and_then(|place| recognizer.context().get(place)) else {
            return (found.score, None);
        };
        let raised = (found.score + self.enhancer.context_similarity_factor)
            .max(self.enhancer.min_score_with_context_similarity)
            .min(1.0);
        (raised, Some(Arc::clone(word)))
    }

    /// The first of the recognizer's context words that stands near the byte `start`.
    fn supportive_word(&mut self, recognizer: &Recognizer, start: usize) -> Option<usize> {
        let context = recognizer.lowered_context();
        let mode = self.enhancer.context_matching_mode;
        let mut best = context.len();
        let mut room = [0; LONG_WORD];
        for word in &self.words {
            let word = Lowered::new(word, &mut room);
            let limit = context.get(..best).unwrap_or_default();
            best = limit
                .iter()
                .position(|wanted| word.matches(mode, wanted))
                .unwrap_or(best);
        }
        self.find_tokens_near(start);
        for token in &self.near {
            let word = self.text.get(token.clone()).unwrap_or_default();
            let limit = context.get(..best).unwrap_or_default();
            if limit.is_empty() {
                break;
            }
            best = if word.len() <= LONG_WORD {
                let word = Lowered::new(word, &mut room);
                limit.iter().position(|wanted| word.matches(mode, wanted))
            } else {
                let key = (std::ptr::from_ref(recognizer).addr(), token.start);
                let held = self.known.entry(key).or_insert_with(|| {
                    let word = Lowered::new(word, &mut room);
                    context
                        .iter()
                        .map(|wanted| word.matches(mode, wanted))
                        .collect()
                });
                held.iter().take(best).position(|&is_held| is_held)
            }
            .unwrap_or(best);
        }
        (best < context.len()).then_some(best)
    }

    /// The words around the one where a result begins, that one included.
    fn find_tokens_near(&mut self, start: usize) {
        self.near.clear();
        let Some(own) = token_at(self.text, start) else {
            return;
        };
        let mut near = std::mem::take(&mut self.near);
        let limit = self.enhancer.context_prefix_count.saturating_add(1);
        let mut token = Some(own.clone());
        while let Some(here) = token
            && near.len() < limit
        {
            token = token_before(self.text, here.start);
            if self.counts(&here) {
                near.push(here);
            }
        }
        let limit = near
            .len()
            .saturating_add(self.enhancer.context_suffix_count);
        let mut token = token_after(self.text, own.end);
        // The result's own word is counted in both directions.
        let limit = if self.counts(&own) {
            limit
        } else {
            limit.saturating_add(1)
        };
        while let Some(here) = token
            && near.len() < limit
        {
            token = token_after(self.text, here.end);
            if self.counts(&here) {
                near.push(here);
            }
        }
        self.near = near;
    }

    /// Whether a token is one of the text's keywords.
    fn counts(&self, token: &Range<usize>) -> bool {
        let word = self.text.get(token.clone()).unwrap_or_default();
        is_keyword(word) && !word.eq_ignore_ascii_case("be")
    }
}

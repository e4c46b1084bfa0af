//! Words around a match that say what it is.
//!
//! Japanese mail labels its values (`口座番号：1234567`), and the same shape means another thing behind
//! another label (`注文番号：1234567`). So the question is not whether some word stands near, but which
//! of the words that a rule knows stands **nearest before** the match. Latin words count whole,
//! Japanese words anywhere, since nothing parts them.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::recognizer::RecognizerSpec;
use crate::text::{Normalized, Span};
use crate::{Error, ErrorKind, Result, Score};

/// How many bytes before a match are looked at: about thirty kana, three label columns.
const BEFORE: usize = 96;
/// How many bytes behind a match are looked at.
const AFTER: usize = 36;
/// Over how many line breaks a label reaches.
const LINE_BREAKS: usize = 2;
/// What a context word adds to a score, and the least it lifts it to: Presidio's values.
const BOOST: f64 = 0.35;
const LEAST_WITH_CONTEXT: f64 = 0.4;

/// What stands around a match, from the view of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence<'e> {
    /// A context word of the rule, the nearest.
    Supports(&'e str),
    /// A counter word of the rule, nearer than any context word.
    Counters(&'e str),
    /// Neither.
    None,
}

/// The score of a match that context supports.
pub(crate) fn raised(score: Score) -> Score {
    Score::saturating((score.value() + BOOST).max(LEAST_WITH_CONTEXT))
}

/// The context words of a set of rules, ready to be looked for.
pub(crate) struct ContextEnhancer {
    automaton: AhoCorasick,
    words: Vec<Word>,
    longest: usize,
}

struct Word {
    text: Box<str>,
    is_latin: bool,
    /// The rules that know this word, and whether it speaks for them.
    rules: Vec<(u16, bool)>,
}

impl ContextEnhancer {
    /// An enhancer for rules given with their numbers.
    pub(crate) fn new<'s>(rules: impl Iterator<Item = (u16, &'s RecognizerSpec)>) -> Result<Self> {
        Self::from_words(rules.flat_map(|(rule, spec)| {
            let supports = spec.context.iter().map(move |&word| (word, rule, true));
            let counters = spec
                .counter_context
                .iter()
                .map(move |&word| (word, rule, false));
            supports.chain(counters)
        }))
    }

    /// An enhancer for words given with the rule they belong to and whether they speak for it.
    pub(crate) fn from_words<'s>(all: impl Iterator<Item = (&'s str, u16, bool)>) -> Result<Self> {
        let mut by_text = std::collections::BTreeMap::<String, Vec<(u16, bool)>>::new();
        for (word, rule, supports) in all {
            by_text
                .entry(word.to_lowercase())
                .or_default()
                .push((rule, supports));
        }
        let words: Vec<Word> = by_text
            .into_iter()
            .map(|(text, rules)| Word {
                is_latin: text.starts_with(|first: char| first.is_ascii_alphanumeric()),
                text: text.into_boxed_str(),
                rules,
            })
            .collect();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(words.iter().map(|word| word.text.as_bytes()))
            .map_err(|_| Error::new(ErrorKind::InvalidArgument, "too many context words"))?;
        let longest = words.iter().map(|word| word.text.len()).max().unwrap_or(0);
        Ok(Self {
            automaton,
            words,
            longest,
        })
    }

    /// A search over one text, to be asked with matches in order of their starts.
    pub(crate) fn search<'e, 't>(&'e self, text: &'t str) -> ContextSearch<'e, 't> {
        ContextSearch {
            enhancer: self,
            text,
            hits: Vec::new(),
            from: 0,
            to: 0,
        }
    }
}

/// Looks for context words where matches stand, and each place once: the windows of neighbouring
/// matches overlap.
pub(crate) struct ContextSearch<'e, 't> {
    enhancer: &'e ContextEnhancer,
    text: &'t str,
    hits: Vec<Hit>,
    from: usize,
    to: usize,
}

struct Hit {
    start: usize,
    end: usize,
    word: usize,
}

impl<'e> ContextSearch<'e, '_> {
    /// What the words around `span` say to `rule`.
    pub(crate) fn evidence(&mut self, rule: u16, span: Span<Normalized>) -> Evidence<'e> {
        let window_start = span.start().saturating_sub(BEFORE);
        let window_end = (span.end() + AFTER).min(self.text.len());
        self.cover(window_start, window_end);
        let enhancer = self.enhancer;
        let role_of = |hit: &Hit| {
            let word = enhancer.words.get(hit.word)?;
            let &(_, supports) = word.rules.iter().find(|&&(known, _)| known == rule)?;
            Some((supports, &*word.text))
        };
        // Of all words before the match the one that ends nearest counts, of those the longest:
        // 注文番号 before 番号. Hits stand in the order of their ends.
        let first_behind = self.hits.partition_point(|hit| hit.end <= span.start());
        let mut nearest: Option<(usize, usize, (bool, &'e str))> = None;
        for hit in self
            .hits
            .get(..first_behind)
            .unwrap_or_default()
            .iter()
            .rev()
        {
            let is_farther = nearest.is_some_and(|(end, _, _)| hit.end < end);
            if is_farther || hit.end < window_start {
                break;
            }
            let length = hit.end - hit.start;
            if hit.start >= window_start && nearest.is_none_or(|(_, longest, _)| length > longest) {
                nearest = role_of(hit).map(|role| (hit.end, length, role)).or(nearest);
            }
        }
        if let Some((end, _, (supports, word))) = nearest
            && self.is_within_lines(end, span.start())
        {
            return if supports {
                Evidence::Supports(word)
            } else {
                Evidence::Counters(word)
            };
        }
        let behind = self.hits.get(first_behind..).unwrap_or_default();
        behind
            .iter()
            .take_while(|hit| hit.end <= window_end)
            .filter(|hit| hit.start >= span.end())
            .find_map(|hit| role_of(hit).map(|role| (hit.start, role)))
            .filter(|&(start, (supports, _))| supports && self.is_within_lines(span.end(), start))
            .map_or(Evidence::None, |(_, (_, word))| Evidence::Supports(word))
    }

    fn is_within_lines(&self, from: usize, to: usize) -> bool {
        let between = self.text.as_bytes().get(from..to).unwrap_or_default();
        between
            .split(|&byte| byte == b'\n')
            .nth(LINE_BREAKS + 1)
            .is_none()
    }

    /// Makes sure that all hits from `start` to `end` are known.
    fn cover(&mut self, start: usize, end: usize) {
        if start >= self.to || start < self.from {
            self.hits.clear();
            (self.from, self.to) = (start, start);
        }
        if end <= self.to {
            return;
        }
        // A word may hang over the edge of what was searched before.
        let from = self.to.saturating_sub(self.enhancer.longest).max(self.from);
        let bytes = self.text.as_bytes();
        let searched = bytes.get(from..end).unwrap_or_default();
        for found in self.enhancer.automaton.find_overlapping_iter(searched) {
            let hit = Hit {
                start: from + found.start(),
                end: from + found.end(),
                word: found.pattern().as_usize(),
            };
            if hit.end > self.to && self.is_whole(&hit) {
                self.hits.push(hit);
            }
        }
        self.to = end;
    }

    fn is_whole(&self, hit: &Hit) -> bool {
        if !self
            .enhancer
            .words
            .get(hit.word)
            .is_some_and(|word| word.is_latin)
        {
            return true;
        }
        let bytes = self.text.as_bytes();
        let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        !hit.start.checked_sub(1).is_some_and(is_letter) && !is_letter(hit.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(text: &str, needle: &str) -> String {
        let words = [
            ("口座番号", 0, true),
            ("番号", 0, true),
            ("注文番号", 0, false),
            ("account", 0, true),
            ("account", 1, false),
        ];
        let enhancer = ContextEnhancer::from_words(words.into_iter()).unwrap();
        let start = text.find(needle).unwrap();
        let span = Span::new(start, start + needle.len());
        format!("{:?}", enhancer.search(text).evidence(0, span))
    }

    #[test]
    fn the_nearest_label_decides() {
        assert_eq!(
            evidence("口座番号：1234567", "1234567"),
            r#"Supports("口座番号")"#
        );
        assert_eq!(
            evidence("口座番号はなく注文番号は1234567", "1234567"),
            r#"Counters("注文番号")"#
        );
        assert_eq!(
            evidence("注文番号 99、口座番号 1234567", "1234567"),
            r#"Supports("口座番号")"#
        );
        assert_eq!(
            evidence("1234567 が口座番号です", "1234567"),
            r#"Supports("口座番号")"#
        );
    }

    #[test]
    fn latin_words_count_whole() {
        assert_eq!(
            evidence("Account 1234567", "1234567"),
            r#"Supports("account")"#
        );
        assert_eq!(evidence("accounting 1234567", "1234567"), "None");
    }

    #[test]
    fn labels_reach_over_two_lines_at_most() {
        assert_eq!(
            evidence("口座番号\n\n1234567", "1234567"),
            r#"Supports("口座番号")"#
        );
        assert_eq!(evidence("口座番号\n\n\n1234567", "1234567"), "None");
    }
}

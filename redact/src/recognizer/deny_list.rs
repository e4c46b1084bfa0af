//! Fixed terms that are always personal data: names of projects, customers, staff.
//!
//! All terms are looked for in one pass (Aho-Corasick). A term is bounded where its own edge is of an
//! alphabet that parts words; Japanese is not, so that a term fires inside a Japanese sentence, where
//! Presidio's `(?<=\W)…(?=\W)` never does.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::script::is_word;
use crate::text::{Normalized, NormalizedText, Span};
use crate::{Error, ErrorKind, Result};

/// Terms to be found in folded text.
pub struct DenyList {
    automaton: AhoCorasick,
}

impl DenyList {
    /// A list of terms; they are folded as texts are (width, dashes, spaces), empty ones left out.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if the terms are too many for one automaton.
    pub fn new<T: AsRef<str>>(terms: &[T], ignore_case: bool) -> Result<Self> {
        let folded: Vec<String> = terms
            .iter()
            .map(|term| {
                NormalizedText::new(term.as_ref().trim())
                    .as_str()
                    .to_owned()
            })
            .filter(|term| !term.is_empty())
            .collect();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(ignore_case)
            .build(&folded)
            .map_err(|_| Error::new(ErrorKind::InvalidArgument, "the deny list is too large"))?;
        Ok(Self { automaton })
    }

    /// Whether it holds no term.
    pub fn is_empty(&self) -> bool {
        self.automaton.patterns_len() == 0
    }

    /// Where terms stand in folded text; of terms that begin at one place the longest.
    pub fn find(&self, text: &str) -> Vec<Span<Normalized>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut spans: Vec<Span<Normalized>> = self
            .automaton
            .find_overlapping_iter(text)
            .map(|found| Span::new(found.start(), found.end()))
            .filter(|&span| is_whole(text, span))
            .collect();
        spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut reach = 0;
        spans.retain(|span| {
            let is_new = span.end() > reach;
            reach = reach.max(span.end());
            is_new
        });
        spans
    }
}

/// Whether no edge cuts a word of an alphabet: 山田 in `TEL山田x` is whole, `dawn` in `dawning` is not.
fn is_whole(text: &str, span: Span<Normalized>) -> bool {
    let edge = |inside: Option<char>, outside: Option<char>| {
        !(inside.is_some_and(is_word) && outside.is_some_and(is_word))
    };
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let found = part(span.range());
    edge(
        found.chars().next(),
        part(0..span.start()).chars().next_back(),
    ) && edge(
        found.chars().next_back(),
        part(span.end()..text.len()).chars().next(),
    )
}

impl std::fmt::Debug for DenyList {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("DenyList")
            .field("terms", &self.automaton.patterns_len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(terms: &[&str], text: &'t str) -> Vec<&'t str> {
        DenyList::new(terms, true)
            .unwrap()
            .find(text)
            .into_iter()
            .map(|span| &text[span.range()])
            .collect()
    }

    #[test]
    fn terms_fire_inside_japanese_sentences() {
        assert_eq!(found(&["暁計画"], "先日の暁計画について"), ["暁計画"]);
        assert_eq!(found(&["Akatsuki"], "先日のakatsukiについて"), ["akatsuki"]);
        assert_eq!(found(&["暁計画"], "TEL暁計画x"), ["暁計画"]);
    }

    #[test]
    fn words_of_an_alphabet_count_whole() {
        assert!(found(&["dawn"], "dawning, predawn, dawn_1").is_empty());
        assert_eq!(found(&["foo", "foo bar"], "foo bars"), ["foo"]);
        assert_eq!(found(&["foo", "foo bar"], "foo bar"), ["foo bar"]);
    }

    #[test]
    fn terms_are_folded_and_empty_ones_left_out() {
        assert_eq!(found(&["ＡＢ－１"], "AB-1"), ["AB-1"]);
        assert!(found(&["", " "], "a b").is_empty());
    }
}

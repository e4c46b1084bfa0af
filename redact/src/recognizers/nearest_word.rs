//! Which of two sets of words stands nearest before a value: whose number it is, where no label says so
//! right before it.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Two sets of words, to be asked which of them stands nearest before a match.
pub(crate) struct NearestWord {
    automaton: AhoCorasick,
    /// How many of the automaton's words support; the others oppose.
    supporting: usize,
}

impl NearestWord {
    /// Ready to look for both sets. Words are few and constant, so that building cannot fail; if it
    /// did, no word would be found.
    pub(crate) fn new(supporting: &[&str], opposing: &[&str]) -> Option<Self> {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(supporting.iter().chain(opposing))
            .ok()?;
        Some(Self {
            automaton,
            supporting: supporting.len(),
        })
    }

    /// `Some(true)` if a supporting word ends last in `before`, `Some(false)` if an opposing one does,
    /// `None` if neither stands there. Of words that end together the longest counts: 雇用保険, not 保険.
    pub(crate) fn in_text(&self, before: &str) -> Option<bool> {
        let mut nearest: Option<(usize, usize, bool)> = None;
        for found in self.automaton.find_overlapping_iter(before) {
            let (end, length) = (found.end(), found.len());
            if nearest.is_none_or(|(last, longest, _)| (end, length) > (last, longest)) {
                nearest = Some((end, length, found.pattern().as_usize() < self.supporting));
            }
        }
        nearest.map(|(_, _, supports)| supports)
    }
}

/// Declares a function that answers [`NearestWord::in_text`] for two constant sets of words.
macro_rules! nearest_word {
    ($name:ident, $supporting:expr, $opposing:expr) => {
        fn $name(before: &str) -> Option<bool> {
            static WORDS: std::sync::LazyLock<
                Option<crate::recognizers::nearest_word::NearestWord>,
            > = std::sync::LazyLock::new(|| {
                crate::recognizers::nearest_word::NearestWord::new($supporting, $opposing)
            });
            WORDS.as_ref()?.in_text(before)
        }
    };
}
pub(crate) use nearest_word;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_wins() {
        let words = NearestWord::new(&["保険"], &["銀行", "雇用保険"]).unwrap();
        assert_eq!(words.in_text("保険 … 銀行 "), Some(false));
        assert_eq!(words.in_text("銀行 … 保険 "), Some(true));
        assert_eq!(words.in_text("雇用保険 "), Some(false));
        assert_eq!(words.in_text("どちらもない"), None);
    }
}

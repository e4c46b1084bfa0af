//! Which label makes a value, read backwards from the value: what no pattern can say.
//!
//! Only the bounded view of a [`Candidate`] is read, so that every question costs the same wherever
//! it is asked.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::recognizer::Candidate;
use crate::text::script::{is_han, is_japanese};

/// Most bytes of a bracketed note between a label and its value: `保険者番号（8桁）：`.
const LONGEST_NOTE: usize = 48;

/// What a match stands right behind, parted from it by nothing but spaces, colons, brackets, は, が or a
/// line break.
#[derive(Clone, Copy)]
pub(super) struct Label<'t> {
    text: &'t str,
    /// The same before a note in brackets, if there is one.
    before_note: Option<&'t str>,
}

impl<'t> Label<'t> {
    pub(super) fn of(candidate: &Candidate<'t>) -> Self {
        let before = candidate.before();
        let closed = before.trim_end_matches(|gap| is_gap(gap) && gap != ')');
        let before_note = closed
            .strip_suffix(')')
            .and_then(|note| tail(note, LONGEST_NOTE).rfind('(').map(|at| (note, at)))
            .and_then(|(note, at)| {
                let from = note.len() - tail(note, LONGEST_NOTE).len();
                closed.get(..from + at)
            })
            .map(|text| text.trim_end_matches(is_gap));
        Self {
            text: closed.trim_end_matches(is_gap),
            before_note,
        }
    }

    /// Whether it ends with one of `labels`, Latin ones in any case.
    pub(super) fn is_any(&self, labels: &[&str]) -> bool {
        let ends = |text: &str| labels.iter().any(|label| ends_with(text, label));
        ends(self.text) || self.before_note.is_some_and(ends)
    }

    /// What stands before `word`, if the label ends with `word`.
    pub(super) fn before_word(&self, word: &str) -> Option<&'t str> {
        [Some(self.text), self.before_note]
            .into_iter()
            .flatten()
            .find_map(|text| text.strip_suffix(word))
    }
}

/// Whether one of `labels` stands right before the match, as [`Label`] reads it.
pub(super) fn is_labelled(candidate: &Candidate<'_>, labels: &[&str]) -> bool {
    Label::of(candidate).is_any(labels)
}

/// Whether one of `labels` begins right behind the match, parted from it by nothing but spaces,
/// brackets, `が` or `は`.
pub(super) fn is_labelled_behind(candidate: &Candidate<'_>, labels: &[&str]) -> bool {
    let after = candidate
        .after()
        .trim_start_matches([' ', '(', ')', '「', '」', 'が', 'は', '[', ']']);
    labels.iter().any(|label| after.starts_with(label))
}

/// Two sets of words, to be asked which of them stands nearest before a match.
pub(super) struct NearestWord {
    automaton: AhoCorasick,
    /// How many of the automaton's words support; the others oppose.
    supporting: usize,
}

impl NearestWord {
    /// Ready to look for both sets. Words are few and constant, so that building cannot fail; if it
    /// did, no word would be found.
    pub(super) fn new(supporting: &[&str], opposing: &[&str]) -> Option<Self> {
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

    /// `Some(true)` if a supporting word ends last in `before`, `Some(false)` if an opposing one does
    /// (or both, as 保険 and 雇用保険), `None` if neither stands there.
    pub(super) fn in_text(&self, before: &str) -> Option<bool> {
        let mut nearest: Option<(usize, bool)> = None;
        for found in self.automaton.find_overlapping_iter(before) {
            let supports = found.pattern().as_usize() < self.supporting;
            let opposes_as_near =
                nearest.is_some_and(|(end, supports)| end == found.end() && !supports);
            if !opposes_as_near {
                nearest = Some((found.end(), supports));
            }
        }
        nearest.map(|(_, supports)| supports)
    }
}

/// Declares a function that answers [`NearestWord::in_text`] for two constant sets of words.
macro_rules! nearest_word {
    ($name:ident, $supporting:expr, $opposing:expr) => {
        fn $name(before: &str) -> Option<bool> {
            static WORDS: std::sync::LazyLock<Option<super::surroundings::NearestWord>> =
                std::sync::LazyLock::new(|| {
                    super::surroundings::NearestWord::new($supporting, $opposing)
                });
            WORDS.as_ref()?.in_text(before)
        }
    };
}
pub(super) use nearest_word;

/// The last `length` bytes of a text, or a little fewer.
pub(super) fn tail(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

/// Whether a Japanese address begins behind the match: a municipality or prefecture within a few
/// characters, on the same line or on the next.
pub(super) fn begins_address(after: &str) -> bool {
    let rest = after.trim_start_matches([
        ' ', '\t', '\r', '\n', '>', '|', '、', ',', ':', ')', '」', '】', ']',
    ]);
    for (at, character) in rest.chars().take(8).enumerate() {
        if at > 0
            && matches!(
                character,
                '都' | '道' | '府' | '県' | '市' | '区' | '郡' | '町' | '村'
            )
        {
            return true;
        }
        // A name of a place begins with no particle; kana inside it is common (さいたま, 袖ケ浦).
        let goes_on = is_japanese(character) || matches!(character, 'ヶ' | 'ヵ');
        if !goes_on || (at == 0 && !is_han(character) && "のにはがをでとへもや".contains(character))
        {
            return false;
        }
    }
    false
}

/// Whether a number in groups of four parted by spaces is a whole one: a further group of four beside it
/// makes it a piece of a longer number, while a date or a price in the next column does not.
pub(super) fn is_whole_in_fours(candidate: &Candidate<'_>) -> bool {
    let before = candidate.before();
    let is_joined = |mark: char| matches!(mark, '-' | '.' | '/' | ':' | ',');
    if let Some(head) = before.strip_suffix(is_joined) {
        if head.ends_with(|last: char| last.is_ascii_digit()) {
            return false;
        }
    } else if let Some(head) = before.strip_suffix(' ') {
        let rest = head.trim_end_matches(|digit: char| digit.is_ascii_digit());
        if head.len() - rest.len() == 4 {
            return false;
        }
    }
    let after = candidate.after();
    if let Some(tail) = after.strip_prefix(is_joined) {
        return !tail.starts_with(|first: char| first.is_ascii_digit());
    }
    after.strip_prefix(' ').is_none_or(|tail| {
        let rest = tail.trim_start_matches(|digit: char| digit.is_ascii_digit());
        tail.len() - rest.len() != 4 || rest.starts_with(['年', '/', '-', '.'])
    })
}

fn is_gap(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'
            | '\r'
            | '\n'
            | ':'
            | '='
            | '>'
            | '|'
            | '/'
            | '.'
            | '#'
            | '*'
            | '・'
            | 'は'
            | 'が'
            | '、'
            | '('
            | ')'
            | '['
            | ']'
            | '【'
            | '】'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〔'
            | '〕'
            | '<'
            | '"'
            | '\''
            | '`'
            | '…'
            | '→'
            | '-'
    )
}

/// Whether `text` ends with `label`, ASCII letters in any case.
fn ends_with(text: &str, label: &str) -> bool {
    text.len()
        .checked_sub(label.len())
        .and_then(|start| text.as_bytes().get(start..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(label.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn labelled(text: &str) -> bool {
        let start = text.find('9').unwrap();
        is_labelled(
            &Candidate::new(text, Span::new(start, start + 1)),
            &["番号", "No"],
        )
    }

    #[test]
    fn a_label_reaches_over_what_parts_it_from_its_value() {
        assert!(labelled("番号9"));
        assert!(labelled("番号 : 「9」"));
        assert!(labelled("【番号】\n9"));
        assert!(labelled("番号は9"));
        assert!(labelled("番号(8桁): 9"));
        assert!(labelled("NO. 9"));
        assert!(!labelled("番号を申し上げます 9"));
        assert!(!labelled("番号なし、9"));
    }

    #[test]
    fn the_nearest_word_wins() {
        let words = NearestWord::new(&["保険"], &["銀行", "雇用保険"]).unwrap();
        assert_eq!(words.in_text("保険 … 銀行 "), Some(false));
        assert_eq!(words.in_text("銀行 … 保険 "), Some(true));
        assert_eq!(words.in_text("雇用保険 "), Some(false));
        assert_eq!(words.in_text("どちらもない"), None);
    }

    #[test]
    fn a_further_group_of_four_makes_a_longer_number() {
        let is_whole = |text: &str| {
            let start = text.find("1111").unwrap();
            is_whole_in_fours(&Candidate::new(text, Span::new(start, start + 14)))
        };
        assert!(is_whole("番号 1111 2222 3333"));
        assert!(is_whole("1111 2222 3333 1994年1月27日"));
        assert!(is_whole("1111 2222 3333 44"));
        assert!(!is_whole("1111 2222 3333 4444"));
        assert!(!is_whole("4444 1111 2222 3333"));
        assert!(!is_whole("1111 2222 3333-4"));
        assert!(!is_whole("4-1111 2222 3333"));
    }

    #[test]
    fn an_address_begins_with_a_place() {
        for after in [
            " 東京都港区",
            "\n京都市中京区",
            " さいたま市",
            "\n> 津市",
            ")\n袖ケ浦市",
        ] {
            assert!(begins_address(after), "{after}");
        }
        for after in [" の町", "個", "", " 市場", " ABC市", "です。東京都"] {
            assert!(!begins_address(after), "{after}");
        }
    }
}

//! Folded text with an alignment back to the original.

use std::borrow::Cow;

use super::fold::{Fold, FoldCandidates, compose, fold};
use super::{Normalized, Original, Span};

/// A text as the rules read it: widths, dashes, spaces and marks folded into one spelling, with the
/// way back to the original. Text that needs no folding is borrowed, not copied.
///
/// ```
/// use redact::text::{Normalized, NormalizedText, Span};
///
/// let text = NormalizedText::new("電話０９０－１２３４");
/// assert_eq!(text.as_str(), "電話090-1234");
/// let number = Span::<Normalized>::new(6, 14);
/// assert_eq!(text.as_str().get(number.range()), Some("090-1234"));
/// let original = text.to_original(number);
/// assert_eq!(text.original().get(original.range()), Some("０９０－１２３４"));
/// ```
///
/// Folding whole texts looks wasteful beside folding at each candidate, but it lets rules, names
/// and addresses read one text, and stepping from one foldable character to the next costs a
/// fraction of what scanning costs.
pub struct NormalizedText<'t> {
    original: &'t str,
    folded: Cow<'t, str>,
    edits: Vec<Edit>,
}

/// One place where the folded text differs; between edits both texts run side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edit {
    normalized: usize,
    original: usize,
    normalized_len: usize,
    original_len: usize,
}

impl<'t> NormalizedText<'t> {
    /// Folds `original`; linear in its length.
    pub fn new(original: &'t str) -> Self {
        if original.is_ascii() {
            return Self {
                original,
                folded: Cow::Borrowed(original),
                edits: Vec::new(),
            };
        }
        Folder::new(original).run()
    }

    /// The text as it was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// Whether folding changed anything; if not, both texts are the same memory.
    pub fn is_changed(&self) -> bool {
        !self.edits.is_empty()
    }

    /// The bytes of the original that a span of the folded text stands for, widened to whole
    /// characters of the original.
    pub fn to_original(&self, span: Span<Normalized>) -> Span<Original> {
        let start = match self.edit_before(span.start()) {
            None => span.start(),
            Some(edit) if span.start() < edit.normalized + edit.normalized_len => edit.original,
            Some(edit) => {
                edit.original
                    + edit.original_len
                    + (span.start() - edit.normalized - edit.normalized_len)
            }
        };
        if span.is_empty() {
            return Span::new(start, start);
        }
        // The end is found from the last byte inside, so that what was dropped behind the last
        // character goes with it and what stands behind the span does not.
        let last = span.end() - 1;
        let end = match self.edit_before(last) {
            None => span.end(),
            Some(edit) if last < edit.normalized + edit.normalized_len => {
                edit.original + edit.original_len
            }
            Some(edit) => {
                edit.original
                    + edit.original_len
                    + (span.end() - edit.normalized - edit.normalized_len)
            }
        };
        Span::new(start, end)
    }

    /// The bytes of the folded text that hold all of a span of the original.
    pub fn to_normalized(&self, span: Span<Original>) -> Span<Normalized> {
        let map = |offset: usize, is_end: bool| {
            let index = self.edits.partition_point(|edit| edit.original <= offset);
            let Some(edit) = index.checked_sub(1).and_then(|index| self.edits.get(index)) else {
                return offset;
            };
            if offset == edit.original {
                edit.normalized
            } else if offset < edit.original + edit.original_len {
                edit.normalized + if is_end { edit.normalized_len } else { 0 }
            } else {
                edit.normalized + edit.normalized_len + (offset - edit.original - edit.original_len)
            }
        };
        Span::new(map(span.start(), false), map(span.end(), true))
    }

    /// The last edit that begins at or before `offset` of the folded text.
    fn edit_before(&self, offset: usize) -> Option<&Edit> {
        let index = self.edits.partition_point(|edit| edit.normalized <= offset);
        self.edits.get(index.checked_sub(1)?)
    }
}

impl std::fmt::Debug for NormalizedText<'_> {
    /// Lengths only: the text may hold personal data.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("NormalizedText")
            .field("original_bytes", &self.original.len())
            .field("normalized_bytes", &self.folded.len())
            .field("edits", &self.edits.len())
            .finish()
    }
}

/// How many characters that show nothing may stand between a dash and its digit. A bound, so that a
/// run of dashes and such characters is not read again at each dash.
const MOST_INVISIBLE: usize = 64;

/// Builds the folded text from left to right.
struct Folder<'t> {
    original: &'t str,
    folded: String,
    /// How far the original is already copied or folded.
    done: usize,
    edits: Vec<Edit>,
}

impl<'t> Folder<'t> {
    fn new(original: &'t str) -> Self {
        Self {
            original,
            folded: String::new(),
            done: 0,
            edits: Vec::new(),
        }
    }

    fn run(mut self) -> NormalizedText<'t> {
        let original = self.original;
        for at in FoldCandidates::new(original) {
            let Some(character) = original.get(at..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            let end = at + character.len_utf8();
            match fold(character) {
                Fold::Keep => {}
                Fold::Into(folded) => self.replace(at, end, folded),
                Fold::DashBetweenDigits => {
                    if self.is_between_digits(at, end) {
                        self.replace(at, end, '-');
                    } else if character == 'ｰ' {
                        self.replace(at, end, 'ー');
                    }
                }
                Fold::Combine => {
                    let composed = self.last_char(at).and_then(|base| compose(base, character));
                    if let Some(composed) = composed {
                        self.replace_last(at, end, Some(composed));
                    } else if let 'ﾞ' | 'ﾟ' = character {
                        self.replace(at, end, if character == 'ﾞ' { '゛' } else { '゜' });
                    }
                }
                Fold::Drop => self.replace_last(at, end, None),
            }
        }
        if self.edits.is_empty() {
            return NormalizedText {
                original,
                folded: Cow::Borrowed(original),
                edits: Vec::new(),
            };
        }
        self.copy_until(original.len());
        NormalizedText {
            original,
            folded: Cow::Owned(self.folded),
            edits: self.edits,
        }
    }

    fn copy_until(&mut self, at: usize) {
        if self.folded.capacity() == 0 {
            self.folded.reserve(self.original.len());
        }
        self.folded
            .push_str(self.original.get(self.done..at).unwrap_or_default());
        self.done = at;
    }

    /// Replaces the bytes from `at` to `end` of the original by one character.
    fn replace(&mut self, at: usize, end: usize, folded: char) {
        self.copy_until(at);
        self.edits.push(Edit {
            normalized: self.folded.len(),
            original: at,
            normalized_len: folded.len_utf8(),
            original_len: end - at,
        });
        self.folded.push(folded);
        self.done = end;
    }

    /// Lets the character before `at` take in the bytes up to `end`, changed into `folded` if given.
    /// At the start of the text there is none to take them in; then they vanish by themselves.
    fn replace_last(&mut self, at: usize, end: usize, folded: Option<char>) {
        self.copy_until(at);
        let Some(last) = self.folded.chars().next_back() else {
            match self.edits.last_mut() {
                Some(edit) => edit.original_len = end - edit.original,
                None => self.edits.push(Edit {
                    normalized: 0,
                    original: at,
                    normalized_len: 0,
                    original_len: end - at,
                }),
            }
            self.done = end;
            return;
        };
        let start = self.folded.len() - last.len_utf8();
        let original_start = match self.edits.last() {
            Some(edit) if edit.normalized == start && edit.normalized_len > 0 => edit.original,
            _ => at - last.len_utf8(),
        };
        if self
            .edits
            .last()
            .is_some_and(|edit| edit.normalized == start && edit.normalized_len > 0)
        {
            self.edits.pop();
        }
        let folded = folded.unwrap_or(last);
        self.folded.truncate(start);
        self.edits.push(Edit {
            normalized: start,
            original: original_start,
            normalized_len: folded.len_utf8(),
            original_len: end - original_start,
        });
        self.folded.push(folded);
        self.done = end;
    }

    /// The folded character that stands before byte `at` of the original.
    fn last_char(&self, at: usize) -> Option<char> {
        self.original
            .get(self.done..at)
            .and_then(|copied| copied.chars().next_back())
            .or_else(|| self.folded.chars().next_back())
    }

    /// Whether digits stand on both sides, what shows nothing left aside.
    fn is_between_digits(&self, at: usize, end: usize) -> bool {
        let mut behind = self.original.get(end..).unwrap_or_default().chars();
        let next = behind
            .by_ref()
            .take(MOST_INVISIBLE)
            .find(|&next| fold(next) != Fold::Drop);
        let is_digit = |next: char| next.is_ascii_digit() || ('０'..='９').contains(&next);
        next.is_some_and(is_digit)
            && self
                .last_char(at)
                .is_some_and(|before| before.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Folds and returns the original text behind the first place of `needle` in the folded text.
    fn original_of<'t>(text: &'t str, needle: &str) -> &'t str {
        let normalized = NormalizedText::new(text);
        let start = normalized
            .as_str()
            .find(needle)
            .expect("the folded text holds the needle");
        let span = normalized.to_original(Span::new(start, start + needle.len()));
        text.get(span.range())
            .expect("a span stands on character boundaries")
    }

    #[test]
    fn plain_text_is_borrowed() {
        let text = "ただのテキスト、変わりません。";
        let normalized = NormalizedText::new(text);
        assert!(!normalized.is_changed());
        assert!(std::ptr::eq(normalized.as_str(), text));
    }

    #[test]
    fn widths_dashes_and_spaces_fold() {
        assert_eq!(
            original_of("〒６０４－８１７５です", "604-8175"),
            "６０４－８１７５"
        );
        assert_eq!(
            original_of("080ー3345ー9917", "080-3345-9917"),
            "080ー3345ー9917"
        );
        assert_eq!(original_of("048‐640‐3327", "048-640-3327"), "048‐640‐3327");
        assert_eq!(original_of("山田　太郎様", "山田 太郎"), "山田　太郎");
        assert_eq!(original_of("０ー\u{200B}０", "0-0"), "０ー\u{200B}０");
        assert_eq!(NormalizedText::new("サーバー3ー").as_str(), "サーバー3ー");
    }

    #[test]
    fn kana_and_marks_compose() {
        assert_eq!(original_of("ﾄｸﾅｶﾞ ｽｽﾑ様", "トクナガ ススム"), "ﾄｸﾅｶﾞ ｽｽﾑ");
        assert_eq!(original_of("か\u{3099}くせい", "が"), "か\u{3099}");
        assert_eq!(original_of("Rene\u{301}e", "René"), "Rene\u{301}");
        assert_eq!(original_of("葛\u{E0100}城市", "葛城"), "葛\u{E0100}城");
    }

    #[test]
    fn invisible_characters_do_not_part_a_number() {
        assert_eq!(
            original_of("090\u{200B}-1234", "090-1234"),
            "090\u{200B}-1234"
        );
        assert_eq!(original_of("\u{FEFF}\u{FEFF}090", "090"), "090");
    }

    proptest! {
        #[test]
        fn spans_stay_on_characters_and_in_order(text in ".{0,40}|[０-９ー\u{3099}\u{200B}ｶﾞa\u{301}-]{0,20}") {
            let normalized = NormalizedText::new(&text);
            let folded = normalized.as_str();
            let places: Vec<usize> =
                folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
            let mut last_end = 0;
            for pair in places.windows(2) {
                let span = normalized.to_original(Span::new(pair[0], pair[1]));
                prop_assert!(text.get(span.range()).is_some());
                prop_assert!(span.start() >= last_end && !span.is_empty());
                last_end = span.end();
                let back = normalized.to_normalized(span);
                prop_assert_eq!((back.start(), back.end()), (pair[0], pair[1]));
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in ".{0,40}|[０-９ー\u{3099}\u{200B}ｶﾞa\u{301}-]{0,20}") {
            let once = NormalizedText::new(&text).as_str().to_owned();
            let twice = NormalizedText::new(&once);
            prop_assert_eq!(twice.as_str(), once.as_str());
        }
    }
}

//! Which label makes a value, read backwards from the value: what no pattern can say.
//!
//! Only the bounded view of a [`Candidate`] is read, so that every question costs the same wherever
//! it is asked.

use crate::recognizer::Candidate;

/// Most bytes of a bracketed note between a label and its value: `保険者番号（8桁）：`.
const LONGEST_NOTE: usize = 48;

/// What a match stands right behind, parted from it by nothing but spaces, colons, brackets, は, が or a
/// line break.
#[derive(Clone, Copy)]
pub(crate) struct Label<'t> {
    text: &'t str,
    /// The same before a note in brackets, if there is one.
    before_note: Option<&'t str>,
}

impl<'t> Label<'t> {
    pub(crate) fn of(candidate: &Candidate<'t>) -> Self {
        let closed = before_gap(candidate.before());
        let before_note = closed
            .strip_suffix(')')
            .and_then(|note| tail(note, LONGEST_NOTE).rfind('(').map(|at| (note, at)))
            .and_then(|(note, at)| {
                let from = note.len() - tail(note, LONGEST_NOTE).len();
                closed.get(..from + at)
            })
            .map(|text| text.trim_end_matches(is_gap));
        let text = closed.trim_end_matches(is_gap);
        // 免許証番号 第 … 号.
        let text = text
            .strip_suffix('第')
            .map_or(text, |text| text.trim_end_matches(is_gap));
        Self { text, before_note }
    }

    /// Whether it ends with one of `labels`, Latin ones in any case.
    pub(crate) fn is_any(&self, labels: &[&str]) -> bool {
        self.texts().any(|text| ends_with_any(text, labels))
    }

    /// Whether it names one of `subjects`, alone or with a word for number behind it: 免許証,
    /// 免許証番号, 免許証の番号, 免許証　No.
    pub(crate) fn names(&self, subjects: &[&str]) -> bool {
        self.is_any(subjects)
            || self
                .before_number_word()
                .is_some_and(|head| ends_with_any(head, subjects))
    }

    /// What stands before a word for number, if the label ends with one, with nothing between them.
    pub(crate) fn before_number_word(&self) -> Option<&'t str> {
        self.texts().find_map(|text| {
            let word = NUMBER_WORDS.iter().find(|word| ends_with(text, word))?;
            let head = text.get(..text.len() - word.len())?;
            Some(head.trim_end_matches(|gap| is_gap(gap) || gap == 'の'))
        })
    }

    /// What stands before `word`, if the label ends with `word`.
    pub(crate) fn before_word(&self, word: &str) -> Option<&'t str> {
        self.texts().find_map(|text| text.strip_suffix(word))
    }

    fn texts(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        [Some(self.text), self.before_note].into_iter().flatten()
    }
}

/// What stands before the gap between a label and its value, `)` kept: a note may end there.
pub(crate) fn before_gap(before: &str) -> &str {
    before.trim_end_matches(|gap| is_gap(gap) && gap != ')')
}

/// Words that call what follows a number and leave open whose.
const NUMBER_WORDS: [&str; 8] = ["番号", "No", "№", "number", "nr", "ナンバー", "ID", "番"];

/// Whether one of `labels` stands right before the match, as [`Label`] reads it.
pub(crate) fn is_labelled(candidate: &Candidate<'_>, labels: &[&str]) -> bool {
    Label::of(candidate).is_any(labels)
}

/// Whether one of `labels` begins right behind the match, parted from it by nothing but spaces,
/// brackets, `が` or `は`.
pub(crate) fn is_labelled_behind(candidate: &Candidate<'_>, labels: &[&str]) -> bool {
    let after = candidate
        .after()
        .trim_start_matches([' ', '(', ')', '「', '」', 'が', 'は', '[', ']']);
    labels.iter().any(|label| after.starts_with(label))
}

/// The last `length` bytes of a text, or a little fewer.
pub(crate) fn tail(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
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
            | '⇒'
            | '★'
            | '■'
            | '_'
            | '№'
            // 番号(例:123).
            | '例'
            | '-'
    )
}

fn ends_with_any(text: &str, labels: &[&str]) -> bool {
    labels.iter().any(|label| ends_with(text, label))
}

/// The ASCII letters that `text` ends with: a label written onto a number, `Tel0312345678`.
pub(crate) fn glued_word(text: &[u8]) -> &[u8] {
    let letters = text
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    text.get(text.len() - letters..).unwrap_or_default()
}

/// Whether `text` ends with `label`, ASCII letters in any case.
pub(crate) fn ends_with(text: &str, label: &str) -> bool {
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
    fn a_word_for_number_may_stand_apart_from_its_subject() {
        let names = |text: &str| {
            let start = text.find('9').unwrap();
            Label::of(&Candidate::new(text, Span::new(start, start + 1))).names(&["免許証"])
        };
        for text in [
            "免許証9",
            "免許証番号:9",
            "免許証の番号は9",
            "免許証 番号 第 9",
            "【免許証】\nNo. 9",
        ] {
            assert!(names(text), "{text}");
        }
        for text in [
            "免許証の写しと番号9",
            "番号9",
            "免許証を9",
            "免許証受付番号9",
        ] {
            assert!(!names(text), "{text}");
        }
    }
}

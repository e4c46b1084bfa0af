//! Whether a value stands behind its label.
//!
//! A label is a word or two, then maybe `number`, `no`, `no.`, `id` or `#`, then maybe a colon; without
//! either a blank has to part it from the value.

use crate::presidio::Found;
use crate::presidio::recognizer::is_word;

/// Most characters of a label and the blanks around its parts. A bound, so that no text makes this slow.
const LONGEST_LABEL: usize = 256;

/// Whether one of `labels` stands before a match. Words of a label are parted by a space here and by any
/// blanks in the text; `~` stands for blanks or none.
pub(super) fn is_labelled(found: &Found<'_>, labels: &[&str]) -> bool {
    let nearest_first: Vec<char> = found.before().take(LONGEST_LABEL).collect();
    let before = nearest_first.into_iter().rev().collect::<String>();
    let before = before.to_lowercase();
    let (rest, has_blank) = without_blank(&before);
    let (rest, has_colon) = match rest.strip_suffix(':') {
        Some(rest) => (without_blank(rest).0, true),
        None => (rest, false),
    };
    let ends_with_label = |rest: &str| labels.iter().any(|label| ends_with(rest, label));
    let without_suffix = ["#", "number", "no.", "no", "id"]
        .iter()
        .filter_map(|suffix| rest.strip_suffix(suffix))
        .any(|rest| ends_with_label(without_blank(rest).0));
    without_suffix || ((has_blank || has_colon) && ends_with_label(rest))
}

/// A text without the blanks at its end, and whether there were some.
fn without_blank(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end();
    (trimmed, trimmed.len() < text.len())
}

/// Whether a text ends with a label at the beginning of a word.
fn ends_with(text: &str, label: &str) -> bool {
    let mut rest = text;
    for (number, word) in label.rsplit(' ').enumerate() {
        if number > 0 {
            let (trimmed, has_blank) = without_blank(rest);
            if !has_blank {
                return false;
            }
            rest = trimmed;
        }
        for (number, part) in word.rsplit('~').enumerate() {
            if number > 0 {
                rest = without_blank(rest).0;
            }
            match rest.strip_suffix(part) {
                Some(before) => rest = before,
                None => return false,
            }
        }
    }
    !rest.chars().next_back().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_begin_a_word_and_part_their_words() {
        assert!(ends_with("the prior \n auth", "prior auth"));
        assert!(ends_with("provider taxid", "provider tax~id"));
        assert!(!ends_with("priorauth", "prior auth"));
        assert!(!ends_with("reclaim", "claim"));
    }
}

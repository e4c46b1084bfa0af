//! The words that mail programs write around a quote, in the languages of `languages.tsv`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The lines of a mail header as mail programs show them in a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    From,
    Date,
    To,
    Copy,
    Subject,
    Other,
}

/// The words of all languages.
pub(super) struct Languages {
    /// "wrote" in the lines that introduce a quote.
    pub(super) wrote: Vec<&'static str>,
    /// What such a line begins with, before its date.
    pub(super) before_date: HashSet<&'static str>,
    /// How weekdays and months begin.
    pub(super) date_words: Vec<&'static str>,
    /// A line between dashes that says that an earlier mail follows.
    pub(super) original: HashSet<&'static str>,
    /// A line between dashes that says that a forwarded mail follows.
    pub(super) forwarded: HashSet<&'static str>,
    /// The labels of a header.
    pub(super) labels: HashMap<&'static str, Label>,
}

/// The table, read.
pub(super) static LANGUAGES: LazyLock<Languages> =
    LazyLock::new(|| Languages::read(include_str!("languages.tsv")));

/// Labels of lines that stand between the others in some header.
const OTHER_LABELS: [&str; 24] = [
    "reply-to",
    "reply to",
    "返信先",
    "importance",
    "重要度",
    "attachments",
    "添付ファイル",
    "添付",
    "risposta",
    "wichtigkeit",
    "anlagen",
    "priority",
    "優先度",
    "organization",
    "message-id",
    "mailed-by",
    "signed-by",
    "resent-from",
    "list",
    "x-mailer",
    "pièces jointes",
    "bijlagen",
    "anhänge",
    "返信アドレス",
];

impl Languages {
    fn read(table: &'static str) -> Self {
        let mut languages = Self {
            wrote: Vec::new(),
            before_date: HashSet::new(),
            date_words: Vec::new(),
            original: HashSet::new(),
            forwarded: HashSet::new(),
            labels: OTHER_LABELS
                .iter()
                .map(|name| (*name, Label::Other))
                .collect(),
        };
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        for row in rows.skip(1) {
            let mut columns = row
                .split('\t')
                .skip(1)
                .map(|column| column.split('|').filter(|word| !word.is_empty()));
            let mut next = || columns.next().into_iter().flatten();
            languages.wrote.extend(next());
            languages.before_date.extend(next());
            languages.date_words.extend(next());
            languages.original.extend(next());
            languages.forwarded.extend(next());
            for kind in [
                Label::From,
                Label::Date,
                Label::To,
                Label::Copy,
                Label::Subject,
            ] {
                for name in next() {
                    languages.labels.entry(name).or_insert(kind);
                }
            }
        }
        languages.wrote.sort_unstable();
        languages.wrote.dedup();
        languages.date_words.sort_unstable();
        languages.date_words.dedup();
        languages
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_every_column_in_lower_case() {
        let table = include_str!("languages.tsv");
        let rows: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert!(rows.len() > 40);
        for row in rows {
            assert_eq!(row.split('\t').count(), 11, "{row}");
            assert_eq!(row.to_lowercase(), row, "{row}");
        }
    }

    #[test]
    fn words_of_several_languages_are_there() {
        assert!(LANGUAGES.wrote.contains(&"schrieb"));
        assert!(LANGUAGES.original.contains("元のメッセージ"));
        assert_eq!(LANGUAGES.labels.get("寄件者"), Some(&Label::From));
    }
}

//! Finds the header that Outlook and its like put before the mail that is answered.

use super::evidence::{has_address, has_date, has_time};
use super::languages::{LANGUAGES, Label};
use super::line::{Line, Shape};

/// The longest block: from, sent, to, cc, subject, importance, attachments, and wrapped addresses.
const MOST_LINES: usize = 16;

/// How many lines, from `at`, form the header of a quoted mail; 0 if they form none.
pub(super) fn length(lines: &[Line<'_>], at: usize) -> usize {
    let Some(first) = lines.get(at).and_then(|line| label(line.content)) else {
        return 0;
    };
    if first.0 == Label::Other {
        return 0;
    }
    let (mut kinds, mut has_sender) = (Vec::new(), false);
    let (mut has_day, mut has_dated) = (false, false);
    let (mut last, mut unlabelled) = (at, 0);
    for (index, line) in lines.iter().enumerate().skip(at).take(MOST_LINES) {
        if line.shape == Shape::Blank {
            // Paragraphs of HTML come out with empty lines between them.
            let next = lines.get(index + 1);
            if next.is_some_and(|next| label(next.content).is_some()) {
                continue;
            }
            break;
        }
        if line.shape != Shape::Text {
            break;
        }
        match label(line.content) {
            Some((kind, value)) => {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
                has_sender |= matches!(kind, Label::From | Label::To) && has_address(value);
                has_day |= kind == Label::Date && has_date(value);
                has_dated |= kind == Label::Date && has_date(value) && has_time(value);
                last = index;
                unlabelled = 0;
            }
            // Long addresses and subjects are wrapped; a header seldom wraps twice in a row.
            None if unlabelled < 2 && index > at => unlabelled += 1,
            None => break,
        }
    }
    kinds.retain(|kind| *kind != Label::Other);
    // Three labels with a value that only mail has, or two with two such values.
    let is_mail = first.0 == Label::From || has_sender || has_day;
    let enough = kinds.len() >= 3 && is_mail || (kinds.len() == 2 && has_sender && has_dated);
    let names_a_mail = kinds.contains(&Label::From)
        || (kinds.contains(&Label::Date) && kinds.contains(&Label::To));
    if enough && names_a_mail {
        last + 1 - at
    } else {
        0
    }
}

/// The label that a line begins with, and what follows it.
pub(super) fn label(content: &str) -> Option<(Label, &str)> {
    /// Longer than any label.
    const LONGEST: usize = 48;
    let content = content.trim_start_matches(['*', '_', ' ', '\u{3000}', '【', '[', '■', '・']);
    let head = content.get(..content.floor_char_boundary(LONGEST))?;
    let colon = head.find([':', '：'])?;
    let (name, value) = content.split_at_checked(colon)?;
    let name = name
        .trim_end_matches(['*', '_', ' ', '\u{3000}', '\u{A0}', '】', ']'])
        .to_lowercase();
    Some((*LANGUAGES.labels.get(name.as_str())?, value))
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn assert_length(text: &str, expected: usize) {
        assert_eq!(length(&split(text), 0), expected, "{text}");
    }

    #[test]
    fn blocks_of_several_programs() {
        assert_length(
            "差出人: 山田\n送信日時: 2025年5月12日 18:41\n宛先: 鈴木\n件名: Re: 見積\n本文",
            4,
        );
        assert_length(
            "From: A\n<a@example.com>\nSent: Monday\nTo: B\nSubject: x\n\nbody",
            5,
        );
        assert_length("*From:* A\n*Sent:* 2025-05-12\n*Subject:* x\n", 3);
        assert_length(
            "Date: Mon, 12 May 2025 18:41:00 +0900\nTo: a@example.com\n",
            2,
        );
        assert_length(
            "De : A B <a@example.com>\nDate : 12/05/25 18:41\nÀ : b Objet : c",
            3,
        );
    }

    #[test]
    fn empty_lines_between_the_labels() {
        assert_length("差出人: A\n\n送信日時: 2025年5月12日\n\n件名: x\n\n本文", 5);
    }

    #[test]
    fn an_appointment_is_no_header() {
        assert_length("Date: Monday, 12 May 2025\nTime: 9:30\nPlace: Room 4\n", 0);
        assert_length("日時: 5月12日 18:41\n場所: 東京\n", 0);
        assert_length("件名: 注文の件\n日付: 5月12日\n", 0);
        assert_length("件名: 請求書\n差出人: 経理部\n日付: 月末\n", 0);
    }
}

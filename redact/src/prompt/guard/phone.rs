//! Where does a text have telephone numbers, however their digits are grouped?
//!
//! Only the digits count: two spellings of a number are one. Japanese numbers have ten digits, or eleven
//! with the prefixes of mobile networks (Ministry of Internal Affairs, telecommunications numbering plan);
//! international ones begin with a plus and have eight to fifteen (ITU-T E.164). The trade-off: a number of
//! another thing that begins with 0 and has just so many digits, in groups, counts as one.

use std::ops::Range;

use super::view::View;

/// Labels of numbers that are none of a telephone.
const OTHER_LABELS: [&str; 18] = [
    "注文",
    "受付",
    "伝票",
    "追跡",
    "問い合わせ番号",
    "問合せ番号",
    "会員",
    "顧客番号",
    "管理",
    "予約",
    "口座",
    "契約",
    "シリアル",
    "order",
    "tracking",
    "serial",
    "ticket",
    "case",
];

/// A telephone number: where it is, and its digits in national form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phone {
    /// Bytes of the folded text.
    pub(super) range: Range<usize>,
    /// Ways to read the digits, the shortest first.
    pub(super) digits: Vec<String>,
}

/// The digits of a number, `+81` as the national prefix 0.
pub(super) fn national(text: &str) -> String {
    let digits: String = text.chars().filter_map(digit).collect();
    let is_international = text.trim_start().starts_with(['+', '(']) && text.contains('+');
    match digits.strip_prefix("81") {
        Some(rest) if is_international => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => digits,
    }
}

/// The telephone numbers of a text.
pub(super) fn phones(view: &View<'_>) -> Vec<Phone> {
    let text = view.text();
    let groups = groups(text);
    let mut phones: Vec<Phone> = Vec::new();
    let mut index = 0;
    while index < groups.len() {
        match phone(text, &groups, index) {
            Some((phone, count)) => {
                phones.push(phone);
                index += count;
            }
            None => index += 1,
        }
    }
    phones
}

/// A group of digits; `joined` says that at most one separator parts it from the group before.
struct Group {
    start: usize,
    end: usize,
    joined: bool,
    plus: bool,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut gap = String::new();
    let mut last = None;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let is_digit = digit(character).is_some();
        if is_digit {
            match groups.last_mut() {
                Some(group) if gap.is_empty() && group.end == at => group.end = end,
                _ => groups.push(Group {
                    start: at,
                    end,
                    joined: is_separator(&gap),
                    plus: last == Some('+') || gap.ends_with("+(") || gap.ends_with("+ "),
                }),
            }
            gap.clear();
        } else if gap.len() < 12 {
            gap.push(character);
        }
        last = Some(character);
    }
    groups
}

/// Whether this between two groups parts the digits of one number.
fn is_separator(gap: &str) -> bool {
    matches!(
        gap,
        "-" | " "
            | "."
            | "/"
            | ")"
            | "("
            | ") "
            | " ("
            | ")-"
            | "-("
            | "--"
            | " - "
            | "- "
            | " -"
            | "の"
            | "ー"
            | "~"
            | "・"
            | "_"
            | "(0)"
            | " (0) "
    )
}

fn phone(text: &str, groups: &[Group], index: usize) -> Option<(Phone, usize)> {
    let first = groups.get(index)?;
    let begins = text.get(first.start..first.end)?;
    let mut digits = String::new();
    let mut readings = Vec::new();
    let mut end = first.start;
    let mut count = 0;
    let (least, most) = if first.plus { (8, 15) } else { (10, 11) };
    let zero = digit(begins.chars().next()?) == Some('0');
    if !first.plus && !zero {
        return None;
    }
    for (taken, group) in groups.get(index..)?.iter().enumerate() {
        if taken > 0 && !group.joined {
            break;
        }
        digits.extend(text.get(group.start..group.end)?.chars().filter_map(digit));
        if digits.len() > most {
            break;
        }
        if digits.len() >= least {
            readings.push(if first.plus {
                national(&format!("+{digits}"))
            } else {
                digits.clone()
            });
            end = group.end;
            count = taken + 1;
        }
    }
    let longest = readings.last()?;
    if !first.plus && !is_national(&readings) {
        return None;
    }
    let is_mobile = ["070", "080", "090", "050", "060"]
        .iter()
        .any(|prefix| longest.starts_with(prefix));
    if !is_mobile
        && !first.plus
        && (is_labelled(text, first.start) || is_date(text.get(first.start..end)?))
    {
        return None;
    }
    // A longer run of digits beside it: a number of another thing.
    let whole = text.get(end..).and_then(|rest| rest.chars().next());
    if count == 1 && whole.is_some_and(|next| next.is_ascii_alphanumeric()) {
        return None;
    }
    Some((
        Phone {
            range: first.start..end,
            digits: readings,
        },
        count,
    ))
}

/// Whether the digits are those of the numbering plan: no second zero but in service numbers.
fn is_national(readings: &[String]) -> bool {
    readings.iter().any(|digits| {
        let is_long = ["070", "080", "090", "050", "060", "020"]
            .iter()
            .any(|prefix| digits.starts_with(prefix))
            || digits.starts_with("0800");
        !digits.starts_with("00") && (digits.len() == if is_long { 11 } else { 10 })
    })
}

fn is_labelled(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().nth(13).map_or(0, |(at, _)| at);
    let before = before.get(from..).unwrap_or_default().to_lowercase();
    OTHER_LABELS.iter().any(|label| before.contains(label))
}

/// `01-02-2026 10`, `2026` at its place.
fn is_date(text: &str) -> bool {
    let groups: Vec<&str> = text
        .split(|character: char| !character.is_ascii_digit())
        .collect();
    matches!(groups.as_slice(), [day, month, year, ..]
        if day.len() == 2 && month.len() == 2 && year.len() == 4 && year.starts_with("20"))
}

/// The digit that a character is, in kanji too.
fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '〇' | '零' => Some('0'),
        '一' => Some('1'),
        '二' => Some('2'),
        '三' => Some('3'),
        '四' => Some('4'),
        '五' => Some('5'),
        '六' => Some('6'),
        '七' => Some('7'),
        '八' => Some('8'),
        '九' => Some('9'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        phones(&View::new(text, &[]))
            .into_iter()
            .filter_map(|phone| phone.digits.into_iter().next_back())
            .collect()
    }

    #[test]
    fn grouping_does_not_matter() {
        for text in [
            "080-98-765432",
            "０８０９８７６５４３２",
            "080 9876 5432",
            "(080)9876-5432",
            "080の9876の5432",
            "080/9876/5432",
            "+81 80 9876 5432",
            "+81-(0)80-9876-5432",
            "〇八〇-九八七六-五四三二",
            "0 8 0 9 8 7 6 5 4 3 2",
            "080ー9876ー5432",
        ] {
            assert_eq!(found(text), ["08098765432"], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "1234-5678-9012",
            "2026-01-02 10:00-18:00",
            "01/02/2026 10:30",
            "〒012-3456",
            "注文番号 0123-456789",
            "税込 10,800円",
            "No. 0012345678",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}

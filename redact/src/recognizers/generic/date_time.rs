//! Dates and times.
//!
//! A date is no personal data by itself, and a text without its dates can no longer be answered, so
//! that this rule runs when it is asked for. A date of birth is a rule of its own.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/date_time",
    entity: EntityType::DATE_TIME,
    summary: "Dates in both Japanese calendars, ISO 8601, with slashes, dots and English months; times of day.",
    reference: "ISO 8601-1 sections 5.2 to 5.4, RFC 3339 section 5.6, RFC 5322 section 3.3, 元号法 (era names)",
    activation: Activation::OnRequest,
    patterns: &[
        Pattern {
            name: "ISO 8601",
            regex: r"(?:1[5-9]|20|21)\d\d-(?:0?[1-9]|1[0-2])-(?:3[01]|[12]\d|0?[1-9])(?:[ T]?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.7),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            }],
        },
        Pattern {
            name: "ISO 8601 basic",
            regex: r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?Z?",
            score: Score::new(0.7),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (8, 8),
                then: Then::TEXT,
            }],
        },
        Pattern {
            name: "year first",
            regex: r"(?:(?:1[5-9]|20|21)\d\d/(?:0?[1-9]|1[0-2])/(?:3[01]|[12]\d|0?[1-9])|(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.(?:3[01]|[12]\d|0?[1-9]))(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.7),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SLASH.or(Then::DOT),
            }],
        },
        Pattern {
            name: "year last",
            regex: r"(?:(?:3[01]|[12]\d|0?[1-9])/(?:1[0-2]|0?[1-9])|(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9]))/(?:(?:19|20)\d\d|\d\d)(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?|(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.(?:19|20)\d\d(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.6),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::SLASH.or(Then::DOT),
            }],
        },
        Pattern {
            name: "month and day",
            regex: r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?: ?\([月火水木金土日](?:曜日?)?(?:・?祝)?\))?(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.3),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::SLASH,
            }],
        },
        Pattern {
            name: "month, day and weekday",
            regex: r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9]) ?\([月火水木金土日](?:曜日?)?(?:・?祝)?\)(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.7),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::SLASH,
            }],
        },
        Pattern {
            name: "Japanese",
            regex: r"(?:(?:1[5-9]|20|21)\d\d ?年 ?)?(?:1[0-2]|0?[1-9]) ?月 ?(?:3[01]|[12]\d|0?[1-9]) ?日(?: ?\([月火水木金土日](?:曜日?)?(?:・?祝)?\))?(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?|(?:1[5-9]|20|21)\d\d ?年(?: ?(?:1[0-2]|0?[1-9]) ?月)?",
            score: Score::new(0.7),
            boundary: Boundary::None,
            anchors: &[
                Anchor::Number {
                    digits: (1, 2),
                    then: Then::TEXT.or(Then::SPACE),
                },
                Anchor::Number {
                    digits: (4, 4),
                    then: Then::TEXT.or(Then::SPACE),
                },
            ],
        },
        Pattern {
            name: "era",
            regex: r"(?:令和|平成|昭和|大正|明治) ?(?:元|\d{1,2}|[〇一二三四五六七八九十]{1,3}) ?年(?:度| ?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月(?: ?(?:3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十]{1,3}) ?日(?: ?\([月火水木金土日](?:曜日?)?(?:・?祝)?\))?(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?)?)?",
            score: Score::new(0.8),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(&["令和", "平成", "昭和", "大正", "明治"])],
        },
        Pattern {
            name: "era letter",
            regex: r"[MTSHRmtshr]\.?(?:[1-6]\d|0?[1-9])[./-](?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (1, 2),
                then: Then::DOT.or(Then::SLASH).or(Then::HYPHEN),
                class: is_era_letter,
                max: 2,
            }],
        },
        Pattern {
            name: "day, English month, year",
            regex: r"(?i-u:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[ -](?:of )?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?:,? |-)(?:(?:19|20)\d\d|\d\d))(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.7),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::SPACE.or(Then::HYPHEN).or(Then::TEXT),
            }],
        },
        Pattern {
            name: "English month, day",
            regex: r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\.? (?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?(?: ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (1, 2),
                then: Then::ANY,
                class: is_month,
                max: 11,
            }],
        },
        Pattern {
            name: "time",
            regex: r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?: ?(?i-u:[AP]M|[AP]\.M\.))?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?(?: ?[-~〜～] ?(?:[01]?\d|2[0-4]):[0-5]\d)?",
            score: Score::new(0.6),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::COLON,
            }],
        },
        Pattern {
            name: "Japanese time",
            regex: r"(?:(?:午前|午後) ?)?(?:[01]?\d|2[0-4]) ?時(?: ?(?:[0-5]?\d ?分(?: ?[0-5]?\d ?秒)?|半))?",
            score: Score::new(0.5),
            boundary: Boundary::None,
            anchors: &[
                Anchor::Number {
                    digits: (1, 2),
                    then: Then::TEXT.or(Then::SPACE),
                },
                Anchor::Literal(&["午前", "午後"]),
            ],
        },
    ],
    context: &[
        "日付",
        "日時",
        "期日",
        "期限",
        "締切",
        "納期",
        "date",
        "日程",
        "開催日",
    ],
    counter_context: &[
        "バージョン",
        "version",
        "ver",
        "品番",
        "型番",
        "比率",
        "倍率",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "«2025-03-09»、«2025-03-09T10:20:30.123+09:00»、«2025-03-09 10:20»",
        },
        Example {
            text: "納期は«2025/3/9»です。«2025.03.09»着、«20250309T102030Z»",
        },
        Example {
            text: "«2025年3月9日(月)»、«３月９日（月・祝）１０：００»から、«令和7年3月9日»",
        },
        Example {
            text: "«平成元年»、«S33.7.8»、«R7/3/9»、«昭和三十三年七月八日»",
        },
        Example {
            text: "on «9 March 2025» or «Mar. 9th, 2025»",
        },
        Example {
            text: "«09:30-17:00»、«午後3時半»、«18時»、«10:20 PM»",
        },
        Example {
            text: "«2025年3月9日(月)»«10時30分»〜«11時»、«2025-03-09»_report.pdf",
        },
        Example {
            text: "Sun, «9 Mar 2025 10:20:30 +0900»、納期 «3/9»",
        },
        Example {
            text: "«3/9(日)»と«12/31/2025»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "2025-13-09 2025/02/30x 25:61",
            reason: "no such month, no such time",
        },
        CounterExample {
            text: "may 5 people come, march 9 miles",
            reason: "words that are months with a capital letter",
        },
        CounterExample {
            text: "1/2 の確率、24時間営業、3月号",
            reason: "a fraction, a duration, an issue",
        },
        CounterExample {
            text: "A-2025-03-09-7 v2025.3.9.1",
            reason: "a piece of a number, a version",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "«㍻31年4月30日»",
            reason: "an era name squared into one character",
        },
        KnownGap {
            text: "«来週の月曜»に伺います",
            reason: "days that are counted from today",
        },
    ],
};

/// What stands between the start of `September. 9` and its number.
fn is_month(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, '.' | ' ')
}

fn is_era_letter(character: char) -> bool {
    matches!(
        character,
        'M' | 'T' | 'S' | 'H' | 'R' | 'm' | 't' | 's' | 'h' | 'r' | '.'
    )
}

/// A date is whole: no number, dash or dot with a number goes on beside it, and a duration
/// (`24時間`) is no time of day.
fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let is_digit = |character: char| character.is_ascii_digit();
    let separators = ['-', '.', '/', ':', ','];
    let before = candidate.before();
    let starts_late = text.starts_with(is_digit)
        && (before.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '_')
            || before
                .strip_suffix(separators)
                .is_some_and(|rest| rest.ends_with(is_digit)));
    let after = candidate.after();
    let ends_in_code = text.ends_with(|last: char| last.is_ascii_alphanumeric());
    let ends_early = ends_in_code
        && (after.starts_with(|next: char| next.is_ascii_alphanumeric())
            || after
                .strip_prefix(separators)
                .is_some_and(|rest| rest.starts_with(is_digit)));
    let is_duration =
        text.ends_with(['時', '年', '月', '分', '半']) && after.starts_with(['間', '分', '号']);
    Validity::refuted_unless(!starts_late && !ends_early && !is_duration)
}

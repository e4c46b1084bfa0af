//! Dates of birth.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Run, Then, Validity,
};
use crate::recognizers::label::{is_labelled, is_labelled_behind, tail};
use crate::recognizers::nearest_word::nearest_word;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/birth_date",
    entity: EntityType::BIRTH_DATE,
    summary: "Dates that the text calls a date of birth, in both calendars: right behind a label, before 生まれ, or before an age.",
    reference: "戸籍法 (昭和22年法律第224号) 第13条 (出生の年月日); 元号法 (昭和54年法律第43号); JIS X 0301:2019 (calendar dates of both calendars)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "year, month, day",
            regex: r"(18|19|20)\d{2}( ?年 ?(\((明治|大正|昭和|平成|令和|[MTSHR])(元|\d{1,2})年?\) ?年? ?)?(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12]\d|3[01]) ?日| ?[-/.] ?(0?[1-9]|1[0-2]) ?[-/.] ?(0?[1-9]|[12]\d|3[01]))",
            score: Score::new(0.85),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN
                    .or(Then::SLASH)
                    .or(Then::DOT)
                    .or(Then::SPACE)
                    .or(Then::BRACKET)
                    .or(Then::TEXT),
            }],
        },
        Pattern {
            name: "eight digits",
            regex: r"(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])",
            score: Score::new(0.85),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (8, 8),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "era",
            regex: r"(明治|大正|昭和|平成|令和)( ?(元|\d{1,2})( ?\((18|19|20)\d{2}年?\))? ?年 ?(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12]\d|3[01]) ?日| ?(元|\d{1,2})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01]))",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["明治", "大正", "昭和", "平成", "令和"])],
        },
        Pattern {
            name: "era in kanji",
            regex: r"(明治|大正|昭和|平成|令和)[元一二三四五六七八九十〇]{1,4}年[一二三四五六七八九十〇]{1,3}月[一二三四五六七八九十〇]{1,4}日",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["明治", "大正", "昭和", "平成", "令和"])],
        },
        Pattern {
            name: "short era",
            regex: r"[明大昭平令] ?(元|\d{1,2})([-/.] ?(0?[1-9]|1[0-2]) ?[-/.] ?(0?[1-9]|[12]\d|3[01])|年 ?(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12]\d|3[01]) ?日)",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::BeforeNumber {
                digits: (1, 2),
                then: Then::DOT.or(Then::SLASH).or(Then::HYPHEN).or(Then::TEXT),
                class: is_short_era,
                max: 2,
            }],
        },
        Pattern {
            name: "era letter",
            regex: r"[MTSHRmtshr]\d{1,2}( ?[-/.] ?(0?[1-9]|1[0-2]) ?[-/.] ?(0?[1-9]|[12]\d|3[01])| ?年 ?(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12]\d|3[01]) ?日)",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (2, 3),
                then: Then::DOT
                    .or(Then::SLASH)
                    .or(Then::HYPHEN)
                    .or(Then::SPACE)
                    .or(Then::TEXT),
            }],
        },
        Pattern {
            name: "two-digit year",
            regex: r"\d{2}([-/.]\d{1,2}[-/.]|年 ?\d{1,2}月 ?)\d{1,2}日?",
            score: Score::new(0.8),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["生年月日", "date of birth", "DOB"])],
        },
        Pattern {
            name: "day, month, year",
            regex: r"(0?[1-9]|[12]\d|3[01])((st|nd|rd|th)?[ -]?(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)[.,]?[ -]?|[-/.](0?[1-9]|[12]\d|3[01])[-/.])(19|20)\d{2}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::SPACE
                    .or(Then::HYPHEN)
                    .or(Then::SLASH)
                    .or(Then::DOT)
                    .or(Then::TEXT),
            }],
        },
        Pattern {
            name: "month, day, year",
            regex: r"(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? (0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?,? (19|20)\d{2}",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&[
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ])],
        },
        Pattern {
            name: "month and day",
            regex: r"(0?[1-9]|1[0-2]) ?(月 ?(0?[1-9]|[12]\d|3[01]) ?日|/(0?[1-9]|[12]\d|3[01]))",
            score: Score::new(0.85),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (1, 2),
                then: Then::TEXT.or(Then::SPACE).or(Then::SLASH),
            }],
        },
    ],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "生年月日：«1985/04/03»",
        },
        Example {
            text: "生年月日　«昭和三十一年十月二十五日»",
        },
        Example {
            text: "父の生年月日　«Ｓ３３．７．８»",
        },
        Example {
            text: "【生年月日】«昭和60年4月3日»　男",
        },
        Example {
            text: "生年月日（西暦）：«1985年 4月 3日»",
        },
        Example {
            text: "氏名　生年月日　性別\n山田　太郎　«1985-04-03»　男",
        },
        Example {
            text: "私は«1985年4月3日»生まれです",
        },
        Example {
            text: "山田太郎（«昭和60年4月3日»生）",
        },
        Example {
            text: "«令和元年5月1日»に生まれました",
        },
        Example {
            text: "«1971年6月5日»に函館で生まれ",
        },
        Example {
            text: "母の誕生日は«4月3日»です",
        },
        Example {
            text: "誕生日：«４月３日»",
        },
        Example {
            text: "生年月日は、長男が«平成20年1月2日»、次男が«平成22年3月4日»です",
        },
        Example {
            text: "続柄　氏名　生年月日\n妻　山田　花子　«1985/04/03»\n長男　山田　一　«2010/05/05»",
        },
        Example {
            text: "生年月日：«60.4.3»",
        },
        Example {
            text: "患者　山田太郎　«昭和13年2月11日»（87歳）",
        },
        Example {
            text: "Date of Birth: «12 MAY 1958»",
        },
        Example {
            text: "DOB «05/12/1958»",
        },
        Example {
            text: "born on «May 12, 1958»",
        },
        Example {
            text: "生年月日 «19850403»",
        },
        Example {
            text: "生年月日：«昭33.7.8»",
        },
        Example {
            text: "生年月日 «1985年(昭和60年)4月3日»",
        },
        Example {
            text: "旅券 TR1234567　«12 MAY 1958»　M",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "誕生日プレゼントの版は 1985.13.40 です",
            reason: "no date at all",
        },
        CounterExample {
            text: "生年月日は秘密です。誕生日割引は 3 割です",
            reason: "words on birthdays without a date",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "生年月日：«1985年4月»",
            reason: "a month without a day",
        },
        KnownGap {
            text: "誕生日は«四月三日»です",
            reason: "kanji digits without an era",
        },
    ],
};

/// Labels a date stands right behind.
const LABELS: [&str; 22] = [
    "生年月日",
    "誕生日",
    "お誕生日",
    "誕生日の",
    "出生日",
    "出生年月日",
    "生まれ",
    "生れ",
    "出生",
    "誕生",
    "バースデー",
    "バースデイ",
    "date of birth",
    "d.o.b",
    "dob",
    "birth date",
    "birthdate",
    "birthday",
    "born",
    "born on",
    "生年",
    "birth day",
];
/// Labels from which a date may stand a few words or a line of a table away.
const FAR_LABELS: [&str; 5] = [
    "生年月日",
    "出生日",
    "Date of Birth",
    "Date of birth",
    "DOB",
];
/// How far, in bytes.
const FAR: usize = 78;
/// Words that make a date between such a label and the match another one's.
const OTHER_DATES: [&str; 16] = [
    "期限", "期間", "発行", "交付", "取得", "入社", "登録", "有効", "契約", "予約", "来店", "開始",
    "満了", "日付", "更新", "作成",
];

nearest_word!(label_or_other_date, &FAR_LABELS, &OTHER_DATES);

fn check(candidate: &Candidate<'_>) -> Validity {
    let after = candidate.after();
    Validity::refuted_unless(
        is_born_behind(after)
            || is_labelled(candidate, &LABELS)
            || (has_year(candidate.as_str())
                && (is_age_behind(after)
                    || is_labelled_behind(candidate, &["生年月日"])
                    || is_far_behind_label(candidate.before())
                    || is_in_list(candidate.before())
                    || is_in_column(candidate.before())
                    || is_behind_passport(candidate))),
    )
}

fn has_year(date: &str) -> bool {
    let first = date.trim_start_matches(|digit: char| digit.is_ascii_digit());
    date.len() - first.len() >= 4
        || !date.starts_with(|first: char| first.is_ascii_digit())
        || date.len() >= 8 && date.is_ascii()
}

/// 生, 生まれ, に…で生まれ, born.
fn is_born_behind(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '(', ')']);
    if let Some(rest) = after.strip_prefix('生') {
        return rest.chars().next().is_none_or(|next| {
            matches!(next, 'ま' | 'れ' | '誕') || !crate::text::script::is_japanese(next)
        });
    }
    if after.starts_with("うまれ") || after.starts_with("誕生") {
        return true;
    }
    // 1971年6月5日に函館市の病院で生まれ: within one short clause.
    after.strip_prefix(['に', '、']).is_some_and(|rest| {
        let clause: &str = rest
            .split(['。', '、', '\n', ',', '.'])
            .next()
            .unwrap_or_default();
        clause.find("生まれ").is_some_and(|at| at <= 45)
    })
}

/// (40歳), 満40才.
fn is_age_behind(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '(', '満']);
    let unit = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let digits = rest.len() - unit.len();
    let names_age = unit
        .strip_prefix(['歳', '才'])
        .is_some_and(|rest| !rest.starts_with(['未', '以', 'か', '~', '-', 'を', 'に']));
    (1..=3).contains(&digits) && names_age && after.trim_start().starts_with(['(', '満'])
}

/// Behind 生年月日 with other words between, but no other number, sentence or kind of date.
fn is_far_behind_label(before: &str) -> bool {
    // What stands behind the last number or sentence, and on the last two lines.
    let near = tail(before, FAR)
        .rsplit(|character: char| character.is_ascii_digit() || character == '。')
        .next()
        .unwrap_or_default();
    let lines = near.rmatch_indices('\n').nth(1).map_or(0, |(at, _)| at);
    label_or_other_date(near.get(lines..).unwrap_or_default()) == Some(true)
}

/// A further one in the sentence: 生年月日は、長男が…、次男が….
fn is_in_list(before: &str) -> bool {
    before.ends_with(['は', 'が', ':'])
        && before
            .rsplit(['。', '\n'])
            .next()
            .and_then(label_or_other_date)
            == Some(true)
}

/// In a table: the first date of its row, under a row of labels that names 生年月日, with nothing but rows
/// that hold numbers between.
fn is_in_column(before: &str) -> bool {
    let mut lines = before.rsplit('\n');
    let holds_number = |line: &str| line.bytes().filter(u8::is_ascii_digit).count() >= 4;
    if lines.next().is_none_or(holds_number) {
        return false;
    }
    lines
        .find(|line| !holds_number(line))
        .is_some_and(|labels| {
            !labels.contains(['。', ':']) && FAR_LABELS.iter().any(|label| labels.contains(label))
        })
}

/// In a line of identity data: right behind a passport number.
fn is_behind_passport(candidate: &Candidate<'_>) -> bool {
    let Some(word) = candidate
        .before()
        .trim_end_matches([' ', ',', '、', '/', '|'])
        .rsplit(|character: char| !character.is_ascii_alphanumeric())
        .next()
    else {
        return false;
    };
    let letters = word.trim_end_matches(|digit: char| digit.is_ascii_digit());
    letters.len() == 2 && word.len() == 9
}

fn is_short_era(character: char) -> bool {
    matches!(character, '明' | '大' | '昭' | '平' | '令' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AnalyzerEngine, AnalyzerRequest};

    /// Dates of other kinds, which other rules may find: so they are no counter-examples.
    #[test]
    fn dates_without_a_word_on_birth_are_no_birth_dates() {
        let engine = AnalyzerEngine::builder()
            .empty()
            .with_rule(&SPEC)
            .build()
            .unwrap();
        for text in [
            "生年月日の欄は空でした。入社日 2020年4月1日",
            "生年月日：不明　有効期限 2031/06/30",
            "誕生日プレゼントを12月24日に届けてください",
            "2025年4月1日に開始します",
            "2025年4月1日生産分",
            "2025/04/01 10:00:00 born2run started",
            "4月23日の誕生会",
            "発行日 2025年4月1日（3部）",
            "平成30年4月1日付の契約",
            "2024年4月3日（40歳未満は無料）",
            "生年月日：1985年4月\n契約日 2020/04/01",
        ] {
            let found = engine
                .analyze_with(text, &AnalyzerRequest::default())
                .unwrap();
            assert!(found.is_empty(), "{text}");
        }
    }
}

//! Telephone numbers of Japan.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::recognizers::label::{Label, tail};
use crate::telephone::japan::{Fit, fit};
use crate::telephone::surroundings::stands_alone;
use crate::{EntityType, Score};

/// The labels behind which a number without its area code is one.
const LABELS: &[&str] = &[
    "電話",
    "電話番号",
    "でんわ",
    "お電話",
    "TEL",
    "tel.",
    "FAX",
    "fax.",
    "ファックス",
    "ファクス",
    "ファクシミリ",
    "自宅",
    "℡ ",
    "℡:",
    "☎ ",
    "☎:",
];

/// Words that speak for a telephone number: the context of the rule, and what a number in unusual
/// groups needs right before it.
const CONTEXT: &[&str] = &[
    "電話",
    "でんわ",
    "デンワ",
    "TEL",
    "phone",
    "telephone",
    "mobile",
    "cell",
    "cellphone",
    "call",
    "FAX",
    "ファックス",
    "ファクス",
    "ファクシミリ",
    "携帯",
    "ケータイ",
    "けいたい",
    "スマホ",
    "PHS",
    "連絡先",
    "番号通知",
    "着信",
    "発信",
    "架電",
    "直通",
    "代表",
    "内線",
    "フリーダイヤル",
    "フリーコール",
    "ナビダイヤル",
    "IP電話",
    "留守電",
    "お掛け",
    "おかけ",
    "折り返し",
    "緊急連絡",
    "自宅",
    "勤務先",
    "℡",
    "☎",
    "☏",
    "📞",
    "📱",
    "MNP",
    "SMS",
    "ショートメッセージ",
];

/// Labels that say the number is another.
const COUNTER: &[&str] = &[
    "注文番号",
    "注文No",
    "注文ID",
    "受注番号",
    "発注番号",
    "伝票番号",
    "送り状番号",
    "追跡番号",
    "荷物番号",
    "管理番号",
    "受付番号",
    "整理番号",
    "会員番号",
    "会員ID",
    "顧客番号",
    "顧客コード",
    "お客様番号",
    "お客さま番号",
    "契約番号",
    "証券番号",
    "口座番号",
    "製造番号",
    "シリアル",
    "シリアル番号",
    "品番",
    "型番",
    "商品番号",
    "商品コード",
    "製品番号",
    "部品番号",
    "JAN",
    "JANコード",
    "エラー番号",
    "エラーコード",
    "error code",
    "請求書番号",
    "請求番号",
    "見積番号",
    "予約番号",
    "確認番号",
    "認証番号",
    "チケット番号",
    "案件番号",
    "図番",
    "社員番号",
    "学籍番号",
    "登録番号",
    "許可番号",
    "ロット",
    "ロット番号",
    "受注",
    "受注No",
    "発注",
    "発注No",
    "伝票",
    "伝票No",
    "送り状",
    "送り状No",
    "追跡",
    "配送番号",
    "出荷番号",
    "問合せ番号",
    "問い合わせ番号",
    "照会番号",
    "申込番号",
    "工事番号",
    "製番",
    "機番",
    "図面",
    "SKU",
    "RMA",
    "PO",
    "order number",
    "order no",
    "order id",
    "tracking number",
    "invoice no",
    "invoice number",
    "serial number",
    "serial",
    "part number",
    "part no",
    "ticket",
    "lot",
    "ISBN",
];

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/phone",
    entity: EntityType::PHONE_NUMBER,
    summary: "Telephone and fax numbers of Japan: fixed, mobile, IP, free and shared-cost numbers, with 0 or +81 in front.",
    reference: "総務省 電気通信番号計画 (令和元年総務省告示第6号), 市外局番の一覧; ITU-T E.164 country code 81",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "grouped",
            regex: r"(?:\(0\d{1,4} ?\) ?-?|0\d{1,4}(?: ?[-.] ?| ?\) ?-?| ?\( ?))\d{1,8}(?:(?: ?[-.~〜・の] ?| ?\) ?-?| ?\( ?)\d{3,4})?",
            score: Score::new(0.6),
            boundary: Boundary::None,
            anchors: &[Anchor::BeforeNumber {
                digits: (2, 5),
                then: Then::HYPHEN.or(Then::DOT).or(Then::BRACKET).or(Then::SPACE),
                class: is_opening_bracket,
                max: 1,
            }],
        },
        Pattern {
            name: "grouped by dots and waves",
            regex: r"0\d{1,4} ?[~〜・の] ?\d{1,4}(?: ?[-.~〜・の] ?| ?\) ?-?| ?\( ?)\d{3,4}",
            score: Score::new(0.6),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(&[
                "01", "02", "03", "04", "05", "06", "07", "08", "09",
            ])],
        },
        Pattern {
            name: "spaced",
            regex: r"(?:\(0\d{1,4}\)|0\d{1,4}) {1,2}\d{1,4}(?: {1,2}|-)\d{3,4}",
            score: Score::new(0.45),
            boundary: Boundary::None,
            anchors: &[Anchor::BeforeNumber {
                digits: (2, 5),
                then: Then::SPACE.or(Then::BRACKET),
                class: is_opening_bracket,
                max: 1,
            }],
        },
        Pattern {
            name: "eleven digits",
            regex: r"0[5-9]0[1-9]\d{7}",
            score: Score::new(0.5),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "free dial digits",
            regex: r"0120\d{6}|0800\d{7}",
            score: Score::new(0.4),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (10, 11),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "ten digits",
            regex: r"0[1-9]\d{8,9}",
            score: Score::new(0.1),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (10, 11),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "international",
            regex: r"(?:\(\+ ?81\)|\+ ?81)[ .-]{0,3}(?:\(0\)|0)?[ .-]{0,2}\(?\d{1,4}(?:[ .~・-]{1,3}| ?[()] ?-?)?\d{1,4}(?:[ .~・-]{1,3}| ?[()] ?-?)?\d{3,4}",
            score: Score::new(0.8),
            boundary: Boundary::None,
            anchors: &[Anchor::Before {
                byte: b'+',
                class: is_opening_bracket,
                max: 1,
            }],
        },
        Pattern {
            name: "international without plus",
            regex: r"(?:0081[ .-]{0,3}|(?:010[ -])?81[ .-]{1,3})(?:\(0\)|0)?[ .-]{0,2}\d{1,4}(?:[ .~・-]{1,3}| ?[()] ?)?\d{1,4}(?:[ .~・-]{1,3}| ?[()] ?)?\d{3,4}",
            score: Score::new(0.3),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(&[
                "0081", "010-81", "010 81", "81-", "81 ", "81.",
            ])],
        },
        Pattern {
            name: "without area code",
            regex: r"[1-9]\d{0,3}[-(]\d{4}",
            score: Score::new(0.65),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(LABELS)],
        },
        Pattern {
            name: "kanji digits",
            regex: r"(?:\([〇○零][一二三四五六七八九][〇○零一二三四五六七八九]{0,3}\)|[〇○零][一二三四五六七八九][〇○零一二三四五六七八九]{0,9})(?:[-ー―の・~ ().]?[〇○零一二三四五六七八九]{2,8}){0,2}",
            score: Score::new(0.6),
            boundary: Boundary::None,
            anchors: &[Anchor::Literal(KANJI_STARTS)],
        },
    ],
    context: CONTEXT,
    counter_context: COUNTER,
    check: Some(check),
    examples: &[
        Example {
            text: "電話番号は«03-1234-5678»です。FAX：«０３－１２３４－５６７９»",
        },
        Example {
            text: "«０９０－８２１７－４４０５»　土井（自宅は «（０８６）２７３－１１５５» ）",
        },
        Example {
            text: "携帯«09044127766»です",
        },
        Example {
            text: "代表 «0564(55)2791»、直通 «06(6853)1178»、夜間 «(027)221-8831»",
        },
        Example {
            text: "Tel: «03.5577.0941»  Mobile: «080 6114 3303»",
        },
        Example {
            text: "«045.594.0183»",
        },
        Example {
            text: "移す番号　«０８０（６６０２）１９４６»、«048 (224) 7718»",
        },
        Example {
            text: "黒岩 («+81-80-6630-2175»)、«+81 (0)78 391 4407»、«+81 90 5518 7724»",
        },
        Example {
            text: "«+81-(0)70-3350-1188» / «(+81)90-5518-7724» / «+819055187724»",
        },
        Example {
            text: "海外からは電話 «0081-90-5518-7724» へ、国内の携帯は «81-90-5518-7724»",
        },
        Example {
            text: "«080～6630～2176» «０８０・３６０９・７７１９» «090の1234の5679»",
        },
        Example {
            text: "«03-1234-5678»/«090-1234-5678»",
        },
        Example {
            text: "フリーダイヤル«0120-444-113»、«0120-44-1133»、«0800-123-4567»、ナビダイヤル «0570-033-919»",
        },
        Example {
            text: "IP電話«050-3188-2048»、«070-1582-3397»、«060-1582-3397»、データ端末«020-1234-5678»",
        },
        Example {
            text: "離島は «04992-2-1234»、柏は «04-7123-4567»、函館は «0138-22-1234»",
        },
        Example {
            text: "電話：«273-1155»（市内）",
        },
        Example {
            text: "携帯　«〇九〇ー六一一五ー八八四一»、事務所 «〇三（六二一七）四四一〇»",
        },
        Example {
            text: "\"tel\":\"«0798671143»\"",
        },
        Example {
            text: "電話 «0566-27-1191»（内線 215）",
        },
        Example {
            text: "TEL«0120448092»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "整理番号 0091-2274",
            reason: "eight digits, and no area code begins with 00",
        },
        CounterExample {
            text: "お客様番号 03-2210-7745-118",
            reason: "a fourth group: a customer number",
        },
        CounterExample {
            text: "注文番号：0312-45-6789",
            reason: "an order number",
        },
        CounterExample {
            text: "送り状番号は 0467-83-7702 です",
            reason: "labelled as something else, though the shape fits",
        },
        CounterExample {
            text: "受付番号（例：03-1200-0008）をお控えください",
            reason: "an example of another number",
        },
        CounterExample {
            text: "部品 MK-03-1234-5678 を2個",
            reason: "part of a code",
        },
        CounterExample {
            text: "受付 0312345678",
            reason: "ten digits without a label may be anything",
        },
        CounterExample {
            text: "下4桁は 5678 です",
            reason: "a part of a number names nobody",
        },
        CounterExample {
            text: "寸法 030-1234-5678",
            reason: "030 is no number class and no area code",
        },
        CounterExample {
            text: "期間は 01-02-2025 から 09:00-18:00",
            reason: "dates and times",
        },
        CounterExample {
            text: "在庫 0312-1、273-115",
            reason: "too short",
        },
        CounterExample {
            text: "二〇三四年",
            reason: "a year in kanji digits",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "〒«090-xxxx-5678»",
            reason: "masked by the sender; what is left names nobody",
        },
        KnownGap {
            text: "«ゼロキューゼロの1234の5678»",
            reason: "spelled in words",
        },
    ],
};

/// Every way a number in kanji digits begins.
const KANJI_STARTS: &[&str] = &[
    "〇一", "〇二", "〇三", "〇四", "〇五", "〇六", "〇七", "〇八", "〇九", "○一", "○二", "○三",
    "○四", "○五", "○六", "○七", "○八", "○九", "零一", "零二", "零三", "零四", "零五", "零六",
    "零七", "零八", "零九", "(〇", "(○",
];

fn is_opening_bracket(character: char) -> bool {
    character == '('
}

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    if !stands_alone(candidate, text.contains(' '))
        || text.starts_with(is_kanji_digit) && candidate.before().ends_with(is_kanji_digit)
        || is_glued_without_need(candidate)
    {
        return Validity::Invalid;
    }
    let validity = validity_by_plan(candidate);
    if validity == Validity::Invalid || Label::of(candidate).is_any(COUNTER) {
        return Validity::Invalid;
    }
    validity
}

/// Labels are glued onto numbers in the usual groups alone; the rarer shapes are looked for at the
/// starts of words.
fn is_glued_without_need(candidate: &Candidate<'_>) -> bool {
    let text = candidate.as_str();
    let is_rare = text.starts_with("0081")
        || text.starts_with("010")
        || text.starts_with("81")
        || text
            .trim_start_matches(|first: char| first.is_ascii_digit() || first == ' ')
            .starts_with(['~', '〜', '・', 'の']);
    is_rare
        && candidate
            .before()
            .ends_with(|last: char| last.is_ascii_alphanumeric())
}

fn validity_by_plan(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let written = Written::new(text);
    let (digits, groups) = (written.digits(), written.groups());
    if let Some(national) = behind_country_code(text, digits) {
        return match fit(&national, &[]) {
            Fit::None => Validity::Invalid,
            _ if text.contains('+') => Validity::Valid,
            _ => Validity::Unknown,
        };
    }
    if digits.first() != Some(&0) {
        // A number without its area code; its label stands before it.
        return Validity::refuted_unless(digits.len() <= 8);
    }
    match fit(digits, groups) {
        Fit::Exact if groups.len() > 2 && !is_only_spaced(text) => Validity::Valid,
        Fit::Exact => Validity::Unknown,
        Fit::Loose if groups.len() == 1 || digits.len() == 11 => Validity::Unknown,
        // A grouping or an area code the plan does not know: only beside a word that says so.
        Fit::Loose => Validity::refuted_unless(has_phone_word(candidate.before())),
        Fit::None => Validity::refuted_unless(
            matches!(digits.len(), 10 | 11)
                && digits.get(1) != Some(&0)
                && groups.len() == 3
                && has_phone_word(candidate.before()),
        ),
    }
}

/// The digits of a number and the lengths of its groups. No number is longer than 20 digits; what is
/// counts as 20 and fits no plan.
struct Written {
    digits: [u8; 20],
    digit_count: usize,
    groups: [usize; 20],
    group_count: usize,
}

impl Written {
    fn new(text: &str) -> Self {
        let mut written = Self {
            digits: [0; 20],
            digit_count: 0,
            groups: [0; 20],
            group_count: 0,
        };
        let mut in_group = false;
        for character in text.chars() {
            let Some(value) = digit_value(character) else {
                in_group = false;
                continue;
            };
            let Some(digit) = written.digits.get_mut(written.digit_count) else {
                break;
            };
            *digit = value;
            written.digit_count += 1;
            if !in_group {
                written.group_count += 1;
            }
            in_group = true;
            if let Some(length) = written.groups.get_mut(written.group_count - 1) {
                *length += 1;
            }
        }
        written
    }

    fn digits(&self) -> &[u8] {
        self.digits.get(..self.digit_count).unwrap_or_default()
    }

    fn groups(&self) -> &[usize] {
        self.groups.get(..self.group_count).unwrap_or_default()
    }
}

/// The national digits, leading 0 included, of a number written with its country code.
fn behind_country_code(text: &str, digits: &[u8]) -> Option<Vec<u8>> {
    let rest = match digits {
        [0, 0, 8, 1, rest @ ..] | [0, 1, 0, 8, 1, rest @ ..] if digits.len() > 11 => rest,
        [8, 1, rest @ ..] if digits.len() > 10 || text.contains('+') => rest,
        _ => return None,
    };
    let rest = rest.strip_prefix(&[0]).unwrap_or(rest);
    Some(std::iter::once(0).chain(rest.iter().copied()).collect())
}

fn is_only_spaced(text: &str) -> bool {
    text.chars()
        .all(|character| character == ' ' || digit_value(character).is_some())
}

fn is_kanji_digit(character: char) -> bool {
    !character.is_ascii() && digit_value(character).is_some()
}

fn digit_value(character: char) -> Option<u8> {
    Some(match character {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => {
            return character
                .to_digit(10)
                .and_then(|digit| u8::try_from(digit).ok());
        }
    })
}

/// How far before a number a word for telephones may stand, in bytes: about twenty characters.
const REACH: usize = 60;

/// Whether a word for telephones stands near before the number.
fn has_phone_word(before: &str) -> bool {
    static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(CONTEXT)
            .ok()
    });
    WORDS
        .as_ref()
        .is_some_and(|words| words.is_match(tail(before, REACH)))
}

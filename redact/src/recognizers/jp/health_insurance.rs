//! 保険者番号, 被保険者の記号・番号.

use crate::check_digit::jp_health_insurer;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::{Label, before_gap, tail};
use crate::recognizers::nearest_word::nearest_word;
use crate::text::script::is_japanese;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/health_insurance",
    entity: EntityType::JP_HEALTH_INSURANCE,
    summary: "保険者番号 and 記号 and 番号 of insured persons, long-term care and late-stage elderly insurance included, as values behind their labels.",
    reference: "健康保険法 (大正11年法律第70号) 第194条の2 (被保険者等記号・番号等); 国民健康保険法第111条の2; 高齢者の医療の確保に関する法律第161条の2; 介護保険法施行規則第26条; 昭和51年8月7日付け厚生省通知「保険者番号等の設定について」",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "insurer",
            regex: r"\d{8}|\d{6}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[
                Anchor::Number {
                    digits: (8, 8),
                    then: Then::ANY,
                },
                Anchor::Number {
                    digits: (6, 6),
                    then: Then::ANY,
                },
            ],
        },
        Pattern {
            name: "labelled number",
            regex: r"\d{1,8}([-・]\d{1,8}){1,2}|\d{1,10}",
            score: Score::new(0.6),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["番号", "記号", "保険証", "資格確認書"])],
        },
        Pattern {
            name: "labelled sign",
            regex: r"[^\x00-\x7F]{1,3} ?[-・]? ?\d{1,6}(-\d{1,8})?",
            score: Score::new(0.6),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["記号", "記号番号", "記号・番号"])],
        },
        Pattern {
            // 記号4418の209番: both values in one.
            name: "sign and number",
            regex: r"\d{1,8} ?の ?\d{1,8}",
            score: Score::new(0.6),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["記号"])],
        },
    ],
    context: &[
        "保険者番号",
        "保険者",
        "被保険者番号",
        "健康保険",
        "国民健康保険",
        "後期高齢者医療",
        "介護保険",
        "保険証",
        "資格確認書",
        "記号・番号",
        "insurer number",
        "health insurance",
    ],
    counter_context: other_numbers![
        "電話",
        "TEL",
        "FAX",
        "生年月日",
        "交付",
        "有効期限",
        "資格取得",
        "発行",
        "年月日",
        "雇用保険",
        "基礎年金番号",
        "個人番号",
        "マイナンバー",
        "口座",
        "普通",
        "当座",
        "ゆうちょ",
        "〒",
        "郵便番号",
        "円",
        "当院ID",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "保険者番号　«01130012»",
        },
        Example {
            text: "保険者番号：«１３８０１６»",
        },
        Example {
            text: "保険者番号（8桁）：«33120015»",
        },
        Example {
            text: "健康保険　記号 «4120»　番号 «77»（枝番 00）",
        },
        Example {
            text: "保険証の記号は«21»、番号は«1234567»です",
        },
        Example {
            text: "健康保険証 記号・番号：«21-345»",
        },
        Example {
            text: "国民健康保険\n記号　«杉並12»\n番号　«3456»",
        },
        Example {
            text: "国保の記号番号：«新1-23456»",
        },
        Example {
            text: "後期高齢者医療 被保険者番号 «01234567»",
        },
        Example {
            text: "介護保険被保険者番号：«0000123456»",
        },
        Example {
            text: "保険証は記号«4418の209»番です",
        },
        Example {
            text: "被保険者証番号 «１２３４５６»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "33120015",
            reason: "eight digits without a label",
        },
        CounterExample {
            text: "管理記号 4120 番号 77",
            reason: "a sign and a number, but of no insurance",
        },
        CounterExample {
            text: "健康保険の件で、受付番号 33120015 です",
            reason: "the nearest label is of an application",
        },
        CounterExample {
            text: "保険証の記号の3桁目",
            reason: "a particle, then a count",
        },
        CounterExample {
            text: "健康保険の問い合わせ番号 77",
            reason: "another number's label ends in 番号 too",
        },
    ],
    known_gaps: &[KnownGap {
        text: "健康保険　記号　番号　枝番\n　　　«4120»　«77»　00",
        reason: "labels in a row above their values",
    }],
};

const INSURANCE: [&str; 9] = [
    "保険",
    "健保",
    "国保",
    "社保",
    "共済",
    "組合員",
    "加入者",
    "被扶養",
    "資格確認書",
];
const NO_INSURANCE: [&str; 18] = [
    "ゆうちょ",
    "郵便貯金",
    "貯金",
    "口座",
    "銀行",
    "信金",
    "振込",
    "普通",
    "当座",
    "免許",
    "旅券",
    "パスポート",
    "注文",
    "伝票",
    "電話",
    "年金",
    "雇用保険",
    "自動車保険",
];
/// Labels that end in 番号 or 記号 and belong to an insured person's card.
const CARD_LABELS: [&str; 20] = [
    "公費負担者番号",
    "負担者番号",
    "被保険者番号",
    "被保険者証番号",
    "被保険者証の番号",
    "被保険者証記号番号",
    "被保険者記号",
    "被保険者証記号",
    "被保険者等記号・番号",
    "被保険者記号・番号",
    "被保険者証記号・番号",
    "保険証番号",
    "保険証の番号",
    "保険証記号",
    "保険証の記号",
    "保険証記号番号",
    "資格確認書番号",
    "組合員番号",
    "加入者番号",
    "受給者番号",
];

/// How far before a value the word that says whose number it is may stand, in bytes.
const REACH: usize = 120;

nearest_word!(insurance_or_other, &INSURANCE, &NO_INSURANCE);

fn check(candidate: &Candidate<'_>) -> Validity {
    let value = candidate.as_str();
    if value.contains('の') && !is_followed_by_number_word(candidate.after()) {
        return Validity::Invalid;
    }
    // Numbers are everywhere; only behind these may a label end, so that most are turned down here.
    let may_be_labelled = before_gap(candidate.before()).ends_with(['号', '証', '書', ')']);
    if !may_be_labelled && !matches!(value.len(), 6 | 8) {
        return Validity::Invalid;
    }
    let label = Label::of(candidate);
    if value.contains("番号")
        || value.starts_with(['の', 'は', 'が', 'を', 'に', 'で', 'と', 'も'])
        || is_of_employment_insurance(value)
    {
        return Validity::Invalid;
    }
    let head = label
        .before_word("番号")
        .or_else(|| label.before_word("記号"));
    let Some(head) = head else {
        let is_behind_card = label.is_any(&["保険証", "資格確認書"]);
        return Validity::refuted_unless(
            is_behind_card
                || (matches!(value.len(), 6 | 8)
                    && jp_health_insurer(candidate.digits())
                    && !is_date(candidate)),
        );
    };
    // 番号 and 記号 as words of their own, not 受付番号, but 証の番号 and 記号番号.
    let is_whole_label = !head.ends_with(|last| {
        is_japanese(last) && !matches!(last, 'の' | 'は' | 'が' | '証' | 'で' | 'と' | '号')
    });
    // What the other labels have before their 番号 or 記号: 被保険者, 資格確認書, 組合員, 記号・.
    if !is_whole_label && !head.ends_with(['者', '書', '員', '・']) {
        return Validity::Invalid;
    }
    if label.is_any(&["保険者番号"]) && !label.is_any(&["被保険者番号"]) {
        return Validity::refuted_unless(matches!(value.len(), 6 | 8));
    }
    if label.is_any(&["雇用保険被保険者番号", "基礎年金番号"]) {
        return Validity::Invalid;
    }
    Validity::refuted_unless(
        label.is_any(&CARD_LABELS)
            || (is_whole_label
                && insurance_or_other(tail(candidate.before(), REACH)) == Some(true)),
    )
}

/// Whether 番 stands behind the match as a word of its own.
fn is_followed_by_number_word(after: &str) -> bool {
    after
        .trim_start_matches(' ')
        .strip_prefix('番')
        .is_some_and(|rest| !rest.starts_with(['号', '地', '目', '線', '街', '組', '館']))
}

/// Four digits, six and one make a 雇用保険被保険者番号.
fn is_of_employment_insurance(value: &str) -> bool {
    value.split('-').map(str::len).eq([4, 6, 1])
}

/// Whether eight digits read as a date of the last or this century.
fn is_date(candidate: &Candidate<'_>) -> bool {
    let digits = candidate.as_str();
    digits.len() == 8 && (digits.starts_with("19") || digits.starts_with("20"))
}

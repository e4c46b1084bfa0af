//! 口座番号, ゆうちょの記号番号.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::{Label, is_labelled_behind, tail};
use crate::recognizers::nearest_word::nearest_word;
use crate::text::script::is_japanese;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/bank_account",
    entity: EntityType::JP_BANK_ACCOUNT,
    summary: "Account numbers at Japanese banks (seven digits beside the kind of account) and 記号 and 番号 of ゆうちょ銀行.",
    reference: "全国銀行協会 全銀協標準通信プロトコル 総合振込レコード・フォーマット (預金種目 1 digit, 口座番号 7 digits); ゆうちょ銀行 貯金総合通帳の記号番号 (記号 1xxx0, 番号 up to 8 digits)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "seven digits",
            regex: r"\d{7}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (7, 7),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "yucho",
            // The second is a 振替口座: five digits from 0, a check digit, up to six more.
            regex: r"1\d{3}0(-\d)? ?- ?\d{2,8}|0\d{4} ?- ?\d ?- ?\d{1,6}",
            score: Score::new(0.3),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (5, 5),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "labelled",
            regex: r"\d{3}-\d{4}|\d{4,12}",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&[
                "口座番号",
                "口座No",
                "口座NO.",
                "口座no.",
                "account number",
                "account no",
                "account no.",
                "account #",
                "acct no",
                "acct no.",
                "acct #",
                "acct",
                "a/c no",
                "a/c no.",
                "a/c",
            ])],
        },
        Pattern {
            name: "yucho sign",
            regex: r"1\d{3}0",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["記号"])],
        },
        Pattern {
            name: "yucho number",
            regex: r"\d{2,8}",
            score: Score::new(0.5),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&["番号"])],
        },
    ],
    context: &[
        "口座番号",
        "口座",
        "普通",
        "普通預金",
        "当座",
        "当座預金",
        "貯蓄",
        "貯蓄預金",
        "フツウ",
        "トウザ",
        "(普)",
        "(当)",
        "振込先",
        "振込口座",
        "ゆうちょ",
        "郵便貯金",
        "記号番号",
        "記号・番号",
        "振替口座",
        "郵便振替",
        "払込口座",
        "払込取扱票",
        "account number",
        "account no",
        "savings account",
        "checking account",
        "ordinary",
    ],
    counter_context: other_numbers![
        "郵便番号",
        "〒",
        "電話",
        "TEL",
        "FAX",
        "保険",
        "被保険者",
        "支店番号",
        "店番号",
        "店番",
        "金額",
        "合計",
        "税込",
        "税抜",
        "残高",
        "請求額",
        "¥",
        "円",
        "免許",
        "登録番号",
        "法人番号",
        "振込人番号",
        "依頼人番号",
        "amount",
        "total",
        "zip",
        "phone",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "みどり銀行 青葉支店 普通 «1234567»",
        },
        Example {
            text: "普通預金　«１２３４５６７»　ヤマダ　タロウ",
        },
        Example {
            text: "種別：当座　口座番号：«0012345»",
        },
        Example {
            text: "銀行名　みどり銀行\n支店名　青葉支店（012）\n種目　ﾌﾂｳ\n番号　«1234567»\n名義　ヤマダ　タロウ",
        },
        Example {
            text: "(普)«1234567»",
        },
        Example {
            text: "普通口座«1234567»です",
        },
        Example {
            text: "口座番号は«123-4567»です",
        },
        Example {
            text: "口座番号：«12345678»",
        },
        Example {
            text: "口座は «1234567»（普通）です",
        },
        Example {
            text: "ゆうちょ銀行　記号 «11940»　番号 «12345671»",
        },
        Example {
            text: "ゆうちょ\n記号：«１１９４０»\n番号：«１２３４５６７１»",
        },
        Example {
            text: "ゆうちょ 記号番号 «11940-12345671»",
        },
        Example {
            text: "記号«11940» 番号«1234561»",
        },
        Example {
            text: "ゆうちょ銀行 «11940-1-12345671»",
        },
        Example {
            text: "郵便振替口座 «00190-5-123456» 加入者名 みどりの会",
        },
        Example {
            text: "Midori Bank, Aoba Branch, Account number: «1234567»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "普通のお客様で 1234567 円です",
            reason: "an amount of money",
        },
        CounterExample {
            text: "1234567",
            reason: "seven digits without a label",
        },
        CounterExample {
            text: "普通便で送りました。伝票番号 1234567",
            reason: "the nearest label is of a parcel",
        },
        CounterExample {
            text: "整理番号 1234567",
            reason: "a number that is no account's",
        },
        CounterExample {
            text: "記号 11940 の部品",
            reason: "a sign without a number and without a bank",
        },
        CounterExample {
            text: "普通紙 1234567 枚",
            reason: "a count; 普通 is an everyday word",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "0001-001-1-«1234567»",
            reason: "bank, branch, kind and account in one chain read as a longer number",
        },
        KnownGap {
            text: "普通の«123456»番",
            reason: "six digits without the word 口座番号",
        },
    ],
};

const BANK: [&str; 16] = [
    "ゆうちょ",
    "郵便貯金",
    "郵貯",
    "貯金",
    "口座",
    "振込",
    "振り込み",
    "銀行",
    "信金",
    "信用金庫",
    "返金",
    "送金",
    "入金",
    "普通",
    "当座",
    "通帳",
];
const NO_BANK: [&str; 10] = [
    "保険",
    "資格確認書",
    "健保",
    "国保",
    "組合員",
    "免許",
    "注文",
    "伝票",
    "旅券",
    "電話",
];
/// What a value must stand behind, with nothing but the usual marks between, if it is only seven digits.
const KINDS: [&str; 25] = [
    "普通",
    "普通預金",
    "普通口座",
    "普",
    "当座",
    "当座預金",
    "当座口座",
    "当",
    "貯蓄",
    "貯蓄預金",
    "フツウ",
    "トウザ",
    "チョチク",
    "口座番号",
    "口座",
    "口座No",
    "NO",
    "No.",
    "account",
    "account no",
    "account number",
    "a/c",
    "ordinary",
    "savings",
    "総合",
];

/// How far before a value the word that says whose number it is may stand, in bytes.
const REACH: usize = 120;

nearest_word!(bank_or_other, &BANK, &NO_BANK);

fn check(candidate: &Candidate<'_>) -> Validity {
    let value = candidate.as_str();
    let digits = candidate.digits().count();
    let label = Label::of(candidate);
    if label.is_any(&[
        "口座番号",
        "口座No",
        "account number",
        "account no",
        "account",
        "acct no",
        "acct",
        "a/c no",
        "a/c",
    ]) {
        return Validity::Unknown;
    }
    if is_amount(candidate.after()) {
        return Validity::Invalid;
    }
    let stands_at_bank = || bank_or_other(tail(candidate.before(), REACH));
    if is_yucho_sign(value) {
        // 記号 11940 alone is a part number; beside 番号 or a bank it is an account's first half.
        let has_number = candidate
            .after()
            .trim_start_matches([
                ' ', '\n', '\r', ',', '、', '/', '-', ')', '】', '「', '」', '(', '【',
            ])
            .starts_with("番号");
        let holds = label.is_any(&["記号"])
            && match stands_at_bank() {
                Some(at_bank) => at_bank,
                None => has_number,
            };
        return Validity::refuted_unless(holds);
    }
    if value.contains('-') {
        let is_transfer_account = value.starts_with('0') && value.matches('-').count() == 2;
        return Validity::refuted_unless(
            is_transfer_account || value.starts_with('1') && value.get(4..5) == Some("0"),
        );
    }
    if let Some(head) = label.before_word("番号") {
        if label.is_any(&["保険者番号", "登録番号", "会員番号"]) {
            return Validity::Invalid;
        }
        // 番号 right behind its 記号, or beneath the kind of account and not the tail of 注文番号.
        let follows_sign = || {
            let near = tail(candidate.before(), 60);
            near.rfind("記号")
                .and_then(|at| near.get(at..))
                .is_some_and(has_yucho_sign)
        };
        let is_whole_label = !head.ends_with(is_japanese);
        let holds = if digits == 7 && is_whole_label {
            match stands_at_bank() {
                Some(at_bank) => at_bank,
                None => follows_sign(),
            }
        } else {
            follows_sign()
                && match stands_at_bank() {
                    Some(at_bank) => at_bank,
                    None => digits >= 6,
                }
        };
        return Validity::refuted_unless(holds);
    }
    Validity::refuted_unless(
        digits == 7
            && (label.is_any(&KINDS) || is_labelled_behind(candidate, &["普通", "当座", "貯蓄"])),
    )
}

/// Whether the text is the 記号 of a ゆうちょ account: five digits from 1 to 0.
fn is_yucho_sign(value: &str) -> bool {
    value.len() == 5 && value.starts_with('1') && value.ends_with('0')
}

/// Whether a 記号 stands in the text between the word 記号 and the word 番号.
fn has_yucho_sign(between: &str) -> bool {
    between
        .split(|character: char| !character.is_ascii_digit())
        .any(is_yucho_sign)
}

fn is_amount(after: &str) -> bool {
    let after = after.trim_start_matches(' ');
    [
        "円", "個", "枚", "件", "名", "人", "台", "本", "冊", "回", "yen", "JPY", "%",
    ]
    .iter()
    .any(|unit| after.starts_with(unit))
}

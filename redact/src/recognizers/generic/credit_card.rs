//! Payment card numbers.
//!
//! Three things must agree before a number counts as a card: a prefix that a brand issues, a length
//! that this brand uses, and Luhn's check digit. A grouping that only cards have makes it certain.
//! A bare run of digits passes the check one time in ten, so that a label that says something else
//! (注文番号, 追跡番号) turns it down; prefixes and lengths that are rare on cards need a label.

use crate::check_digit::luhn;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::glued_word;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/credit_card",
    entity: EntityType::CREDIT_CARD,
    summary: "Payment card numbers with a brand's prefix and length and a valid check digit, in every grouping.",
    reference: "ISO/IEC 7812-1 (numbering, annex B check digit); the brands' published issuer ranges",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "4-4-4-4",
            regex: r"(?:[34568]\d|2[2-7])\d{2}(?: ?- ?|[ .]| {2})\d{4}(?: ?- ?|[ .]| {2})\d{4}(?: ?- ?|[ .]| {2})\d{4}",
            score: Score::new(0.9),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SPACE.or(Then::HYPHEN).or(Then::DOT),
            }],
        },
        Pattern {
            name: "4-4-4-4-3",
            regex: r"[34568]\d{3}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{3}",
            score: Score::new(0.9),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SPACE.or(Then::HYPHEN).or(Then::DOT),
            }],
        },
        Pattern {
            name: "4-6-5 and 4-6-4",
            regex: r"[356]\d{3}(?: ?- ?|[ .]| {2})\d{6}(?: ?- ?|[ .]| {2})\d{4,5}",
            score: Score::new(0.9),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (4, 4),
                then: Then::SPACE.or(Then::HYPHEN).or(Then::DOT),
            }],
        },
        Pattern {
            name: "6-13",
            regex: r"62\d{4}[ -]\d{13}",
            score: Score::new(0.9),
            boundary: Boundary::None,
            anchors: &[Anchor::Number {
                digits: (6, 6),
                then: Then::SPACE.or(Then::HYPHEN),
            }],
        },
        Pattern {
            name: "bare",
            regex: r"4\d{15}|(?:5[1-5]|2[2-7]|35|6[0245])\d{14}|3[47]\d{13}|3[0689]\d{12}",
            score: Score::new(0.6),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (14, 16),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "bare, rare",
            regex: r"\d{12,19}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (12, 19),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "クレジットカード",
        "カード番号",
        "クレジット番号",
        "クレカ",
        "デビットカード",
        "法人カード",
        "カード",
        "決済",
        "有効期限",
        "セキュリティコード",
        "credit card",
        "debit card",
        "card number",
        "card no",
        "card",
        "credit",
        "cc",
        "pan",
        "visa",
        "mastercard",
        "master card",
        "jcb",
        "amex",
        "american express",
        "diners",
        "discover",
        "unionpay",
        "maestro",
    ],
    counter_context: &[
        "注文番号",
        "注文ID",
        "オーダー番号",
        "受注番号",
        "伝票番号",
        "送り状番号",
        "追跡番号",
        "問い合わせ番号",
        "問合せ番号",
        "お問い合わせ番号",
        "受付番号",
        "管理番号",
        "取引番号",
        "取引ID",
        "請求書番号",
        "請求番号",
        "会員番号",
        "顧客番号",
        "お客様番号",
        "会員カード",
        "会員カード番号",
        "ポイントカード",
        "ポイントカード番号",
        "図書カード",
        "ICカード",
        "診察券番号",
        "在留カード",
        "シリアル",
        "製造番号",
        "品番",
        "型番",
        "商品コード",
        "JAN",
        "バーコード",
        "IMEI",
        "ICCID",
        "マイナンバー",
        "個人番号",
        "法人番号",
        "口座番号",
        "契約番号",
        "整理番号",
        "供給地点特定番号",
        "order",
        "order number",
        "order no",
        "order id",
        "tracking",
        "tracking number",
        "invoice",
        "invoice number",
        "serial",
        "serial number",
        "ticket",
        "reference",
        "transaction id",
        "gift card",
        "id",
        "timestamp",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "カード番号は«4012-8888-8888-1881»です",
        },
        Example {
            text: "«４０１２－８８８８－８８８８－１８８１»で払いました",
        },
        Example {
            text: "Visa «4111 1111 1111 1111» 12/27、JCBは«3530111333300000»",
        },
        Example {
            text: "Amex «3782 822463 10005»、Diners «3056 930902 5904»",
        },
        Example {
            text: "カード«5555555555554444»と«2223-0000-4840-0011»",
        },
        Example {
            text: "«6011.1111.1111.1117»、«4012 - 8888 - 8888 - 1881»",
        },
        Example {
            text: "JCB«3530-1113-3330-0000»、カード番号 «4111 1111 1111 1111» 0927、«4012-8888-8888-1881» 123",
        },
        Example {
            text: "銀聯 «6240 0086 3140 1148»",
        },
        Example {
            text: "«5105105105105100»で決済",
        },
        Example {
            text: "card no. «6759649826438453»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "カード番号 4012-8888-8888-1882",
            reason: "the check digit does not fit",
        },
        CounterExample {
            text: "注文番号 4111111111111111",
            reason: "an order number that passes the check",
        },
        CounterExample {
            text: "9999-9999-9999-9995",
            reason: "no brand begins so",
        },
        CounterExample {
            text: "03-4012-8888-8888-1881-2290",
            reason: "a piece of a longer number",
        },
        CounterExample {
            text: "4901234567894 6759649826438453",
            reason: "an article number, and a bare number with a prefix that is rare",
        },
        CounterExample {
            text: "カード番号 411111111111111",
            reason: "fifteen digits are no length of this brand",
        },
    ],
    known_gaps: &[KnownGap {
        text: "カード番号 «4111-1111-1111-11»11",
        reason: "a number cut by a line break or mistyped",
    }],
};

/// The lengths that a brand gives to numbers with this prefix, fewest and most digits.
fn lengths_of_brand(prefix: u32) -> Option<&'static [u8]> {
    // `prefix` is the first six digits; ranges are compared at the digits they are published with.
    let (two, three, four) = (prefix / 10_000, prefix / 1_000, prefix / 100);
    Some(match (two, three, four) {
        // Visa.
        (40..=49, _, _) => &[13, 16, 19],
        // American Express.
        (34 | 37, _, _) => &[15],
        // Mastercard.
        (51..=55, _, _) | (_, _, 2221..=2720) => &[16],
        // JCB.
        (_, _, 3528..=3589) => &[16, 17, 18, 19],
        // Diners Club.
        (_, 300..=305, _) | (_, _, 3095) | (36 | 38 | 39, _, _) => &[14, 16, 19],
        // Discover.
        (_, _, 6011) | (_, 644..=649, _) | (65, _, _) => &[16, 17, 18, 19],
        // UnionPay, parts of it shared with Discover.
        (62, _, _) | (_, _, 8100..=8171) => &[16, 17, 18, 19],
        // Maestro.
        (50 | 56..=61 | 63 | 64 | 66..=69, _, _) => &[12, 13, 14, 15, 16, 17, 18, 19],
        _ => return None,
    })
}

fn check(candidate: &Candidate<'_>) -> Validity {
    // The first separator stands behind six digits at the latest.
    let is_grouped = candidate
        .as_str()
        .bytes()
        .take(7)
        .any(|byte| !byte.is_ascii_digit());
    if is_grouped && is_piece(candidate) {
        return Validity::Invalid;
    }
    let digits = candidate.digits();
    let prefix = digits
        .clone()
        .take(6)
        .fold(0, |prefix, digit| prefix * 10 + u32::from(digit));
    let count = digits.clone().count();
    let fits = lengths_of_brand(prefix)
        .is_some_and(|lengths| lengths.iter().any(|&length| usize::from(length) == count));
    if !fits || !luhn(digits) {
        return Validity::Invalid;
    }
    if is_grouped {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}

/// Whether a grouped number goes on before or behind the match. A brand or label may touch it, and an
/// expiry date or a security code may follow behind a space.
fn is_piece(candidate: &Candidate<'_>) -> bool {
    let is_digit = |character: char| character.is_ascii_digit();
    let separators = ['-', '.', ',', '/'];
    let before = candidate.before();
    let word = glued_word(before.as_bytes());
    let is_glued = before.ends_with(|last: char| last.is_ascii_digit() || last == '_')
        || !word.is_empty()
            && !GLUED_LABELS
                .iter()
                .any(|label| label.as_bytes().eq_ignore_ascii_case(word));
    let follows_group = before
        .strip_suffix(separators)
        .is_some_and(|rest| rest.ends_with(is_digit))
        || before.strip_suffix(' ').is_some_and(|rest| {
            rest.bytes()
                .rev()
                .take_while(u8::is_ascii_digit)
                .take(5)
                .count()
                == 4
        });
    let after = candidate.after();
    let runs_on = after.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
    let goes_on = |rest: &str| {
        let mut group = rest.bytes().take_while(u8::is_ascii_digit);
        let month = (group.next(), group.next());
        // Four digits more are a group, unless they are month and year of an expiry date.
        group.take(3).count() == 2
            && !matches!(
                month,
                (Some(b'0'), Some(b'1'..=b'9')) | (Some(b'1'), Some(b'0'..=b'2'))
            )
    };
    is_glued
        || follows_group
        || runs_on
        || after
            .strip_prefix(separators)
            .is_some_and(|rest| rest.starts_with(is_digit))
        || after.strip_prefix(' ').is_some_and(goes_on)
}

/// Words that are written onto a card number without a space.
const GLUED_LABELS: [&str; 10] = [
    "visa",
    "jcb",
    "mastercard",
    "master",
    "amex",
    "diners",
    "card",
    "cardno",
    "no",
    "cc",
];

#[cfg(test)]
mod tests {
    use super::lengths_of_brand;

    #[test]
    fn every_brand_has_its_prefixes_and_lengths() {
        for (prefix, length) in [
            (401_288, 16),
            (340_000, 15),
            (555_555, 16),
            (222_100, 16),
            (272_099, 16),
            (352_800, 16),
            (358_999, 16),
            (305_693, 14),
            (360_000, 14),
            (601_111, 16),
            (650_000, 16),
            (622_126, 16),
            (810_000, 19),
            (675_964, 12),
        ] {
            assert!(
                lengths_of_brand(prefix).is_some_and(|lengths| lengths.contains(&length)),
                "{prefix}"
            );
        }
        for prefix in [
            100_000, 222_099, 272_100, 352_799, 359_000, 700_000, 999_999,
        ] {
            assert_eq!(lengths_of_brand(prefix), None, "{prefix}");
        }
    }
}

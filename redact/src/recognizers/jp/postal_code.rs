//! 郵便番号.

use super::surroundings::begins_address;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::label::{is_labelled, is_labelled_behind};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/postal_code",
    entity: EntityType::JP_POSTAL_CODE,
    summary: "Japanese postal codes: three digits and four, behind 〒 or 郵便番号 or before an address.",
    reference: "郵便法 (昭和22年法律第165号); 日本郵便株式会社 内国郵便約款, 郵便番号制度 (seven digits since 1998-02-02)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "hyphen",
            regex: r"\d{3} ?- ?\d{4}",
            score: Score::new(0.35),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN.or(Then::SPACE),
            }],
        },
        Pattern {
            name: "space",
            regex: r"\d{3} \d{4}",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (3, 3),
                then: Then::SPACE,
            }],
        },
        Pattern {
            name: "seven digits",
            regex: r"\d{7}",
            score: Score::new(0.05),
            boundary: Boundary::Number,
            anchors: &[Anchor::Number {
                digits: (7, 7),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "〒",
        "〶",
        "郵便番号",
        "ポストコード",
        "postal code",
        "postcode",
        "post code",
        "zip",
        "zip code",
        "zipcode",
        "住所",
        "所在地",
        "送付先",
        "送り先",
        "届け先",
        "お届け先",
        "配送先",
        "納品先",
        "返送先",
        "宛先",
        "転居先",
        "引越し先",
        "勤務地",
        "address",
    ],
    counter_context: other_numbers![
        "電話",
        "TEL",
        "FAX",
        "Phone",
        "内線",
        "携帯",
        "番号",
        "口座",
        "普通",
        "当座",
        "カード",
        "No",
        "code",
        "ID",
        "コード",
        "円",
        "¥",
        "免許",
        "記号",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "〒«150-0001» 東京都渋谷区",
        },
        Example {
            text: "〒«６０４－８１７５»",
        },
        Example {
            text: "〒«1500001»",
        },
        Example {
            text: "〒 «150 0001»",
        },
        Example {
            text: "郵便番号は«1500001»です",
        },
        Example {
            text: "郵便番号　«080ー0013»",
        },
        Example {
            text: "«４２００８５３»（郵便番号）\n静岡市葵区",
        },
        Example {
            text: "\n«371‐0024»　前橋市表町",
        },
        Example {
            text: "> «330-0063»\n> さいたま市浦和区",
        },
        Example {
            text: "«1500001»東京都渋谷区神宮前",
        },
        Example {
            text: "ご住所：«100-8111»",
        },
        Example {
            text: "2-3-4 Jingumae, Shibuya-ku, Tokyo «150-0001», Japan",
        },
        Example {
            text: "Kanazawa, Ishikawa «920-0858» JAPAN",
        },
        Example {
            text: "Yokohama «220-0012», Kanagawa",
        },
        Example {
            text: "No.1 «150-0001» 東京都渋谷区\nNo.2 «604-8175» 京都市中京区",
        },
        Example {
            text: "Zip code: «150-0001»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "注文番号 123-4567",
            reason: "an order number",
        },
        CounterExample {
            text: "1500001個",
            reason: "seven digits without a label",
        },
        CounterExample {
            text: "整理券 215-0034 をお持ちの方",
            reason: "no address and no label",
        },
        CounterExample {
            text: "伝票 4481-123-4567 東京都内",
            reason: "the end of a longer number",
        },
        CounterExample {
            text: "品番 123-4567-89 東京都",
            reason: "the beginning of a longer number",
        },
        CounterExample {
            text: "会員番号 1234567 横浜市在住",
            reason: "a member number, though a place follows",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "〒«150の0001»",
            reason: "read aloud; no machine or form writes it so",
        },
        KnownGap {
            text: "〒«一五〇-〇〇〇一»",
            reason: "digits in kanji",
        },
    ],
};

/// Labels of numbers that a place name may follow by chance.
const OTHER_LABELS: [&str; 18] = [
    "予約",
    "注文",
    "受付",
    "伝票",
    "整理券",
    "会員",
    "番号",
    "No",
    "ID",
    "コード",
    "品番",
    "型番",
    "電話",
    "TEL",
    "FAX",
    "内線",
    "普通",
    "当座",
];

fn check(candidate: &Candidate<'_>) -> Validity {
    if is_labelled(candidate, &["〒", "〶", "郵便番号", "〒番号"])
        || is_labelled_behind(candidate, &["郵便番号"])
    {
        return Validity::Valid;
    }
    let before = candidate.before();
    let on_line = before.rsplit('\n').next().unwrap_or_default();
    if follows_area_code(on_line) {
        return Validity::Invalid;
    }
    let is_in_address = (begins_address(candidate.after())
        && !is_labelled(candidate, &OTHER_LABELS))
        || (candidate.as_str().contains('-') && is_in_latin_address(on_line, candidate.after()));
    if is_in_address {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}

/// Whether an area code stands before, in brackets or before a space, which makes it a telephone number:
/// digits from 0, or too many to count items of a list.
fn follows_area_code(on_line: &str) -> bool {
    let head = on_line.trim_end_matches([' ', ')', '(']);
    let rest = head.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let digits = head.len() - rest.len();
    digits >= 3
        || head
            .get(rest.len()..)
            .is_some_and(|run| run.starts_with('0'))
}

/// Whether a prefecture in Latin letters or Japan stands right beside the match.
fn is_in_latin_address(on_line: &str, after: &str) -> bool {
    let last_word = on_line
        .trim_end_matches([' ', ',', '.'])
        .rsplit(|character: char| !character.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let next_word = after
        .trim_start_matches([' ', ',', '.', '(', '\r', '\n'])
        .split(|character: char| !character.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    next_word.eq_ignore_ascii_case("japan")
        || last_word.eq_ignore_ascii_case("japan")
        || PREFECTURES.iter().any(|name| {
            name.eq_ignore_ascii_case(last_word) || name.eq_ignore_ascii_case(next_word)
        })
}

const PREFECTURES: [&str; 47] = [
    "Hokkaido",
    "Aomori",
    "Iwate",
    "Miyagi",
    "Akita",
    "Yamagata",
    "Fukushima",
    "Ibaraki",
    "Tochigi",
    "Gunma",
    "Saitama",
    "Chiba",
    "Tokyo",
    "Kanagawa",
    "Niigata",
    "Toyama",
    "Ishikawa",
    "Fukui",
    "Yamanashi",
    "Nagano",
    "Gifu",
    "Shizuoka",
    "Aichi",
    "Mie",
    "Shiga",
    "Kyoto",
    "Osaka",
    "Hyogo",
    "Nara",
    "Wakayama",
    "Tottori",
    "Shimane",
    "Okayama",
    "Hiroshima",
    "Yamaguchi",
    "Tokushima",
    "Kagawa",
    "Ehime",
    "Kochi",
    "Fukuoka",
    "Saga",
    "Nagasaki",
    "Kumamoto",
    "Oita",
    "Miyazaki",
    "Kagoshima",
    "Okinawa",
];

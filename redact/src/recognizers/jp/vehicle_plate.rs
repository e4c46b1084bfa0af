//! 自動車登録番号標, 車両番号標, 原付の課税標識: number plates.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Then, Validity,
};
use crate::recognizers::nearest_word::nearest_word;
use crate::text::script::{is_han, is_hiragana};
use crate::{EntityType, Score};

/// Place names on plates, the two of one character (柏, 堺) apart: 運輸支局 and 自動車検査登録事務所, ご当地ナンバー up to
/// 2025, and three that were given out until the 1980s and 1990s. `袖ケ浦` is how many write 袖ヶ浦.
const PLACES: &[&str] = &[
    "札幌",
    "函館",
    "旭川",
    "室蘭",
    "苫小牧",
    "釧路",
    "知床",
    "帯広",
    "十勝",
    "北見",
    "青森",
    "弘前",
    "八戸",
    "岩手",
    "盛岡",
    "平泉",
    "宮城",
    "仙台",
    "秋田",
    "山形",
    "庄内",
    "福島",
    "会津",
    "郡山",
    "白河",
    "いわき",
    "水戸",
    "土浦",
    "つくば",
    "宇都宮",
    "那須",
    "とちぎ",
    "日光",
    "群馬",
    "前橋",
    "高崎",
    "大宮",
    "川口",
    "川越",
    "所沢",
    "熊谷",
    "春日部",
    "越谷",
    "千葉",
    "市原",
    "成田",
    "習志野",
    "船橋",
    "市川",
    "松戸",
    "野田",
    "袖ヶ浦",
    "袖ケ浦",
    "品川",
    "世田谷",
    "練馬",
    "杉並",
    "板橋",
    "足立",
    "江東",
    "葛飾",
    "江戸川",
    "八王子",
    "多摩",
    "横浜",
    "川崎",
    "湘南",
    "相模",
    "山梨",
    "富士山",
    "新潟",
    "長岡",
    "上越",
    "長野",
    "松本",
    "諏訪",
    "安曇野",
    "南信州",
    "富山",
    "石川",
    "金沢",
    "福井",
    "岐阜",
    "飛騨",
    "静岡",
    "浜松",
    "沼津",
    "伊豆",
    "名古屋",
    "豊橋",
    "三河",
    "岡崎",
    "豊田",
    "尾張小牧",
    "一宮",
    "春日井",
    "三重",
    "鈴鹿",
    "四日市",
    "伊勢志摩",
    "滋賀",
    "彦根",
    "京都",
    "大阪",
    "なにわ",
    "和泉",
    "奈良",
    "飛鳥",
    "和歌山",
    "神戸",
    "姫路",
    "鳥取",
    "島根",
    "出雲",
    "岡山",
    "倉敷",
    "広島",
    "福山",
    "山口",
    "下関",
    "徳島",
    "香川",
    "高松",
    "愛媛",
    "高知",
    "福岡",
    "北九州",
    "久留米",
    "筑豊",
    "佐賀",
    "長崎",
    "佐世保",
    "熊本",
    "大分",
    "宮崎",
    "鹿児島",
    "奄美",
    "沖縄",
    "茨城",
    "栃木",
    "埼玉",
];

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/vehicle_plate",
    entity: EntityType::JP_VEHICLE_PLATE,
    summary: "Number plates: place, class number, kana and up to four digits; plates of mopeds near a word that says so.",
    reference: "道路運送車両法 (昭和26年法律第185号) 第9条; 自動車登録規則 (昭和45年運輸省令第7号) 第13条, 別表第1, 第2, 第3; 国土交通省 自動車登録番号標の地域名表示; 地方税法第463条の18 (課税標識)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "plate",
            // The place is looked up by the check; 分類番号 of two or three characters, letters among them
            // since 2018; kana without おしへん, or a letter of the plates of foreign forces; 一連指定番号,
            // its empty places filled by dots.
            regex: r"[^\x00-\x7F]{1,4}[ \n-]{0,2}[1-9][0-9ACFHKLMPXY]{1,2}[ \n-]{0,2}[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわをEHKMTY][ \n-]{0,2}([1-9]\d-\d{2}|[・·.]{1,3} ?([1-9]-\d{2}|[1-9]\d?)|[1-9]-\d{2}|[1-9]\d{0,3})",
            score: Score::new(0.85),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Literal(PLACES),
                // A literal needs two characters.
                Anchor::Literal(&[
                    "柏 ", "柏\n", "柏-", "柏1", "柏2", "柏3", "柏4", "柏5", "柏6", "柏7", "柏8",
                    "柏9", "堺 ", "堺\n", "堺-", "堺1", "堺2", "堺3", "堺4", "堺5", "堺6", "堺7",
                    "堺8", "堺9",
                ]),
            ],
        },
        Pattern {
            name: "moped",
            regex: r"[^\x00-\x7F]{2,7}( [あ-ん] |[あいうえかきくけこさすせそたちつてなぬねひふほまみむめゆよらりるれろわ])[1-9]\d-?\d{2}",
            score: Score::new(0.1),
            boundary: Boundary::Number,
            anchors: &[
                Anchor::BeforeNumber {
                    digits: (2, 2),
                    then: Then::HYPHEN,
                    class: is_municipal,
                    max: 10,
                },
                Anchor::BeforeNumber {
                    digits: (4, 4),
                    then: Then::ANY,
                    class: is_municipal,
                    max: 10,
                },
            ],
        },
    ],
    context: &[
        "ナンバー",
        "原付",
        "原動機付自転車",
        "バイク",
        "スクーター",
        "オートバイ",
        "標識番号",
        "車両番号",
        "登録番号",
        "車番",
        "プレート",
        "二輪",
    ],
    counter_context: &["住所", "所在地", "〒", "電話", "TEL", "注文番号"],
    check: Some(check),
    examples: &[
        Example {
            text: "車は«品川 300 あ 12-34»です",
        },
        Example {
            text: "«品川３００あ１２－３４»",
        },
        Example {
            text: "登録番号　«富士山 400 つ ・・98»",
        },
        Example {
            text: "白の軽（«尾張小牧 58A ら ・1-23»）",
        },
        Example {
            text: "«いわき 500 さ 1234»",
        },
        Example {
            text: "«柏 330 そ 5-67»と«堺330す・・・5»",
        },
        Example {
            text: "ナンバー«練馬501-む-1234»",
        },
        Example {
            text: "ナンバー\n«横浜 480\nえ 55-10»",
        },
        Example {
            text: "原付のナンバーは«川崎市 た 20-19»です",
        },
        Example {
            text: "標識番号 «世田谷区 え 4417»（原付）",
        },
        Example {
            text: "レンタカー«沖縄 301 わ 20-45»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "大阪 300 人",
            reason: "a place and a count",
        },
        CounterExample {
            text: "横浜 480 の 12 番街区",
            reason: "kana as a particle, then a count",
        },
        CounterExample {
            text: "観光地区 た 20-19",
            reason: "a kana and a number behind a district, without a word on vehicles",
        },
        CounterExample {
            text: "品川 003 あ 12-34",
            reason: "no class begins with 0",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "«品川 5 に 12-34»",
            reason: "plates with a single class digit went out before 1971",
        },
        KnownGap {
            text: "«品川 300 あ 一二-三四»",
            reason: "kanji digits, which no plate has",
        },
    ],
};

fn is_municipal(character: char) -> bool {
    is_han(character) || is_hiragana(character) || matches!(character, ' ' | 'ヶ' | 'ケ')
}

nearest_word!(
    moped_or_address,
    &[
        "原付",
        "原動機付",
        "バイク",
        "スクーター",
        "ナンバー",
        "標識",
        "車両番号",
        "二輪",
    ],
    &["住所", "〒", "電話", "番地", "送り先", "届け先"]
);

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    // 横浜 480 の 12 番: the kana that are particles too need the plate's hyphen, dots or four digits.
    let serial = text
        .rfind(|character: char| !character.is_ascii_digit())
        .and_then(|at| text.get(at..))
        .map_or(0, |tail| tail.bytes().filter(u8::is_ascii_digit).count());
    let is_filled = text
        .trim_end_matches(|last: char| last.is_ascii_digit())
        .ends_with(['-', '・', '.', '·'])
        || serial == 4;
    let has_particle = text.contains(['の', 'に', 'は', 'と', 'も', 'や', 'を']);
    if has_particle && !is_filled {
        return Validity::Invalid;
    }
    let head = text
        .find(|character: char| character.is_ascii_digit())
        .and_then(|at| text.get(..at))
        .unwrap_or_default()
        .trim_end();
    if PLACES.contains(&head) || matches!(head, "柏" | "堺") {
        return Validity::Unknown;
    }
    let municipality = head.trim_end_matches(is_hiragana).trim_end();
    // Nothing but the word tells it from the block number of an address, so the word settles it.
    Validity::confirmed_if(
        municipality.len() < head.len()
            && municipality.ends_with(['市', '区', '町', '村'])
            && municipality
                .chars()
                .all(|character| is_han(character) || matches!(character, 'ヶ' | 'ケ'))
            && moped_or_address(candidate.before()) == Some(true),
    )
}

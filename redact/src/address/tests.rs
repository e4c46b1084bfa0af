//! Whole texts: what is an address in them, and what only looks like one.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::AddressRecognizer;
use crate::recognizer::{EntityRecognizer, Findings, OperatingPoint};
use crate::text::NormalizedText;

/// One recognizer an operating point for all tests: getting ready takes long without optimisation.
fn recognizer(point: OperatingPoint) -> &'static AddressRecognizer {
    static READY: OnceLock<[AddressRecognizer; 2]> = OnceLock::new();
    let [recall, balanced] = READY.get_or_init(|| {
        [OperatingPoint::Recall, OperatingPoint::Balanced]
            .map(|point| AddressRecognizer::new(point).unwrap())
    });
    match point {
        OperatingPoint::Recall => recall,
        OperatingPoint::Balanced => balanced,
    }
}

/// The addresses in `text`, as they stand in it.
fn addresses<'t>(recognizer: &AddressRecognizer, text: &'t str) -> Vec<&'t str> {
    let normalized = NormalizedText::new(text);
    let mut findings = Findings::new(false);
    recognizer.analyze(&normalized, &mut findings).unwrap();
    findings
        .finds()
        .iter()
        .map(|find| text.get(normalized.to_original(find.span).range()).unwrap())
        .collect()
}

/// Each text with its only address between `«` and `»`.
fn check(point: OperatingPoint, texts: &[&str]) {
    let recognizer = recognizer(point);
    for marked in texts {
        let text = marked.replace(['«', '»'], "");
        let expected: Vec<&str> = marked
            .split('«')
            .skip(1)
            .filter_map(|rest| rest.split('»').next())
            .collect();
        assert_eq!(addresses(recognizer, &text), expected, "{marked}");
    }
}

#[test]
fn whole_addresses_are_found() {
    check(
        OperatingPoint::Balanced,
        &[
            "«東京都 港区 芝公園 4-12-8»",
            "〒105-0011\n«芝公園4-12-8 みどりビル2F»\nTEL 03-0000-0000",
            "«渋谷区神宮前１丁目２－３　サンハイツ１０１号室»に送ってください",
            "«大阪市中央区難波５−１１−６ なんばスカイ27F»宛",
            "お届け先：«札幌市中央区北１条西２２丁目»",
            "«札幌市中央区南4西10-11-2»です",
            "«北海道札幌市北区北２４条西５丁目１１－１ コーポ北２０３»",
            "住所は«岩手県紫波郡矢巾町大字又兵衛新田第5地割335»です。",
            "«石川県輪島市河井町ト部12番地の3»",
            "«京都市中京区烏丸通御池上る二条殿町1552 みやこ生命ビル6F»",
            "«京都市下京区四条通室町東入函谷鉾町179»、",
            "«高知県高知市丸ノ内一丁目2番120号» 山田太郎",
            "«東京都八王子市元本郷町三丁目124番1号»　担当：佐藤",
            "«兵庫県西宮市甲子園町101-82» yamada@example.jp",
            "«大阪府大阪市北区梅田三丁目101番3号»\n山田花子",
            "«新潟県佐渡市相川1丁目無番地»",
            "«大手町二丁目三番一号»に届けて",
            "«神戸市中央区加納町6-15-1\n　三宮ハイツ 8F»\n山本",
            "前の住所は\n> «横浜市中区本町6-150-10\n> ラ・メール横濱 1201»\nです",
            "«大津市御陵町３番１０１号　大津ローズマンション　五〇二号»",
            "現場（«練馬区豊玉北6-112-1»）に",
            "«東京都千代田区霞が関一―十三―一»",
            "«龍ケ崎市13710番地»",
            "«江東区豊洲3-13-3、豊洲ハイツ1010»です",
            "ﾏｴﾊﾞｼｼは？ «ﾏｴﾊﾞｼｼ ﾐﾅﾐﾁｮｳ 3-141-9 ﾒｿﾞﾝ ｱｶｷﾞ 203»",
            "«長野県松本市大字島立\n字中原 1020番地»",
            "«上越市大潟区九戸浜 字松原 1108-2»",
            "«東京都世田谷区三軒茶屋2-11-120-1203»",
            "Ship to «12-8-1 Nishi-Shinjuku, Shinjuku-ku, Tokyo» 160-0023, Japan",
        ],
    );
}

#[test]
fn bare_towns_are_found_where_recall_matters() {
    check(
        OperatingPoint::Recall,
        &[
            "おうちは«さざなみ町3-111-4 メゾンさざなみ106»、でんわは",
            "«渋谷区富ヶ谷»に本社を",
        ],
    );
    check(
        OperatingPoint::Balanced,
        &[
            "おうちはさざなみ町3-111-4 メゾンさざなみ106、でんわは",
            "渋谷区富ヶ谷に本社を",
        ],
    );
}

#[test]
fn what_only_looks_like_an_address_is_left_alone() {
    check(
        OperatingPoint::Recall,
        &[
            "三島コロッケを食べました。",
            "豊田自動車の株価",
            "東京駅で3月4日に会いましょう",
            "山口さんに5-6人で",
            "千葉様 3-4-5の件",
            "大阪市北区役所の3階",
            "横浜市営地下鉄の3番線",
            "京都市役所前駅 2番出口",
            "注文番号 12-3456-7890",
            "型番 港区A-12-3",
            "試合は浦和3-2鹿島でした",
            "中央区在住の30代",
            "東京都の2024-11-05の発表",
            "銀座2024-11-05",
            "神戸市 た 20-19",
            "品川 300 あ 12-34",
            "名古屋市立大学病院 2階",
            "ご注文の町1-2-3セット",
            "鈴木町長 2-3日",
            "電話は町の03-1234-5678です",
            "東京都港区の会社",
            "東京都千代田区 03-1234-5678",
            "松本市中央図書館",
            "川崎フロンターレ 2-1 横浜",
            "We met in Shinjuku-ku, Tokyo in 2024.",
        ],
    );
}

proptest! {
    #[test]
    fn spans_lie_on_characters_in_order_and_apart(
        text in "(東京都|港区|大阪市|北区|京都市中京区|芝公園|字|大字|丁目|番地|号|1|2-3|-|の|ノ|上る|\
                 ビル|ハイツ|階|F|A| |　|\n|> |、|〒105-0011|です|Chuo-ku, |Tokyo|Room 5, |𠮷|ﾊﾞ|甲|イ|十|二){0,24}"
    ) {
        let normalized = NormalizedText::new(&text);
        let mut findings = Findings::new(false);
        recognizer(OperatingPoint::Recall).analyze(&normalized, &mut findings).unwrap();
        let mut last = 0;
        for find in findings.finds() {
            prop_assert!(find.span.start() >= last && !find.span.is_empty());
            prop_assert!(normalized.as_str().get(find.span.range()).is_some());
            last = find.span.end();
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        addresses(recognizer(OperatingPoint::Recall), &text);
    }
}

/// Text that repeats whatever leads the grammar on must cost no more a byte than other text.
#[test]
fn hostile_texts_take_linear_time() {
    let recognizer = recognizer(OperatingPoint::Recall);
    for piece in [
        "東京都",
        "東京都港区",
        "1-",
        "1-1-1-1 ",
        "丁目",
        "一丁目",
        "一",
        "番地",
        "町1-",
        "町1-2 ",
        "字",
        "京都市中京区通",
        "上る",
        "北",
        "港区芝1-1ビル",
        "港区芝1-1\n",
        "-ku",
        "A-ku, ",
        "A ",
        ", Tokyo",
        "1 ",
        "甲1",
        "ノ1",
        " ",
        "あ1-2-3",
        "〒105-0011 ",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        let started = Instant::now();
        addresses(recognizer, &text);
        let elapsed = started.elapsed();
        assert!(
            elapsed < Duration::from_secs(5),
            "{piece:?} took {elapsed:?}"
        );
    }
}

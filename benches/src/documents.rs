//! Documents of about 2.3 KB with two to six items of personal data each, in English and in
//! Japanese. Made from fixed paragraphs by a fixed rule, so that every run measures the same text.

/// A language of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English business mail.
    English,
    /// Japanese business mail.
    Japanese,
}

/// How long a document is made, in bytes.
const DOCUMENT_BYTES: usize = 2300;

/// Documents of together at least `bytes` bytes.
pub fn documents(language: Language, bytes: usize) -> Vec<String> {
    let (prose, items) = match language {
        Language::English => (ENGLISH_PROSE, ENGLISH_ITEMS),
        Language::Japanese => (JAPANESE_PROSE, JAPANESE_ITEMS),
    };
    let mut documents = Vec::new();
    let mut done = 0;
    while done < bytes {
        let document = document(prose, items, documents.len());
        done += document.len();
        documents.push(document);
    }
    documents
}

fn document(prose: &[&str], items: &[&str], number: usize) -> String {
    let item_count = 2 + number % 5;
    let mut document = String::with_capacity(DOCUMENT_BYTES + 512);
    let mut paragraph = 0;
    let mut item = 0;
    while document.len() < DOCUMENT_BYTES {
        let text = prose
            .iter()
            .cycle()
            .nth(number * 7 + paragraph)
            .copied()
            .unwrap_or_default();
        document.push_str(text);
        document.push('\n');
        let due = (document.len() * item_count).div_ceil(DOCUMENT_BYTES);
        while item < item_count.min(due) {
            let text = items
                .iter()
                .cycle()
                .nth(number * 3 + item)
                .copied()
                .unwrap_or_default();
            document.push_str(&numbered(text, number));
            document.push('\n');
            item += 1;
        }
        paragraph += 1;
    }
    document
}

/// Puts other digits for `#`, so that documents differ.
fn numbered(text: &str, number: usize) -> String {
    let mut state = number.wrapping_mul(2_654_435_761) | 1;
    text.chars()
        .map(|character| {
            if character != '#' {
                return character;
            }
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            char::from(b'0' + u8::try_from((state >> 33) % 10).unwrap_or_default())
        })
        .collect()
}

const ENGLISH_PROSE: &[&str] = &[
    "Thank you for getting back to us so quickly. We went through the list of open points with the team on Monday, and most of them can be closed before the end of the month. The two that remain depend on the supplier, who has promised an answer by 14:30 on Thursday.",
    "The shipment left the warehouse in three parcels. Two of them arrived on time, while the third was held back because one of the cartons had been damaged on the way. A replacement is on its way (12 units at $48.50 each), and there is no need to return anything.",
    "As discussed, the new release changes how reports are stored. Version 4.12.3 keeps the old layout for ninety days, so nothing has to be migrated at once. Please let us know if any of your 1,250 saved reports still opens slowly after the update.",
    "Regarding the invoice, we noticed that the discount of 7.5 % had not been applied to the second position. A corrected document is attached; the amount due is now 3,480.00 and the due date stays as it was, the 30th of next month.",
    "Our office will be closed for the holidays, but someone will look at urgent requests twice a day. If a machine stops, switch it off at the main switch, wait ten minutes, and write down the code on the display, for example E-204, before you start it again.",
    "It would help us to know which of the proposed dates suits you best. The room is free on Tuesday morning and on Wednesday from two to five. Coffee is provided, lunch is not, and the nearest car park is five minutes away on foot.",
];

const ENGLISH_ITEMS: &[&str] = &[
    "You can reach me at hannah.reed#@example.com until six.",
    "My mobile is +44 7700 900### and it is always on.",
    "The manual is at https://docs.example.com/manuals/tx-200?rev=# for reference.",
    "The gateway answers on 192.0.2.1# since this morning.",
    "Please charge the card 4111 1111 1111 1111 as before.",
    "Call (206) 555-01## and ask for extension 12.",
    "Refunds go to DE89 3704 0044 0532 0130 00, as last time.",
];

const JAPANESE_PROSE: &[&str] = &[
    "いつもお世話になっております。先日ご相談した件につきまして、社内で検討した結果、来月から新しい手順に切り替えることになりました。切り替えの前後でご不便をおかけすることのないよう、担当者が順番にご説明に伺います。",
    "ご注文いただいた商品は、本日15時に倉庫を出ました。三箱のうち一箱は外装に傷みが見つかったため、検品をやり直してから別便でお送りします。追加の送料（税込880円）はこちらで負担いたしますので、ご安心ください。",
    "更新後の画面では、左側の一覧から必要な項目を選ぶだけで書類が作れるようになります。バージョン4.12.3では古い形式も九十日間は読み込めますので、急いで移行していただく必要はありません。動作が遅いと感じた場合はお知らせください。",
    "請求書の二行目に値引きが反映されていないとのご指摘、ありがとうございました。確認したところ、7.5％の割引が抜けておりました。訂正したものを添付いたしますので、お手数ですが差し替えをお願いいたします。期日は月末のままで結構です。",
    "年末年始は事務所を閉めておりますが、急ぎのご連絡には一日二回目を通しております。機械が止まったときは、主電源を切って十分ほど待ち、表示された番号を控えてから、もう一度電源を入れてください。それでも直らないときは修理を手配します。",
    "打ち合わせの日程ですが、火曜日の午前中か、水曜日の14時から17時までの間でいかがでしょうか。会場は駅から歩いて五分ほどのところです。飲み物はこちらで用意いたしますが、昼食はございません。資料は前日までに共有いたします。",
];

const JAPANESE_ITEMS: &[&str] = &[
    "ご連絡は hanako#@example.jp までお願いいたします。",
    "携帯電話は０９０－１２３４－５６##です。",
    "〒150-00## 東京都渋谷区神南一丁目1#番3号 青葉ビル4階",
    "担当の佐々木 健一（ささき けんいち）が伺います。",
    "電話 03-1234-56##（平日9時から17時）",
    "資料は https://www.example.co.jp/docs/?id=## にございます。",
    "振込先は港支店 普通 口座番号 12345## です。",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_of_the_size_they_are_said_to_be() {
        for language in [Language::English, Language::Japanese] {
            let documents = documents(language, 100_000);
            assert!(
                documents
                    .iter()
                    .all(|document| (2300..3300).contains(&document.len()))
            );
            assert!(documents.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
